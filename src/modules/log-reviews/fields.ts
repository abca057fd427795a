import type { Fields } from '../../kernel/fields.ts'

export const logReviewFields = {
  name: { kind: 'text', max: 120, required: true },
  system: { kind: 'reference', required: true },
  periodFrom: { kind: 'date', required: true },
  periodTo: { kind: 'date', required: true },
  reason: { kind: 'choice', of: ['routine', 'incident', 'suspicion', 'asked'], required: true },
  why: { kind: 'text', max: 2000, long: true, guard: true },
  result: { kind: 'choice', of: ['nothing', 'followUp', 'deviation'], required: true },
  found: { kind: 'text', max: 4000, long: true, guard: true, sometimes: true },
  by: { kind: 'reference', required: true },
  doneOn: { kind: 'date', required: true },
} as const satisfies Fields
