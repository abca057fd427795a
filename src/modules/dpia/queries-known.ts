import type { Ctx } from '../../kernel/ctx.ts'
import { knownForAll } from '../../kernel/drafted.ts'
import { leaderOfUnit } from '../people/public.ts'
import { responsibleOf } from '../processing/public.ts'
import { findRisk } from '../risks/public.ts'
import { systemOwner } from '../systems/public.ts'
import type { Answers } from './dpia.ts'

type About = Pick<Answers, 'processings' | 'risks' | 'systems' | 'unit'>

/**
 * Whom the registers have as owner of what an assessment is about: whoever answers for the activities, else the owner of the systems, else of
 * the analyses, and of nothing in the registers the head of the unit.
 */
export async function knownOwners(ctx: Ctx, { processings, risks, systems, unit }: About): Promise<readonly string[]> {
  for (const [ids, ownerOf] of [
    [processings, (id: string) => responsibleOf(ctx, id)],
    [systems, (id: string) => systemOwner(ctx, id)],
    [risks, async (id: string) => (await findRisk(ctx, id))?.values.owner ?? null],
  ] as const) {
    const owners = await Promise.all(ids.map(ownerOf))
    if (owners.some((one) => one !== null)) return knownForAll(owners)
  }
  const head = unit === null ? undefined : await leaderOfUnit(ctx, unit)
  return head ? [head.id] : []
}
