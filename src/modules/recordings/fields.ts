import type { Fields } from '../../kernel/fields.ts'

/** What a recording may be made for: (a) a possible police case and the safety of those at work, (b) what was claimed and promised (S4-192). */
export const purposes = ['police', 'claims', 'other'] as const

export const recordingFields = {
  name: { kind: 'text', max: 120, required: true, group: 'what', guard: true },
  kind: { kind: 'choice', of: ['audio', 'camera'], required: true, group: 'what' },
  unit: { kind: 'reference', required: true, group: 'what' },
  startedAt: { kind: 'instant', required: true, group: 'what' },
  minutes: { kind: 'whole', unit: 'minutes', min: 0, max: 10080, group: 'what' },
  recordedBy: { kind: 'reference', required: true, group: 'what' },
  camera: { kind: 'reference', group: 'what', sometimes: true },
  purposes: { kind: 'choices', of: purposes, required: true, group: 'why' },
  otherWhy: { kind: 'text', max: 500, group: 'why', guard: true, sometimes: true },
  situation: { kind: 'choice', of: ['threat', 'complaint'], group: 'why', sometimes: true },
  complaint: { kind: 'choice', of: ['wontSpeak', 'notAvailable'], group: 'why', sometimes: true },
  told: { kind: 'choice', of: ['yes', 'no'], group: 'told', sometimes: true },
  notToldWhy: { kind: 'text', max: 1000, long: true, group: 'told', guard: true, sometimes: true },
  caseReference: { kind: 'text', max: 60, group: 'note' },
  caseworker: { kind: 'reference', group: 'note', sometimes: true },
  note: { kind: 'text', max: 4000, long: true, group: 'note', guard: true },
  storagePlace: { kind: 'text', max: 300, required: true, group: 'storage' },
  access: { kind: 'references', required: true, group: 'storage' },
  eraseOn: { kind: 'date', required: true, group: 'storage' },
  erase: { kind: 'choice', of: ['delete', 'anonymise'], required: true, group: 'storage' },
  keepReason: { kind: 'text', max: 1000, long: true, group: 'storage', guard: true },
} as const satisfies Fields

export type Question = keyof typeof recordingFields
export const namesOf = (group: string): readonly Question[] =>
  (Object.keys(recordingFields) as Question[]).filter((name) => recordingFields[name].group === group)
export const groups = ['what', 'why', 'told', 'note', 'storage'] as const

export const holdFields = {
  holdReason: { kind: 'choice', of: ['crime', 'accident'], required: true },
  holdReviewOn: { kind: 'date', required: true },
  holdReviewer: { kind: 'reference', required: true },
} as const satisfies Fields
/** Another day for one of its reasons, or somebody else who looks at it. */
export const moveHoldFields = { holdReviewOn: holdFields.holdReviewOn, holdReviewer: holdFields.holdReviewer } as const satisfies Fields
export const handOverFields = {
  handedOn: { kind: 'date', required: true },
  handedTo: { kind: 'text', max: 200, required: true },
  handedReference: { kind: 'text', max: 60 },
} as const satisfies Fields
export const archiveFields = { archiveReference: { kind: 'text', max: 60, required: true } } as const satisfies Fields

/** Where it stands: set by its deeds alone, never by the form. */
export const standingFields = {
  status: { kind: 'choice', of: ['kept', 'held', 'handedOver', 'erased'], required: true },
  heldOn: { kind: 'date', past: true },
  holdReason: { kind: 'choice', of: ['crime', 'accident'] },
  holdReviewOn: { kind: 'date' },
  holdReviewer: { kind: 'reference' },
  /** Whoever looks at any of its reasons again. */
  holdReviewers: { kind: 'references' },
  releasedOn: { kind: 'date', past: true },
  handedOn: { kind: 'date' },
  handedTo: { kind: 'text', max: 200 },
  handedReference: { kind: 'text', max: 60 },
  archiveReference: { kind: 'text', max: 60 },
  erasedOn: { kind: 'date', past: true },
} as const satisfies Fields

export const recordFields = { ...recordingFields, ...standingFields } as const satisfies Fields
