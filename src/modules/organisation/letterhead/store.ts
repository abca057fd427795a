import { record } from '../../../kernel/audit.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { newId } from '../../../kernel/ids.ts'
import { takeTurn } from '../../../kernel/once.ts'
import type { Logo } from '../logo.ts'
import type { OrganisationEvent } from '../organisation.ts'

/** Puts a picture at the top of the documents from now on; the one before stays in those that have it. Null takes it away. */
export async function setLogo(ctx: Ctx, drawn: Omit<Logo, 'id'> | null): Promise<void> {
  const { organisationId, personId } = ctx.actor
  await takeTurn(ctx, 'organisation')
  const id = drawn && newId(ctx.now)
  if (drawn && id)
    await ctx.tx
      .insertInto('organisation_logo')
      .values({ organisation_id: organisationId, id, ...drawn, png: Buffer.from(drawn.png), added_at: ctx.now, added_by: personId })
      .execute()
  await ctx.tx
    .insertInto('organisation_details')
    .values({ organisation_id: organisationId, version: 1, logo_id: id })
    .onConflict((conflict) => conflict.column('organisation_id').doUpdateSet({ logo_id: id }))
    .execute()
  const event: OrganisationEvent = { type: id ? 'organisation.logoSet' : 'organisation.logoRemoved' }
  await record(ctx, { type: 'organisation', id: organisationId }, [event])
}
