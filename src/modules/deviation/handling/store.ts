import type { Ctx } from '../../../kernel/ctx.ts'

/** Whether a question's id, which the page made, is already another case's: then it must not be written over. */
export async function isAnotherCases(ctx: Ctx, deviationId: string, inquiryId: string): Promise<boolean> {
  const row = await ctx.tx
    .selectFrom('deviation_inquiry')
    .select('id')
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('id', '=', inquiryId)
    .where('deviation_id', '<>', deviationId)
    .executeTakeFirst()
  return row !== undefined
}
