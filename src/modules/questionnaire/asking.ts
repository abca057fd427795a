import type { Fields, FieldTexts, Values } from '../../kernel/fields.ts'
import type { Locale } from '../../kernel/texts.ts'
import { askedOf, type Content, type Numbered, numbered, type Question, questionIn } from './content.ts'
import { answerFields } from './fields.ts'
import type { Answer, Answers } from './questionnaire.ts'
import { asked, noAnswer } from './rules-answering.ts'
import { texts } from './texts.ts'

// One section as a form: which fields each of its questions is asked with, what they are called, and how what is posted becomes answers.
// Fields are made of the edition, since its questions change without a deploy.

/** Only what may be not covered has an action or an acceptance; what is yes or no has a comment that says what. */
const follows = ['reason', 'follow', 'action', 'owner', 'dueOn'] as const
const namesOf = ({ scoring }: Question) => (scoring === 'straight' ? asked : (['option', 'comment'] as const))

export const fieldName = (key: string, name: string): string => `${key}_${name}`

/** The questions that the page of a section has: those that are asked, and those that an answer on the same page may call for. */
export function questionsOf(content: Content, sectionKey: string, answers: Answers): readonly Numbered[] {
  const put = new Set(askedOf(content, answers).map(({ key }) => key))
  const here = new Set<string>()
  return numbered(content).filter(({ key, section, condition }) => {
    const shown =
      section.key === sectionKey && (put.has(key) || (condition !== undefined && condition !== null && here.has(condition.question)))
    if (shown) here.add(key)
    return shown
  })
}

/** Asked now, and not when the page was drawn, nor answered: whoever sends the page is shown it before they go on. `drawn`: what was asked then. */
export const calledFor = (content: Content, sectionKey: string, answers: Answers, drawn: readonly string[]): Numbered | undefined =>
  askedOf(content, answers).find(
    ({ key, section, condition }) =>
      section.key === sectionKey && condition && !drawn.includes(key) && (answers.get(key)?.option ?? null) === null,
  )

/** What follows a bad answer is not optional there, so nothing says that it is. */
export function fieldsFor(content: Content, questions: readonly Question[]): Fields {
  return Object.fromEntries(
    questions.flatMap((question) =>
      namesOf(question).map((name) => [
        fieldName(question.key, name),
        name === 'option'
          ? { kind: 'choice', of: content.scales[question.scale].map(({ key }) => key), required: true }
          : { ...answerFields[name], ...((follows as readonly string[]).includes(name) ? { required: true } : {}) },
      ]),
    ),
  )
}

export function textsFor(content: Content, questions: readonly Numbered[], locale: Locale): FieldTexts<Fields> {
  const t = texts(locale).answer
  return Object.fromEntries(
    questions.flatMap((question) => {
      const { key, number, text, scale, scoring } = question
      const options = content.scales[scale]
      const label = { label: `${number} ${text[locale]}` }
      const hint = scoring === 'neutral' ? t.which : scoring === 'reversed' ? t.told : null
      return [
        [
          fieldName(key, 'option'),
          {
            ...label,
            choices: Object.fromEntries(options.map((one) => [one.key, one.label[locale]])),
            choiceHints: Object.fromEntries(options.map((one) => [one.key, one.hint[locale]])),
          },
        ],
        [fieldName(key, 'comment'), { label: t.comment, ...(hint ? { hint } : {}) }],
        [fieldName(key, 'reason'), { label: t.reason }],
        [fieldName(key, 'follow'), { label: t.follow, choices: t.follows }],
        [fieldName(key, 'action'), { label: t.action }],
        [fieldName(key, 'owner'), { label: t.owner }],
        [fieldName(key, 'dueOn'), { label: t.dueOn }],
      ]
    }),
  )
}

export const valuesFor = (questions: readonly Question[], answers: Answers): Values<Fields> =>
  Object.fromEntries(
    questions.flatMap((question) => {
      const given = answers.get(question.key) ?? noAnswer
      return namesOf(question).map((name) => [fieldName(question.key, name), given[name]])
    }),
  )

/** What was posted for some questions, beside what they say already of how their action went. */
export function answersOf(content: Content, values: Readonly<Record<string, unknown>>, stands: Answers): Answers {
  const keys = [...new Set(Object.keys(values).map((name) => name.slice(0, name.lastIndexOf('_'))))]
  return new Map(
    keys.flatMap((key) => {
      const question = questionIn(content, key)
      if (!question) return []
      const before = stands.get(key) ?? noAnswer
      const given = namesOf(question).filter((name) => fieldName(key, name) in values)
      const next = Object.fromEntries(given.map((name) => [name, values[fieldName(key, name)] ?? null])) as Partial<Answer>
      return [[key, { ...before, ...next }]]
    }),
  )
}

/** When a question is asked, in words: which question is to have which answer. Empty where it is asked of all. */
export function conditionWords(content: Content, { condition }: Question, locale: Locale): string {
  if (!condition) return ''
  const before = numbered(content).find(({ key }) => key === condition.question)
  if (!before) return ''
  const labels = content.scales[before.scale].filter(({ meaning }) => condition.says.includes(meaning)).map(({ label }) => label[locale])
  return texts(locale).answering.when(before.number, labels)
}
