import { sql } from 'kysely'
import { type PlannedActions, plannedRows } from '../../kernel/planned.ts'
import { measuresGivenTo, workedBy } from './queries-standing.ts'
import { texts } from './texts.ts'

/** The measures of cases: all of a case for those it stands open to; their own for those who have one to do. History has none. */
export const plannedInDeviations: PlannedActions = {
  key: 'avvik',
  label: (locale) => texts(locale).kind,
  quiet: true,
  rows: (ctx) =>
    plannedRows(
      {
        id: sql`m.id`,
        what: sql`m.what`,
        about: sql`d.year || '-' || lpad(d.number::text, 4, '0')`,
        href: sql`'/avvik/' || d.id`,
        owner: sql`m.responsible_person_id`,
        role: sql`m.responsible_role`,
        words: sql`m.responsible`,
        unit: sql`d.affected_unit_id`,
        due: sql`m.due_on`,
        done: sql`coalesce(m.state = 'done', false)`,
      },
      sql`from deviation_measure m join deviation d on d.organisation_id = m.organisation_id and d.id = m.deviation_id
        where d.channel is distinct from 'imported' and (${workedBy(ctx)} or ${measuresGivenTo(ctx)})`,
    ),
}
