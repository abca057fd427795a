import { localDate } from '../../kernel/calendar/calendar.ts'
import { type Outcome, refuse } from '../../kernel/change.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { decide } from '../../kernel/deed.ts'
import type { Values, Whole } from '../../kernel/fields.ts'
import { strangeIn } from '../../kernel/reference.ts'
import { goesFrom } from '../../kernel/workflow.ts'
import { syncApprovals } from '../approvals/public.tsx'
import { leaderOfUnit, personsAtWork } from '../people/public.ts'
import {
  addNeededSystem,
  editSystem,
  endUse,
  findSystem,
  mayKeepSystem,
  type SystemValues,
  setSuperUser,
  systemsOwnedBy,
} from '../systems/public.ts'
import { syncTasks } from '../tasks/public.ts'
import type { appointmentFields, endingFields, needFields, newNeedFields, procurementFields } from './fields.ts'
import { appointmentReferences, endingOf, endingReferences, knownOf, procurementOf, standingOf } from './queries.ts'
import { systemsMissing, systemsOfAgreement, systemsOfAnalysis } from './queries-missing.ts'
import {
  appoint,
  decommission,
  beginEnding as endingBegun,
  stopEnding as endingStopped,
  writeEnding as endingWritten,
  mayAppoint,
  mayLead,
  writeNeed as needWritten,
  playsPart,
  beginProcurement as procurementBegun,
  closeProcurement as procurementClosed,
  writeProcurement as procurementWritten,
  takeIntoUse as taken,
} from './rules.ts'
import { beginLife, consultationsOf, findLife, insertQuestion, saveAnswer, store } from './store.ts'
import type { Life, LifeEvent } from './system-life.ts'
import { lifeTasks, type Vacant } from './tasks.ts'
import { workflow } from './workflow.ts'

type Done = Promise<Outcome<Life, LifeEvent>>

/** A need, and with it a system that is not in use yet (S0-32). `id`: the one its page made. */
export async function addNeed(ctx: Ctx, id: string, { name, ...need }: Whole<typeof newNeedFields>): Done {
  const added = await addNeededSystem(ctx, id, name)
  if (!added.ok) return added
  await beginLife(ctx, added.next.id, 'need', ctx.actor.personId)
  return done(ctx, added.next.id, null, (life) => needWritten(life, need))
}

export const writeNeed = (ctx: Ctx, id: string, version: number | null, values: Values<typeof needFields>): Done =>
  led(ctx, id, version, (life) => needWritten(life, values))
export const beginProcurement = (ctx: Ctx, id: string, version: number | null): Done => led(ctx, id, version, procurementBegun)
export const writeProcurement = (ctx: Ctx, id: string, version: number | null, values: Values<typeof procurementFields>): Done =>
  led(ctx, id, version, (life) => procurementWritten(life, values))
export async function closeProcurement(ctx: Ctx, id: string, version: number | null): Done {
  const known = await knownOf(ctx, id)
  return led(ctx, id, version, (life) => procurementClosed(life, known))
}

/** Takes a system that has been procured into use: the register's own deed, with what others demand before (S4-037). */
export async function takeIntoUse(ctx: Ctx, id: string) {
  const system = await findSystem(ctx, id)
  return system ? editSystem(ctx, id, null, { ...system.values, inUse: 'yes' }) : refuse('notFound')
}
/** The system has been taken into use, by whatever form. For the reaction to its edit. */
export async function followUse(ctx: Ctx, id: string): Promise<void> {
  const [system, life] = [await findSystem(ctx, id), await findLife(ctx, id)]
  if (goesFrom(workflow.takeIntoUse, life?.values.stage ?? null) && system?.values.inUse === 'yes') await done(ctx, id, null, taken)
  else await follow(ctx, id)
}
/** What is said of a system elsewhere: the analysis or the agreement of some that it is among. For the reactions to their events. */
export const followAnalysis = async (ctx: Ctx, id: string): Promise<void> => followAll(ctx, await systemsOfAnalysis(ctx, id))
export const followAgreement = async (ctx: Ctx, id: string): Promise<void> => followAll(ctx, await systemsOfAgreement(ctx, id))
/** The owners have the tasks of what is missing, and no other: also where an analysis no longer names the system (S4-101). */
export const syncMissing = async (ctx: Ctx): Promise<void> => followAll(ctx, await systemsMissing(ctx))

/** Somebody has left, or come back: their systems need another owner, or have theirs (S4-115). */
export const followOwner = async (ctx: Ctx, person: string): Promise<void> => followAll(ctx, await systemsOwnedBy(ctx, person))

export async function beginEnding(ctx: Ctx, id: string): Done {
  const system = await findSystem(ctx, id)
  if (!system) return refuse('notFound')
  if (!mayKeepSystem(system, ctx.actor)) return refuse('notAllowed')
  if (system.values.inUse !== 'yes') return refuse('notNow')
  await beginLife(ctx, id, 'inUse', null)
  return done(ctx, id, null, endingBegun)
}
export const stopEnding = (ctx: Ctx, id: string, version: number | null): Done => led(ctx, id, version, endingStopped)
export async function writeEnding(ctx: Ctx, id: string, version: number | null, values: Values<typeof endingFields>): Done {
  const strange = await strangeIn<typeof endingFields>(ctx, endingReferences, values, (await findLife(ctx, id))?.values)
  return strange.length > 0 ? refuse('notARecord', strange) : led(ctx, id, version, (life) => endingWritten(life, values))
}
/** What follows when both have signed. */
export async function decommissionSystem(ctx: Ctx, id: string): Done {
  const owner = (await findSystem(ctx, id))?.values.owner ?? null
  const outcome = await done(ctx, id, null, (life) => decommission(life, owner))
  if (!outcome.ok) return outcome
  const ended = await endUse(ctx, id)
  return ended.ok ? outcome : ended
}

export async function appointSuperUser(ctx: Ctx, id: string, values: Whole<typeof appointmentFields>): Done {
  const system = await findSystem(ctx, id)
  if (!system) return refuse('notFound')
  if (!mayAppoint(system.values.ownerUnit, ctx.actor)) return refuse('notAllowed')
  const strange = await strangeIn<typeof appointmentFields>(ctx, appointmentReferences, values)
  if (strange.length > 0) return refuse('notARecord', strange)
  await beginLife(ctx, id, system.values.inUse === 'yes' ? 'inUse' : 'procured', null)
  const { personId } = ctx.actor
  const outcome = await done(ctx, id, null, (life) => appoint(life, values.appointed, values.appointedOn, localDate(ctx.now), personId))
  if (!outcome.ok) return outcome
  const set = await setSuperUser(ctx, id, values.appointed)
  return set.ok ? outcome : set
}

/** Asks the data protection officer (S4-116). `id`: the one its page made, so that a double press asks once. */
export async function askDpo(ctx: Ctx, system: string, id: string, question: string) {
  const found = await findSystem(ctx, system)
  if (!found) return refuse('notFound')
  const life = await findLife(ctx, system)
  const keeps = mayKeepSystem(found, ctx.actor)
  if (!(life ? mayLead(life.values, ctx.actor, keeps) : keeps)) return refuse('notAllowed')
  if (!(await insertQuestion(ctx, system, id, question))) return refuse('nothingChanged')
  await follow(ctx, system)
  return { ok: true as const, next: system }
}
/** Only the data protection officer answers. */
export async function answerDpo(ctx: Ctx, system: string, id: string, answer: string) {
  if (!playsPart('dpo', ctx.actor)) return refuse('notAllowed')
  if (!(await saveAnswer(ctx, system, id, answer))) return refuse('nothingChanged')
  await follow(ctx, system)
  return { ok: true as const, next: system }
}

/** A deed of those who lead it. */
async function led(ctx: Ctx, id: string, version: number | null, rule: (life: Life) => Outcome<Life, LifeEvent>): Done {
  const system = await findSystem(ctx, id)
  if (!system) return refuse('notFound')
  const keeps = mayKeepSystem(system, ctx.actor)
  return done(ctx, id, version, (life) => (mayLead(life.values, ctx.actor, keeps) ? rule(life) : refuse('notAllowed')))
}

async function done(ctx: Ctx, id: string, version: number | null, rule: (life: Life) => Outcome<Life, LifeEvent>): Done {
  const outcome = await decide(ctx, store, id, version, rule)
  if (outcome.ok) await follow(ctx, id)
  return outcome
}

/** Tasks and approvals as they follow from how it stands. */
async function follow(ctx: Ctx, id: string): Promise<void> {
  const [system, life, standing] = [await findSystem(ctx, id), await findLife(ctx, id), await standingOf(ctx, id)]
  const specs =
    system && standing ? lifeTasks(system, life, await consultationsOf(ctx, id), standing, await vacantOf(ctx, system.values)) : []
  await syncTasks(ctx, { type: 'system', id, reference: null, href: `/systemer/${id}` }, 'life.', specs)
  if (!life) return
  await syncApprovals(ctx, procurementOf(id))
  await syncApprovals(ctx, endingOf(id))
}

/** Whether whoever owns it has left, and who leads where it is owned. */
async function vacantOf(ctx: Ctx, { owner, ownerUnit }: Pick<SystemValues, 'owner' | 'ownerUnit'>): Promise<Vacant | null> {
  if (owner === null || (await personsAtWork(ctx, [owner])).size > 0) return null
  return { unit: ownerUnit, leader: (ownerUnit === null ? undefined : await leaderOfUnit(ctx, ownerUnit))?.id ?? null }
}

async function followAll(ctx: Ctx, ids: readonly string[]): Promise<void> {
  for (const id of ids) await follow(ctx, id)
}
