import { sql } from 'kysely'
import type { Role } from '../../kernel/actor.ts'
import { localDate } from '../../kernel/calendar/calendar.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Locale } from '../../kernel/texts.ts'
import type { Contact } from './person.ts'

/** Who holds a role today for one of these units, or for the whole organisation; each once, by name. */
export async function personsWithRoleIn(ctx: Ctx, role: Role, unitIds: readonly string[]): Promise<readonly Contact[]> {
  const today = localDate(ctx.now)
  const { rows } = await sql<{ id: string; name: string; email: string | null; locale: Locale | null }>`
    select p.id, p.name, p.email, p.locale from person p
    where p.organisation_id = ${ctx.actor.organisationId} and p.active and p.id in (
      select a.person_id from role_assignment a
      where a.organisation_id = ${ctx.actor.organisationId} and a.role = ${role}
        and (a.unit_id is null or a.unit_id = any(${[...unitIds]}::uuid[]))
        and a.from_date <= ${today} and (a.to_date is null or a.to_date > ${today}))
    order by p.sort_key, p.id`.execute(ctx.tx)
  return rows
}

/** Whoever holds one of these roles today, and those who work in the unit of one who does: IT is more than its head. */
export async function colleaguesOf(ctx: Ctx, roles: readonly Role[]): Promise<readonly string[]> {
  const today = localDate(ctx.now)
  const { rows } = await sql<{ id: string }>`
    with held as (
      select p.id, p.unit_id from person p
      join role_assignment a on a.organisation_id = p.organisation_id and a.person_id = p.id
      where p.organisation_id = ${ctx.actor.organisationId} and p.active and a.role = any(${[...roles]}::text[])
        and a.from_date <= ${today} and (a.to_date is null or a.to_date > ${today}))
    select id from held union
    select p.id from person p join held h on h.unit_id = p.unit_id
    where p.organisation_id = ${ctx.actor.organisationId} and p.active`.execute(ctx.tx)
  return rows.map(({ id }) => id)
}
