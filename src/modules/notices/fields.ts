import type { Fields } from '../../kernel/fields.ts'

export const letterKinds = ['receipt', 'answer', 'order', 'contact'] as const
export type LetterKind = (typeof letterKinds)[number]
/** Who a copy may go to. A data subject is none of these: they have their own message (S3-18). */
export const partyRoles = ['processor', 'jointController', 'controller', 'systemOwner', 'supplier', 'otherAuthority', 'other'] as const
export type PartyRole = (typeof partyRoles)[number]
/** How those affected are reached (S4-145). */
export const messageChannels = ['email', 'letter', 'sms', 'pressRelease', 'personal', 'otherWritten'] as const
export type MessageChannel = (typeof messageChannels)[number]

const long = { kind: 'text', max: 8000, long: true, guard: true } as const
/** Contact details of the data protection officer are meant to be there: the guard is not asked. */
const contact = { kind: 'text', max: 1000, long: true } as const

/** The notice, in the order of Datatilsynet's form, so that it can be copied from top to bottom. */
export const noticeFields = {
  mainCause: { ...long, group: 'description' },
  period: { ...long, max: 1000, group: 'description' },
  discovered: { ...long, max: 1000, group: 'description' },
  affected: { ...long, max: 2000, group: 'description' },
  records: { ...long, max: 1000, group: 'description' },
  whatHappened: { ...long, group: 'description' },
  howItArose: { ...long, group: 'description' },
  dataTypes: { ...long, max: 4000, group: 'description' },
  specialCategories: { ...long, max: 1000, group: 'description' },
  relation: { ...long, max: 2000, group: 'description' },
  vulnerable: { ...long, max: 1000, group: 'description' },
  whereNow: { ...long, max: 4000, group: 'description' },
  crossBorder: { ...long, max: 1000, group: 'description' },
  processor: { ...long, max: 1000, group: 'description' },
  consequences: { ...long, group: 'consequences' },
  measuresDone: { ...long, group: 'measures' },
  measuresPlanned: { ...long, group: 'measures' },
  measuresSideEffects: { ...long, group: 'measures' },
  documentation: { ...long, group: 'documentation' },
  informed: { ...long, max: 4000, group: 'informed' },
  contact: { ...contact, group: 'contact' },
  furtherContact: { ...contact, group: 'contact' },
  stepwise: { ...long, max: 4000, group: 'stepwise' },
  lateReason: { ...long, max: 4000, group: 'late', sometimes: true },
  withdrawalReason: { ...long, max: 4000, group: 'withdrawal' },
} as const satisfies Fields

/** One thing a preliminary notice promises, and by which day. */
export const owedFields = {
  what: { kind: 'text', max: 500, guard: true },
  dueOn: { kind: 'date', sometimes: true },
} as const satisfies Fields

/** Registering a notice as sent: what Altinn gave back. `lateReason` is asked for when it was late (S4-136). */
export const sendingFields = {
  sentAt: { kind: 'instant', required: true },
  reference: { kind: 'text', max: 120 },
  lateReason: { ...long, max: 4000, sometimes: true },
  access: { kind: 'choice', of: ['public', 'exempt'], required: true },
  accessGround: { kind: 'text', max: 200, sometimes: true },
} as const satisfies Fields

export const letterFields = {
  kind: { kind: 'choice', of: letterKinds, required: true },
  at: { kind: 'instant', required: true },
  reference: { kind: 'text', max: 120 },
  question: { ...long, max: 4000, sometimes: true },
  content: { ...long, required: true },
  dueOn: { kind: 'date', sometimes: true },
} as const satisfies Fields

export const followFields = {
  followedAt: { kind: 'instant', required: true },
  followedHow: { ...long, max: 4000, required: true },
} as const satisfies Fields

/** A data subject can be chosen, and is then refused with the reason: else people would write them under "other" (S3-18). */
export const copyFields = {
  party: { kind: 'text', max: 200, required: true },
  partyRole: { kind: 'choice', of: [...partyRoles, 'dataSubject'], required: true },
  sentAt: { kind: 'instant', required: true },
} as const satisfies Fields

/** The message to those affected, in plain words: GDPR art. 34(2), S4-162 to S4-166. Advice only where there is some. */
export const messageFields = {
  whatHappened: { ...long, max: 6000, required: true },
  consequences: { ...long, max: 6000, required: true },
  measures: { ...long, max: 6000, required: true },
  advice: { ...long, max: 6000 },
  contacts: { ...contact, required: true },
} as const satisfies Fields

export const messageSendingFields = {
  channels: { kind: 'choices', of: messageChannels, required: true },
  reach: { ...long, max: 2000, required: true },
  told: { kind: 'choice', of: ['count', 'unknown'], required: true },
  toldCount: { kind: 'whole', min: 0, max: 10_000_000 },
  sentAt: { kind: 'instant', required: true },
} as const satisfies Fields
