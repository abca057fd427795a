import type { Database } from '../../db/database.ts'
import { inOrganisations } from '../../db/transaction.ts'
import { asStranger } from '../people/factory.ts'
import { signIn } from './commands.ts'
import { hashPassword } from './password/password.ts'
import { sessionFrom } from './queries.ts'
import { insertAccount, insertMembership, type Who } from './store.ts'

export const rightPassword = 'kaffi lampe regnjakke'

/** An account with `rightPassword`, which may be some person in each of the places. */
export const makeAccount = (db: Database, email: string, now: Date, ...places: readonly Who[]): Promise<string> =>
  inOrganisations(db, [...new Set(places.map((place) => place.organisationId))], async (tx) => {
    const id = await insertAccount(tx, email, await hashPassword(rightPassword), now, places[0]?.organisationId ?? null)
    if (!id) throw new Error(`${email} has an account`)
    for (const place of places) await insertMembership(tx, id, place)
    return id
  })

export const tryFrom = (
  db: Database,
  now: Date,
  address: string,
  email: string,
  password: string = rightPassword,
  token: string | null = null,
  device: string | null = null,
) => asStranger(db, now, (ctx) => signIn(ctx, { email, password }, { address, token, device }))

/** Signs in, or throws. */
export async function signedInAt(db: Database, now: Date, email: string, address = '10.0.0.1'): Promise<string> {
  const said = await tryFrom(db, now, address, email)
  if (!said.ok) throw new Error(`Could not sign in: ${said.why}`)
  return said.token
}

export const sessionAt = async (db: Database, token: string, now: Date) =>
  sessionFrom(db.web, await asStranger(db, now, async ({ house }) => house), token, now)
