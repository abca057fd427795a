import { sql } from 'kysely'
import { localDate } from '../../../kernel/calendar/calendar.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { isId } from '../../../kernel/ids.ts'
import { personsAtWork } from '../../people/public.ts'
import { linksOf, passwordRule, providers } from '../openid/queries.ts'
import { accountOfPerson } from '../store.ts'

/** What somebody who cannot sign in yet lacks; null where nothing is lacking. `elsewhere`: passwords are no way in here. */
export type WayIn = { readonly name: string; readonly lacks: 'email' | 'account' | 'password' | 'elsewhere' | null }

export async function wayInOf(ctx: Ctx, personId: string): Promise<WayIn> {
  // Whoever reads it has come in.
  if (personId === ctx.actor.personId) return { name: '', lacks: null }
  const person = isId(personId) ? (await personsAtWork(ctx, [personId])).get(personId) : undefined
  if (!person || (await linksOf(ctx, personId)).length > 0) return { name: '', lacks: null }
  const { name, email } = person
  if (email !== null && (await linksByAddress(ctx))) return { name, lacks: null }
  const who = { organisationId: ctx.actor.organisationId, personId }
  const account = await accountOfPerson(ctx.tx, who)
  if ((await passwordRule(ctx)).values.passwords === 'emergency') return { name, lacks: 'elsewhere' }
  if (account === null) return { name, lacks: email === null ? 'email' : 'account' }
  const { rows } = await sql<{ has: boolean }>`select varde_has_password(${who.organisationId}, ${personId}) as has`.execute(ctx.tx)
  return { name, lacks: rows[0]?.has ? null : 'password' }
}

/**
 * How many of those at work have been given no way in: no account, no link to a provider, and nobody a provider will know by the address.
 * `withRole`: those of them who have a role today, and are waited for.
 */
export async function withoutWayIn(ctx: Ctx): Promise<{ readonly all: number; readonly withRole: number }> {
  const byAddress = await linksByAddress(ctx)
  const today = localDate(ctx.now)
  const { rows } = await sql<{ all: number; withRole: number }>`
    select count(*)::int as "all", (count(*) filter (where exists (
        select from role_assignment a where a.organisation_id = p.organisation_id and a.person_id = p.id
          and a.from_date <= ${today} and (a.to_date is null or a.to_date > ${today}))))::int as "withRole" from person p
    where p.organisation_id = ${ctx.actor.organisationId} and p.active and not (${byAddress} and p.email is not null)
      and not exists (select from openid_link l where l.organisation_id = p.organisation_id and l.person_id = p.id)
      and not exists (select from openid_expected e where e.organisation_id = p.organisation_id and e.person_id = p.id)
      and varde_account_of_person(p.organisation_id, p.id) is null`.execute(ctx.tx)
  return rows[0] ?? { all: 0, withRole: 0 }
}

const linksByAddress = async (ctx: Ctx): Promise<boolean> =>
  (await providers(ctx)).some(({ values }) => values.active === 'yes' && values.linking === 'email')
