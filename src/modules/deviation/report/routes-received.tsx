import { emptyValues, type Form, isEmpty, parse } from '../../../kernel/fields.ts'
import { wantsMask } from '../../../kernel/guard/stop.ts'
import { type Asked, get, madeId, notAllowed, one, page, post, preview, type Route, redirect, versionOf } from '../../../kernel/http.ts'
import { newId } from '../../../kernel/ids.ts'
import { offersIn, soughtIn } from '../../../kernel/reference.ts'
import type { Kept } from '../../../kernel/removal.ts'
import { again, answered, door } from '../../../kernel/road.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { problemText } from '../../../ui/record-form.tsx'
import { uiTexts } from '../../../ui/texts.ts'
import { personReference } from '../../people/public.ts'
import { casePage, forDeed, notNow } from '../deed/routes-deed.tsx'
import { reference } from '../deviation.ts'
import { type Report, redactionReasons, reportFields } from '../fields-report.ts'
import type { CaseView } from '../queries.ts'
import { reportOffers, unknownReferences } from '../queries-references.ts'
import { texts as caseTexts } from '../texts.ts'
import { meet, onceEach, readAnswers } from './answers.ts'
import { editSentReport, redactField, registerReport } from './commands.ts'
import { quickAnswers } from './layout.ts'
import { parseMeasures } from './measures.ts'
import { BehalfPage, type BehalfPageProps, type IntakeName } from './pages/behalf.tsx'
import { EditPage, type EditPageProps } from './pages/edit.tsx'
import { RedactionPage, type RedactionPageProps } from './pages/redaction.tsx'
import { type ReportingView, reportingView } from './queries.ts'
import { findingsIn, formQuestions, maskedText, onBehalfChannels, otherQuestions, reportProblems, textOf, textQuestions } from './rules.ts'
import { masked, maskedMeasures, stopOf } from './stop.ts'
import { texts } from './texts.ts'

const forRegistering = door(async ({ ctx }) => {
  const view = await reportingView(ctx)
  return view.mayRegister ? view : notAllowed
})
const forEdit = forDeed('edit')
const forRedaction = forDeed('redact')

/** What those who handle do with a report: write down what came by another way, put it right, take out what should not be there. */
export const routes: readonly Route[] = [
  get('/avvik/pa-vegne', 'signedIn', forRegistering(getBehalf)),
  post('/avvik/pa-vegne', 'signedIn', forRegistering(postBehalf)),
  get('/avvik/:id/melding', 'signedIn', forEdit(editPage)),
  post('/avvik/:id/melding', 'signedIn', forEdit(postEdit)),
  get('/avvik/:id/sladding', 'signedIn', forRedaction(getRedaction)),
  post('/avvik/:id/sladding', 'signedIn', forRedaction(postRedaction)),
]

function getBehalf(asked: Asked, view: ReportingView) {
  const { now } = asked.ctx
  return behalfPage(asked, view, newId(now), { values: { ...emptyValues(reportFields), discoveredAt: now } })
}

async function postBehalf(asked: Asked, view: ReportingView) {
  const { ctx, locale, form } = asked
  const { behalf } = texts(locale)
  const id = madeId(asked)
  const { answers, problems: faults } = readAnswers(view.profile, [...quickAnswers, ...otherQuestions(view.profile)], form)
  const report: Report = { ...emptyValues(reportFields), ...answers }
  const list = parseMeasures(form, [], () => newId(ctx.now))
  const problems = onceEach([...faults, ...(await unknownReferences(ctx, report)), ...reportProblems(report, ctx.now), ...list.problems])
  const { intake, errors: intakeErrors } = readIntake(form, ctx.now, locale)
  const draw = (refused: Partial<Behalf>) => behalfPage(asked, view, id, { values: report, raw: form, ...refused })
  if (soughtIn({ ...reportFields, ...personField }, form).length > 0) return preview(await draw({}))
  if (problems.length > 0 || !intake) return again(422, await draw({ problems, intakeErrors }))
  const held = stopOf(report, view.profile, form, list.measures)
  if (held) return again(422, await draw({ held }))
  const told = wantsMask(form) ? masked(report, view.profile.locale, view.profile) : report
  const measures = wantsMask(form) ? maskedMeasures(list.measures, view.profile.locale, view.profile) : list.measures
  const outcome = await registerReport(ctx, id, told, measures, intake)
  return answered(outcome, {
    done: (next) => redirect(`/avvik/${id}`, behalf.registered(reference(next) ?? '')),
    refused: async ({ why }) => {
      if (why === 'alreadySent') return redirect(`/avvik/${id}`)
      return why === 'incomplete' ? again(422, await draw({ intakeErrors: { person: behalf.personMissing } })) : notAllowed
    },
  })
}

type Behalf = Pick<BehalfPageProps, 'values'> & Partial<Pick<BehalfPageProps, 'raw' | 'problems' | 'held' | 'intakeErrors'>>

async function behalfPage({ ctx, locale }: Asked, view: ReportingView, id: string, written: Behalf) {
  const offers = await reportOffers(ctx, written.values, written.raw)
  const person = (await offersIn<typeof personField>(ctx, { person: personReference }, {}, written.raw)).person
  const body = <BehalfPage view={view} id={id} offers={offers} person={person} now={ctx.now} locale={locale} {...written} />
  return page(texts(locale).behalf.title, body)
}

async function postEdit(posted: Asked, view: CaseView) {
  const { both, ...asked } = meet(posted, view)
  const { ctx, locale, form } = asked
  const { deviation, profile } = view
  const { edit } = texts(locale)
  const { answers, problems: faults } = readAnswers(profile, formQuestions(deviation.report, profile), form)
  const merged = { ...deviation.report, ...answers }
  const problems = onceEach([...faults, ...(await unknownReferences(ctx, answers, deviation.report)), ...reportProblems(merged, ctx.now)])
  const beside = async () => again(409, await editPage(asked, view, { raw: form, yours: answers }))
  if (both.length === 0 && versionOf(form) === deviation.version && soughtIn(reportFields, form).length > 0)
    return preview(await editPage(asked, view, { raw: form }))
  if (both.length > 0 || (problems.length > 0 && versionOf(form) !== deviation.version)) return beside()
  if (problems.length > 0) return again(422, await editPage(asked, view, { raw: form, problems }))
  const outcome = await editSentReport(ctx, deviation.id, versionOf(form), answers)
  return answered(outcome, {
    done: () => redirect(`/avvik/${deviation.id}`, edit.saved),
    nothingChanged: () => redirect(`/avvik/${deviation.id}`, edit.nothing),
    refused: (_, status) => (status === 409 ? beside() : notNow(asked, view)),
  })
}

async function editPage(asked: Asked, view: CaseView, after: Partial<EditPageProps> = {}) {
  const { ctx, locale } = asked
  const offers = await reportOffers(ctx, view.deviation.report, after.raw)
  const body = <EditPage view={view} offers={offers} now={ctx.now} locale={locale} {...after} />
  return casePage(asked, view, after.yours ? uiTexts(locale).conflict.title : texts(locale).edit.title, body)
}

function getRedaction(asked: Asked, view: CaseView) {
  const { deviation, profile } = view
  const field = fieldIn(view, asked.query.get('felt'))
  // What the guard knows is already taken out of the text to start from; names only a reader can find.
  const text = field ? maskedText(textOf(deviation.report, field) ?? '', deviation.language, profile) : ''
  return redactionPage(asked, view, { field, text })
}

async function postRedaction(asked: Asked, view: CaseView) {
  const { ctx, locale, form } = asked
  const words = texts(locale).redaction
  const field = fieldIn(view, one(form, 'felt'))
  if (!field) return again(422, redactionPage(asked, view, { field }))
  const how = one(form, 'how')
  const why = redactionReasons.find((reason) => reason === one(form, 'why')) ?? null
  const written = parse({ text: { ...reportFields[field], kind: 'text', max: maxOf(field), required: true } }, form)
  const fault = how === 'replace' ? (written.problems[0] ?? missingText(written.values.text)) : undefined
  const errors = {
    ...(how !== 'mask' && how !== 'replace' && { how: words.howMissing }),
    ...(fault && { text: problemText(fault, words.text, locale) }),
    ...(!why && { why: words.whyMissing }),
  }
  const text = typeof form.text === 'string' ? form.text : ''
  const draw = (wrong: RedactionPageProps['errors']) => redactionPage(asked, view, { field, text, how, why: why ?? '', errors: wrong })
  const stale = { text: caseTexts(locale).refusals.stale }
  if (Object.keys(errors).length > 0) return versionOf(form) === view.deviation.version ? again(422, draw(errors)) : again(409, draw(stale))
  const replacement = how === 'mask' ? null : written.values.text
  const outcome = await redactField(ctx, view.deviation.id, versionOf(form), field, replacement, why, locale)
  const kept = 'kept' in outcome ? (outcome.kept ?? []) : []
  return answered(outcome, {
    done: () => redirect(`/avvik/${view.deviation.id}`, leftAfter(kept, words)),
    refused: (refusal, status) => {
      if (status === 409) return again(409, draw(stale))
      if (refusal.why !== 'nothingChanged') return notNow(asked, view)
      return again(422, draw(how === 'mask' ? { how: words.nothingToHide } : { text: words.same }))
    },
  })
}

function redactionPage(asked: Asked, view: CaseView, own: Pick<RedactionPageProps, 'field'> & Partial<RedactionPageProps>) {
  const { locale } = asked
  const findings = findingsIn(view.deviation.report, view.profile)
  const body = <RedactionPage view={view} findings={findings} text="" how="" why="" errors={{}} locale={locale} {...own} />
  return casePage(asked, view, texts(locale).redaction.title, body)
}

/** A text field of this report in which something is written. */
const fieldIn = (view: CaseView, name: string | null) =>
  textQuestions.find((question) => question === name && textOf(view.deviation.report, question) !== null) ?? null

const maxOf = (field: keyof typeof reportFields): number => {
  const asked = reportFields[field]
  return asked.kind === 'text' ? asked.max : 0
}

const missingText = (text: string | null) => (isEmpty(text) ? ({ field: 'text', code: 'missing' } as const) : undefined)

const personField = { person: { kind: 'reference' } } as const
const intakeFields = {
  channel: { kind: 'choice', of: onBehalfChannels },
  receivedAt: { kind: 'instant' },
  who: { kind: 'choice', of: ['person', 'outside', 'none'] },
  ...personField,
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
  const { channel, receivedAt, person, outside, protect } = values
  // Own initiative has no reporter, so nobody is asked for one (S4-132).
  const who = channel === 'ownInitiative' ? 'none' : values.who
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

/** What a redaction came to, and what it could not reach: what stands elsewhere, and what nobody has read. */
function leftAfter(kept: readonly Kept[], words: ReturnType<typeof texts>['redaction']): string {
  const stands = kept.filter(({ unread }) => !unread)
  const unread = kept.filter((one) => one.unread)
  return [stands.length > 0 ? words.doneBut(stands) : words.done, ...unread.map(({ what, holder }) => `${what}. ${holder}.`)].join(' ')
}
