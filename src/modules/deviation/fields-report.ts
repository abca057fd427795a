import { offices } from '../../kernel/actor.ts'
import type { Fields, Values } from '../../kernel/fields.ts'
import { dataSubjects } from '../organisation/public.ts'
import { caseTypes } from './profile.ts'

/** What may be reported (S1-04 to S1-18), in the order of the source; the last is for whoever is in doubt (S1-03). */
export const categories = [
  'SENSITIVE_ASTRAY',
  'THEFT_HACKING',
  'MISSENT_EMAIL',
  'UNENCRYPTED_SENSITIVE_EMAIL',
  'NATIONAL_ID_EXPOSED',
  'RECEIVED_OTHERS_SENSITIVE',
  'RULE_BREACH',
  'MISSING_OR_FAILED_MEASURE',
  'SIGNATURE_KEY_COMPROMISE',
  'ACCESS_EQUIPMENT_SOFTWARE_FAULT',
  'OPEN_DATA',
  'EXPORT_CONTROL',
  'PUBLISHED_WITHOUT_BASIS',
  'WRONG_DISCLOSURE_PUBLICATION',
  'LOST_ITEM',
  'OTHER_UNSURE',
] as const
export type Category = (typeof categories)[number]

/** GDPR art. 9, and criminal matters (art. 10), which the older law counted among the sensitive (F23). */
export const specialDataTypes = [
  'ethnicity',
  'politics',
  'religion',
  'union',
  'genetic',
  'biometric',
  'health',
  'sexuality',
  'criminal',
] as const

/**
 * The kinds of personal data, after Datatilsynet's own list. A kind goes word for word into the notice, the letter and the memo, so it
 * says one thing and holds no example: what it covers is a hint on the form.
 */
export const dataTypes = [
  'name',
  'contact',
  'birthDate',
  'nationalId',
  'protectedAddress',
  'username',
  'password',
  'finances',
  'accountNumber',
  'location',
  'imageSound',
  'communication',
  'employment',
  'application',
  'schoolPlace',
  'timetable',
  'grades',
  'absence',
  'specialTeaching',
  'schoolEnvironment',
  'education',
  'childWelfare',
  'socialServices',
  ...specialDataTypes,
] as const

/** Main causes for statistics (S1-31), after the causes Datatilsynet itself publishes. */
export const causeCodes = [
  'missentEmail',
  'missentLetter',
  'missentDigitalPost',
  'wrongAttachment',
  'openCopy',
  'accessControl',
  'snooping',
  'published',
  'missingRedaction',
  'deviceLost',
  'paperLost',
  'phishing',
  'malware',
  'otherAttack',
  'softwareFault',
  'processorFault',
  'deletedByAccident',
  'wrongDisposal',
  'saidAloud',
  'sentUnencrypted',
  'unapprovedTool',
  'other',
  'unknown',
] as const

/**
 * The report: the fifteen questions of the form (S1-27 to S1-41) in its three parts, with the questions that some
 * categories add. Nobody is asked who is to blame: the deviation is about the act, not the person (S1-43).
 */
export const reportFields = {
  directlyAffected: { kind: 'choice', of: ['yes', 'no'], group: 'start' },
  caseType: { kind: 'choice', of: caseTypes, group: 'start' },
  personalData: { kind: 'choice', of: ['yes', 'no', 'unsure'], group: 'start' },

  affectedUnit: { kind: 'reference', required: true, group: 'contact' },
  affectedLeader: { kind: 'reference', group: 'contact', sometimes: true },
  reporterUnit: { kind: 'reference', group: 'contact' },
  reporterLeader: { kind: 'reference', group: 'contact' },
  externalReference: { kind: 'text', max: 60, group: 'contact' },

  categories: { kind: 'choices', of: categories, group: 'description' },
  whatHappened: { kind: 'text', max: 8000, long: true, guard: true, required: true, group: 'description' },
  processElement: { kind: 'text', max: 2000, long: true, guard: true, group: 'description' },
  mainCause: { kind: 'text', max: 2000, long: true, guard: true, group: 'description' },
  causeCode: { kind: 'choice', of: causeCodes, group: 'description' },
  periodFrom: { kind: 'instant', group: 'description' },
  periodTo: { kind: 'instant', group: 'description' },
  periodState: { kind: 'choice', of: ['ended', 'ongoing', 'unknown'], group: 'description' },
  discoveredAt: { kind: 'instant', required: true, group: 'description' },
  affectedKnown: { kind: 'choice', of: ['exact', 'interval', 'unknown'], group: 'description' },
  affectedCount: { kind: 'whole', min: 0, max: 10_000_000, group: 'description' },
  affectedMax: { kind: 'whole', min: 0, max: 10_000_000, group: 'description' },
  dataTypes: { kind: 'choices', of: dataTypes, group: 'description' },
  dataTypesOther: { kind: 'text', max: 500, guard: true, group: 'description' },
  relation: { kind: 'choices', of: dataSubjects, group: 'description' },
  relationOther: { kind: 'text', max: 500, guard: true, group: 'description' },
  whereNow: { kind: 'text', max: 4000, long: true, guard: true, group: 'description' },
  breachKinds: { kind: 'choices', of: ['destruction', 'loss', 'alteration', 'spreading'], group: 'description' },
  breachManner: { kind: 'choice', of: ['accidental', 'unlawful', 'unknown'], group: 'description' },
  effects: { kind: 'choices', of: ['astray', 'changed', 'lost', 'unavailable'], group: 'description' },
  incidentKind: { kind: 'choice', of: ['single', 'repeated', 'violation', 'routineFailure', 'systemFault', 'other'], group: 'description' },
  serious: { kind: 'choice', of: ['yes', 'no', 'unsure'], group: 'description' },

  system: { kind: 'reference', group: 'details' },
  device: { kind: 'text', max: 500, guard: true, group: 'details' },
  deletionConfirmed: { kind: 'choice', of: ['yes', 'no', 'unknown'], group: 'details' },
  exposedBy: { kind: 'choices', of: ['email', 'web'], group: 'details' },
  routine: { kind: 'reference', group: 'details' },
  ruleBroken: { kind: 'text', max: 500, guard: true, group: 'details' },
  measureFault: { kind: 'choice', of: ['missing', 'doesNotWork', 'notFollowed'], group: 'details' },
  openDataAffects: { kind: 'choices', of: ['confidentiality', 'integrity'], group: 'details' },
  publishedFault: { kind: 'choice', of: ['noBasis', 'notAnonymised'], group: 'details' },
  itemTypes: { kind: 'choices', of: ['paper', 'mobile', 'laptop', 'tablet', 'memoryStick', 'other'], group: 'details' },
  encrypted: { kind: 'choice', of: ['yes', 'partly', 'no', 'unknown'], group: 'details' },

  consequencesOrganisation: { kind: 'text', max: 4000, long: true, guard: true, group: 'consequences' },
  consequencesSubjects: { kind: 'text', max: 4000, long: true, guard: true, group: 'consequences' },
  informNeeded: { kind: 'choice', of: ['yes', 'no', 'unsure'], group: 'consequences' },
  informSent: { kind: 'choice', of: ['yes', 'no'], group: 'consequences' },
  informSentOn: { kind: 'date', group: 'consequences' },
  informReason: { kind: 'text', max: 2000, long: true, guard: true, group: 'consequences' },
} as const satisfies Fields

export type Report = Values<typeof reportFields>

/** Why a text was taken out of a report (S1-42): a code, so that the log never repeats what was removed. */
export const redactionReasons = ['name', 'identifier', 'confidential', 'irrelevant'] as const
export type RedactionReason = (typeof redactionReasons)[number]

/** Whom a measure may be given to by role: the leader and the system owner of the case, and the roles that work is sent to. */
export const measureRoles = ['leader', 'systemOwner', ...offices] as const

/** One row of the list of measures (S1-40): it becomes the case's list of actions. */
export const measureFields = {
  purpose: { kind: 'choice', of: ['limit', 'repair', 'prevent', 'sideEffect'], required: true },
  what: { kind: 'text', max: 1000, guard: true, required: true },
  state: { kind: 'choice', of: ['done', 'planned'], required: true },
  responsibleRole: { kind: 'choice', of: measureRoles },
  responsiblePerson: { kind: 'reference' },
  /** In words, as it was written before a role or a person could be chosen: read, and no longer asked. */
  responsible: { kind: 'text', max: 120, guard: true },
  dueOn: { kind: 'date' },
  doneOn: { kind: 'date' },
  /** What shows that it was carried out: asked of those who handle the case, and of whoever carries it out (S4-005). */
  evidence: { kind: 'text', max: 1000, guard: true, sometimes: true },
} as const satisfies Fields
