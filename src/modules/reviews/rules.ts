import type { Role } from '../../kernel/actor.ts'
import { addDays, addMonths, endOfDay, type LocalDate } from '../../kernel/calendar/calendar.ts'
import { change, type Outcome, refuse } from '../../kernel/change.ts'
import { inAll, type Localised } from '../../kernel/texts.ts'
import type { TaskSpec } from '../tasks/public.ts'
import type { Held, Plan, ReviewEvent } from './review.ts'

/** How many days before it is due a review becomes a task. */
export const soonDays = 30

/**
 * The same day so many months on. The last day of a month stays the last: 28 February and a month is 31 March, 29 February and a year is
 * 28 February, and three years on 29 February again.
 */
export function nextDay(day: LocalDate, months: number): LocalDate {
  const isLast = addDays(day, 1).endsWith('-01')
  if (!isLast) return addMonths(day, months)
  return addDays(addMonths(`${day.slice(0, 8)}01`, months + 1), -1)
}

/** Makes or changes a plan. What is due may be past: then it is late at once. */
export function planReview(before: Plan | null, next: Plan): Outcome<Plan, ReviewEvent> {
  if (before && before.dueOn === next.dueOn && before.everyMonths === next.everyMonths && before.owner === next.owner)
    return refuse('nothingChanged')
  const { dueOn, everyMonths } = next
  return change<Plan, ReviewEvent>(next, { type: 'review.planned', dueOn, everyMonths })
}

export type HeldAs = Pick<Held, 'id' | 'heldOn' | 'heldBy' | 'found' | 'participants' | 'checked'>
/** What a review came to: the row of it, and the plan after it; null where no more are planned. */
export type AfterReview = { readonly held: Held; readonly plan: Plan | null }

/** Of each of those who must be there, one has taken part (S4-120). */
export const isTogether = (participants: readonly string[], present: readonly { readonly persons: readonly string[] }[] = []): boolean =>
  present.every(({ persons }) => persons.some((person) => participants.includes(person)))

/** An older review that is written down late sets no day that has passed already in the place of a later one. */
function nextByRule(heldOn: LocalDate, { dueOn, everyMonths }: Plan, today: LocalDate): LocalDate | null {
  if (everyMonths === null) return null
  const next = nextDay(heldOn, everyMonths)
  return next <= today && dueOn > next ? dueOn : next
}

/** `nextOn`: a day that was chosen instead of what follows by rule. A review of the past may be written down; one to come is none. */
export function holdReview(plan: Plan | null, held: HeldAs, nextOn: LocalDate | null, today: LocalDate): Outcome<AfterReview, ReviewEvent> {
  if (held.heldOn > today) return refuse('heldLater', ['heldOn'])
  if (nextOn !== null && nextOn <= held.heldOn) return refuse('nextBefore', ['nextOn'])
  const next = nextOn ?? (plan && nextByRule(held.heldOn, plan, today))
  const after = plan && next !== null ? { ...plan, dueOn: next } : null
  return change<AfterReview, ReviewEvent>(
    { held: { ...held, dueOn: plan?.dueOn ?? null }, plan: after },
    { type: 'review.held', heldOn: held.heldOn, next: after?.dueOn ?? null },
  )
}

type Words = (locale: 'nb' | 'nn' | 'en') => { readonly task: string }

/** The task that a plan asks for today: none while it is further away than a month. Due when its day has ended. */
export function reviewTasks(
  plan: Plan | null,
  { about, roles }: { readonly about: Localised; readonly roles: readonly Role[] },
  today: LocalDate,
  words: Words,
): readonly TaskSpec[] {
  if (!plan || plan.dueOn > addDays(today, soonDays)) return []
  const title = inAll((locale) => words(locale).task)
  const dueAt = endOfDay(plan.dueOn)
  return [
    { kind: 'review.due', title, about, roles, dueAt, remindAtHoursLeft: [24 * 14, 24 * 3], ...(plan.owner && { personId: plan.owner }) },
  ]
}
