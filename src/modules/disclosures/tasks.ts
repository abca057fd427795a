import { addDays, endOfDay, localDate } from '../../kernel/calendar/calendar.ts'
import { inAll } from '../../kernel/texts.ts'
import type { TaskSpec } from '../tasks/public.ts'
import type { Disclosure } from './disclosure.ts'
import type { DisclosureProfile } from './profile.ts'
import { texts } from './texts.ts'

/** How long whoever decides has. */
const daysToDecide = 14

/** To decide, for each who may; to state, for the representative; to have it deleted, for whoever asked, when its time is out. */
export function disclosureTasks(
  { values }: Disclosure,
  deciders: readonly string[],
  { representative }: DisclosureProfile,
): readonly TaskSpec[] {
  const title = (word: 'decide' | 'state' | 'delete') => inAll((locale) => texts(locale).tasks[word])
  const about = inAll(() => values.name ?? '')
  const due = values.askedAt === null ? null : endOfDay(addDays(localDate(values.askedAt), daysToDecide))
  if (values.status === 'consulting')
    return [{ kind: 'disclosure.state', title: title('state'), about, roles: representative, dueAt: due, remindAtHoursLeft: [72] }]
  if (values.status === 'asked')
    return deciders.map((personId) => ({
      ...{ kind: 'disclosure.decide', key: personId, title: title('decide'), about, personId },
      ...{ roles: ['systemOwner'] as const, dueAt: due, remindAtHoursLeft: [72] },
    }))
  if (values.status === 'approved' && values.until !== null)
    return [
      {
        ...{ kind: 'disclosure.delete', title: title('delete'), about, personId: values.askedBy ?? '', roles: ['privacyContact', 'dpo'] },
        ...{ dueAt: endOfDay(values.until), remindAtHoursLeft: [24 * 14, 24 * 3] },
      },
    ]
  return []
}
