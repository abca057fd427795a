import { addDays, endOfDay, localDate } from '../../kernel/calendar/calendar.ts'
import { inAll, type Localised } from '../../kernel/texts.ts'
import type { TaskSpec } from '../tasks/public.ts'
import type { Delegation } from './delegation.ts'
import { waitsForGiver } from './rules.ts'
import { texts } from './texts.ts'

/** How many days before its last day it becomes a task. */
export const endDays = 30

/**
 * What must be done with a delegation: renewed or withdrawn when it runs out, and looked at again when whoever gave it, or has it, works here
 * no more; given by the giver's own hand, where somebody else registered what gives power in Varde. It is the giver's task; where the giver has left, the controller's. `here`: of the two, those at work.
 */
export function delegationTasks({ values }: Delegation, here: ReadonlySet<string>, ownHand: boolean, now: Date): readonly TaskSpec[] {
  const { name, delegatedBy, delegatedTo, toDate, inForce } = values
  if (inForce !== 'yes') return []
  const giver = delegatedBy !== null && here.has(delegatedBy) ? { personId: delegatedBy } : {}
  const task = (kind: string, title: Localised, dueAt: Date | null): TaskSpec => ({
    ...{ kind: `delegation.${kind}`, title, about: inAll(() => name ?? ''), roles: ['controller', 'admin'], dueAt },
    ...(dueAt === null ? {} : { remindAtHoursLeft: [24 * 14, 24 * 3] }),
    ...giver,
  })
  const left = [delegatedBy, delegatedTo].some((person) => person !== null && !here.has(person))
  return [
    ...(waitsForGiver(values, ownHand) && !left
      ? [
          task(
            'ownHand',
            inAll((locale) => texts(locale).tasks.ownHand),
            null,
          ),
        ]
      : []),
    ...(toDate !== null && toDate <= addDays(localDate(now), endDays)
      ? [
          task(
            'ends',
            inAll((locale) => texts(locale).tasks.ends),
            endOfDay(toDate),
          ),
        ]
      : []),
    ...(left
      ? [
          task(
            'anew',
            inAll((locale) => texts(locale).tasks.anew),
            null,
          ),
        ]
      : []),
  ]
}
