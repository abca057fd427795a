import type { Role } from '../../../kernel/actor.ts'
import { refuse } from '../../../kernel/change.ts'
import { type Fields, type Form, type Problem, parseWhole } from '../../../kernel/fields.ts'
import { type Asked, get, notAllowed, nothing, one, page, post, preview, type Route, redirect, versionOf } from '../../../kernel/http.ts'
import { isId, newId } from '../../../kernel/ids.ts'
import { type Named, type Offers, offersIn, soughtIn } from '../../../kernel/reference.ts'
import { again, answered, door } from '../../../kernel/road.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { errorItems } from '../../../ui/record-form.tsx'
import { type After, type Refused, refusedBy, unread } from '../../../ui/refused.ts'
import { personReference, personsWithRoles } from '../../people/public.ts'
import { systemOwner } from '../../systems/public.ts'
import { isAnnounced } from '../announced.ts'
import {
  answeredTo,
  type CommandForm,
  casePage,
  crumbsOf,
  forDeed,
  notNow,
  posted,
  refusals,
  seenIn,
  sentCase,
} from '../deed/routes-deed.tsx'
import { type Inquiry, reference } from '../deviation.ts'
import {
  announcementFields,
  answerFields,
  type Containment,
  containFields,
  editableHandling,
  type Handling,
  handlingFields,
  questionFields,
  triageFields,
} from '../fields-handling.ts'
import { casesMergedInto } from '../merging/queries.ts'
import type { CaseView } from '../queries.ts'
import { measureRows, parseMeasures, rowsShown } from '../report/measures.ts'
import { meetRows } from '../report/measures-merge.ts'
import { BothRows } from '../report/pages/measures.tsx'
import { measureOffers, measurePeople, strangersIn, withRoles } from '../report/queries-measures.ts'
import { texts as reportTexts } from '../report/texts.ts'
import { fingerprintOf } from '../seen.ts'
import { workflow } from '../workflow.ts'
import { answerInquiry, askFor, containDeviation, saveAnnouncement, saveHandling, saveMeasures, triageDeviation } from './commands.ts'
import { AnnouncementPage, announcementNames, announcementOf } from './pages/announcement.tsx'
import { AnswerPage } from './pages/answer.tsx'
import { ContainPage, type EditProps, HandlingPage } from './pages/edit.tsx'
import { MeasuresPage } from './pages/measures.tsx'
import { QuestionsPage } from './pages/questions.tsx'
import { TriagePage } from './pages/triage.tsx'
import { isAsked, mayAnswer, takesAnswers, usualDue } from './rules.ts'
import { handlingTexts } from './texts.ts'

const handling: CommandForm<typeof handlingFields> = {
  fields: handlingFields,
  shown: editableHandling,
  texts: (locale) => handlingTexts(locale).fields,
  draw: (asked, view, after) =>
    casePage(asked, view, handlingTexts(asked.locale).edit.title, <HandlingPage {...propsOf(asked, view, after)} />),
  command: (asked, id, values) => {
    const answers = Object.fromEntries(editableHandling.map((name) => [name, values[name]])) as Partial<Handling>
    return saveHandling(asked.ctx, id, seenIn(asked), answers)
  },
  saved: (locale) => handlingTexts(locale).edit.saved,
  merges: true,
  part: ({ deviation }) => editableHandling.map((name) => deviation.handling[name]),
  stands: ({ deviation }) => deviation.handling,
}

const containment: CommandForm<typeof containFields> = {
  fields: containFields,
  texts: (locale) => handlingTexts(locale).fields,
  draw: (asked, view, after) =>
    casePage(asked, view, handlingTexts(asked.locale).contain.title, <ContainPage {...propsOf(asked, view, after)} />),
  command: (asked, id, values) => containDeviation(asked.ctx, id, seenIn(asked), values),
  saved: (locale) => handlingTexts(locale).contain.saved,
  merges: true,
  part: (view) => Object.values(containedIn(view)),
  stands: containedIn,
}

function containedIn({ deviation }: CaseView): Containment {
  const { contained, containedAt, containment } = deviation.handling
  return { contained, containedAt, containment }
}

/** What the case knows is suggested, for whoever writes to read through: nothing is published by itself. */
const announcement: CommandForm<typeof announcementFields> = {
  fields: announcementFields,
  texts: (locale) => handlingTexts(locale).fields,
  draw: async (asked, view, after) => {
    const officers = await personsWithRoles(asked.ctx, ['dpo'])
    const contact = officers.map(({ name, email }) => [name, email].filter(Boolean).join(', ')).join('\n') || null
    const page = <AnnouncementPage {...propsOf(asked, view, after)} contact={contact} />
    return casePage(asked, view, handlingTexts(asked.locale).announcement.title, page)
  },
  command: (asked, id, values) => saveAnnouncement(asked.ctx, id, seenIn(asked), values),
  saved: (locale, { announcedOn }) => {
    const { published, saved } = handlingTexts(locale).announcement
    return announcedOn === null ? saved : published
  },
  merges: true,
  part: ({ deviation }) => announcementNames.map((name) => deviation.handling[name]),
  stands: ({ deviation }) => announcementOf(deviation),
}

/** Several hands work on the list: what it says now is read beside it, one line a measure. */
const measureList = {
  fields: { list: { kind: 'text', max: 60_000, long: true } } as const satisfies Fields,
  texts: (locale: Locale) => ({ list: { label: handlingTexts(locale).measures.title } }),
  draw: async (asked: Asked, view: CaseView, after?: After) => {
    const rows = measureRows(asked.form) + (moreRows(asked) ? 1 : 0)
    const { measures } = view.deviation
    const offers = await measureOffers(asked.ctx, measures, rowsShown(measures, rows), asked.form)
    const body = <MeasuresPage {...propsOf(asked, view, after)} rows={rows} offers={offers} />
    return casePage(asked, view, handlingTexts(asked.locale).measures.title, body)
  },
  saved: (locale: Locale) => handlingTexts(locale).measures.saved,
  stands: ({ deviation }: CaseView) => listOf(deviation.measures),
}

const triage: CommandForm<typeof triageFields> = {
  fields: triageFields,
  texts: (locale) => handlingTexts(locale).triage,
  draw: (asked, view, after) =>
    casePage(asked, view, handlingTexts(asked.locale).triagePage.title, <TriagePage {...propsOf(asked, view, after)} />),
  command: ({ ctx, form }, id, values) => triageDeviation(ctx, id, versionOf(form), values.triage),
  saved: (locale) => handlingTexts(locale).triagePage.saved,
  stands: ({ deviation }) => ({ triage: deviation.triage }),
}

const forEdit = forDeed('edit')
/** Only where each is not told, and the public is told instead. */
const forAnnouncement = door(async (asked) => {
  const view = await forEdit((_, found: CaseView) => found)(asked)
  return 'deviation' in view && !isAnnounced(view.deviation) ? notNow(asked, view) : view
})
const forTriage = forDeed('triage')
/** A case that was merged into another is asked about there; whoever reported this one is still asked in it. */
const askedIn = async (asked: Asked) => {
  const view = await sentCase(asked)
  if (!view) return nothing
  if (!workflow.ask.by.some((part) => view.parts.has(part))) return notAllowed
  return view.actions.includes('ask') || view.deviation.mergedInto !== null ? view : notNow(asked, view)
}
const forAsking = door(askedIn)
const forQuestions = door(async (asked) => {
  const view = await askedIn(asked)
  const into = typeof view === 'object' && 'deviation' in view ? view.deviation.mergedInto : null
  return into === null ? view : redirect(`/avvik/${into}/sporsmal`)
})
/** A question is there for whoever was asked and for those who handle the case; for nobody else. */
const forQuestion = door(async (asked) => {
  const view = await sentCase(asked)
  const inquiry = view?.deviation.inquiries.find((one) => one.id === asked.params.sporsmal)
  return view && inquiry && mayAnswer(inquiry, view.parts, asked.ctx.actor.personId) ? { view, inquiry } : nothing
})

export const routes: readonly Route[] = [
  get('/avvik/:id/behandling', 'signedIn', forEdit(handling.draw)),
  post('/avvik/:id/behandling', 'signedIn', forEdit(posted(handling))),
  get('/avvik/:id/behandling/stans', 'signedIn', forEdit(containment.draw)),
  post('/avvik/:id/behandling/stans', 'signedIn', forEdit(posted(containment))),
  get('/avvik/:id/kunngjoring', 'signedIn', forAnnouncement(announcement.draw)),
  post('/avvik/:id/kunngjoring', 'signedIn', forAnnouncement(posted(announcement))),
  get('/avvik/:id/tiltak', 'signedIn', forEdit(measureList.draw)),
  post('/avvik/:id/tiltak', 'signedIn', forEdit(postMeasures)),
  get('/avvik/:id/veivalg', 'signedIn', forTriage(getTriage)),
  post('/avvik/:id/veivalg', 'signedIn', forTriage(posted(triage))),
  get('/avvik/:id/sporsmal', 'signedIn', forQuestions(questionsPage)),
  post('/avvik/:id/sporsmal', 'signedIn', forAsking(postQuestion)),
  get('/avvik/:id/sporsmal/:sporsmal', 'signedIn', forQuestion(answerPage)),
  post('/avvik/:id/sporsmal/:sporsmal', 'signedIn', forQuestion(postAnswer)),
]

const propsOf = ({ ctx, locale }: Asked, view: CaseView, after: After = {}): EditProps => ({ view, locale, now: ctx.now, ...after })

async function postMeasures(posted: Asked, view: CaseView) {
  const { ctx, locale } = posted
  const own = view.deviation.measures
  const { form, both } = meetRows(posted.form, own, true, view.deviation.version)
  const asked: Asked = { ...posted, form: form === posted.form ? form : { ...form, fingerprint: fingerprintOf(own) } }
  if (soughtIn(measurePeople(measureRows(form)), form).length > 0)
    return preview(await measureList.draw(asked, view, { refused: { raw: form, problems: [], errors: [] } }))
  if (both.length > 0) {
    const refused = refusedBy(refuse('stale'), asked, refusals, {})
    const conflict = <BothRows both={both} form={form} profile={view.profile} locale={locale} />
    return again(409, await measureList.draw(asked, view, { refused, conflict }))
  }
  const { measures, problems: unreadIn } = parseMeasures(form, own, () => newId(ctx.now), 'purpose', true)
  const problems = [...unreadIn, ...(await strangersIn(ctx, form, own))]
  if (problems.length > 0 || moreRows(asked))
    return again(422, await measureList.draw(asked, view, { refused: { raw: form, problems, errors: rowErrors(problems, locale) } }))
  const outcome = await saveMeasures(ctx, view.deviation.id, seenIn(asked), await withRoles(ctx, measures, own))
  return answeredTo(asked, view, measureList, outcome, listOf(measures))
}

const moreRows = ({ form }: Asked): boolean => one(form, 'videre') === 'flere'

const listOf = (measures: readonly { readonly what: string | null }[]) => ({
  list: measures.map(({ what }, row) => `${row + 1}. ${what}`).join('\n'),
})

/** What is wrong in which row. */
const rowErrors = (problems: readonly Problem[], locale: Locale): Refused['errors'] => {
  const { measures, form } = reportTexts(locale)
  return problems.map((problem) => {
    const [row = '', part = 'what'] = problem.field.split('.')
    const text = errorItems([{ ...problem, field: part }], measures, locale)[0]?.text ?? ''
    return { href: `#${problem.field}`, text: `${form.measure(Number(row.replace(/\D/g, '')) + 1)}: ${text}` }
  })
}

/** Where no leader may close, there is no such choice (S3-14 is one profile's). */
function getTriage(asked: Asked, view: CaseView) {
  return view.profile.assessment.leaderClosesInternal ? triage.draw(asked, view) : notNow(asked, view)
}

async function questionsPage(asked: Asked, view: CaseView, { refused }: { readonly refused?: Refused } = {}) {
  const { ctx, locale, form } = asked
  const body = (
    <QuestionsPage
      {...propsOf(asked, view, { refused })}
      offers={await whomToAsk(asked, view)}
      merged={await casesMergedInto(ctx, view.deviation)}
      whose={one(form, 'av')}
      dueAt={usualDue(view.deviation, ctx.now)}
      inquiry={inquiryIn(form, ctx.now)}
    />
  )
  return casePage(asked, view, handlingTexts(locale).questions.title, body)
}

/** The page makes the id: a double press asks once. */
const inquiryIn = (form: Form, now: Date): string => (isId(form.inquiry) ? form.inquiry : newId(now))

const resourceRoles: readonly Role[] = ['itHead', 'serviceDesk', 'ciso', 'dpo', 'privacyAdviser', 'privacyContact', 'superUser', 'cert']

/** Those the case names, then those whose role it is to know, then everyone else: in the list where they are few, else by name. */
async function whomToAsk({ ctx, form }: Asked, { deviation }: CaseView): Promise<Offers<typeof questionFields>> {
  const { affectedLeader, system } = deviation.report
  const owner = system ? await systemOwner(ctx, system) : null
  const far = (await personsWithRoles(ctx, resourceRoles)).map(({ id }) => id)
  const ids = [...new Set([affectedLeader, owner, ...far].filter((id): id is string => id !== null))]
  const named = await personReference.named(ctx, ids)
  const first = ids.flatMap((id) => named.get(id) ?? []).filter(({ gone }) => !gone)
  const { person } = await offersIn<typeof questionFields>(ctx, { person: personReference }, {}, form)
  const others = person.choices.filter(({ id }) => !first.some((one) => one.id === id))
  const notOneself = (all: readonly Named[]) => all.filter(({ id }) => id !== ctx.actor.personId)
  const find = person.find && { ...person.find, found: notOneself(person.find.found) }
  return { person: { ...person, choices: notOneself([...first, ...others]), find } }
}

async function postQuestion(asked: Asked, view: CaseView) {
  const { ctx, form, locale } = asked
  const { question, questions } = handlingTexts(locale)
  const { id } = view.deviation
  if (soughtIn(questionFields, form).length > 0) return preview(await questionsPage(asked, view, { refused: unread(asked, [], question) }))
  const parsed = parseWhole(questionFields, form)
  if (!parsed.ok) return again(422, await questionsPage(asked, view, { refused: unread(asked, parsed.problems, question) }))
  const { values } = parsed
  if (values.to === 'person' && !values.person) {
    const refused = unread(asked, [{ field: 'person', text: questions.chooseOne }], question)
    return again(422, await questionsPage(asked, view, { refused }))
  }
  if (values.to === 'outside' && !values.address) {
    const refused = unread(asked, [{ field: 'address', code: 'missing' }], question)
    return again(422, await questionsPage(asked, view, { refused }))
  }
  // The reporter of which of the reports; what else is asked is asked in the case that goes on.
  const whose =
    values.to === 'reporter'
      ? (await casesMergedInto(ctx, view.deviation)).find(({ deviation }) => deviation.id === one(form, 'av'))
      : undefined
  const outcome = await askFor(ctx, whose?.deviation.id ?? id, {
    id: inquiryIn(form, ctx.now),
    toReporter: values.to === 'reporter',
    personId: values.to === 'person' ? values.person : null,
    resourceRole: values.to === 'person' ? values.role : null,
    question: values.question,
    dueAt: values.dueAt,
    outside: values.to === 'outside' ? values.address : null,
  })
  const sent = () => redirect(`/avvik/${id}/sporsmal`, questions.sent)
  return answered(outcome, {
    done: sent,
    refused: async (refusal) =>
      refusal.why === 'alreadyAsked'
        ? sent()
        : again(422, await questionsPage(asked, view, { refused: refusedBy(refusal, asked, refusals, question) })),
  })
}

type Questioned = { readonly view: CaseView; readonly inquiry: Inquiry }

function answerPage(asked: Asked, { view, inquiry }: Questioned, refused?: Refused) {
  const { ctx, locale } = asked
  const mine = isAsked(inquiry, view.parts, ctx.actor.personId)
  const as = mine ? (inquiry.toReporter ? 'reporter' : 'asked') : 'handler'
  const number = reference(view.deviation) ?? ''
  const open = takesAnswers(view.deviation)
  const body = <AnswerPage reference={number} inquiry={inquiry} as={as} open={open} locale={locale} now={ctx.now} refused={refused} />
  // Only those who have the whole case are led back to it.
  return page(handlingTexts(locale).answerPage.title, body, as === 'handler' ? crumbsOf(view, locale) : [])
}

async function postAnswer(asked: Asked, questioned: Questioned) {
  const { ctx, form, locale } = asked
  const { view, inquiry } = questioned
  const { answer, answerPage: words } = handlingTexts(locale)
  const parsed = parseWhole(answerFields, form)
  if (!parsed.ok) return again(422, answerPage(asked, questioned, unread(asked, parsed.problems, answer)))
  const outcome = await answerInquiry(ctx, view.deviation.id, inquiry.id, parsed.values.answer)
  const saved = () => redirect(`/avvik/${view.deviation.id}`, words.saved)
  return answered(outcome, {
    done: saved,
    refused: (refusal, status) => {
      const already = refusal.why === 'alreadyAnswered'
      // The same answer pressed twice is one answer; another's answer is shown beside what was written.
      if (already && inquiry.answer === parsed.values.answer) return saved()
      return again(already ? 409 : status, answerPage(asked, questioned, refusedBy(refusal, asked, refusals, answer)))
    },
  })
}
