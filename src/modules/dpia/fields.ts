import type { Fields } from '../../kernel/fields.ts'
import { dataTypes } from '../deviation/public.ts'
import { dataSubjects } from '../organisation/public.ts'
import { scenarioFields as analysed } from '../risks/public.ts'

/** What Datatilsynet's list always demands an assessment of (Article 35(4), the list of 2019). */
export const listed = [
  ...(['learning', 'employees', 'publicPlaces', 'largeSensitive', 'biometric', 'genetic'] as const),
  ...(['location', 'thirdParty', 'predicting', 'technology', 'research'] as const),
] as const

/** The nine signs of high risk (WP 248): two of them are normally enough. */
export const criteria = [
  ...(['evaluation', 'automated', 'monitoring', 'sensitive', 'largeScale'] as const),
  ...(['combining', 'vulnerable', 'newTechnology', 'hindering'] as const),
] as const
export type Criterion = (typeof criteria)[number]

/** "Undetermined" is an answer, and never read as "no". */
export const answers = ['yes', 'no', 'undetermined'] as const
const asked = { kind: 'choice', of: answers, group: 'screening' } as const
const told = (group: string) => ({ kind: 'text', max: 4000, long: true, group }) as const

/** What is asked: the least that Article 35(7) demands, and what must be known to give it. */
export const dpiaFields = {
  name: { kind: 'text', max: 160, required: true, group: 'what' },
  about: { kind: 'text', max: 2000, long: true, group: 'what' },
  processings: { kind: 'references', group: 'what' },
  systems: { kind: 'references', group: 'what' },
  risks: { kind: 'references', group: 'what' },
  unit: { kind: 'reference', group: 'who' },
  owner: { kind: 'reference', group: 'who' },
  riskOwner: { kind: 'reference', group: 'who' },
  author: { kind: 'reference', group: 'who' },
  participants: { kind: 'references', group: 'who' },
  highRisk: asked,
  highRiskWhy: { kind: 'text', max: 2000, long: true, group: 'screening' },
  onList: asked,
  listItems: { kind: 'choices', of: listed, group: 'screening' },
  evaluation: asked,
  automated: asked,
  monitoring: asked,
  sensitive: asked,
  largeScale: asked,
  combining: asked,
  vulnerable: asked,
  newTechnology: asked,
  hindering: asked,
  assessedInLaw: asked,
  like: { kind: 'reference', group: 'screening' },
  decision: { kind: 'choice', of: ['do', 'dont'], group: 'screening' },
  decisionReason: { kind: 'text', max: 2000, long: true, group: 'screening', sometimes: true },
  purpose: told('description'),
  dataSubjects: { kind: 'choices', of: dataSubjects, group: 'description' },
  dataKinds: { kind: 'choices', of: dataTypes, group: 'description' },
  howMany: { kind: 'text', max: 500, long: true, group: 'description' },
  collected: told('description'),
  used: told('description'),
  shared: told('description'),
  kept: told('description'),
  deleted: told('description'),
  access: told('description'),
  legalBasis: told('necessity'),
  necessary: told('necessity'),
  lessIntrusive: told('necessity'),
  proportionate: told('necessity'),
  quality: told('necessity'),
  informed: told('rights'),
  handled: told('rights'),
  freedoms: told('rights'),
  viewsSought: { kind: 'choice', of: ['yes', 'no'], group: 'views' },
  viewsHow: told('views'),
  viewsSaid: told('views'),
  viewsFollowed: told('views'),
} as const satisfies Fields

/** The groups of the questions, by the last word of the address where each is edited. */
export const partPages = {
  hva: 'what',
  ansvar: 'who',
  forhandsvurdering: 'screening',
  beskrivelse: 'description',
  nodvendighet: 'necessity',
  rettigheter: 'rights',
  synspunkter: 'views',
} as const
export type Group = (typeof partPages)[keyof typeof partPages]

export type Question = keyof typeof dpiaFields
export const namesOf = (group: string): readonly Question[] =>
  (Object.keys(dpiaFields) as Question[]).filter((name) => dpiaFields[name].group === group)
/** The last word of the address where a question is edited. */
export const partOf = (question: Question): string =>
  Object.entries(partPages).find(([, group]) => group === dpiaFields[question].group)?.[0] ?? ''

/** Where it stands: set by its deeds alone, never by a form. */
export const standingFields = {
  status: { kind: 'choice', of: ['draft', 'withDpo', 'returned', 'toDecide', 'approved', 'changed', 'ended'], required: true },
  scale: { kind: 'choice', of: ['4', '5'], required: true },
  edition: { kind: 'whole', min: 0, max: 999, required: true },
  initiator: { kind: 'reference' },
  begunOn: { kind: 'date', past: true, required: true },
  approvedAt: { kind: 'instant' },
  touchedAt: { kind: 'instant', required: true },
  waivedBy: { kind: 'reference' },
  waivedAt: { kind: 'instant' },
  waivedReason: { kind: 'text', max: 2000, long: true },
  /** A fingerprint of what the controller read: a waiver of the advice holds for that. */
  waivedFor: { kind: 'text', max: 40 },
  consultedOn: { kind: 'date' },
  consultationReference: { kind: 'text', max: 60 },
  consultationAnsweredOn: { kind: 'date' },
  consultationAnswer: { kind: 'text', max: 4000, long: true },
  /** When the data protection officer checks that it is carried out. */
  controlOn: { kind: 'date' },
} as const satisfies Fields

export const recordFields = { ...dpiaFields, ...standingFields } as const satisfies Fields

/** What may happen to people, and what it may lead to for them: recital 75, and the criteria of S3-33 to S3-44. */
export const harms = [
  ...(['control', 'confidentiality', 'discrimination', 'identity', 'financial', 'reputation'] as const),
  ...(['reidentified', 'exclusion', 'health', 'freedom'] as const),
] as const

const { name, cause, how, likelihood, forSubjects, why, likelihoodAfter, forSubjectsAfter, whyAfter } = analysed
/** As in a risk analysis (src/modules/risks), for those alone whom the data are about. */
export const scenarioFields = {
  ...{ name, cause, harms: { kind: 'choices', of: harms, required: true, group: 'what' } as const, how },
  ...{ likelihood, forSubjects, why, likelihoodAfter, forSubjectsAfter, whyAfter },
} as const satisfies Fields

export const sendFields = { question: { kind: 'text', max: 2000, long: true } } as const satisfies Fields

/** What the data protection officer says of it, and nobody else (Article 35(2), 39(1)(c)). */
export const adviceFields = {
  verdict: { kind: 'choice', of: ['sound', 'conditions', 'moreWork', 'against'], required: true },
  advice: { kind: 'text', max: 4000, long: true, required: true },
  consult: { kind: 'choice', of: ['yes', 'no'], required: true },
  followOn: { kind: 'date' },
} as const satisfies Fields
export const answerFields = { answer: { kind: 'text', max: 4000, long: true, required: true } } as const satisfies Fields

export const roundFields = {
  sentBy: { kind: 'reference' },
  sentAt: { kind: 'instant', required: true },
  sentFor: { kind: 'text', max: 40, required: true },
  ...sendFields,
  takenBackAt: { kind: 'instant' },
  ...adviceFields,
  advisedBy: { kind: 'reference' },
  advisedAt: { kind: 'instant' },
  ...answerFields,
  answeredBy: { kind: 'reference' },
  answeredAt: { kind: 'instant' },
} as const satisfies Fields

export const waiverFields = { reason: { kind: 'text', max: 2000, long: true, required: true } } as const satisfies Fields
export const consultationFields = {
  consultedOn: { kind: 'date', required: true },
  consultationReference: standingFields.consultationReference,
  consultationAnsweredOn: standingFields.consultationAnsweredOn,
  consultationAnswer: standingFields.consultationAnswer,
} as const satisfies Fields

/** The data protection officer checks that what was decided is carried out, and says what was found (Article 39(1)(b) and (c)). */
export const controlFields = {
  controlledOn: { kind: 'date', required: true },
  result: { kind: 'choice', of: ['asDescribed', 'deviates'], required: true },
  findings: { kind: 'text', max: 4000, long: true, required: true },
  nextOn: { kind: 'date' },
} as const satisfies Fields
