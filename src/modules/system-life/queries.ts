import { sql } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'
import { waitingParts } from '../approvals/public.tsx'
import { personReference } from '../people/public.ts'
import { findSystem } from '../systems/public.ts'
import type { Known, Standing } from './rules.ts'
import { consultationsOf } from './store.ts'

export { consultationsOf, findLife } from './store.ts'

export const endingReferences = { archivist: personReference }
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
  readonly reviewedOn: string | null
}
const mostOverviewed = 1000

/** The systems in use, with who keeps each, and when it was last reviewed and is to be: one statement (S4-170). */
export async function systemsInUse(ctx: Ctx): Promise<readonly Overviewed[]> {
  const { rows } = await sql<Overviewed>`
    select s.id, s.name, s.purpose, s.owner_id as owner, s.super_user_id as "superUser", l.appointed_id as appointed,
      s.logs_searches as "logsSearches", s.data_kinds as "dataKinds", o.name as "ownerName", u.name as "superUserName",
      p.due_on as "reviewDueOn", h.held_on as "reviewedOn"
    from system s
    left join system_life l on l.organisation_id = s.organisation_id and l.system_id = s.id
    left join person o on o.organisation_id = s.organisation_id and o.id = s.owner_id
    left join person u on u.organisation_id = s.organisation_id and u.id = s.super_user_id
    left join review_plan p on p.organisation_id = s.organisation_id and p.subject_type = 'system' and p.subject_id = s.id
    left join lateral (select held_on from review_held h
      where h.organisation_id = s.organisation_id and h.subject_type = 'system' and h.subject_id = s.id order by held_on desc limit 1) h on true
    where s.organisation_id = ${ctx.actor.organisationId} and s.in_use = 'yes'
    order by s.sort_key, s.id limit ${mostOverviewed}`.execute(ctx.tx)
  return rows
}
