import type { Fields } from '../../kernel/fields.ts'

/** Why a file is taken away. */
export const removalFields = { reason: { kind: 'text', max: 500, required: true, guard: true } } as const satisfies Fields
