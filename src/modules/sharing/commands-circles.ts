import { record } from '../../kernel/audit.ts'
import { type Refusal, refuse } from '../../kernel/change.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { takeTurn } from '../../kernel/once.ts'
import { organisationCalled } from '../organisation/public.ts'
import { circles, findCircle, isSharedWith } from './queries-circles.ts'
import { mayShare } from './rules.ts'
import type { Circle, SharingEvent } from './sharing.ts'

type Done = Promise<{ readonly ok: true; readonly next: { readonly id: string } } | Refusal>

/** Makes a circle, or calls it something else. `version`: what its editor saw; 0 where it is new. */
export async function saveCircle(ctx: Ctx, id: string, version: number, name: string): Done {
  if (!mayShare(ctx.actor)) return refuse('notAllowed')
  await takeTurn(ctx, 'sharing_circle')
  const all = await circles(ctx)
  const before = all.find((one) => one.id === id)
  if (before?.name === name) return refuse('nothingChanged')
  if ((before?.version ?? 0) !== version) return refuse('stale')
  if (all.some((one) => one.id !== id && one.name.toLowerCase() === name.toLowerCase())) return refuse('nameTaken', ['name'])
  const key = { organisation_id: ctx.actor.organisationId, id }
  await ctx.tx
    .insertInto('sharing_circle')
    .values({ ...key, version: version + 1, name })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'id']).doUpdateSet({ version: version + 1, name }))
    .execute()
  return noted(ctx, id, 'sharing.circleSaved')
}

/** A circle that nothing is shared with is taken away. */
export async function removeCircle(ctx: Ctx, id: string): Done {
  if (!mayShare(ctx.actor)) return refuse('notAllowed')
  await takeTurn(ctx, 'sharing_circle')
  if (await isSharedWith(ctx, id)) return refuse('inUse')
  const gone = await ctx.tx
    .deleteFrom('sharing_circle')
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('id', '=', id)
    .executeTakeFirst()
  return gone.numDeletedRows === 0n ? refuse('nothingChanged') : noted(ctx, id, 'sharing.circleRemoved')
}

/** Names an organisation of the installation. Told twice it does nothing. */
export async function nameMember(ctx: Ctx, id: string, shortName: string): Done {
  if (!mayShare(ctx.actor)) return refuse('notAllowed')
  await takeTurn(ctx, 'sharing_circle')
  const circle = await findCircle(ctx, id)
  if (!circle) return refuse('notFound')
  const found = await organisationCalled(ctx.tx, shortName.trim().toLowerCase())
  if (!found) return refuse('noSuchOrganisation', ['shortName'])
  if (found.id === ctx.actor.organisationId) return refuse('ownOrganisation', ['shortName'])
  if (circle.members.some((one) => one.id === found.id)) return refuse('nothingChanged')
  await ctx.tx
    .insertInto('sharing_member')
    .values({ organisation_id: ctx.actor.organisationId, circle_id: id, member_id: found.id, member_name: found.name })
    .execute()
  return noted(ctx, id, 'sharing.memberNamed')
}

/** It no longer reads what is shared with the circle; what it has taken is its own. */
export async function removeMember(ctx: Ctx, id: Circle['id'], member: string): Done {
  if (!mayShare(ctx.actor)) return refuse('notAllowed')
  const gone = await ctx.tx
    .deleteFrom('sharing_member')
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('circle_id', '=', id)
    .where('member_id', '=', member)
    .executeTakeFirst()
  return gone.numDeletedRows === 0n ? refuse('nothingChanged') : noted(ctx, id, 'sharing.memberRemoved')
}

async function noted(ctx: Ctx, id: string, type: Extract<SharingEvent['type'], `sharing.${'circle' | 'member'}${string}`>): Done {
  await record(ctx, { type: 'sharing_circle', id }, [{ type }])
  return { ok: true, next: { id } }
}
