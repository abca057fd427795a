import type { Fields } from '../../kernel/fields.ts'
import { dataTypes } from '../deviation/public.ts'
import { dataSubjects } from '../organisation/public.ts'

const yesNo = ['yes', 'no'] as const

/** GDPR Chapter V: what a transfer out of the EEA rests on (Articles 45 to 49). */
export const transferBases = ['adequacy', 'standardClauses', 'bindingRules', 'derogation'] as const

/** What is asked of an agreement: the points of Article 28(3), in the annexes that DFØ's standard has. */
export const agreementFields = {
  name: { kind: 'text', max: 160, required: true, group: 'parties' },
  ourRole: { kind: 'choice', of: ['controller', 'processor'], required: true, group: 'parties' },
  supplier: { kind: 'reference', group: 'parties' },
  otherParty: { kind: 'text', max: 200, group: 'parties' },
  processings: { kind: 'references', group: 'parties' },
  systems: { kind: 'references', group: 'parties' },
  unit: { kind: 'reference', group: 'parties' },
  responsible: { kind: 'reference', group: 'parties' },
  purpose: { kind: 'text', max: 4000, long: true, group: 'annexA' },
  nature: { kind: 'text', max: 2000, long: true, group: 'annexA' },
  dataSubjects: { kind: 'choices', of: dataSubjects, group: 'annexA' },
  dataKinds: { kind: 'choices', of: dataTypes, group: 'annexA' },
  duration: { kind: 'text', max: 300, group: 'annexA' },
  subProcessing: { kind: 'choice', of: ['none', 'specific', 'general'], group: 'annexB' },
  subProcessorNoticeDays: { kind: 'whole', unit: 'days', min: 1, max: 365, group: 'annexB' },
  subProcessorDuties: { kind: 'choice', of: yesNo, group: 'annexB' },
  instructions: { kind: 'text', max: 4000, long: true, group: 'annexC' },
  confidentiality: { kind: 'choice', of: yesNo, group: 'annexC' },
  securityMeasures: { kind: 'text', max: 4000, long: true, group: 'annexC' },
  assistsRights: { kind: 'choice', of: yesNo, group: 'annexC' },
  assistsSecurity: { kind: 'choice', of: yesNo, group: 'annexC' },
  noticeHours: { kind: 'whole', unit: 'hours', min: 1, max: 720, group: 'annexC' },
  auditRight: { kind: 'choice', of: yesNo, group: 'annexC' },
  warnsUnlawful: { kind: 'choice', of: yesNo, group: 'annexC' },
  transfers: { kind: 'choice', of: yesNo, group: 'annexC' },
  transferBasis: { kind: 'choice', of: transferBases, group: 'annexC', sometimes: true },
  atEnd: { kind: 'choice', of: ['deleted', 'returned'], group: 'annexC' },
  changes: { kind: 'text', max: 4000, long: true, group: 'annexD' },
  assessedOn: { kind: 'date', past: true, group: 'assessment' },
  assessedBy: { kind: 'reference', group: 'assessment' },
  guarantees: { kind: 'text', max: 4000, long: true, group: 'assessment' },
  assessedSecurity: { kind: 'text', max: 4000, long: true, group: 'assessment' },
  assessedChain: { kind: 'text', max: 4000, long: true, group: 'assessment' },
  conclusion: { kind: 'choice', of: ['sound', 'conditions', 'unsound'], group: 'assessment' },
  conditions: { kind: 'text', max: 2000, long: true, group: 'assessment', sometimes: true },
  archiveReference: { kind: 'text', max: 120, group: 'follow' },
  endsOn: { kind: 'date', group: 'follow' },
  auditEveryMonths: { kind: 'whole', unit: 'months', min: 1, max: 60, group: 'follow' },
} as const satisfies Fields

/** The groups of the questions, by the last word of the address where each is edited. */
export const partPages = {
  parter: 'parties',
  'bilag-a': 'annexA',
  'bilag-b': 'annexB',
  'bilag-c': 'annexC',
  'bilag-d': 'annexD',
  vurdering: 'assessment',
  oppfolging: 'follow',
} as const

export type Question = keyof typeof agreementFields
const all = Object.keys(agreementFields) as readonly Question[]
export const namesOf = (group: string): readonly Question[] => all.filter((name) => agreementFields[name].group === group)
export const partOf = (question: Question): string =>
  Object.entries(partPages).find(([, group]) => group === agreementFields[question].group)?.[0] ?? ''

/** What the parties sign: whom it is between, and the annexes. The rest is how we look after it. */
export const signed: readonly Question[] = [
  ...(['ourRole', 'supplier', 'otherParty'] as const),
  ...(['annexA', 'annexB', 'annexC', 'annexD'] as const).flatMap(namesOf),
]

export const endReasons = ['serviceEnded', 'terminated', 'expired', 'replaced'] as const

/** Where an agreement stands: set by its deeds alone, never by a form. */
export const standingFields = {
  status: { kind: 'choice', of: ['draft', 'inForce', 'ended'], required: true },
  ourSignatory: { kind: 'text', max: 160 },
  ourSignedOn: { kind: 'date', past: true },
  theirSignatory: { kind: 'text', max: 160 },
  theirSignedOn: { kind: 'date', past: true },
  inForceOn: { kind: 'date' },
  endedOn: { kind: 'date' },
  endReason: { kind: 'choice', of: endReasons },
  dataAtEnd: { kind: 'choice', of: ['deleted', 'returned'] },
  dataAtEndOn: { kind: 'date' },
  dataAtEndNote: { kind: 'text', max: 1000, long: true },
  replaces: { kind: 'reference' },
  registeredBy: { kind: 'reference' },
} as const satisfies Fields

export const recordFields = { ...agreementFields, ...standingFields } as const satisfies Fields

/** Who signed for one of the parties, and when (S2-43). */
export const parties = ['ours', 'theirs'] as const
export const signatureFields = {
  signatory: { kind: 'text', max: 160, required: true },
  signedOn: { kind: 'date', required: true },
} as const satisfies Fields

export const endFields = {
  endedOn: { kind: 'date', required: true },
  endReason: { kind: 'choice', of: ['serviceEnded', 'terminated', 'expired'], required: true },
} as const satisfies Fields

export const dataFields = {
  dataAtEnd: { kind: 'choice', of: ['deleted', 'returned'], required: true },
  dataAtEndOn: { kind: 'date', required: true },
  dataAtEndNote: { kind: 'text', max: 1000, long: true },
} as const satisfies Fields

/** A line of annex B: whom the processor lets process, where, and on what a transfer rests (Articles 28(2), 28(4), 44). */
export const subProcessorFields = {
  name: { kind: 'text', max: 160, required: true },
  service: { kind: 'text', max: 300 },
  country: { kind: 'text', max: 60, required: true },
  inEea: { kind: 'choice', of: yesNo, required: true },
  transferBasis: { kind: 'choice', of: transferBases, sometimes: true },
  authorisedOn: { kind: 'date', past: true },
  noticedOn: { kind: 'date', sometimes: true },
  answer: { kind: 'choice', of: ['accepted', 'objected'] },
  answeredOn: { kind: 'date', sometimes: true },
  objection: { kind: 'text', max: 2000, long: true, sometimes: true },
} as const satisfies Fields

/** An audit of the processor: planned, then held (S4-109). */
export const auditFields = {
  plannedOn: { kind: 'date', required: true },
  heldOn: { kind: 'date' },
  finding: { kind: 'text', max: 4000, long: true, sometimes: true },
  action: { kind: 'text', max: 2000, long: true },
} as const satisfies Fields
