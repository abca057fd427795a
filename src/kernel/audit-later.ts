import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { record } from './audit.ts'
import { endOfDay, localDate, startOfDay } from './calendar/calendar.ts'
import type { Happening } from './change.ts'
import type { Ctx, Subject } from './ctx.ts'
import { sealAt, unsealIfEver } from './keys.ts'
import { mark } from './seal.ts'
import type { SealedIn } from './sealed.ts'

// Some lines of the log would tell, by their moment and their order, who a protected reporter is: the one who signed in just before
// a report, or tried the door of their own case (S4-131). Such a line is kept sealed until its hour or day is over, and then
// written with all others, in no order, with how many times. A thousand tries are one line.

export type Window = 'hour' | 'day'
type Kept = { readonly actorId: string; readonly subject: Subject; readonly event: Happening; readonly from: string; readonly per: Window }

/** For what whoever asks has done. The same again in the same hour or day counts up. */
export async function recordLater(ctx: Ctx, subject: Subject, event: Happening, per: Window): Promise<void> {
  const { organisationId, personId } = ctx.actor
  const { from, to } = around(ctx.now, per)
  const kept: Kept = { actorId: personId, subject, event, from: from.toISOString(), per }
  const text = JSON.stringify(kept)
  const row = mark(ctx.house.houseKey, `later|${organisationId}|${text}`)
  await ctx.tx
    .insertInto('audit_later')
    .values({
      organisation_id: organisationId,
      mark: row,
      due_at: to,
      count: 1,
      sealed: await sealAt(ctx, laterPlace, { mark: row }, text),
    })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'mark']).doUpdateSet({ count: sql`audit_later.count + 1` }))
    .execute()
}

/**
 * Writes the lines whose hour or day is over, at most `limit`; answers how many it has dealt with. In the order of their marks, which is none.
 * A line whose key was deleted for good goes with its key: nobody can read what it would have said.
 */
export async function writeDue(ctx: Ctx, limit: number): Promise<number> {
  const { organisationId } = ctx.actor
  const { rows } = await sql<{ count: number; sealed: Uint8Array; mark: Uint8Array }>`
    delete from audit_later where organisation_id = ${organisationId} and mark in (
      select mark from audit_later where organisation_id = ${organisationId} and due_at <= ${ctx.now} order by mark limit ${limit} for update skip locked)
    returning count, sealed, mark`.execute(ctx.tx)
  const lines = await Promise.all(
    rows.map(async ({ count, sealed, mark }) => ({ count, text: await unsealIfEver(ctx, laterPlace, { mark }, sealed) })),
  )
  for (const { count, text } of shuffled(lines)) {
    if (text === null) continue
    const kept: Kept = JSON.parse(text)
    const { actorId, subject, event, from, per } = kept
    const then = { ...ctx, now: new Date(from), actor: { ...ctx.actor, personId: actorId } }
    await record(then, subject, [{ ...event, ...{ count, per } }])
  }
  return lines.length
}

export const laterPlace: SealedIn<'mark'> = {
  table: 'audit_later',
  column: 'sealed',
  names: ['mark'],
  about: (organisationId) => `later|${organisationId}`,
  block: 512,
}

/** A delete answers in the order the rows lie in, which is the order they came in. */
const shuffled = <T>(all: readonly T[]): readonly T[] =>
  all
    .map((one) => ({ one, at: randomBytes(8).readBigUInt64BE() }))
    .toSorted((a, b) => (a.at < b.at ? -1 : 1))
    .map(({ one }) => one)

/** The whole hour, or the whole day in Oslo, that a moment lies in. */
function around(at: Date, per: Window): { readonly from: Date; readonly to: Date } {
  if (per === 'day') return { from: startOfDay(localDate(at)), to: endOfDay(localDate(at)) }
  const hour = 3_600_000
  const from = Math.floor(at.getTime() / hour) * hour
  return { from: new Date(from), to: new Date(from + hour) }
}
