import type { Localised } from '../../kernel/texts.ts'

/** What an answer means, whatever it is called: what a round counts. */
export const meanings = ['yes', 'partly', 'no', 'unknown'] as const
export type Meaning = (typeof meanings)[number]

/** One answer that may be chosen. Its key stays when it is called something else. */
export type Option = { readonly key: string; readonly meaning: Meaning; readonly label: Localised; readonly hint: Localised }

/** How sure one is that it is true (S2-02), or plainly yes and no, for what is a fact and no degree. */
export const scales = ['covered', 'yesNo'] as const
export type Scale = (typeof scales)[number]

/** `reversed`: yes is the bad answer (8.2). `neutral`: neither is better, and nothing is counted (3.3). */
export const scorings = ['straight', 'reversed', 'neutral'] as const
export type Scoring = (typeof scorings)[number]

/** What the registers know that is shown beside a question. */
export const known = [
  ...(['processings', 'notices', 'licences', 'sensitive', 'research', 'overview', 'consent', 'processors', 'systems'] as const),
  ...(['measures', 'attempts', 'deletion', 'deviations', 'cameras', 'training', 'controller'] as const),
  ...(['requests', 'exports', 'extracts'] as const),
] as const
export type Known = (typeof known)[number]

/** Asked only of those who gave one of these answers to a question before it. */
export type Condition = { readonly question: string; readonly says: readonly Meaning[] }

export type Question = {
  readonly key: string
  readonly text: Localised
  readonly guidance: Localised
  /** The rule as it is today, where it is written, and when it was read there. */
  readonly rule: Localised
  readonly ruleSource: string | null
  readonly ruleReadOn: string | null
  /** What the guidance said while the older law was in force. */
  readonly historic: Localised
  readonly scale: Scale
  readonly scoring: Scoring
  readonly known: Known | null
  /** A bad answer is a deviation, and may be reported at once. */
  readonly reports: boolean
  /** Absent or null: it is asked of all. */
  readonly condition?: Condition | null
}
export type Section = {
  readonly key: string
  readonly title: Localised
  readonly intro: Localised
  readonly questions: readonly Question[]
}
export type Content = { readonly scales: Readonly<Record<Scale, readonly Option[]>>; readonly sections: readonly Section[] }

/** Of a round whose edition is gone. */
export const noContent: Content = { scales: { covered: [], yesNo: [] }, sections: [] }

/** A question with its number. The first section is the unit's own (S2-05), so what is written here begins with 2. */
export type Numbered = Question & { readonly number: string; readonly section: Section }

export const numbered = ({ sections }: Pick<Content, 'sections'>): readonly Numbered[] =>
  sections.flatMap((section, at) => section.questions.map((question, n) => ({ ...question, section, number: `${at + 2}.${n + 1}` })))

/** What has been chosen so far, by question: all that decides which questions are asked. */
type Chosen = ReadonlyMap<string, { readonly option: string | null }>

/** An edition as it is read many times over: its questions with their numbers, what an answer to one means, and which of them are asked of a unit. */
export type Reading = {
  readonly all: readonly Numbered[]
  readonly meaningOf: (question: Question, option: string | null | undefined) => Meaning | undefined
  readonly asked: (chosen: Chosen) => readonly Numbered[]
}
export function readingOf(content: Content): Reading {
  const all = numbered(content)
  const means = new Map(scales.map((scale) => [scale, new Map(content.scales[scale].map(({ key, meaning }) => [key, meaning]))]))
  const meaningOf: Reading['meaningOf'] = ({ scale }, option) => (option ? means.get(scale)?.get(option) : undefined)
  const conditional = all.some(({ condition }) => condition)
  const asked = (chosen: Chosen) => {
    const put = new Map<string, Numbered>()
    for (const question of all) {
      const { condition } = question
      const before = condition ? put.get(condition.question) : undefined
      const said = before && meaningOf(before, chosen.get(before.key)?.option)
      // What hangs on a question that is not asked is not asked either.
      if (!condition || (said && condition.says.includes(said))) put.set(question.key, question)
    }
    return [...put.values()]
  }
  return { all, meaningOf, asked: conditional ? asked : () => all }
}
export const askedOf = (content: Content, chosen: Chosen): readonly Numbered[] => readingOf(content).asked(chosen)

/** The questions that another may hang on: those before it. One that is not there yet comes last in its section. */
export function before({ sections }: Content, sectionKey: string, key: string): readonly Numbered[] {
  const at = sections.findIndex((section) => section.key === sectionKey)
  const all = numbered({ sections: sections.slice(0, at + 1) })
  const own = all.findIndex((one) => one.key === key)
  return own < 0 ? all : all.slice(0, own)
}

export const questionIn = (content: Content, key: string): Numbered | undefined => numbered(content).find((one) => one.key === key)

export const optionOf = (content: Content, { scale }: Pick<Question, 'scale'>, key: string | null): Option | undefined =>
  content.scales[scale].find((one) => one.key === key)

/** An answer that is not as it should be: no where yes is right, yes where no is. */
export const isBad = (content: Content, question: Question, option: string | null): boolean =>
  isBadMeaning(question, optionOf(content, question, option)?.meaning)
const isBadMeaning = ({ scoring }: Question, meaning: Meaning | undefined): boolean =>
  scoring !== 'neutral' && meaning === (scoring === 'reversed' ? 'yes' : 'no')

/**
 * What is followed up of a question that is no longer asked, or is answered as it should be now, has fallen: nobody is asked to do it. It
 * stands where it was written, and is owed again when the answer is as it was. `chosen`: what the unit answers now.
 */
export function fallenIn({ asked, meaningOf }: Reading, chosen: Chosen): (key: string) => boolean {
  const put = new Map(asked(chosen).map((question) => [question.key, question]))
  return (key) => {
    const question = put.get(key)
    return !question || !isBadMeaning(question, meaningOf(question, chosen.get(key)?.option))
  }
}
export const hasFallen = (content: Content, chosen: Chosen, key: string): boolean => fallenIn(readingOf(content), chosen)(key)

/** What must be there before an edition can be published: the part of the page where it is missing. */
export type Want = 'sections' | 'questions' | 'options' | 'meanings' | 'conditions'

export function wantsOf(content: Content): readonly Want[] {
  const { scales: all, sections } = content
  const used = new Set(sections.flatMap(({ questions }) => questions.map(({ scale }) => scale)))
  const wants: readonly (readonly [Want, boolean])[] = [
    ['sections', sections.length === 0],
    ['questions', sections.some(({ questions }) => questions.length === 0)],
    ['options', [...used].some((scale) => all[scale].length < 2)],
    [
      'meanings',
      [...used].some(
        (scale) => !all[scale].some(({ meaning }) => meaning === 'yes') || !all[scale].some(({ meaning }) => meaning === 'no'),
      ),
    ],
    ['conditions', numbered(content).some((question) => !isPossible(content, question))],
  ]
  return wants.filter(([, wanted]) => wanted).map(([want]) => want)
}

/** A condition that somebody can meet: its question stands before, and has one of the answers. Questions move, and are taken out. */
function isPossible(content: Content, { key, condition, section }: Numbered): boolean {
  if (!condition) return true
  const earlier = before(content, section.key, key).find((one) => one.key === condition.question)
  return earlier !== undefined && content.scales[earlier.scale].some(({ meaning }) => condition.says.includes(meaning))
}
