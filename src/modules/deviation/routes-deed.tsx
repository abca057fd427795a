import type { Refusal } from '../../kernel/change.ts'
import { type Fields, type Form, missing, type Parsed, type Problem, type ProblemCode, parse } from '../../kernel/fields.ts'
import type { Asked, Crumb, NotAllowed, Nothing, Page } from '../../kernel/http.ts'
import { notAllowed, nothing, pageWithErrors } from '../../kernel/http.ts'
import { isId } from '../../kernel/ids.ts'
import type { Locale } from '../../kernel/texts.ts'
import type { ErrorItem } from '../../ui/error-summary.tsx'
import { casefileTexts } from './casefile/texts.ts'
import { type Action, reference } from './deviation.ts'
import { handlingTexts } from './handling/texts.ts'
import { NotNow, type Refused } from './pages/deed.tsx'
import { type CaseView, caseView } from './queries.ts'
import { texts } from './texts.ts'
import { workflow } from './workflow.ts'

type Shut = Nothing | NotAllowed | (Page & { readonly status: 409 })

/**
 * The door of a deed's page: the case must be there for whoever asks (404), the deed must be theirs (403), and the case must
 * stand so that it can be done (409). The same workflow guards the deed itself.
 */
export async function forDeed<A>(asked: Asked, action: Action, answer: (view: CaseView) => Promise<A>): Promise<A | Shut> {
  const view = await sentCase(asked)
  if (!view) return nothing
  if (!workflow[action].by.some((part) => view.parts.has(part))) return notAllowed
  if (!view.actions.includes(action)) return notNow(view, asked.locale)
  return answer(view)
}

/** A case that has been sent, as this person may see it. A draft is nobody's but its writer's. */
export async function sentCase({ ctx, params }: Asked): Promise<CaseView | undefined> {
  const view = isId(params.id) ? await caseView(ctx, params.id) : undefined
  return view?.deviation.status === 'draft' ? undefined : view
}

export const notNow = (view: CaseView, locale: Locale): Page & { readonly status: 409 } =>
  pageWithErrors(409, casefileTexts(locale).notNow.title, <NotNow view={view} locale={locale} />, crumbsOf(view, locale))

export const crumbsOf = ({ deviation }: CaseView, locale: Locale): readonly Crumb[] => [
  { href: '/avvik', label: casefileTexts(locale).list.title },
  { href: `/avvik/${deviation.id}`, label: reference(deviation) ?? '' },
]

/** What was posted, with the required answers that are missing among the problems. */
export function readAll<F extends Fields>(fields: F, form: Asked['form']): Parsed<F> {
  const parsed = parse(fields, form)
  const gaps: Problem[] = missing(fields, parsed.values)
    .filter((field) => !parsed.problems.some((problem) => problem.field === field))
    .map((field) => ({ field, code: 'missing' }))
  return { values: parsed.values, problems: [...parsed.problems, ...gaps] }
}

/** A refusal as the page shows it: in words, with a link to the field to mend. */
export function refusedBy(refusal: Refusal, raw: Form, locale: Locale): Refused {
  const { why, fields } = refusal
  const code = codes[why]
  const own: Readonly<Record<string, string>> = handlingTexts(locale).refusals
  const said: Readonly<Record<string, string>> = texts(locale).refusals
  const text = own[why] ?? said[why] ?? said.notNow ?? why
  const problems: readonly Problem[] = code ? fields.map((field) => ({ field, code })) : []
  const errors: readonly ErrorItem[] = (fields.length > 0 ? fields : ['innhold']).map((field) => ({ href: `#${field}`, text }))
  return { raw, problems, errors: errors.slice(0, 1) }
}

const codes: Readonly<Record<string, ProblemCode>> = { future: 'future', reasonMissing: 'missing', incomplete: 'missing' }
