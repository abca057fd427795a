import type { Fields } from '../../kernel/fields.ts'
import { dataSubjects } from '../organisation/public.ts'

/** GDPR Articles 15, 16, 17, 18, 20 and 21. */
export const rights = ['access', 'rectification', 'erasure', 'restriction', 'portability', 'objection'] as const

/** What whoever asks is asked. No identity number: who they are is checked in other ways. */
export const askFields = {
  right: { kind: 'choice', of: rights, required: true },
  subjects: { kind: 'choice', of: dataSubjects, required: true },
  actsFor: { kind: 'choice', of: ['self', 'guardian', 'representative'], required: true },
  name: { kind: 'text', max: 120, required: true },
  contact: { kind: 'text', max: 200, required: true },
  ownNumber: { kind: 'text', max: 20 },
  about: { kind: 'text', max: 4000, long: true, guard: true },
} as const satisfies Fields

/** The same, written down by whoever got it in another way. */
export const registerFields = {
  ...askFields,
  channel: { kind: 'choice', of: ['letter', 'email', 'inPerson', 'phone'], required: true },
  receivedOn: { kind: 'date', required: true },
} as const satisfies Fields

/** What was written in, corrected by whoever receives requests. */
export const correctFields = {
  ...registerFields,
  correctReason: { kind: 'text', max: 1000, long: true, required: true, guard: true },
} as const satisfies Fields

export const assignFields = {
  unit: { kind: 'reference' },
  responsible: { kind: 'reference', required: true },
} as const satisfies Fields

export const identityFields = {
  identity: { kind: 'choice', of: ['signedIn', 'inPerson', 'knownContact', 'questions', 'authority'], required: true },
  authority: { kind: 'choice', of: ['checked', 'notChecked'], sometimes: true },
  childHeard: { kind: 'choice', of: ['yes', 'no', 'notRelevant'], sometimes: true },
  identityNote: { kind: 'text', max: 1000, long: true, guard: true },
} as const satisfies Fields

export const findingFields = {
  finding: { kind: 'choice', of: ['found', 'nothing', 'notUsed'], required: true },
  note: { kind: 'text', max: 1000, long: true, guard: true },
} as const satisfies Fields

export const extendFields = {
  extendReason: { kind: 'text', max: 1000, long: true, required: true, guard: true },
  extendToldOn: { kind: 'date', required: true },
} as const satisfies Fields

/** Why not, or not all of it: each has its article (grounds.ts). */
export const grounds = [
  ...(['unfounded', 'excessive', 'identity', 'othersRights', 'secrecy', 'prosecution', 'internal', 'interests', 'health'] as const),
  ...(['stillNeeded', 'legalObligation', 'archive', 'legalClaims', 'notAutomated', 'compelling', 'correct'] as const),
] as const

export const answerFields = {
  outcome: { kind: 'choice', of: ['granted', 'partly', 'refused', 'nothingHeld', 'withdrawn'], required: true },
  ground: { kind: 'choice', of: grounds, sometimes: true },
  answer: { kind: 'text', max: 8000, long: true, guard: true, sometimes: true },
  answeredOn: { kind: 'date', required: true },
} as const satisfies Fields

/** Set by its deeds alone. */
export const standingFields = {
  reference: { kind: 'text', max: 20, required: true },
  status: { kind: 'choice', of: ['received', 'answered', 'sentOn'], required: true },
  channel: { kind: 'choice', of: ['signedIn', 'open', 'letter', 'email', 'inPerson', 'phone'], required: true },
  receivedOn: { kind: 'date', required: true },
  dueOn: { kind: 'date', required: true },
  askedBy: { kind: 'reference' },
  unit: { kind: 'reference' },
  responsible: { kind: 'reference' },
  identity: identityFields.identity,
  authority: identityFields.authority,
  childHeard: identityFields.childHeard,
  identityNote: identityFields.identityNote,
  identifiedAt: { kind: 'instant' },
  identifiedBy: { kind: 'reference' },
  extendReason: { kind: 'text', max: 1000, long: true },
  extendToldOn: { kind: 'date' },
  extendedAt: { kind: 'instant' },
  outcome: { kind: 'choice', of: [...answerFields.outcome.of, 'documents'] },
  ground: answerFields.ground,
  answer: answerFields.answer,
  answeredOn: { kind: 'date' },
  answeredAt: { kind: 'instant' },
  answeredBy: { kind: 'reference' },
} as const satisfies Fields

export const recordFields = { ...askFields, ...standingFields } as const satisfies Fields
