import { sql } from 'kysely'
import { type LocalDate, localDate } from '../../kernel/calendar/calendar.ts'
import { fromRow } from '../../kernel/columns.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { referenceTo } from '../../register/reference.ts'
import { personReference } from '../people/public.ts'
import type { Decision, DpoCases, DpoReport, Item, Pack, Review, SystemLine } from './annual-wheel.ts'
import { decisionFields, dpoReportRecordFields, itemFields, reviewRecordFields } from './fields.ts'
import { mayReadDecision, mayReadReviews, reviewDue } from './rules.ts'
import { decisionStore, dpoReportStore, itemStore, reviewStore } from './store.ts'

const reviewReference = referenceTo('management_review', { called: 'name', gone: () => '' })
export const reviewReferences = { participants: personReference }
export const reviewRecordReferences = { ...reviewReferences, approvedBy: personReference }
export const itemReferences = { review: reviewReference }
export const decisionReferences = { review: reviewReference, owner: personReference }

const most = 200
const rowed = ({ id, version }: { readonly id: string; readonly version: number }) => ({ id, version })

/** For those who take part in it, coordinate it or oversee. */
export async function findReview(ctx: Ctx, id: string): Promise<Review | undefined> {
  const record = await reviewStore.find(ctx, id)
  return record && (mayReadReviews(ctx.actor) || record.values.participants.includes(ctx.actor.personId)) ? record : undefined
}
export async function findItem(ctx: Ctx, id: string): Promise<Item | undefined> {
  const record = await itemStore.find(ctx, id)
  return record?.values.review && (await findReview(ctx, record.values.review)) ? record : undefined
}
export async function findDecision(ctx: Ctx, id: string): Promise<Decision | undefined> {
  const record = await decisionStore.find(ctx, id)
  return record && mayReadDecision(record, ctx.actor) ? record : undefined
}
export async function findDpoReport(ctx: Ctx, id: string): Promise<DpoReport | undefined> {
  return mayReadReviews(ctx.actor) ? dpoReportStore.find(ctx, id) : undefined
}

export async function allReviews(ctx: Ctx): Promise<readonly Review[]> {
  const rows = await ctx.tx
    .selectFrom('management_review')
    .selectAll()
    .where('organisation_id', '=', ctx.actor.organisationId)
    .orderBy('held_on', 'desc')
    .orderBy('id', 'desc')
    .limit(most)
    .execute()
  return rows.map((row) => ({ ...rowed(row), values: fromRow(reviewRecordFields, row) }))
}
export async function packOfReview(ctx: Ctx, id: string): Promise<Pack | null> {
  const row = await ctx.tx
    .selectFrom('management_review')
    .select('pack')
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('id', '=', id)
    .executeTakeFirst()
  return (row?.pack ?? null) as Pack | null
}
/** Those whose day has come and whose papers are not frozen: the clock freezes them. */
export async function reviewsToFreeze(ctx: Ctx): Promise<readonly string[]> {
  const rows = await ctx.tx
    .selectFrom('management_review')
    .select('id')
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('frozen_at', 'is', null)
    .where('held_on', '<=', localDate(ctx.now))
    .execute()
  return rows.map(({ id }) => id)
}

/** The last review with approved minutes, and when the next is due: a year later, or in the year the organisation began here. */
export async function reviewClock(ctx: Ctx): Promise<{ readonly last: LocalDate | null; readonly due: LocalDate }> {
  const { rows } = await sql<{ last: LocalDate | null; began: Date }>`
    select o.created_at as began, (select max(r.held_on)::text from management_review r
      where r.organisation_id = o.id and r.state = 'approved') as last
    from organisation o where o.id = ${ctx.actor.organisationId}`.execute(ctx.tx)
  const { last = null, began = ctx.now } = rows[0] ?? {}
  return { last, due: reviewDue(last, localDate(began)) }
}

export async function itemsOf(ctx: Ctx, review: string): Promise<readonly Item[]> {
  const rows = await ctx.tx
    .selectFrom('management_review_item')
    .selectAll()
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('review_id', '=', review)
    .orderBy('id')
    .limit(most)
    .execute()
  return rows.map((row) => ({ ...rowed(row), values: fromRow(itemFields, row) }))
}

/** Of one review; or of all others, those that stand open: they come back until they are closed. */
export async function decisionsOf(ctx: Ctx, review: string | null, only: 'all' | 'openOfOthers'): Promise<readonly Decision[]> {
  let query = ctx.tx.selectFrom('management_decision').selectAll().where('organisation_id', '=', ctx.actor.organisationId)
  if (only === 'openOfOthers') {
    query = query.where('closed_on', 'is', null)
    if (review) query = query.where('review_id', '<>', review)
  } else if (review) query = query.where('review_id', '=', review)
  const rows = await query.orderBy('due_on').orderBy('id').limit(most).execute()
  return rows.map((row) => ({ ...rowed(row), values: fromRow(decisionFields, row) }))
}

export async function allDpoReports(ctx: Ctx): Promise<readonly DpoReport[]> {
  const rows = await ctx.tx
    .selectFrom('dpo_report')
    .selectAll()
    .where('organisation_id', '=', ctx.actor.organisationId)
    .orderBy('period_to', 'desc')
    .orderBy('id', 'desc')
    .limit(most)
    .execute()
  return rows.map((row) => ({ ...rowed(row), values: fromRow(dpoReportRecordFields, row) }))
}
export async function casesOfReport(ctx: Ctx, id: string): Promise<DpoCases | null> {
  const row = await ctx.tx
    .selectFrom('dpo_report')
    .select('cases')
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('id', '=', id)
    .executeTakeFirst()
  return (row?.cases ?? null) as DpoCases | null
}

/** Every system in use, with its last review and when the next is due; the latest first. */
export async function systemLines(ctx: Ctx): Promise<readonly SystemLine[]> {
  const { rows } = await sql<SystemLine>`
    select s.id, s.name, s.owner_id as owner, p.due_on::text as "dueOn",
      (select max(h.held_on)::text from review_held h where h.organisation_id = s.organisation_id
        and h.subject_type = 'system' and h.subject_id = s.id) as "heldOn"
    from system s
    left join review_plan p on p.organisation_id = s.organisation_id and p.subject_type = 'system' and p.subject_id = s.id
    where s.organisation_id = ${ctx.actor.organisationId} and s.in_use = 'yes'
    order by p.due_on nulls first, s.sort_key, s.id limit 2000`.execute(ctx.tx)
  return rows
}
