import type { Actor } from '../../kernel/actor.ts'
import { type LocalDate, localDate } from '../../kernel/calendar/calendar.ts'
import { change, refuse } from '../../kernel/change.ts'
import { changed, missing } from '../../kernel/fields.ts'
import { extendedDueOn, lawDueOn, sameLimitFrom } from './deadline.ts'
import { correctFields, registerFields } from './fields.ts'
import type { RequestProfile } from './profile.ts'
import { identityNumberIn, mayReceive, type RequestOutcome, wrote } from './rules.ts'
import type { Correcting, SubjectRequest, SubjectRequestEvent } from './subject-request.ts'

/** It came in a letter, by mail or by word of mouth, and somebody here wrote it in. What whoever asked has written is theirs. */
export const wasWrittenIn = ({ values: { channel } }: SubjectRequest): boolean => channel !== 'signedIn' && channel !== 'open'

/** Who may correct what was written in: those who receive requests, until it is answered. */
export const mayCorrect = (request: SubjectRequest, actor: Actor, profile: RequestProfile): boolean =>
  mayReceive(actor, profile) && wasWrittenIn(request) && request.values.status === 'received'

/** Answers that tell who asks: when one of them was wrong, whoever it was confirmed to be was somebody else. */
const tellsWho = ['name', 'contact', 'actsFor'] as const
const unconfirmed = {
  ...{ identity: null, authority: null, childHeard: null, identityNote: null, identifiedAt: null, identifiedBy: null },
} as const
const unextended = { extendReason: null, extendToldOn: null, extendedAt: null } as const

/** What was written in wrong is put right, with a reason. The time to answer is counted anew from the right day, by the same rule. */
export function correctRequest(
  request: SubjectRequest,
  { correctReason, ...said }: Correcting,
  actor: Actor,
  now: Date,
  profile: RequestProfile,
): RequestOutcome {
  if (!mayReceive(actor, profile)) return refuse('notAllowed')
  if (!wasWrittenIn(request)) return refuse('notWrittenIn')
  if (request.values.status !== 'received') return refuse('answeredAlready')
  const gaps = missing(correctFields, { ...said, correctReason })
  if (gaps.length > 0) return refuse('incomplete', gaps)
  const numbers = [...identityNumberIn(said), ...(wrote(correctReason) ? ['correctReason'] : [])]
  if (numbers.length > 0) return refuse('identityNumber', numbers)
  const receivedOn = said.receivedOn ?? localDate(now)
  if (receivedOn > localDate(now)) return refuse('receivedInFuture', ['receivedOn'])
  const { extendToldOn, extendedAt } = request.values
  if (extendedAt !== null && extendToldOn !== null && extendToldOn < receivedOn) return refuse('receivedAfterTold', ['receivedOn'])
  const fields = changed(registerFields, request.values as typeof said, said)
  if (fields.length === 0) return refuse('nothingCorrected', ['receivedOn'])
  const values = {
    ...{ ...request.values, ...said },
    ...(fields.some((field) => tellsWho.some((one) => one === field)) ? unconfirmed : {}),
    ...deadlineFrom(request, receivedOn),
  }
  return change<SubjectRequest, SubjectRequestEvent>({ ...request, values }, { type: 'subject_request.corrected', fields })
}

/** An extension holds where it was told within the month of the right day (Article 12(3)); else it was none, and the month does. */
function deadlineFrom({ values }: SubjectRequest, receivedOn: LocalDate): Partial<SubjectRequest['values']> {
  const { receivedOn: before, dueOn, extendedAt, extendToldOn } = values
  if (before === null || dueOn === null || before === receivedOn) return {}
  if (extendedAt === null) return { dueOn: sameLimitFrom(receivedOn, { receivedOn: before, dueOn }) }
  return extendToldOn !== null && extendToldOn <= lawDueOn(receivedOn)
    ? { dueOn: extendedDueOn(receivedOn) }
    : { ...unextended, dueOn: lawDueOn(receivedOn) }
}
