import type { Fields } from '../../kernel/fields.ts'
import { dataTypes } from '../deviation/public.ts'
import { dataSubjects, needs } from '../organisation/public.ts'

/** What is done with personal data: the five of the older law's definition (S2-18), and those that Article 4(2) adds. */
export const kindsOfUse = [
  'collection',
  'registration',
  'compilation',
  'storage',
  'disclosure',
  'alteration',
  'publication',
  'erasure',
] as const

/** GDPR Article 6(1): authority in law and consent first (S4-007). The first two need a provision of national law (Article 6(3)). */
export const bases = ['publicTask', 'legalObligation', 'consent', 'contract', 'vitalInterests', 'legitimateInterests'] as const
export const basesInLaw = ['publicTask', 'legalObligation'] as const satisfies readonly (typeof bases)[number][]

/** GDPR Article 9(2), by its letters. */
export const specialBases = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'] as const

/** What is asked of an activity: what Article 30(1) and 30(2) demand, and what the organisations themselves ask. */
export const processingFields = {
  name: { kind: 'text', max: 160, required: true, group: 'what' },
  purpose: { kind: 'text', max: 4000, long: true, group: 'what' },
  kind: { kind: 'choice', of: ['administrative', 'research'], required: true, group: 'what' },
  ourRole: { kind: 'choice', of: ['controller', 'processor'], required: true, group: 'what' },
  kindsOfUse: { kind: 'choices', of: kindsOfUse, group: 'what' },
  medium: { kind: 'choice', of: ['electronic', 'manual', 'both'], group: 'what' },
  workProcesses: { kind: 'references', group: 'what' },
  systems: { kind: 'references', group: 'what' },
  unit: { kind: 'reference', group: 'who' },
  responsible: { kind: 'reference', group: 'who' },
  jointControllers: { kind: 'text', max: 1000, long: true, group: 'who' },
  processors: { kind: 'text', max: 1000, long: true, group: 'who' },
  processedBy: { kind: 'references', group: 'who' },
  dataSubjects: { kind: 'choices', of: dataSubjects, group: 'data' },
  dataKinds: { kind: 'choices', of: dataTypes, group: 'data' },
  sources: { kind: 'text', max: 1000, long: true, group: 'data' },
  basis: { kind: 'choices', of: bases, group: 'basis' },
  lawReference: { kind: 'text', max: 500, group: 'basis' },
  specialBasis: { kind: 'choices', of: specialBases, group: 'basis' },
  specialReference: { kind: 'text', max: 500, group: 'basis' },
  recipients: { kind: 'text', max: 1000, long: true, group: 'flow' },
  transfers: { kind: 'choice', of: ['yes', 'no'], group: 'flow' },
  safeguards: { kind: 'text', max: 1000, long: true, group: 'flow' },
  storageTime: { kind: 'text', max: 1000, long: true, group: 'flow' },
  purposeEndsOn: { kind: 'date', group: 'flow' },
  basisEndsOn: { kind: 'date', group: 'flow' },
  deletionRoutine: { kind: 'text', max: 1000, long: true, group: 'flow' },
  erase: { kind: 'choice', of: ['delete', 'anonymise'], group: 'flow' },
  archive: { kind: 'choice', of: ['yes', 'no'], group: 'flow' },
  securityMeasures: { kind: 'text', max: 4000, long: true, group: 'security' },
  securityJudged: { kind: 'choice', of: ['satisfactory', 'notSatisfactory'], group: 'security' },
  securityJudgedOn: { kind: 'date', past: true, group: 'security' },
  confidentiality: { kind: 'choice', of: needs, group: 'security' },
  integrity: { kind: 'choice', of: needs, group: 'security' },
  availability: { kind: 'choice', of: needs, group: 'security' },
  specialNeeds: { kind: 'choice', of: ['yes', 'no'], group: 'security' },
  extendedMeasure: { kind: 'text', max: 1000, long: true, group: 'security', sometimes: true },
  extendedOwner: { kind: 'reference', group: 'security', sometimes: true },
  extendedDue: { kind: 'date', group: 'security', sometimes: true },
  startsOn: { kind: 'date', group: 'notice' },
  externalReference: { kind: 'text', max: 60, group: 'notice' },
  externalStatus: { kind: 'choice', of: ['notNotified', 'notified', 'assessed'], group: 'notice' },
  externalOn: { kind: 'date', group: 'notice' },
  priorApproval: { kind: 'choice', of: ['none', 'priorConsultation', 'licence'], group: 'notice' },
  priorApprovalNumber: { kind: 'text', max: 60, group: 'notice' },
  priorApprovalOn: { kind: 'date', past: true, group: 'notice' },
  priorApprovalUntil: { kind: 'date', group: 'notice' },
} as const satisfies Fields

/** A new activity is asked at once whether the authority must be, but never offered a licence: those were given under the law of 2000 (S2-17). */
export const startFields = {
  ...processingFields,
  priorApproval: { kind: 'choice', of: ['none', 'priorConsultation'], group: 'what' },
} as const satisfies Fields

/** What a list from the national body for research says of a project: its title, its reference, and where it has come (S2-27). */
const { name, unit, externalReference, externalStatus, externalOn } = processingFields
export const researchListFields = { name, unit, externalReference, externalStatus, externalOn } as const satisfies Fields

/** The groups of the questions, by the last word of the address where each is edited. */
export const partPages = {
  hva: 'what',
  ansvar: 'who',
  opplysninger: 'data',
  grunnlag: 'basis',
  mottakere: 'flow',
  sikkerhet: 'security',
  start: 'notice',
} as const

type Question = keyof typeof processingFields
/** The questions of one group, and the last word of the address where one of them is edited. */
export const namesOf = (group: string): readonly Question[] =>
  (Object.keys(processingFields) as Question[]).filter((name) => processingFields[name].group === group)
export const partOf = (question: Question): string =>
  Object.entries(partPages).find(([, group]) => group === processingFields[question].group)?.[0] ?? ''

/** Where an activity stands: set by its deeds alone, never by a form. */
export const standingFields = {
  status: { kind: 'choice', of: ['draft', 'approved', 'changed', 'ended'], required: true },
  notifiedAt: { kind: 'instant' },
  lateReason: { kind: 'text', max: 1000, long: true, sometimes: true },
  permission: { kind: 'choice', of: ['granted', 'refused'] },
  permissionAt: { kind: 'instant' },
  permissionBy: { kind: 'reference' },
  approvedAt: { kind: 'instant' },
  approvedBy: { kind: 'reference' },
  registeredBy: { kind: 'reference' },
  touchedAt: { kind: 'instant', required: true },
} as const satisfies Fields

export const recordFields = { ...processingFields, ...standingFields } as const satisfies Fields

/** What the head of unit answers for (S4-092), and the four sides of data quality (S0-06). */
export const duties = ['lawful', 'fair', 'transparent', 'basis', 'secure', 'rights'] as const
export const qualities = ['sufficient', 'relevant', 'correct', 'current'] as const
/** Where the page of an activity asks about its data quality. */
export const qualityAnchor = 'datakvalitet'
export const points = [...duties, ...qualities] as const

export const checkFields = {
  answer: { kind: 'choice', of: ['yes', 'no'], required: true },
  note: { kind: 'text', max: 1000, long: true, sometimes: true },
  checkedOn: { kind: 'date', past: true, required: true },
  responsible: { kind: 'reference' },
  dueOn: { kind: 'date' },
} as const satisfies Fields

export const noticeFields = { lateReason: { kind: 'text', max: 1000, long: true, sometimes: true } } as const satisfies Fields
