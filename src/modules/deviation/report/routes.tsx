import { refuse } from '../../../kernel/change.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { emptyValues, type Form, isEmpty, type Problem } from '../../../kernel/fields.ts'
import { type Held, wantsMask } from '../../../kernel/guard/stop.ts'
import {
  type Asked,
  get,
  json,
  madeId,
  notAllowed,
  nothing,
  one,
  type PostAnswer,
  page,
  post,
  preview,
  type Route,
  redirect,
  versionOf,
} from '../../../kernel/http.ts'
import { isId, newId } from '../../../kernel/ids.ts'
import { soughtIn } from '../../../kernel/reference.ts'
import { again, answered, door } from '../../../kernel/road.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { uiTexts } from '../../../ui/texts.ts'
import { publishedFrom } from '../../guidance/public.tsx'
import { reachOf } from '../../people/public.ts'
import { categories, type Report, reportFields } from '../fields-report.ts'
import { newsOf } from '../news.ts'
import { type CaseView, caseView } from '../queries.ts'
import { profileOf } from '../queries-profile.ts'
import { reportOffers, unknownReferences } from '../queries-references.ts'
import { texts as caseTexts } from '../texts.ts'
import { meet, onceEach, readAnswers } from './answers.ts'
import { discardDraft, hideInField, saveDraft, sendReport, startDraft, submitReport, supplementReport } from './commands.ts'
import { type FormPart, firstAnswers, formParts, type Question, questionsOf, quickAnswers, quickQuestions } from './layout.ts'
import { measureRows, parseMeasures } from './measures.ts'
import { meetRows } from './measures-merge.ts'
import { CheckPage } from './pages/check.tsx'
import { FormPage, type FormPageProps } from './pages/form.tsx'
import { MinePage } from './pages/mine.tsx'
import { hideName } from './pages/questions.tsx'
import { QuickPage, type QuickPageProps } from './pages/quick.tsx'
import { ReceiptPage } from './pages/receipt.tsx'
import { isDiscarded, ownReports, reportingView } from './queries.ts'
import { routes as received } from './routes-received.tsx'
import { findingsIn, formQuestions, reportProblems, reportWarnings } from './rules.ts'
import { masked, stopOf, without } from './stop.ts'
import { texts } from './texts.ts'

/** The case where whoever asks is its reporter; to everyone else these pages do not exist. */
const forReporter = door(async ({ ctx, params }) => {
  const view = isId(params.id) ? await caseView(ctx, params.id) : undefined
  return view?.standing.isReporter ? view : nothing
})

export const routes: readonly Route[] = [
  get('/avvik/mine', 'signedIn', getMine),
  get('/avvik/ny', 'signedIn', getQuick),
  // The page's own address, so that what is refused stands where a reload or a bookmark finds the form; the other for pages opened before.
  post('/avvik/ny', 'signedIn', postQuick),
  post('/avvik', 'signedIn', postQuick),
  ...received,
  post('/avvik/:id/utkast', 'signedIn', postAutosave),
  get('/avvik/:id/skjema', 'signedIn', forReporter(getForm)),
  post('/avvik/:id/skjema', 'signedIn', forReporter(postForm)),
  get('/avvik/:id/kontroll', 'signedIn', forReporter(getCheck)),
  post('/avvik/:id/innsending', 'signedIn', forReporter(postReport)),
  get('/avvik/:id/kvittering', 'signedIn', forReporter(getReceipt)),
  get(
    '/avvik/:id/svar',
    'signedIn',
    forReporter(async (_, view) => redirect(receiptOf(view.deviation.id))),
  ),
  post('/avvik/:id/svar', 'signedIn', forReporter(postFirst)),
  post('/avvik/:id/forkast', 'signedIn', forReporter(postDiscard)),
]

async function getMine({ ctx, locale }: Asked) {
  return page(texts(locale).mine.title, <MinePage reports={await ownReports(ctx)} now={ctx.now} locale={locale} />)
}

function getQuick(asked: Asked) {
  const { actor, now } = asked.ctx
  // Where it is known what kind of deviation it is, as on the page about passwords, it is filled in (S4-031).
  const known = categories.filter((one) => one === asked.query.get('type'))
  const values = { ...emptyValues(reportFields), affectedUnit: actor.unitId, discoveredAt: now, categories: known }
  return quickPage(asked, newId(now), { values })
}

async function postQuick(asked: Asked): Promise<PostAnswer> {
  const { ctx, locale, form } = asked
  const id = madeId(asked)
  const more = one(form, 'knapp') === 'mer'
  const profile = await profileOf(ctx)
  const { answers, problems: faults } = readAnswers(profile, quickIn(form), form)
  const values = { ...emptyValues(reportFields), ...answers }
  const [unknown, stands] = await Promise.all([unknownReferences(ctx, answers), caseView(ctx, id)])
  const problems = onceEach([...faults, ...unknown, ...(more ? [] : reportProblems(values, ctx.now))])
  if (soughtIn(reportFields, form).length > 0) return preview(await quickPage(asked, id, { values, raw: form }))
  if (problems.length > 0) return again(422, await quickPage(asked, id, { values, raw: form, problems }))
  if (more) {
    const begun = () => redirect(`/avvik/${id}/skjema`)
    return answered(await startDraft(ctx, id, 'form', answers), {
      done: begun,
      nothingChanged: begun,
      refused: ({ why }) => (why === 'alreadySent' ? redirect(receiptOf(id)) : nothing),
    })
  }
  const held = stopOf(values, profile, form)
  if (held) return again(422, await quickPage(asked, id, { values, raw: form, held }))
  // A draft with the same id may hold a number in what this page does not show: its own last page asks about that.
  const kept = stands?.deviation
  if (kept?.status === 'draft' && stopOf(without(kept.report, quickIn(form)), profile, {}, kept.measures)) {
    await saveDraft(ctx, id, null, answers)
    return redirect(`/avvik/${id}/kontroll`)
  }
  return answered(await sendReport(ctx, id, 'quick', wantsMask(form) ? masked(answers, profile.locale, profile) : answers), {
    done: (sent) => redirect(receiptOf(sent.id), sent.id === id ? null : texts(locale).otherAgain),
    refused: ({ why }) => {
      if (why === 'alreadySent') return redirect(receiptOf(id))
      // A draft with the same id holds what the quick page does not show.
      return why === 'incomplete' ? redirect(`/avvik/${id}/kontroll`) : nothing
    },
  })
}

/** Saved as it is written, for the enhancer: it reads the version, or why not. */
async function postAutosave(asked: Asked) {
  const { ctx, form, params } = asked
  const id = params.id
  if (!isId(id)) return json({ error: 'notFound' }, 404)
  const view = await caseView(ctx, id)
  // Thrown away by its writer, or a part of a draft that is not there: nothing is begun anew, for the rest of it would be missing.
  if (!view && (await isDiscarded(ctx, id))) return json({ error: 'discarded' }, 410)
  if (!view && !isEmpty(form.del)) return json({ error: 'notFound' }, 404)
  const saved = view ? await savePart(asked, view, 'eachForItself') : await autosaveQuick(ctx, id, form)
  if ('problems' in saved) return json({ error: 'invalid', fields: saved.problems.map((problem) => problem.field) }, 422)
  const { outcome, without = [] } = saved
  if (!outcome.ok && outcome.why !== 'nothingChanged') return json({ error: outcome.why }, outcome.why === 'notFound' ? 404 : 409)
  const now = await caseView(ctx, id)
  return json({ version: now?.deviation.version ?? null, ...(without.length > 0 && { fields: without }) })
}

async function getForm(asked: Asked, view: CaseView) {
  if (view.deviation.status !== 'draft') return redirect(`/avvik/${view.deviation.id}`)
  const rows = Number(asked.query.get('rader') ?? 0)
  return formPage(asked, view, partFrom(asked.query.get('del')), Number.isInteger(rows) ? rows : 0)
}

async function postForm(posted: Asked, view: CaseView): Promise<PostAnswer> {
  const { both, ...met } = meet(posted, view)
  const rows = meetRows({ ...met.form, version: posted.form.version }, view.deviation.measures, false, view.deviation.version)
  const asked: Asked = { ...met, form: { ...rows.form, version: met.form.version } }
  const { ctx, locale, form } = asked
  const { id } = view.deviation
  const back = one(form, 'til')
  if (back === 'kontroll' || back === 'kvittering') return hideThere(asked, view, back)
  if (view.deviation.status !== 'draft') return redirect(receiptOf(id))
  const part = partFrom(one(form, 'del'))
  const words = texts(locale)
  if (both.length === 0 && versionOf(form) === view.deviation.version && soughtIn(reportFields, form).length > 0)
    return preview(await formPage(asked, view, part, measureRows(form), { raw: form }))
  if (rows.both.length > 0 && both.length === 0)
    return again(409, await formPage(asked, view, part, measureRows(form), { raw: form, bothRows: rows.both }))
  const saved: Saved = both.length > 0 ? { outcome: refuse('stale'), answers: answersIn(asked, view) } : await savePart(asked, view)
  const draw = (shown: CaseView, after: Rewritten) => formPage(asked, shown, part, measureRows(form), { raw: form, ...after })
  if ('problems' in saved) {
    const stale = versionOf(form) !== view.deviation.version
    return stale ? again(409, await draw(view, { yours: saved.answers })) : again(422, await draw(view, { problems: saved.problems }))
  }
  const now = (await caseView(ctx, id)) ?? view
  const onward = async () => {
    const hidden = one(form, hideName)
    if (!hidden) return redirect(...nextAfter(part, one(form, 'videre'), now, measureRows(form), words))
    await hideInField(ctx, id, null, hidden)
    return redirect(`/avvik/${id}/skjema?del=${part}#${hidden}`, words.form.masked)
  }
  return answered(saved.outcome, {
    done: onward,
    nothingChanged: onward,
    refused: async (_, status) => (status === 409 ? again(409, await draw(now, { yours: saved.answers })) : nothing),
  })
}

async function getCheck(asked: Asked, view: CaseView) {
  return view.deviation.status === 'draft' ? checkPage(asked, view) : redirect(receiptOf(view.deviation.id))
}

async function postReport(asked: Asked, view: CaseView) {
  const { ctx, form } = asked
  const { id, status, version, report } = view.deviation
  const draft = status === 'draft'
  if (draft && versionOf(form) === version && stopOf(report, view.profile, form, view.deviation.measures))
    return again(422, await checkPage(asked, view, { refused: true }))
  const outcome = await submitReport(ctx, id, draft ? versionOf(form) : null, wantsMask(form))
  const sent = () => redirect(receiptOf(id))
  return answered(outcome, {
    done: sent,
    refused: async ({ why }) => {
      if (why === 'alreadySent') return sent()
      // Saved in another window since: what will be sent is shown once more before it goes.
      if (why === 'stale') return again(409, await checkPage(asked, view, { stale: true }))
      return why === 'incomplete' ? again(422, await checkPage(asked, view, { refused: true })) : notAllowed
    },
  })
}

async function getReceipt(asked: Asked, view: CaseView) {
  const { id, status } = view.deviation
  return status === 'draft' ? redirect(`/avvik/${id}/kontroll`) : receiptPage(asked, view)
}

/** What the reporter answers when the report is sent: read as the quick report is, and each answer stands for itself. */
async function postFirst(asked: Asked, view: CaseView): Promise<PostAnswer> {
  const { ctx, locale, form } = asked
  const { id } = view.deviation
  const { answers, problems } = readAnswers(view.profile, firstAnswers({ categories }), form)
  if (problems.length > 0) return again(422, await receiptPage(asked, view, { problems }))
  const held = stopOf({ ...emptyValues(reportFields), ...answers }, view.profile, form)
  if (held) return again(422, await receiptPage(asked, view, { held }))
  const said = (words: string | null) => redirect(receiptOf(id), words)
  const words = texts(locale).first
  const kept = wantsMask(form) ? masked(answers, view.deviation.language, view.profile) : answers
  return answered(await supplementReport(ctx, id, kept), {
    done: () => said(words.saved),
    nothingChanged: () => said(null),
    refused: () => said(words.decided),
  })
}

async function receiptPage(
  { ctx, locale, form }: Asked,
  view: CaseView,
  after: { readonly problems?: readonly Problem[]; readonly held?: Held } = {},
) {
  const { deviation, profile, names } = view
  const [news] = newsOf({ type: 'deviation.submitted', channel: deviation.channel, guard: {} }, deviation, profile, null)
  const told = {
    ...(await reachOf(ctx, news?.to.roles ?? [])),
    address: news?.address ?? null,
    leader: profile.deviation.notifyLeader ? (names.get(deviation.report.reporterLeader ?? '') ?? null) : null,
  }
  const findings = [...findingsIn(deviation.report, profile)].filter(([, found]) => found.some(({ kind }) => kind !== 'healthWord'))
  const first = { offers: view.called, ...after, ...((after.problems || after.held) && { raw: form }) }
  const body = (
    <ReceiptPage view={view} told={told} mails={ctx.house.mails} findings={new Map(findings)} first={first} now={ctx.now} locale={locale} />
  )
  return page(texts(locale).receipt.documentTitle, body, crumbs(locale))
}

async function postDiscard({ ctx, locale }: Asked, view: CaseView) {
  return answered(await discardDraft(ctx, view.deviation.id, null), {
    done: () => redirect('/avvik/mine', texts(locale).form.discarded),
    refused: () => redirect(`/avvik/${view.deviation.id}`, caseTexts(locale).refusals.notNow),
  })
}

type Written = Pick<QuickPageProps, 'values'> & Partial<Pick<QuickPageProps, 'raw' | 'problems' | 'held'>>

async function quickPage({ ctx, locale }: Asked, id: string, written: Written) {
  const drafts = (await ownReports(ctx)).filter((report) => report.status === 'draft' && report.id !== id).length
  const view = await reportingView(ctx)
  const offers = await reportOffers(ctx, written.values, written.raw)
  const routine = await publishedFrom(ctx, 'deviationRoutine')
  const shown = { view, id, offers, drafts, routine, locale, ...written }
  return page(texts(locale).quick.title, <QuickPage {...shown} />)
}

type Rewritten = Partial<Pick<FormPageProps, 'raw' | 'problems' | 'yours' | 'bothRows'>>

async function formPage({ ctx, locale }: Asked, view: CaseView, part: FormPart, rows: number, after: Rewritten = {}) {
  const { report } = view.deviation
  const body = (
    <FormPage
      view={view}
      part={part}
      rows={rows}
      offers={await reportOffers(ctx, report, after.raw)}
      findings={findingsIn(report, view.profile)}
      locale={locale}
      {...after}
    />
  )
  return page(after.yours ? uiTexts(locale).conflict.title : texts(locale).form.title, body, crumbs(locale))
}

async function checkPage({ ctx, locale }: Asked, view: CaseView, { refused = false, stale = false } = {}) {
  const { report } = view.deviation
  const body = (
    <CheckPage
      view={view}
      reporting={await reportingView(ctx)}
      offers={view.called}
      problems={reportProblems(report, ctx.now)}
      warnings={reportWarnings(report, ctx.now)}
      findings={findingsIn(report, view.profile)}
      refused={refused}
      stale={stale}
      locale={locale}
    />
  )
  return page(texts(locale).check.title, body, crumbs(locale))
}

type Saved =
  | { readonly problems: readonly Problem[]; readonly answers: Partial<Report> }
  | {
      readonly outcome: Awaited<ReturnType<typeof saveDraft>>
      readonly answers: Partial<Report>
      /** The answers that could not be kept, while the others were. */
      readonly without?: readonly string[]
    }

/** Saves one part of the form, or what the quick page shows: valid is enough, complete it need not be. */
async function savePart({ ctx, form }: Asked, view: CaseView, how: 'whole' | 'eachForItself' = 'whole'): Promise<Saved> {
  const { deviation, profile } = view
  const quick = isEmpty(form.del)
  const part = partFrom(one(form, 'del'))
  const names = quick ? quickIn(form) : questionsOf(part, formQuestions(deviation.report, profile))
  const { answers, problems } = readAnswers(profile, names, form)
  const list = part === 'konsekvenser' && !quick ? parseMeasures(form, deviation.measures, () => newId(ctx.now)) : null
  const faults = onceEach([...problems, ...(await unknownReferences(ctx, answers, deviation.report)), ...(list?.problems ?? [])])
  if (faults.length > 0 && how === 'whole') return { problems: faults, answers }
  const good = withoutThose(answers, faults)
  const measures = list && list.problems.length === 0 ? list.measures : null
  if (faults.length > 0 && Object.keys(good).length === 0 && !measures) return { problems: faults, answers }
  const outcome = await saveDraft(ctx, deviation.id, quick ? null : versionOf(form), good, measures)
  return { outcome, answers, without: faults.map(({ field }) => field) }
}

/** What a quick report answers: its own three questions, and what more it came with. What it did not ask stands as it was. */
const quickIn = (form: Form): readonly Question[] =>
  quickAnswers.filter((question) => question in form || (quickQuestions as readonly Question[]).includes(question))

/** What was written on a page of the form, read as far as it can be. */
const answersIn = ({ form }: Asked, { deviation, profile }: CaseView): Partial<Report> =>
  readAnswers(profile, questionsOf(partFrom(one(form, 'del')), formQuestions(deviation.report, profile)), form).answers

/** The first words of a quick report become a draft. */
async function autosaveQuick(ctx: Ctx, id: string, form: Form): Promise<Saved> {
  const { profile } = await reportingView(ctx)
  const { answers, problems } = readAnswers(profile, quickIn(form), form)
  const faults = onceEach([...problems, ...(await unknownReferences(ctx, answers))])
  const outcome = await startDraft(ctx, id, 'form', withoutThose(answers, faults))
  return { outcome, answers, without: faults.map(({ field }) => field) }
}

/** Each answer is kept for itself: one that cannot be read does not stop the others. */
const withoutThose = (answers: Partial<Report>, faults: readonly Problem[]): Partial<Report> =>
  Object.fromEntries(Object.entries(answers).filter(([name]) => !faults.some(({ field }) => field === name)))

async function hideThere({ ctx, locale, form }: Asked, view: CaseView, back: 'kontroll' | 'kvittering'): Promise<PostAnswer> {
  const { id } = view.deviation
  const outcome = await hideInField(ctx, id, null, one(form, hideName))
  return redirect(`/avvik/${id}/${back}`, outcome.ok ? texts(locale).form.masked : null)
}

/** Where the browser goes when a part is saved. */
function nextAfter(
  part: FormPart,
  pressed: string,
  { deviation: { id } }: CaseView,
  rows: number,
  words: ReturnType<typeof texts>,
): readonly [string, string | null] {
  const base = `/avvik/${id}/skjema`
  if (pressed === 'flere') return [`${base}?del=konsekvenser&rader=${rows + 1}#measure${rows}.what`, null]
  if (pressed === 'senere') return ['/avvik/mine', words.form.saved]
  const next = formParts[formParts.indexOf(part) + 1]
  return pressed === 'kontroll' || !next ? [`/avvik/${id}/kontroll`, null] : [`${base}?del=${next}`, null]
}

const partFrom = (name: string | null): FormPart => formParts.find((part) => part === name) ?? 'kontakt'
const receiptOf = (id: string) => `/avvik/${id}/kvittering`
const crumbs = (locale: Locale) => [{ href: '/avvik/mine', label: texts(locale).mine.title }]
