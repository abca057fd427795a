import { sql } from 'kysely'
import { record } from '../../kernel/audit.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Store } from '../../kernel/deed.ts'
import { registerStore } from '../../register/store.ts'
import { viewFields } from './fields.ts'
import type { SavedView, ViewEvent } from './view.ts'

export const store = registerStore<typeof viewFields, ViewEvent>('saved_view', viewFields, { unique: null })

/** The same road, at whose end the view is gone. */
export const removing: Store<SavedView, ViewEvent> = {
  ...store,
  apply: async (ctx, { next, events }) => {
    await ctx.tx.deleteFrom('saved_view').where('organisation_id', '=', ctx.actor.organisationId).where('id', '=', next.id).execute()
    await record(ctx, { type: 'saved_view', id: next.id }, events)
  },
}

/** Whether its maker has another of this name, in any letters, for the same list. */
export async function nameStands(ctx: Ctx, id: string, { name, list, person }: SavedView['values']): Promise<boolean> {
  const row = await ctx.tx
    .selectFrom('saved_view')
    .select('id')
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('list', '=', list ?? '')
    .where('person_id', '=', person ?? '')
    .where(sql<boolean>`lower(name) = lower(${name})`)
    .where('id', '<>', id)
    .executeTakeFirst()
  return row !== undefined
}

/** A list opens with one view of each maker: the others no longer do. */
export const opensAlone = async (ctx: Ctx, { id, values }: SavedView): Promise<void> => {
  await ctx.tx
    .updateTable('saved_view')
    .set({ opens: 'no', version: sql`version + 1` })
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('list', '=', values.list ?? '')
    .where('person_id', '=', values.person ?? '')
    .where('id', '<>', id)
    .where('opens', '=', 'yes')
    .execute()
}

/** Of somebody who has left and is forgotten: their own. What they shared is others' too, and stays. */
export async function forgetViewsOf(ctx: Ctx, personId: string): Promise<void> {
  await ctx.tx
    .deleteFrom('saved_view')
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('person_id', '=', personId)
    .where('shared_with', 'is', null)
    .execute()
}
