import type { Role } from '../../kernel/actor.ts'
import { addDays, endOfDay, localDate } from '../../kernel/calendar/calendar.ts'
import { inAll } from '../../kernel/texts.ts'
import type { TaskSpec } from '../tasks/public.ts'
import type { Analysis, Measure } from './risk.ts'
import { needsAcceptance, riskOwnerOf } from './rules.ts'
import { texts } from './texts.ts'

/** How many days before it ends an acceptance becomes a task again. */
export const soonDays = 30
/** They have what belongs to somebody who has left. */
const keepers: readonly Role[] = ['ciso', 'dpo']

type Planned = Pick<TaskSpec, 'kind' | 'title' | 'about' | 'roles'> & { readonly at: string }
/** A measure that is not carried out is a task of its owner, whichever record it belongs to. */
export const measureTasks = (measures: readonly Measure[], { at, ...planned }: Planned): readonly TaskSpec[] =>
  measures
    .filter(({ doneOn }) => doneOn === null)
    .map(({ id, owner, dueOn }) => ({
      ...planned,
      key: id,
      href: `${at}/tiltak/${id}`,
      ...(owner ? { personId: owner } : {}),
      dueAt: dueOn === null ? null : endOfDay(dueOn),
      remindAtHoursLeft: [24 * 7],
    }))

/** Which tasks an analysis should have today, worked out from how it stands (docs/decisions/0008). */
export function riskTasks(analysis: Analysis, acceptedFor: string, now: Date): readonly TaskSpec[] {
  const { record, measures } = analysis
  const { values } = record
  if (values.status === 'ended') return []
  const about = inAll(() => values.name ?? '')
  const title = (kind: 'accept' | 'measure' | 'dpia') => inAll((locale) => texts(locale).tasks[kind])
  const owner = riskOwnerOf(record)
  const due: TaskSpec[] = [
    ...measureTasks(measures, { kind: 'risk.measure', at: `/ros/${record.id}`, title: title('measure'), about, roles: keepers }),
  ]
  const ends = values.acceptedUntil
  const stands = ends !== null && values.acceptedFor === acceptedFor
  if (needsAcceptance(analysis) && (!stands || ends <= addDays(localDate(now), soonDays)))
    due.push({
      kind: 'risk.accept',
      title: title('accept'),
      about,
      href: `/ros/${record.id}/aksept`,
      roles: keepers,
      ...(owner ? { personId: owner } : {}),
      dueAt: stands ? endOfDay(ends) : null,
    })
  if (values.dpiaNeeded === 'yes' && values.dpiaBegunAt === null)
    due.push({ kind: 'risk.dpia', title: title('dpia'), about, roles: ['dpo'], ...(owner ? { personId: owner } : {}), dueAt: null })
  return due
}
