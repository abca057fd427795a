import type { ReactNode } from 'react'
import { hasRole } from '../../kernel/actor.ts'
import {
  type Asked,
  get,
  notAllowed,
  nothing,
  type PostAnswer,
  page,
  pageWithErrors,
  post,
  type Route,
  redirect,
  versionOf,
} from '../../kernel/http.ts'
import { errorItems } from '../../ui/record-form.tsx'
import { awareFields, breachFields, extentFields, openingFields } from './casefile/fields.ts'
import { casefileTexts } from './casefile/texts.ts'
import { confirmExtentOf, decideWhetherBreach, setAwareness } from './commands.ts'
import { openIdentity, showIdentity } from './commands-case.ts'
import { BreachPage } from './pages/breach.tsx'
import { Conflict, type Refused } from './pages/deed.tsx'
import { OpenedPage, OpeningPage } from './pages/opening.tsx'
import { TimesPage } from './pages/times.tsx'
import type { CaseView } from './queries.ts'
import { crumbsOf, forDeed, notNow, readAll, refusedBy, sentCase } from './routes-deed.tsx'
import { workflow } from './workflow.ts'

export const routes: readonly Route[] = [
  get('/avvik/:id/tidspunkter', 'signedIn', (asked) => forTimes(asked, async (view) => timesPage(asked, view))),
  post('/avvik/:id/tidspunkter', 'signedIn', (asked) =>
    forTimes(asked, (view) => (asked.form.deed === 'extent' ? postExtent(asked, view) : postAware(asked, view))),
  ),
  get('/avvik/:id/brudd', 'signedIn', (asked) =>
    forDeed(asked, 'decideBreach', async (view) =>
      page(
        casefileTexts(asked.locale).breach.title,
        <BreachPage view={view} locale={asked.locale} now={asked.ctx.now} />,
        crumbsOf(view, asked.locale),
      ),
    ),
  ),
  post('/avvik/:id/brudd', 'signedIn', (asked) => forDeed(asked, 'decideBreach', (view) => postBreach(asked, view))),
  get('/avvik/:id/melder', 'signedIn', getIdentity),
  post('/avvik/:id/melder', 'signedIn', postIdentity),
]

/** Two deeds share the page: whoever may do one of them comes in. */
async function forTimes<A>(asked: Asked, answer: (view: CaseView) => Promise<A>) {
  const view = await sentCase(asked)
  if (!view) return nothing
  const may = [...workflow.setAware.by, ...workflow.edit.by].some((part) => view.parts.has(part))
  if (!may) return notAllowed
  return view.actions.includes('setAware') || view.actions.includes('edit') ? answer(view) : notNow(view, asked.locale)
}

const timesPage = ({ ctx, locale }: Asked, view: CaseView) =>
  page(casefileTexts(locale).times.title, <TimesPage view={view} locale={locale} now={ctx.now} />, crumbsOf(view, locale))

async function postAware(asked: Asked, view: CaseView): Promise<PostAnswer> {
  const { ctx, form, locale } = asked
  const t = casefileTexts(locale).times
  const { id } = view.deviation
  const { values, problems } = readAll(awareFields, form)
  const again = (status: 409 | 422, refused: Refused, shown = view, conflict?: ReactNode) =>
    pageWithErrors(
      status,
      t.title,
      <TimesPage view={shown} locale={locale} now={ctx.now} refused={{ deed: 'aware', refused }} conflict={conflict} />,
      crumbsOf(shown, locale),
    )
  if (problems.length > 0 || !values.awareAt) return again(422, { raw: form, problems, errors: errorItems(problems, t.aware, locale) })
  const outcome = await setAwareness(ctx, id, versionOf(form), values.awareAt, values.reason)
  if (outcome.ok) return redirect(`/avvik/${id}`, t.savedAware)
  if (outcome.why === 'notFound') return nothing
  if (outcome.why === 'notAllowed') return notAllowed
  if (outcome.why !== 'stale') return again(422, refusedBy(outcome, form, locale))
  const shown = (await sentCase(asked)) ?? view
  const now = { awareAt: shown.deviation.awareAt, reason: shown.deviation.awareReason }
  // A double press: what stands is what was sent.
  if (JSON.stringify(now) === JSON.stringify(values) && shown.deviation.awareBy === ctx.actor.personId)
    return redirect(`/avvik/${id}`, t.savedAware)
  return again(
    409,
    refusedBy(outcome, form, locale),
    shown,
    <Conflict fields={awareFields} texts={t.aware} now={now} yours={values} locale={locale} />,
  )
}

async function postExtent(asked: Asked, view: CaseView): Promise<PostAnswer> {
  const { ctx, form, locale } = asked
  const t = casefileTexts(locale).times
  const { id } = view.deviation
  const { values, problems } = readAll(extentFields, form)
  const again = (status: 409 | 422, refused: Refused, shown = view, conflict?: ReactNode) =>
    pageWithErrors(
      status,
      t.title,
      <TimesPage view={shown} locale={locale} now={ctx.now} refused={{ deed: 'extent', refused }} conflict={conflict} />,
      crumbsOf(shown, locale),
    )
  if (problems.length > 0 || !values.extentConfirmedAt)
    return again(422, { raw: form, problems, errors: errorItems(problems, t.extent, locale) })
  const outcome = await confirmExtentOf(ctx, id, versionOf(form), values.extentConfirmedAt)
  if (outcome.ok) return redirect(`/avvik/${id}`, t.savedExtent)
  if (outcome.why === 'notFound') return nothing
  if (outcome.why === 'notAllowed') return notAllowed
  if (outcome.why !== 'stale') return again(422, refusedBy(outcome, form, locale))
  const shown = (await sentCase(asked)) ?? view
  const now = { extentConfirmedAt: shown.deviation.extentConfirmedAt }
  if (JSON.stringify(now) === JSON.stringify(values)) return redirect(`/avvik/${id}`, t.savedExtent)
  return again(
    409,
    refusedBy(outcome, form, locale),
    shown,
    <Conflict fields={extentFields} texts={t.extent} now={now} yours={values} locale={locale} />,
  )
}

async function postBreach(asked: Asked, view: CaseView): Promise<PostAnswer> {
  const { ctx, form, locale } = asked
  const t = casefileTexts(locale).breach
  const { id } = view.deviation
  const { values, problems } = readAll(breachFields, form)
  const again = (status: 409 | 422, refused: Refused, shown = view, conflict?: ReactNode) =>
    pageWithErrors(
      status,
      t.title,
      <BreachPage view={shown} locale={locale} now={ctx.now} refused={refused} conflict={conflict} />,
      crumbsOf(shown, locale),
    )
  if (problems.length > 0 || !values.breach) return again(422, { raw: form, problems, errors: errorItems(problems, t.fields, locale) })
  const outcome = await decideWhetherBreach(ctx, id, versionOf(form), values.breach, values.reason)
  if (outcome.ok) return redirect(`/avvik/${id}`, t.saved)
  if (outcome.why === 'notFound') return nothing
  if (outcome.why === 'notAllowed') return notAllowed
  if (outcome.why !== 'stale') return again(422, refusedBy(outcome, form, locale))
  const shown = (await sentCase(asked)) ?? view
  const last = shown.deviation.decisions.findLast((decision) => decision.kind === 'breach')
  const now = { breach: shown.deviation.breach, reason: last?.reason ?? null }
  if (JSON.stringify(now) === JSON.stringify(values) && last?.by === ctx.actor.personId) return redirect(`/avvik/${id}`, t.saved)
  return again(
    409,
    refusedBy(outcome, form, locale),
    shown,
    <Conflict fields={breachFields} texts={t.fields} now={now} yours={values} locale={locale} />,
  )
}

/** Shows the identity the one time it may be shown, else asks why it must be. */
async function getIdentity(asked: Asked) {
  const { ctx, locale } = asked
  const view = await protectedCase(asked)
  if (!view) return nothing
  if (!hasRole(ctx.actor, 'dpo')) return notAllowed
  const t = casefileTexts(locale).opening
  const opened = asked.query.has('vis') ? await showIdentity(ctx, view.deviation.id) : undefined
  return opened
    ? page(t.shownTitle, <OpenedPage view={view} who={opened.who} locale={locale} />, crumbsOf(view, locale))
    : page(t.title, <OpeningPage view={view} locale={locale} now={ctx.now} />, crumbsOf(view, locale))
}

async function postIdentity(asked: Asked): Promise<PostAnswer> {
  const { ctx, form, locale } = asked
  const view = await protectedCase(asked)
  if (!view) return nothing
  const t = casefileTexts(locale).opening
  const { values, problems } = readAll(openingFields, form)
  if (!hasRole(ctx.actor, 'dpo')) return notAllowed
  if (!values.why) {
    const refused = { raw: form, problems, errors: errorItems(problems, t.fields, locale) }
    return pageWithErrors(422, t.title, <OpeningPage view={view} locale={locale} now={ctx.now} refused={refused} />, crumbsOf(view, locale))
  }
  const opening = await openIdentity(ctx, view.deviation.id, values.why)
  if (opening === 'opened') return redirect(`/avvik/${view.deviation.id}/melder?vis`)
  return opening === 'notAllowed' ? notAllowed : nothing
}

/** Where nobody is protected there is nothing to open. */
const protectedCase = async (asked: Asked): Promise<CaseView | undefined> => {
  const view = await sentCase(asked)
  return view?.reporter.kind === 'protected' ? view : undefined
}
