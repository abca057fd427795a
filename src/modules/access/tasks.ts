import { addMonths, endOfDay, type LocalDate } from '../../kernel/calendar/calendar.ts'
import { inAll, type Localised } from '../../kernel/texts.ts'
import type { TaskSpec } from '../tasks/public.ts'
import type { Access } from './access.ts'
import { confirmationOpens, lastDay } from './rules.ts'
import { texts } from './texts.ts'

type Words = keyof ReturnType<typeof texts>['tasks']
const titled = (word: Words): Localised => inAll((locale) => texts(locale).tasks[word])
const to = (person: string | null) => (person === null ? {} : { personId: person })
const remindAtHoursLeft = [24 * 7, 24]

/**
 * An access that ends is to be taken away: a task of the leader on its last day (S4-044). One that is asked to be removed is the system
 * owner's at once; of a zone, the leader's. Whose access it is stands in no task: it may be read by more than those who may know.
 */
export function accessTasks(
  access: Access,
  { leader, owner }: { readonly leader: string | null; readonly owner: string | null },
): readonly TaskSpec[] {
  const { person, removedOn } = access.values
  if (removedOn !== null) return []
  const led = person === null ? {} : { leaderOf: { person } }
  const ends = lastDay(access)
  const asked = access.values.removalAskedAt
  return [
    ...(ends === null
      ? []
      : [
          {
            kind: 'access.stop',
            title: titled('stop'),
            roles: ['admin'] as const,
            dueAt: endOfDay(ends),
            remindAtHoursLeft,
            ...to(leader ?? owner),
            ...(leader === null ? {} : led),
          },
        ]),
    ...(asked === null
      ? []
      : [
          {
            kind: 'access.remove',
            title: titled('remove'),
            roles: ['admin'] as const,
            dueAt: new Date(asked.getTime() + 7 * 24 * 3_600_000),
            remindAtHoursLeft: [24],
            ...to(owner ?? leader),
            ...(owner === null && leader !== null ? led : {}),
          },
        ]),
  ]
}

/** A leader is to look at the accesses of the unit again, so many months after the oldest was granted or confirmed: a task once it is near (S4-049). */
export const confirmationTasks = (
  unit: { readonly id: string; readonly name: string },
  leader: string | null,
  oldest: LocalDate,
  months: number,
  today: LocalDate,
): readonly TaskSpec[] =>
  leader === null || today < confirmationOpens(addMonths(oldest, months))
    ? []
    : [
        {
          kind: 'access.confirm',
          title: titled('confirm'),
          about: inAll(() => unit.name),
          roles: ['admin'],
          dueAt: endOfDay(addMonths(oldest, months)),
          remindAtHoursLeft: [24 * 14, 24 * 3],
          personId: leader,
          leaderOf: { unit: unit.id },
        },
      ]
