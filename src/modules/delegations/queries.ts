import { sql } from 'kysely'
import { type LocalDate, localDate } from '../../kernel/calendar/calendar.ts'
import type { Attaches, Ctx } from '../../kernel/ctx.ts'
import { inAll } from '../../kernel/texts.ts'
import { personReference, unitReference } from '../people/public.ts'
import { findProcessing, processingReference } from '../processing/public.ts'
import { anySystemReference, findSystem } from '../systems/public.ts'
import { mayEdit } from './rules.ts'
import { store } from './store.ts'

export const findDelegation = store.find

/** Who answers for what it points at. */
export const references = {
  delegatedBy: personReference,
  delegatedTo: personReference,
  unit: unitReference,
  processings: processingReference,
  systems: anySystemReference,
}

/** Decisions and letters that it is documented with: everybody reads them. */
export async function filesOfDelegation(ctx: Ctx, id: string): Promise<Attaches | undefined> {
  const found = await findDelegation(ctx, id)
  if (!found) return undefined
  const { name } = found.values
  return { page: `/delegeringer/${id}`, name: inAll(() => name ?? ''), add: mayEdit(found, ctx.actor), protectedBy: false }
}

export type Standing = {
  readonly id: string
  readonly name: string
  readonly by: string
  readonly to: string
  readonly fromDate: LocalDate
  readonly toDate: LocalDate | null
}

const inForce = (today: LocalDate) =>
  sql<boolean>`d.in_force = 'yes' and d.from_date <= ${today} and (d.to_date is null or d.to_date >= ${today})`
/** Whoever has left gives nothing and has nothing. */
const atWork = sql`
    join person g on g.organisation_id = d.organisation_id and g.id = d.delegated_by_id and g.active
    join person t on t.organisation_id = d.organisation_id and t.id = d.delegated_to_id and t.active`
/** It names no unit, or this one or one above it. */
const holdsIn = (unit: string | null) =>
  sql<boolean>`(d.unit_id is null or exists (
        select from unit u where u.organisation_id = d.organisation_id and u.id = ${unit}::uuid and d.unit_id = any(u.path)))`
const most = 20

/**
 * The delegations of daily responsibility that cover an activity today: those that name it, and those that name none and are of its unit, of
 * a unit above, or of the whole.
 */
export async function coveringProcessing(ctx: Ctx, id: string): Promise<readonly Standing[] | null> {
  const activity = await findProcessing(ctx, id)
  if (!activity) return null
  const { rows } = await sql<Standing>`
    select d.id, d.name, g.name as by, t.name as to, d.from_date::text as "fromDate", d.to_date::text as "toDate"
    from delegation d ${atWork}
    where d.organisation_id = ${ctx.actor.organisationId} and d.authority = 'processing' and ${inForce(localDate(ctx.now))}
      and (${id} = any(d.processings_ids) or (d.processings_ids = '{}' and ${holdsIn(activity.values.unit)}))
    order by d.from_date desc, d.id limit ${most}`.execute(ctx.tx)
  return rows
}

/**
 * Those at work to whom one of these people, at work as well, has delegated to decide on giving out data of a system: it is named, or none is
 * and it is owned by the unit, by one below it, or the delegation is for the whole. What others registered in the giver's name gives nothing
 * until the giver has given it.
 */
export async function delegatesForDisclosure(ctx: Ctx, givers: readonly string[], system: string): Promise<readonly string[]> {
  if (givers.length === 0) return []
  const unit = (await findSystem(ctx, system))?.values.ownerUnit ?? null
  const { rows } = await sql<{ id: string }>`
    select distinct t.id from delegation d ${atWork}
    where d.organisation_id = ${ctx.actor.organisationId} and d.authority = 'disclosure' and d.own_hand_at is not null
      and ${inForce(localDate(ctx.now))}
      and d.delegated_by_id = any(${[...givers]}::uuid[]) and (${system} = any(d.systems_ids) or (d.systems_ids = '{}' and ${holdsIn(unit)}))
    order by t.id`.execute(ctx.tx)
  return rows.map(({ id }) => id)
}

export type Given = { readonly id: string; readonly name: string; readonly received: boolean }
/** What somebody who leaves has delegated or been delegated, and that nobody has withdrawn. */
export async function delegationsOf(ctx: Ctx, person: string): Promise<readonly Given[]> {
  const { rows } = await sql<Given>`
    select d.id, d.name, d.delegated_to_id = ${person} as received from delegation d
    where d.organisation_id = ${ctx.actor.organisationId} and d.in_force = 'yes'
      and (d.delegated_by_id = ${person} or d.delegated_to_id = ${person})
    order by d.sort_key, d.id limit ${most}`.execute(ctx.tx)
  return rows
}
