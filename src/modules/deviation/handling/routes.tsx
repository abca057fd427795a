import type { ReactNode } from 'react'
import type { Role } from '../../../kernel/actor.ts'
import { type Fields, type FieldTexts, type Parsed, parse, type Values } from '../../../kernel/fields.ts'
import {
  type Asked,
  get,
  notAllowed,
  nothing,
  one,
  type Page,
  type PostAnswer,
  page,
  pageWithErrors,
  post,
  type Route,
  redirect,
  versionOf,
} from '../../../kernel/http.ts'
import { isId, newId } from '../../../kernel/ids.ts'
import type { Option } from '../../../ui/field.tsx'
import { errorItems } from '../../../ui/record-form.tsx'
import { persons, personsById, personsWithRoles } from '../../people/public.ts'
import { systemOwner } from '../../systems/public.ts'
import { type Inquiry, reference } from '../deviation.ts'
import { Conflict, type Refused } from '../pages/deed.tsx'
import type { CaseView } from '../queries.ts'
import type { measureFields } from '../report/fields.ts'
import { measureRows, parseMeasures } from '../report/measures.ts'
import { texts as reportTexts } from '../report/texts.ts'
import { crumbsOf, forDeed, notNow, readAll, refusedBy, sentCase } from '../routes-deed.tsx'
import type { DeviationOutcome } from '../rules.ts'
import { answerInquiry, askFor, containDeviation, saveHandling, saveMeasures, triageDeviation } from './commands.ts'
import {
  answerFields,
  containFields,
  editableHandling,
  type Handling,
  handlingFields,
  type Question,
  questionFields,
  triageFields,
} from './fields.ts'
import { AnswerPage } from './pages/answer.tsx'
import { ContainPage, type EditProps, HandlingPage } from './pages/edit.tsx'
import { MeasuresPage } from './pages/measures.tsx'
import { QuestionsPage } from './pages/questions.tsx'
import { TriagePage } from './pages/triage.tsx'
import { isAsked, mayAnswer, usualDue } from './rules.ts'
import type { Seen } from './seen.ts'
import { handlingTexts } from './texts.ts'

export const routes: readonly Route[] = [
  get('/avvik/:id/behandling', 'signedIn', (asked) => forDeed(asked, 'edit', async (view) => shown(asked, view, edits.handling))),
  post('/avvik/:id/behandling', 'signedIn', (asked) => forDeed(asked, 'edit', (view) => postHandling(asked, view))),
  get('/avvik/:id/behandling/stans', 'signedIn', (asked) => forDeed(asked, 'edit', async (view) => shown(asked, view, edits.contain))),
  post('/avvik/:id/behandling/stans', 'signedIn', (asked) => forDeed(asked, 'edit', (view) => postContainment(asked, view))),
  get('/avvik/:id/tiltak', 'signedIn', (asked) => forDeed(asked, 'edit', async (view) => shown(asked, view, edits.measures))),
  post('/avvik/:id/tiltak', 'signedIn', (asked) => forDeed(asked, 'edit', (view) => postMeasures(asked, view))),
  get('/avvik/:id/veivalg', 'signedIn', (asked) => forDeed(asked, 'triage', async (view) => triageShown(asked, view))),
  post('/avvik/:id/veivalg', 'signedIn', (asked) => forDeed(asked, 'triage', (view) => postTriage(asked, view))),
  get('/avvik/:id/sporsmal', 'signedIn', (asked) => forDeed(asked, 'ask', (view) => questionsShown(asked, view))),
  post('/avvik/:id/sporsmal', 'signedIn', (asked) => forDeed(asked, 'ask', (view) => postQuestion(asked, view))),
  get('/avvik/:id/sporsmal/:sporsmal', 'signedIn', (asked) =>
    forQuestion(asked, async (view, inquiry) => answerShown(asked, view, inquiry)),
  ),
  post('/avvik/:id/sporsmal/:sporsmal', 'signedIn', (asked) => forQuestion(asked, (view, inquiry) => postAnswer(asked, view, inquiry))),
]

/** One form of the case: its title, its page, and what is said when it is saved. */
type Edit = {
  readonly title: (asked: Asked) => string
  readonly draw: (props: EditProps, asked: Asked) => ReactNode
}
const edits = {
  handling: { title: ({ locale }) => handlingTexts(locale).edit.title, draw: (props) => <HandlingPage {...props} /> },
  contain: { title: ({ locale }) => handlingTexts(locale).contain.title, draw: (props) => <ContainPage {...props} /> },
  measures: {
    title: ({ locale }) => handlingTexts(locale).measures.title,
    draw: (props, { form }) => <MeasuresPage {...props} rows={measureRows(form) + (one(form, 'videre') === 'flere' ? 1 : 0)} />,
  },
  triage: { title: ({ locale }) => handlingTexts(locale).triagePage.title, draw: (props) => <TriagePage {...props} /> },
} as const satisfies Readonly<Record<string, Edit>>

const shown = (asked: Asked, view: CaseView, edit: Edit) =>
  page(edit.title(asked), edit.draw({ view, locale: asked.locale, now: asked.ctx.now }, asked), crumbsOf(view, asked.locale))

type Again = Page & { readonly status: 409 | 422 }
const again = (asked: Asked, view: CaseView, edit: Edit, status: 409 | 422, refused: Refused, conflict?: ReactNode): Again =>
  pageWithErrors(
    status,
    edit.title(asked),
    edit.draw({ view, locale: asked.locale, now: asked.ctx.now, refused, conflict }, asked),
    crumbsOf(view, asked.locale),
  )

const seenIn = ({ form }: Asked): Seen => ({ version: versionOf(form), mark: one(form, 'mark') || null })

/** What an edit comes to: saved, saved before (a double press), shown again with what is wrong, or beside what another wrote. */
async function answered(
  asked: Asked,
  view: CaseView,
  edit: Edit,
  outcome: DeviationOutcome,
  saved: string,
  conflict: (now: CaseView) => ReactNode,
): Promise<PostAnswer> {
  const to = `/avvik/${view.deviation.id}`
  if (outcome.ok || outcome.why === 'nothingChanged') return redirect(to, saved)
  switch (outcome.why) {
    case 'notFound':
      return nothing
    case 'notAllowed':
      return notAllowed
    case 'notNow':
      return notNow(view, asked.locale)
    case 'stale': {
      const now = (await sentCase(asked)) ?? view
      return again(asked, now, edit, 409, refusedBy(outcome, asked.form, asked.locale), conflict(now))
    }
    default:
      return again(asked, view, edit, 422, refusedBy(outcome, asked.form, asked.locale))
  }
}

const unread = <F extends Fields>({ form, locale }: Asked, { problems }: Parsed<F>, texts: FieldTexts<F>): Refused => ({
  raw: form,
  problems,
  errors: errorItems(problems, texts, locale),
})

async function postHandling(asked: Asked, view: CaseView): Promise<PostAnswer> {
  const { ctx, form, locale } = asked
  const t = handlingTexts(locale)
  const parsed = parse(handlingFields, form)
  if (parsed.problems.length > 0) return again(asked, view, edits.handling, 422, unread(asked, parsed, t.fields))
  const answers = Object.fromEntries(editableHandling.map((name) => [name, parsed.values[name]])) as Partial<Handling>
  const outcome = await saveHandling(ctx, view.deviation.id, seenIn(asked), answers)
  return answered(asked, view, edits.handling, outcome, t.edit.saved, (now) => (
    <Conflict
      fields={handlingFields}
      texts={t.fields}
      now={now.deviation.handling}
      yours={parsed.values}
      shown={[...editableHandling]}
      locale={locale}
    />
  ))
}

async function postContainment(asked: Asked, view: CaseView): Promise<PostAnswer> {
  const { ctx, form, locale } = asked
  const t = handlingTexts(locale)
  const parsed = parse(containFields, form)
  if (parsed.problems.length > 0) return again(asked, view, edits.contain, 422, unread(asked, parsed, t.fields))
  const outcome = await containDeviation(ctx, view.deviation.id, seenIn(asked), parsed.values)
  return answered(asked, view, edits.contain, outcome, t.contain.saved, ({ deviation: { handling } }) => (
    <Conflict
      fields={containFields}
      texts={t.fields}
      now={{ contained: handling.contained, containedAt: handling.containedAt, containment: handling.containment }}
      yours={parsed.values}
      locale={locale}
    />
  ))
}

async function postMeasures(asked: Asked, view: CaseView): Promise<PostAnswer> {
  const { ctx, form, locale } = asked
  const t = handlingTexts(locale)
  const words = reportTexts(locale)
  const { measures, problems } = parseMeasures(form, view.deviation.measures, () => newId(ctx.now))
  if (problems.length > 0 || one(form, 'videre') === 'flere') {
    const errors = problems.map((problem) => {
      const [row = '', part = 'what'] = problem.field.split('.')
      const text = errorItems([{ ...problem, field: part }], words.measures as FieldTexts<typeof measureFields>, locale)[0]?.text ?? ''
      return { href: `#${problem.field}`, text: `${words.form.measure(Number(row.replace(/\D/g, '')) + 1)}: ${text}` }
    })
    return again(asked, view, edits.measures, 422, { raw: form, problems, errors })
  }
  const outcome = await saveMeasures(ctx, view.deviation.id, seenIn(asked), measures)
  return answered(asked, view, edits.measures, outcome, t.measures.saved, ({ deviation }) => (
    <Conflict
      fields={listField}
      texts={{ list: { label: t.measures.title } }}
      now={{ list: listOf(deviation.measures) }}
      yours={{ list: listOf(measures) }}
      locale={locale}
    />
  ))
}

const listField = { list: { kind: 'text', max: 60_000, long: true } } as const satisfies Fields
const listOf = (measures: readonly { readonly what: string | null }[]): string =>
  measures.map(({ what }, row) => `${row + 1}. ${what}`).join('\n')

/** Where no leader may close, there is no such choice (S3-14 is one profile's). */
const mayTriage = (view: CaseView): boolean => view.profile.assessment.leaderClosesInternal

const triageShown = (asked: Asked, view: CaseView) => (mayTriage(view) ? shown(asked, view, edits.triage) : notNow(view, asked.locale))

async function postTriage(asked: Asked, view: CaseView): Promise<PostAnswer> {
  const { ctx, form, locale } = asked
  const t = handlingTexts(locale)
  const parsed = readAll(triageFields, form)
  if (!parsed.values.triage) return again(asked, view, edits.triage, 422, unread(asked, parsed, t.triage))
  const outcome = await triageDeviation(ctx, view.deviation.id, versionOf(form), parsed.values.triage)
  if (!outcome.ok && outcome.why === 'stale') {
    const now = (await sentCase(asked)) ?? view
    if (now.deviation.triage === parsed.values.triage) return redirect(`/avvik/${view.deviation.id}`, t.triagePage.saved)
  }
  return answered(asked, view, edits.triage, outcome, t.triagePage.saved, ({ deviation }) => (
    <Conflict fields={triageFields} texts={t.triage} now={{ triage: deviation.triage }} yours={parsed.values} locale={locale} />
  ))
}

const questionsShown = async (asked: Asked, view: CaseView) =>
  page(handlingTexts(asked.locale).questions.title, await drawQuestions(asked, view), crumbsOf(view, asked.locale))

async function drawQuestions({ ctx, locale, form }: Asked, view: CaseView, refused?: Refused, more: readonly Option[] = []) {
  const people = await whoMayKnow({ ctx }, view)
  const extra = more.filter((one) => !people.some((other) => other.value === one.value))
  const inquiry = isId(form.inquiry) ? form.inquiry : newId(ctx.now)
  return (
    <QuestionsPage
      view={view}
      locale={locale}
      now={ctx.now}
      refused={refused}
      people={[...people, ...extra]}
      dueAt={usualDue(view.deviation, ctx.now)}
      inquiry={inquiry}
    />
  )
}

const resourceRoles: readonly Role[] = ['itHead', 'serviceDesk', 'ciso', 'dpo', 'privacyAdviser', 'privacyContact', 'superUser', 'cert']

/** Those the case names, then those whose role it is to know. Everyone else is found by name: a list of thousands helps nobody. */
async function whoMayKnow({ ctx }: Pick<Asked, 'ctx'>, { deviation }: CaseView): Promise<readonly Option[]> {
  const { affectedLeader, system } = deviation.report
  const owner = system ? await systemOwner(ctx, system) : null
  const named = [affectedLeader, owner].filter((id): id is string => id !== null)
  const near = [...(await personsById(ctx, [...new Set(named)])).values()]
  const far = (await personsWithRoles(ctx, resourceRoles)).filter(({ id }) => !named.includes(id))
  return [...near, ...far].filter(({ id }) => id !== ctx.actor.personId).map(({ id, name }) => ({ value: id, label: name }))
}

async function postQuestion(asked: Asked, view: CaseView): Promise<PostAnswer> {
  const { ctx, form, locale } = asked
  const t = handlingTexts(locale)
  const { id } = view.deviation
  const parsed = readAll(questionFields, form)
  const refuse = async (refused: Refused, more: readonly Option[] = []) =>
    pageWithErrors(422, t.questions.title, await drawQuestions(asked, view, refused, more), crumbsOf(view, locale))
  const { values } = parsed
  if (parsed.problems.length > 0 || !values.to || !values.question || !values.dueAt)
    return refuse({ raw: form, problems: parsed.problems, errors: errorItems(parsed.problems, t.question, locale) })

  const found = values.to === 'person' ? await personAsked(asked, values) : { ok: true as const, id: null }
  if (!found.ok)
    return refuse(
      { raw: form, problems: [{ field: found.field, code: 'missing' }], errors: [{ href: `#${found.field}`, text: found.text }] },
      found.options,
    )
  const outcome = await askFor(ctx, id, {
    id: isId(form.inquiry) ? form.inquiry : newId(ctx.now),
    toReporter: values.to === 'reporter',
    personId: found.id,
    resourceRole: values.to === 'person' ? values.role : null,
    question: values.question,
    dueAt: values.dueAt,
  })
  if (outcome.ok || outcome.why === 'alreadyAsked') return redirect(`/avvik/${id}/sporsmal`, t.questions.sent)
  if (outcome.why === 'notFound') return nothing
  if (outcome.why === 'notAllowed') return notAllowed
  return refuse(refusedBy(outcome, form, locale))
}

type Found =
  | { readonly ok: true; readonly id: string }
  | { readonly ok: false; readonly field: 'person' | 'personName'; readonly text: string; readonly options: readonly Option[] }

/** The one chosen, or the one whose name was written: exactly one, or it is asked back. */
async function personAsked({ ctx, locale }: Asked, { person, personName }: Question): Promise<Found> {
  const t = handlingTexts(locale)
  if (person) return { ok: true, id: person }
  const wanted = personName?.toLowerCase()
  if (!wanted) return { ok: false, field: 'person', text: t.questions.chooseOne, options: [] }
  const all = (await persons(ctx)).filter(({ id }) => id !== ctx.actor.personId)
  const exact = all.filter(({ name }) => name.toLowerCase() === wanted)
  const close = exact.length === 1 ? exact : all.filter(({ name }) => name.toLowerCase().includes(wanted))
  const [only, ...others] = close
  if (only && others.length === 0) return { ok: true, id: only.id }
  const options = close.slice(0, 20).map(({ id, name }) => ({ value: id, label: name }))
  return only
    ? { ok: false, field: 'person', text: t.questions.severalNames, options }
    : { ok: false, field: 'personName', text: t.questions.notFoundName, options }
}

/** A question is there for whoever was asked and for those who handle the case; for nobody else. */
async function forQuestion<A>(asked: Asked, answer: (view: CaseView, inquiry: Inquiry) => Promise<A>) {
  const view = await sentCase(asked)
  const inquiry = view?.deviation.inquiries.find((one) => one.id === asked.params.sporsmal)
  if (!view || !inquiry || !mayAnswer(inquiry, view.parts, asked.ctx.actor.personId)) return nothing
  return answer(view, inquiry)
}

const roleOf = ({ ctx }: Asked, view: CaseView, inquiry: Inquiry) =>
  isAsked(inquiry, view.parts, ctx.actor.personId) ? (inquiry.toReporter ? 'reporter' : 'asked') : 'handler'

const drawAnswer = (asked: Asked, view: CaseView, inquiry: Inquiry, refused?: Refused) => (
  <AnswerPage
    reference={reference(view.deviation) ?? ''}
    inquiry={inquiry}
    as={roleOf(asked, view, inquiry)}
    locale={asked.locale}
    now={asked.ctx.now}
    refused={refused}
  />
)

/** Only those who have the whole case are led back to it. */
const crumbsFor = (asked: Asked, view: CaseView, inquiry: Inquiry) =>
  roleOf(asked, view, inquiry) === 'handler' ? crumbsOf(view, asked.locale) : []

const answerShown = (asked: Asked, view: CaseView, inquiry: Inquiry) =>
  page(handlingTexts(asked.locale).answerPage.title, drawAnswer(asked, view, inquiry), crumbsFor(asked, view, inquiry))

async function postAnswer(asked: Asked, view: CaseView, inquiry: Inquiry): Promise<PostAnswer> {
  const { ctx, form, locale } = asked
  const t = handlingTexts(locale)
  const refuse = (refused: Refused, status: 409 | 422 = 422) =>
    pageWithErrors(status, t.answerPage.title, drawAnswer(asked, view, inquiry, refused), crumbsFor(asked, view, inquiry))
  const parsed: Parsed<typeof answerFields> & { readonly values: Values<typeof answerFields> } = readAll(answerFields, form)
  if (parsed.problems.length > 0) return refuse(unread(asked, parsed, t.answer))
  const outcome = await answerInquiry(ctx, view.deviation.id, inquiry.id, parsed.values.answer)
  if (outcome.ok) return redirect(`/avvik/${view.deviation.id}`, t.answerPage.saved)
  switch (outcome.why) {
    case 'notFound':
      return nothing
    case 'notAllowed':
      return notAllowed
    case 'alreadyAnswered':
      // The same answer pressed twice is one answer; another's answer is shown beside what was written.
      return inquiry.answer === parsed.values.answer
        ? redirect(`/avvik/${view.deviation.id}`, t.answerPage.saved)
        : refuse(refusedBy(outcome, form, locale), 409)
    default:
      return refuse(refusedBy(outcome, form, locale))
  }
}
