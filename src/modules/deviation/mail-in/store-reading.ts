import type { Ctx } from '../../../kernel/ctx.ts'
import type { MailboxFault, MailHead } from '../../../kernel/imap.ts'

/** How far a mailbox is read, and what it is known again by. */
export type Reading = {
  readonly begunAt: Date
  readonly validity: string
  readonly nextUid: number
  readonly readAt: Date | null
  readonly fault: MailboxFault | null
  readonly faultAt: Date | null
} & Known
export type Known = {
  /** Null: not looked at yet. */
  readonly place: string | null
  readonly below: number | null
  /** The last mail that was read. */
  readonly anchor: MailHead | null
}

export async function readingOf({ tx, actor }: Pick<Ctx, 'tx' | 'actor'>): Promise<Reading | undefined> {
  const row = await tx.selectFrom('mailbox_reading').selectAll().where('organisation_id', '=', actor.organisationId).executeTakeFirst()
  return (
    row && {
      begunAt: row.begun_at,
      validity: row.validity,
      nextUid: Number(row.next_uid),
      readAt: row.read_at,
      fault: row.fault as MailboxFault | null,
      faultAt: row.fault_at,
      place: row.place,
      below: row.below === null ? null : Number(row.below),
      anchor:
        row.anchor_uid === null || row.anchor_size === null || row.anchor_at === null
          ? null
          : { uid: Number(row.anchor_uid), size: Number(row.anchor_size), at: row.anchor_at },
    }
  )
}

/** From here on is read: all that stood in the mailbox before is left to people. */
export async function beginReading({ tx, actor, now }: Ctx, validity: string, nextUid: number): Promise<void> {
  await tx
    .insertInto('mailbox_reading')
    .values({ organisation_id: actor.organisationId, begun_at: now, validity, next_uid: nextUid })
    .onConflict((conflict) =>
      conflict.column('organisation_id').doUpdateSet({ begun_at: now, validity, next_uid: nextUid, fault: null, fault_at: null }),
    )
    .execute()
}

/** It was another mailbox than before, and has been looked through: from here on it is read as any. */
export async function resetReading({ tx, actor }: Ctx, validity: string, nextUid: number): Promise<void> {
  await tx.updateTable('mailbox_reading').set({ validity, next_uid: nextUid }).where('organisation_id', '=', actor.organisationId).execute()
}

/** What the mailbox is known again by the next time. `anchor`: undefined where the last one stands. */
export async function noteKnown(
  { tx, actor }: Ctx,
  { place, below, anchor }: Omit<Known, 'anchor'> & { readonly anchor: MailHead | null | undefined },
) {
  const last =
    anchor === undefined ? {} : { anchor_uid: anchor?.uid ?? null, anchor_size: anchor?.size ?? null, anchor_at: anchor?.at ?? null }
  await tx
    .updateTable('mailbox_reading')
    .set({ place, below, ...last })
    .where('organisation_id', '=', actor.organisationId)
    .execute()
}

/** The numbers of another mailbox mean nothing in this one: nothing is marked there by them. */
export async function forgetNumbers({ tx, actor }: Ctx): Promise<void> {
  await tx
    .updateTable('mail_in')
    .set({ marked_read: true })
    .where('organisation_id', '=', actor.organisationId)
    .where('marked_read', '=', false)
    .execute()
}

export async function moveReading({ tx, actor }: Ctx, validity: string, nextUid: number): Promise<void> {
  await tx
    .updateTable('mailbox_reading')
    .set({ validity, next_uid: nextUid })
    .where('organisation_id', '=', actor.organisationId)
    // Never back: of two readers the slower one must not undo what the other came to.
    .where((row) => row.or([row('validity', '<>', validity), row('next_uid', '<', nextUid)]))
    .execute()
}

export async function settleReading({ tx, actor, now }: Ctx, fault: MailboxFault | null): Promise<void> {
  await tx
    .insertInto('mailbox_reading')
    .values({ organisation_id: actor.organisationId, begun_at: now, validity: '', next_uid: 0, fault, fault_at: fault && now })
    .onConflict((conflict) =>
      conflict
        .column('organisation_id')
        .doUpdateSet(fault === null ? { read_at: now, fault: null, fault_at: null } : { fault, fault_at: now }),
    )
    .execute()
}

/** It was turned off: turned on again, it begins anew. Of those that waited nothing is kept here; they lie unread in the mailbox. */
export async function stopReading({ tx, actor }: Ctx): Promise<void> {
  await tx.deleteFrom('mailbox_reading').where('organisation_id', '=', actor.organisationId).execute()
  await tx.deleteFrom('mail_held').where('organisation_id', '=', actor.organisationId).execute()
}

/** Of one mailbox: those that are taken in and not yet marked as read there. */
export async function unmarkedIn({ tx, actor }: Ctx, validity: string): Promise<readonly number[]> {
  const rows = await tx
    .selectFrom('mail_in')
    .select('uid')
    .where('organisation_id', '=', actor.organisationId)
    .where('validity', '=', validity)
    .where('marked_read', '=', false)
    .limit(500)
    .execute()
  return rows.map(({ uid }) => Number(uid))
}

export async function setMarked({ tx, actor }: Ctx, validity: string, uids: readonly number[]): Promise<void> {
  if (uids.length === 0) return
  await tx
    .updateTable('mail_in')
    .set({ marked_read: true })
    .where('organisation_id', '=', actor.organisationId)
    .where('validity', '=', validity)
    .where('uid', 'in', [...uids])
    .execute()
}
