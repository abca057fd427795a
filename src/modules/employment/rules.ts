import { type Actor, hasRole } from '../../kernel/actor.ts'
import { addMonths, type LocalDate, localDate } from '../../kernel/calendar/calendar.ts'
import { change, type Outcome, type Refusal, refuse } from '../../kernel/change.ts'
import { changed, missing } from '../../kernel/fields.ts'
import { holds } from '../../kernel/space.ts'
import type { Employment, EmploymentEvent, EmploymentValues, PositionChange, Standing } from './employment.ts'
import { changeFields, employmentFields } from './fields.ts'
import type { LeavingProfile } from './profile.ts'
import { isSeen, overseesEmployment } from './space.ts'

type EmploymentOutcome = Outcome<Employment, EmploymentEvent>

/** Whoever does it: who they are to the person, and what the profile says. */
export type By = { readonly actor: Actor; readonly standing: Standing; readonly profile: LeavingProfile }

export const maySee = (person: string | null, standing: Standing, actor: Actor): boolean =>
  holds(isSeen(actor), { person, standing }, actor)

/** Leaders keep the employments of those they lead, and the administrator all; nobody their own (S4-047, S4-048). */
export const mayKeep = (person: string | null, { actor, standing }: Pick<By, 'actor' | 'standing'>): boolean =>
  person !== actor.personId && (standing.leadsPerson || hasRole(actor, 'admin'))
/** Whether somebody may come to the form at all. */
export const mayAddSome = (actor: Actor): boolean => actor.leads.length > 0 || hasRole(actor, 'admin')
export const seesSome = (actor: Actor): boolean => mayAddSome(actor) || overseesEmployment(actor)

function wrong(values: EmploymentValues, now: Date): Refusal | null {
  const gaps = missing(employmentFields, values)
  if (gaps.length > 0) return refuse('incomplete', gaps)
  const { startsOn, endsOn, contractOn, declarationOn, declarationUntil } = values
  if (endsOn !== null && endsOn < (startsOn ?? '')) return refuse('endsBeforeStart', ['endsOn'])
  const today = localDate(now)
  if (contractOn !== null && contractOn > today) return refuse('future', ['contractOn'])
  if (declarationOn !== null && declarationOn > today) return refuse('future', ['declarationOn'])
  if (declarationUntil !== null && (declarationOn === null || declarationUntil <= declarationOn))
    return refuse('endsBeforeStart', ['declarationUntil'])
  return null
}

/** What of the last day has happened: said with the person and the day, for those who do something about it. */
const endEvents = (before: string | null, { person, endsOn }: EmploymentValues): readonly EmploymentEvent[] => {
  if (before === endsOn || person === null) return []
  return [endsOn === null ? { type: 'employment.staying', person } : { type: 'employment.leaving', person, endsOn }]
}

/** A declaration that is renewed here holds for so many years, where nobody has said until when. */
const renewed = (values: EmploymentValues, { declarationYears }: LeavingProfile): EmploymentValues =>
  declarationYears !== null && values.declarationOn !== null && values.declarationUntil === null
    ? { ...values, declarationUntil: addMonths(values.declarationOn, 12 * declarationYears) }
    : values

export function addEmployment(id: string, values: EmploymentValues, by: By, now: Date): EmploymentOutcome {
  const gone = wrong(values, now)
  if (gone) return gone
  if (!mayKeep(values.person, by)) return refuse('notYours', ['person'])
  const next = { id, version: 1, values: renewed(values, by.profile) }
  return change<Employment, EmploymentEvent>(next, { type: 'employment.added' }, ...endEvents(null, values))
}

export function editEmployment(employment: Employment, values: EmploymentValues, by: By, now: Date): EmploymentOutcome {
  if (!mayKeep(employment.values.person, by)) return refuse('notAllowed')
  const gone = wrong(values, now)
  if (gone) return gone
  if (values.person !== employment.values.person) return refuse('samePerson', ['person'])
  const next = renewed(values, by.profile)
  const fields = changed(employmentFields, employment.values, next)
  if (fields.length === 0) return refuse('nothingChanged')
  const events = endEvents(employment.values.endsOn, next)
  return change<Employment, EmploymentEvent>({ ...employment, values: next }, { type: 'employment.edited', fields }, ...events)
}

/** Somebody has left, and no last day was set: it is this one, and what has not begun ends on its first. Nobody's deed: it follows. */
export function endWork(employment: Employment, leftOn: LocalDate): EmploymentOutcome {
  const { startsOn, endsOn } = employment.values
  if (endsOn !== null) return refuse('nothingChanged')
  const values = { ...employment.values, endsOn: startsOn !== null && startsOn > leftOn ? startsOn : leftOn }
  const edited = { type: 'employment.edited', fields: ['endsOn'] } as const
  return change<Employment, EmploymentEvent>({ ...employment, values }, edited, ...endEvents(null, values))
}

/** What an import added is taken away again, while nothing has come of it. */
export function takeBack(employment: Employment, isKept: boolean, by: By): EmploymentOutcome {
  if (!mayKeep(employment.values.person, by)) return refuse('notAllowed')
  return isKept ? refuse('inUse') : change<Employment, EmploymentEvent>(employment, { type: 'employment.takenBack' })
}

/** Another position from a day: its own checklist follows. `taken`: there is one of that day. */
export function changePosition(employment: Employment, asked: PositionChange, taken: boolean, by: By): EmploymentOutcome {
  if (!mayKeep(employment.values.person, by)) return refuse('notAllowed')
  const gaps = missing(changeFields, asked)
  if (gaps.length > 0) return refuse('incomplete', gaps)
  const { startsOn, endsOn } = employment.values
  const day = asked.day ?? ''
  if (day < (startsOn ?? '')) return refuse('endsBeforeStart', ['day'])
  if (endsOn !== null && day > endsOn) return refuse('afterEnd', ['day'])
  if (taken) return refuse('nothingChanged')
  const values = { ...employment.values, position: asked.position }
  return change<Employment, EmploymentEvent>({ ...employment, values }, { type: 'employment.changed', day })
}

type Signed = Pick<EmploymentValues, 'kind' | 'contractOn' | 'declarationOn' | 'declarationUntil'>
/** Consultants and others have their contract with somebody else. */
export const needsContract = ({ kind }: Signed): boolean => kind === 'employee' || kind === 'temporary'

/** What is missing before anybody is given access; null where nothing is (S4-032, S4-047). */
export function lacksForAccess(values: Signed, today: LocalDate): 'noContract' | 'noDeclaration' | 'declarationOut' | null {
  if (values.declarationOn === null) return 'noDeclaration'
  if (values.declarationUntil !== null && values.declarationUntil < today) return 'declarationOut'
  return needsContract(values) && values.contractOn === null ? 'noContract' : null
}

/** Of several employments the one that lacks least decides; none that runs: none may be given access. */
export function demandOf(running: readonly Signed[], today: LocalDate): Refusal | null {
  const lacks = running.map((values) => lacksForAccess(values, today))
  if (lacks.includes(null)) return null
  return refuse(lacks[0] ?? 'noEmployment', ['person'])
}

export type WorkState = 'coming' | 'working' | 'leaving' | 'left'
export function workStateOf({ values: { startsOn, endsOn } }: Pick<Employment, 'values'>, today: LocalDate): WorkState {
  if (endsOn !== null && endsOn < today) return 'left'
  if ((startsOn ?? '') > today) return 'coming'
  return endsOn === null ? 'working' : 'leaving'
}
