import type { Ctx } from '../../kernel/ctx.ts'
import { systemOwner } from '../systems/public.ts'
import { systemOwnerOf } from './access.ts'
import type { Deviation } from './deviation.ts'
import type { Standing } from './permissions.ts'
import { type Reporter, reporterFor } from './store-reporter.ts'

/** What must be known beside the case to say who somebody is in it; and who reported it. */
export async function standingIn(ctx: Ctx, deviation: Deviation): Promise<Standing & { readonly reporter: Reporter }> {
  const owner = deviation.report.system ? await systemOwner(ctx, deviation.report.system) : null
  return { ...(await reporterFor(ctx, deviation.id)), ownsSystem: systemOwnerOf(deviation, owner) === ctx.actor.personId }
}
