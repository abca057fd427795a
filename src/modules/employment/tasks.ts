import { endOfDay, type LocalDate } from '../../kernel/calendar/calendar.ts'
import { inAll } from '../../kernel/texts.ts'
import type { TaskSpec } from '../tasks/public.ts'
import type { Checklist, Employment, Facts } from './employment.ts'
import type { LeavingProfile } from './profile.ts'
import { openSteps } from './rules-steps.ts'
import { dueOf, type Step } from './steps.ts'
import { texts } from './texts.ts'

type Words = keyof ReturnType<typeof texts>['tasks']
type Holders = { readonly leader: string | null; readonly person: string | null }

const remindAtHoursLeft = [24 * 7, 24]
/** Points that are a task of their own; the others of a list are one task together. */
const alone: Readonly<Partial<Record<Step['key'], Words>>> = { stopAccess: 'stopAccess', oneDrive: 'oneDrive', accountDeleted: 'account' }
const together: Readonly<Record<Checklist['kind'], Words>> = { start: 'start', change: 'change', leave: 'leave' }
const wordOf = (list: Checklist, step: Step): Words =>
  alone[step.key] ?? (step.by === 'employee' ? (list.kind === 'leave' ? 'tidy' : 'handOver') : together[list.kind])

/**
 * What is open in the checklists, as tasks: the employee's points, the leader's, and those that have a day of their own. Each is due on the
 * first day that any of its points is; none is left once leaving is closed. Whose employment it is stands in no task but for those who may open it.
 */
export function employmentTasks(
  employment: Employment,
  lists: readonly Checklist[],
  facts: Facts,
  { leader, person }: Holders,
  profile: LeavingProfile,
): readonly TaskSpec[] {
  if (lists.some(({ kind, closedAt }) => kind === 'leave' && closedAt !== null)) return []
  const specs = new Map<string, TaskSpec>()
  for (const list of lists.filter(({ closedAt }) => closedAt === null))
    for (const step of openSteps(list, facts)) {
      const word = wordOf(list, step)
      const key = `${word} ${list.id}`
      const dueAt = endOfDay(dueOf(step, list.day, profile))
      const before = specs.get(key)
      if (before?.dueAt && before.dueAt <= dueAt) continue
      const holder = step.by === 'it' ? null : step.by === 'employee' ? person : leader
      specs.set(key, {
        ...{ kind: `employment.${word}`, key: list.id, title: inAll((locale) => texts(locale).tasks[word]), roles: ['admin'] },
        ...{ dueAt, remindAtHoursLeft },
        ...(holder === null ? {} : { personId: holder }),
        ...(holder !== null && holder === leader ? led(employment) : {}),
      })
    }
  return [...specs.values(), ...renewal(employment, leader)]
}

const led = ({ values: { person } }: Employment) => (person === null ? {} : { leaderOf: { person } })

/** A declaration that ends is to be signed anew (S4-032). */
function renewal(employment: Employment, leader: string | null): readonly TaskSpec[] {
  const { declarationUntil, endsOn } = employment.values
  const until: LocalDate | null = declarationUntil
  if (until === null || (endsOn !== null && endsOn <= until)) return []
  return [
    {
      kind: 'employment.declaration',
      title: inAll((locale) => texts(locale).tasks.declaration),
      roles: ['admin'],
      dueAt: endOfDay(until),
      remindAtHoursLeft: [24 * 30, 24 * 7],
      ...(leader === null ? {} : { personId: leader, ...led(employment) }),
    },
  ]
}
