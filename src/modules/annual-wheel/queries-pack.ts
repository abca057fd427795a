import { type RawBuilder, sql } from 'kysely'
import { endOfDay, startOfDay } from '../../kernel/calendar/calendar.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { camerasByStatus } from '../cameras/public.ts'
import { periodFigures, technicalIncidents } from '../deviation/public.ts'
import { auditsBetween, findingsOf, inspectionsBetween, requirementsInForce } from '../internal-control/public.ts'
import { risksBetween } from '../risks/public.ts'
import { zonesByProtection } from '../zones/public.ts'
import type { Changed, DpoCases, Pack, Period } from './annual-wheel.ts'
import { decisionsOf } from './queries.ts'
import { wheelEntries } from './queries-wheel.ts'
import { countOf } from './wheel.ts'

/** What our own registers say of a period, for the ten items of management's review (S4-176 to S4-185). `review`: whose pack it is. */
export async function packFor(ctx: Ctx, review: string, period: Period): Promise<Pack> {
  const { from, to } = period
  return {
    audits: await auditsIn(ctx, period),
    deviations: await periodFigures(ctx, from, to),
    inspections: (await inspectionsBetween(ctx, from, to)).map(({ id, values }) => ({
      id,
      name: values.name ?? '',
      kind: values.kind ?? 'public',
      authority: values.authority,
      heldOn: values.heldOn ?? to,
      result: values.result,
      open: values.action !== null && values.closedOn === null,
    })),
    requirements: { changed: await changedIn(ctx, period, 'requirement'), inForce: await requirementsInForce(ctx) },
    processings: await changedIn(ctx, period, 'processing'),
    risks: await risksBetween(ctx, from, to),
    incidents: await technicalIncidents(ctx, from, to),
    organisation: { units: await changedIn(ctx, period, 'unit'), roles: await rolesIn(ctx, period) },
    premises: {
      zones: await zonesByProtection(ctx),
      cameras: await camerasByStatus(ctx),
      zonesChanged: await changedIn(ctx, period, 'premises_zone'),
      camerasChanged: await camerasIn(ctx, period),
    },
    plans: await plansIn(ctx, review, period),
  }
}

async function auditsIn(ctx: Ctx, { from, to }: Period): Promise<Pack['audits']> {
  const all = []
  for (const { id, values } of await auditsBetween(ctx, from, to)) {
    const findings = await findingsOf(ctx, id)
    const grades = Map.groupBy(findings, (one) => one.values.grade ?? 'improvement')
    all.push({
      ...{ id, name: values.name ?? '', heldOn: values.heldOn ?? to, results: values.results, conclusions: values.conclusions },
      grades: [...grades].map(([key, some]) => ({ key, count: some.length })),
      open: findings.filter((one) => one.values.closedOn === null && one.values.action !== null).length,
    })
  }
  return all
}

const during = ({ from, to }: Period): RawBuilder<boolean> => sql<boolean>`e.at >= ${startOfDay(from)} and e.at < ${endOfDay(to)}`

/** Records that were added, changed or ended in the period, as the log says: each once, by the most that happened to it. */
async function changedIn(
  ctx: Ctx,
  period: Period,
  table: 'requirement' | 'processing' | 'unit' | 'premises_zone',
): Promise<readonly Changed[]> {
  const types = ['ended', 'added', 'edited'].map((what) => `${table}.${what}`)
  const { rows } = await sql<Changed>`
    select r.id, r.name, case when bool_or(e.type like '%.ended') then 'ended' when bool_or(e.type like '%.added') then 'added' else 'edited' end as what
    from audit_event e join ${sql.table(table)} r on r.organisation_id = e.organisation_id and r.id = e.subject_id
    where e.organisation_id = ${ctx.actor.organisationId} and e.subject_type = ${table} and e.type = any(${types}::text[]) and ${during(period)}
    group by r.id, r.name, r.sort_key order by r.sort_key, r.id limit 500`.execute(ctx.tx)
  return rows
}

/** Cameras that something happened to in the period: each once, by the last deed of it, or that it is new or described otherwise. */
async function camerasIn(ctx: Ctx, period: Period): Promise<NonNullable<Pack['premises']>['camerasChanged']> {
  const deeds = ['approved', 'activated', 'turnedOff', 'removed', 'adopted']
  const types = [...deeds, 'added', 'edited'].map((what) => `camera.${what}`)
  const { rows } = await sql<Changed & { status: string }>`
    select r.id, r.name, r.status, coalesce(
        (array_agg(split_part(e.type, '.', 2) order by e.at desc, e.id desc) filter (where split_part(e.type, '.', 2) = any(${deeds}::text[])))[1],
        case when bool_or(e.type = 'camera.added') then 'added' else 'edited' end) as what
    from audit_event e join camera r on r.organisation_id = e.organisation_id and r.id = e.subject_id
    where e.organisation_id = ${ctx.actor.organisationId} and e.subject_type = 'camera' and e.type = any(${types}::text[]) and ${during(period)}
    group by r.id, r.name, r.status, r.sort_key order by r.sort_key, r.id limit 500`.execute(ctx.tx)
  return rows
}

/** How many were given each role, and how many ended: never who. */
async function rolesIn(ctx: Ctx, period: Period): Promise<Pack['organisation']['roles']> {
  const { rows } = await sql<{ role: string; given: number; ended: number }>`
    select e.data ->> 'role' as role, (count(*) filter (where e.type = 'person.roleGiven'))::integer as given,
      (count(*) filter (where e.type = 'person.roleEnded'))::integer as ended
    from audit_event e
    where e.organisation_id = ${ctx.actor.organisationId} and e.type in ('person.roleGiven', 'person.roleEnded') and ${during(period)}
    group by 1 order by 1`.execute(ctx.tx)
  return rows
}

async function plansIn(ctx: Ctx, review: string, period: Period): Promise<Pack['plans']> {
  const entries = await wheelEntries(ctx, period)
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from audit_finding
    where organisation_id = ${ctx.actor.organisationId} and closed_on is null and action is not null`.execute(ctx.tx)
  return {
    done: countOf(entries, 'done'),
    planned: countOf(entries, 'planned'),
    late: countOf(entries, 'late'),
    activities: entries.flatMap(({ name, day, state, kind }) =>
      name !== null && (kind === 'activity' || kind === 'questionnaire') ? [{ name, dueOn: day, state }] : [],
    ),
    decisions: (await decisionsOf(ctx, review, 'openOfOthers')).map(({ id, values }) => ({
      id,
      name: values.name ?? '',
      dueOn: values.dueOn ?? period.to,
      owner: values.owner,
    })),
    openFindings: rows[0]?.count ?? 0,
  }
}

/** What the data protection officer worked with in a period (S4-079): cases in numbers, and the systems that advice was asked on. */
export async function dpoCasesFor(ctx: Ctx, { from, to }: Period): Promise<DpoCases> {
  const { total, open, notified } = await periodFigures(ctx, from, to)
  const { rows } = await sql<{ name: string; answered: boolean }>`
    select s.name, c.answered_at is not null as answered
    from system_consultation c join system s on s.organisation_id = c.organisation_id and s.id = c.system_id
    where c.organisation_id = ${ctx.actor.organisationId} and c.asked_at >= ${startOfDay(from)} and c.asked_at < ${endOfDay(to)}
    order by s.sort_key, c.id limit 500`.execute(ctx.tx)
  return {
    deviations: total,
    open,
    notified,
    questions: rows.length,
    answered: rows.filter(({ answered }) => answered).length,
    systems: [...new Set(rows.map(({ name }) => name))],
  }
}
