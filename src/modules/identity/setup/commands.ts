import { clockwork } from '../../../kernel/actor.ts'
import { localDate } from '../../../kernel/calendar/calendar.ts'
import type { Happening, Outcome } from '../../../kernel/change.ts'
import type { Ctx, Tx } from '../../../kernel/ctx.ts'
import { newId, newToken } from '../../../kernel/ids.ts'
import { anyOrganisation, createOrganisation, profiles, saveDetails, slugOf } from '../../organisation/public.ts'
import { addPerson, addUnit, always, giveRole } from '../../people/public.ts'
import type { SignedInNow } from '../identity.ts'
import { hashPassword } from '../password/password.ts'
import type { Doors } from '../queries.ts'
import { insertAccount, insertMembership, openSession, recordFor } from '../store.ts'
import type { SetUp } from './rules.ts'
import { isSetUpToken, markDemo, saveSetUpToken, takeSetUpToken } from './store.ts'

/**
 * At the start of a new installation: a token for the address /oppsett/…, which the start prints. Only its hash is kept; each
 * start makes a new one, and the one before stops working. Null when somebody has set the installation up.
 */
export async function newSetUpToken(tx: Tx): Promise<string | null> {
  if (await anyOrganisation(tx)) return null
  const token = newToken()
  await saveSetUpToken(tx, token)
  return token
}

/** The same, on a connection of its own: the path to print, `/oppsett/…`. */
export const openSetup: (db: Doors, now: Date) => Promise<string | null> = async (db) => {
  const token = await db.web.transaction().execute((tx) => newSetUpToken(tx))
  return token && `/oppsett/${token}`
}

/** Whether the page is there at all. Once the installation is set up, no token is right. */
export const maySetUp = async (tx: Tx, token: string): Promise<boolean> => (await isSetUpToken(tx, token)) && !(await anyOrganisation(tx))

/**
 * Makes the first organisation and signs its administrator in. The administrator may be data protection officer too, as in a
 * small municipality; a larger one gives that role to another (S4-077: administering gives no right to read cases).
 */
export async function setUp(
  ctx: Ctx,
  token: string,
  given: SetUp,
): Promise<SignedInNow | { readonly ok: false; readonly why: 'notFound' }> {
  const { tx, now, house } = ctx
  // The hash takes time; it is made before the lock, and thrown away by whoever comes second.
  const passwordHash = await hashPassword(given.password)
  if (!(await takeSetUpToken(tx, token)) || (await anyOrganisation(tx))) return { ok: false, why: 'notFound' }
  const profile = { ...profiles[given.preset], locale: given.language }
  const { id: organisationId } = await createOrganisation(
    { tx, now, house },
    { name: given.name, slug: slugOf(given.name), profile, demo: false },
  )
  const inside: Ctx = { ...ctx, actor: clockwork(organisationId, 1) }
  if (Object.values(given.details).some((detail) => detail !== null)) must(await saveDetails(inside, null, given.details))
  const unit = must(
    await addUnit(inside, {
      name: given.name,
      kind: 'organisation',
      researchPortal: null,
      researchPortalPeople: [],
      parent: null,
      leader: null,
    }),
  )
  const admin = { name: given.admin, email: given.email, unit: unit.id, leader: null, locale: null }
  // Whoever holds the token is one person, and says so by setting it up.
  const person = must(await addPerson(inside, admin, null, newId(ctx.now), true))
  for (const role of given.alsoDpo ? (['admin', 'dpo'] as const) : (['admin'] as const))
    must(await giveRole(inside, person.id, null, always(role, localDate(now))))
  const who = { organisationId, personId: person.id }
  const accountId = await insertAccount(tx, given.email, passwordHash, now, organisationId)
  if (!accountId) throw new Error('An installation without organisations has an account.')
  await insertMembership(tx, accountId, who)
  const session = await openSession({ tx, house }, accountId, who, now, 'password')
  await recordFor(ctx, who, accountId, { type: 'account.created' })
  await recordFor(ctx, who, accountId, { type: 'account.signedIn', way: 'setUp' })
  return { ok: true, token: session, ...who }
}

/** Loads the example data instead, and opens the demo's sign-in for this machine. `seed` fills the empty installation. */
export async function setUpExample(ctx: Ctx, token: string, seed: (ctx: Ctx) => Promise<void>): Promise<boolean> {
  if (!(await takeSetUpToken(ctx.tx, token)) || (await anyOrganisation(ctx.tx))) return false
  await markDemo(ctx.tx)
  await seed(ctx)
  return true
}

/** Set-up is all or nothing: a refusal here undoes the transaction. */
function must<T>(outcome: Outcome<T, Happening>): T {
  if (!outcome.ok) throw new Error(`Set-up was refused: ${outcome.why} ${outcome.fields.join(', ')}`)
  return outcome.next
}
