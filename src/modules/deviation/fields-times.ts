import type { Fields } from '../../kernel/fields.ts'

/** When the organisation became aware, and why that moment: the start of the 72 hours (GDPR art. 33(1)). */
export const awareFields = {
  awareAt: { kind: 'instant', required: true },
  reason: { kind: 'text', max: 2000, long: true, guard: true, required: true },
} as const satisfies Fields

export const extentFields = { extentConfirmedAt: { kind: 'instant', required: true } } as const satisfies Fields
