import { sql } from 'kysely'
import { type PlannedActions, plannedRows } from '../../kernel/planned.ts'
import { mayReadFindings } from './rules.ts'
import { texts } from './texts.ts'

/** What was found by audits, and is put right or not. */
const findings: PlannedActions = {
  key: 'revisjoner',
  label: (locale) => texts(locale).findings.one,
  rows: (ctx) => {
    const { organisationId, personId } = ctx.actor
    return plannedRows(
      {
        id: sql`f.id`,
        what: sql`coalesce(f.action, f.name)`,
        about: sql`f.name`,
        href: sql`'/revisjonsfunn/' || f.id`,
        owner: sql`f.owner_id`,
        due: sql`f.due_on`,
        done: sql`f.closed_on is not null`,
      },
      sql`from audit_finding f
        join security_audit s on s.organisation_id = f.organisation_id and s.id = f.audit_id
        where f.organisation_id = ${organisationId} and (f.action is not null or f.due_on is not null)
          and ${mayReadFindings(ctx.actor) ? sql`true` : sql`(f.owner_id = ${personId} or s.leader_id = ${personId})`}`,
    )
  },
}

/** What an inspection asked for. */
const inspections: PlannedActions = {
  key: 'tilsyn',
  label: (locale) => texts(locale).inspections.one,
  rows: (ctx) => {
    const { organisationId, personId } = ctx.actor
    return plannedRows(
      {
        id: sql`i.id`,
        what: sql`i.action`,
        about: sql`i.name`,
        href: sql`'/tilsyn/' || i.id`,
        owner: sql`i.owner_id`,
        unit: sql`i.unit_id`,
        due: sql`i.due_on`,
        done: sql`i.closed_on is not null`,
      },
      sql`from inspection i where i.organisation_id = ${organisationId} and i.action is not null
        and ${mayReadFindings(ctx.actor) ? sql`true` : sql`i.owner_id = ${personId}`}`,
    )
  },
}

export const plannedInControl: readonly PlannedActions[] = [findings, inspections]
