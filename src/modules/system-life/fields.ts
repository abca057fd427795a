import type { Fields } from '../../kernel/fields.ts'

export const stages = ['need', 'procurement', 'procured', 'inUse', 'ending', 'ended'] as const
export const kinds = ['application', 'software', 'equipment', 'itSystem'] as const

export const needFields = {
  kind: { kind: 'choice', of: kinds, required: true },
  obtained: { kind: 'choice', of: ['takeIntoUse', 'procure'], required: true },
  need: { kind: 'text', max: 4000, long: true },
  conditionsOfUse: { kind: 'text', max: 4000, long: true },
  conditionsOfManagement: { kind: 'text', max: 4000, long: true },
} as const satisfies Fields

/** The first form of all: the need, and what the system is called. */
export const newNeedFields = { name: { kind: 'text', max: 120, required: true }, ...needFields } as const satisfies Fields

/** What may be asked of a supplier, in our own words, for a tender (S4-114). */
export const requirements = [
  ...([
    'minimise',
    'access',
    'logging',
    'encryption',
    'erasure',
    'export',
    'rights',
    'location',
    'breach',
    'audit',
    'defaults',
    'ending',
  ] as const),
] as const

export const procurementFields = {
  rulesFollowed: { kind: 'choice', of: ['yes', 'no'] },
  rulesReference: { kind: 'text', max: 300 },
  byDesign: { kind: 'text', max: 4000, long: true },
  byDefault: { kind: 'text', max: 4000, long: true },
  requirements: { kind: 'choices', of: requirements },
} as const satisfies Fields

export const endingFields = {
  securedConfidentiality: { kind: 'text', max: 2000, long: true },
  securedIntegrity: { kind: 'text', max: 2000, long: true },
  securedAvailability: { kind: 'text', max: 2000, long: true },
  archivedWhere: { kind: 'text', max: 300 },
  carriedOn: { kind: 'text', max: 1000, long: true },
  archivist: { kind: 'reference' },
} as const satisfies Fields

export const appointmentFields = {
  appointed: { kind: 'reference', required: true },
  appointedOn: { kind: 'date', required: true },
} as const satisfies Fields

export const standingFields = {
  stage: { kind: 'choice', of: stages, required: true },
  askedBy: { kind: 'reference' },
  appointedBy: { kind: 'reference' },
} as const satisfies Fields

export const lifeFields = {
  ...needFields,
  ...procurementFields,
  ...endingFields,
  ...appointmentFields,
  ...standingFields,
} as const satisfies Fields

export const questionFields = { question: { kind: 'text', max: 4000, long: true, required: true, guard: true } } as const satisfies Fields
export const answerFields = { answer: { kind: 'text', max: 4000, long: true, required: true, guard: true } } as const satisfies Fields
