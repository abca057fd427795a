import { type LocalDate, localDate } from '../../kernel/calendar/calendar.ts'
import { type Outcome, type Refusal, refuse } from '../../kernel/change.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { decide } from '../../kernel/deed.ts'
import { strangeIn } from '../../kernel/reference.ts'
import { endWithEmployment, grantedTo } from '../access/public.ts'
import { profileOf } from '../organisation/public.ts'
import { leaderOfPerson, leaveOrStay } from '../people/public.ts'
import { syncTasks } from '../tasks/public.ts'
import type {
  Checklist,
  ChecklistEvent,
  Employment,
  EmploymentEvent,
  EmploymentValues,
  Leaving,
  PositionChange,
  StepAnswer,
} from './employment.ts'
import type { employmentFields } from './fields.ts'
import { leavingProfile } from './profile.ts'
import { checklistsOf, employmentsOf, factsOf, lastDayOf, leavingOf, references, runningOf, standingFor } from './queries.ts'
import * as rules from './rules.ts'
import * as steps from './rules-steps.ts'
import type { ListKind } from './steps.ts'
import { beginList, dropLeaving, isStopped, listStore, listsOf, setStopped, store } from './store.ts'
import { employmentTasks } from './tasks.ts'

type Done = Promise<Outcome<Employment, EmploymentEvent>>
type ListDone = Promise<Outcome<Checklist, ChecklistEvent>>

const byFor = async (ctx: Ctx, person: string | null): Promise<rules.By> => ({
  actor: ctx.actor,
  standing: await standingFor(ctx, person),
  profile: leavingProfile(await profileOf(ctx)),
})

/** `id`: the one its page made, so that a double press adds once. */
export async function addEmployment(ctx: Ctx, id: string, values: EmploymentValues): Done {
  const outcome = await store.add(ctx, id, values, async (newId) => {
    const strange = await strangeIn<typeof employmentFields>(ctx, references, values)
    if (strange.length > 0) return refuse('notARecord', strange)
    return rules.addEmployment(newId, values, await byFor(ctx, values.person), ctx.now)
  })
  if (!outcome.ok) return outcome
  await beginList(ctx, outcome.next.id, 'start', outcome.next.values.startsOn ?? '')
  await followEnd(ctx, outcome.next, null)
  return outcome
}

export async function editEmployment(ctx: Ctx, id: string, version: number | null, values: EmploymentValues): Done {
  const stands = (await store.find(ctx, id))?.values
  if (!stands) return refuse('notFound')
  const strange = await strangeIn<typeof employmentFields>(ctx, references, values, stands)
  if (strange.length > 0) return refuse('notARecord', strange)
  const by = await byFor(ctx, stands.person)
  const outcome = await store.edit(ctx, id, version, values, (employment) => rules.editEmployment(employment, values, by, ctx.now))
  if (!outcome.ok) return outcome
  if (outcome.next.values.startsOn !== stands.startsOn) await moveTo(ctx, id, 'start', outcome.next.values.startsOn ?? '')
  await followEnd(ctx, outcome.next, stands.endsOn)
  await letIn(ctx, outcome.next)
  return outcome
}

/** That the person leaves, with the last day: an edit of that one answer, with all that follows from it (S4-043). */
export async function registerLeaving(ctx: Ctx, id: string, version: number | null, { endsOn }: Leaving): Done {
  const found = await store.find(ctx, id)
  return found ? editEmployment(ctx, id, version, { ...found.values, endsOn }) : refuse('notFound')
}

/** The day after the last, in every employment: then the way into Varde is stopped, and what they had here goes on to others (S4-044). */
export async function stopWhoLeft(ctx: Ctx, id: string): Promise<void> {
  const employment = await store.lock(ctx, id)
  const { person = null, endsOn = null } = employment?.values ?? {}
  if (person === null || endsOn === null) return
  const last = await lastDayOf(ctx, person)
  if (last === null || last >= localDate(ctx.now)) return
  if (await leaveOrStay(ctx, person, false)) await setStopped(ctx, id, endsOn)
}
/** The last day was another after all: whoever was stopped for it comes back. */
async function letIn(ctx: Ctx, { id, values: { person, endsOn } }: Employment): Promise<void> {
  if (person === null || (endsOn !== null && endsOn < localDate(ctx.now)) || !(await isStopped(ctx, id))) return
  await setStopped(ctx, id, null)
  await leaveOrStay(ctx, person, true)
}

/** Whoever has left has a last day: what has none ends today, and so does each access where there is no employment to end with. */
export async function endWorkOf(ctx: Ctx, person: string): Promise<void> {
  const today = localDate(ctx.now)
  const all = await employmentsOf(ctx, person)
  for (const { id } of all.filter(({ values }) => values.endsOn === null)) {
    const outcome = await decide(ctx, store, id, null, (employment) => rules.endWork(employment, today))
    if (outcome.ok) await followEnd(ctx, outcome.next, null)
  }
  if (all.length === 0) await endWithEmployment(ctx, person, today)
}
/** Set as having left by mistake: what ended with that ends as it did before, where no employment says otherwise. */
export const resumeWorkOf = async (ctx: Ctx, person: string): Promise<void> => endWithEmployment(ctx, person, await lastDayOf(ctx, person))

export async function takeBack(ctx: Ctx, id: string, version: number): Done {
  const isKept = await ctx.house.keeps(ctx, { type: 'employment', id })
  const by = await byFor(ctx, (await store.find(ctx, id))?.values.person ?? null)
  return store.takeBack(ctx, id, version, (employment) => rules.takeBack(employment, isKept, by))
}

export async function changePosition(ctx: Ctx, id: string, version: number | null, asked: PositionChange): Done {
  const found = await store.find(ctx, id)
  if (!found) return refuse('notFound')
  const by = await byFor(ctx, found.values.person)
  const taken = (await checklistsOf(ctx, id)).some(({ kind, day }) => kind === 'change' && day === asked.day)
  const outcome = await decide(ctx, store, id, version, (employment) => rules.changePosition(employment, asked, taken, by))
  if (!outcome.ok) return outcome
  await beginList(ctx, id, 'change', asked.day ?? '')
  await follow(ctx, outcome.next)
  return outcome
}

/** One point of a checklist: `rule` is asked under the lock of the list. */
async function onList(
  ctx: Ctx,
  employment: string,
  list: string,
  rule: (of: Checklist, whose: steps.Whose, facts: Awaited<ReturnType<typeof factsOf>>, by: rules.By) => Outcome<Checklist, ChecklistEvent>,
): ListDone {
  const found = await store.find(ctx, employment)
  if (!found) return refuse('notFound')
  const by = await byFor(ctx, found.values.person)
  if (!rules.maySee(found.values.person, by.standing, ctx.actor)) return refuse('notFound')
  const facts = await factsOf(ctx, found)
  const outcome = await decide(ctx, listStore, list, null, (of) =>
    of.employment === employment ? rule(of, { person: found.values.person }, facts, by) : refuse('notFound'),
  )
  if (outcome.ok) await follow(ctx, found)
  return outcome
}
export const tickStep = (ctx: Ctx, employment: string, list: string, step: string, answer: StepAnswer): ListDone =>
  onList(ctx, employment, list, (of, whose, facts, by) => steps.tickStep(of, step, answer, whose, facts, by, ctx.now))
export const untickStep = (ctx: Ctx, employment: string, list: string, step: string): ListDone =>
  onList(ctx, employment, list, (of, whose, _, by) => steps.untickStep(of, step, whose, by))
export const closeList = (ctx: Ctx, employment: string, list: string): ListDone =>
  onList(ctx, employment, list, (of, whose, facts, by) => steps.closeList(of, whose, facts, by, ctx.now))

/** The last day as it is now, for all that hangs on it: the checklist of leaving, the accesses, the tasks. */
async function followEnd(ctx: Ctx, employment: Employment, before: string | null): Promise<void> {
  const { person, endsOn } = employment.values
  if (endsOn === null && before !== null) await dropLeaving(ctx, employment.id)
  if (endsOn !== null && !(await beginList(ctx, employment.id, 'leave', endsOn))) await moveTo(ctx, employment.id, 'leave', endsOn)
  if (person !== null && endsOn !== before) await endWithEmployment(ctx, person, await lastDayOf(ctx, person))
  await follow(ctx, employment)
}

async function moveTo(ctx: Ctx, employment: string, kind: ListKind, day: string): Promise<void> {
  const list = (await listsOf(ctx, employment)).find((one) => one.kind === kind)
  if (list && list.day !== day) await decide(ctx, listStore, list.id, null, (of) => steps.moveList(of, day))
}

async function follow(ctx: Ctx, employment: Employment): Promise<void> {
  const { id, values } = employment
  const leader = values.person === null ? undefined : await leaderOfPerson(ctx, values.person)
  const specs = employmentTasks(
    employment,
    await listsOf(ctx, id),
    await factsOf(ctx, employment),
    { leader: leader?.id ?? null, person: values.person },
    leavingProfile(await profileOf(ctx)),
  )
  await syncTasks(ctx, { type: 'employment', id, reference: null, href: `/ansettelser/${id}` }, 'employment.', specs)
}

/** What access demands: an employment that runs, contract and declaration signed (S4-032, S4-047). */
export async function demandOfAccess(ctx: Ctx, person: string): Promise<Refusal | null> {
  const running = (await runningOf(ctx, person)).map(({ values }) => values)
  return rules.demandOf(running, localDate(ctx.now))
}

/** Access that is given to somebody who leaves ends with the rest; what is removed may have been the last that a point waited for. */
export async function followAccess(ctx: Ctx, access: string): Promise<void> {
  const person = (await grantedTo(ctx, access))?.person
  if (!person) return
  const last = await lastDayOf(ctx, person)
  if (last !== null) await endWithEmployment(ctx, person, last)
}

type Follow = (ctx: Ctx, person: string, lastDay: LocalDate | null) => Promise<void>

/**
 * What a module does about the things a person has, each time their last day is set, moved or taken back: by an employment, or by the
 * person being set as having left, with or without one. Null: they stay. Told twice it is to do nothing.
 */
export const onLastDay = (follow: Follow) => {
  const byEmployment = async (ctx: Ctx, id: string) => {
    const found = await leavingOf(ctx, id)
    if (found) await follow(ctx, found.person, found.endsOn)
  }
  return {
    'employment.leaving': [byEmployment],
    'employment.staying': [byEmployment],
    'person.deactivated': [async (ctx: Ctx, id: string) => follow(ctx, id, (await lastDayOf(ctx, id)) ?? localDate(ctx.now))],
    'person.reactivated': [async (ctx: Ctx, id: string) => follow(ctx, id, await lastDayOf(ctx, id))],
  }
}
