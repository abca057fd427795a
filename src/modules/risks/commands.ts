import { localDate } from '../../kernel/calendar/calendar.ts'
import { type Outcome, refuse } from '../../kernel/change.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { decide } from '../../kernel/deed.ts'
import { strangeIn } from '../../kernel/reference.ts'
import { inAll } from '../../kernel/texts.ts'
import { syncApprovals } from '../approvals/public.tsx'
import { tell } from '../messages/public.ts'
import { profileOf } from '../organisation/public.ts'
import { leaderOfUnit, personsWithRoles } from '../people/public.ts'
import { findSystem } from '../systems/public.ts'
import { syncTasks } from '../tasks/public.ts'
import { decideWithPart } from './commands-parts.ts'
import type { measureFields, riskFields } from './fields.ts'
import { riskProfile } from './profile.ts'
import { analysisOf, references } from './queries.ts'
import { knownOwners } from './queries-known.ts'
import { measureReferences, planFingerprint } from './queries-parts.ts'
import type { Acceptance, Answers, Measure, Risk, RiskEvent, Scenario } from './risk.ts'
import * as rules from './rules.ts'
import { parts, readMeasures, readScenarios, store } from './store.ts'
import { riskTasks } from './tasks.ts'
import { texts } from './texts.ts'

type Done = Promise<Outcome<Risk, RiskEvent>>

/** The information security manager is told of each analysis that begins (S4-089). */
export async function addRisk(ctx: Ctx, id: string, given: Answers): Done {
  const values = await withOwners(ctx, given)
  const { scale } = riskProfile(await profileOf(ctx))
  const outcome = await store.add(ctx, id, values as Risk['values'], async (newId) => {
    const strange = await strangeIn<typeof riskFields>(ctx, references, values)
    if (strange.length > 0) return refuse('notARecord', strange)
    return rules.addRisk(newId, values, scale, await knownOwners(ctx, values), ctx.actor, ctx.now)
  })
  if (!outcome.ok) return outcome
  const title = inAll((locale) => texts(locale).begun)
  await tell(ctx, { to: { roles: ['ciso'] }, kind: 'risk.begun', title, reference: null, href: `/ros/${outcome.next.id}` })
  return followed(ctx, outcome)
}

/**
 * The owner and whoever prepares it are those of the first system, unless others are named; of an area of IT the head of IT (S4-098); of
 * no system: the head of the unit.
 */
async function withOwners(ctx: Ctx, values: Answers): Promise<Answers> {
  const [first] = values.systems
  const system = first === undefined ? undefined : (await findSystem(ctx, first))?.values
  const head = values.unit === null ? undefined : await leaderOfUnit(ctx, values.unit)
  const [itHead] = values.area === null ? [] : await personsWithRoles(ctx, ['itHead'])
  return {
    ...values,
    unit: values.unit ?? system?.ownerUnit ?? null,
    owner: values.owner ?? itHead?.id ?? system?.owner ?? head?.id ?? null,
    author: values.author ?? system?.superUser ?? null,
  }
}

export async function editRisk(ctx: Ctx, id: string, version: number | null, values: Answers): Done {
  const stands = (await store.find(ctx, id))?.values
  const strange = await strangeIn<typeof riskFields>(ctx, references, values, stands)
  if (strange.length > 0) return refuse('notARecord', strange)
  const known = { before: stands ? await knownOwners(ctx, stands) : [], after: await knownOwners(ctx, values) }
  const rule = (record: Risk) => rules.editRisk(record, values, known, ctx.actor, ctx.now)
  return followed(ctx, await store.edit(ctx, id, version, values as Risk['values'], rule))
}

const withPart = async <T>(
  ctx: Ctx,
  id: string,
  version: number | null,
  rule: (record: Risk) => Outcome<{ readonly record: Risk; readonly part: T }, RiskEvent>,
  write: (part: T) => Promise<void>,
): Done => followed(ctx, await decideWithPart(ctx, store, id, version, rule, write))

export async function writeScenario(ctx: Ctx, id: string, version: number | null, next: Scenario): Done {
  if (await parts.isOfAnother(ctx, 'scenario', id, next.id)) return refuse('notFound')
  const before = (await readScenarios(ctx, id)).find((one) => one.id === next.id) ?? null
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
  const before = (await readMeasures(ctx, id)).find((one) => one.id === next.id) ?? null
  const own = measureReferences(await readScenarios(ctx, id))
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
  (type: 'risk.scenarioRemoved' | 'risk.measureRemoved', write: (ctx: Ctx, id: string, part: string) => Promise<void>) =>
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
export const takeOutScenario = removed('risk.scenarioRemoved', parts.removeScenario)
export const takeOutMeasure = removed('risk.measureRemoved', parts.removeMeasure)

export async function acceptRisk(ctx: Ctx, id: string, version: number | null, acceptance: Acceptance): Done {
  const [scenarios, measures] = [await readScenarios(ctx, id), await readMeasures(ctx, id)]
  const acceptedFor = planFingerprint(scenarios, measures)
  const stands = (await store.find(ctx, id))?.values
  const known = stands ? await knownOwners(ctx, stands) : []
  return done(ctx, id, version, (record) =>
    rules.acceptRisk({ record, scenarios, measures }, acceptance, acceptedFor, known, ctx.actor, ctx.now),
  )
}
/** What follows when both have approved (commands-approvals.ts). */
export async function approveRisk(ctx: Ctx, id: string, version: number | null): Done {
  const [scenarios, measures] = [await readScenarios(ctx, id), await readMeasures(ctx, id)]
  return done(ctx, id, version, (record) =>
    rules.approveRisk({ record, scenarios, measures }, planFingerprint(scenarios, measures), ctx.now),
  )
}
export const confirmRisk = (ctx: Ctx, id: string, version: number | null): Done =>
  done(ctx, id, version, (record) => rules.confirmRisk(record, ctx.actor, ctx.now))
/** The impact assessment that an analysis asked for has begun: what a later module says. */
export const noteDpia = (ctx: Ctx, id: string): Done => done(ctx, id, null, (record) => rules.dpiaBegun(record, ctx.now))
export const endRisk = (ctx: Ctx, id: string, version: number | null): Done =>
  done(ctx, id, version, (record) => rules.endRisk(record, ctx.actor, ctx.now))

const done = async (ctx: Ctx, id: string, version: number | null, rule: (record: Risk) => Outcome<Risk, RiskEvent>): Done =>
  followed(ctx, await decide(ctx, store, id, version, rule))

async function followed(ctx: Ctx, outcome: Outcome<Risk, RiskEvent>): Done {
  if (!outcome.ok) return outcome
  await syncRisk(ctx, outcome.next)
  await syncApprovals(ctx, { type: 'risk', id: outcome.next.id })
  return outcome
}

/** Its tasks are those that follow from how it stands today. */
export async function syncRisk(ctx: Ctx, record: Risk): Promise<void> {
  const analysis = await analysisOf(ctx, record)
  const specs = riskTasks(analysis, planFingerprint(analysis.scenarios, analysis.measures), ctx.now)
  await syncTasks(ctx, { type: 'risk', id: record.id, reference: null, href: `/ros/${record.id}` }, 'risk.', specs)
}

/** The deeds with a system that wait for its analysis: taken into use (S4-037), its review closed (S4-119). */
export async function demandsOfSystem(ctx: Ctx, analyses: Parameters<typeof rules.isLookedAt>[0], deed: 'use' | 'review') {
  if (!riskProfile(await profileOf(ctx)).demandsAnalysis) return null
  if (deed === 'use') return rules.isAssessed(analyses) ? null : refuse('notAssessed', ['inUse'])
  return rules.isLookedAt(analyses, localDate(ctx.now)) ? null : refuse('rosNotReviewed')
}
