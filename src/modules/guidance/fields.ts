import type { Fields } from '../../kernel/fields.ts'

export const kinds = ['article', 'handbook', 'routine', 'guideline', 'tip'] as const
/** Whom an article is for (S4-016). */
export const audiences = ['employee', 'leader', 'pupil', 'partner', 'resident'] as const
/** Those of them who work elsewhere: what is for them may be read without an account. */
export const outsiders = ['resident', 'pupil', 'partner'] as const satisfies readonly (typeof audiences)[number][]
/** Where a tip stands besides the library: in the checklist of each, and where a case is printed. */
export const shownAt = ['checklist', 'print'] as const

/** What its editors write. A text stands in each language by itself. */
export const articleFields = {
  name: { kind: 'text', max: 160, required: true, group: 'about' },
  kind: { kind: 'choice', of: kinds, required: true, group: 'about' },
  audiences: { kind: 'choices', of: audiences, group: 'about' },
  unit: { kind: 'reference', group: 'about' },
  owner: { kind: 'reference', group: 'about' },
  rank: { kind: 'whole', min: 1, max: 999, group: 'about' },
  validFrom: { kind: 'date', group: 'about' },
  validUntil: { kind: 'date', group: 'about' },
  mustConfirm: { kind: 'choice', of: ['yes', 'no'], group: 'about' },
  shownAt: { kind: 'choices', of: shownAt, group: 'about' },
  titleNb: { kind: 'text', max: 160, group: 'nb' },
  bodyNb: { kind: 'text', max: 60_000, long: true, group: 'nb' },
  checkNb: { kind: 'text', max: 6000, long: true, group: 'nb' },
  titleNn: { kind: 'text', max: 160, group: 'nn' },
  bodyNn: { kind: 'text', max: 60_000, long: true, group: 'nn' },
  checkNn: { kind: 'text', max: 6000, long: true, group: 'nn' },
  titleEn: { kind: 'text', max: 160, group: 'en' },
  bodyEn: { kind: 'text', max: 60_000, long: true, group: 'en' },
  checkEn: { kind: 'text', max: 6000, long: true, group: 'en' },
  systems: { kind: 'references', group: 'covers' },
  workProcesses: { kind: 'references', group: 'covers' },
  sources: { kind: 'references', group: 'covers' },
} as const satisfies Fields

/** The groups of the questions, by the last word of the address where each is edited. */
export const partPages = { om: 'about', bokmal: 'nb', nynorsk: 'nn', engelsk: 'en', dekker: 'covers' } as const

/** Where it stands: set by its deeds alone. */
export const standingFields = {
  status: { kind: 'choice', of: ['draft', 'reviewed', 'adopted', 'retired'], required: true },
  reviewedBy: { kind: 'reference' },
  reviewedAt: { kind: 'instant' },
  edition: { kind: 'whole', min: 0, max: 9999 },
  adoptedBy: { kind: 'text', max: 160 },
  adoptedOn: { kind: 'date' },
  minutes: { kind: 'text', max: 160, sometimes: true },
  publishedAt: { kind: 'instant' },
  changedAt: { kind: 'instant' },
  checkedOn: { kind: 'date', past: true },
  startKey: { kind: 'text', max: 60 },
  retiredOn: { kind: 'date', past: true },
  replacedBy: { kind: 'reference' },
} as const satisfies Fields

export const recordFields = { ...articleFields, ...standingFields } as const satisfies Fields

/** What is said when an edition is adopted (S4-012). */
export const adoptFields = {
  adoptedBy: { kind: 'text', max: 160, required: true },
  adoptedOn: { kind: 'date', required: true },
  minutes: { kind: 'text', max: 160, sometimes: true },
} as const satisfies Fields

/** What is asked of whoever fetches the ready-made texts: without an answer they are drafts. */
export const startFields = { adoptedBy: { kind: 'text', max: 160 } } as const satisfies Fields

/** What is said when a text is taken out of use: what stands in its place, if anything does. */
export const retireFields = { replacedBy: { kind: 'reference' } } as const satisfies Fields

/** What readers have: what was written, and by whom it was adopted. */
export const publishedFields = {
  ...articleFields,
  edition: { kind: 'whole', min: 1, max: 9999 },
  adoptedBy: { kind: 'text', max: 160 },
  adoptedOn: { kind: 'date' },
  minutes: { kind: 'text', max: 160, sometimes: true },
  publishedAt: { kind: 'instant' },
  changedAt: { kind: 'instant' },
} as const satisfies Fields
