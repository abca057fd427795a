import type { Fields } from '../../kernel/fields.ts'

export const lookFields = { note: { kind: 'text', max: 1000, long: true, guard: true } } as const satisfies Fields
