import { sql } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'
import type { RegisterEvent } from '../../register/rules.ts'
import { registerStore } from '../../register/store.ts'
import type { DpoCases, DpoReportEvent, Pack, ReviewEvent } from './annual-wheel.ts'
import { decisionFields, dpoReportRecordFields, itemFields, reviewRecordFields } from './fields.ts'

const none = { unique: null }
export const reviewStore = registerStore<typeof reviewRecordFields, ReviewEvent>('management_review', reviewRecordFields, none)
export const itemStore = registerStore<typeof itemFields, RegisterEvent<'management_review_item'>>(
  'management_review_item',
  itemFields,
  none,
)
export const decisionStore = registerStore<typeof decisionFields, RegisterEvent<'management_decision'>>(
  'management_decision',
  decisionFields,
  none,
)
export const dpoReportStore = registerStore<typeof dpoReportRecordFields, DpoReportEvent>('dpo_report', dpoReportRecordFields, none)

/** Before the deed that says that it is frozen: the two are there together, or neither. */
export const writePack = async (ctx: Ctx, id: string, pack: Pack): Promise<void> =>
  void (await sql`update management_review set pack = ${JSON.stringify(pack)}::jsonb, frozen_at = ${ctx.now}
    where organisation_id = ${ctx.actor.organisationId} and id = ${id} and pack is null`.execute(ctx.tx))

export const writeCases = async (ctx: Ctx, id: string, cases: DpoCases, deliveredOn: string): Promise<void> =>
  void (await sql`update dpo_report set cases = ${JSON.stringify(cases)}::jsonb, delivered_on = ${deliveredOn}
    where organisation_id = ${ctx.actor.organisationId} and id = ${id} and cases is null`.execute(ctx.tx))
