import { addDays, addMonths, daysBetween, type LocalDate, workingDayFrom } from '../../kernel/calendar/calendar.ts'

// GDPR Article 12(3), counted as Regulation (EEC, Euratom) 1182/71 Article 3 says: the day it came is not counted, a month ends on the same
// number, or on the last day of a month that is too short, and what ends on a Saturday, a Sunday or a public holiday ends on the next working day.

const monthsToAnswer = 1
/** "Two further months where necessary." */
const monthsExtended = 3

/** The last day to answer, or to say that it takes longer. */
export const lawDueOn = (receivedOn: LocalDate): LocalDate => workingDayFrom(addMonths(receivedOn, monthsToAnswer))
export const extendedDueOn = (receivedOn: LocalDate): LocalDate => workingDayFrom(addMonths(receivedOn, monthsExtended))

/** `days`: what the organisation has set for itself; null: the law's month. An own limit may be shorter than the law's, and never longer. */
export function dueOnFor(receivedOn: LocalDate, days: number | null): LocalDate {
  const law = lawDueOn(receivedOn)
  return days !== null && addDays(receivedOn, days) < law ? addDays(receivedOn, days) : law
}

/** The limit that a request was received under, counted from another day: the organisation's own where it had one then. */
export const sameLimitFrom = (receivedOn: LocalDate, was: { readonly receivedOn: LocalDate; readonly dueOn: LocalDate }): LocalDate =>
  dueOnFor(receivedOn, was.dueOn < lawDueOn(was.receivedOn) ? daysBetween(was.receivedOn, was.dueOn) : null)
