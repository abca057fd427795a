import { addDays, endOfDay, type LocalDate } from '../../kernel/calendar/calendar.ts'
import { inAll } from '../../kernel/texts.ts'
import type { TaskSpec } from '../tasks/public.ts'
import type { Decision } from './annual-wheel.ts'
import { texts } from './texts.ts'

/** How many days before it is due management's review becomes a task. */
export const soonDays = 60
const remindAtHoursLeft = [24 * 30, 24 * 7]

/** A review that is due within two months, or late, is the task of whoever it is held for, and of those who coordinate it (S4-173). */
export const dueTasks = (due: LocalDate, today: LocalDate): readonly TaskSpec[] =>
  due > addDays(today, soonDays)
    ? []
    : [
        {
          kind: 'management_review.hold',
          title: inAll((locale) => texts(locale).tasks.hold),
          roles: ['controller', 'dpo', 'ciso'],
          dueAt: endOfDay(due),
          remindAtHoursLeft,
        },
      ]

/** A decision is its owner's task until it is closed (S4-174). */
export const decisionTasks = ({ values }: Decision): readonly TaskSpec[] =>
  values.closedOn !== null || values.dueOn === null
    ? []
    : [
        {
          kind: 'management_decision.follow',
          title: inAll((locale) => texts(locale).tasks.decision),
          about: inAll(() => values.name ?? ''),
          roles: ['ciso', 'dpo'],
          dueAt: endOfDay(values.dueOn),
          remindAtHoursLeft: [24 * 14, 24 * 3],
          ...(values.owner ? { personId: values.owner } : {}),
        },
      ]
