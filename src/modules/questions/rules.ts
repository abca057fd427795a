import { type Actor, hasRole, nobody, type Role, worksAs } from '../../kernel/actor.ts'
import { addDays, endOfDay, localDate } from '../../kernel/calendar/calendar.ts'
import { change, type Outcome, refuse } from '../../kernel/change.ts'
import { emptyValues, missing } from '../../kernel/fields.ts'
import { defaultGuardOptions, findPersonalData } from '../../kernel/guard/guard.ts'
import { holds } from '../../kernel/space.ts'
import { inAll, type Locale } from '../../kernel/texts.ts'
import type { TaskSpec } from '../tasks/public.ts'
import { answerFields, askFields, openFields, recordFields, shareFields } from './fields.ts'
import type { Answer, Asking, AskingOpenly, Kind, Question, QuestionEvent, Receivers, SentTo, Share, Sharing } from './question.ts'
import { isSeen } from './space.ts'

type QuestionOutcome = Outcome<Question, QuestionEvent>
type Values = Question['values']

const happened = (next: Question, type: Exclude<QuestionEvent['type'], 'question.refused'>): QuestionOutcome =>
  change<Question, QuestionEvent>(next, { type } as QuestionEvent)
const becomes = (question: Question, values: Partial<Values>): Question => ({ ...question, values: { ...question.values, ...values } })

/** How many days whoever is asked has, by what is asked: a routine takes longer to write than an answer. */
export const answerDays: Readonly<Record<Kind, number>> = { advice: 7, routine: 30 }

export const maySee = (question: Question, actor: Actor): boolean => holds(isSeen, question, actor)
export const isAsker = ({ values }: Question, actor: Actor): boolean => values.askedBy === actor.personId && actor.personId !== nobody

/** The people it came to, or those who work as the role it lies with. A question to one's leader is not the officer's while there is a leader. */
export const mayAnswer = ({ values }: Question, actor: Actor): boolean =>
  values.office === null ? values.receivers.includes(actor.personId) : worksAs(actor, values.office)

export const isClosed = ({ values }: Question): boolean => values.closedAt !== null
export const isAnswered = ({ values }: Question): boolean => values.answeredAt !== null
export const states = ['waiting', 'answered', 'closed'] as const
export type State = (typeof states)[number]
export const stateOf = (question: Question): State => (isClosed(question) ? 'closed' : isAnswered(question) ? 'answered' : 'waiting')

/** Whoever asked needs no answer any more, or has got it; whoever answers is done once they have answered. */
export const mayClose = (question: Question, actor: Actor): boolean =>
  !isClosed(question) && (isAsker(question, actor) || (mayAnswer(question, actor) && isAnswered(question)))
/** What lies with the officer is shared by the officer, and by nobody else (S4-077). */
export const mayShare = (question: Question, actor: Actor): boolean =>
  question.values.sentTo === 'dpo' && mayAnswer(question, actor) && worksAs(actor, 'dpo')

/** Those who see which routines are missing: a leader for what is theirs, and those who answer for all. */
export const seesMissing = (actor: Actor): boolean =>
  actor.leads.length > 0 ||
  hasRole(actor, 'admin', 'dpo', 'ciso', 'privacyAdviser', 'gdprUnit', 'privacyContact', 'controller', 'managementGroup', 'auditor')

/** The officer's figures: the officer's own, and those whom the officer reports to or who look after the whole. No question is among them. */
export const seesFigures = (actor: Actor): boolean =>
  countsAll(actor) || hasRole(actor, 'controller', 'managementGroup', 'ciso', 'privacyAdviser', 'auditor')
/** Whoever may open what is counted sees every figure, and the list behind it. */
export const countsAll = (actor: Actor): boolean => worksAs(actor, 'dpo')

/** Who asks, as the figures know it: those who lead, and everybody else who works here. */
export const groupOf = (actor: Actor): Values['askerGroup'] =>
  actor.leads.length > 0 || hasRole(actor, 'leader', 'unitHead', 'controller', 'managementGroup') ? 'management' : 'employee'

/**
 * Whom it comes to. Where nobody leads whoever asks, or their unit has no privacy contact, the officer has it, and whoever stands in
 * for the officer where there is none (docs/decisions/0015).
 */
export function receiversFor(sentTo: SentTo, { leader, contacts }: Nearest): Receivers {
  const persons = sentTo === 'leader' ? (leader === null ? [] : [leader]) : sentTo === 'privacyContact' ? contacts : []
  if (persons.length > 0) return { persons, office: null }
  return { persons: [], office: sentTo === 'ciso' ? 'ciso' : 'dpo' }
}
export type Nearest = { readonly leader: string | null; readonly contacts: readonly string[] }

export type From = Pick<Values, 'askedBy' | 'askerGroup' | 'page' | 'follows'>

/** `reached`: those who would have it; nobody asks themselves. */
export function sendQuestion(
  id: string,
  { with: withPage, ...asking }: Asking,
  to: Receivers,
  from: From,
  reached: readonly string[],
  now: Date,
): QuestionOutcome {
  const gaps = missing(askFields, { ...asking, with: withPage })
  if (gaps.length > 0) return refuse('incomplete', gaps)
  if (reached.length > 0 && reached.every((one) => one === from.askedBy)) return refuse('askingYourself', ['sentTo'])
  const page = withPage.includes('page') ? from.page : null
  return happened(begun(id, { ...asking, ...from, page }, to, now), 'question.sent')
}

/** By somebody without an account: to the officer, and the day it came is all that is kept of when. */
export function sendOpenly(id: string, asking: AskingOpenly, receiptMark: string, day: Date): QuestionOutcome {
  const gaps = missing(openFields, asking)
  if (gaps.length > 0) return refuse('incomplete', gaps)
  const found = (['about', 'contact'] as const).filter((name) => hasIdentityNumber(asking[name]))
  if (found.length > 0) return refuse('identityNumber', found)
  const from = { kind: 'advice', sentTo: 'dpo', askerGroup: 'dataSubject', receiptMark } as const
  return happened(begun(id, { ...asking, ...from }, { persons: [], office: 'dpo' }, day), 'question.sent')
}
const hasIdentityNumber = (text: string | null) =>
  findPersonalData(text ?? '', defaultGuardOptions).some(({ kind }) => kind === 'nationalId')

const begun = (id: string, values: Partial<Values>, { persons, office }: Receivers, now: Date): Question => ({
  id,
  version: 1,
  values: {
    ...emptyValues(recordFields),
    ...values,
    receivers: [...persons].sort(),
    office,
    askedAt: now,
    dueOn: addDays(localDate(now), answerDays[values.kind ?? 'advice']),
  },
  shares: [],
})

/** Answered once: the second of two is told that somebody has. */
export function answerQuestion(question: Question, { answer }: Answer, actor: Actor, now: Date): QuestionOutcome {
  if (!mayAnswer(question, actor)) return refuse('notAllowed')
  const gaps = missing(answerFields, { answer })
  if (gaps.length > 0) return refuse('incomplete', gaps)
  if (isAnswered(question)) {
    const again = question.values.answer === answer && question.values.answeredBy === actor.personId
    return refuse(again ? 'nothingChanged' : 'answeredAlready')
  }
  if (isClosed(question)) return refuse('closedAlready')
  return happened(becomes(question, { answer, answeredBy: actor.personId, answeredAt: now }), 'question.answered')
}

export function closeQuestion(question: Question, actor: Actor, now: Date): QuestionOutcome {
  if (isClosed(question)) return refuse('nothingChanged')
  if (!mayClose(question, actor)) return refuse(mayAnswer(question, actor) ? 'notAnswered' : 'notAllowed')
  return happened(becomes(question, { closedBy: actor.personId, closedAt: now }), 'question.closed')
}

/** With one person, or with those who work as one role, and always with a reason: whoever asked sees all of it. */
export function shareQuestion(question: Question, id: string, sharing: Sharing, actor: Actor, now: Date): QuestionOutcome {
  if (!mayShare(question, actor)) return refuse('notAllowed')
  const { person, role, reason } = sharing
  if ((person === null) === (role === null)) return refuse('oneReceiver', ['person'])
  const gaps = missing(shareFields, sharing)
  if (gaps.length > 0) return refuse('incomplete', gaps)
  const open = question.shares.filter(({ endedAt }) => endedAt === null)
  if (open.some((share) => share.person === person && share.role === role)) return refuse('nothingChanged')
  const share: Share = { id, person, role, reason: reason ?? '', sharedAt: now, endedAt: null }
  return happened({ ...question, shares: [...question.shares, share] }, 'question.shared')
}

export function endShare(question: Question, id: string, actor: Actor, now: Date): QuestionOutcome {
  if (!mayShare(question, actor)) return refuse('notAllowed')
  if (!question.shares.some((share) => share.id === id && share.endedAt === null)) return refuse('nothingChanged')
  const shares = question.shares.map((share) => (share.id === id ? { ...share, endedAt: now } : share))
  return happened({ ...question, shares }, 'question.shareEnded')
}

/** Those it came to have left, or are no longer asked: whoever is left of them has it, else those it would come to today. */
export function rerouteQuestion(question: Question, still: readonly string[], today: Receivers): QuestionOutcome {
  const { receivers, office, answeredAt } = question.values
  if (office !== null || answeredAt !== null || isClosed(question) || still.length === receivers.length) return refuse('nothingChanged')
  const to = still.length > 0 ? { persons: still, office: null } : today
  return happened(becomes(question, { receivers: [...to.persons].sort(), office: to.office }), 'question.rerouted')
}

/** Behind the people it came to, should they leave. */
const backstop: readonly Role[] = ['dpo']

/**
 * The task of whoever is asked, until it is answered. What is asked stands in no task: only whoever has it may read it. What lies with the
 * officer has no date there: a late task is told to those above, and the officer answers to nobody for a question (Article 38(3)).
 */
export function questionTasks(question: Question, title: (locale: Locale) => string): readonly TaskSpec[] {
  const { receivers, office, dueOn } = question.values
  if (isAnswered(question) || isClosed(question)) return []
  const task = { kind: 'question.answer', title: inAll(title) }
  if (office === 'dpo') return [{ ...task, roles: [office], dueAt: null }]
  const dueAt = dueOn === null ? null : endOfDay(dueOn)
  if (office !== null) return [{ ...task, roles: [office], dueAt }]
  return receivers.map((personId) => ({ ...task, key: personId, roles: backstop, dueAt, personId }))
}
