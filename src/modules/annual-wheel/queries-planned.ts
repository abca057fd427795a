import { sql } from 'kysely'
import { type PlannedActions, plannedRows } from '../../kernel/planned.ts'
import { mayReadReviews } from './rules.ts'
import { texts } from './texts.ts'

/** What management decided: read by those who read its reviews, and one's own by whoever carries it out. */
export const plannedByManagement: PlannedActions = {
  key: 'ledelsen',
  label: (locale) => texts(locale).decisions.one,
  rows: (ctx) => {
    const { organisationId, personId } = ctx.actor
    return plannedRows(
      {
        id: sql`v.id`,
        what: sql`v.name`,
        about: sql`g.name`,
        href: sql`'/ledelsesvedtak/' || v.id`,
        owner: sql`v.owner_id`,
        due: sql`v.due_on`,
        done: sql`v.closed_on is not null`,
      },
      sql`from management_decision v
        join management_review g on g.organisation_id = v.organisation_id and g.id = v.review_id
        where v.organisation_id = ${organisationId} and ${mayReadReviews(ctx.actor) ? sql`true` : sql`v.owner_id = ${personId}`}`,
    )
  },
}
