import { sql } from 'kysely'
import { type PlannedActions, plannedRows } from '../../kernel/planned.ts'
import { readBy } from './queries.ts'
import { texts } from './texts.ts'

/** The measures of assessments that are not ended. */
export const plannedInDpias: PlannedActions = {
  key: 'dpia',
  label: (locale) => texts(locale).one,
  rows: (ctx) =>
    plannedRows(
      {
        id: sql`m.id`,
        what: sql`m.name`,
        about: sql`r.name`,
        href: sql`'/dpia/' || r.id`,
        owner: sql`m.owner_id`,
        unit: sql`r.unit_id`,
        due: sql`m.due_on`,
        done: sql`m.done_on is not null`,
        decidedBy: sql`m.decided_by_id`,
        decidedOn: sql`m.decided_on`,
        evidence: sql`m.evidence`,
      },
      sql`from dpia_measure m join dpia r on r.organisation_id = m.organisation_id and r.id = m.dpia_id
        where ${readBy(ctx)} and r.status <> 'ended'`,
    ),
}
