import { type Actor, hasRole, type Role, worksAs } from '../../kernel/actor.ts'
import { addDays, endOfDay, localDate } from '../../kernel/calendar/calendar.ts'
import { change, type Outcome, refuse } from '../../kernel/change.ts'
import { missing } from '../../kernel/fields.ts'
import { inAll, type Locale } from '../../kernel/texts.ts'
import type { TaskSpec } from '../tasks/public.ts'
import { answerFields, askFields } from './fields.ts'
import type { Answer, Asking, Kind, Question, QuestionEvent, SentTo } from './question.ts'

type QuestionOutcome = Outcome<Question, QuestionEvent>

/** How many days whoever is asked has, by what is asked: a routine takes longer to write than an answer. */
export const answerDays: Readonly<Record<Kind, number>> = { advice: 7, routine: 30 }

/** Who has a question where no person does: nobody leads the asker, or it was sent to an office. */
export const rolesFor = (sentTo: SentTo): readonly Role[] => (sentTo === 'privacyContact' ? ['privacyContact'] : ['dpo'])

/** Whoever got it: the person, or those who work as the office. A question to one's leader is not the officer's while there is a leader. */
export const mayAnswer = ({ values }: Question, actor: Actor): boolean =>
  values.receiver !== null ? values.receiver === actor.personId : values.sentTo !== null && worksAs(actor, ...rolesFor(values.sentTo))

/** Its own space: whoever asked, and whoever answers or has answered. */
export const maySee = (question: Question, actor: Actor): boolean =>
  question.values.askedBy === actor.personId || question.values.answeredBy === actor.personId || mayAnswer(question, actor)

/** Those who see which routines are missing: a leader for what is theirs, and those who answer for all. */
export const seesMissing = (actor: Actor): boolean =>
  actor.leads.length > 0 ||
  hasRole(actor, 'admin', 'dpo', 'ciso', 'privacyAdviser', 'gdprUnit', 'privacyContact', 'controller', 'managementGroup', 'auditor')

/** `leader`: whoever the asker's leader is, where it is sent to them and there is one. */
export function sendQuestion(id: string, asking: Asking, leader: string | null, actor: Actor, now: Date): QuestionOutcome {
  const gaps = missing(askFields, asking)
  if (gaps.length > 0) return refuse('incomplete', gaps)
  const standing = {
    ...{ askedBy: actor.personId, askedAt: now, receiver: asking.sentTo === 'leader' ? leader : null },
    ...{ dueOn: addDays(localDate(now), answerDays[asking.kind ?? 'advice']), answer: null, answeredBy: null, answeredAt: null },
  }
  return change<Question, QuestionEvent>({ id, version: 1, values: { ...asking, ...standing } }, { type: 'question.sent' })
}

/** Answered once: the second of two is told that somebody has. */
export function answerQuestion(question: Question, { answer }: Answer, actor: Actor, now: Date): QuestionOutcome {
  if (!mayAnswer(question, actor)) return refuse('notAllowed')
  const gaps = missing(answerFields, { answer })
  if (gaps.length > 0) return refuse('incomplete', gaps)
  if (question.values.answeredAt !== null) {
    const again = question.values.answer === answer && question.values.answeredBy === actor.personId
    return refuse(again ? 'nothingChanged' : 'answeredAlready')
  }
  const values = { ...question.values, answer, answeredBy: actor.personId, answeredAt: now }
  return change<Question, QuestionEvent>({ ...question, values }, { type: 'question.answered' })
}

/** The task of whoever is asked, until it is answered. What is asked stands in no task: only whoever has it may read it. */
export function questionTasks({ values }: Question, title: (locale: Locale) => string): readonly TaskSpec[] {
  if (values.answeredAt !== null || values.sentTo === null) return []
  return [
    {
      kind: 'question.answer',
      title: inAll(title),
      roles: rolesFor(values.sentTo),
      dueAt: values.dueOn === null ? null : endOfDay(values.dueOn),
      ...(values.receiver === null ? {} : { personId: values.receiver }),
    },
  ]
}
