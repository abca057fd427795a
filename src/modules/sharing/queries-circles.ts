import { sql } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Reference } from '../../kernel/reference.ts'
import type { Circle, Member } from './sharing.ts'

const rows = (ctx: Ctx) =>
  ctx.tx
    .selectFrom('sharing_circle as c')
    .select(['c.id', 'c.version', 'c.name'])
    .select((row) =>
      row
        .selectFrom('sharing_member as m')
        .select(
          sql<
            readonly Member[]
          >`json_agg(json_build_object('id', m.member_id, 'name', m.member_name) order by m.member_name, m.member_id)`.as('all'),
        )
        .whereRef('m.organisation_id', '=', 'c.organisation_id')
        .whereRef('m.circle_id', '=', 'c.id')
        .as('members'),
    )
    .where('c.organisation_id', '=', ctx.actor.organisationId)

/** Those that we share with, by name. */
export const circles = async (ctx: Ctx): Promise<readonly Circle[]> =>
  (await rows(ctx).orderBy(sql`lower(c.name)`).orderBy('c.id').limit(200).execute()).map((row) => ({ ...row, members: row.members ?? [] }))

export async function findCircle(ctx: Ctx, id: string): Promise<Circle | undefined> {
  const row = await rows(ctx).where('c.id', '=', id).executeTakeFirst()
  return row && { ...row, members: row.members ?? [] }
}

/** Whether something is shared with it. */
export async function isSharedWith(ctx: Ctx, circle: string): Promise<boolean> {
  const row = await ctx.tx
    .selectFrom('shared_record')
    .select('subject_id')
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('circle_id', '=', circle)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

const named = async (ctx: Ctx) => (await circles(ctx)).map(({ id, name }) => ({ id, name }))
export const circleReference: Reference = {
  to: 'sharing_circle',
  choices: named,
  named: async (ctx, ids) => new Map((await named(ctx)).filter(({ id }) => ids.includes(id)).map((one) => [one.id, one])),
  called: async (ctx, names) =>
    (await named(ctx)).flatMap((one) => names.filter((name) => name === one.name).map((as) => ({ ...one, as }))),
  gone: () => '',
}
