import { endOfDay } from '../../kernel/calendar/calendar.ts'
import { inAll } from '../../kernel/texts.ts'
import { openHolds } from '../../register/holds/holds.ts'
import type { TaskSpec } from '../tasks/public.ts'
import type { Held, Recording } from './recording.ts'
import { texts } from './texts.ts'

/** The caseworker takes the note into the case; whoever reviews a reason to hold it asks whether it is needed still. What it is called is for its readers. */
export function recordingTasks({ id, values }: Recording, holds: readonly Held[]): readonly TaskSpec[] {
  const title = (word: 'note' | 'hold') => inAll((locale) => texts(locale).tasks[word])
  if (values.status === 'erased') return []
  const note =
    values.note !== null && values.caseworker !== null && values.archiveReference === null
      ? [
          {
            kind: 'recording.note',
            title: title('note'),
            personId: values.caseworker,
            roles: ['dpo'] as const,
            href: `/opptak/${id}/arkiv`,
            dueAt: null,
          },
        ]
      : []
  const hold =
    values.status === 'held'
      ? openHolds(holds).map(({ id: key, reviewer, reviewOn }) => ({
          kind: 'recording.hold',
          key,
          title: title('hold'),
          personId: reviewer,
          roles: ['dpo'] as const,
          dueAt: endOfDay(reviewOn),
        }))
      : []
  return [...note, ...hold]
}
