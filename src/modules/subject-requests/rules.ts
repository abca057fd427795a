import { type Actor, worksAs } from '../../kernel/actor.ts'
import { type LocalDate, localDate } from '../../kernel/calendar/calendar.ts'
import { change, type Outcome, refuse } from '../../kernel/change.ts'
import { emptyValues, missing } from '../../kernel/fields.ts'
import { defaultGuardOptions, findPersonalData } from '../../kernel/guard/guard.ts'
import { holds } from '../../kernel/space.ts'
import { dueOnFor, extendedDueOn, lawDueOn } from './deadline.ts'
import {
  answerFields,
  askFields,
  assignFields,
  extendFields,
  findingFields,
  identityFields,
  recordFields,
  registerFields,
} from './fields.ts'
import { mayBeGround } from './grounds.ts'
import type { RequestProfile } from './profile.ts'
import { spaceOf, whoIs } from './space.ts'
import type {
  Answering,
  Asking,
  Assigning,
  Extending,
  Finding,
  Identifying,
  Opened,
  Registering,
  Search,
  SubjectRequest,
  SubjectRequestEvent,
} from './subject-request.ts'

export type RequestOutcome = Outcome<SubjectRequest, SubjectRequestEvent>

export const maySee = (request: Opened, actor: Actor, profile: RequestProfile): boolean => {
  const who = whoIs(actor, profile)
  return holds(spaceOf(who), request, who)
}
/** Those who receive requests may write one down for others. The data protection officer reads, and decides nothing (Article 38(6)). */
export const mayReceive = (actor: Actor, { receivers }: RequestProfile): boolean => worksAs(actor, ...receivers)
/** Whoever it was given to, the leader of its unit, and those who receive requests. */
export const mayKeep = ({ values }: SubjectRequest, actor: Actor, profile: RequestProfile): boolean =>
  mayReceive(actor, profile) || values.responsible === actor.personId || (values.unit !== null && actor.leads.includes(values.unit))
export const maySearch = (request: Opened, search: Search, actor: Actor, profile: RequestProfile): boolean =>
  search.searcher === actor.personId || mayKeep(request, actor, profile)

const isOpen = ({ values }: SubjectRequest) => values.status === 'received'
/** A national identity number stands in one of these. */
export const wrote = (...written: readonly (string | null)[]) =>
  written.some((text) => findPersonalData(text ?? '', defaultGuardOptions).some(({ kind }) => kind === 'nationalId'))
/** A national identity number is never needed to ask, and never kept. */
export const identityNumberIn = ({ name, contact, ownNumber, about }: Asking): readonly string[] =>
  Object.entries({ name, contact, ownNumber, about }).flatMap(([field, text]) => (wrote(text) ? [field] : []))

export type From = Pick<SubjectRequest['values'], 'reference' | 'channel' | 'receivedOn' | 'askedBy'>

/** Received: it has a number and a day to be answered by from that moment. */
export function receiveRequest(id: string, asking: Asking, from: From, { days }: RequestProfile, now: Date): RequestOutcome {
  const gaps = missing(askFields, asking)
  if (gaps.length > 0) return refuse('incomplete', gaps)
  const numbers = identityNumberIn(asking)
  if (numbers.length > 0) return refuse('identityNumber', numbers)
  const receivedOn = from.receivedOn ?? localDate(now)
  if (receivedOn > localDate(now)) return refuse('receivedInFuture', ['receivedOn'])
  // Whoever is signed in is known; for whom they may act is still looked at.
  const identity = from.channel === 'signedIn' && asking.actsFor === 'self' ? ({ identity: 'signedIn', identifiedAt: now } as const) : {}
  const values = {
    ...emptyValues(recordFields),
    ...asking,
    ...from,
    ...identity,
    receivedOn,
    status: 'received' as const,
    dueOn: dueOnFor(receivedOn, days),
  }
  return change<SubjectRequest, SubjectRequestEvent>({ id, version: 1, values }, { type: 'subject_request.received' })
}

export const registerRefused = (values: Registering, actor: Actor, profile: RequestProfile) => {
  if (!mayReceive(actor, profile)) return refuse('notAllowed')
  const gaps = missing(registerFields, values)
  return gaps.length > 0 ? refuse('incomplete', gaps) : null
}

/** What every deed begins with: whose it is, and that it is not answered yet. */
const gate = (request: SubjectRequest, actor: Actor, profile: RequestProfile) => {
  if (!mayKeep(request, actor, profile)) return refuse('notAllowed')
  return isOpen(request) ? null : refuse('answeredAlready')
}
const next = (request: SubjectRequest, values: Partial<SubjectRequest['values']>, type: SubjectRequestEvent['type']): RequestOutcome =>
  change<SubjectRequest, SubjectRequestEvent>({ ...request, values: { ...request.values, ...values } }, { type })

export function assignRequest(request: SubjectRequest, given: Assigning, actor: Actor, profile: RequestProfile): RequestOutcome {
  const stopped = gate(request, actor, profile)
  if (stopped) return stopped
  const gaps = missing(assignFields, given)
  if (gaps.length > 0) return refuse('incomplete', gaps)
  const { unit, responsible } = request.values
  if (unit === given.unit && responsible === given.responsible) return refuse('nothingChanged')
  return next(request, given, 'subject_request.assigned')
}

/** Who asks is checked in ways that need no identity number (Article 12(6)); and that a guardian or a representative may ask for another. */
export function confirmIdentity(
  request: SubjectRequest,
  given: Identifying,
  actor: Actor,
  now: Date,
  profile: RequestProfile,
): RequestOutcome {
  const stopped = gate(request, actor, profile)
  if (stopped) return stopped
  const gaps = missing(identityFields, given)
  if (gaps.length > 0) return refuse('incomplete', gaps)
  const { actsFor } = request.values
  if (actsFor !== 'self' && given.authority === null) return refuse('authorityMissing', ['authority'])
  if (actsFor === 'guardian' && given.childHeard === null) return refuse('childMissing', ['childHeard'])
  if (wrote(given.identityNote)) return refuse('identityNumber', ['identityNote'])
  return next(request, { ...given, identifiedAt: now, identifiedBy: actor.personId }, 'subject_request.identified')
}

/** Which systems are to be looked in: those of the activities that keep data on the group. One is asked once. */
export function beginSearch(request: SubjectRequest, systems: number, actor: Actor, profile: RequestProfile): RequestOutcome {
  const stopped = gate(request, actor, profile)
  if (stopped) return stopped
  return systems === 0 ? refuse('noSystems') : next(request, {}, 'subject_request.searchBegun')
}

export function answerSearch(request: Opened, search: Search, finding: Finding, actor: Actor, profile: RequestProfile): RequestOutcome {
  if (!maySearch(request, search, actor, profile)) return refuse('notAllowed')
  if (!isOpen(request)) return refuse('answeredAlready')
  const gaps = missing(findingFields, finding)
  if (gaps.length > 0) return refuse('incomplete', gaps)
  if (wrote(finding.note)) return refuse('identityNumber', ['note'])
  return finding.finding === search.finding && finding.note === search.note
    ? refuse('nothingChanged')
    : next(request, {}, 'subject_request.searched')
}

/** Two further months, once, and told with the reasons within the first (Article 12(3)). */
export function extendRequest(request: SubjectRequest, given: Extending, actor: Actor, now: Date, profile: RequestProfile): RequestOutcome {
  const stopped = gate(request, actor, profile)
  if (stopped) return stopped
  const gaps = missing(extendFields, given)
  if (gaps.length > 0) return refuse('incomplete', gaps)
  const { extendedAt } = request.values
  const receivedOn = request.values.receivedOn ?? localDate(now)
  if (extendedAt !== null) return refuse('extendedAlready')
  const told = given.extendToldOn ?? ''
  if (told > localDate(now)) return refuse('toldInFuture', ['extendToldOn'])
  if (told < receivedOn) return refuse('toldBeforeReceived', ['extendToldOn'])
  if (told > lawDueOn(receivedOn)) return refuse('toldTooLate', ['extendToldOn'])
  return next(request, { ...given, extendedAt: now, dueOn: extendedDueOn(receivedOn) }, 'subject_request.extended')
}

/** Outcomes that give somebody what they asked for, or say what is held: who they are must be known first. */
const tells = ['granted', 'partly', 'nothingHeld'] as const

export function answerRequest(request: Opened, given: Answering, actor: Actor, now: Date, profile: RequestProfile): RequestOutcome {
  if (!mayKeep(request, actor, profile)) return refuse('notAllowed')
  if (!isOpen(request)) {
    const { outcome, ground, answer, answeredBy } = request.values
    const again = outcome === given.outcome && ground === given.ground && answer === given.answer && answeredBy === actor.personId
    return refuse(again ? 'nothingChanged' : 'answeredAlready')
  }
  const gaps = missing(answerFields, given)
  if (gaps.length > 0) return refuse('incomplete', gaps)
  const { outcome, ground, answer, answeredOn } = given
  if (answeredOn !== null && answeredOn > localDate(now)) return refuse('answeredInFuture', ['answeredOn'])
  if (answeredOn !== null && answeredOn < (request.values.receivedOn ?? answeredOn)) return refuse('answeredBeforeReceived', ['answeredOn'])
  const told = tells.some((one) => one === outcome)
  if (told && request.values.identifiedAt === null) return refuse('identityOpen', ['outcome'])
  if (told && request.values.actsFor !== 'self' && request.values.authority !== 'checked') return refuse('authorityOpen', ['outcome'])
  if (told && request.searches.some(({ finding }) => finding === null)) return refuse('searchOpen', ['outcome'])
  if (outcome === 'nothingHeld' && request.searches.some(({ finding }) => finding === 'found')) return refuse('somethingFound', ['outcome'])
  const refuses = outcome === 'refused' || outcome === 'partly'
  if (refuses && ground === null) return refuse('groundMissing', ['ground'])
  if (!refuses && ground !== null) return refuse('groundWithoutRefusal', ['ground'])
  if (ground !== null && request.values.right !== null && !mayBeGround(ground, request.values.right))
    return refuse('groundOfOther', ['ground'])
  if (refuses && answer === null) return refuse('reasonMissing', ['answer'])
  if (wrote(answer)) return refuse('identityNumber', ['answer'])
  const done = { ...given, status: 'answered' as const, answeredAt: now, answeredBy: actor.personId }
  return next(request, done, 'subject_request.answered')
}

/** It is public documents that are asked for (offentleglova § 28): sent on to whoever answers that, and told apart in the figures. */
export function sendOnRequest(request: SubjectRequest, actor: Actor, now: Date, profile: RequestProfile): RequestOutcome {
  const stopped = gate(request, actor, profile)
  if (stopped) return stopped
  const values = {
    status: 'sentOn',
    outcome: 'documents',
    answeredOn: localDate(now),
    answeredAt: now,
    answeredBy: actor.personId,
  } as const
  return next(request, values, 'subject_request.sentOn')
}

/** Answered on the day it was due, or before. */
export const inTime = ({ answeredOn, dueOn }: { readonly answeredOn: LocalDate | null; readonly dueOn: LocalDate | null }): boolean =>
  answeredOn !== null && dueOn !== null && answeredOn <= dueOn
