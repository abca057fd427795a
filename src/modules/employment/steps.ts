import { addDays, addMonths, isWorkingDay, type LocalDate } from '../../kernel/calendar/calendar.ts'
import type { LeavingProfile } from './profile.ts'

// The one table that all checklists are drawn from, by kind.

export const listKinds = ['start', 'change', 'leave'] as const
export type ListKind = (typeof listKinds)[number]

type Due = 'day' | 'lastWorkingDay' | 'oneDrive' | 'account'
type StepOf = {
  readonly list: ListKind
  readonly key: string
  /** Whose it is to do. */
  readonly by: 'employee' | 'leader' | 'it'
  readonly due: Due
  /** Not before contract and declaration are signed (S4-047). */
  readonly locked?: true
  /** Follows from a date of the employment, and is not ticked. */
  readonly from?: 'contractOn' | 'declarationOn'
  /** Something must show that it was done. */
  readonly proof?: true
  /** Done when no access of the kind is left (S4-051). */
  readonly waits?: 'openSystems' | 'openZones'
  /** The organisation's own checklist is linked beside it (S4-064). */
  readonly ownList?: true
  /** What the person holds is named beside it, by the module that knows. */
  readonly names?: true
}

export const steps = [
  // Starting: S4-047, S4-048, S4-028, S4-050.
  { list: 'start', key: 'hrSystem', by: 'leader', due: 'day' },
  { list: 'start', key: 'contract', by: 'leader', due: 'day', from: 'contractOn' },
  { list: 'start', key: 'declaration', by: 'leader', due: 'day', from: 'declarationOn' },
  { list: 'start', key: 'account', by: 'leader', due: 'day', locked: true },
  { list: 'start', key: 'giveAccess', by: 'leader', due: 'day', locked: true },
  { list: 'start', key: 'givePremises', by: 'leader', due: 'day', locked: true },
  { list: 'start', key: 'giveCard', by: 'leader', due: 'day' },
  { list: 'start', key: 'giveKeys', by: 'leader', due: 'day' },
  { list: 'start', key: 'giveEquipment', by: 'leader', due: 'day' },
  { list: 'start', key: 'givePhone', by: 'leader', due: 'day' },
  { list: 'start', key: 'training', by: 'leader', due: 'day' },
  // Another position.
  { list: 'change', key: 'newHrSystem', by: 'leader', due: 'day' },
  { list: 'change', key: 'oldAccess', by: 'leader', due: 'day' },
  { list: 'change', key: 'newAccess', by: 'leader', due: 'day', locked: true },
  { list: 'change', key: 'changePremises', by: 'leader', due: 'day' },
  { list: 'change', key: 'changeCard', by: 'leader', due: 'day' },
  { list: 'change', key: 'changeKeys', by: 'leader', due: 'day' },
  { list: 'change', key: 'changeEquipment', by: 'leader', due: 'day' },
  { list: 'change', key: 'handOver', by: 'employee', due: 'day' },
  // Leaving, the employee: S4-043.
  { list: 'leave', key: 'files', by: 'employee', due: 'lastWorkingDay' },
  { list: 'leave', key: 'email', by: 'employee', due: 'lastWorkingDay' },
  { list: 'leave', key: 'teams', by: 'employee', due: 'lastWorkingDay' },
  { list: 'leave', key: 'otherPlaces', by: 'employee', due: 'lastWorkingDay' },
  // Leaving, the leader: S4-063, S4-064, S4-044, S4-051, S4-046.
  { list: 'leave', key: 'hrNotice', by: 'leader', due: 'day' },
  { list: 'leave', key: 'card', by: 'leader', due: 'lastWorkingDay', ownList: true },
  { list: 'leave', key: 'keys', by: 'leader', due: 'lastWorkingDay', ownList: true },
  { list: 'leave', key: 'equipment', by: 'leader', due: 'lastWorkingDay', names: true },
  { list: 'leave', key: 'phone', by: 'leader', due: 'lastWorkingDay' },
  { list: 'leave', key: 'stopAccess', by: 'leader', due: 'day', proof: true },
  { list: 'leave', key: 'network', by: 'leader', due: 'day' },
  { list: 'leave', key: 'system', by: 'leader', due: 'day', waits: 'openSystems' },
  { list: 'leave', key: 'data', by: 'leader', due: 'day' },
  { list: 'leave', key: 'cloud', by: 'leader', due: 'day' },
  { list: 'leave', key: 'premises', by: 'leader', due: 'day', waits: 'openZones' },
  { list: 'leave', key: 'oneDrive', by: 'leader', due: 'oneDrive', proof: true },
  // Leaving, IT: S4-045.
  { list: 'leave', key: 'accountDeleted', by: 'it', due: 'account', proof: true },
] as const satisfies readonly StepOf[]

export type StepKey = (typeof steps)[number]['key']
export type Step = StepOf & { readonly key: StepKey }

export const stepsOf = (list: ListKind): readonly Step[] => (steps as readonly Step[]).filter((step) => step.list === list)
export const stepNamed = (list: ListKind, key: string): Step | undefined => stepsOf(list).find((step) => step.key === key)

/** The last day that somebody is at work: the last day of work, or the last before it that is no weekend and no holiday. */
export function lastWorkingDay(day: LocalDate): LocalDate {
  let at = day
  while (!isWorkingDay(at)) at = addDays(at, -1)
  return at
}

/** The last day of a point. Three months after 31 January is 30 April. */
export function dueOf({ due }: Pick<Step, 'due'>, day: LocalDate, profile: LeavingProfile): LocalDate {
  switch (due) {
    case 'day':
      return day
    case 'lastWorkingDay':
      return lastWorkingDay(day)
    case 'oneDrive':
      return addDays(day, profile.oneDriveDays)
    case 'account':
      return addMonths(day, profile.accountMonths)
  }
}

/** The leader has the files of whoever left from the day after the last, for so many days (S4-046). */
export const oneDriveWindow = (endsOn: LocalDate, today: LocalDate, profile: LeavingProfile): 'before' | 'open' | 'closed' =>
  today <= endsOn ? 'before' : today <= addDays(endsOn, profile.oneDriveDays) ? 'open' : 'closed'
