import type { Ctx } from '../../../kernel/ctx.ts'
import { emptyValues, type Form, isEmpty, type Problem } from '../../../kernel/fields.ts'
import {
  type Asked,
  get,
  json,
  notAllowed,
  nothing,
  one,
  type PostAnswer,
  page,
  pageWithErrors,
  post,
  type Route,
  redirect,
  versionOf,
} from '../../../kernel/http.ts'
import { isId, newId } from '../../../kernel/ids.ts'
import { profileOf } from '../../organisation/public.ts'
import { newsOf } from '../news.ts'
import { type CaseView, caseView } from '../queries.ts'
import { texts as caseTexts } from '../texts.ts'
import { differencesBetween, onceEach, readAnswers } from './answers.ts'
import { discardDraft, hideInField, saveDraft, sendReport, startDraft, submitReport } from './commands.ts'
import { type Report, reportFields } from './fields.ts'
import { type FormPart, formParts, layout, type Question, questionsOf, quickQuestions } from './layout.ts'
import { measureRows, parseMeasures } from './measures.ts'
import { CheckPage } from './pages/check.tsx'
import { FormPage, type FormPageProps } from './pages/form.tsx'
import { MinePage } from './pages/mine.tsx'
import { hideName } from './pages/questions.tsx'
import { QuickPage, type QuickPageProps } from './pages/quick.tsx'
import { ReceiptPage } from './pages/receipt.tsx'
import { ownReports, reportingView, reportOptions, unknownReferences } from './queries.ts'
import { routes as received } from './routes-received.tsx'
import { findingsIn, reportProblems, reportWarnings, shownQuestions } from './rules.ts'
import { texts } from './texts.ts'

export const routes: readonly Route[] = [
  get('/avvik/mine', 'signedIn', async ({ ctx, locale }) =>
    page(texts(locale).mine.title, <MinePage reports={await ownReports(ctx)} now={ctx.now} locale={locale} />),
  ),

  get('/avvik/ny', 'signedIn', async (asked) => {
    const values = { ...emptyValues(reportFields), affectedUnit: asked.ctx.actor.unitId, discoveredAt: asked.ctx.now }
    return page(texts(asked.locale).quick.title, await quickPage(asked, newId(asked.ctx.now), { values }))
  }),

  post('/avvik', 'signedIn', async (asked) => {
    const { ctx, locale, form } = asked
    const id = isId(one(form, 'id')) ? one(form, 'id') : newId(ctx.now)
    const more = one(form, 'knapp') === 'mer'
    const { answers, problems: faults } = readAnswers(await profileOf(ctx), quickQuestions, form)
    const report = { ...emptyValues(reportFields), ...answers }
    const problems = onceEach([...faults, ...(await unknownReferences(ctx, answers)), ...(more ? [] : reportProblems(report, ctx.now))])
    if (problems.length > 0)
      return pageWithErrors(422, texts(locale).quick.title, await quickPage(asked, id, { values: report, raw: form, problems }))
    if (more) {
      const begun = await startDraft(ctx, id, 'form', answers)
      if (begun.ok || begun.why === 'nothingChanged') return redirect(`/avvik/${id}/skjema`)
      return begun.why === 'alreadySent' ? redirect(receiptOf(id)) : nothing
    }
    const sent = await sendReport(ctx, id, 'quick', answers)
    if (sent.ok) return redirect(receiptOf(sent.next.id), sent.next.id === id ? null : texts(locale).otherAgain)
    if (sent.why === 'alreadySent') return redirect(receiptOf(id))
    // A draft with the same id holds what the quick page does not show.
    return sent.why === 'incomplete' ? redirect(`/avvik/${id}/kontroll`) : nothing
  }),

  ...received,

  post('/avvik/:id/utkast', 'signedIn', async (asked) => {
    const { ctx, form, params } = asked
    const id = params.id
    if (!isId(id)) return json({ error: 'notFound' }, 404)
    const view = await caseView(ctx, id)
    const saved = view ? await savePart(asked, view) : await autosaveQuick(ctx, id, form)
    if ('problems' in saved) return json({ error: 'invalid', fields: saved.problems.map((problem) => problem.field) }, 422)
    const { outcome } = saved
    if (!outcome.ok && outcome.why !== 'nothingChanged') return json({ error: outcome.why }, outcome.why === 'notFound' ? 404 : 409)
    const now = await caseView(ctx, id)
    return json({ version: now?.deviation.version ?? null })
  }),

  get('/avvik/:id/skjema', 'signedIn', async (asked) => {
    const view = await ownCase(asked)
    if (!view) return nothing
    if (view.deviation.status !== 'draft') return redirect(`/avvik/${view.deviation.id}`)
    const rows = Number(asked.query.get('rader') ?? 0)
    return page(
      texts(asked.locale).form.title,
      await formPage(asked, view, partFrom(asked.query.get('del')), Number.isInteger(rows) ? rows : 0),
      crumbs(asked),
    )
  }),

  post('/avvik/:id/skjema', 'signedIn', async (asked): Promise<PostAnswer> => {
    const { ctx, locale, form } = asked
    const view = await ownCase(asked)
    if (!view) return nothing
    const { id } = view.deviation
    const back = one(form, 'til')
    if (back === 'kontroll' || back === 'kvittering') return hideThere(asked, view, back)
    if (view.deviation.status !== 'draft') return redirect(receiptOf(id))
    const part = partFrom(one(form, 'del'))
    const saved = await savePart(asked, view)
    const words = texts(locale)
    if ('problems' in saved) {
      const body = await formPage(asked, view, part, measureRows(form), { raw: form, problems: saved.problems })
      return pageWithErrors(422, words.form.title, body, crumbs(asked))
    }
    const { outcome, answers } = saved
    const now = (await caseView(ctx, id)) ?? view
    if (!outcome.ok && outcome.why === 'stale') {
      const differences = differencesBetween(now.deviation.report, answers)
      const body = await formPage(asked, now, part, measureRows(form), { raw: form, differences })
      return pageWithErrors(409, words.conflict.title, body, crumbs(asked))
    }
    if (!outcome.ok && outcome.why !== 'nothingChanged') return outcome.why === 'notAllowed' ? notAllowed : nothing
    const hidden = one(form, hideName)
    if (hidden) {
      await hideInField(ctx, id, null, hidden)
      return redirect(`/avvik/${id}/skjema?del=${part}#${hidden}`, words.form.masked)
    }
    return redirect(...nextAfter(part, one(form, 'videre'), view, now, measureRows(form), words))
  }),

  get('/avvik/:id/kontroll', 'signedIn', async (asked) => {
    const view = await ownCase(asked)
    if (!view) return nothing
    if (view.deviation.status !== 'draft') return redirect(receiptOf(view.deviation.id))
    return page(texts(asked.locale).check.title, await checkPage(asked, view, false), crumbs(asked))
  }),

  post('/avvik/:id/innsending', 'signedIn', async (asked): Promise<PostAnswer> => {
    const { ctx, locale, form } = asked
    const view = await ownCase(asked)
    if (!view) return nothing
    const { id } = view.deviation
    const outcome = await submitReport(ctx, id, view.deviation.status === 'draft' ? versionOf(form) : null)
    if (outcome.ok || outcome.why === 'alreadySent') return redirect(receiptOf(id))
    // Saved in another window since: what will be sent is shown once more before it goes.
    const title = texts(locale).check.title
    if (outcome.why === 'stale') return pageWithErrors(409, title, await checkPage(asked, view, false, true), crumbs(asked))
    if (outcome.why === 'incomplete') return pageWithErrors(422, title, await checkPage(asked, view, true), crumbs(asked))
    return notAllowed
  }),

  get('/avvik/:id/kvittering', 'signedIn', async (asked) => {
    const { ctx, locale } = asked
    const view = await ownCase(asked)
    if (!view) return nothing
    const { deviation, profile, names } = view
    if (deviation.status === 'draft') return redirect(`/avvik/${deviation.id}/kontroll`)
    const [news] = newsOf({ type: 'deviation.submitted', channel: deviation.channel, guard: {} }, deviation, profile, null)
    const { notifyLeader } = profile.deviation
    const told = {
      roles: news?.to.roles ?? [],
      address: news?.address ?? null,
      leader: notifyLeader ? (names.get(deviation.report.reporterLeader ?? '') ?? null) : null,
    }
    const findings = [...findingsIn(deviation.report, profile)].filter(([, found]) => found.some(({ kind }) => kind !== 'healthWord'))
    return page(
      texts(locale).receipt.documentTitle,
      <ReceiptPage view={view} told={told} findings={new Map(findings)} now={ctx.now} locale={locale} />,
      crumbs(asked),
    )
  }),

  post('/avvik/:id/forkast', 'signedIn', async (asked): Promise<PostAnswer> => {
    const view = await ownCase(asked)
    if (!view) return nothing
    const outcome = await discardDraft(asked.ctx, view.deviation.id, null)
    if (outcome.ok) return redirect('/avvik/mine', texts(asked.locale).form.discarded)
    return redirect(`/avvik/${view.deviation.id}`, caseTexts(asked.locale).refusals.notNow)
  }),
]

/** The case where whoever asks is its reporter; to everyone else these pages do not exist. */
async function ownCase({ ctx, params }: Asked): Promise<CaseView | undefined> {
  const view = isId(params.id) ? await caseView(ctx, params.id) : undefined
  return view?.standing.isReporter ? view : undefined
}

type Written = Pick<QuickPageProps, 'values'> & Partial<Pick<QuickPageProps, 'raw' | 'problems'>>

async function quickPage({ ctx, locale }: Asked, id: string, written: Written) {
  const drafts = (await ownReports(ctx)).filter((report) => report.status === 'draft' && report.id !== id).length
  return (
    <QuickPage
      view={await reportingView(ctx)}
      id={id}
      options={await reportOptions(ctx, written.values)}
      drafts={drafts}
      locale={locale}
      {...written}
    />
  )
}

async function formPage(
  { ctx, locale }: Asked,
  view: CaseView,
  part: FormPart,
  rows: number,
  after: Partial<Pick<FormPageProps, 'raw' | 'problems' | 'differences'>> = {},
) {
  const { report } = view.deviation
  return (
    <FormPage
      view={view}
      part={part}
      rows={rows}
      options={await reportOptions(ctx, report)}
      findings={findingsIn(report, view.profile)}
      locale={locale}
      {...after}
    />
  )
}

async function checkPage({ ctx, locale }: Asked, view: CaseView, refused: boolean, stale = false) {
  const { report } = view.deviation
  return (
    <CheckPage
      view={view}
      reporting={await reportingView(ctx)}
      options={await reportOptions(ctx, report)}
      problems={reportProblems(report, ctx.now)}
      warnings={reportWarnings(report, ctx.now)}
      findings={findingsIn(report, view.profile)}
      refused={refused}
      stale={stale}
      locale={locale}
    />
  )
}

type Saved =
  | { readonly problems: readonly Problem[] }
  | { readonly outcome: Awaited<ReturnType<typeof saveDraft>>; readonly answers: Partial<Report> }

/** Saves one part of the form, or what the quick page shows: valid is enough, complete it need not be. */
async function savePart({ ctx, form }: Asked, view: CaseView): Promise<Saved> {
  const { deviation, profile } = view
  const quick = isEmpty(form.del)
  const part = partFrom(one(form, 'del'))
  const names = quick ? quickQuestions : questionsOf(part, shownQuestions(deviation.report, profile))
  const { answers, problems } = readAnswers(profile, names, form)
  const list = part === 'konsekvenser' && !quick ? parseMeasures(form, deviation.measures, () => newId(ctx.now)) : null
  const faults = onceEach([...problems, ...(await unknownReferences(ctx, answers)), ...(list?.problems ?? [])])
  if (faults.length > 0) return { problems: faults }
  return { outcome: await saveDraft(ctx, deviation.id, quick ? null : versionOf(form), answers, list?.measures ?? null), answers }
}

/** The first words of a quick report become a draft. */
async function autosaveQuick(ctx: Ctx, id: string, form: Form): Promise<Saved> {
  const { profile } = await reportingView(ctx)
  const { answers, problems } = readAnswers(profile, quickQuestions, form)
  const faults = onceEach([...problems, ...(await unknownReferences(ctx, answers))])
  return faults.length > 0 ? { problems: faults } : { outcome: await startDraft(ctx, id, 'form', answers), answers }
}

async function hideThere({ ctx, locale, form }: Asked, view: CaseView, back: 'kontroll' | 'kvittering'): Promise<PostAnswer> {
  const { id } = view.deviation
  const outcome = await hideInField(ctx, id, null, one(form, hideName))
  return redirect(`/avvik/${id}/${back}`, outcome.ok ? texts(locale).form.masked : null)
}

/** Where the browser goes when a part is saved. A category that brings questions of its own brings the reader back to them. */
function nextAfter(
  part: FormPart,
  pressed: string,
  before: CaseView,
  after: CaseView,
  rows: number,
  words: ReturnType<typeof texts>,
): readonly [string, string | null] {
  const { id } = after.deviation
  const base = `/avvik/${id}/skjema`
  if (pressed === 'flere') return [`${base}?del=konsekvenser&rader=${rows + 1}#measure${rows}.what`, null]
  if (pressed === 'senere') return ['/avvik/mine', words.form.saved]
  const fresh = newDetails(before, after)
  if (part === 'beskrivelse' && fresh) return [`${base}?del=beskrivelse#${fresh}`, words.form.newQuestions]
  const next = formParts[formParts.indexOf(part) + 1]
  return pressed === 'kontroll' || !next ? [`/avvik/${id}/kontroll`, null] : [`${base}?del=${next}`, null]
}

function newDetails(before: CaseView, after: CaseView): Question | undefined {
  const details = layout.find(({ group }) => group === 'details')?.questions ?? []
  const shown = (view: CaseView) => shownQuestions(view.deviation.report, view.profile)
  return details.find((question) => shown(after).includes(question) && !shown(before).includes(question))
}

const partFrom = (name: string | null): FormPart => formParts.find((part) => part === name) ?? 'kontakt'
const receiptOf = (id: string) => `/avvik/${id}/kvittering`
const crumbs = ({ locale }: Pick<Asked, 'locale'>) => [{ href: '/avvik/mine', label: texts(locale).mine.title }]
