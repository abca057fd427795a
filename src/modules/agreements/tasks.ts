import type { Role } from '../../kernel/actor.ts'
import { addDays, type LocalDate, localDate, startOfDay } from '../../kernel/calendar/calendar.ts'
import { inAll, type Localised } from '../../kernel/texts.ts'
import type { TaskSpec } from '../tasks/public.ts'
import type { Agreement, Audit, SubProcessor } from './agreement.ts'
import { dataOpen, objectBy } from './rules.ts'
import { texts } from './texts.ts'

/** How many days before it is held an audit becomes a task, and before it runs out an agreement. */
export const soonDays = 30
export const endDays = 90
/** Within how many days of the end it is to be said what became of the data. */
const dataDays = 30

const keepers: readonly Role[] = ['gdprUnit', 'dpo', 'privacyAdviser', 'privacyContact']
const remindAtHoursLeft = [24 * 14, 24 * 3]

/** Which tasks an agreement should have today (docs/decisions/0008). `head`: the owner of its system (S4-101), or the leader of its unit. */
export function dueTasks(
  record: Agreement,
  subProcessors: readonly SubProcessor[],
  audits: readonly Audit[],
  head: string | null,
  now: Date,
): readonly TaskSpec[] {
  const { values } = record
  const today = localDate(now)
  const about: Localised = inAll(() => values.name ?? '')
  const personId = values.responsible ?? head
  const spec = (kind: keyof ReturnType<typeof texts>['tasks'], due: LocalDate | null, key?: string): TaskSpec => ({
    kind: `agreement.${kind}`,
    title: inAll((locale) => texts(locale).tasks[kind]),
    about,
    roles: keepers,
    dueAt: due === null ? null : startOfDay(addDays(due, 1)),
    remindAtHoursLeft,
    ...(key === undefined ? {} : { key }),
    ...(personId === null ? {} : { personId }),
    ...(values.responsible === null && head !== null && values.unit !== null ? { leaderOf: { unit: values.unit } } : {}),
  })
  if (dataOpen(values) && values.endedOn !== null) return [spec('data', addDays(values.endedOn, dataDays))]
  if (values.status === 'ended') return []
  const planned = audits.filter((audit) => audit.values.heldOn === null && (audit.values.plannedOn ?? '') <= addDays(today, soonDays))
  const inForce = values.status === 'inForce'
  return [
    ...(inForce && values.archiveReference === null ? [spec('archive', null)] : []),
    ...(inForce && values.endsOn !== null && values.endsOn <= addDays(today, endDays) ? [spec('ends', values.endsOn)] : []),
    ...subProcessors.flatMap((line) => {
      const by = line.values.answer === null ? objectBy(values, line.values) : null
      return inForce && by !== null ? [spec('object', by, line.id)] : []
    }),
    ...planned.map((audit) => spec('audit', audit.values.plannedOn, audit.id)),
  ]
}
