import { sql } from 'kysely'
import { type PlannedActions, plannedRows } from '../../kernel/planned.ts'
import { texts } from './texts.ts'

/** The audits of processors that an agreement plans; everybody may open an agreement. What was found says what is to be done. */
export const plannedInAgreements: PlannedActions = {
  key: 'avtaler',
  label: (locale) => texts(locale).one,
  rows: (ctx) =>
    plannedRows(
      {
        id: sql`c.id`,
        what: sql`coalesce(c.action, c.finding, a.other_party, a.name)`,
        about: sql`a.name`,
        href: sql`'/databehandleravtaler/' || a.id`,
        owner: sql`a.responsible_id`,
        unit: sql`a.unit_id`,
        due: sql`c.planned_on`,
        done: sql`c.held_on is not null`,
      },
      sql`from agreement_audit c join agreement a on a.organisation_id = c.organisation_id and a.id = c.agreement_id
        where a.organisation_id = ${ctx.actor.organisationId} and a.status <> 'ended'`,
    ),
}
