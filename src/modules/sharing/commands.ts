import { record } from '../../kernel/audit.ts'
import type { Happening } from '../../kernel/change.ts'
import { type Outcome, type Refusal, refuse } from '../../kernel/change.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { isId, type RecordKey } from '../../kernel/ids.ts'
import { takeTurn } from '../../kernel/once.ts'
import { organisationName } from '../organisation/public.ts'
import { lastEditions, personsNamedIn, snapshotOf, withoutIdentifiers } from './queries.ts'
import { findCircle } from './queries-circles.ts'
import { maySharing, share as shared } from './rules.ts'
import type { Audience, Shareables, Shared, SharingEvent } from './sharing.ts'
import { deleteShared, lockShared, saveShared } from './store.ts'

/** `version`: of the record, as whoever shares it was shown it. */
export type Sharing = { readonly version: number; readonly audience: Audience; readonly note: string | null }

/** Shares what a decided record says now: the first time, or as a new edition. */
export async function share(
  ctx: Ctx,
  kinds: Shareables,
  subject: RecordKey,
  { version, audience, note }: Sharing,
): Promise<Outcome<Shared, SharingEvent>> {
  const kind = kinds(subject.type)
  if (!kind?.sees(ctx.actor)) return refuse('notAllowed')
  await takeTurn(ctx, `sharing:${subject.id}`)
  const read = await kind.read(ctx, subject.id)
  if (!maySharing(ctx.actor, read)) return refuse('notAllowed')
  if (!read) return refuse('notFound')
  if (read.version !== version) return refused(ctx, subject, refuse('stale'))
  if (audience.to === 'circle' && !(isId(audience.circle) && (await findCircle(ctx, audience.circle))))
    return refuse('circleMissing', ['circle'])
  const content = await snapshotOf(ctx, kind, read)
  const hidden = await withoutIdentifiers(ctx)
  const namesPersons = await personsNamedIn(ctx, kind, content, [read.name, note ?? ''])
  const { edition, redacted } = await lastEditions(ctx, subject)
  const next = {
    organisation: ctx.actor.organisationId,
    subject,
    edition: edition + 1,
    version,
    audience,
    name: hidden(read.name),
    note: note && hidden(note),
    content,
    at: ctx.now,
    knownAt: kind.incident ? (read.knownAt ?? null) : null,
    redacted,
  }
  const from = await organisationName(ctx)
  const given = { ready: read.ready, named: kind.named ?? false, namesPersons }
  const outcome = shared(kind, await lockShared(ctx, subject), { ...next, from }, given)
  if (!outcome.ok) return refused(ctx, subject, outcome)
  await saveShared(ctx, outcome.next, outcome.events)
  return outcome
}

/** Those who have taken it keep theirs, and are told. */
export async function withdraw(
  ctx: Ctx,
  kinds: Shareables,
  subject: RecordKey,
): Promise<{ readonly ok: true; readonly next: RecordKey } | Refusal> {
  const kind = kinds(subject.type)
  if (!kind?.sees(ctx.actor) || !maySharing(ctx.actor, await kind.stands(ctx, subject.id))) return refuse('notAllowed')
  if (!(await lockShared(ctx, subject))) return refuse('nothingChanged')
  await deleteShared(ctx, subject)
  return { ok: true, next: subject }
}

/** What a rule said no to stands in the log of the record, as every other refusal does. */
export async function refused(ctx: Ctx, subject: RecordKey, refusal: Refusal): Promise<Refusal> {
  if (refusal.why !== 'nothingChanged')
    await record(ctx, subject, [{ type: 'sharing.refused', why: refusal.why, fields: refusal.fields } as Happening])
  return refusal
}
