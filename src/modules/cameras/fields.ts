import type { Fields } from '../../kernel/fields.ts'

/** What surveillance may be for (S4-186). */
export const purposes = ['accessPrevention', 'theft', 'breakIn', 'violence', 'vandalism', 'other'] as const
/** What might do instead, and what came of looking at it (S4-188). */
const tried = { kind: 'choice', of: ['notEnough', 'unsuitable', 'enough'], group: 'alternatives' } as const
const asked = { kind: 'choice', of: ['yes', 'no'], group: 'assessment' } as const

export const cameraFields = {
  name: { kind: 'text', max: 160, required: true, group: 'what' },
  origin: { kind: 'choice', of: ['ours', 'found'], required: true, group: 'what' },
  unit: { kind: 'reference', required: true, group: 'what' },
  site: { kind: 'text', max: 160, group: 'what' },
  area: { kind: 'text', max: 1000, long: true, group: 'what' },
  kind: { kind: 'choice', of: ['real', 'dummy'], group: 'what' },
  purposes: { kind: 'choices', of: purposes, group: 'what', sometimes: true },
  otherPurpose: { kind: 'text', max: 500, group: 'what', sometimes: true },
  system: { kind: 'reference', group: 'what' },
  processing: { kind: 'reference', group: 'what' },
  recognisable: asked,
  systematic: asked,
  largeScale: asked,
  publicPlace: asked,
  workplace: asked,
  dpia: { kind: 'reference', group: 'assessment' },
  altLighting: tried,
  altLocks: tried,
  altStaff: tried,
  altAccess: tried,
  altRoutines: tried,
  altOther: tried,
  alternativesWhy: { kind: 'text', max: 2000, long: true, group: 'alternatives' },
  justification: { kind: 'text', max: 4000, long: true, group: 'basis' },
  basis: { kind: 'choice', of: ['publicTask', 'legalObligation', 'legitimateInterests'], group: 'basis' },
  lawReference: { kind: 'text', max: 300, group: 'basis' },
  consultedOn: { kind: 'date', past: true, group: 'basis' },
  consultedWith: { kind: 'text', max: 500, group: 'basis' },
  mode: { kind: 'choice', of: ['live', 'recording', 'both'], group: 'operation' },
  sound: { kind: 'choice', of: ['yes', 'no'], group: 'operation' },
  soundReason: { kind: 'text', max: 1000, long: true, group: 'operation' },
  hours: { kind: 'text', max: 200, group: 'operation' },
  masked: { kind: 'text', max: 500, group: 'operation' },
  retentionDays: { kind: 'whole', unit: 'days', min: 0, max: 3650, group: 'operation' },
  retentionReason: { kind: 'text', max: 2000, long: true, group: 'operation' },
  erase: { kind: 'choice', of: ['delete', 'anonymise'], group: 'operation' },
  viewers: { kind: 'references', group: 'operation' },
  viewersText: { kind: 'text', max: 500, group: 'operation' },
  signOn: { kind: 'date', past: true, group: 'sign' },
  signPlace: { kind: 'text', max: 300, group: 'sign' },
  signMore: { kind: 'text', max: 300, group: 'sign' },
} as const satisfies Fields

/** The groups of the questions, by the last word of the address where each is edited. */
export const partPages = {
  hva: 'what',
  vurdering: 'assessment',
  alternativer: 'alternatives',
  grunnlag: 'basis',
  bruk: 'operation',
  skilt: 'sign',
} as const

export type Question = keyof typeof cameraFields
export const namesOf = (group: string): readonly Question[] =>
  (Object.keys(cameraFields) as Question[]).filter((name) => cameraFields[name].group === group)
/** The last word of the address where a question is edited. */
export const partOf = (question: Question): string =>
  Object.entries(partPages).find(([, group]) => group === cameraFields[question].group)?.[0] ?? ''

/** Where it stands: set by its deeds alone, never by a form. */
export const standingFields = {
  status: { kind: 'choice', of: ['planned', 'approved', 'active', 'changed', 'off', 'unauthorised', 'removed'], required: true },
  approvedAt: { kind: 'instant' },
  approvedBy: { kind: 'reference' },
  decision: { kind: 'text', max: 2000, long: true },
  activeOn: { kind: 'date', past: true },
  removedOn: { kind: 'date', past: true },
  reportedOn: { kind: 'date', past: true },
} as const satisfies Fields

export const recordFields = { ...cameraFields, ...standingFields } as const satisfies Fields
const { dpia: _, ...openFields } = recordFields
/** What everybody reads: which DPIA it has is told to those alone who may read it. */
export const shownFields = openFields

export const decisionFields = { decision: { kind: 'text', max: 2000, long: true, required: true } } as const satisfies Fields
