import { record as noteIn } from '../../kernel/audit.ts'
import type { LocalDate } from '../../kernel/calendar/calendar.ts'
import { type Outcome, refuse } from '../../kernel/change.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { decide } from '../../kernel/deed.ts'
import { strangeIn } from '../../kernel/reference.ts'
import { forgetVersions } from '../../kernel/version.ts'
import { syncTasks } from '../tasks/public.ts'
import type { holdFields, recordingFields } from './fields.ts'
import { holdReferences, references } from './queries.ts'
import type { Answers, Archived, HandOver, Hold, Recording, RecordingEvent } from './recording.ts'
import * as rules from './rules.ts'
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

export async function holdRecording(ctx: Ctx, id: string, version: number | null, hold: Hold): Done {
  const strange = await strangeIn<typeof holdFields>(ctx, holdReferences, hold)
  if (strange.length > 0) return refuse('notARecord', strange)
  return done(ctx, id, version, (record) => rules.holdRecording(record, hold, ctx.actor, ctx.now))
}
export const releaseRecording = (ctx: Ctx, id: string, version: number | null): Done =>
  done(ctx, id, version, (record) => rules.releaseRecording(record, ctx.actor, ctx.now))
export const handOverRecording = (ctx: Ctx, id: string, version: number | null, given: HandOver): Done =>
  done(ctx, id, version, (record) => rules.handOverRecording(record, given, ctx.actor, ctx.now))
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
  await syncTasks(ctx, { type: 'recording', id, reference: null, href: `/opptak/${id}` }, 'recording.', recordingTasks(outcome.next))
  return outcome
}

const noteEvent = (ctx: Ctx, id: string, event: RecordingEvent): Promise<void> => noteIn(ctx, { type: 'recording', id }, [event])
/** Each opening is logged (S4-197). */
export const noteOpening = (ctx: Ctx, id: string): Promise<void> => noteEvent(ctx, id, { type: 'recording.opened' })
export const noteDocument = (ctx: Ctx, id: string): Promise<void> => noteEvent(ctx, id, { type: 'recording.noteMade' })
