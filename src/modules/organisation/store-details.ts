import { record } from '../../kernel/audit.ts'
import { fromRow, toRow } from '../../kernel/columns.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Store } from '../../kernel/deed.ts'
import { takeTurn } from '../../kernel/once.ts'
import { type Details, type DetailsRecord, noDetails } from './details.ts'
import { detailsFields } from './fields.ts'
import type { OrganisationEvent } from './organisation.ts'

export async function readDetails({ tx, actor }: Pick<Ctx, 'tx' | 'actor'>): Promise<DetailsRecord> {
  const id = actor.organisationId
  const row = await tx.selectFrom('organisation_details').selectAll().where('organisation_id', '=', id).executeTakeFirst()
  return { id, version: row?.version ?? 1, values: row ? (fromRow(detailsFields, row) as Details) : noDetails }
}

export const detailsStore: Store<DetailsRecord, OrganisationEvent> = {
  subject: 'organisation',
  // There may be no row to lock yet.
  lock: async (ctx) => {
    await takeTurn(ctx, 'organisation')
    return readDetails(ctx)
  },
  apply: async (ctx, { next, events }) => {
    const row = { ...toRow(detailsFields, next.values), version: next.version + 1 }
    await ctx.tx
      .insertInto('organisation_details')
      .values({ ...row, organisation_id: ctx.actor.organisationId } as never)
      .onConflict((conflict) => conflict.column('organisation_id').doUpdateSet(row as never))
      .execute()
    await record(ctx, { type: 'organisation', id: next.id }, events)
  },
}
