import { endOfDay } from '../../kernel/calendar/calendar.ts'
import { inAll } from '../../kernel/texts.ts'
import type { TaskSpec } from '../tasks/public.ts'
import type { Recording } from './recording.ts'
import { texts } from './texts.ts'

/** The caseworker takes the note into the case; whoever reviews a hold asks whether it is needed still. What it is called is for its readers. */
export function recordingTasks({ id, values }: Recording): readonly TaskSpec[] {
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
    values.status === 'held' && values.holdReviewOn !== null && values.holdReviewer !== null
      ? [
          {
            kind: 'recording.hold',
            title: title('hold'),
            personId: values.holdReviewer,
            roles: ['dpo'] as const,
            dueAt: endOfDay(values.holdReviewOn),
          },
        ]
      : []
  return [...note, ...hold]
}
