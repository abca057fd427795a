import type { Ctx } from '../../kernel/ctx.ts'
import { knownForAll } from '../../kernel/drafted.ts'
import { leaderOfUnit, personsWithRoles } from '../people/public.ts'
import { responsibleOf } from '../processing/public.ts'
import { systemOwner } from '../systems/public.ts'
import type { Answers } from './risk.ts'

type About = Pick<Answers, 'area' | 'systems' | 'processings' | 'unit'>

/**
 * Whom the registers have as owner of what an analysis is about: of an area of IT the head of IT (S4-098), of systems their owner, of
 * activities whoever answers for them, and of nothing in the registers the head of the unit.
 */
export async function knownOwners(ctx: Ctx, { area, systems, processings, unit }: About): Promise<readonly string[]> {
  if (area !== null) return (await personsWithRoles(ctx, ['itHead'])).map(({ id }) => id)
  const owners = await Promise.all(systems.map((id) => systemOwner(ctx, id)))
  if (owners.some((one) => one !== null)) return knownForAll(owners)
  const answering = await Promise.all(processings.map((id) => responsibleOf(ctx, id)))
  if (answering.some((one) => one !== null)) return knownForAll(answering)
  const head = unit === null ? undefined : await leaderOfUnit(ctx, unit)
  return head ? [head.id] : []
}
