import type { Ctx } from '../../kernel/ctx.ts'
import type { RegisterEvent } from '../../register/rules.ts'
import { registerStore } from '../../register/store.ts'
import {
  activityFields,
  auditFields,
  documentRecordFields,
  exerciseFields,
  findingFields,
  inspectionFields,
  meetingFields,
  objectiveFields,
  requirementFields,
} from './fields.ts'
import type { ActivityEvent, DocumentEvent, OutageCriterion } from './internal-control.ts'

const none = { unique: null }
export const requirementStore = registerStore<typeof requirementFields, RegisterEvent<'requirement'>>('requirement', requirementFields, {
  unique: 'name',
})
export const auditStore = registerStore<typeof auditFields, RegisterEvent<'security_audit'>>('security_audit', auditFields, none)
export const findingStore = registerStore<typeof findingFields, RegisterEvent<'audit_finding'>>('audit_finding', findingFields, none)
export const inspectionStore = registerStore<typeof inspectionFields, RegisterEvent<'inspection'>>('inspection', inspectionFields, none)
export const documentStore = registerStore<typeof documentRecordFields, DocumentEvent>('governing_document', documentRecordFields, {
  unique: 'name',
})
export const objectiveStore = registerStore<typeof objectiveFields, RegisterEvent<'security_objective'>>(
  'security_objective',
  objectiveFields,
  {
    unique: 'name',
  },
)
export const exerciseStore = registerStore<typeof exerciseFields, RegisterEvent<'plan_exercise'>>('plan_exercise', exerciseFields, none)
export const meetingStore = registerStore<typeof meetingFields, RegisterEvent<'unit_meeting'>>('unit_meeting', meetingFields, none)
export const activityStore = registerStore<typeof activityFields, ActivityEvent>('control_activity', activityFields, none)

/** Whether the next of it is there already. */
export async function isFollowed(ctx: Ctx, activity: string): Promise<boolean> {
  const row = await ctx.tx
    .selectFrom('control_activity')
    .select('id')
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('follows_id', '=', activity)
    .executeTakeFirst()
  return row !== undefined
}
/** The day of the month it was meant for, where it follows another. */
export async function meantDayOf(ctx: Ctx, activity: string): Promise<number | null> {
  const row = await ctx.tx
    .selectFrom('control_activity')
    .select('meant_day')
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('id', '=', activity)
    .executeTakeFirst()
  return row?.meant_day ?? null
}
export const writeFollows = async (ctx: Ctx, next: string, activity: string, meantDay: number): Promise<void> =>
  void (await ctx.tx
    .updateTable('control_activity')
    .set({ follows_id: activity, meant_day: meantDay })
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('id', '=', next)
    .execute())

export const writeUnitDone = async (ctx: Ctx, activity: string, unit: string): Promise<void> =>
  void (await ctx.tx
    .insertInto('control_activity_unit')
    .values({
      organisation_id: ctx.actor.organisationId,
      activity_id: activity,
      unit_id: unit,
      done_at: ctx.now,
      done_by: ctx.actor.personId,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute())

/** False where it was said already. */
export async function writeOutage(ctx: Ctx, deviation: string, criteria: readonly OutageCriterion[]): Promise<boolean> {
  const made = await ctx.tx
    .insertInto('major_outage')
    .values({
      organisation_id: ctx.actor.organisationId,
      deviation_id: deviation,
      criteria: [...criteria],
      said_by: ctx.actor.personId,
      said_at: ctx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return made.numInsertedOrUpdatedRows === 1n
}
