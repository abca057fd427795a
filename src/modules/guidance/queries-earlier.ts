import { sql } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'
import { overseen } from './queries-confirmed.ts'

/** That somebody has read an edition and will follow it: a record of its own, which goes in its time (`store-expiring.ts`). */
export type Confirmation = {
  readonly id: string
  readonly article: string
  readonly name: string
  readonly titleNb: string | null
  readonly titleNn: string | null
  readonly titleEn: string | null
  readonly edition: number
  readonly at: Date
  readonly personId: string
  readonly person: string
}

const columns = sql`c.id, c.article_id as article, a.name, a.title_nb as "titleNb", a.title_nn as "titleNn", a.title_en as "titleEn",
  c.edition, c.at, c.person_id as "personId", p.name as person`
const confirmed = sql`article_confirmation c
  join article a on a.organisation_id = c.organisation_id and a.id = c.article_id
  join person p on p.organisation_id = c.organisation_id and p.id = c.person_id`
/** Those that somebody oversees. */
const among = (seen: readonly string[] | 'all') => sql`(${seen === 'all'} or p.unit_id = any(${seen === 'all' ? [] : [...seen]}::uuid[]))`

/** One's own, and those that one oversees. */
export async function findConfirmation(ctx: Ctx, id: string): Promise<Confirmation | undefined> {
  const { rows } = await sql<Confirmation>`
    select ${columns} from ${confirmed}
    where c.organisation_id = ${ctx.actor.organisationId} and c.id = ${id}
      and (c.person_id = ${ctx.actor.personId} or ${among(overseen(ctx.actor) ?? [])})`.execute(ctx.tx)
  return rows[0]
}

/** Of one text, by people who have left or of an edition that is in force no longer: they show nothing of today. */
export async function earlierConfirmations(ctx: Ctx, article: string, seen: readonly string[] | 'all'): Promise<readonly Confirmation[]> {
  const { rows } = await sql<Confirmation>`
    select ${columns} from ${confirmed}
    join article_edition e on e.organisation_id = c.organisation_id and e.article_id = c.article_id and e.edition = c.edition
    where c.organisation_id = ${ctx.actor.organisationId} and c.article_id = ${article} and (not p.active or e.replaced_on is not null)
      and ${among(seen)}
    order by c.edition desc, p.sort_key, c.id limit 1000`.execute(ctx.tx)
  return rows
}
