import { addDays, type LocalDate } from '../../kernel/calendar/calendar.ts'
import { type Change, change, type Outcome, refuse } from '../../kernel/change.ts'
import { changed, missing } from '../../kernel/fields.ts'
import { isMailbox } from '../../kernel/mailbox.ts'
import { personFields, unitFields } from './fields.ts'
import type { Assignment, Person, PersonEvent, PersonValues, UnitEvent, UnitRecord, UnitValues } from './person.ts'

type PersonOutcome = Outcome<Person, PersonEvent>

/** Personal accounts only (S0-23): a person without a name of its own is not added. */
export function addPerson(id: string, values: PersonValues, confirmed = false): PersonOutcome {
  const wrong = wrongInPerson(id, values) ?? sharedBy(null, values, confirmed)
  return wrong ?? change<Person, PersonEvent>({ id, version: 1, active: true, values, assignments: [] }, { type: 'person.added' })
}

export function editPerson(person: Person, values: PersonValues, confirmed = false): PersonOutcome {
  const wrong = wrongInPerson(person.id, values) ?? sharedBy(person.values, values, confirmed)
  if (wrong) return wrong
  const fields = changed(personFields, person.values, values)
  return fields.length === 0
    ? refuse('nothingChanged')
    : change<Person, PersonEvent>({ ...person, values }, { type: 'person.edited', fields })
}

/** A person is never deleted, because the log names it; without `active` it cannot sign in and holds no role. */
export function setActive(person: Person, active: boolean, adminsBeside: number, today: string): PersonOutcome {
  if (person.active === active) return refuse('nothingChanged')
  if (!active && isAdmin(person, today) && adminsBeside === 0) return refuse('lastAdmin')
  return change<Person, PersonEvent>({ ...person, active }, { type: active ? 'person.reactivated' : 'person.deactivated' })
}

/** `employee` is everyone's without being given (S4-073). */
export function giveRole(person: Person, given: Assignment): PersonOutcome {
  if (!person.active) return refuse('notNow')
  if (given.role === 'employee') return refuse('everyonesRole', ['role'])
  if (given.to !== null && given.to <= given.from) return refuse('endsBeforeStart', ['to'])
  if (person.assignments.some((one) => one.role === given.role && one.unitId === given.unitId && overlap(one, given)))
    return refuse('alreadyHeld', ['role'])
  const { role, unitId, from, to } = given
  return change<Person, PersonEvent>(
    { ...person, assignments: [...person.assignments, given] },
    { type: 'person.roleGiven', role, unitId, from, to },
  )
}

/** Ends a role on a day, the first on which it no longer holds. One that has not begun by then is taken away whole. */
export function endRole(person: Person, assignmentId: string, to: string, adminsBeside: number, today: string): PersonOutcome {
  const found = person.assignments.find((one) => one.id === assignmentId)
  if (!found) return refuse('notFound')
  if (found.to !== null && found.to <= to) return refuse('alreadyEnded', ['to'])
  // Yesterday's acts were done with the role; the past stays as it was.
  if (to < today) return refuse('inThePast', ['to'])
  if (found.role === 'admin' && holds(found, today) && adminsBeside === 0) return refuse('lastAdmin')
  const assignments = person.assignments.flatMap((one) => (one !== found ? [one] : one.from >= to ? [] : [{ ...one, to }]))
  return change<Person, PersonEvent>({ ...person, assignments }, { type: 'person.roleEnded', role: found.role, to })
}

/** People write, and read, the last day that a role holds; kept is the first without it. */
export const dayAfter = (lastDay: LocalDate | null): LocalDate | null => lastDay && addDays(lastDay, 1)
export const lastDayOf = ({ to }: Pick<Assignment, 'to'>): LocalDate | null => to && addDays(to, -1)

export const holds = (one: Pick<Assignment, 'from' | 'to'>, today: string): boolean =>
  one.from <= today && (one.to === null || today < one.to)

const isAdmin = (person: Person, today: string) => person.assignments.some((one) => one.role === 'admin' && holds(one, today))
const overlap = (a: Assignment, b: Assignment) => (a.to === null || b.from < a.to) && (b.to === null || a.from < b.to)

function wrongInPerson(id: string, values: PersonValues) {
  const gaps = missing(personFields, values)
  if (gaps.length > 0) return refuse('missing', gaps)
  if (values.email !== null && !isMailbox(values.email)) return refuse('notAnAddress', ['email'])
  return values.leader === id ? refuse('ownLeader', ['leader']) : undefined
}

/**
 * Which of the two looks like a mailbox's or a department's, that many open: an account is one person's (S0-23). It is a question and no
 * refusal for good: people are called many things, and the example people are called by their office.
 */
export function looksShared({ name, email }: Pick<PersonValues, 'name' | 'email'>): readonly ('name' | 'email')[] {
  const box = (email ?? '').split('@')[0]?.toLowerCase() ?? ''
  return [...(sharedNames.test((name ?? '').trim()) ? (['name'] as const) : []), ...(sharedBoxes.test(box) ? (['email'] as const) : [])]
}

const sharedBoxes =
  /^(post|postmottak|firmapost|info|kontakt|admin|administrasjon|arkiv|resepsjon(en)?|sentralbord|sikkerhet|security|personvern|it|ikt|support|hjelp|help|helpdesk|service|servicedesk|servicetorg|kundeservice|skole|legevakt|barnevern|barnehage|noreply|no-reply)([._-].*)?$/
const sharedNames =
  /^(resepsjon(en)?|sentralbord(et)?|servicetorg(et)?|service ?desk(en)?|it|ikt|it[- ]?(avdeling(en)?|support|service ?desk)|post(mottak(et)?)?|arkiv(et)?|legevakt(en|a)?|barnevern(et)?|kundeservice|felles(konto|bruker|brukar)?|vakt(en|a)?|kontor(et)?|reception|help ?desk)$/i

const sharedBy = (before: PersonValues | null, values: PersonValues, confirmed: boolean) => {
  // What stood before has been answered for.
  const fields = looksShared(values).filter((field) => before?.[field] !== values[field])
  return confirmed || fields.length === 0 ? undefined : refuse('looksShared', fields)
}

/**
 * What an import added is taken away when the import is undone, while nothing came of it: no role, no case, no account. Anybody else who has
 * been here stays, and is only deactivated.
 */
export function takeBackPerson(person: Person, isKept: boolean): PersonOutcome {
  if (isKept || !person.active || person.assignments.length > 0) return refuse('inUse')
  return change<Person, PersonEvent>(person, { type: 'person.takenBack' })
}

export const takeBackUnit = (unit: UnitRecord, isKept: boolean): UnitOutcome =>
  isKept ? refuse('inUse') : change<UnitRecord, UnitEvent>(unit, { type: 'unit.takenBack' })

type UnitOutcome = Outcome<UnitRecord, UnitEvent>
/** The unit above, or null for the top. */
type Above = Pick<UnitRecord, 'id' | 'path'> | null

export function addUnit(id: string, values: UnitValues, above: Above): UnitOutcome {
  const gaps = missing(unitFields, values)
  if (gaps.length > 0) return refuse('missing', gaps)
  const wrong = portalWrong(values)
  if (wrong) return wrong
  return change<UnitRecord, UnitEvent>({ id, version: 1, values, path: pathBelow(above, id) }, { type: 'unit.added' })
}

/** A unit cannot lie below itself: the line of leaders would have no end. */
export function editUnit(unit: UnitRecord, values: UnitValues, above: Above): UnitOutcome {
  const gaps = missing(unitFields, values)
  if (gaps.length > 0) return refuse('missing', gaps)
  if (above?.path.includes(unit.id)) return refuse('belowItself', ['parent'])
  const wrong = portalWrong(values)
  if (wrong) return wrong
  const fields = changed(unitFields, unit.values, values)
  if (fields.length === 0) return refuse('nothingChanged')
  return change<UnitRecord, UnitEvent>({ ...unit, values, path: pathBelow(above, unit.id) }, { type: 'unit.edited', fields })
}

/** Somebody with access is access: the two answers say the same. */
const portalWrong = ({ researchPortal, researchPortalPeople }: UnitValues) =>
  researchPortalPeople.length > 0 && researchPortal !== 'yes' ? refuse('portalWithoutAccess', ['researchPortal']) : null

const pathBelow = (above: Above, id: string): readonly string[] => [...(above?.path ?? []), id]

export type PersonChange = Change<Person, PersonEvent>
export type UnitChange = Change<UnitRecord, UnitEvent>
