import type { Fields } from '../../kernel/fields.ts'

export const employmentFields = {
  number: { kind: 'text', max: 40, required: true },
  person: { kind: 'reference', required: true },
  kind: { kind: 'choice', of: ['employee', 'consultant', 'temporary', 'other'], required: true },
  position: { kind: 'text', max: 120 },
  startsOn: { kind: 'date', required: true },
  endsOn: { kind: 'date' },
  contractOn: { kind: 'date' },
  declarationOn: { kind: 'date' },
  declarationUntil: { kind: 'date' },
} as const satisfies Fields

/** What is registered of one point of a checklist. */
export const stepFields = {
  doneOn: { kind: 'date', required: true },
  proof: { kind: 'text', max: 500, sometimes: true },
} as const satisfies Fields

/** That somebody leaves: the last day, and nothing else. */
export const leaveFields = { endsOn: { kind: 'date', required: true } } as const satisfies Fields

export const changeFields = {
  day: { kind: 'date', required: true },
  position: { kind: 'text', max: 120, required: true },
} as const satisfies Fields
