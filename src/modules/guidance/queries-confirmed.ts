import { sql } from 'kysely'
import type { Actor } from '../../kernel/actor.ts'
import { hasRole } from '../../kernel/actor.ts'
import type { LocalDate } from '../../kernel/calendar/calendar.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Published } from './guidance.ts'
import { mayAdd, mayKeep } from './rules.ts'

/** An article that somebody is to confirm, and has not. `dueOn`: by which day they have been asked; null where nobody has asked them yet. */
export type ToConfirm = {
  readonly id: string
  readonly name: string
  readonly titleNb: string | null
  readonly titleNn: string | null
  readonly titleEn: string | null
  readonly edition: number
  readonly changedAt: Date
  readonly dueOn: LocalDate | null
}

/** What applies to people `p` in unit `u`: all of the organisation's, and that of the units above. */
const applies = sql`a.must_confirm = 'yes' and (a.unit_id is null or a.unit_id = any(u.path))`
const notConfirmed = sql`not exists (
  select from article_confirmation c
  where c.organisation_id = a.organisation_id and c.article_id = a.id and c.edition = a.edition and c.person_id = p.id)`
const open = sql`t.organisation_id = p.organisation_id and t.subject_id = p.id and t.kind = 'article.confirm' and t.status = 'open'`

export async function toConfirm(ctx: Ctx, personId: string): Promise<readonly ToConfirm[]> {
  const { rows } = await sql<ToConfirm>`
    select a.id, a.name, a.title_nb as "titleNb", a.title_nn as "titleNn", a.title_en as "titleEn", a.edition, a.changed_at as "changedAt",
      ((t.due_at - interval '1 second') at time zone 'Europe/Oslo')::date::text as "dueOn"
    from person p
    left join unit u on u.organisation_id = p.organisation_id and u.id = p.unit_id
    join article_published a on a.organisation_id = p.organisation_id and ${applies}
    left join task t on ${open} and t.key = a.id::text
    where p.organisation_id = ${ctx.actor.organisationId} and p.id = ${personId} and p.active and ${notConfirmed}
    order by a.sort_key, a.id`.execute(ctx.tx)
  return rows
}

/**
 * People whose tasks are not those that follow from what they have confirmed: one is missing, one is there no longer, or an edition has come
 * since one was given its day. `days`: how many an edition gives.
 */
export async function readersToSync(ctx: Ctx, after: string, most: number, days: number): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select p.id from person p
    left join unit u on u.organisation_id = p.organisation_id and u.id = p.unit_id
    where p.organisation_id = ${ctx.actor.organisationId} and p.id > ${after} and (
      p.active and exists (
        select from article_published a
        where a.organisation_id = p.organisation_id and ${applies} and ${notConfirmed}
          and not exists (
            select from task t where ${open} and t.key = a.id::text
              and t.due_at >= ((a.changed_at at time zone 'Europe/Oslo')::date + ${days}::integer + 1)::timestamp at time zone 'Europe/Oslo'))
      or exists (
        select from task t where ${open} and (not p.active or not exists (
          select from article_published a
          where a.organisation_id = p.organisation_id and a.id::text = t.key and ${applies} and ${notConfirmed}))))
    order by p.id limit ${most}`.execute(ctx.tx)
  return rows.map(({ id }) => id)
}

/** Whose confirmations somebody sees: everybody's, or those of the units they lead. Null: nobody's. */
export function overseen(actor: Actor): readonly string[] | 'all' | null {
  if (mayKeep(actor) || hasRole(actor, 'controller', 'managementGroup', 'auditor')) return 'all'
  return actor.leads.length > 0 ? actor.leads : null
}

/** Who sees which systems and fields no routine covers: those who write, and those who oversee. */
export const seesGaps = (actor: Actor): boolean => mayAdd(actor) || overseen(actor) !== null

export type UnitShare = { readonly unit: string | null; readonly name: string | null; readonly people: number; readonly confirmed: number }

/** How many in each unit have confirmed the edition in force. */
export async function sharesOf(ctx: Ctx, { id, values }: Published, seen: readonly string[] | 'all'): Promise<readonly UnitShare[]> {
  const { rows } = await sql<UnitShare>`
    select p.unit_id as unit, u.name, count(*)::integer as people, count(c.person_id)::integer as confirmed
    from person p
    left join unit u on u.organisation_id = p.organisation_id and u.id = p.unit_id
    left join article_confirmation c on c.organisation_id = p.organisation_id and c.article_id = ${id} and c.edition = ${values.edition}
      and c.person_id = p.id
    where p.organisation_id = ${ctx.actor.organisationId} and p.active
      and (${values.unit}::uuid is null or ${values.unit}::uuid = any(u.path))
      and (${seen === 'all'} or p.unit_id = any(${seen === 'all' ? [] : [...seen]}::uuid[]))
    group by p.unit_id, u.name, u.sort_key
    order by u.sort_key nulls last, p.unit_id`.execute(ctx.tx)
  return rows
}

export type Reader = { readonly name: string; readonly at: Date | null }

/** The people of one unit, those who have not confirmed first. */
export async function readersIn(ctx: Ctx, { id, values }: Published, unit: string): Promise<readonly Reader[]> {
  const { rows } = await sql<Reader>`
    select p.name, c.at from person p
    left join article_confirmation c on c.organisation_id = p.organisation_id and c.article_id = ${id} and c.edition = ${values.edition}
      and c.person_id = p.id
    where p.organisation_id = ${ctx.actor.organisationId} and p.active and p.unit_id = ${unit}
    order by c.at nulls first, p.sort_key, p.id limit 1000`.execute(ctx.tx)
  return rows
}
