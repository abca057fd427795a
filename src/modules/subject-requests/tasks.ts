import { addDays, endOfDay } from '../../kernel/calendar/calendar.ts'
import { inAll, type Locale } from '../../kernel/texts.ts'
import type { TaskSpec } from '../tasks/public.ts'
import type { RequestProfile } from './profile.ts'
import type { Opened } from './subject-request.ts'
import { texts } from './texts.ts'

const remindAtHoursLeft = [24 * 14, 24 * 3]
/** Whoever looks in a system does so in time for the answer to be written. */
const daysToWrite = 7

/** To answer, for whoever has it; to look in a system, for whoever owns it. Whose data it is stands in no task. */
export function requestTasks(
  { id, values, searches }: Opened,
  { receivers }: RequestProfile,
  system: (id: string) => string,
): readonly TaskSpec[] {
  if (values.status !== 'received' || values.dueOn === null) return []
  const word = (of: 'answer' | 'search') => inAll((locale: Locale) => texts(locale).tasks[of])
  return [
    {
      kind: 'subject_request.answer',
      title: word('answer'),
      roles: receivers,
      dueAt: endOfDay(values.dueOn),
      remindAtHoursLeft,
      ...(values.responsible === null ? {} : { personId: values.responsible }),
    },
    ...searches
      .filter(({ finding }) => finding === null)
      .map((search) => ({
        kind: 'subject_request.search',
        key: search.system,
        title: word('search'),
        about: inAll(() => system(search.system)),
        href: `/egne-opplysninger/${id}/funn/${search.id}`,
        roles: receivers,
        dueAt: endOfDay(addDays(values.dueOn ?? '', -daysToWrite)),
        remindAtHoursLeft: [24 * 3],
        ...(search.searcher === null ? {} : { personId: search.searcher }),
      })),
  ]
}
