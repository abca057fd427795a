import { emptyValues, type Form, isEmpty, parse } from '../../../kernel/fields.ts'
import {
  type Asked,
  get,
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
import type { Locale } from '../../../kernel/texts.ts'
import { problemText } from '../../../ui/record-form.tsx'
import { reference } from '../deviation.ts'
import { type CaseView, caseView } from '../queries.ts'
import { texts as caseTexts } from '../texts.ts'
import { differencesBetween, onceEach, readAnswers } from './answers.ts'
import { editSentReport, redactField, registerReport } from './commands.ts'
import { type Report, redactionReasons, reportFields } from './fields.ts'
import { quickQuestions } from './layout.ts'
import { parseMeasures } from './measures.ts'
import { BehalfPage, type BehalfPageProps, type IntakeName } from './pages/behalf.tsx'
import { EditPage, type EditPageProps } from './pages/edit.tsx'
import { RedactionPage, type RedactionPageProps } from './pages/redaction.tsx'
import { type ReportingView, reportingView, reportOptions, unknownReferences } from './queries.ts'
import { findingsIn, maskedText, onBehalfChannels, otherQuestions, reportProblems, shownQuestions, textOf, textQuestions } from './rules.ts'
import { texts } from './texts.ts'

/** What those who handle do with a report: write down what came by another way, put it right, take out what should not be there. */
export const routes: readonly Route[] = [
  get('/avvik/pa-vegne', 'signedIn', async (asked) => {
    const view = await reportingView(asked.ctx)
    if (!view.mayRegister) return notAllowed
    const values = { ...emptyValues(reportFields), discoveredAt: asked.ctx.now }
    return page(texts(asked.locale).behalf.title, await behalfPage(asked, view, newId(asked.ctx.now), { values }))
  }),

  post('/avvik/pa-vegne', 'signedIn', async (asked): Promise<PostAnswer> => {
    const { ctx, locale, form } = asked
    const view = await reportingView(ctx)
    if (!view.mayRegister) return notAllowed
    const words = texts(locale)
    const id = isId(one(form, 'id')) ? one(form, 'id') : newId(ctx.now)
    const { answers, problems: faults } = readAnswers(view.profile, [...quickQuestions, ...otherQuestions(view.profile)], form)
    const report: Report = { ...emptyValues(reportFields), ...answers }
    const list = parseMeasures(form, [], () => newId(ctx.now))
    const problems = onceEach([...faults, ...(await unknownReferences(ctx, report)), ...reportProblems(report, ctx.now), ...list.problems])
    const { intake, errors } = readIntake(form, ctx.now, locale)
    if (problems.length > 0 || !intake) {
      const body = await behalfPage(asked, view, id, { values: report, raw: form, problems, intakeErrors: errors })
      return pageWithErrors(422, words.behalf.title, body)
    }
    const outcome = await registerReport(ctx, id, report, list.measures, intake)
    if (outcome.ok) return redirect(`/avvik/${id}`, words.behalf.registered(reference(outcome.next) ?? ''))
    if (outcome.why === 'alreadySent') return redirect(`/avvik/${id}`)
    const intakeErrors = { person: words.behalf.personMissing }
    const body = await behalfPage(asked, view, id, { values: report, raw: form, intakeErrors })
    return outcome.why === 'incomplete' ? pageWithErrors(422, words.behalf.title, body) : notAllowed
  }),

  get('/avvik/:id/melding', 'signedIn', async (asked) => {
    const view = await caseOf(asked)
    if (!view) return nothing
    if (!view.actions.includes('edit')) return notAllowed
    return page(texts(asked.locale).edit.title, await editPage(asked, view), crumbs(view))
  }),

  post('/avvik/:id/melding', 'signedIn', async (asked): Promise<PostAnswer> => {
    const { ctx, locale, form } = asked
    const view = await caseOf(asked)
    if (!view) return nothing
    if (!view.actions.includes('edit')) return notAllowed
    const { deviation, profile } = view
    const { edit, conflict } = texts(locale)
    const { answers, problems: faults } = readAnswers(profile, shownQuestions(deviation.report, profile), form)
    const merged = { ...deviation.report, ...answers }
    const problems = onceEach([...faults, ...(await unknownReferences(ctx, answers)), ...reportProblems(merged, ctx.now)])
    if (problems.length > 0) return pageWithErrors(422, edit.title, await editPage(asked, view, { raw: form, problems }), crumbs(view))
    // A form without a version saw nothing: it may not overwrite (S4-023).
    const outcome = await editSentReport(ctx, deviation.id, versionOf(form) ?? 0, answers)
    if (outcome.ok) return redirect(`/avvik/${deviation.id}`, edit.saved)
    if (outcome.why === 'nothingChanged') return redirect(`/avvik/${deviation.id}`, edit.nothing)
    if (outcome.why !== 'stale') return notAllowed
    const differences = differencesBetween(deviation.report, answers)
    return pageWithErrors(409, conflict.title, await editPage(asked, view, { raw: form, differences }), crumbs(view))
  }),

  get('/avvik/:id/sladding', 'signedIn', async (asked) => {
    const view = await caseOf(asked)
    if (!view) return nothing
    if (!view.actions.includes('redact')) return notAllowed
    const field = fieldIn(view, asked.query.get('felt'))
    const { deviation, profile } = view
    // What the guard knows is already taken out of the text to start from; names only a reader can find.
    const text = field ? maskedText(textOf(deviation.report, field) ?? '', deviation.language, profile) : ''
    return page(texts(asked.locale).redaction.title, redactionPage(asked, view, { field, text }), crumbs(view))
  }),

  post('/avvik/:id/sladding', 'signedIn', async (asked): Promise<PostAnswer> => {
    const { ctx, locale, form } = asked
    const view = await caseOf(asked)
    if (!view) return nothing
    if (!view.actions.includes('redact')) return notAllowed
    const words = texts(locale).redaction
    const field = fieldIn(view, one(form, 'felt'))
    if (!field) return pageWithErrors(422, words.title, redactionPage(asked, view, { field }), crumbs(view))
    const how = one(form, 'how')
    const why = redactionReasons.find((reason) => reason === one(form, 'why')) ?? null
    const written = parse({ text: { ...reportFields[field], kind: 'text', max: maxOf(field), required: true } }, form)
    const fault = how === 'replace' ? (written.problems[0] ?? missingText(written.values.text)) : undefined
    const errors = {
      ...(how === 'mask' || how === 'replace' ? {} : { how: words.howMissing }),
      ...(fault ? { text: problemText(fault, words.text, locale) } : {}),
      ...(why ? {} : { why: words.whyMissing }),
    }
    const text = typeof form.text === 'string' ? form.text : ''
    const again = (status: 409 | 422, more: Partial<RedactionPageProps>) =>
      pageWithErrors(status, words.title, redactionPage(asked, view, { field, text, how, why: why ?? '', ...more }), crumbs(view))
    if (Object.keys(errors).length > 0) return again(422, { errors })
    const replacement = how === 'mask' ? null : written.values.text
    const outcome = await redactField(ctx, view.deviation.id, versionOf(form) ?? 0, field, replacement, why)
    if (outcome.ok) return redirect(`/avvik/${view.deviation.id}`, words.done)
    if (outcome.why === 'stale') return again(409, { errors: { text: caseTexts(locale).refusals.stale } })
    if (outcome.why !== 'nothingChanged') return notAllowed
    return again(422, { errors: how === 'mask' ? { how: words.nothingToHide } : { text: words.same } })
  }),
]

async function caseOf({ ctx, params }: Asked): Promise<CaseView | undefined> {
  return isId(params.id) ? caseView(ctx, params.id) : undefined
}

type Behalf = Pick<BehalfPageProps, 'values'> & Partial<Pick<BehalfPageProps, 'raw' | 'problems' | 'intakeErrors'>>

async function behalfPage({ ctx, locale }: Asked, view: ReportingView, id: string, written: Behalf) {
  const options = await reportOptions(ctx, written.values)
  return <BehalfPage view={view} id={id} options={options} now={ctx.now} locale={locale} {...written} />
}

async function editPage({ ctx, locale }: Asked, view: CaseView, after: Partial<EditPageProps> = {}) {
  return <EditPage view={view} options={await reportOptions(ctx, view.deviation.report)} now={ctx.now} locale={locale} {...after} />
}

const redactionPage = ({ locale }: Asked, view: CaseView, own: Pick<RedactionPageProps, 'field'> & Partial<RedactionPageProps>) => (
  <RedactionPage
    view={view}
    findings={findingsIn(view.deviation.report, view.profile)}
    text=""
    how=""
    why=""
    errors={{}}
    locale={locale}
    {...own}
  />
)

/** A text field of this report in which something is written. */
const fieldIn = (view: CaseView, name: string | null) =>
  textQuestions.find((question) => question === name && textOf(view.deviation.report, question) !== null) ?? null

const maxOf = (field: keyof typeof reportFields): number => {
  const asked = reportFields[field]
  return asked.kind === 'text' ? asked.max : 0
}

const missingText = (text: string | null) => (isEmpty(text) ? ({ field: 'text', code: 'missing' } as const) : undefined)

const intakeFields = {
  channel: { kind: 'choice', of: onBehalfChannels },
  receivedAt: { kind: 'instant' },
  who: { kind: 'choice', of: ['person', 'outside', 'none'] },
  person: { kind: 'reference', to: 'person' },
  outside: { kind: 'text', max: 200 },
  protect: { kind: 'choice', of: ['ja'] },
} as const

/** Who told it, how and when; null with the words for what is missing. */
function readIntake(form: Form, now: Date, locale: Locale) {
  const words = texts(locale).behalf
  const { values, problems } = parse(intakeFields, form)
  const labels: Readonly<Record<IntakeName, string>> = {
    channel: words.channel,
    receivedAt: words.receivedAt,
    who: words.who,
    person: words.person,
    outside: words.outside,
  }
  const errors: Partial<Record<IntakeName, string>> = {}
  for (const problem of problems)
    if (problem.field in labels) errors[problem.field as IntakeName] = problemText(problem, labels[problem.field as IntakeName], locale)
  const { channel, receivedAt, who, person, outside, protect } = values
  const say = (name: IntakeName, text: string) => {
    errors[name] ??= text
  }
  if (!channel) say('channel', words.channelMissing)
  if (!receivedAt) say('receivedAt', problemText({ field: 'receivedAt', code: 'missing' }, words.receivedAt, locale))
  else if (receivedAt > now) say('receivedAt', problemText({ field: 'receivedAt', code: 'future' }, words.receivedAt, locale))
  if (!who) say('who', words.whoMissing)
  if (who === 'person' && !person) say('person', words.personMissing)
  if (who === 'outside' && !outside) say('outside', words.outsideMissing)
  if (Object.keys(errors).length > 0 || !channel || !receivedAt) return { intake: null, errors }
  const intake = {
    channel,
    receivedAt,
    person: who === 'person' ? person : null,
    outside: who === 'outside' ? outside : null,
    isProtected: protect === 'ja',
  }
  return { intake, errors }
}

const crumbs = ({ deviation }: CaseView) => [{ href: `/avvik/${deviation.id}`, label: reference(deviation) ?? '' }]
