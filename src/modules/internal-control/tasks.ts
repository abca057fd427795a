import type { Role } from '../../kernel/actor.ts'
import { addDays, addMonths, endOfDay, type LocalDate } from '../../kernel/calendar/calendar.ts'
import { inAll, type Localised } from '../../kernel/texts.ts'
import type { TaskSpec } from '../tasks/public.ts'
import type { Activity, Audit, Finding, GoverningDocument, OpenAction, UnitPart } from './internal-control.ts'
import { meetingMonths, waitsForApproval } from './rules.ts'
import { texts } from './texts.ts'

type Words = keyof ReturnType<typeof texts>['tasks']
const keepers: readonly Role[] = ['ciso', 'dpo']
const remindAtHoursLeft = [24 * 14, 24 * 3]
const titled = (word: Words): Localised => inAll((locale) => texts(locale).tasks[word])
const to = (person: string | null) => (person === null ? {} : { personId: person })

/** An action is the task of its owner until it is closed. */
export const actionTasks = (kind: string, { name, owner, dueOn, closed }: OpenAction): readonly TaskSpec[] =>
  closed || dueOn === null
    ? []
    : [{ kind, title: titled('action'), about: inAll(() => name), roles: keepers, dueAt: endOfDay(dueOn), remindAtHoursLeft, ...to(owner) }]

/** How many days whoever led the audit has to see that what was done helped. */
const checkDays = 30
/** Something was done about a finding: whoever led the audit sees whether it helped, and closes it. */
export const checkTasks = (
  { name, doneOn }: Pick<Finding['values'], 'name' | 'doneOn'>,
  checker: string | null,
  today: LocalDate,
): readonly TaskSpec[] => [
  {
    kind: 'audit_finding.check',
    title: titled('check'),
    about: inAll(() => name ?? ''),
    roles: keepers,
    dueAt: endOfDay(addDays(doneOn ?? today, checkDays)),
    remindAtHoursLeft,
    ...to(checker),
  },
]

/** An audit is the task of whoever leads it until it has been held and reported. */
export const auditTasks = ({ values }: Audit): readonly TaskSpec[] =>
  values.results !== null || values.plannedOn === null
    ? []
    : [
        {
          kind: 'security_audit.hold',
          title: titled(values.heldOn === null ? 'holdAudit' : 'reportAudit'),
          about: inAll(() => values.name ?? ''),
          roles: keepers,
          dueAt: endOfDay(values.heldOn === null ? values.plannedOn : addMonths(values.heldOn, 1)),
          remindAtHoursLeft,
          ...to(values.leader),
        },
      ]

/** An activity is the task of whoever answers for it, and of the leader of each unit that has not done its part. */
export function activityTasks(
  { values }: Activity,
  parts: readonly (UnitPart & { readonly leader: string | null })[],
): readonly TaskSpec[] {
  if (values.doneOn !== null || values.dueOn === null) return []
  const shared = { about: inAll(() => values.name ?? ''), dueAt: endOfDay(values.dueOn), remindAtHoursLeft }
  return [
    { kind: 'control_activity.carryOut', title: titled('activity'), roles: keepers, ...shared, ...to(values.responsible) },
    ...parts
      .filter(({ doneAt }) => doneAt === null)
      .map(({ unit, leader }) => ({
        kind: 'control_activity.unit',
        key: unit,
        title: titled('activityUnit'),
        roles: keepers,
        ...shared,
        ...(leader === null ? {} : { personId: leader, leaderOf: { unit } }),
      })),
  ]
}

export const documentTasks = (record: GoverningDocument): readonly TaskSpec[] =>
  waitsForApproval(record)
    ? [
        {
          kind: 'governing_document.approve',
          title: titled('approve'),
          about: inAll(() => record.values.name ?? ''),
          roles: ['controller'],
          dueAt: null,
        },
      ]
    : []

/** When a unit is to have security on the agenda again. `last`: its last meeting; null: none yet, and then it is counted from `since`. */
export const meetingDue = (last: LocalDate | null, since: LocalDate): LocalDate => addMonths(last ?? since, meetingMonths)
export const meetingTasks = (
  unit: { readonly id: string; readonly name: string },
  leader: string | null,
  due: LocalDate,
): readonly TaskSpec[] =>
  leader === null
    ? []
    : [
        {
          kind: 'unit_meeting.due',
          title: titled('meeting'),
          about: inAll(() => unit.name),
          roles: keepers,
          dueAt: endOfDay(due),
          remindAtHoursLeft,
          personId: leader,
          leaderOf: { unit: unit.id },
        },
      ]
