import { endOfDay } from '../../kernel/calendar/calendar.ts'
import { inAll } from '../../kernel/texts.ts'
import type { TaskSpec } from '../tasks/public.ts'
import type { Deletion } from './retention.ts'
import { texts } from './texts.ts'

/** Whose turn it is: whoever is to delete, until it is done; then whoever confirms. A hold leaves no task (S4-199). */
export function deletionTasks({ values }: Deletion): readonly TaskSpec[] {
  const { state, dueOn, owner, name, planned } = values
  const about = inAll(() => name ?? '')
  if (state === 'due' && dueOn !== null)
    return [
      {
        kind: 'deletion.carryOut',
        title: inAll((locale) => texts(locale).tasks[planned ?? 'delete']),
        about,
        roles: ['controller'],
        dueAt: endOfDay(dueOn),
        remindAtHoursLeft: [24 * 14, 24 * 3],
        ...(owner === null ? {} : { personId: owner }),
      },
    ]
  if (state === 'confirming')
    return [{ kind: 'deletion.confirm', title: inAll((locale) => texts(locale).tasks.confirm), about, roles: ['dpo', 'ciso'], dueAt: null }]
  return []
}
