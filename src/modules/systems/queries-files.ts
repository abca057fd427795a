import type { Attaches, Ctx, Present, Reviewed } from '../../kernel/ctx.ts'
import { inAll } from '../../kernel/texts.ts'
import { profileOf } from '../organisation/public.ts'
import { colleaguesOf, personsWithRoles } from '../people/public.ts'
import { systemProfile } from './profile.ts'
import { findSystem } from './queries.ts'
import { mayEdit } from './rules.ts'
import { texts } from './texts.ts'

/** Everybody reads of the systems; those who keep one add to it. */
export async function filesOfSystem(ctx: Ctx, id: string): Promise<Attaches | undefined> {
  const system = await findSystem(ctx, id)
  return (
    system && { page: `/systemer/${id}`, name: inAll(() => system.values.name ?? ''), add: mayEdit(system, ctx.actor), protectedBy: false }
  )
}

/** The owner answers for the yearly review of the system (S4-119). One that is only considered is not reviewed. */
export async function reviewOfSystem(ctx: Ctx, id: string): Promise<Reviewed | undefined> {
  const [system, shelf] = [await findSystem(ctx, id), await filesOfSystem(ctx, id)]
  if (!system || !shelf || system.values.inUse === 'considered') return undefined
  return {
    ...shelf,
    checklist: true,
    present: await presentAt(ctx, system.values.technicalResponsible),
    owner: system.values.owner,
    roles: ['ciso', 'dpo'],
    mayPlan: shelf.add,
    mayReview: shelf.add,
  }
}

/** Whoever looks after security or privacy, and a representative of IT: whoever works there, or is technically responsible (S4-120). */
async function presentAt(ctx: Ctx, technical: string | null): Promise<readonly Present[]> {
  if (!systemProfile(await profileOf(ctx)).reviewedTogether) return []
  const [security, it] = [
    await personsWithRoles(ctx, ['ciso', 'privacyAdviser', 'dpo']),
    await colleaguesOf(ctx, ['itHead', 'serviceDesk']),
  ]
  return [
    { label: inAll((locale) => texts(locale).present.security), persons: security.map(({ id }) => id) },
    { label: inAll((locale) => texts(locale).present.it), persons: [...it, ...(technical === null ? [] : [technical])] },
  ]
}
