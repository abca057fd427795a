import { sql } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'
import { waitingParts } from '../approvals/public.tsx'
import { officeReference, personReference } from '../people/public.ts'
import { findSystem } from '../systems/public.ts'
import type { Known, Standing } from './rules.ts'
import { consultationsOf } from './store.ts'

export { consultationsOf, findLife } from './store.ts'

/** The Document Centre helps with the ending, and nobody else is asked for it (S4-124). */
export const endingReferences = { archivist: officeReference('documentCentre') }
export const appointmentReferences = { appointed: personReference }

/** The two of a system's life that others sign: kinds of their own, under the system's id. */
export const procurementOf = (id: string) => ({ type: 'procurement', id })
export const endingOf = (id: string) => ({ type: 'decommissioning', id })

/** What a procurement is judged by beside its own answers. */
export async function knownOf(ctx: Ctx, id: string): Promise<Known> {
  const system = await findSystem(ctx, id)
  return {
    owner: system?.values.owner ?? null,
    consultations: await consultationsOf(ctx, id),
    waiting: await waitingParts(ctx, procurementOf(id)),
  }
}

export type Overviewed = Standing & {
  readonly id: string
  readonly name: string
  readonly purpose: string | null
  readonly superUserName: string | null
  readonly ownerName: string | null
  readonly otherOverview: string | null
}

/** How a system `s` stands with all that its owner answers for, in one statement whichever system or page of systems it is read of (S4-170). */
export const standingColumns = sql`s.id, s.name, s.purpose, s.owner_id as owner, s.super_user_id as "superUser", l.appointed_id as appointed,
  s.logs_searches as "logsSearches", s.data_kinds as "dataKinds", v.id as "suppliedBy", s.other_overview as "otherOverview",
  o.name as "ownerName", u.name as "superUserName", p.due_on as "reviewDueOn", h.held_on as "reviewedOn", a.status as "agreement",
  (r.approved_at at time zone 'Europe/Oslo')::date::text as "analysedOn", c.open as "openChanges"`
export const standingJoins = sql`
  left join system_life l on l.organisation_id = s.organisation_id and l.system_id = s.id
  left join person o on o.organisation_id = s.organisation_id and o.id = s.owner_id
  left join supplier v on v.organisation_id = s.organisation_id and v.id = s.supplied_by_id and v.processes_data is distinct from 'no'
  left join person u on u.organisation_id = s.organisation_id and u.id = s.super_user_id
  left join review_plan p on p.organisation_id = s.organisation_id and p.subject_type = 'system' and p.subject_id = s.id
  left join lateral (select held_on from review_held h
    where h.organisation_id = s.organisation_id and h.subject_type = 'system' and h.subject_id = s.id order by held_on desc limit 1) h on true
  left join lateral (select max(approved_at) as approved_at from risk r
    where r.organisation_id = s.organisation_id and r.systems_ids @> array[s.id] and r.status in ('approved', 'changed')) r on true
  left join lateral (select status from agreement a where a.organisation_id = s.organisation_id and a.systems_ids @> array[s.id]
    and a.status in ('inForce', 'draft') order by a.status desc limit 1) a on true
  left join lateral (select count(*)::integer as open from system_change c
    where c.organisation_id = s.organisation_id and c.system_id = s.id and c.status = 'open') c on true`

export async function standingOf(ctx: Ctx, id: string): Promise<Overviewed | undefined> {
  const { rows } = await sql<Overviewed>`select ${standingColumns} from system s ${standingJoins}
    where s.organisation_id = ${ctx.actor.organisationId} and s.id = ${id}`.execute(ctx.tx)
  return rows[0]
}
