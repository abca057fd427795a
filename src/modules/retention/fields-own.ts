import type { Fields } from '../../kernel/fields.ts'

/** Why somebody must keep it longer, and when that is looked at again. */
export const holdFields = {
  holdReason: { kind: 'choice', of: ['dispute', 'authority', 'police', 'accessRequest'], required: true },
  holdReviewOn: { kind: 'date', required: true },
} as const satisfies Fields
/** Another day for one of the reasons. */
export const moveHoldFields = { holdReviewOn: holdFields.holdReviewOn } as const satisfies Fields
export const archiveFields = { archivedAs: { kind: 'text', max: 120, required: true, guard: true } } as const satisfies Fields

export const ownFields = {
  kind: { kind: 'text', max: 40, required: true },
  holdReason: { kind: 'choice', of: holdFields.holdReason.of },
  holdReviewOn: { kind: 'date' },
  heldBy: { kind: 'reference' },
  heldAt: { kind: 'instant' },
  archivedAs: { kind: 'text', max: 120 },
  archivedBy: { kind: 'reference' },
  archivedAt: { kind: 'instant' },
} as const satisfies Fields
