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
