import { sql } from 'kysely'
import { localDate } from '../../kernel/calendar/calendar.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { processedActivities } from '../agreements/public.ts'
import { mayAddCamera } from '../cameras/public.ts'
import { casesOfUnit, specialDataTypes } from '../deviation/public.ts'
import { disclosuresOfUnit, extractsOfUnit } from '../disclosures/public.ts'
import { publishedFrom } from '../guidance/public.tsx'
import { consentState, noticesOf } from '../information-notices/public.ts'
import { profileOf } from '../organisation/public.ts'
import { personsWithRoles } from '../people/public.ts'
import { qualities } from '../processing/public.ts'
import { rulesInUse } from '../sources/public.ts'
import { requestFigures } from '../subject-requests/public.ts'
import { trainedShare } from '../training/public.ts'
import type { Known } from './content.ts'
import type { Activity, Facts, MeasureCount, OwnCamera, OwnSystem } from './known.ts'

const most = 200

/** The unit's own, and no other's (S2-19). */
export async function ownActivities(ctx: Ctx, unitId: string): Promise<readonly Activity[]> {
  const { rows } = await sql<Activity>`
    select p.id, p.name, p.kind, p.status, p.touched_at as "touchedAt", p.data_kinds && ${[...specialDataTypes]}::text[] as sensitive,
      p.notified_at as "notifiedAt", p.permission, p.prior_approval as approval, p.external_reference as reference,
      p.external_status as outside, 'consent' = any(p.basis) as consent, p.deletion_routine as "deletionRoutine",
      (select count(*)::integer from processing_check c where c.organisation_id = p.organisation_id and c.processing_id = p.id
        and c.point = any(${[...qualities]}::text[]) and c.answer is not null) as sides
    from processing p
    where p.organisation_id = ${ctx.actor.organisationId} and p.unit_id = ${unitId} and p.status <> 'ended'
    order by p.sort_key, p.id limit ${most}`.execute(ctx.tx)
  return rows
}

async function ownSystems(ctx: Ctx, unitId: string): Promise<readonly OwnSystem[]> {
  const { rows } = await sql<OwnSystem>`
    select s.id, s.name, 'accessControl' = any(s.standard_measures) as "accessControl", exists (
      select from risk r where r.organisation_id = s.organisation_id and s.id = any(r.systems_ids) and r.status = 'approved') as assessed,
      exists (select from article_published a where a.organisation_id = s.organisation_id and a.kind = 'routine' and s.id = any(a.systems_ids)) as routine,
      (select count(*)::int from access_grant g where g.organisation_id = s.organisation_id and g.system_id = s.id and g.removed_on is null) as granted
    from system s
    where s.organisation_id = ${ctx.actor.organisationId} and s.owner_unit_id = ${unitId} and s.in_use = 'yes'
    order by s.sort_key, s.id limit ${most}`.execute(ctx.tx)
  return rows
}

/** Measures in the analyses of the unit and its systems, counted: what they say is read by those who may read the analyses. */
async function ownMeasures(ctx: Ctx, unitId: string): Promise<readonly MeasureCount[]> {
  const { rows } = await sql<MeasureCount>`
    select m.kind, count(*) filter (where 'preventing' = any(m.effect))::int as preventing,
      count(*) filter (where 'detecting' = any(m.effect))::int as detecting
    from risk_measure m
    join risk r on r.organisation_id = m.organisation_id and r.id = m.risk_id and r.status <> 'ended'
    where m.organisation_id = ${ctx.actor.organisationId} and m.kind in ('physical', 'technical') and (r.unit_id = ${unitId} or exists (
      select from system s where s.organisation_id = r.organisation_id and s.owner_unit_id = ${unitId} and s.id = any(r.systems_ids)))
    group by m.kind order by m.kind`.execute(ctx.tx)
  return rows
}

/** Cameras in the area of the unit, who has put them up included (S2-67). */
async function ownCameras(ctx: Ctx, unitId: string): Promise<readonly OwnCamera[]> {
  const { rows } = await sql<OwnCamera>`
    select c.id, c.name, c.site, c.status from camera c
    where c.organisation_id = ${ctx.actor.organisationId} and c.unit_id = ${unitId} and c.status <> 'removed'
    order by c.sort_key, c.id limit ${most}`.execute(ctx.tx)
  return rows
}

async function portalOf(ctx: Ctx, unitId: string): Promise<readonly string[] | null> {
  const { rows } = await sql<{ names: readonly string[] }>`
    select array(select p.name from person p where p.organisation_id = u.organisation_id and p.id = any(u.research_portal_people_ids)
      order by p.sort_key, p.id) as names
    from unit u where u.organisation_id = ${ctx.actor.organisationId} and u.id = ${unitId} and u.research_portal = 'yes'`.execute(ctx.tx)
  return rows[0]?.names ?? null
}

const ofActivities: readonly Known[] = ['processings', 'notices', 'licences', 'sensitive', 'research', 'overview', 'consent', 'deletion']

/** The activities that rest on a consent that nobody has described (S2-33). */
async function consentsLacking(ctx: Ctx, activities: readonly Activity[]): Promise<readonly string[]> {
  const asked = activities.filter(({ consent }) => consent).map(({ id }) => id)
  const notices = await noticesOf(ctx, asked)
  return asked.filter((id) => consentState({ basis: ['consent'] }, notices.get(id) ?? []) === 'incomplete')
}

/** What the registers know of one unit that the questions of a section ask about. What is not asked is not read. */
export async function factsOf(ctx: Ctx, unitId: string, asked: readonly Known[]): Promise<Facts> {
  const asks = (...some: readonly Known[]) => some.some((one) => asked.includes(one))
  const activities = asks(...ofActivities) ? await ownActivities(ctx, unitId) : []
  const year = Number(localDate(ctx.now).slice(0, 4))
  return {
    controller: {
      title: (await profileOf(ctx)).titles.controller,
      holders: asks('controller') ? (await personsWithRoles(ctx, ['controller'])).map(({ name }) => name) : [],
    },
    activities,
    portal: asks('research') ? await portalOf(ctx, unitId) : null,
    processed: asks('processors') ? await processedActivities(ctx, null, unitId) : [],
    systems: asks('systems') ? await ownSystems(ctx, unitId) : [],
    measures: asks('measures') ? await ownMeasures(ctx, unitId) : [],
    cameras: asks('cameras') ? await ownCameras(ctx, unitId) : [],
    addsCamera: mayAddCamera(ctx.actor),
    cases: asks('deviations') ? await casesOfUnit(ctx, unitId, year) : 0,
    consentsLacking: asks('consent') ? await consentsLacking(ctx, activities) : [],
    requests: asks('requests') ? await requestFigures(ctx, unitId, year) : null,
    disclosures: asks('exports') ? await disclosuresOfUnit(ctx, unitId) : [],
    extracts: asks('extracts') ? await extractsOfUnit(ctx, unitId) : [],
    trained: asks('training') ? await trainedShare(ctx, unitId) : null,
    rules: asks('training') ? await rulesInUse(ctx) : [],
    routine: asks('deviations') ? await publishedFrom(ctx, 'deviationRoutine') : undefined,
  }
}
