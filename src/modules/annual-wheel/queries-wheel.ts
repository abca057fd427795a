import { sql } from 'kysely'
import { type LocalDate, localDate } from '../../kernel/calendar/calendar.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { activitiesBetween, auditsOfYear } from '../internal-control/public.ts'
import { mayReadAll as mayReadAllRisks } from '../risks/public.ts'
import type { Period, WheelEntry, WheelKind } from './annual-wheel.ts'
import { reviewClock } from './queries.ts'
import { mayReadReviews } from './rules.ts'
import { stateOf, together } from './wheel.ts'

const reviewed: Readonly<Record<string, { readonly kind: WheelKind; readonly at: string }>> = {
  system: { kind: 'systemReview', at: '/systemer' },
  risk: { kind: 'riskReview', at: '/ros' },
  requirement: { kind: 'requirementReview', at: '/krav' },
  governing_document: { kind: 'documentReview', at: '/styringsdokumenter' },
}
const lists: Readonly<Partial<Record<WheelKind, string>>> = {
  systemReview: '/systemgjennomganger',
  riskReview: '/ros',
  requirementReview: '/krav',
  documentReview: '/styringsdokumenter',
}

/** All that internal control does from one day to another: what is due, what is late, and what has been done (S4-027). */
export async function wheelEntries(ctx: Ctx, period: Period): Promise<readonly WheelEntry[]> {
  const today = localDate(ctx.now)
  const one = (kind: WheelKind, id: string, name: string | null, href: string | null, dueOn: LocalDate, doneOn: LocalDate | null) => ({
    ...{ key: `${kind} ${id} ${doneOn ?? dueOn}`, kind, name, href, day: doneOn ?? dueOn },
    state: stateOf(doneOn, dueOn, today),
  })
  const audits = (await auditsOfYear(ctx, period.from, period.to)).map(({ id, values }) =>
    one('audit', id, values.name, `/revisjoner/${id}`, values.plannedOn ?? period.to, values.heldOn),
  )
  const activities = (await activitiesBetween(ctx, period.from, period.to)).map(({ id, values }) => {
    const kind = values.kind === 'questionnaire' ? 'questionnaire' : 'activity'
    return { ...one(kind, id, values.name, `/aktiviteter/${id}`, values.dueOn ?? period.to, values.doneOn), day: values.dueOn ?? period.to }
  })
  return together(
    [
      ...audits,
      ...activities,
      ...(await campaignEntries(ctx, period, one)),
      ...(await reviewEntries(ctx, period, one)),
      ...(await managementEntries(ctx, period, one)),
    ],
    lists,
  )
}
type One = (
  kind: WheelKind,
  id: string,
  name: string | null,
  href: string | null,
  dueOn: LocalDate,
  doneOn: LocalDate | null,
) => Omit<WheelEntry, 'count'>

/** The yearly reviews of systems, analyses, requirements and documents. What was due before the period, and is not done, is late in it. */
async function reviewEntries(ctx: Ctx, { from, to }: Period, one: One) {
  const today = localDate(ctx.now)
  const running = from <= today && today <= to
  const { rows } = await sql<{ type: string; id: string; due: LocalDate; done: LocalDate | null; name: string | null }>`
    with looked as (
      select subject_type as type, subject_id as id, due_on as due, null::date as done from review_plan
      where organisation_id = ${ctx.actor.organisationId} and due_on <= ${to} and (due_on >= ${from} or ${running})
      union all
      select subject_type, subject_id, held_on, held_on from review_held
      where organisation_id = ${ctx.actor.organisationId} and held_on between ${from} and ${to})
    select l.type, l.id, greatest(l.due, ${from}::date)::text as due, l.done::text as done, coalesce(s.name, r.name, q.name, g.name) as name
    from looked l
    left join system s on l.type = 'system' and s.organisation_id = ${ctx.actor.organisationId} and s.id = l.id and (s.in_use = 'yes' or l.done is not null)
    left join risk r on l.type = 'risk' and r.organisation_id = ${ctx.actor.organisationId} and r.id = l.id
    left join requirement q on l.type = 'requirement' and q.organisation_id = ${ctx.actor.organisationId} and q.id = l.id
    left join governing_document g on l.type = 'governing_document' and g.organisation_id = ${ctx.actor.organisationId} and g.id = l.id
    where coalesce(s.id, r.id, q.id, g.id) is not null
    order by l.due, l.id limit 4000`.execute(ctx.tx)
  const namesRisks = mayReadAllRisks(ctx.actor)
  return rows.flatMap(({ type, id, due, done, name }) => {
    const about = reviewed[type]
    return about ? [one(about.kind, id, type === 'risk' && !namesRisks ? null : name, `${about.at}/${id}`, due, done)] : []
  })
}

/** The rounds of the yearly questionnaire, by the day that the answers are due. */
async function campaignEntries(ctx: Ctx, { from, to }: Period, one: One) {
  const rows = await ctx.tx
    .selectFrom('campaign')
    .select(['id', 'name', 'due_on as dueOn', 'status'])
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('due_on', '>=', from)
    .where('due_on', '<=', to)
    .orderBy('due_on')
    .execute()
  const at = '/internkontroll'
  const opens = mayReadReviews(ctx.actor)
  // Its own page for those who read it, the list for those whose units it asks; no link leads where the reader may not come.
  const own = ctx.actor.leads.length > 0 ? at : null
  return rows.map(({ id, name, dueOn, status }) =>
    one('questionnaire', id, name, opens ? `${at}/${id}` : own, dueOn, status === 'closed' ? dueOn : null),
  )
}

/** The meetings that are planned or held; and the day the next is due, where none is planned by then: one that is planned for later is late. */
async function managementEntries(ctx: Ctx, { from, to }: Period, one: One) {
  const today = localDate(ctx.now)
  const rows = await ctx.tx
    .selectFrom('management_review')
    .select(['id', 'name', 'held_on as heldOn', 'state'])
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('held_on', '>=', from)
    .where('held_on', '<=', to)
    .orderBy('held_on')
    .execute()
  const at = mayReadReviews(ctx.actor) ? '/ledelsens-gjennomgang' : null
  const held = rows.map(({ id, name, heldOn, state }) =>
    one('managementReview', id, name, at && `${at}/${id}`, heldOn, state === 'approved' ? heldOn : null),
  )
  const { due } = await reviewClock(ctx)
  const isPlanned = rows.some(({ state, heldOn }) => state === 'planned' && heldOn <= due)
  // What was due before the period, and is not done, is late in it.
  const running = from <= today && today <= to
  const isHere = due <= to && (due >= from || running)
  // A day that nobody has set a meeting on is no plan: a year without one lacks it.
  const isLacking = held.length === 0 && due >= today
  return isPlanned || !isHere || isLacking ? held : [...held, one('managementReview', 'due', null, at, due < from ? from : due, null)]
}
