import { type Actor, hasRole } from '../../kernel/actor.ts'
import { addMonths, endOfDay, type LocalDate, localDate } from '../../kernel/calendar/calendar.ts'
import { change, type Outcome, refuse } from '../../kernel/change.ts'
import { type ExpiringKind, expiringKinds } from '../../kernel/expiring.ts'
import { missing } from '../../kernel/fields.ts'
import { inAll } from '../../kernel/texts.ts'
import type { TaskSpec } from '../tasks/public.ts'
import { archiveFields, holdFields } from './fields-own.ts'
import type { Archiving, Hold, Own, OwnEvent, OwnStanding } from './own.ts'
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

export function holdOwn(own: Own, hold: Hold, actor: Actor, now: Date): OwnOutcome {
  if (!mayKeepBack(actor, own.values.kind)) return refuse('notAllowed')
  const gaps = missing(holdFields, hold)
  if (gaps.length > 0) return refuse('incomplete', gaps)
  if ((hold.holdReviewOn ?? '') <= localDate(now)) return refuse('reviewBehind', ['holdReviewOn'])
  const { holdReason, holdReviewOn } = own.values
  if (holdReason === hold.holdReason && holdReviewOn === hold.holdReviewOn) return refuse('nothingChanged')
  return set(own, { ...hold, heldBy: actor.personId, heldAt: now }, 'own_record.held')
}

export function releaseOwn(own: Own, actor: Actor): OwnOutcome {
  if (!mayKeepBack(actor, own.values.kind)) return refuse('notAllowed')
  if (own.values.heldAt === null) return refuse('nothingChanged')
  return set(own, { holdReason: null, holdReviewOn: null, heldBy: null, heldAt: null }, 'own_record.released')
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

/** Whoever keeps it back looks at it again. */
export function ownTasks({ values: { heldBy, holdReviewOn } }: Own): readonly TaskSpec[] {
  if (holdReviewOn === null) return []
  const person = heldBy === null ? {} : { personId: heldBy }
  const title = inAll((locale) => texts(locale).own.task)
  return [{ kind: 'own_record.review', title, roles: ['dpo'], dueAt: endOfDay(holdReviewOn), remindAtHoursLeft: [24 * 7], ...person }]
}
