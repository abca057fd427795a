import { sql } from 'kysely'
import type { Ctx } from '../../../kernel/ctx.ts'
import { sealAt } from '../../../kernel/keys.ts'
import { mark } from '../../../kernel/seal.ts'
import type { SealedIn } from '../../../kernel/sealed.ts'

/** Keeps whom it was sent to, sealed, and a mark of the link: who reads the table can open nothing. */
export async function keepLink(ctx: Ctx, inquiryId: string, link: string, address: string, until: Date): Promise<void> {
  await ctx.tx
    .insertInto('deviation_outsider')
    .values({
      organisation_id: ctx.actor.organisationId,
      inquiry_id: inquiryId,
      link_mark: markOf(ctx, link),
      address: await sealAt(ctx, outsiderPlace, { inquiry_id: inquiryId }, address),
      until,
    })
    .execute()
}

/** The question that a link leads to, while it does: not answered, and its time not over. */
export async function askedBy(ctx: Ctx, link: string): Promise<{ readonly deviationId: string; readonly inquiryId: string } | undefined> {
  if (!/^[\w-]{43}$/.test(link)) return undefined
  return ctx.tx
    .selectFrom('deviation_outsider as o')
    .innerJoin('deviation_inquiry as i', (join) =>
      join.onRef('i.organisation_id', '=', 'o.organisation_id').onRef('i.id', '=', 'o.inquiry_id'),
    )
    .select(['i.deviation_id as deviationId', 'i.id as inquiryId'])
    .where('o.organisation_id', '=', ctx.actor.organisationId)
    .where('o.link_mark', '=', markOf(ctx, link))
    .where('o.until', '>', ctx.now)
    .where('i.answered_at', 'is', null)
    .executeTakeFirst()
}

/** Answered by the link or written down by whoever handles the case: the address is of no more use to anybody. */
export async function endAnswered({ tx, actor }: Ctx, deviationId: string): Promise<void> {
  await sql`
    delete from deviation_outsider o using deviation_inquiry i
    where o.organisation_id = ${actor.organisationId} and i.organisation_id = o.organisation_id and i.id = o.inquiry_id
      and i.deviation_id = ${deviationId} and i.answered_at is not null`.execute(tx)
}

/** The case is closed, and with it those that were merged into it: their questions are asked no more. */
export async function endLinks({ tx, actor }: Ctx, deviationId: string): Promise<void> {
  await sql`
    with recursive closed (id) as (
      select id from deviation where organisation_id = ${actor.organisationId} and id = ${deviationId}
      union select d.id from deviation d join closed on d.merged_into = closed.id where d.organisation_id = ${actor.organisationId})
    delete from deviation_outsider o using deviation_inquiry i, closed
    where o.organisation_id = ${actor.organisationId} and i.organisation_id = o.organisation_id and i.id = o.inquiry_id
      and i.deviation_id = closed.id`.execute(tx)
}

/** Nobody answered in time. */
export async function endOverdue({ tx, actor, now }: Ctx): Promise<void> {
  await tx.deleteFrom('deviation_outsider').where('organisation_id', '=', actor.organisationId).where('until', '<=', now).execute()
}

export const outsiderPlace: SealedIn<'inquiry_id'> = {
  table: 'deviation_outsider',
  column: 'address',
  names: ['inquiry_id'],
  about: (organisationId, row) => `outsider|${organisationId}|${row.inquiry_id}`,
}

const markOf = ({ house, actor }: Pick<Ctx, 'house' | 'actor'>, link: string): Buffer =>
  mark(house.houseKey, `outsider link|${actor.organisationId}|${link}`)
