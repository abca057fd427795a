import { record as noteIn } from '../../kernel/audit.ts'
import { type LocalDate, localDate } from '../../kernel/calendar/calendar.ts'
import { type Outcome, refuse } from '../../kernel/change.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { decide } from '../../kernel/deed.ts'
import { newId } from '../../kernel/ids.ts'
import { strangeIn } from '../../kernel/reference.ts'
import { forgetVersions } from '../../kernel/version.ts'
import { meantHold, openHolds } from '../../register/holds/holds.ts'
import { writeHolds } from '../../register/holds/store.ts'
import { syncTasks } from '../tasks/public.ts'
import type { holdFields, moveHoldFields, recordingFields } from './fields.ts'
import { holdReferences, holdsOf, references } from './queries.ts'
import type { Answers, Archived, HandOver, Held, Hold, MovedHold, Recording, RecordingEvent } from './recording.ts'
import * as rules from './rules.ts'
import * as held from './rules-hold.ts'
import { removeErased, store } from './store.ts'
import { recordingTasks } from './tasks.ts'

export type Done = Promise<Outcome<Recording, RecordingEvent>>

export async function addRecording(ctx: Ctx, id: string, values: Answers): Done {
  return followed(
    ctx,
    await store.add(ctx, id, values as Recording['values'], async (newId) => {
      const strange = await strangeIn<typeof recordingFields>(ctx, references, values)
      return strange.length > 0 ? refuse('notARecord', strange) : rules.addRecording(newId, values, ctx.actor)
    }),
  )
}

export async function editRecording(ctx: Ctx, id: string, version: number | null, values: Answers): Done {
  const stands = (await store.find(ctx, id))?.values
  const strange = await strangeIn<typeof recordingFields>(ctx, references, values, stands)
  if (strange.length > 0) return refuse('notARecord', strange)
  const rule = (record: Recording) => rules.editRecording(record, values, ctx.actor)
  return followed(ctx, await store.edit(ctx, id, version, values as Recording['values'], rule))
}

const done = async (ctx: Ctx, id: string, version: number | null, rule: (record: Recording) => Outcome<Recording, RecordingEvent>): Done =>
  followed(ctx, await decide(ctx, store, id, version, rule))

/** A deed with the reasons of its hold: they are read behind the lock, and what became of them is written with the recording. */
async function withHolds(
  ctx: Ctx,
  id: string,
  version: number | null,
  rule: (record: Recording, holds: readonly Held[]) => Outcome<Recording, RecordingEvent>,
  after: (holds: readonly Held[], record: Recording) => readonly (Held | null)[],
): Done {
  await store.lock(ctx, id)
  const holds = await holdsOf(ctx, id)
  const outcome = await decide(ctx, store, id, version, (record) => rule(record, holds))
  if (!outcome.ok) return outcome
  const written = after(holds, outcome.next).flatMap((hold) => hold ?? [])
  await writeHolds(ctx, { type: 'recording', id }, written)
  return followed(ctx, outcome)
}

export async function holdRecording(ctx: Ctx, id: string, version: number | null, hold: Hold): Done {
  const strange = await strangeIn<typeof holdFields>(ctx, holdReferences, hold)
  if (strange.length > 0) return refuse('notARecord', strange)
  const by = { id: newId(ctx.now), actor: ctx.actor, now: ctx.now }
  return withHolds(
    ctx,
    id,
    version,
    (record, holds) => held.holdRecording(record, holds, hold, by),
    () => [held.heldAs(by.id, hold, ctx.now)],
  )
}
/** `hold`: which of its reasons; null: the only one. */
export async function moveHold(ctx: Ctx, id: string, version: number | null, hold: string | null, given: MovedHold): Done {
  // Whoever looks at it stays so, also when they have left: only another is chosen anew.
  const stands = meantHold(await holdsOf(ctx, id), hold)
  const strange = await strangeIn<typeof moveHoldFields>(ctx, holdReferences, given, {
    holdReviewOn: null,
    holdReviewer: stands?.reviewer ?? null,
  })
  if (strange.length > 0) return refuse('notARecord', strange)
  return withHolds(
    ctx,
    id,
    version,
    (record, holds) => held.moveHold(record, holds, hold, given, ctx),
    (holds) => {
      const one = meantHold(holds, hold)
      return [
        one && given.holdReviewOn && given.holdReviewer ? { ...one, reviewOn: given.holdReviewOn, reviewer: given.holdReviewer } : null,
      ]
    },
  )
}
export const releaseRecording = (ctx: Ctx, id: string, version: number | null, hold: string | null = null): Done =>
  withHolds(
    ctx,
    id,
    version,
    (record, holds) => held.endHold(record, holds, hold, ctx),
    (holds) => {
      const one = meantHold(holds, hold)
      return [one ? { ...one, endedOn: localDate(ctx.now) } : null]
    },
  )
export const handOverRecording = (ctx: Ctx, id: string, version: number | null, given: HandOver): Done =>
  withHolds(
    ctx,
    id,
    version,
    (record, holds) => held.handOverRecording(record, holds, given, ctx.actor, ctx.now),
    (holds, { values }) => (values.status === 'held' ? [] : held.endedAll(openHolds(holds), localDate(ctx.now))),
  )
export const archiveNote = (ctx: Ctx, id: string, version: number | null, archived: Archived): Done =>
  done(ctx, id, version, (record) => rules.archiveNote(record, archived, ctx.actor))
/** The recording is gone, as the deletion of it has proved. `name`: what stands in its place, with nobody in it. */
export async function eraseRecording(ctx: Ctx, id: string, name: string, on: LocalDate): Done {
  const outcome = await done(ctx, id, null, (record) => rules.erasedRecording(record, name, on))
  // What it said before is gone with it.
  if (outcome.ok) await forgetVersions(ctx, { type: 'recording', id })
  return outcome
}
/** What is left of those that were deleted before a day: nothing points at them any more. */
export const removeErasedRecordings = (ctx: Ctx, before: LocalDate): Promise<number> => removeErased(ctx, before)

async function followed(ctx: Ctx, outcome: Outcome<Recording, RecordingEvent>): Done {
  if (!outcome.ok) return outcome
  const { id } = outcome.next
  await syncTasks(
    ctx,
    { type: 'recording', id, reference: null, href: `/opptak/${id}` },
    'recording.',
    recordingTasks(outcome.next, await holdsOf(ctx, id)),
  )
  return outcome
}

const noteEvent = (ctx: Ctx, id: string, event: RecordingEvent): Promise<void> => noteIn(ctx, { type: 'recording', id }, [event])
/** Each opening is logged (S4-197). */
export const noteOpening = (ctx: Ctx, id: string): Promise<void> => noteEvent(ctx, id, { type: 'recording.opened' })
export const noteDocument = (ctx: Ctx, id: string): Promise<void> => noteEvent(ctx, id, { type: 'recording.noteMade' })
