import type { Refusal } from '../../../kernel/change.ts'
import type { Form, Problem } from '../../../kernel/fields.ts'
import { type Asked, type Page, versionOf } from '../../../kernel/http.ts'
import { again } from '../../../kernel/road.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { problemText } from '../../../ui/record-form.tsx'
import type { CaseView } from '../queries.ts'
import { texts } from '../texts.ts'

/** A page that is shown again: what was written, and what is wrong with it, by question or as a whole. */
export type Refusing = {
  readonly raw: Form
  readonly errors?: Readonly<Record<string, string>>
  readonly refusal?: string
  readonly stale?: boolean
}
type Draw = (refusing: Refusing) => Page

/**
 * What was posted cannot be taken. That somebody was there first is asked before that: the page that is shown again carries
 * the new version, and would hide it.
 */
export const unreadable = (asked: Asked, view: CaseView, draw: Draw, errors: Readonly<Record<string, string>>) =>
  isStale(asked, view) ? again(409, draw({ raw: asked.form, stale: true })) : again(422, draw({ raw: asked.form, errors }))

/** The rule said no. `say`: in which words, and at which question. */
export const refusedTo =
  ({ form }: Asked, draw: Draw, say: (refusal: Refusal) => Omit<Refusing, 'raw' | 'stale'>) =>
  (refusal: Refusal, status: 409 | 422) =>
    again(status, draw({ raw: form, ...(status === 409 ? { stale: true } : say(refusal)) }))

export const isStale = ({ form }: Asked, { deviation }: CaseView): boolean => versionOf(form) !== deviation.version

/** Each problem in words, at its question. */
export const errorsOf = (
  problems: readonly Problem[],
  labels: Readonly<Record<string, { readonly label: string }>>,
  locale: Locale,
): Record<string, string> =>
  Object.fromEntries(
    problems.map((problem) => [problem.field, problemText(problem, labels[problem.field]?.label ?? problem.field, locale)]),
  )

/** The words of a refusal that belongs to no field. */
export const refusalText = (why: string, { locale }: Asked): string => {
  const { refusals } = texts(locale)
  return (refusals as Readonly<Record<string, string>>)[why] ?? refusals.notNow
}
