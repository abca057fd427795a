import { record } from '../../kernel/audit.ts'
import { localDate } from '../../kernel/calendar/calendar.ts'
import { type Outcome, refuse } from '../../kernel/change.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { decide } from '../../kernel/deed.ts'
import type { Values } from '../../kernel/fields.ts'
import { newId } from '../../kernel/ids.ts'
import { takeTurn } from '../../kernel/once.ts'
import { strangeIn } from '../../kernel/reference.ts'
import { inAll } from '../../kernel/texts.ts'
import { registerCommands } from '../../register/commands.ts'
import { grantedTo, standingAccesses } from '../access/public.ts'
import { tell } from '../messages/public.ts'
import { personsAtWork } from '../people/public.ts'
import { findSystem, mayKeepSystem } from '../systems/public.ts'
import { syncTasks } from '../tasks/public.ts'
import { syncOffers } from './commands-offers.ts'
import type { requirementFields, resourceFields, rewriteFields } from './fields.ts'
import { asksFor, planTasks, stateOf } from './plan.ts'
import { completionReferences, findRequirement, keepsSystems, requirementReferences, superUserOf } from './queries.ts'
import { peopleToSync, plansOf } from './queries-plan.ts'
import {
  acknowledge as acknowledged,
  completionRules,
  isAhead,
  mayCoordinate,
  mayKeepRequirement,
  mayRequire,
  notTheirSystem,
  postRules,
  readAgainRefused,
  requirementRules,
  resourceRules,
  sayBroken,
  teachesOther,
} from './rules.ts'
import {
  addUser,
  completionStore,
  isMetBySomebody,
  lapseCompletions,
  postStore,
  removeUser,
  requirementStore,
  resourceStore,
  saveGivenBy,
  saveRead,
} from './store.ts'
import { texts } from './texts.ts'
import type { Completion, Requirement, RequirementEvent, Resource, ResourceEvent } from './training.ts'

// The plan: requirements, who uses a system, and what is completed. Tasks follow from it.

/** As many as have their tasks in the transaction that changes a plan; the rest have them within the hour (jobs.ts). */
export const mostAtOnce = 300
const first = '00000000-0000-0000-0000-000000000000'

export async function syncPeople(ctx: Ctx, persons: readonly string[]): Promise<void> {
  const plans = Map.groupBy(await plansOf(ctx, persons), ({ personId }) => personId)
  for (const id of persons) {
    const specs = planTasks(plans.get(id) ?? [], localDate(ctx.now), (locale) => texts(locale).tasks.complete)
    await syncTasks(ctx, { type: 'training_person', id, reference: null, href: '/opplaering' }, 'training.', specs)
  }
}
/** Looks after the next people, and does something only for those whose tasks are others than their plan says. Answers with all it has seen. */
export async function syncNext(ctx: Ctx, count: number, after = first): Promise<readonly string[]> {
  const people = await peopleToSync(ctx, after, count)
  const ids = people.map(({ id }) => id)
  const today = localDate(ctx.now)
  const wanted = Map.groupBy(
    (await plansOf(ctx, ids)).filter((line) => asksFor(line, today)),
    ({ personId }) => personId,
  )
  const isOff = ({ id, keys }: (typeof people)[number]) => {
    const due = (wanted.get(id) ?? []).map(({ requirementId }) => requirementId)
    return due.length !== keys.length || due.some((key) => !keys.includes(key))
  }
  await syncPeople(
    ctx,
    people.filter(isOff).map(({ id }) => id),
  )
  return ids
}

type Answers = Values<typeof requirementFields>
type Done = Promise<Outcome<Requirement, RequirementEvent>>
const strange = async (ctx: Ctx, values: Answers, stands?: Answers) => {
  const fields = await strangeIn<typeof requirementFields>(ctx, requirementReferences, values, stands)
  if (fields.length > 0) return refuse('notARecord', fields)
  return mayKeepRequirement({ values }, await superUserOf(ctx, values.system), ctx.actor) ? null : notTheirSystem('system')
}
const planned = async (ctx: Ctx, outcome: Awaited<Done>): Done => {
  if (outcome.ok) {
    await syncNext(ctx, mostAtOnce)
    await syncOffers(ctx)
  }
  return outcome
}
export async function addRequirement(ctx: Ctx, id: string, values: Answers): Done {
  if (!mayRequire(ctx.actor, await keepsSystems(ctx))) return refuse('notAllowed')
  const added = async (newId: string) => (await strange(ctx, values)) ?? requirementRules.add(newId, values, ctx.actor)
  return planned(ctx, await requirementStore.add(ctx, id, values, added))
}
export async function editRequirement(ctx: Ctx, id: string, version: number | null, values: Answers): Done {
  const stands = await findRequirement(ctx, id)
  if (stands && !mayKeepRequirement(stands, stands.superUser, ctx.actor)) return refuse('notAllowed')
  const refused = await strange(ctx, values, stands?.values)
  if (refused) return refused
  return planned(ctx, await requirementStore.edit(ctx, id, version, values, (found) => requirementRules.edit(found, values, ctx.actor)))
}

/** The same, and whether all are to read it again where it says something else: then what was completed before counts no longer. */
export async function rewriteRequirement(
  ctx: Ctx,
  id: string,
  version: number | null,
  { readAgain, ...values }: Values<typeof rewriteFields>,
): Done {
  const stands = (await findRequirement(ctx, id))?.values
  const refused = stands && readAgainRefused(stands, values, readAgain, await isMetBySomebody(ctx, id))
  if (refused) return refused
  const outcome = await editRequirement(ctx, id, version, values)
  if (!outcome.ok || readAgain !== 'yes' || !stands || !teachesOther(stands, values)) return outcome
  const event: RequirementEvent = { type: 'training_requirement.askedAgain' }
  await record(ctx, { type: 'training_requirement', id }, [event])
  await lapseCompletions(ctx, id)
  return planned(ctx, outcome)
}

/** Who keeps the training of a system: whoever keeps the system itself, the super user among them, and whoever coordinates. */
export async function keepsUsers(ctx: Ctx, system: string): Promise<boolean> {
  const found = await findSystem(ctx, system)
  return found !== undefined && (mayCoordinate(ctx.actor) || mayKeepSystem(found, ctx.actor))
}
/** Somebody has begun to use a system, or has ceased to: its training is asked of them, or no longer. */
export async function setUser(ctx: Ctx, system: string, person: string, uses: boolean) {
  if (!(await keepsUsers(ctx, system))) return refuse('notAllowed')
  if (uses && !(await personsAtWork(ctx, [person])).has(person)) return refuse('notARecord', ['person'])
  await noteUser(ctx, system, person, uses)
  const event: RequirementEvent = { type: 'training_requirement.usersSet' }
  await record(ctx, { type: 'system', id: system }, [event])
  return { ok: true as const, next: system }
}
/** The same, where it follows from something else: nobody's right is asked. */
export async function noteUser(ctx: Ctx, system: string, person: string, uses: boolean): Promise<void> {
  if (uses) await addUser(ctx, system, person, localDate(ctx.now))
  else await removeUser(ctx, system, person)
  await syncPeople(ctx, [person])
}

/** An access was granted or removed: whoever has one to a system uses it, and is asked for its training (S4-021). */
export async function noteAccess(ctx: Ctx, access: string): Promise<void> {
  const of = await grantedTo(ctx, access)
  if (!of?.person || !of.system) return
  const { system } = of
  const uses = (await standingAccesses(ctx, of.person)).some(({ values }) => values.system === system)
  await noteUser(ctx, system, of.person, uses)
}

type Completed = {
  readonly person: string
  readonly requirement: string
  readonly on: string
  readonly how: Completion['values']['how']
  /** The course that gave it. */
  readonly course?: string
}
/** Kept as it is: whoever calls has asked who may. */
export async function complete(ctx: Ctx, { person, requirement, on, how, course }: Completed): Promise<void> {
  const id = newId(ctx.now)
  const values = { number: `V-${id.slice(-12)}`, person, requirement, completedOn: on, how }
  await completionStore.add(ctx, id, values, (newId) => ({
    ok: true,
    next: { id: newId, version: 1, values },
    events: [{ type: 'training_completion.added' }],
  }))
  if (course) await saveGivenBy(ctx, id, course)
}

/** "I have read it": of a requirement whose text stands with it. `version`: the one that was read; null where it does not matter. */
export async function acknowledge(ctx: Ctx, id: string, version: number | null = null): Done {
  const { personId } = ctx.actor
  await takeTurn(ctx, `training:${personId}`)
  const found = await findRequirement(ctx, id)
  const line = (await plansOf(ctx, [personId])).find((one) => one.requirementId === id)
  if (!found || !line) return refuse('notFound')
  if (version !== null && version !== found.version) return refuse('stale')
  const today = localDate(ctx.now)
  const outcome = acknowledged(found, stateOf(line, today) === 'met')
  if (!outcome.ok) return outcome
  await record(ctx, { type: 'training_requirement', id }, outcome.events)
  await complete(ctx, { person: personId, requirement: id, on: today, how: 'acknowledgement' })
  await syncPeople(ctx, [personId])
  return outcome
}
/** The same for what is about one subject, for example data. */
export async function acknowledgeAbout(ctx: Ctx, about: string): Promise<void> {
  for (const line of await plansOf(ctx, [ctx.actor.personId])) if (line.about === about) await acknowledge(ctx, line.requirementId)
}

const completions = registerCommands(completionStore, completionRules, completionReferences)
type Completing = ReturnType<typeof completions.add>
const followed = async (ctx: Ctx, outcome: Awaited<Completing>, ...also: readonly (string | null | undefined)[]): Completing => {
  if (outcome.ok)
    await syncPeople(
      ctx,
      [...new Set([outcome.next.values.person, ...also])].filter((one) => one != null),
    )
  return outcome
}
export const addCompletion: typeof completions.add = async (ctx, id, values) =>
  isAhead(values, localDate(ctx.now)) ?? followed(ctx, await completions.add(ctx, id, values))
export const editCompletion: typeof completions.edit = async (ctx, id, version, values) => {
  const before = (await completionStore.find(ctx, id))?.values.person
  return isAhead(values, localDate(ctx.now)) ?? followed(ctx, await completions.edit(ctx, id, version, values), before)
}
export const takeBackCompletion: typeof completions.takeBack = async (ctx, id, version) =>
  followed(ctx, await completions.takeBack(ctx, id, version))

// What people learn from.

type ResourceAnswers = Values<typeof resourceFields>
export const addResource = (ctx: Ctx, id: string, values: ResourceAnswers): Promise<Outcome<Resource, ResourceEvent>> =>
  resourceStore.add(ctx, id, values, (newId) => resourceRules.add(newId, values, ctx.actor))
export const editResource = (ctx: Ctx, id: string, version: number | null, values: ResourceAnswers) =>
  resourceStore.edit(ctx, id, version, values, (found) => resourceRules.edit(found, values, ctx.actor))
export const { add: addPost, edit: editPost } = registerCommands(postStore, postRules, {})

/** The link is hidden at once, and those who write are told. */
export async function reportBrokenLink(ctx: Ctx, id: string): Promise<Outcome<Resource, ResourceEvent>> {
  const outcome = await decide(ctx, resourceStore, id, null, sayBroken)
  if (!outcome.ok) return outcome
  await tell(ctx, {
    to: { roles: ['ciso', 'dpo'] },
    kind: 'training_resource.linkBroken',
    title: inAll((locale) => texts(locale).messages.linkBroken),
    reference: null,
    href: `/opplaeringsressurser/${id}`,
  })
  return outcome
}

/** "I have read it": counted by unit, and in no log. */
export const markRead = (ctx: Ctx, post: string): Promise<void> => saveRead(ctx, post)
