import { type Selectable, sql } from 'kysely'
import type { Schema } from '../../../db/types.ts'
import { record } from '../../../kernel/audit.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import type { Store } from '../../../kernel/deed.ts'
import { sealAt, unsealAt } from '../../../kernel/keys.ts'
import { mark } from '../../../kernel/seal.ts'
import type { SealedIn } from '../../../kernel/sealed.ts'
import type { Aside, Dismissal, Dmarc, MailIn, MailInEvent, MailStatus, Unread } from './mail.ts'

export const mailStore: Store<MailIn, MailInEvent> = {
  subject: 'mailIn',
  lock: async (ctx, id) => {
    const row = await ctx.tx
      .selectFrom('mail_in')
      .selectAll()
      .where('organisation_id', '=', ctx.actor.organisationId)
      .where('id', '=', id)
      .where('status', '<>', 'aside')
      .forUpdate()
      .executeTakeFirst()
    return row && mailOf(ctx, row)
  },
  apply: async (ctx, { next, events }) => {
    await ctx.tx
      .updateTable('mail_in')
      .set({
        version: next.version + 1,
        status: next.status,
        ...(next.sender === null ? { sender: null } : {}),
        subject: next.subject,
        text: next.text,
        deviation_id: next.deviationId,
        dismissal: next.dismissal,
        settled_at: ctx.now,
        settled_by: ctx.actor.personId,
      })
      .where('organisation_id', '=', ctx.actor.organisationId)
      .where('id', '=', next.id)
      .execute()
    await record(ctx, { type: 'mailIn', id: next.id }, events)
  },
}

/** How a mail lies in the mailbox, and what it is known again by. */
export type Place = { readonly validity: string; readonly uid: number; readonly fingerprint: Buffer }
export type NewMail = Omit<MailIn, 'version' | 'dismissal'> & { readonly aside: Aside | null; readonly mark: Buffer }

/** False: it has come before. Of two readers at once one is first. */
export async function insertMail(ctx: Ctx, mail: NewMail, place: Place): Promise<boolean> {
  const made = await ctx.tx
    .insertInto('mail_in')
    .values({
      organisation_id: ctx.actor.organisationId,
      id: mail.id,
      fingerprint: place.fingerprint,
      validity: place.validity,
      uid: place.uid,
      // What is put aside stays unread in the mailbox, and so does what must be read there.
      marked_read: mail.aside !== null || mail.unread !== null,
      received_at: mail.receivedAt,
      status: mail.status,
      aside: mail.aside,
      sender: mail.sender === null ? null : await sealAt(ctx, senderPlace, { id: mail.id }, mail.sender),
      subject: mail.subject,
      text: mail.text,
      unread: mail.unread,
      left_out: mail.leftOut,
      dmarc: mail.dmarc,
      late: mail.late,
      known: mail.known,
      sender_mark: mail.aside === null ? mail.mark : null,
      taken_at: ctx.now,
      deviation_id: mail.deviationId,
      ...(mail.status === 'joined' ? { settled_at: ctx.now } : {}),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return (made.numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** Files that came with it and were not taken, such as a program. */
export async function addLeftOut({ tx, actor }: Ctx, id: string, count: number): Promise<void> {
  await tx
    .updateTable('mail_in')
    .set({ left_out: sql`left_out + ${count}` })
    .where('organisation_id', '=', actor.organisationId)
    .where('id', '=', id)
    .execute()
}

/** Of what it is called and what it says: another mail under a known name is another mail. */
export const fingerprintOf = ({ actor, house }: Ctx, parts: readonly (string | null)[]): Buffer =>
  mark(house.houseKey, JSON.stringify(['mail in', actor.organisationId, ...parts]))

export const senderPlace: SealedIn<'id'> = {
  table: 'mail_in',
  column: 'sender',
  names: ['id'],
  about: (organisationId, row) => `mail in|${organisationId}|${row.id}`,
}

export const mailOf = async (ctx: Pick<Ctx, 'tx' | 'actor' | 'house'>, row: Selectable<Schema['mail_in']>): Promise<MailIn> => ({
  id: row.id,
  version: row.version,
  status: row.status as MailStatus,
  receivedAt: row.received_at,
  sender: row.sender && (await unsealAt(ctx, senderPlace, row, row.sender)),
  subject: row.subject,
  text: row.text,
  unread: row.unread as Unread | null,
  leftOut: row.left_out,
  dmarc: row.dmarc as Dmarc | null,
  late: row.late,
  known: row.known,
  deviationId: row.deviation_id,
  dismissal: row.dismissal as Dismissal | null,
})

/** What a mail of a case says, without what was removed from the case (S1-42). */
export async function rewriteMail(ctx: Ctx, { id, subject, text }: Pick<MailIn, 'id' | 'subject' | 'text'>): Promise<void> {
  await ctx.tx
    .updateTable('mail_in')
    .set({ subject, text })
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('id', '=', id)
    .execute()
}
