import { change, type Refusal, refuse } from '../../kernel/change.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { emptyValues } from '../../kernel/fields.ts'
import { registerCommands } from '../../register/commands.ts'
import { registerRules } from '../../register/rules.ts'
import { leaderOfUnit } from '../people/public.ts'
import { planFromStart } from '../reviews/public.tsx'
import { systemFields } from './fields.ts'
import { references } from './queries.ts'
import { mayEdit, rules } from './rules.ts'
import { store } from './store.ts'
import type { System, SystemEvent, SystemValues } from './system.ts'

const { add, edit, ...deeds } = registerCommands(store, rules, references)
/** Anybody has a need (S0-32). */
const { add: addNeeded } = registerCommands(store, registerRules('system', systemFields, { mayAdd: () => true, mayEdit }), references)
export const { takeBack } = deeds

/**
 * A new system. Where the profile says so it is not taken into use before its risks are assessed (S4-037): what later modules demand is
 * asked here, and not of a file with what was in use before.
 */
export async function beginSystem(ctx: Ctx, id: string, values: SystemValues): ReturnType<typeof add> {
  return (await stopsUse(ctx, id, values, null)) ?? addSystem(ctx, id, values)
}

export const editSystem: typeof edit = async (ctx, id, version, values) => {
  const before = (await store.find(ctx, id))?.values ?? null
  return (await stopsUse(ctx, id, values, before)) ?? edited(ctx, id, version, values, before)
}

/** What a template wrote has been in use all along: as a file with what was in use before, it is not held to what is asked of a new one. */
export async function confirmUse(ctx: Ctx, id: string): ReturnType<typeof edit> {
  const before = await store.find(ctx, id)
  return before ? edited(ctx, id, before.version, { ...before.values, inUse: 'yes' }, before.values) : refuse('notFound')
}

/** One that was only considered is reviewed each year from the day it is in use. */
async function edited(ctx: Ctx, id: string, version: number | null, values: SystemValues, before: SystemValues | null) {
  const outcome = await edit(ctx, id, version, values)
  if (outcome.ok && before?.inUse === 'considered' && values.inUse === 'yes') await planFromStart(ctx, { type: 'system', id }, 12)
  return outcome
}

/** Both ways over the line that goes round what is in use: one that is only considered is as little in use as one that is not. */
async function stopsUse(ctx: Ctx, id: string, values: SystemValues, before: SystemValues | null): Promise<Refusal | null> {
  const [was, is] = [before?.inUse === 'yes', values.inUse === 'yes']
  return was === is ? null : ctx.house.demands(ctx, { type: 'system', id }, is ? 'use' : 'outOfUse')
}

/** The owner is the head of the unit that owns the system, unless another is named (S4-100). */
export async function addSystem(ctx: Ctx, id: string, values: SystemValues): ReturnType<typeof add> {
  const leader = values.owner === null && values.ownerUnit !== null ? await leaderOfUnit(ctx, values.ownerUnit) : undefined
  return add(ctx, id, leader ? { ...values, owner: leader.id } : values)
}

/** A system that is only needed yet, not in use. The unit of whoever needs it is where it belongs, until somebody says otherwise. */
export async function addNeededSystem(ctx: Ctx, id: string, name: string): ReturnType<typeof add> {
  const { unitId } = ctx.actor
  const leader = unitId === null ? undefined : await leaderOfUnit(ctx, unitId)
  return addNeeded(ctx, id, { ...emptyValues(systemFields), name, ownerUnit: unitId, owner: leader?.id ?? null, inUse: 'no' })
}

/** Out of use, after its decommissioning: whoever signs last need not be one who edits the register. */
export const endUse = (ctx: Ctx, id: string): ReturnType<typeof edit> => settle(ctx, id, { inUse: 'no' })
/** The super user that was appointed. */
export const setSuperUser = (ctx: Ctx, id: string, superUser: string): ReturnType<typeof edit> => settle(ctx, id, { superUser })

async function settle(ctx: Ctx, id: string, values: Partial<SystemValues>): ReturnType<typeof edit> {
  const before = await store.find(ctx, id)
  if (!before) return refuse('notFound')
  const next = { ...before.values, ...values }
  return store.edit(ctx, id, null, next, (record) =>
    change<System, SystemEvent>(
      { ...record, values: { ...record.values, ...values } },
      { type: 'system.edited', fields: Object.keys(values) },
    ),
  )
}
