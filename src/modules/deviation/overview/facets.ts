import { levels } from '../assessed.ts'
import { channels } from '../deviation.ts'
import { type Category, categories, reportFields } from '../fields-report.ts'

/** What cases are counted by, and narrowed to: a question with few answers, or what is worked out from several. */
type FacetShape = {
  /** The name in the address, in the reader's own words. */
  readonly key: string
  readonly of: readonly string[]
  /** The question of the report that it is; absent: worked out (queries-facets.ts). */
  readonly question?: keyof typeof reportFields
  /** A case may have several. */
  readonly many?: true
  /** Asked beneath this category only: an answer that is left when the category is taken away says nothing. */
  readonly below?: Category
  /** Asked only where personal data may be affected. */
  readonly aboutPeople?: true
  /** For those who read all of the case: the leader who was told reads the report, and not the assessment. */
  readonly whole?: true
}

export const attributes = ['confidentiality', 'integrity', 'availability'] as const
export type Attribute = (typeof attributes)[number]

/** What was told to Datatilsynet, and when: as `clockState` says it, and why there is nothing to wait for. */
export const notifiedStates = ['met', 'late', 'running', 'overdue', 'notOwed', 'noClock'] as const

export const facets = {
  category: { key: 'kategori', of: categories, question: 'categories', many: true },
  exposedBy: { key: 'ut', of: reportFields.exposedBy.of, question: 'exposedBy', many: true, below: 'NATIONAL_ID_EXPOSED' },
  measureFault: { key: 'svikt', of: reportFields.measureFault.of, question: 'measureFault', below: 'MISSING_OR_FAILED_MEASURE' },
  openDataAffects: { key: 'truet', of: reportFields.openDataAffects.of, question: 'openDataAffects', many: true, below: 'OPEN_DATA' },
  publishedFault: { key: 'publisert', of: reportFields.publishedFault.of, question: 'publishedFault', below: 'PUBLISHED_WITHOUT_BASIS' },
  itemTypes: { key: 'gjenstand', of: reportFields.itemTypes.of, question: 'itemTypes', many: true, below: 'LOST_ITEM' },
  encrypted: { key: 'kryptert', of: reportFields.encrypted.of, question: 'encrypted', below: 'LOST_ITEM' },
  deletionConfirmed: { key: 'slettet', of: reportFields.deletionConfirmed.of, question: 'deletionConfirmed', below: 'MISSENT_EMAIL' },
  channel: { key: 'kanal', of: channels },
  attribute: { key: 'sikkerhet', of: attributes, many: true },
  incidentKind: { key: 'episode', of: reportFields.incidentKind.of, question: 'incidentKind' },
  effect: { key: 'virkning', of: reportFields.effects.of, question: 'effects', many: true, aboutPeople: true },
  cause: { key: 'arsak', of: reportFields.causeCode.of, question: 'causeCode' },
  level: { key: 'risiko', of: levels, whole: true },
  notified: { key: 'datatilsynet', of: notifiedStates },
} as const satisfies Readonly<Record<string, FacetShape>>
export type Facet = keyof typeof facets
export const facetNames = Object.keys(facets) as readonly Facet[]
export const shapeOf = (facet: Facet): FacetShape => facets[facet]

/** Nothing was answered: an answer of its own, to be counted and looked for. */
export const unsaid = 'ingen'

/**
 * Which answers tell of a breach of confidentiality, integrity or availability (EDPB Guidelines 9/2022, no. 17). What is asked of open data
 * counts beside what became of the data.
 */
export const toldBy: Readonly<
  Record<
    Attribute,
    { readonly openDataAffects: readonly string[]; readonly effects: readonly string[]; readonly breachKinds: readonly string[] }
  >
> = {
  confidentiality: { openDataAffects: ['confidentiality'], effects: ['astray'], breachKinds: ['spreading'] },
  integrity: { openDataAffects: ['integrity'], effects: ['changed'], breachKinds: ['alteration'] },
  availability: { openDataAffects: [], effects: ['lost', 'unavailable'], breachKinds: ['loss', 'destruction'] },
}
