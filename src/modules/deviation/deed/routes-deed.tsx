import type { ComponentChildren } from 'preact'
import type { Fields, Parsed, Values, Whole } from '../../../kernel/fields.ts'
import { type Asked, type Crumb, notAllowed, nothing, one, type Page, page, redirect, versionOf } from '../../../kernel/http.ts'
import { isId } from '../../../kernel/ids.ts'
import { again, door } from '../../../kernel/road.ts'
import type { Locale } from '../../../kernel/texts.ts'
import {
  answeredTo as answeredOn,
  bothChanged,
  type CommandRoad,
  mergedFor,
  type Offering,
  postedTo,
  type RoadForm,
  unreadable as unreadableOn,
} from '../../../ui/posted.tsx'
import type { Fault } from '../../../ui/record-form.tsx'
import type { FormPage } from '../../../ui/refused.ts'
import { audienceOf } from '../audience.ts'
import { type Action, reference } from '../deviation.ts'
import { type CaseView, caseView } from '../queries.ts'
import type { DeviationOutcome } from '../rules.ts'
import { type Seen, sameAsSeen } from '../seen.ts'
import { texts } from '../texts.ts'
import { workflow } from '../workflow.ts'
import { NotNow } from './pages/deed.tsx'

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
  { href: '/avvik', label: texts(locale).cases },
  { href: `/avvik/${deviation.id}`, label: reference(deviation) ?? '' },
]

export const casePage = ({ locale }: Asked, view: CaseView, title: string, body: ComponentChildren): Page =>
  page(title, body, crumbsOf(view, locale))

export const notNow = (asked: Asked, view: CaseView) =>
  again(409, casePage(asked, view, texts(asked.locale).notNow.title, <NotNow view={view} locale={asked.locale} />))

/** One form of a case. */
export type CaseForm<F extends Fields> = FormPage<CaseView, F> & {
  /** Which of the questions are asked; all where absent. */
  readonly shown?: readonly (keyof F & string)[]
  readonly saved: (locale: Locale, yours: Values<F>) => string
  /** What is said where nothing was changed; else the same as when it is saved. */
  readonly unchanged?: (locale: Locale) => string
  /** Where the browser goes then; else to the case. */
  readonly next?: (view: CaseView, yours: Values<F>) => string
  /** The part of the case that it edits, where an edit is held against its own part and not against all of the case. */
  readonly part?: (view: CaseView) => unknown
  /** What the case says now. */
  readonly stands: (view: CaseView, yours: Values<F>) => Values<F>
  /** Its answers stand each for itself: see `RoadForm`. */
  readonly merges?: true
  /** By whom, where it matters: the same answer from another hand is no double press. */
  readonly by?: (view: CaseView) => string | null
}

/** One that asks nothing of the road but its command. */
export type CommandForm<F extends Fields> = CaseForm<F> & {
  readonly command: (asked: Asked, id: string, values: Whole<F>) => Promise<DeviationOutcome>
}

/** The form as the one road of all forms knows it (ui/posted.tsx). */
const roadOf = <F extends Fields>(form: CaseForm<F>): RoadForm<CaseView, F, unknown> => {
  const next = (view: CaseView, yours: Values<F>) => form.next?.(view, yours) ?? `/avvik/${view.deviation.id}`
  const { part } = form
  return {
    ...form,
    refusals,
    version: ({ deviation }) => deviation.version,
    notNow,
    ...(part && { unmoved: (asked, view) => sameAsSeen(seenIn(asked), view.deviation.version, part(view)) }),
    reload: async (asked, view) => (await sentCase(asked)) ?? view,
    done: ({ locale }, view, yours) => redirect(next(view, yours), form.saved(locale, yours)),
    unchanged: ({ locale }, view, yours) => redirect(next(view, yours), form.unchanged?.(locale) ?? form.saved(locale, yours)),
  }
}

/** What was posted to a form: read, done, answered. */
export const posted = <F extends Fields>(form: CommandForm<F> & Offering<CaseView, F>) => {
  const road: CommandRoad<CaseView, F, unknown> = {
    ...roadOf(form),
    whole: true,
    command: (asked, view, values) => form.command(asked, view.deviation.id, values as Whole<F>),
  }
  return postedTo<CaseView, F, unknown>(road as typeof road & Offering<CaseView, F>)
}

/** For a form that is read by hand: the same steps of the road, one by one. */
export const mergedForm = <F extends Fields>(asked: Asked, view: CaseView, form: CaseForm<F>) => mergedFor(roadOf(form), asked, view)
export const bothChangedIn = <F extends Fields>(asked: Asked, view: CaseView, form: CaseForm<F>, both: readonly string[]) =>
  bothChanged(roadOf(form), asked, view, both)
export const unreadable = <F extends Fields>(
  asked: Asked,
  view: CaseView,
  form: CaseForm<F>,
  read: Pick<Parsed<F>, 'values'> & { readonly problems: readonly Fault[] },
) => unreadableOn(roadOf(form), asked, view, read)
export const answeredTo = <F extends Fields>(
  asked: Asked,
  view: CaseView,
  form: CaseForm<F>,
  outcome: DeviationOutcome,
  yours: Values<F>,
) => answeredOn(roadOf(form), asked, view, outcome, yours)

/** What the editor of a part of the case had seen of it. */
export const seenIn = ({ form }: Asked): Seen => ({ version: versionOf(form), fingerprint: one(form, 'fingerprint') || null })

/** Why a deed in a case was refused. */
export const refusals = (locale: Locale): Readonly<Record<string, string>> => texts(locale).refusals
