import { hoursAfter } from '../../kernel/calendar/calendar.ts'
import { type Refusal, refuse } from '../../kernel/change.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Kept, Removal } from '../../kernel/removal.ts'
import { sharedKinds } from '../../kernel/shared.ts'
import { inAll, type Locale } from '../../kernel/texts.ts'
import { tell } from '../messages/public.ts'
import { syncTasks } from '../tasks/public.ts'
import { findShared, isWithdrawn, takenFromSource, unitsWithTaken } from './queries.ts'
import { findCircle } from './queries-circles.ts'
import type { Shareables, Source, Told } from './sharing.ts'
import { lockTold, noteDeclined, noteTellable, noteWithdrawn, rewriteContent } from './store-told.ts'
import { texts } from './texts.ts'

const hrefOf = ({ organisation, type, id }: Source) => `/delt/fra/${organisation}/${type}/${id}`
const subjectOf = ({ id, source }: Told) => ({ type: 'sharingTold', id, reference: null, href: hrefOf(source) })

/** Tells, once for each, of incidents that others have shared with us, and gives the task of saying what they are here within a day. */
export async function tellOfIncidents(ctx: Ctx, kinds: Shareables, most: number): Promise<void> {
  const types = sharedKinds.filter((type) => kinds(type)?.incident)
  for (const told of await noteTellable(ctx, types, most)) {
    const roles = (await kinds(told.source.type)?.incident?.(ctx)) ?? []
    const title = inAll((locale) => texts(locale).incident.task)
    const task = { kind: 'sharing.incident', title, roles, dueAt: hoursAfter(told.at, 24), remindAtHoursLeft: [4] }
    await syncTasks(ctx, subjectOf(told), 'sharing.', [task])
    await tell(ctx, { to: { roles }, kind: 'sharing.incident', title, reference: null, href: hrefOf(told.source) })
  }
}

/** Ends the task of those that are shared with us no more, and says so: what nobody can open, nobody can answer. */
export async function tellOfWithdrawn(ctx: Ctx, kinds: Shareables, most: number): Promise<void> {
  for (const told of await noteWithdrawn(ctx, most)) {
    await endToldTask(ctx, told)
    const roles = (await kinds(told.source.type)?.incident?.(ctx)) ?? []
    const title = inAll((locale) => texts(locale).incident.withdrawn)
    await tell(ctx, { to: { roles }, kind: 'sharing.withdrawn', title, reference: null, href: '/delt' })
  }
}

export const endToldTask = (ctx: Ctx, told: Told): Promise<void> => syncTasks(ctx, subjectOf(told), 'sharing.', [])

/** It is not ours, and why: who said so is kept, and nobody outside learns of it. */
export async function decline(
  ctx: Ctx,
  kinds: Shareables,
  source: Source,
  reason: string | null,
): Promise<{ readonly ok: true; readonly next: Told } | Refusal> {
  const kind = kinds(source.type)
  if (!kind?.incident || !kind.takes(ctx.actor) || !kind.sees(ctx.actor)) return refuse('notAllowed')
  const told = await lockTold(ctx, source)
  if (!told || !(await findShared(ctx, source))) return refuse('notFound')
  if (reason === null) return refuse('incomplete', ['reason'])
  if (told.declined || (await takenFromSource(ctx, source)).length > 0) return refuse('nothingChanged')
  await noteDeclined(ctx, told.id, reason)
  await endToldTask(ctx, told)
  return { ok: true, next: told }
}

/**
 * What is taken out of a case is taken out of what is shared of it: those who read it learn no more of it. What others have made of it is
 * theirs: each is given the task of looking at it, and whoever removes is told who may have it. Other organisations are those it is shared
 * with, since nobody learns which of them have taken it (docs/decisions/0044); of one's own units, those that have. What is no longer shared
 * may lie with those who took it while it was.
 */
export async function removeFromShared(ctx: Ctx, id: string, remove: Removal, locale: Locale): Promise<readonly Kept[]> {
  const subject = { type: 'deviation', id }
  const { kept, earlier } = texts(locale).redacted
  const shared = await rewriteContent(ctx, subject, remove)
  if (!shared) return (await isWithdrawn(ctx, subject)) ? [{ what: kept, holder: earlier }] : []
  const { audience } = shared
  const members = audience.to === 'circle' ? ((await findCircle(ctx, audience.circle))?.members ?? []).map(({ name }) => name) : []
  const holders = [...members, ...(await unitsWithTaken(ctx, subject))]
  return holders.length > 0 ? [{ what: kept, holder: holders.join(', ') }] : []
}
