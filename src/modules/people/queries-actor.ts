import { type RawBuilder, sql } from 'kysely'
import { type Actor, offices, type Role } from '../../kernel/actor.ts'
import { localDate } from '../../kernel/calendar/calendar.ts'
import type { Tx } from '../../kernel/ctx.ts'
import type { Profile } from '../../kernel/profile.ts'
import type { Locale } from '../../kernel/texts.ts'
import { profileOf } from '../organisation/public.ts'
import { mostTelling, titleOf } from './rules-roles.ts'
import { standsInFor } from './stand-in.ts'

/** All that a page needs to know of whoever asks. */
export type SignedIn = {
  readonly actor: Actor
  readonly name: string
  /** The person's own choice, else the organisation's. */
  readonly locale: Locale
  readonly organisationName: string
  readonly theme: Profile['theme']
  /** Example data: marked on every page. */
  readonly demo: boolean
  readonly profile: Profile
  /** What the person is called here, by the role that says most: "Personvernombud". */
  readonly roleTitle: (locale: Locale) => string
}

/**
 * Reads whoever asks, at every request and in one statement: a role given or taken holds from the next page (ASVS 8.3.2).
 * Undefined: no such person here, or one who has left.
 */
export async function loadActor(tx: Tx, organisationId: string, personId: string, now: Date): Promise<SignedIn | undefined> {
  const today = localDate(now)
  // Nobody but a leader makes the database look through the units: `exists (select from led)` is asked once and ends it.
  const { rows } = await sql<ActorRow>`
    with held as materialized (
      select a.role, a.unit_id from role_assignment a
      where a.organisation_id = ${organisationId} and a.person_id = ${personId}
        and a.from_date <= ${today} and (a.to_date is null or a.to_date > ${today})
    ), own as materialized (
      select l.path from unit l where l.organisation_id = ${organisationId} and l.leader_id = ${personId}
    ), led as materialized (
      select path from own
      union
      select l.path from held join unit l on l.organisation_id = ${organisationId} and l.id = held.unit_id
      where held.role in ('leader', 'unitHead')
    )
    select p.name, p.locale, p.unit_id, o.name as organisation_name, o.demo, o.profile_version,
      array(select role from held union select 'leader' from own union select 'employee' order by 1) as roles,
      array(
        select distinct a.role from role_assignment a join person h on h.organisation_id = a.organisation_id and h.id = a.person_id and h.active
        where a.organisation_id = ${organisationId} and a.role = any(${[...offices]}::text[])
          and a.from_date <= ${today} and (a.to_date is null or a.to_date > ${today})
          and exists (select from held where role in ('dpo', 'controller'))
      ) as filled,
      array_to_string(array(
        select distinct u.id from led join unit u on u.path[1:cardinality(led.path)] = led.path
        where u.organisation_id = ${organisationId} and exists (select from led)
      ), ',') as leads
    from person p
    join organisation o on o.id = p.organisation_id
    where p.organisation_id = ${organisationId} and p.id = ${personId} and p.active`.execute(tx)
  const row = rows[0]
  if (!row) return undefined
  const actor = actorOf(organisationId, personId, row)
  // Kept in memory: no second statement once it has been read.
  const profile = await profileOf({ tx, actor })
  return {
    actor,
    name: row.name,
    locale: (row.locale as Locale | null) ?? profile.locale,
    organisationName: row.organisation_name,
    theme: profile.theme,
    demo: row.demo,
    profile,
    roleTitle: (locale) => titleOf(profile, mostTelling(row.roles), locale),
  }
}

/**
 * The roles a person holds on a day: given with dates; leader, for whoever leads a unit; employee, for everyone (S4-073).
 * `person` is an alias of the table in the statement around.
 */
export const rolesToday = (person: RawBuilder<unknown>, today: string): RawBuilder<{ role: string }> => sql`
  select a.role from role_assignment a
  where a.organisation_id = ${person}.organisation_id and a.person_id = ${person}.id
    and a.from_date <= ${today} and (a.to_date is null or a.to_date > ${today})
  union all
  select 'leader' from unit led where led.organisation_id = ${person}.organisation_id and led.leader_id = ${person}.id
  union all
  select 'employee'`

type ActorRow = {
  name: string
  locale: string | null
  unit_id: string | null
  organisation_name: string
  demo: boolean
  profile_version: number
  roles: Role[]
  /** Roles that anybody holds; read for whoever may stand in, and for nobody else. */
  filled: Role[]
  /** With commas between: a thousand ids are read faster so than as an array. */
  leads: string
}

function rolesOf({ roles, filled }: ActorRow): Pick<Actor, 'roles' | 'standsInFor'> {
  const standing = standsInFor(roles, new Set(filled))
  return standing.length === 0 ? { roles } : { roles, standsInFor: standing }
}

const actorOf = (organisationId: string, personId: string, row: ActorRow): Actor => ({
  personId,
  organisationId,
  ...rolesOf(row),
  unitId: row.unit_id,
  leads: row.leads === '' ? [] : row.leads.split(','),
  profileVersion: row.profile_version,
})
