import type { Fields } from '../../kernel/fields.ts'

/** What people are to know: the four of the handbook (S4-059 to S4-062), how to report (S4-065), and what else is decided. */
export const subjects = ['officeTools', 'information', 'systems', 'handbook', 'reporting', 'other'] as const
export const ways = ['course', 'acknowledgement', 'test'] as const
/** The roles that training is made for. */
export const trainedRoles = [
  'leader',
  'unitHead',
  'privacyContact',
  'systemOwner',
  'superUser',
  'itHead',
  'serviceDesk',
  'procurement',
] as const
/** Who something is written for; nobody named: everybody. */
export const audiences = ['leaders', 'systemKeepers', 'privacyContacts'] as const

export const requirementFields = {
  name: { kind: 'text', max: 160, required: true },
  about: { kind: 'choice', of: subjects, required: true },
  description: { kind: 'text', max: 4000, long: true, sometimes: true },
  fulfilledBy: { kind: 'choice', of: ways, required: true },
  appliesTo: { kind: 'choice', of: ['everybody', 'roles', 'users'], required: true },
  roles: { kind: 'choices', of: trainedRoles, sometimes: true },
  system: { kind: 'reference', sometimes: true },
  article: { kind: 'reference' },
  link: { kind: 'text', max: 500 },
  dueDays: { kind: 'whole', unit: 'days', min: 1, max: 730, required: true },
  validMonths: { kind: 'whole', unit: 'months', min: 1, max: 120 },
  inForce: { kind: 'choice', of: ['yes', 'no'], required: true },
} as const satisfies Fields

/** Asked when a requirement is edited, and kept nowhere: the deed is. */
export const rewriteFields = {
  ...requirementFields,
  readAgain: { kind: 'choice', of: ['yes', 'no'], sometimes: true },
} as const satisfies Fields

export const courseFields = {
  name: { kind: 'text', max: 160, required: true },
  requirement: { kind: 'reference', required: true },
  heldOn: { kind: 'date', required: true },
  place: { kind: 'text', max: 300 },
  description: { kind: 'text', max: 4000, long: true },
  responsible: { kind: 'reference' },
} as const satisfies Fields
/** Why a course that has been held is put right: asked when it is, and read in its history. */
export const correctionFields = {
  correction: { kind: 'text', max: 1000, long: true, guard: true, sometimes: true },
} as const satisfies Fields
export const heldCourseFields = { ...courseFields, ...correctionFields } as const satisfies Fields
/** That it has been held is not asked: it follows from the deed. */
export const courseRecordFields = { ...heldCourseFields, doneOn: { kind: 'date', past: true } } as const satisfies Fields

export const participantFields = { person: { kind: 'reference', required: true } } as const satisfies Fields
/** Somebody who took part in a course that has been held already. */
export const lateParticipantFields = { ...participantFields, ...correctionFields } as const satisfies Fields

export const completionFields = {
  number: { kind: 'text', max: 80, required: true },
  person: { kind: 'reference', required: true },
  requirement: { kind: 'reference', required: true },
  completedOn: { kind: 'date', required: true },
  how: { kind: 'choice', of: ways, required: true },
} as const satisfies Fields

export const resourceFields = {
  name: { kind: 'text', max: 160, required: true },
  description: { kind: 'text', max: 2000, long: true },
  link: { kind: 'text', max: 500 },
  linkWorks: { kind: 'choice', of: ['yes', 'no'] },
  audiences: { kind: 'choices', of: audiences },
  language: { kind: 'choice', of: ['nb', 'nn', 'en'] },
  inUse: { kind: 'choice', of: ['yes', 'no'], required: true },
} as const satisfies Fields

export const postFields = {
  name: { kind: 'text', max: 160, required: true },
  kind: { kind: 'choice', of: ['news', 'tip', 'campaign'], required: true },
  body: { kind: 'text', max: 8000, long: true, required: true, guard: true },
  audiences: { kind: 'choices', of: audiences },
  shownFrom: { kind: 'date', required: true },
  shownUntil: { kind: 'date' },
} as const satisfies Fields

export const needFields = {
  topic: { kind: 'text', max: 160, required: true, guard: true },
  description: { kind: 'text', max: 2000, long: true, guard: true },
  forWhom: { kind: 'choice', of: ['me', 'colleagues', 'unit'], required: true },
} as const satisfies Fields
/** What whoever got it decides. */
export const decisionFields = {
  status: { kind: 'choice', of: ['planned', 'closed', 'rejected'], required: true },
  plannedOn: { kind: 'date', sometimes: true },
  reason: { kind: 'text', max: 2000, long: true, guard: true, sometimes: true },
} as const satisfies Fields
export const needRecordFields = {
  ...needFields,
  unit: { kind: 'reference' },
  status: { kind: 'choice', of: ['reported', 'planned', 'closed', 'rejected'], required: true },
  reportedBy: { kind: 'reference', required: true },
  reportedAt: { kind: 'instant', required: true },
  receiver: { kind: 'reference' },
  dueOn: { kind: 'date', required: true },
  plannedOn: { kind: 'date', sometimes: true },
  reason: { kind: 'text', max: 2000, long: true, sometimes: true },
  decidedBy: { kind: 'reference' },
  decidedAt: { kind: 'instant' },
} as const satisfies Fields
