import type { Fields } from '../../kernel/fields.ts'
import { dataTypes } from '../deviation/public.ts'
import { dataSubjects, needs } from '../organisation/public.ts'
import { standardMeasures } from '../systems/public.ts'

/** The two factors that say how well information must be secured (S4-003): what it is, and where it is processed. */
export const contents = ['open', 'internal', 'protected', 'strict'] as const
export const contexts = ['inHouse', 'supplier', 'mobile', 'shared'] as const

/** What the head of IT answers for, beside the systems (S4-098). */
export const areas = ['infrastructure', 'hardware', 'securitySystems'] as const

/** What is asked of an analysis, whatever it is about. */
export const riskFields = {
  name: { kind: 'text', max: 160, required: true, group: 'what' },
  reason: { kind: 'choice', of: ['new', 'change', 'yearly', 'incident'], required: true, group: 'what' },
  about: { kind: 'text', max: 4000, long: true, group: 'what' },
  area: { kind: 'choice', of: areas, group: 'what' },
  systems: { kind: 'references', group: 'what' },
  processings: { kind: 'references', group: 'what' },
  zones: { kind: 'references', group: 'what' },
  unit: { kind: 'reference', group: 'who' },
  owner: { kind: 'reference', group: 'who' },
  riskOwner: { kind: 'reference', group: 'who' },
  author: { kind: 'reference', group: 'who' },
  participants: { kind: 'references', group: 'who' },
  purpose: { kind: 'text', max: 4000, long: true, group: 'data' },
  dataAccount: { kind: 'text', max: 4000, long: true, group: 'data' },
  dataSubjects: { kind: 'choices', of: dataSubjects, group: 'data' },
  dataKinds: { kind: 'choices', of: dataTypes, group: 'data' },
  content: { kind: 'choice', of: contents, group: 'needs' },
  context: { kind: 'choice', of: contexts, group: 'needs' },
  confidentiality: { kind: 'choice', of: needs, group: 'needs' },
  integrity: { kind: 'choice', of: needs, group: 'needs' },
  availability: { kind: 'choice', of: needs, group: 'needs' },
  standardMeasures: { kind: 'choices', of: standardMeasures, group: 'existing' },
  otherMeasures: { kind: 'text', max: 4000, long: true, group: 'existing' },
  dpiaNeeded: { kind: 'choice', of: ['yes', 'no'], group: 'dpia' },
  dpiaReason: { kind: 'text', max: 2000, long: true, group: 'dpia' },
} as const satisfies Fields

/** The groups of the questions, by the last word of the address where each is edited. */
export const partPages = {
  hva: 'what',
  ansvar: 'who',
  opplysninger: 'data',
  behov: 'needs',
  finnes: 'existing',
  dpia: 'dpia',
} as const

type Question = keyof typeof riskFields
export const namesOf = (group: string): readonly Question[] =>
  (Object.keys(riskFields) as Question[]).filter((name) => riskFields[name].group === group)
/** The last word of the address where a question is edited. */
export const partOf = (question: Question): string =>
  Object.entries(partPages).find(([, group]) => group === riskFields[question].group)?.[0] ?? ''

/** Where an analysis stands: set by its deeds alone, never by a form. */
export const standingFields = {
  status: { kind: 'choice', of: ['draft', 'approved', 'changed', 'ended'], required: true },
  scale: { kind: 'choice', of: ['4', '5'], required: true },
  initiator: { kind: 'reference' },
  begunOn: { kind: 'date', past: true, required: true },
  approvedAt: { kind: 'instant' },
  touchedAt: { kind: 'instant', required: true },
  dpiaBegunAt: { kind: 'instant' },
  acceptedBy: { kind: 'reference' },
  acceptedAt: { kind: 'instant' },
  acceptedUntil: { kind: 'date' },
  acceptedReason: { kind: 'text', max: 2000, long: true },
  /** A fingerprint of the scenarios and measures that were accepted: another is another risk. */
  acceptedFor: { kind: 'text', max: 40 },
} as const satisfies Fields

export const recordFields = { ...riskFields, ...standingFields } as const satisfies Fields

/** What leads to it. People come first: they are the greatest threat, for lack of protection or of competence (S4-004). */
export const causes = ['humanProtection', 'humanCompetence', 'malicious', 'technical', 'supplier', 'routine', 'nature'] as const
/** The three sides of information security (S4-009 to S4-011). */
export const sides = ['confidentiality', 'integrity', 'availability'] as const
export const steps = ['1', '2', '3', '4', '5'] as const

export const scenarioFields = {
  name: { kind: 'text', max: 200, required: true, group: 'what' },
  cause: { kind: 'choice', of: causes, required: true, group: 'what' },
  touches: { kind: 'choices', of: sides, required: true, group: 'what' },
  how: { kind: 'text', max: 2000, long: true, group: 'what' },
  likelihood: { kind: 'choice', of: steps, required: true, group: 'before' },
  forSubjects: { kind: 'choice', of: steps, required: true, group: 'before' },
  forOrganisation: { kind: 'choice', of: steps, required: true, group: 'before' },
  why: { kind: 'text', max: 2000, long: true, group: 'before' },
  likelihoodAfter: { kind: 'choice', of: steps, group: 'after' },
  forSubjectsAfter: { kind: 'choice', of: steps, group: 'after' },
  forOrganisationAfter: { kind: 'choice', of: steps, group: 'after' },
  whyAfter: { kind: 'text', max: 2000, long: true, group: 'after' },
} as const satisfies Fields

/** `training`: a measure against lack of competence (S4-004). */
export const measureKinds = ['organisational', 'technical', 'physical', 'training'] as const

export const measureFields = {
  name: { kind: 'text', max: 200, required: true, group: 'what' },
  kind: { kind: 'choice', of: measureKinds, required: true, group: 'what' },
  effect: { kind: 'choices', of: ['preventing', 'detecting'], required: true, group: 'what' },
  scenarios: { kind: 'references', group: 'what' },
  owner: { kind: 'reference', required: true, group: 'who' },
  dueOn: { kind: 'date', required: true, group: 'who' },
  decidedBy: { kind: 'reference', group: 'who' },
  decidedOn: { kind: 'date', past: true, group: 'who' },
  doneOn: { kind: 'date', group: 'done' },
  evidence: { kind: 'text', max: 2000, long: true, group: 'done', sometimes: true },
  reviewOn: { kind: 'date', group: 'done' },
} as const satisfies Fields
/** What of a measure is its plan: what is approved. That it is carried out afterwards changes nothing that was approved. */
export const planOf = ['name', 'kind', 'effect', 'scenarios', 'owner', 'dueOn', 'decidedBy', 'decidedOn'] as const

export const acceptFields = {
  until: { kind: 'date', required: true },
  reason: { kind: 'text', max: 2000, long: true, required: true },
} as const satisfies Fields
