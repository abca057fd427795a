import type { Ctx } from '../../../kernel/ctx.ts'
import type { MailboxFault } from '../../../kernel/imap.ts'

/** How far a mailbox is read. */
export type Reading = {
  readonly begunAt: Date
  readonly validity: string
  readonly nextUid: number
  readonly readAt: Date | null
  readonly fault: MailboxFault | null
  readonly faultAt: Date | null
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

/** It was turned off: turned on again, it begins anew. */
export async function stopReading({ tx, actor }: Ctx): Promise<void> {
  await tx.deleteFrom('mailbox_reading').where('organisation_id', '=', actor.organisationId).execute()
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
