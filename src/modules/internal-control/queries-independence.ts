import { sql } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'
import { personsWithRoles } from '../people/public.ts'
import { type AuditAnswers, auditedBy, auditors, type Tie } from './rules-independence.ts'

/** How those who lead the audit or take part in it stand to what is audited. */
export const tiesOf = (ctx: Ctx, values: AuditAnswers): Promise<readonly Tie[]> => tiesAmong(ctx, auditedBy(values), values.units)

/**
 * Whoever leads a unit, one above it or one below it leads what is audited; whoever works in it or below it belongs there. To the whole
 * organisation everybody belongs: of that only those are said who work in no unit below it.
 */
async function tiesAmong(ctx: Ctx, persons: readonly string[], units: readonly string[]): Promise<readonly Tie[]> {
  if (persons.length === 0 || units.length === 0) return []
  const { rows } = await sql<Tie>`
    select * from (
      select p.id as person, p.name, p.sort_key as place, u.name as unit,
        exists (
          select from unit l where l.organisation_id = u.organisation_id and l.leader_id = p.id and (l.id = any(u.path) or u.id = any(l.path))) as leads,
        p.unit_id = u.id or u.parent_id is not null and exists (
          select from unit h where h.organisation_id = u.organisation_id and h.id = p.unit_id and u.id = any(h.path)) as belongs
      from person p join unit u on u.organisation_id = p.organisation_id
      where p.organisation_id = ${ctx.actor.organisationId} and p.id = any(${[...persons]}::uuid[]) and u.id = any(${[...units]}::uuid[])) t
    where t.leads or t.belongs order by t.place, t.person, t.unit`.execute(ctx.tx)
  return rows.map(({ person, name, unit, leads }) => ({ person, name, unit, leads }))
}

/** As many as are named as somebody who could. */
const mostNamed = 8
/** Who else could: those who may plan audits, and have nothing to do with what is audited. */
export async function othersFor(ctx: Ctx, values: AuditAnswers): Promise<readonly string[]> {
  const taken = auditedBy(values)
  const could = (await personsWithRoles(ctx, auditors)).filter(({ id }) => !taken.includes(id))
  const tied = await tiesAmong(
    ctx,
    could.map(({ id }) => id),
    values.units,
  )
  return could
    .filter(({ id }) => !tied.some(({ person }) => person === id))
    .slice(0, mostNamed)
    .map(({ name }) => name)
}
