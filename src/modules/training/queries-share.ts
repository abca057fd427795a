import type { Ctx } from '../../kernel/ctx.ts'
import { sharesOf } from './plan.ts'
import { trainedByUnit } from './queries-plan.ts'
import { mayCoordinate } from './rules.ts'

/**
 * How many percent of a unit's people, and of those below it, have met all that is asked of them (S2-10). Null where nothing is asked of
 * anybody, and where the share could tell of somebody to whoever does not lead the unit.
 */
export async function trainedShare(ctx: Ctx, unit: string): Promise<number | null> {
  const whole = mayCoordinate(ctx.actor) || ctx.actor.leads.includes(unit)
  return sharesOf(await trainedByUnit(ctx, unit), whole)[0]?.percent ?? null
}
