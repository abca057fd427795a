import { record as note } from '../../kernel/audit.ts'
import { localDate } from '../../kernel/calendar/calendar.ts'
import { type Outcome, type Refusal, refuse } from '../../kernel/change.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { decide } from '../../kernel/deed.ts'
import { newId } from '../../kernel/ids.ts'
import { eraseRecording } from '../recordings/public.ts'
import { syncTasks } from '../tasks/public.ts'
import { retentionProfileOf, subjectOf } from './queries.ts'
import type { Deletion, DeletionEvent, Proof, SubjectKind } from './retention.ts'
import * as rules from './rules.ts'
import { deletionsOf, store } from './store.ts'
import { deletionTasks } from './tasks.ts'

export type Done = Promise<Outcome<Deletion, DeletionEvent>>

/** What follows from how a record stands today: one deletion, moved, stopped or planned. Called when it changes, and by the clock. */
export async function syncSubject(ctx: Ctx, kind: SubjectKind, id: string): Promise<void> {
  const subject = await subjectOf(ctx, kind, id)
  if (!subject) return
  const all = await deletionsOf(ctx, kind, id)
  const open = all.find(({ values }) => values.state === 'due' || values.state === 'confirming')
  if (open) {
    await followed(ctx, await decideQuietly(ctx, open.id, subject))
    return
  }
  const { wanted } = subject
  if (wanted === null || wanted === 'held') return
  // What was proved for this day is not asked for again.
  if (all.some(({ values }) => values.state === 'done' && values.why === wanted.why && values.dueOn === wanted.dueOn)) return
  const planned = await store.add(ctx, newId(ctx.now), blankValues, async (newOne) =>
    (await deletionsOf(ctx, kind, id)).some(({ values }) => values.state === 'due' || values.state === 'confirming')
      ? refuse('nothingChanged')
      : rules.planDeletion(newOne, kind, id, subject, wanted),
  )
  await followed(ctx, planned)
}
/** Not what is added, which the rule says: what the page of a register would have sent. */
const blankValues = {} as Deletion['values']

/** As every deed, but that nothing has changed is no refusal for the log: nobody tried anything. */
async function decideQuietly(ctx: Ctx, id: string, subject: NonNullable<Awaited<ReturnType<typeof subjectOf>>>): Done {
  const before = await store.lock(ctx, id)
  if (!before) return refuse('notFound')
  const outcome = rules.followSubject(before, subject)
  if (outcome.ok) await store.apply(ctx, outcome, before)
  return outcome
}

export async function carryOut(ctx: Ctx, id: string, version: number | null, proof: Proof): Done {
  const profile = await retentionProfileOf(ctx)
  return ended(ctx, await decide(ctx, store, id, version, (record) => rules.carryOut(record, proof, ctx.actor, ctx.now, profile)))
}
export const confirmDeletion = async (ctx: Ctx, id: string, version: number | null): Done =>
  ended(ctx, await decide(ctx, store, id, version, (record) => rules.confirmDeletion(record, ctx.actor, ctx.now)))
export const sendBack = async (ctx: Ctx, id: string, version: number | null): Done =>
  followed(ctx, await decide(ctx, store, id, version, (record) => rules.sendBack(record, ctx.actor)))

/** A recording that has been deleted leaves nothing here of what was said. */
async function ended(ctx: Ctx, outcome: Outcome<Deletion, DeletionEvent>): Done {
  if (!outcome.ok) return outcome
  const { values } = outcome.next
  if (values.state === 'done' && values.subject === 'recording') {
    const gone: { readonly ok: true } | Refusal = await eraseRecording(
      ctx,
      values.subjectId ?? '',
      values.name ?? '',
      values.doneOn ?? localDate(ctx.now),
    )
    // A hold that has come between: then nothing of this is written.
    if (!gone.ok) throw new Error(`The recording could not be deleted: ${gone.why}`)
  }
  return followed(ctx, outcome)
}

async function followed(ctx: Ctx, outcome: Outcome<Deletion, DeletionEvent>): Done {
  if (!outcome.ok) return outcome
  const { id } = outcome.next
  await syncTasks(ctx, { type: 'deletion', id, reference: null, href: `/sletting/${id}` }, 'deletion.', deletionTasks(outcome.next))
  return outcome
}

export const noteReport = (ctx: Ctx): Promise<void> => {
  const event: DeletionEvent = { type: 'deletion.reportMade' }
  return note(ctx, { type: 'deletion', id: null }, [event])
}
