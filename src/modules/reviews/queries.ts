import { sql } from 'kysely'
import type { LocalDate } from '../../kernel/calendar/calendar.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import type { RecordKey } from '../../kernel/ids.ts'
import type { Held, Plan } from './review.ts'

export const planRows = (ctx: Ctx) =>
  ctx.tx
    .selectFrom('review_plan')
    .select([
      'id',
      'version',
      sql<RecordKey>`json_build_object('type', subject_type, 'id', subject_id)`.as('subject'),
      'due_on as dueOn',
      'every_months as everyMonths',
      'owner_id as owner',
    ])
    .where('organisation_id', '=', ctx.actor.organisationId)

export const planOf = (ctx: Ctx, { type, id }: RecordKey): Promise<Plan | undefined> =>
  planRows(ctx).where('subject_type', '=', type).where('subject_id', '=', id).executeTakeFirst()

export const heldOf = (ctx: Ctx, { type, id }: RecordKey, most: number): Promise<readonly Held[]> =>
  ctx.tx
    .selectFrom('review_held')
    .select(['id', 'held_on as heldOn', 'due_on as dueOn', 'held_by as heldBy', 'found', 'participants_ids as participants', 'checked'])
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('subject_type', '=', type)
    .where('subject_id', '=', id)
    .orderBy('held_on', 'desc')
    .orderBy('id', 'desc')
    .limit(most)
    .execute()

/** Plans that ask for a task now, one after the other. */
export const duePlans = (ctx: Ctx, soon: LocalDate, after: string, most: number): Promise<readonly Plan[]> =>
  planRows(ctx)
    .where('due_on', '<=', soon)
    .where('id', '>', after)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('task')
            .select('task.id')
            .whereRef('task.organisation_id', '=', 'review_plan.organisation_id')
            .whereRef('task.subject_id', '=', 'review_plan.subject_id')
            .where('task.kind', '=', 'review.due')
            .where('task.status', '=', 'open'),
        ),
      ),
    )
    .orderBy('id')
    .limit(most)
    .execute()

/** Between two days, the first included: for the calendar. `owners`: only theirs; null: anybody's. */
export async function plansBetween(ctx: Ctx, from: LocalDate, to: LocalDate, owners: readonly string[] | null, most: number) {
  let query = planRows(ctx).where('due_on', '>=', from).where('due_on', '<', to)
  if (owners) query = query.where('owner_id', '=', sql<string>`any(${[...owners]}::uuid[])`)
  return query.orderBy('due_on').orderBy('id').limit(most).execute() as Promise<readonly Plan[]>
}
