import type { ComponentChildren } from 'preact'
import type { Refusal } from '../kernel/change.ts'
import type { Fields, FieldTexts, Form, Values } from '../kernel/fields.ts'
import type { Asked, Page } from '../kernel/http.ts'
import type { Locale } from '../kernel/texts.ts'
import type { ErrorItem } from './error-summary.tsx'
import { errorItems, type Fault, type Labels } from './record-form.tsx'
import { fill } from './texts.ts'

/** What was posted and could not be taken: the page is shown again with it, so that nothing written is lost. */
export type Refused = {
  readonly raw: Form
  /** What is wrong with which question. */
  readonly problems: readonly Fault[]
  /** The same in words, each linked to where it is mended; first on the page. */
  readonly errors: readonly ErrorItem[]
}

/** What a form's page shows once more: what was posted, or what another has written meanwhile. */
export type After = { readonly refused?: Refused | undefined; readonly conflict?: ComponentChildren }

/** What the description of a form has in every module: its questions, their words, and its page. How it is done is the module's. */
export type FormPage<R, F extends Fields> = {
  readonly fields: F
  readonly texts: (locale: Locale) => FieldTexts<F>
  readonly draw: (asked: Asked, record: R, after?: After) => Page | Promise<Page>
  /** A refusal in words of the page's own, at its questions; else in those that all deeds have. */
  readonly say?: (asked: Asked, record: R, refusal: Refusal, yours: Values<F>) => readonly Fault[] | undefined
}

type Posted = { readonly form: Form; readonly locale: Locale }
type Refusals = (locale: Locale) => Readonly<Record<string, string>>

/** What could not be read, or is missing. */
export const unread = ({ form, locale }: Posted, problems: readonly Fault[], labels: Labels): Refused => ({
  raw: form,
  problems,
  errors: errorItems(problems, labels, locale),
})

/** What a rule refused, at the questions it points to; at the top of the page where it points to none. */
export function refusedBy({ why, fields }: Refusal, posted: Posted, refusals: Refusals, labels: Labels = {}): Refused {
  const text = refusalText(why, refusals(posted.locale))
  const faultAt = (field: string): Fault => {
    const label = labels[field]?.label
    return why === 'incomplete' && label ? { field, code: 'missing' } : { field, text: fill(text, { label: label ?? '' }) }
  }
  return unread(posted, (fields.length > 0 ? fields : ['innhold']).map(faultAt), labels)
}

/** Why it was refused, in the module's own words. */
export const refusalText = (why: string, refusals: Readonly<Record<string, string>>): string => refusals[why] ?? refusals.notNow ?? why

/** What is said at one question, or at the one place on the page that a link leads to. */
export const errorAt = (refused: Refused | undefined, field: string): string | undefined =>
  refused?.errors.find(({ href }) => href === `#${field}`)?.text
