import type { Actor } from '../../kernel/actor.ts'
import { type LocalDate, localDate } from '../../kernel/calendar/calendar.ts'
import { refuse } from '../../kernel/change.ts'
import { missing } from '../../kernel/fields.ts'
import { isPlaced, meantHold, nearestHold, openHolds, withHold } from '../../register/holds/holds.ts'
import { handOverFields, holdFields, moveHoldFields } from './fields.ts'
import type { HandOver, Held, Hold, MovedHold, Recording } from './recording.ts'
import { mayEdit, type RecordingOutcome, set } from './rules.ts'

// Kept for the police: a crime or an accident, with a day on which somebody asks whether it still is (S4-199). Each reason stands beside the
// others; the duty to delete holds again when all have ended.

/** Whoever has the recording in hand, and whoever looks at that reason again. */
export const mayReview = (record: Recording, hold: Held, actor: Actor): boolean =>
  mayEdit(record, actor) || hold.reviewer === actor.personId
/** To hold it for the first time; and for another reason, also by whoever looks at one that stands. */
export const mayHold = (record: Recording, holds: readonly Held[], actor: Actor): boolean =>
  mayEdit(record, actor) || openHolds(holds).some(({ reviewer }) => reviewer === actor.personId)

/** What the recording itself says: the reason that is looked at first, and who may read it because they look at one. */
const said = (holds: readonly Held[]): Partial<Recording['values']> => {
  const first = nearestHold(holds)
  return {
    holdReviewers: [...new Set(holds.map(({ reviewer }) => reviewer))].sort(),
    ...(first ? { holdReason: first.reason, holdReviewOn: first.reviewOn, holdReviewer: first.reviewer } : { holdReviewOn: null }),
  }
}

/** The reason as it is kept. Whether it may be is what the rule says. */
export const heldAs = (id: string, { holdReason, holdReviewOn, holdReviewer }: Hold, now: Date): Held | null =>
  holdReason && holdReviewOn && holdReviewer
    ? { id, reason: holdReason, reviewOn: holdReviewOn, reviewer: holdReviewer, since: localDate(now), endedOn: null }
    : null

export function holdRecording(
  record: Recording,
  holds: readonly Held[],
  hold: Hold,
  { id, actor, now }: { readonly id: string; readonly actor: Actor; readonly now: Date },
): RecordingOutcome {
  if (!mayHold(record, holds, actor)) return refuse('notAllowed')
  if (record.values.status === 'erased') return refuse('notNow')
  const placed = heldAs(id, hold, now)
  if (!placed) return refuse('incomplete', missing(holdFields, hold))
  const today = localDate(now)
  if (placed.reviewOn <= today) return refuse('dayPast', ['holdReviewOn'])
  if (isPlaced(holds, placed)) return refuse('nothingChanged')
  const heldOn = record.values.status === 'held' ? record.values.heldOn : today
  return set(record, { ...said(withHold(holds, placed)), status: 'held', heldOn, releasedOn: null }, 'recording.held')
}

/** A later day for one of its reasons, or somebody else to look at it: what is held stays so meanwhile. */
export function moveHold(
  record: Recording,
  holds: readonly Held[],
  id: string | null,
  given: MovedHold,
  { actor, now }: { readonly actor: Actor; readonly now: Date },
): RecordingOutcome {
  const hold = meantHold(holds, id)
  if (!hold) return mayEdit(record, actor) ? refuse('holdOver') : refuse('notAllowed')
  if (!mayReview(record, hold, actor)) return refuse('notAllowed')
  const { holdReviewOn, holdReviewer } = given
  if (holdReviewOn === null || holdReviewer === null) return refuse('incomplete', missing(moveHoldFields, given))
  if (holdReviewOn === hold.reviewOn && holdReviewer === hold.reviewer) return refuse('nothingChanged')
  if (holdReviewOn <= localDate(now)) return refuse('dayPast', ['holdReviewOn'])
  return set(record, said(withHold(holds, { ...hold, reviewOn: holdReviewOn, reviewer: holdReviewer })), 'recording.holdMoved')
}

/** One of its reasons is over. When it was the last, the duty to delete holds again. */
export function endHold(
  record: Recording,
  holds: readonly Held[],
  id: string | null,
  { actor, now }: { readonly actor: Actor; readonly now: Date },
): RecordingOutcome {
  const hold = meantHold(holds, id)
  if (!hold) return mayHold(record, holds, actor) ? refuse(openHolds(holds).length > 1 ? 'whichHold' : 'notNow') : refuse('notAllowed')
  if (!mayReview(record, hold, actor)) return refuse('notAllowed')
  const after = withHold(holds, { ...hold, endedOn: localDate(now) })
  if (openHolds(after).length > 0) return set(record, said(after), 'recording.holdEnded')
  const { handedOn, heldOn } = record.values
  const status = handedOn !== null && heldOn !== null && handedOn >= heldOn ? 'handedOver' : 'kept'
  return set(record, { ...said(after), status, releasedOn: localDate(now) }, 'recording.released')
}

/** The police have it. With one reason that is over; with several it is held until each of them has ended. */
export function handOverRecording(record: Recording, holds: readonly Held[], given: HandOver, actor: Actor, now: Date): RecordingOutcome {
  if (!mayEdit(record, actor)) return refuse('notAllowed')
  if (record.values.status !== 'held') return refuse('notNow')
  const gaps = missing(handOverFields, given)
  if (gaps.length > 0) return refuse('incomplete', gaps)
  if ((given.handedOn ?? '') > localDate(now)) return refuse('dayAhead', ['handedOn'])
  if (openHolds(holds).length > 1) return set(record, given, 'recording.handedOver')
  return set(record, { ...given, ...said(endedAll(holds, localDate(now))), status: 'handedOver' }, 'recording.handedOver')
}

export const endedAll = (holds: readonly Held[], on: LocalDate): readonly Held[] =>
  holds.map((hold) => (hold.endedOn === null ? { ...hold, endedOn: on } : hold))
