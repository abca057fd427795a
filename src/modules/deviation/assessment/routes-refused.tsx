import type { ReactNode } from 'react'
import type { Refusal } from '../../../kernel/change.ts'
import type { Fields, FieldTexts, Form, Problem, Values } from '../../../kernel/fields.ts'
import { type Asked, type Page, versionOf } from '../../../kernel/http.ts'
import { again } from '../../../kernel/road.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { Conflict } from '../../../ui/conflict.tsx'
import { problemText } from '../../../ui/record-form.tsx'
import type { CaseView } from '../queries.ts'
import { sentCase } from '../routes-deed.tsx'
import { texts } from '../texts.ts'

/** A page that is shown again: what was written, and what is wrong with it, by question or as a whole. */
export type Refusing = {
  readonly raw: Form
  readonly errors?: Readonly<Record<string, string>>
  readonly refusal?: string
  readonly conflict?: ReactNode
}

/** A form whose page says in words of its own what is wrong. */
export type SpokenForm<F extends Fields> = {
  readonly fields: F
  readonly texts: (locale: Locale) => FieldTexts<F>
  readonly draw: (asked: Asked, view: CaseView, refusing?: Refusing) => Page
  /** What the case says now. */
  readonly stands: (view: CaseView, yours: Values<F>) => Values<F>
}

/**
 * What was posted cannot be taken. That somebody was there first is said before that: the page that is shown again carries the
 * new version, and would hide it (S4-023).
 */
export const unreadable = <F extends Fields>(
  asked: Asked,
  view: CaseView,
  form: SpokenForm<F>,
  yours: Values<F>,
  errors: Readonly<Record<string, string>>,
) => (isStale(asked, view) ? beside(asked, view, form, yours) : again(422, form.draw(asked, view, { raw: asked.form, errors })))

/** The rule said no. `say`: in which words, and at which question. */
export const refusedTo =
  <F extends Fields>(
    asked: Asked,
    view: CaseView,
    form: SpokenForm<F>,
    yours: Values<F>,
    say: (refusal: Refusal) => Pick<Refusing, 'errors' | 'refusal'>,
  ) =>
  (refusal: Refusal, status: 409 | 422) =>
    status === 409 ? beside(asked, view, form, yours) : again(422, form.draw(asked, view, { raw: asked.form, ...say(refusal) }))

/** What stands, beside what was written. */
async function beside<F extends Fields>(
  asked: Asked,
  before: CaseView,
  { fields, texts: words, draw, stands }: SpokenForm<F>,
  yours: Values<F>,
) {
  const { form, locale } = asked
  const view = (await sentCase(asked)) ?? before
  const conflict = <Conflict fields={fields} texts={words(locale)} now={stands(view, yours)} yours={yours} locale={locale} />
  return again(409, draw(asked, view, { raw: form, conflict }))
}

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
