import { type Actor, hasRole, worksAs } from '../../kernel/actor.ts'
import { change, type Outcome, refuse } from '../../kernel/change.ts'
import { missing } from '../../kernel/fields.ts'
import { inAll, type Locale } from '../../kernel/texts.ts'
import type { TaskSpec } from '../tasks/public.ts'
import type { Answer, Asking, Kind, Request, RequestEvent } from './agreement-request.ts'
import { answerFields, askFields } from './fields.ts'
import type { Receivers } from './profile.ts'

type RequestOutcome = Outcome<Request, RequestEvent>

/** The kinds of request that somebody reads all of: those they answer, a role that they stand in for included; the officer both. */
export const kindsFor = (actor: Actor, profile: Receivers): readonly Kind[] =>
  kinds.filter((kind) => hasRole(actor, 'dpo') || worksAs(actor, ...profile[kind]))
const kinds = askFields.kind.of

const receivers = ({ values }: Request, profile: Receivers) => (values.kind === null ? [] : profile[values.kind])

/** Those it was sent to, and whoever stands in for a role that nobody holds. */
export const mayAnswer = (request: Request, actor: Actor, profile: Receivers): boolean => worksAs(actor, ...receivers(request, profile))
export const maySee = ({ values }: Request, actor: Actor, profile: Receivers): boolean =>
  values.askedBy === actor.personId || (values.kind !== null && kindsFor(actor, profile).includes(values.kind))

export function sendRequest(id: string, asking: Asking, actor: Actor, now: Date): RequestOutcome {
  const gaps = missing(askFields, asking)
  if (gaps.length > 0) return refuse('incomplete', gaps)
  const standing = { askedBy: actor.personId, askedAt: now, answer: null, agreement: null, answeredBy: null, answeredAt: null }
  return change<Request, RequestEvent>({ id, version: 1, values: { ...asking, ...standing } }, { type: 'agreement_request.sent' })
}

/** Answered once: the second of two is told what the first said. */
export function answerRequest(
  request: Request,
  { answer, agreement }: Answer,
  actor: Actor,
  now: Date,
  profile: Receivers,
): RequestOutcome {
  if (!mayAnswer(request, actor, profile)) return refuse('notAllowed')
  const gaps = missing(answerFields, { answer, agreement })
  if (gaps.length > 0) return refuse('incomplete', gaps)
  if (request.values.answeredAt !== null) {
    const again = request.values.answer === answer && request.values.answeredBy === actor.personId
    return refuse(again ? 'nothingChanged' : 'answeredAlready')
  }
  const values = { ...request.values, answer, agreement, answeredBy: actor.personId, answeredAt: now }
  return change<Request, RequestEvent>({ ...request, values }, { type: 'agreement_request.answered' })
}

/** The task of those who answer, until one of them has (S2-44, S4-111). */
export function requestTasks(request: Request, profile: Receivers, title: (locale: Locale) => string): readonly TaskSpec[] {
  const { answeredAt, counterpart } = request.values
  if (answeredAt !== null) return []
  const about = inAll(() => counterpart ?? '')
  return [{ kind: 'agreement_request.answer', title: inAll(title), about, roles: receivers(request, profile), dueAt: null }]
}
