import { offices } from '../../kernel/actor.ts'
import type { Fields } from '../../kernel/fields.ts'

export const receiverKinds = ['leader', 'privacyContact', 'ciso', 'dpo'] as const
/** Who asks: what the figures are by (S4-076). */
export const askerGroups = ['employee', 'management', 'dataSubject'] as const

export const askFields = {
  kind: { kind: 'choice', of: ['advice', 'routine'], required: true },
  sentTo: { kind: 'choice', of: receiverKinds, required: true },
  about: { kind: 'text', max: 4000, long: true, required: true, guard: true },
  unit: { kind: 'reference' },
  /** The page that it was asked from, where whoever asks wants it told. */
  with: { kind: 'choices', of: ['page'] },
} as const satisfies Fields

/** Of somebody without an account. Who they are is not asked. */
export const openFields = {
  about: { kind: 'text', max: 4000, long: true, required: true, guard: true },
  contact: { kind: 'text', max: 200 },
} as const satisfies Fields

/** The code that somebody without an account reads the answer with. */
export const codeFields = { code: { kind: 'text', max: 60, required: true } } as const satisfies Fields

export const answerFields = {
  answer: { kind: 'text', max: 8000, long: true, required: true, guard: true },
} as const satisfies Fields

export const shareFields = {
  person: { kind: 'reference', sometimes: true },
  role: { kind: 'choice', of: offices },
  reason: { kind: 'text', max: 1000, long: true, required: true, guard: true },
} as const satisfies Fields

/** What points at people and units, and is shown by name. */
export const namedFields = {
  unit: askFields.unit,
  askedBy: { kind: 'reference' },
  receivers: { kind: 'references' },
  answeredBy: { kind: 'reference' },
} as const satisfies Fields

/** What is kept of a question: what was asked, and what its deeds have set. */
export const recordFields = {
  ...namedFields,
  kind: askFields.kind,
  sentTo: askFields.sentTo,
  about: askFields.about,
  askerGroup: { kind: 'choice', of: askerGroups, required: true },
  askedAt: { kind: 'instant', required: true },
  page: { kind: 'text', max: 300 },
  follows: { kind: 'reference' },
  contact: openFields.contact,
  receiptMark: { kind: 'text', max: 80 },
  /** The role that has it; empty where people do. */
  office: { kind: 'choice', of: offices },
  dueOn: { kind: 'date' },
  answer: { kind: 'text', max: 8000, long: true },
  answeredAt: { kind: 'instant' },
  closedBy: { kind: 'reference' },
  closedAt: { kind: 'instant' },
} as const satisfies Fields
