import { inAll } from '../../kernel/texts.ts'
import type { TaskSpec } from '../tasks/public.ts'
import type { InformationNotice } from './information-notice.ts'
import { texts } from './texts.ts'

/** To tell people anew, for whoever answers for the activity, while they have been told something else. */
export const noticeTasks = ({ values }: InformationNotice, outdated: boolean, responsible: string | null): readonly TaskSpec[] =>
  outdated
    ? [
        {
          kind: 'information_notice.renew',
          title: inAll((locale) => texts(locale).task),
          about: inAll(() => values.name ?? ''),
          roles: ['privacyContact', 'dpo'],
          dueAt: null,
          ...(responsible === null ? {} : { personId: responsible }),
        },
      ]
    : []
