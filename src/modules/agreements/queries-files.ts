import type { Attaches, Ctx, Reviewed } from '../../kernel/ctx.ts'
import { inAll } from '../../kernel/texts.ts'
import { mayEdit } from './permissions.ts'
import { findAgreement } from './queries.ts'

/** Everybody reads of the agreements; those who keep one add to it, such as the signed copy. */
export async function filesOfAgreement(ctx: Ctx, id: string): Promise<Attaches | undefined> {
  const record = await findAgreement(ctx, id)
  return (
    record && {
      page: `/databehandleravtaler/${id}`,
      name: inAll(() => record.values.name ?? ''),
      add: mayEdit(record, ctx.actor),
      protectedBy: false,
    }
  )
}

/** Whoever follows the agreement up answers for its yearly review: keep, renew or end (S4-121). */
export async function reviewOfAgreement(ctx: Ctx, id: string): Promise<Reviewed | undefined> {
  const [record, shelf] = [await findAgreement(ctx, id), await filesOfAgreement(ctx, id)]
  return (
    record && shelf && { ...shelf, owner: record.values.responsible, roles: ['gdprUnit', 'dpo'], mayPlan: shelf.add, mayReview: shelf.add }
  )
}
