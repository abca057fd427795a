import type { Fields } from '../../kernel/fields.ts'

/** What whoever carried it out says: the proof. */
export const proofFields = {
  doneOn: { kind: 'date', required: true },
  what: { kind: 'text', max: 500, long: true, required: true, guard: true },
  method: { kind: 'text', max: 1000, long: true, required: true, guard: true },
  archive: { kind: 'choice', of: ['no', 'yes'], required: true },
  archiveBasis: { kind: 'text', max: 500, guard: true, sometimes: true },
  archivePlace: { kind: 'text', max: 300, guard: true, sometimes: true },
  outcome: { kind: 'choice', of: ['deleted', 'anonymised', 'archived'], required: true },
} as const satisfies Fields

export const deletionFields = {
  name: { kind: 'text', max: 200, required: true },
  subject: { kind: 'choice', of: ['processing', 'camera', 'recording'], required: true },
  subjectId: { kind: 'text', max: 36, required: true },
  unit: { kind: 'reference' },
  owner: { kind: 'reference' },
  why: { kind: 'choice', of: ['purposeEnded', 'basisEnded', 'timeUp', 'takenDown'], required: true },
  dueOn: { kind: 'date', required: true },
  planned: { kind: 'choice', of: ['delete', 'anonymise'], required: true },
  state: { kind: 'choice', of: ['due', 'confirming', 'done', 'stopped', 'dropped'], required: true },
  outcome: { kind: 'choice', of: ['deleted', 'anonymised', 'archived'] },
  doneOn: { kind: 'date' },
  what: { kind: 'text', max: 500, long: true },
  method: { kind: 'text', max: 1000, long: true },
  archive: { kind: 'choice', of: ['no', 'yes'] },
  archiveBasis: { kind: 'text', max: 500, sometimes: true },
  archivePlace: { kind: 'text', max: 300, sometimes: true },
  doneBy: { kind: 'reference' },
  doneAt: { kind: 'instant' },
  secondBy: { kind: 'reference' },
  secondAt: { kind: 'instant' },
} as const satisfies Fields
const { subjectId: _, ...shown } = deletionFields
export const shownFields = shown
