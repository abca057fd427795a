import type { Attaches, Ctx, Reviewed } from '../../kernel/ctx.ts'
import { inAll } from '../../kernel/texts.ts'
import { findAudit, findDocument, findInspection, findObjective, findRequirement } from './queries.ts'
import { auditRules, documentRules, inspectionRules, objectiveRules, requirementRules } from './rules.ts'

const shelf = (page: string, name: string | null, add: boolean): Attaches => ({
  page,
  name: inAll(() => name ?? ''),
  add,
  protectedBy: false,
})

export async function filesOfAudit(ctx: Ctx, id: string): Promise<Attaches | undefined> {
  const record = await findAudit(ctx, id)
  return record && shelf(`/revisjoner/${id}`, record.values.name, auditRules.mayEdit(record, ctx.actor))
}
export async function filesOfInspection(ctx: Ctx, id: string): Promise<Attaches | undefined> {
  const record = await findInspection(ctx, id)
  return record && shelf(`/tilsyn/${id}`, record.values.name, inspectionRules.mayEdit(record, ctx.actor))
}
export async function filesOfDocument(ctx: Ctx, id: string): Promise<Attaches | undefined> {
  const record = await findDocument(ctx, id)
  return record && shelf(`/styringsdokumenter/${id}`, record.values.name, documentRules.mayEdit(record, ctx.actor))
}

export async function filesOfObjective(ctx: Ctx, id: string): Promise<Attaches | undefined> {
  const record = await findObjective(ctx, id)
  return record && shelf(`/sikkerhetsmal/${id}`, record.values.name, objectiveRules.mayEdit(record, ctx.actor))
}

/** Requirements and governing documents are looked at again each year (S4-015, S4-099). */
export async function reviewOfDocument(ctx: Ctx, id: string): Promise<Reviewed | undefined> {
  const [record, files] = [await findDocument(ctx, id), await filesOfDocument(ctx, id)]
  return record && files && { ...files, owner: record.values.owner, roles: ['ciso', 'dpo'], mayPlan: files.add, mayReview: files.add }
}
export async function reviewOfRequirement(ctx: Ctx, id: string): Promise<Reviewed | undefined> {
  const record = await findRequirement(ctx, id)
  if (!record) return undefined
  const may = requirementRules.mayEdit(record, ctx.actor)
  const { page, name } = shelf(`/krav/${id}`, record.values.name, may)
  return { page, name, owner: record.values.owner, roles: ['ciso', 'dpo'], mayPlan: may, mayReview: may }
}
