import { endOfDay } from '../../kernel/calendar/calendar.ts'
import { inAll } from '../../kernel/texts.ts'
import type { TaskSpec } from '../tasks/public.ts'
import { asksForAnalysis } from './rules.ts'
import type { Participant, SystemChange } from './system-change.ts'
import { texts } from './texts.ts'

/** Which tasks a change should have today, worked out from how it stands (docs/decisions/0008). */
export function changeTasks({ values }: SystemChange, assessed: boolean, heard: readonly Participant[]): readonly TaskSpec[] {
  if (values.status !== 'open') return []
  const about = inAll(() => values.name ?? '')
  const title = (kind: 'analysis' | 'comment' | 'decide') => inAll((locale) => texts(locale).tasks[kind])
  const dueAt = values.plannedOn === null ? null : endOfDay(values.plannedOn)
  const owner = values.owner === null ? {} : { personId: values.owner }
  const waits = asksForAnalysis(values) && !assessed
  const invited: readonly TaskSpec[] = [
    ...(values.superUser === null ? [] : [invitation('superUser', values.superUser)]),
    invitation('technical', values.technical),
  ]
  return [{ kind: waits ? 'system_change.analysis' : 'system_change.decide', title: title(waits ? 'analysis' : 'decide'), about, ...owner }]
    .map((one): TaskSpec => ({ ...one, roles: ['ciso'], dueAt }))
    .concat(invited.filter(({ key }) => !heard.some((one) => one === key)))

  function invitation(key: Participant, person: string | null): TaskSpec {
    const who = person === null ? {} : { personId: person }
    return { kind: 'system_change.comment', key, title: title('comment'), about, roles: ['itHead'], dueAt, ...who }
  }
}
