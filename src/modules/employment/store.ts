import { sql } from 'kysely'
import { record } from '../../kernel/audit.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Store } from '../../kernel/deed.ts'
import { newId } from '../../kernel/ids.ts'
import { registerStore } from '../../register/store.ts'
import type { Checklist, ChecklistEvent, EmploymentEvent, StepDone } from './employment.ts'
import { employmentFields } from './fields.ts'
import type { ListKind, StepKey } from './steps.ts'

export const store = registerStore<typeof employmentFields, EmploymentEvent>('employment', employmentFields, { unique: 'number' })

/** Those whose last day has passed, and for that day nobody has been stopped, from one id to the next. */
export async function endedIds(ctx: Ctx, after: string, today: string, size: number): Promise<readonly string[]> {
  const rows = await ctx.tx
    .selectFrom('employment')
    .select('id')
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('id', '>', after)
    .where('ends_on', '<', today)
    .where(sql<boolean>`stopped_for is distinct from ends_on`)
    .orderBy('id')
    .limit(size)
    .execute()
  return rows.map(({ id }) => id)
}
/** Outside the version: it is no answer of anybody. */
export async function setStopped(ctx: Ctx, id: string, day: string | null): Promise<void> {
  await ctx.tx
    .updateTable('employment')
    .set({ stopped_for: day })
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('id', '=', id)
    .execute()
}
export async function isStopped(ctx: Ctx, id: string): Promise<boolean> {
  const row = await ctx.tx
    .selectFrom('employment')
    .select('stopped_for')
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row !== undefined && row.stopped_for !== null
}

type ListRow = {
  readonly id: string
  readonly version: number
  readonly employment_id: string
  readonly kind: ListKind
  readonly day: string
  readonly closed_at: Date | null
  readonly closed_by_id: string | null
}

/** With what has been done of each. */
async function withSteps(ctx: Ctx, rows: readonly ListRow[]): Promise<readonly Checklist[]> {
  if (rows.length === 0) return []
  const steps = await ctx.tx
    .selectFrom('employment_step')
    .selectAll()
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where(sql<boolean>`checklist_id = any(${rows.map(({ id }) => id)}::uuid[])`)
    .execute()
  const doneOf = (id: string): Checklist['steps'] =>
    Object.fromEntries(
      steps
        .filter((step) => step.checklist_id === id)
        .map((step): [string, StepDone] => [
          step.step,
          { doneOn: step.done_on, proof: step.proof, doneBy: step.done_by_id, doneAt: step.done_at },
        ]),
    )
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    employment: row.employment_id,
    kind: row.kind,
    day: row.day,
    closedAt: row.closed_at,
    closedBy: row.closed_by_id,
    steps: doneOf(row.id),
  }))
}

const lists = (ctx: Ctx) => ctx.tx.selectFrom('employment_checklist').selectAll().where('organisation_id', '=', ctx.actor.organisationId)

/** Of one employment: leaving first, then the newest. */
export const listsOf = async (ctx: Ctx, employment: string): Promise<readonly Checklist[]> =>
  withSteps(
    ctx,
    (await lists(ctx).where('employment_id', '=', employment).orderBy('day', 'desc').orderBy('id', 'desc').execute()) as readonly ListRow[],
  )

/** Begins a checklist; one that is there already stands as it is. */
export async function beginList(ctx: Ctx, employment: string, kind: ListKind, day: string): Promise<boolean> {
  const made = await ctx.tx
    .insertInto('employment_checklist')
    .values({ organisation_id: ctx.actor.organisationId, id: newId(ctx.now), employment_id: employment, kind, day })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return made.numInsertedOrUpdatedRows === 1n
}

/** A last day that is taken back takes its checklist with it; what was done stands in the log. */
export async function dropLeaving(ctx: Ctx, employment: string): Promise<void> {
  const mine = sql`select id from employment_checklist where organisation_id = ${ctx.actor.organisationId} and employment_id = ${employment} and kind = 'leave'`
  await sql`delete from employment_step where organisation_id = ${ctx.actor.organisationId} and checklist_id in (${mine})`.execute(ctx.tx)
  await sql`delete from employment_checklist where organisation_id = ${ctx.actor.organisationId} and employment_id = ${employment} and kind = 'leave'`.execute(
    ctx.tx,
  )
}

export const listStore: Store<Checklist, ChecklistEvent> = {
  subject: 'employment_checklist',
  lock: async (ctx, id) => {
    const row = (await lists(ctx).where('id', '=', id).forUpdate().executeTakeFirst()) as ListRow | undefined
    return row && (await withSteps(ctx, [row]))[0]
  },
  apply: async (ctx, { next, events }, before) => {
    const { organisationId } = ctx.actor
    await ctx.tx
      .updateTable('employment_checklist')
      .set({ day: next.day, closed_at: next.closedAt, closed_by_id: next.closedBy, version: sql`version + 1` })
      .where('organisation_id', '=', organisationId)
      .where('id', '=', next.id)
      .execute()
    for (const key of Object.keys(before.steps) as StepKey[])
      if (!next.steps[key])
        await ctx.tx
          .deleteFrom('employment_step')
          .where('organisation_id', '=', organisationId)
          .where('checklist_id', '=', next.id)
          .where('step', '=', key)
          .execute()
    for (const [step, done] of Object.entries(next.steps))
      if (!before.steps[step as StepKey])
        await ctx.tx
          .insertInto('employment_step')
          .values({
            ...{ organisation_id: organisationId, checklist_id: next.id, step, done_on: done.doneOn },
            ...{ proof: done.proof, done_by_id: done.doneBy, done_at: done.doneAt },
          })
          .execute()
    await record(ctx, { type: 'employment', id: next.employment }, events)
  },
}
