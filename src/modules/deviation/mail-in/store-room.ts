import { sql } from 'kysely'
import { hoursAfter } from '../../../kernel/calendar/calendar.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { mark } from '../../../kernel/seal.ts'
import type { Held, Hourly } from './mail.ts'

// How much is taken in an hour, and what waits in the mailbox for its turn. Nothing is lost: it lies there, and here is only where.

/** One mark for all that say nothing of whom they are from. */
export const senderMarkOf = ({ house, actor }: Pick<Ctx, 'house' | 'actor'>, sender: string | null): Buffer =>
  mark(house.houseKey, `mail sender|${actor.organisationId}|${sender ?? ''}`)

/** Somebody who works here, or whose mail has been made a case or laid to one. The address alone: who wrote it, nobody knows. */
export async function isKnown({ tx, actor }: Ctx, sender: string | null, senderMark: Buffer): Promise<boolean> {
  if (sender === null) return false
  const { rows } = await sql<{ known: boolean }>`
    select exists (select from person where organisation_id = ${actor.organisationId} and active and lower(email) = ${sender})
      or exists (select from mail_in where organisation_id = ${actor.organisationId} and sender_mark = ${senderMark}
        and status in ('made', 'joined')) as known`.execute(tx)
  return rows[0]?.known ?? false
}

export async function hasRoom({ tx, actor, now }: Ctx, { mark: senderMark, known }: Pick<Held, 'mark' | 'known'>, hourly: Hourly) {
  const since = hoursAfter(now, -1)
  const { rows } = await sql<{ own: number; all: number }>`
    select count(*) filter (where sender_mark = ${senderMark})::integer as own, count(*) filter (where known = ${known})::integer as all
    from mail_in where organisation_id = ${actor.organisationId} and taken_at > ${since} and status <> 'aside'`.execute(tx)
  const { own = 0, all = 0 } = rows[0] ?? {}
  return own < hourly.sender && all < (known ? hourly.known : hourly.unknown)
}

/** Answers to a case come by its token, which its own sender alone has; still not without end. */
export async function hasRoomInCase({ tx, actor, now }: Ctx, deviationId: string, hourly: Hourly): Promise<boolean> {
  const { n } = await tx
    .selectFrom('mail_in')
    .select((row) => row.fn.countAll<string>().as('n'))
    .where('organisation_id', '=', actor.organisationId)
    .where('deviation_id', '=', deviationId)
    .where('taken_at', '>', hoursAfter(now, -1))
    .executeTakeFirstOrThrow()
  return Number(n) < hourly.reply
}

export async function hold({ tx, actor, now }: Ctx, validity: string, { uid, size, at, mark: senderMark, known }: Held): Promise<void> {
  await tx
    .insertInto('mail_held')
    .values({
      ...{ organisation_id: actor.organisationId, validity, uid, size, received_at: at },
      ...{ sender_mark: senderMark, known, held_at: now },
    })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'validity', 'uid']).doUpdateSet({ held_at: now }))
    .execute()
}

/** Those whose turn it may be: known senders first, each sender's oldest first, and nobody whose hour is full. */
export async function nextHeld({ tx, actor, now }: Ctx, validity: string, hourly: Hourly, most: number): Promise<readonly Held[]> {
  const { rows } = await sql<{ uid: string; size: string; received_at: Date; sender_mark: Buffer; known: boolean }>`
    with full_ as (
      select sender_mark from mail_in where organisation_id = ${actor.organisationId} and taken_at > ${hoursAfter(now, -1)}
        and sender_mark is not null and status <> 'aside' group by sender_mark having count(*) >= ${hourly.sender})
    select uid, size, received_at, sender_mark, known from mail_held
    where organisation_id = ${actor.organisationId} and validity = ${validity} and sender_mark not in (select sender_mark from full_)
    order by known desc, received_at, uid limit ${most}`.execute(tx)
  return rows.map((row) => ({
    ...{ uid: Number(row.uid), size: Number(row.size), at: row.received_at },
    ...{ mark: Buffer.from(row.sender_mark), known: row.known },
  }))
}

export async function letGo({ tx, actor }: Ctx, validity: string, uid: number): Promise<void> {
  await tx
    .deleteFrom('mail_held')
    .where('organisation_id', '=', actor.organisationId)
    .where('validity', '=', validity)
    .where('uid', '=', uid)
    .execute()
}

/** Those that were held before this time: of a mailbox that is no longer there, and has been looked through anew. */
export async function letGoBefore({ tx, actor }: Ctx, at: Date): Promise<void> {
  await tx.deleteFrom('mail_held').where('organisation_id', '=', actor.organisationId).where('held_at', '<', at).execute()
}

/** One sender's: they stay unread in the mailbox. Answers how many. */
export async function letGoOf({ tx, actor }: Ctx, senderMark: Buffer): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom('mail_held')
    .where('organisation_id', '=', actor.organisationId)
    .where('sender_mark', '=', senderMark)
    .executeTakeFirst()
  return Number(numDeletedRows)
}

export async function heldState({ tx, actor }: Ctx): Promise<{ readonly count: number; readonly oldest: Date | null }> {
  const { rows } = await sql<{ count: number; oldest: Date | null }>`
    select count(*)::integer as count, min(received_at) as oldest from mail_held where organisation_id = ${actor.organisationId}`.execute(
    tx,
  )
  return rows[0] ?? { count: 0, oldest: null }
}

/** Told once a day that some are held. True where it is time. */
export async function tellsOfHeld({ tx, actor, now }: Ctx): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('mailbox_reading')
    .set({ held_told_at: now })
    .where('organisation_id', '=', actor.organisationId)
    .where((row) => row.or([row('held_told_at', 'is', null), row('held_told_at', '<', hoursAfter(now, -24))]))
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Whom a mail that was put away said it was from is kept no longer than the hour it counts in. */
export async function forgetMarks({ tx, actor, now }: Ctx): Promise<void> {
  await tx
    .updateTable('mail_in')
    .set({ sender_mark: null })
    .where('organisation_id', '=', actor.organisationId)
    .where('status', '=', 'dismissed')
    .where('sender_mark', 'is not', null)
    .where('taken_at', '<', hoursAfter(now, -1))
    .execute()
}
