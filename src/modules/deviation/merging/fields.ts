import type { Fields } from '../../../kernel/fields.ts'

/** The case that goes on, by its number. */
export const mergeFields = { into: { kind: 'text', max: 20, required: true } } as const satisfies Fields

/** Instead of one of the cases that are shown: by its number. */
export const otherChoice = 'annen'
