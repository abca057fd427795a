import { emptyValues, isEmpty } from '../../kernel/fields.ts'
import { specialDataTypes } from '../deviation/public.ts'
import { basesInLaw, processingFields } from './fields.ts'
import type { Answers } from './processing.ts'
import { gapsOf } from './rules.ts'

// The assistant leads somebody who has never seen Article 30 through a record, one question a page. The questions, their rules and the road are
// the record's own: here stands only in which order they are asked, and what the house knows already.

type Question = keyof Answers & string
export type Step = {
  /** The last word of its address. */
  readonly key: string
  readonly question: Question
  /** The article that asks for it (GDPR, read 29 November 2026). */
  readonly article: string
  /** Asked only where the answers so far call for it. */
  readonly when?: (values: Answers) => boolean
}

const isSpecial = ({ dataKinds }: Answers) =>
  dataKinds.some((kind) => kind !== 'criminal' && (specialDataTypes as readonly string[]).includes(kind))
const restsOnLaw = ({ basis }: Answers) => basis.some((one) => (basesInLaw as readonly string[]).includes(one))

export const steps = [
  { key: 'formal', question: 'purpose', article: '30 (1) (b)' },
  { key: 'enhet', question: 'unit', article: '24' },
  { key: 'systemer', question: 'systems', article: '32' },
  { key: 'hvem', question: 'dataSubjects', article: '30 (1) (c)' },
  { key: 'opplysninger', question: 'dataKinds', article: '30 (1) (c)' },
  { key: 'saerlige', question: 'specialBasis', article: '9 (2)', when: isSpecial },
  { key: 'straffbare', question: 'specialReference', article: '10', when: ({ dataKinds }: Answers) => dataKinds.includes('criminal') },
  { key: 'grunnlag', question: 'basis', article: '6 (1)' },
  { key: 'lov', question: 'lawReference', article: '6 (3)', when: restsOnLaw },
  { key: 'mottakere', question: 'recipients', article: '30 (1) (d)' },
  { key: 'overforing', question: 'transfers', article: '30 (1) (e)' },
  { key: 'garantier', question: 'safeguards', article: '30 (1) (e)', when: ({ transfers }: Answers) => transfers === 'yes' },
  { key: 'lagring', question: 'storageTime', article: '30 (1) (f)' },
  { key: 'sletting', question: 'deletionRoutine', article: '5 (1) (e)' },
  { key: 'sikkerhet', question: 'securityMeasures', article: '30 (1) (g)' },
  { key: 'vurdering', question: 'securityJudged', article: '32' },
  { key: 'vurdert', question: 'securityJudgedOn', article: '32', when: ({ securityJudged }: Answers) => securityJudged !== null },
] as const satisfies readonly Step[]
export type Asked = (typeof steps)[number]['question']

/** The steps that these answers call for, in their order. */
export const stepsFor = (values: Answers): readonly Step[] => (steps as readonly Step[]).filter(({ when }) => when?.(values) ?? true)
export const nextStep = (values: Answers, key: string): Step | undefined => {
  const asked = stepsFor(values)
  const at = (steps as readonly Step[]).findIndex((one) => one.key === key)
  return asked.find((one) => (steps as readonly Step[]).indexOf(one) > at)
}
export const previousStep = (values: Answers, key: string): Step | undefined => {
  const at = (steps as readonly Step[]).findIndex((one) => one.key === key)
  return stepsFor(values).findLast((one) => (steps as readonly Step[]).indexOf(one) < at)
}
/** Whether the record cannot be approved without this answer, as the others stand: it may be passed over, and is not optional. */
export const isNeeded = ({ question }: Step, values: Answers): boolean =>
  gapsOf({ ...values, [question]: emptyValues(processingFields)[question] }).some(({ field, blocks }) => blocks && field === question)
/** Where whoever left goes on: the first that is not answered. */
export const openStep = (values: Answers): Step | undefined => stepsFor(values).find(({ question }) => isEmpty(values[question]))

type Other = { readonly id: string; readonly values: Answers }
/** `from`: the activity it is taken from; null: the unit. */
export type Suggestion = { readonly value: Answers[Question]; readonly from: string | null }

/** What an activity that is like this one says, and no one but whoever answers decides on: drawn in the form, saved when it is sent. */
const fromOthers: readonly Question[] = [
  ...(['dataSubjects', 'dataKinds', 'specialBasis', 'basis', 'lawReference', 'recipients'] as const),
  ...(['storageTime', 'deletionRoutine', 'securityMeasures'] as const),
]

export function suggestionFor(
  question: Question,
  values: Answers,
  others: readonly Other[],
  ofUnit: readonly string[],
): Suggestion | undefined {
  if (!isEmpty(values[question])) return undefined
  if (question === 'systems') return ofUnit.length > 0 && ofUnit.length <= mostOfUnit ? { value: ofUnit, from: null } : undefined
  if (!fromOthers.includes(question)) return undefined
  const like = others
    .map((one) => ({ one, score: likeness(values, one.values) }))
    .filter(({ one, score }) => score > 0 && !isEmpty(one.values[question]))
    .sort((a, b) => b.score - a.score || a.one.id.localeCompare(b.one.id))[0]
  return like && { value: like.one.values[question], from: like.one.values.name }
}
/** More systems than one looks through and unticks. */
const mostOfUnit = 5

/** How much two activities have in common: words of their names, the systems they use, those they are about. */
export function likeness(one: Answers, other: Answers): number {
  const common = (a: readonly string[], b: readonly string[]) => a.filter((word) => b.includes(word)).length
  return (
    2 * common(wordsOf(one.name), wordsOf(other.name)) +
    2 * common(one.systems, other.systems) +
    common(one.dataSubjects, other.dataSubjects)
  )
}
/** Words by how they begin: "barnehagen" and "barnehageplass" are of the same. */
const wordsOf = (name: string | null): readonly string[] => [
  ...new Set(((name ?? '').toLowerCase().match(/\p{L}{4,}/gu) ?? []).map((word) => word.slice(0, 6))),
]
