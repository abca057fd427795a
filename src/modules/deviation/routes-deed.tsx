import type { ReactNode } from 'react'
import { refuse } from '../../kernel/change.ts'
import { changed, type Fields, type Parsed, parseWhole, type Values, type Whole } from '../../kernel/fields.ts'
import { type Asked, type Crumb, notAllowed, nothing, one, type Page, page, redirect, versionOf } from '../../kernel/http.ts'
import { isId } from '../../kernel/ids.ts'
import { again, answered, door } from '../../kernel/road.ts'
import type { Locale } from '../../kernel/texts.ts'
import { Conflict } from '../../ui/conflict.tsx'
import type { Fault } from '../../ui/record-form.tsx'
import { type FormPage, type Refused, refusedBy, unread } from '../../ui/refused.ts'
import { audienceOf } from './casefile/audience.ts'
import { casefileTexts } from './casefile/texts.ts'
import { type Action, reference } from './deviation.ts'
import { type Seen, sameAsSeen } from './handling/seen.ts'
import { handlingTexts } from './handling/texts.ts'
import { NotNow } from './pages/deed.tsx'
import { type CaseView, caseView } from './queries.ts'
import type { DeviationOutcome } from './rules.ts'
import { texts } from './texts.ts'
import { workflow } from './workflow.ts'

/** A case that has been sent, as this person may see it. A draft is nobody's but its writer's. */
export async function sentCase({ ctx, params }: Asked): Promise<CaseView | undefined> {
  const view = isId(params.id) ? await caseView(ctx, params.id) : undefined
  return view?.deviation.status === 'draft' ? undefined : view
}

export const isHandler = ({ ctx }: Asked, view: CaseView): boolean => audienceOf(view, ctx.actor) === 'full'

/** The case for those who have it whole. The reporter, the leader who was told and whoever was asked read other pages. */
export async function wholeCase(asked: Asked) {
  const view = await sentCase(asked)
  if (!view) return nothing
  return isHandler(asked, view) ? view : notAllowed
}
export const forHandlers = door(wholeCase)

/**
 * Those whose deed it is: the case must be there for them (404), the deed must be theirs (403), and the case must stand so that
 * it can be done (409). The same workflow guards the deed itself.
 */
export const forDeed = (...deeds: readonly Action[]) =>
  door(async (asked) => {
    const view = await sentCase(asked)
    if (!view) return nothing
    if (!deeds.some((deed) => workflow[deed].by.some((part) => view.parts.has(part)))) return notAllowed
    return deeds.some((deed) => view.actions.includes(deed)) ? view : notNow(asked, view)
  })

export const crumbsOf = ({ deviation }: CaseView, locale: Locale): readonly Crumb[] => [
  { href: '/avvik', label: casefileTexts(locale).list.title },
  { href: `/avvik/${deviation.id}`, label: reference(deviation) ?? '' },
]

export const casePage = ({ locale }: Asked, view: CaseView, title: string, body: ReactNode): Page =>
  page(title, body, crumbsOf(view, locale))

export const notNow = (asked: Asked, view: CaseView) =>
  again(409, casePage(asked, view, casefileTexts(asked.locale).notNow.title, <NotNow view={view} locale={asked.locale} />))

/** One form of a case. */
export type CaseForm<F extends Fields> = FormPage<CaseView, F> & {
  /** Which of the questions are asked; all where absent. */
  readonly shown?: readonly (keyof F & string)[]
  readonly saved: (locale: Locale, yours: Values<F>) => string
  /** What is said where nothing was changed; else the same as when it is saved. */
  readonly unchanged?: (locale: Locale) => string
  /** Where the browser goes then; else to the case. */
  readonly next?: (view: CaseView) => string
  /** The part of the case that it edits, where an edit is held against its own part and not against all of the case. */
  readonly part?: (view: CaseView) => unknown
  /** What the case says now. */
  readonly stands: (view: CaseView, yours: Values<F>) => Values<F>
  /** By whom, where it matters: the same answer from another hand is no double press. */
  readonly by?: (view: CaseView) => string | null
}

/** One that asks nothing of the road but its command. */
export type CommandForm<F extends Fields> = CaseForm<F> & {
  readonly command: (asked: Asked, id: string, values: Whole<F>) => Promise<DeviationOutcome>
}

/** What was posted to a form: read, done, answered. */
export const posted =
  <F extends Fields>(form: CommandForm<F>) =>
  async (asked: Asked, view: CaseView) => {
    const parsed = parseWhole(form.fields, asked.form)
    if (!parsed.ok) return unreadable(asked, view, form, parsed)
    const outcome = await form.command(asked, view.deviation.id, parsed.values)
    return answeredTo(asked, view, form, outcome, parsed.values as Values<F>)
  }

/**
 * What was posted cannot be taken. That somebody was there first is said before that: the page that is shown again carries the
 * new version, and would hide it (S4-023).
 */
export const unreadable = async <F extends Fields>(
  asked: Asked,
  view: CaseView,
  form: CaseForm<F>,
  { problems, values }: Pick<Parsed<F>, 'values'> & { readonly problems: readonly Fault[] },
) => {
  const { version } = view.deviation
  const seen = seenIn(asked)
  const stands = form.part ? sameAsSeen(seen, version, form.part(view)) : seen.version === version
  if (!stands) return answeredTo(asked, view, form, refuse('stale'), values)
  return again(422, await form.draw(asked, view, { refused: unread(asked, problems, form.texts(asked.locale)) }))
}

/** What a form comes to: saved, saved before (a double press), shown again with what is wrong, or beside what another wrote. */
export const answeredTo = <F extends Fields>(
  asked: Asked,
  view: CaseView,
  form: CaseForm<F>,
  outcome: DeviationOutcome,
  yours: Values<F>,
) => {
  const { locale } = asked
  const next = form.next?.(view) ?? `/avvik/${view.deviation.id}`
  const labels = form.texts(locale)
  const saved = () => redirect(next, form.saved(locale, yours))
  const shown = async (refused: Refused) => again(422, await form.draw(asked, view, { refused }))
  return answered(outcome, {
    done: saved,
    nothingChanged: () => redirect(next, form.unchanged?.(locale) ?? form.saved(locale, yours)),
    refused: async (refusal, status) => {
      const said = status === 422 && form.say?.(asked, view, refusal, yours)
      if (said) return shown(unread(asked, said, labels))
      if (refusal.why === 'notNow') return notNow(asked, view)
      const refused = refusedBy(refusal, asked, refusals, labels)
      if (status === 422) return shown(refused)
      const now = (await sentCase(asked)) ?? view
      const stands = form.stands(now, yours)
      const { fields, by = () => asked.ctx.actor.personId } = form
      if (changed(fields, stands, yours).length === 0 && by(now) === asked.ctx.actor.personId) return saved()
      const both = { fields, shown: form.shown, texts: labels, now: stands, yours, locale }
      return again(409, await form.draw(asked, now, { refused, conflict: <Conflict {...both} /> }))
    },
  })
}

/** What the editor of a part of the case had seen of it. */
export const seenIn = ({ form }: Asked): Seen => ({ version: versionOf(form), mark: one(form, 'mark') || null })

/** Why a deed in a case was refused. */
export const refusals = (locale: Locale): Readonly<Record<string, string>> => ({
  ...texts(locale).refusals,
  ...handlingTexts(locale).refusals,
})
