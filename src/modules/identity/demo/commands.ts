import type { Ctx } from '../../../kernel/ctx.ts'
import type { SignedInNow } from '../identity.ts'
import { accountOfPerson, closeSession, openSession, recordFor } from '../store.ts'
import type { DemoPerson } from './demo.ts'
import { demoGroups } from './queries.ts'

/** Signs in as one of the example people, by slug. The guard (`demoIsOpen`) is the route's. */
export async function beDemoPerson(ctx: Ctx, slug: string, before: string | null): Promise<SignedInNow | { readonly ok: false }> {
  const person = (await demoGroups(ctx, 'nb')).flatMap((group) => group.people).find((one) => one.slug === slug)
  if (!person) return { ok: false }
  if (before !== null) await closeSession(ctx, before)
  return await comeIn(ctx, person)
}

async function comeIn(ctx: Ctx, { organisationId, personId }: DemoPerson): Promise<SignedInNow> {
  const who = { organisationId, personId }
  // Those who serve several organisations have an account, so that the choice between them can be tried.
  const accountId = await accountOfPerson(ctx.tx, who)
  const token = await openSession(ctx, accountId, who, ctx.now, 'more')
  await recordFor(ctx, who, accountId, { type: 'account.signedIn', way: 'demo' })
  return { ok: true, token, ...who }
}
