import { type Category, type Report, reportFields } from '../fields-report.ts'
import type { Profile } from '../profile.ts'

export type Question = keyof typeof reportFields

/** The form's three parts, in the order of the source (S1-26). The names are those of the addresses. */
export const formParts = ['kontakt', 'beskrivelse', 'konsekvenser'] as const
export type FormPart = (typeof formParts)[number]

export const groups = [
  'start',
  'affected',
  'reporter',
  'elsewhere',
  'what',
  'details',
  'cause',
  'when',
  'people',
  'data',
  'breach',
  'consequences',
  'measures',
  'inform',
] as const
export type Group = (typeof groups)[number]

type Laid = { readonly part: FormPart; readonly group: Group; readonly questions: readonly Question[] }

/** Every question of the form once, under the heading it is asked beneath. The measures are a list of their own. */
export const layout: readonly Laid[] = [
  { part: 'kontakt', group: 'start', questions: ['personalData', 'directlyAffected', 'caseType'] },
  { part: 'kontakt', group: 'affected', questions: ['affectedUnit', 'affectedLeader'] },
  { part: 'kontakt', group: 'reporter', questions: ['reporterUnit', 'reporterLeader'] },
  { part: 'kontakt', group: 'elsewhere', questions: ['externalReference'] },
  { part: 'beskrivelse', group: 'what', questions: ['whatHappened', 'categories', 'system'] },
  {
    part: 'beskrivelse',
    group: 'details',
    questions: [
      'device',
      'deletionConfirmed',
      'exposedBy',
      'routine',
      'ruleBroken',
      'measureFault',
      'openDataAffects',
      'publishedFault',
      'itemTypes',
      'encrypted',
    ],
  },
  { part: 'beskrivelse', group: 'cause', questions: ['mainCause', 'causeCode', 'processElement'] },
  { part: 'beskrivelse', group: 'when', questions: ['discoveredAt', 'periodState', 'periodFrom', 'periodTo'] },
  { part: 'beskrivelse', group: 'people', questions: ['affectedKnown', 'affectedCount', 'affectedMax', 'relation', 'relationOther'] },
  { part: 'beskrivelse', group: 'data', questions: ['dataTypes', 'dataTypesOther', 'whereNow'] },
  { part: 'beskrivelse', group: 'breach', questions: ['breachKinds', 'breachManner', 'effects', 'incidentKind', 'serious'] },
  { part: 'konsekvenser', group: 'consequences', questions: ['consequencesOrganisation', 'consequencesSubjects'] },
  { part: 'konsekvenser', group: 'measures', questions: [] },
  { part: 'konsekvenser', group: 'inform', questions: ['informNeeded', 'informSent', 'informSentOn', 'informReason'] },
]

/** What only one answer asks for (S1-05 to S1-18): it stands below that answer, and is seen when the answer is chosen. */
export const followUps: Readonly<Partial<Record<Question, Readonly<Record<string, readonly Question[]>>>>> = {
  categories: {
    THEFT_HACKING: ['device'],
    MISSENT_EMAIL: ['deletionConfirmed'],
    NATIONAL_ID_EXPOSED: ['exposedBy'],
    RULE_BREACH: ['routine', 'ruleBroken'],
    MISSING_OR_FAILED_MEASURE: ['measureFault'],
    OPEN_DATA: ['openDataAffects'],
    PUBLISHED_WITHOUT_BASIS: ['publishedFault'],
    LOST_ITEM: ['itemTypes', 'encrypted'],
  } satisfies Partial<Record<Category, readonly Question[]>>,
  relation: { others: ['relationOther'] },
  informSent: { yes: ['informSentOn'], no: ['informReason'] },
}

/** Those that stand below an answer to one of these questions. */
export const followsIn = (questions: readonly Question[]): ReadonlySet<Question> =>
  new Set(questions.flatMap((question) => Object.values(followUps[question] ?? {}).flat()))

/** The one page of the quick report (S1-22): what happened, when it was found, and where; the last two are filled in. */
export const quickQuestions = ['whatHappened', 'discoveredAt', 'affectedUnit'] as const satisfies readonly Question[]

/** What is asked when the report is sent, and nobody owes: whether people are involved first (S3-13). */
export const firstQuestions = ['personalData', 'caseType', 'categories', 'periodState', 'serious'] as const satisfies readonly Question[]

/** What is asked then: those, and what the kinds that are chosen ask for besides (S1-05 to S1-18). */
export const firstAnswers = ({ categories }: Pick<Report, 'categories'>): readonly Question[] => [
  ...firstQuestions,
  ...categories.flatMap((category) => followUps.categories?.[category] ?? []),
]

/**
 * What can be answered without the form: on a page that others' reports are written down on, and in a quick report from a page that was
 * opened when it asked more. Whether people are involved comes first (S3-13), then how much must be said (S1-23).
 */
export const quickAnswers = [
  'personalData',
  'directlyAffected',
  'caseType',
  'whatHappened',
  'categories',
  'affectedUnit',
  'discoveredAt',
  'periodState',
  'serious',
] as const satisfies readonly Question[]

/** The questions of one part that are shown, in the order of the page. */
export const questionsOf = (part: FormPart, shown: readonly Question[]): readonly Question[] =>
  layout.filter((laid) => laid.part === part).flatMap((laid) => laid.questions.filter((question) => shown.includes(question)))

/** Where a question is asked: the link of every gap and every error. */
export const partOf = (question: string): FormPart =>
  layout.find((laid) => (laid.questions as readonly string[]).includes(question))?.part ??
  (question.startsWith('measure') ? 'konsekvenser' : 'beskrivelse')

/** The questions as one organisation asks them: its own kinds of report, and its own groups of people (S1-37). */
export const fieldsOf = ({ deviation }: Profile): typeof reportFields =>
  ({
    ...reportFields,
    caseType: { ...reportFields.caseType, of: deviation.caseTypes },
    relation: { ...reportFields.relation, of: deviation.dataSubjects },
  }) as unknown as typeof reportFields

export type GuideName = 'email' | 'received' | 'rules'

/** The advice that belongs to what was chosen (S1-07, S1-09, S1-10). */
export const guidesFor = ({ categories }: Pick<Report, 'categories'>): readonly GuideName[] => {
  const has = (...of: readonly Category[]) => of.some((category) => categories.includes(category))
  return [
    ...(has('UNENCRYPTED_SENSITIVE_EMAIL', 'MISSENT_EMAIL', 'NATIONAL_ID_EXPOSED') ? (['email'] as const) : []),
    ...(has('RECEIVED_OTHERS_SENSITIVE') ? (['received'] as const) : []),
    ...(has('RULE_BREACH') ? (['rules'] as const) : []),
  ]
}
