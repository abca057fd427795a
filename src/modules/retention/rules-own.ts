import { type Actor, hasRole } from '../../kernel/actor.ts'
import { addMonths, endOfDay, type LocalDate, localDate } from '../../kernel/calendar/calendar.ts'
import { change, type Outcome, refuse } from '../../kernel/change.ts'
import { type ExpiringKind, expiringKinds } from '../../kernel/expiring.ts'
import { missing } from '../../kernel/fields.ts'
import { inAll } from '../../kernel/texts.ts'
import { meantHold, nearestHold, openHolds, withHold } from '../../register/holds/holds.ts'
import type { TaskSpec } from '../tasks/public.ts'
import { archiveFields, holdFields } from './fields-own.ts'
import type { Archiving, Held, Hold, MovedHold, Own, OwnEvent, OwnStanding } from './own.ts'
import type { RetentionProfile } from './profile.ts'
import { texts } from './texts.ts'

type OwnOutcome = Outcome<Own, OwnEvent>

export const isExpiring = (kind: string | undefined): kind is ExpiringKind =>
  (expiringKinds as readonly (string | undefined)[]).includes(kind)

/**
 * Those who may open it and look after something, and not only look: they know of a dispute or a request that it is needed for. A talk is
 * opened by whoever asked for it and a head of studies alone.
 */
export const mayKeepBack = (actor: Actor, kind: string | null): boolean =>
  actor.leads.length > 0 ||
  hasRole(actor, 'dpo', 'controller', 'ciso', 'gdprUnit', 'privacyAdviser', 'admin', 'cardIssuer', 'caseworker') ||
  (kind === 'ethics_talk' && hasRole(actor, 'studyHead'))

/** The day that one goes: the first on which its whole time has passed. The 31st and a month is the last day of the shorter one. */
export const goesOn = ({ ownMonths }: Pick<RetentionProfile, 'ownMonths'>, kind: ExpiringKind, since: LocalDate): LocalDate =>
  addMonths(since, ownMonths[kind])

export const blankOwn = (id: string, kind: ExpiringKind): Own => ({
  ...{ id, version: 1 },
  values: {
    ...{ kind, holdReason: null, holdReviewOn: null, heldBy: null, heldAt: null },
    ...{ archivedAs: null, archivedBy: null, archivedAt: null },
  },
})

type At = { readonly actor: Actor; readonly now: Date }
/** What the record itself says: the reason that is looked at first; nothing where none is left. */
const said = (holds: readonly Held[], now: Date): Partial<Own['values']> => {
  const first = nearestHold(holds)
  return first
    ? { holdReason: first.reason, holdReviewOn: first.reviewOn, heldBy: first.reviewer, heldAt: now }
    : { holdReason: null, holdReviewOn: null, heldBy: null, heldAt: null }
}
/** The reason as it is kept. Whether it may be is what the rule says. */
export const heldAs = (id: string, { holdReason, holdReviewOn }: Hold, { actor, now }: At): Held | null =>
  holdReason && holdReviewOn
    ? { id, reason: holdReason, reviewOn: holdReviewOn, reviewer: actor.personId, since: localDate(now), endedOn: null }
    : null

/** Each reason stands beside the others, with its own day. */
export function holdOwn(own: Own, holds: readonly Held[], hold: Hold, id: string, { actor, now }: At): OwnOutcome {
  if (!mayKeepBack(actor, own.values.kind)) return refuse('notAllowed')
  const placed = heldAs(id, hold, { actor, now })
  if (!placed) return refuse('incomplete', missing(holdFields, hold))
  if (placed.reviewOn <= localDate(now)) return refuse('reviewBehind', ['holdReviewOn'])
  // Two who say the same at once have said it once.
  if (openHolds(holds).some(({ reason, reviewOn }) => reason === placed.reason && reviewOn === placed.reviewOn))
    return refuse('nothingChanged')
  return set(own, said(withHold(holds, placed), now), 'own_record.held')
}

/** A later day for one of the reasons: it is kept back meanwhile. */
export function moveHold(own: Own, holds: readonly Held[], id: string | null, { holdReviewOn }: MovedHold, { actor, now }: At): OwnOutcome {
  if (!mayKeepBack(actor, own.values.kind)) return refuse('notAllowed')
  const hold = meantHold(holds, id)
  if (!hold) return refuse('holdOver')
  if (holdReviewOn === null) return refuse('incomplete', ['holdReviewOn'])
  if (holdReviewOn <= localDate(now)) return refuse('reviewBehind', ['holdReviewOn'])
  if (holdReviewOn === hold.reviewOn) return refuse('nothingChanged')
  return set(own, said(withHold(holds, { ...hold, reviewOn: holdReviewOn }), now), 'own_record.holdMoved')
}

/** One of the reasons is over. When it was the last, it goes when its time is out. */
export function releaseOwn(own: Own, holds: readonly Held[], id: string | null, { actor, now }: At): OwnOutcome {
  if (!mayKeepBack(actor, own.values.kind)) return refuse('notAllowed')
  const hold = meantHold(holds, id)
  if (!hold) return refuse(id === null && openHolds(holds).length > 1 ? 'whichHold' : 'nothingChanged')
  const after = withHold(holds, { ...hold, endedOn: localDate(now) })
  return set(own, said(after, now), openHolds(after).length > 0 ? 'own_record.holdEnded' : 'own_record.released')
}

export function archiveOwn(own: Own, archiving: Archiving, actor: Actor, now: Date): OwnOutcome {
  if (!mayKeepBack(actor, own.values.kind)) return refuse('notAllowed')
  const gaps = missing(archiveFields, archiving)
  if (gaps.length > 0) return refuse('incomplete', gaps)
  if (own.values.archivedAs === archiving.archivedAs) return refuse('nothingChanged')
  return set(own, { ...archiving, archivedBy: actor.personId, archivedAt: now }, 'own_record.archived')
}

const set = (own: Own, over: Partial<Own['values']>, type: OwnEvent['type']): OwnOutcome =>
  change<Own, OwnEvent>({ ...own, values: { ...own.values, ...over } }, { type } as OwnEvent)

/** What stops it, although its time is out. */
export const stoppedBy = ({ own, needsArchive }: Pick<OwnStanding, 'own' | 'needsArchive'>): 'hold' | 'archive' | null =>
  own && own.values.heldAt !== null ? 'hold' : needsArchive && (own?.values.archivedAs ?? null) === null ? 'archive' : null

/** Whoever keeps it back looks at it again, at each reason on its day. */
export function ownTasks(holds: readonly Held[]): readonly TaskSpec[] {
  const title = inAll((locale) => texts(locale).own.task)
  return openHolds(holds).map(({ id: key, reviewer: personId, reviewOn }) => ({
    ...{ kind: 'own_record.review', key, title, personId },
    ...{ roles: ['dpo'] as const, dueAt: endOfDay(reviewOn), remindAtHoursLeft: [24 * 7] },
  }))
}
