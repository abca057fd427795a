import type { Role } from '../../kernel/actor.ts'
import { localDate } from '../../kernel/calendar/calendar.ts'
import { type Outcome, refuse } from '../../kernel/change.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { decide } from '../../kernel/deed.ts'
import { newId } from '../../kernel/ids.ts'
import { takeTurn } from '../../kernel/once.ts'
import { strangeIn } from '../../kernel/reference.ts'
import { isSameAgain } from '../../kernel/same.ts'
import type { Locale } from '../../kernel/texts.ts'
import { takenBack } from '../../register/store-taken-back.ts'
import type { personFields, unitFields } from './fields.ts'
import type { Assignment, Person, PersonEvent, PersonValues, UnitEvent, UnitRecord, UnitValues } from './person.ts'
import { adminsBeside, besideNamed, emailTaken, unitsById } from './queries.ts'
import { personReferences, unitReferences } from './queries-reference.ts'
import * as rules from './rules.ts'
import { insertPerson, insertUnit, personStore, readPerson, readUnit, unitStore } from './store.ts'

type PersonOutcome = Outcome<Person, PersonEvent>
type UnitOutcome = Outcome<UnitRecord, UnitEvent>

/** `confirmed`: a name that looks shared is one person's (S0-23). `demoSlug` is the demo's way in, and only example data gives one. `given`: the id that the page made, so that a double press adds once. */
export async function addPerson(
  ctx: Ctx,
  values: PersonValues,
  demoSlug: string | null = null,
  given: string = newId(ctx.now),
  confirmed = demoSlug !== null,
): Promise<PersonOutcome> {
  await takeTurn(ctx, 'person')
  const stands = await readPerson(ctx, given)
  if (stands && isSameAgain(stands.values, values)) return refuse('nothingChanged')
  const id = stands ? newId(ctx.now) : given
  const outcome = (await strangeReference(ctx, null, values)) ?? rules.addPerson(id, values, confirmed)
  if (outcome.ok) await insertPerson(ctx, outcome, demoSlug)
  return outcome
}

export async function editPerson(
  ctx: Ctx,
  id: string,
  version: number | null,
  values: PersonValues,
  confirmed = false,
): Promise<PersonOutcome> {
  await takeTurn(ctx, 'person')
  const strange = await strangeReference(ctx, id, values)
  return strange ?? decide(ctx, personStore, id, version, (person) => rules.editPerson(person, values, confirmed))
}

export async function setActive(ctx: Ctx, id: string, version: number | null, active: boolean): Promise<PersonOutcome> {
  // Two administrators who end each other at once would leave none.
  await takeTurn(ctx, 'person')
  const beside = await adminsBeside(ctx, id)
  return decide(ctx, personStore, id, version, (person) => rules.setActive(person, active, beside, localDate(ctx.now)))
}

/**
 * Whoever has had their last day works here no more; whoever had it by mistake comes back. Nobody's deed: the clock's, or what follows from
 * another. False: it could not be done, since nobody else is administrator.
 */
export async function leaveOrStay(ctx: Ctx, id: string, active: boolean): Promise<boolean> {
  await takeTurn(ctx, 'person')
  const person = await readPerson(ctx, id)
  if (!person || person.active === active) return true
  if (!rules.setActive(person, active, await adminsBeside(ctx, id), localDate(ctx.now)).ok) return false
  return (await setActive(ctx, id, null, active)).ok
}

export type NewAssignment = Omit<Assignment, 'id'>

export async function giveRole(ctx: Ctx, personId: string, version: number | null, given: NewAssignment): Promise<PersonOutcome> {
  if (given.unitId !== null && !(await unitsById(ctx, [given.unitId])).has(given.unitId)) return refuse('notARecord', ['unit'])
  return decide(ctx, personStore, personId, version, (person) => rules.giveRole(person, { ...given, id: newId(ctx.now) }))
}

/** `to` is the first day the role no longer holds. */
export async function endRole(
  ctx: Ctx,
  personId: string,
  version: number | null,
  assignmentId: string,
  to: string,
): Promise<PersonOutcome> {
  await takeTurn(ctx, 'person')
  const beside = await adminsBeside(ctx, personId)
  return decide(ctx, personStore, personId, version, (person) => rules.endRole(person, assignmentId, to, beside, localDate(ctx.now)))
}

/** One's own choice of language; null follows the organisation. */
export const chooseLocale = (ctx: Ctx, locale: Locale | null): Promise<PersonOutcome> =>
  decide(ctx, personStore, ctx.actor.personId, null, (person) => rules.editPerson(person, { ...person.values, locale }))

/** `given`: as for a person. */
export async function addUnit(ctx: Ctx, values: UnitValues, given: string = newId(ctx.now)): Promise<UnitOutcome> {
  await takeTurn(ctx, 'unit')
  const stands = await readUnit(ctx, given)
  if (stands && isSameAgain(stands.values, values)) return refuse('nothingChanged')
  const id = stands ? newId(ctx.now) : given
  const found = await aroundUnit(ctx, id, values, undefined)
  if (!found.ok) return found
  const outcome = rules.addUnit(id, values, found.above)
  if (outcome.ok) await insertUnit(ctx, outcome)
  return outcome
}

export async function editUnit(ctx: Ctx, id: string, version: number | null, values: UnitValues): Promise<UnitOutcome> {
  // The tree is locked before the unit above is read: two moves at once could otherwise make a ring.
  await takeTurn(ctx, 'unit')
  const stands = await unitStore.lock(ctx, id)
  const found = await aroundUnit(ctx, id, values, stands?.values)
  return found.ok ? decide(ctx, unitStore, id, version, (unit) => rules.editUnit(unit, values, found.above)) : found
}

/** Takes away what an import added, while it is as it was and nothing points at it. */
export async function takeBackPerson(ctx: Ctx, id: string, version: number): Promise<PersonOutcome> {
  const isKept = await ctx.house.keeps(ctx, { type: 'person', id })
  return takenBack(ctx, 'person', await personStore.lock(ctx, id), version, (person) => rules.takeBackPerson(person, isKept))
}

export async function takeBackUnit(ctx: Ctx, id: string, version: number): Promise<UnitOutcome> {
  const isKept = await ctx.house.keeps(ctx, { type: 'unit', id })
  return takenBack(ctx, 'unit', await unitStore.lock(ctx, id), version, (unit) => rules.takeBackUnit(unit, isKept))
}

/** Every role, for example data and set-up, with no end. */
export const always = (role: Role, from: string, unitId: string | null = null): NewAssignment => ({ role, unitId, from, to: null })

/** What lies above must be ours, and two units of one name do not lie side by side: nobody could tell them apart. */
async function aroundUnit(ctx: Ctx, id: string, values: UnitValues, stands: UnitValues | undefined) {
  const { name, parent } = values
  const above = parent === null ? null : await readUnit(ctx, parent)
  if (above === undefined) return refuse('notARecord', ['parent'])
  const strange = await strangeIn<typeof unitFields>(ctx, unitReferences, values, stands)
  if (strange.length > 0) return refuse('notARecord', strange)
  if (name && (await besideNamed(ctx, name, parent, id))) return refuse('nameTaken', ['name'])
  return { ok: true as const, above }
}

/** An id that is not of this organisation is no choice; and two people do not share an address (S0-23). */
async function strangeReference(ctx: Ctx, id: string | null, values: PersonValues) {
  const stands = id === null ? undefined : (await readPerson(ctx, id))?.values
  const strange = await strangeIn<typeof personFields>(ctx, personReferences, values, stands)
  if (strange.length > 0) return refuse('notARecord', strange)
  return values.email !== null && (await emailTaken(ctx, values.email, id)) ? refuse('addressTaken', ['email']) : undefined
}
