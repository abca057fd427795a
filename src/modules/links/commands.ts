import { nobody } from '../../kernel/actor.ts'
import { type Happening, refuse } from '../../kernel/change.ts'
import type { Ctx, Subject as Noted } from '../../kernel/ctx.ts'
import { inBatches, type Sweep } from '../../kernel/jobs.ts'
import { takeTurn } from '../../kernel/once.ts'
import { syncTasks } from '../tasks/public.ts'
import type { Linkings, Subject } from './link.ts'
import { idsToMark, marksOf } from './queries.ts'
import { look as looked, lookTasks, markedBy } from './rules.ts'
import { saveLooked, saveMarks, tellMarks, untoldMarks } from './store.ts'
import { texts } from './texts.ts'

/** So many records are told of in the transaction of the change itself; whoever edits does not wait for the rest. */
const atOnce = 25

/** What the log and the tasks say of new marks. */
async function tell(ctx: Ctx, kinds: Linkings, marks: Awaited<ReturnType<typeof untoldMarks>>): Promise<void> {
  await tellMarks(ctx, marks)
  const subjects = new Map(marks.map(({ type, subject }) => [subject, { type, id: subject }]))
  for (const one of subjects.values()) await syncLooks(ctx, kinds, one)
}

const batch = 100
/** The next marks that nobody has been told of: what a change that reached many left to the clock. */
async function tellNext(ctx: Ctx, kinds: Linkings, after: string): Promise<readonly string[]> {
  const marks = await untoldMarks(ctx, null, after, batch)
  await tell(ctx, kinds, marks)
  return marks.map(({ id }) => id)
}
export const marksSweep = (kinds: Linkings): Sweep => ({
  name: 'marks',
  run: (round) => inBatches(round, batch, (ctx, after) => tellNext(ctx, kinds, after)),
})

/** What follows from events for the records that hang together with theirs: marks, and tasks for their owners. In the same transaction. */
export async function markTouched(ctx: Ctx, kinds: Linkings, { type, id }: Noted, events: readonly Happening[]): Promise<void> {
  if (id === null || !kinds.of(type)) return
  const because = { type, id }
  for (const event of events) {
    for (const { kind, fields } of markedBy(kinds.rules(), event)) {
      const ids = await idsToMark(ctx, kinds, because, kind)
      await saveMarks(ctx, kind, ids, { because, event: event.type, fields })
      const first = ids.slice(0, atOnce)
      if (first.length > 0) await tell(ctx, kinds, await untoldMarks(ctx, { kind, ids: first }, nobody, atOnce * 2))
    }
  }
  // Another may own it now, or it has another name.
  if (events.some((event) => event.type === `${type}.edited`) && (await marksOf(ctx, because)).length > 0)
    await syncLooks(ctx, kinds, because)
}

/** Whoever owns a record says that it is still right. `seen`: the marks that stood on their page. */
export async function look(ctx: Ctx, kinds: Linkings, subject: Subject, seen: readonly string[], note: string | null) {
  const held = await kinds.of(subject.type)?.held?.(ctx, subject.id)
  if (!held) return refuse('notFound')
  await takeTurn(ctx, `links:${subject.id}`)
  const outcome = looked(held, await marksOf(ctx, subject), seen, note, { personId: ctx.actor.personId, now: ctx.now })
  if (!outcome.ok) return outcome
  await saveLooked(ctx, subject, outcome.next, outcome.events)
  await syncLooks(ctx, kinds, subject)
  return outcome
}

async function syncLooks(ctx: Ctx, kinds: Linkings, subject: Subject): Promise<void> {
  const linked = kinds.of(subject.type)
  const held = await linked?.held?.(ctx, subject.id)
  if (!linked || !held) return
  const specs = lookTasks(held, await marksOf(ctx, subject), texts)
  await syncTasks(ctx, { ...subject, reference: null, href: linked.href(subject.id) }, 'link.', specs)
}
