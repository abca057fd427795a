import type { Fields, Values } from '../../kernel/fields.ts'

/** Stopping and limiting the damage: a deed of its own, beside the assessment and not after it (S3-24). */
export const containFields = {
  contained: { kind: 'choice', of: ['yes', 'partly', 'no'] },
  containedAt: { kind: 'instant' },
  containment: { kind: 'text', max: 4000, long: true, guard: true },
} as const satisfies Fields
export type Containment = Values<typeof containFields>

const known = { kind: 'choice', of: ['yes', 'no', 'unknown'] } as const
/** What Datatilsynet's form asks besides the report: the number of records is GDPR art. 33(3)(a). */
export const authorityFacts = {
  recordsKnown: { kind: 'choice', of: ['approximate', 'unknown'] },
  recordsCount: { kind: 'whole', min: 0, max: 2_000_000_000 },
  specialData: known,
  vulnerable: known,
  crossBorder: known,
  processorInvolved: known,
} as const satisfies Fields

/** The words of a public announcement, and when and where it was published (GDPR art. 34(3)(c)). A deed of its own. */
export const announcementFields = {
  announceHappened: { kind: 'text', max: 4000, long: true, guard: true },
  announceConsequences: { kind: 'text', max: 4000, long: true, guard: true },
  announceMeasures: { kind: 'text', max: 4000, long: true, guard: true },
  announceContact: { kind: 'text', max: 1000, long: true },
  announceEnglish: { kind: 'text', max: 8000, long: true, guard: true },
  announcedOn: { kind: 'date', sometimes: true },
  announcedWhere: { kind: 'text', max: 500, sometimes: true },
} as const satisfies Fields
export type Announcement = Values<typeof announcementFields>

/** What handling adds: whether it is real, how far it goes, and what has been done to stop it (S3-19, S3-24, S4-138). */
export const handlingFields = {
  shortName: { kind: 'text', max: 80, guard: true },
  severity: { kind: 'choice', of: ['minor', 'moderate', 'serious', 'critical'] },
  reality: { kind: 'text', max: 4000, long: true, guard: true },
  extent: { kind: 'text', max: 4000, long: true, guard: true },
  ...authorityFacts,
  proposedMeasures: { kind: 'text', max: 4000, long: true, guard: true },
  approach: { kind: 'text', max: 4000, long: true, guard: true },
  ...containFields,
  /** Who was involved, as roles; names only where the organisation allows them (F5). */
  involved: { kind: 'text', max: 2000, long: true, guard: true },
  ...announcementFields,
} as const satisfies Fields
export type Handling = Values<typeof handlingFields>

/** The answers of the handling form; containment has a form of its own. */
export const editableHandling = [
  'shortName',
  'severity',
  'reality',
  'extent',
  'recordsKnown',
  'recordsCount',
  'specialData',
  'vulnerable',
  'crossBorder',
  'processorInvolved',
  'proposedMeasures',
  'approach',
  'involved',
] as const

/** A question from the case: to the reporter, or to somebody who may know (S1-46, S3-10, S4-138). */
export const questionFields = {
  to: { kind: 'choice', of: ['reporter', 'person', 'outside'], required: true },
  person: { kind: 'reference' },
  address: { kind: 'text', max: 254 },
  role: { kind: 'choice', of: ['leader', 'systemOwner', 'handler', 'it', 'other'] },
  question: { kind: 'text', max: 2000, long: true, guard: true, required: true },
  dueAt: { kind: 'instant', required: true },
} as const satisfies Fields

export const answerFields = { answer: { kind: 'text', max: 8000, long: true, guard: true, required: true } } as const satisfies Fields

export const triageFields = { triage: { kind: 'choice', of: ['internal', 'authority'], required: true } } as const satisfies Fields
