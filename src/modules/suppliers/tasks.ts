import { addDays, localDate, startOfDay } from '../../kernel/calendar/calendar.ts'
import { inAll } from '../../kernel/texts.ts'
import type { TaskSpec } from '../tasks/public.ts'
import type { Supplier } from './supplier.ts'
import { texts } from './texts.ts'

/** How many days before it runs out a contract becomes a task: as an agreement with a processor does. */
export const endDays = 90

/** A contract that runs out is renewed, or the supplier taken out of use, by those who make contracts and keep systems. */
export function supplierTasks({ values }: Supplier, now: Date): readonly TaskSpec[] {
  const { name, contractUntil, inUse } = values
  if (inUse !== 'yes' || contractUntil === null || contractUntil > addDays(localDate(now), endDays)) return []
  return [
    {
      kind: 'supplier.ends',
      title: inAll((locale) => texts(locale).contractEnds),
      about: inAll(() => name ?? ''),
      roles: ['procurement', 'itHead'],
      dueAt: startOfDay(addDays(contractUntil, 1)),
      remindAtHoursLeft: [24 * 14, 24 * 3],
    },
  ]
}
