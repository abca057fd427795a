import { refuse } from '../../kernel/change.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { strangeIn } from '../../kernel/reference.ts'
import { type Measure, type measureFields, measureReferences } from '../risks/public.ts'
import { type Done, withPart } from './commands.ts'
import type { Scenario } from './dpia.ts'
import * as rules from './rules-parts.ts'
import { parts } from './store.ts'

export async function writeScenario(ctx: Ctx, id: string, version: number | null, next: Scenario): Done {
  if (await parts.isOfAnother(ctx, 'scenario', id, next.id)) return refuse('notFound')
  const before = (await parts.readScenarios(ctx, id)).find((one) => one.id === next.id) ?? null
  return withPart(
    ctx,
    id,
    version,
    (record) => rules.writeScenario(record, before, next, ctx.actor, ctx.now),
    (part) => parts.saveScenario(ctx, id, part),
  )
}

export async function writeMeasure(ctx: Ctx, id: string, version: number | null, next: Measure): Done {
  if (await parts.isOfAnother(ctx, 'measure', id, next.id)) return refuse('notFound')
  const before = (await parts.readMeasures(ctx, id)).find((one) => one.id === next.id) ?? null
  const own = measureReferences(await parts.readScenarios(ctx, id))
  const strange = await strangeIn<typeof measureFields>(ctx, own, next, before ?? {})
  if (strange.length > 0) return refuse('notARecord', strange)
  return withPart(
    ctx,
    id,
    version,
    (record) => rules.writeMeasure(record, before, next, ctx.actor, ctx.now),
    (part) => parts.saveMeasure(ctx, id, part),
  )
}

const removed =
  (type: 'dpia.scenarioRemoved' | 'dpia.measureRemoved', write: (ctx: Ctx, id: string, part: string) => Promise<void>) =>
  (ctx: Ctx, id: string, version: number | null, part: string): Done =>
    withPart(
      ctx,
      id,
      version,
      (record) => {
        const outcome = rules.removePart(record, type, ctx.actor, ctx.now)
        return outcome.ok ? { ...outcome, next: { record: outcome.next, part } } : outcome
      },
      (gone) => write(ctx, id, gone),
    )
export const takeOutScenario = removed('dpia.scenarioRemoved', parts.removeScenario)
export const takeOutMeasure = removed('dpia.measureRemoved', parts.removeMeasure)
