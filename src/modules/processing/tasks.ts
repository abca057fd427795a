import type { Role } from '../../kernel/actor.ts'
import { addDays, addMonths, endOfDay, localDate, startOfDay } from '../../kernel/calendar/calendar.ts'
import { inAll, type Localised } from '../../kernel/texts.ts'
import type { TaskSpec } from '../tasks/public.ts'
import { qualities } from './fields.ts'
import type { Checks, Processing } from './processing.ts'
import { type Demands, staleMonths } from './profile.ts'
import { asksPermission, isStale } from './rules.ts'
import { texts } from './texts.ts'

/** How many days before it is due a review, or the end of an approval, becomes a task. */
export const soonDays = 30

const keepers: readonly Role[] = ['privacyContact', 'privacyAdviser', 'dpo']

/** Which tasks an activity should have today, worked out from how it stands (docs/decisions/0008). `head`: the leader of its unit. */
export function dueTasks(record: Processing, checks: Checks, head: string | null, profile: Demands, now: Date): readonly TaskSpec[] {
  const { values } = record
  if (values.status === 'ended') return []
  const today = localDate(now)
  const soon = addDays(today, soonDays)
  const waits = values.status === 'draft' || values.status === 'changed'
  const about: Localised = inAll(() => values.name ?? '')
  const spec = (kind: keyof ReturnType<typeof texts>['tasks'], more: Omit<TaskSpec, 'kind' | 'title'>): TaskSpec => ({
    kind: `processing.${kind}`,
    title: inAll((locale) => texts(locale).tasks[kind]),
    about,
    ...more,
  })
  const whoKeeps = head ?? values.responsible
  const kept = {
    ...(whoKeeps ? { personId: whoKeeps } : {}),
    ...(head !== null && values.unit !== null ? { leaderOf: { unit: values.unit } } : {}),
  }
  const due: TaskSpec[] = []
  if (values.notifiedAt !== null && waits) due.push(spec('read', { roles: ['dpo'], dueAt: null }))
  if (profile.permits && values.notifiedAt !== null && asksPermission(values) && values.permission === null)
    due.push(spec('permit', { roles: ['controller'], dueAt: null }))
  if (isStale(record, now) && values.touchedAt !== null) {
    const dueAt = startOfDay(addMonths(localDate(values.touchedAt), staleMonths))
    due.push(spec('review', { roles: keepers, dueAt, ...kept }))
  }
  if (values.status === 'approved' && values.deletionRoutine === null)
    due.push(spec('deletionRoutine', { roles: keepers, dueAt: null, ...kept }))
  for (const point of qualities) {
    const { dueOn = null, responsible = null } = checks[point] ?? {}
    if (dueOn !== null && dueOn <= soon)
      due.push(
        spec('quality', {
          key: point,
          roles: keepers,
          dueAt: endOfDay(dueOn),
          ...(responsible === null ? kept : { personId: responsible }),
        }),
      )
  }
  if (values.priorApprovalUntil !== null && values.priorApprovalUntil <= soon) {
    const until = endOfDay(values.priorApprovalUntil)
    due.push(spec('priorApproval', { roles: keepers, dueAt: until, ...kept }))
  }
  return due
}
