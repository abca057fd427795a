import { sql } from 'kysely'
import { type PlannedActions, plannedRows } from '../../kernel/planned.ts'
import { fewest } from '../../register/count.ts'
import { mayReadReport, mayRun } from './permissions.ts'
import { texts } from './texts.ts'

/** The limit for small units as the profile has it now (profile.ts), where rows are chosen by SQL alone. */
const fewestIn = (organisation: string) => sql`coalesce(
  (select (profile -> 'questionnaire' ->> 'fewestPeople')::integer from organisation_profile
    where organisation_id = ${organisation} order by version desc limit 1), ${fewest}::integer)`

/** What units said that they will do: read by those who may open the unit's answers, and one's own by whoever does it. */
export const plannedInQuestionnaires: PlannedActions = {
  key: 'internkontroll',
  label: (locale) => texts(locale).title,
  rows: (ctx) => {
    const { organisationId, personId, leads } = ctx.actor
    const theirs = sql`(u.unit_id = any(${[...leads]}::uuid[]) or u.delegate_id = ${personId} or a.owner_id = ${personId})`
    return plannedRows(
      {
        // An answer has no id of its own: one that always follows from its unit and its question.
        id: sql`md5(a.campaign_unit_id || a.question)::uuid`,
        what: sql`a.action`,
        about: sql`u.name`,
        href: sql`'/internkontroll/' || u.campaign_id || '/enheter/' || u.id || '/tiltak/' || a.question`,
        owner: sql`a.owner_id`,
        unit: sql`u.unit_id`,
        due: sql`a.due_on`,
        done: sql`a.done_on is not null`,
      },
      sql`from campaign_answer a
        join campaign_unit u on u.organisation_id = a.organisation_id and u.id = a.campaign_unit_id
        where u.organisation_id = ${organisationId} and a.follow = 'action' and a.action is not null
          and ${mayRun(ctx.actor) ? sql`true` : mayReadReport(ctx.actor) ? sql`(${theirs} or u.people >= ${fewestIn(organisationId)})` : theirs}`,
    )
  },
}
