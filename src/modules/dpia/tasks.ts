import type { Role } from '../../kernel/actor.ts'
import { addDays, endOfDay, localDate } from '../../kernel/calendar/calendar.ts'
import { inAll } from '../../kernel/texts.ts'
import { measureTasks } from '../risks/public.ts'
import type { TaskSpec } from '../tasks/public.ts'
import type { Assessment } from './dpia.ts'
import { answerDueOn, type Turn, turnOf } from './rules-rounds.ts'
import { texts } from './texts.ts'

/** How many days before its day a control becomes a task. */
export const soonDays = 30
/** They have what belongs to somebody who has left. */
const keepers: readonly Role[] = ['privacyContact', 'ciso', 'dpo']

/** Where each turn is taken. The risk owner's is the approval's own task. */
const places: Readonly<Record<Exclude<Turn['what'], 'decide'>, string>> = {
  write: '',
  rewrite: '',
  answer: '/svar',
  consult: '/forhandsdrofting',
  await: '/forhandsdrofting',
  advise: '/rad',
  control: '/kontroll',
}

/** Which tasks it should have today: one for whoever's turn it is, and one for each measure that is not carried out. */
export function dpiaTasks(all: Assessment, now: Date): readonly TaskSpec[] {
  const { record, measures } = all
  const { values } = record
  if (values.status === 'ended') return []
  const at = `/dpia/${record.id}`
  const about = inAll(() => values.name ?? '')
  const title = (kind: Turn['what'] | 'measure') => inAll((locale) => texts(locale).tasks[kind])
  const planned = measureTasks(measures, { kind: 'dpia.measure', at, title: title('measure'), about, roles: keepers })
  // A control is a task some days before its day.
  const turn = turnOf(all, addDays(localDate(now), values.status === 'approved' ? soonDays : 0))
  if (turn === null || turn.what === 'decide') return planned
  const { who, what } = turn
  const due = what === 'control' ? values.controlOn : what === 'await' && values.consultedOn ? answerDueOn(values.consultedOn) : null
  return [
    ...planned,
    {
      kind: `dpia.${what}`,
      title: title(what),
      about,
      href: `${at}${places[what]}`,
      roles: who === 'dpo' ? ['dpo'] : keepers,
      ...(who !== 'dpo' && values.owner ? { personId: values.owner } : {}),
      dueAt: due === null ? null : endOfDay(due),
    },
  ]
}
