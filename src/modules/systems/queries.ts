import type { Ctx } from '../../kernel/ctx.ts'

/** The person who owns a system, or null where it has none or does not exist here. */
export async function systemOwner(ctx: Ctx, id: string): Promise<string | null> {
  const row = await ctx.tx
    .selectFrom('system')
    .select('owner_id')
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.owner_id ?? null
}

export async function systemName(ctx: Ctx, id: string): Promise<string | null> {
  const row = await ctx.tx
    .selectFrom('system')
    .select('name')
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.name ?? null
}

/** Systems in use, for a form that names one. */
export async function systemOptions(ctx: Ctx): Promise<readonly { readonly value: string; readonly label: string }[]> {
  const rows = await ctx.tx
    .selectFrom('system')
    .select(['id', 'name'])
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('retired', '=', false)
    .orderBy('name')
    .execute()
  return rows.map(({ id, name }) => ({ value: id, label: name }))
}
