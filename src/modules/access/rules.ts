import type { Actor } from '../../kernel/actor.ts'
import { addDays, addMonths, type LocalDate, localDate } from '../../kernel/calendar/calendar.ts'
import { change, type Outcome, refuse } from '../../kernel/change.ts'
import { missing } from '../../kernel/fields.ts'
import { holds } from '../../kernel/space.ts'
import type { Access, AccessEvent, AccessState, Granting, Removal, Standing } from './access.ts'
import { grantFields, removalFields } from './fields.ts'
import type { AccessProfile } from './profile.ts'
import { isSeen, overseesAccess } from './space.ts'

type AccessOutcome = Outcome<Access, AccessEvent>

/** Whoever does it: who they are to the access, and what the profile lets them. */
export type By = { readonly actor: Actor; readonly standing: Standing; readonly profile: AccessProfile }

export const maySee = (standing: Standing, actor: Actor): boolean => holds(isSeen(actor), { standing }, actor)

/** Whoever leads the person or owns the system; beside them the roles that the profile gives it to (F41). Nobody to themselves. */
export const mayGrant = (person: string | null, { actor, standing, profile }: By): boolean =>
  person !== actor.personId &&
  (standing.leadsPerson || standing.ownsSystem || profile.authorisers.some((role) => actor.roles.includes(role)))

/** Whether somebody may come to the form at all; which people they may choose is asked of the choice. */
export const grantsByPlace = (actor: Actor): boolean => actor.leads.length > 0 || actor.roles.includes('systemOwner')
export const mayGrantSome = (actor: Actor, profile: AccessProfile): boolean =>
  grantsByPlace(actor) || profile.authorisers.some((role) => actor.roles.includes(role))

const about = ({ person, system, zone }: Pick<Granting, 'person' | 'system' | 'zone'>) => ({ person, system, zone })

/** `taken`: the person has the same access already. */
export function grantAccess(id: string, asked: Granting, taken: boolean, by: By, now: Date): AccessOutcome {
  const { actor } = by
  const gaps = missing(grantFields, asked)
  if (gaps.length > 0) return refuse('incomplete', gaps)
  if ((asked.system === null) === (asked.zone === null)) return refuse('oneOfThem', ['system'])
  if (asked.system !== null && asked.role === null) return refuse('incomplete', ['role'])
  if (asked.person === actor.personId) return refuse('ownAccess', ['person'])
  if (!mayGrant(asked.person, by)) return refuse('notYours', ['person'])
  if (asked.toDate !== null && asked.fromDate !== null && asked.toDate < asked.fromDate) return refuse('endsBeforeStart', ['toDate'])
  if (taken) return refuse('alreadyHas', ['person'])
  const standingValues = {
    ...{ grantedBy: actor.personId, grantedAt: now, employmentEnds: null, confirmedAt: null, confirmedBy: null },
    ...{ removalAskedAt: null, removalAskedBy: null, removedOn: null, removedBy: null, removalProof: null },
  }
  return change<Access, AccessEvent>(
    { id, version: 1, values: { ...asked, ...standingValues } },
    { type: 'access.granted', ...about(asked) },
  )
}

/** The leader has looked at it, and it is still needed (S4-049). */
export function confirmAccess(access: Access, { standing, actor }: By, now: Date): AccessOutcome {
  if (!standing.leadsPerson && !overseesAccess(actor)) return refuse('notAllowed')
  const state = stateOf(access, localDate(now))
  if (state === 'removed') return refuse('removedAlready')
  if (state !== 'active') return refuse(state === 'planned' ? 'notBegun' : 'hasEnded')
  const { confirmedAt, confirmedBy } = access.values
  if (confirmedAt !== null && confirmedBy === actor.personId && localDate(confirmedAt) === localDate(now)) return refuse('nothingChanged')
  const values = { ...access.values, confirmedAt: now, confirmedBy: actor.personId }
  return change<Access, AccessEvent>({ ...access, values }, { type: 'access.confirmed', ...about(values) })
}

/** It is no longer needed: whoever can take it away is asked to. */
export function askRemoval(access: Access, { standing, actor }: By, now: Date): AccessOutcome {
  if (!maySee(standing, actor)) return refuse('notAllowed')
  if (access.values.removedOn !== null) return refuse('removedAlready')
  if (access.values.removalAskedAt !== null) return refuse('nothingChanged')
  const values = { ...access.values, removalAskedAt: now, removalAskedBy: actor.personId }
  return change<Access, AccessEvent>({ ...access, values }, { type: 'access.removalAsked', ...about(values) })
}

/** It has been taken away: on a day that has come, with what shows it. One that has not begun is taken away before it does. */
export function removeAccess(access: Access, removal: Removal, { standing, actor }: By, now: Date): AccessOutcome {
  if (!maySee(standing, actor)) return refuse('notAllowed')
  const gaps = missing(removalFields, removal)
  if (gaps.length > 0) return refuse('incomplete', gaps)
  const { removedOn, removalProof } = access.values
  if (removedOn !== null)
    return refuse(removedOn === removal.removedOn && removalProof === removal.removalProof ? 'nothingChanged' : 'removedAlready')
  const [day, today] = [removal.removedOn ?? '', localDate(now)]
  if (day > today) return refuse('future', ['removedOn'])
  if (stateOf(access, today) !== 'planned' && day < (access.values.fromDate ?? '')) return refuse('endsBeforeStart', ['removedOn'])
  const values = { ...access.values, ...removal, removedBy: actor.personId }
  return change<Access, AccessEvent>({ ...access, values }, { type: 'access.removed', ...about(values) })
}

/** The last day of work is set, moved or taken back: an access ends with it, and what was granted for less ends by its own day. */
export function moveEnd(access: Access, endsOn: LocalDate | null): AccessOutcome {
  if (access.values.removedOn !== null || access.values.employmentEnds === endsOn) return refuse('nothingChanged')
  const values = { ...access.values, employmentEnds: endsOn }
  return change<Access, AccessEvent>({ ...access, values }, { type: 'access.endMoved', ...about(values), endsOn })
}

/** The last day of an access: what was granted, or the last day of work where that comes first. */
export function lastDay({ values: { toDate, employmentEnds } }: Pick<Access, 'values'>): LocalDate | null {
  if (toDate === null || employmentEnds === null) return toDate ?? employmentEnds
  return toDate < employmentEnds ? toDate : employmentEnds
}

export function stateOf(access: Access, today: LocalDate): AccessState {
  if (access.values.removedOn !== null) return 'removed'
  if ((access.values.fromDate ?? '') > today) return 'planned'
  const last = lastDay(access)
  return last !== null && last < today ? 'ended' : 'active'
}

/** So many days before, whoever leads has it as a task, and what waits is marked: no later than the first reminder. */
const soonDays = 30
export const confirmationOpens = (due: LocalDate): LocalDate => addDays(due, -soonDays)

/** Whether it is time to look at it again; whoever leads may do so before (S4-049). */
export function confirmationWaits(access: Access, months: number, today: LocalDate): boolean {
  const due = confirmationDue(access, months)
  return due !== null && stateOf(access, today) === 'active' && confirmationOpens(due) <= today
}
export const mayBeConfirmed = (access: Access, today: LocalDate): boolean => {
  const { confirmedAt } = access.values
  return stateOf(access, today) === 'active' && (confirmedAt === null || localDate(confirmedAt) < today)
}

/** When the leader is to look at it again: so many months after it was granted or last confirmed. */
export const confirmationDue = ({ values }: Access, months: number): LocalDate | null => {
  const since = values.confirmedAt ?? values.grantedAt
  return values.removedOn !== null || since === null ? null : addMonths(localDate(since), months)
}
