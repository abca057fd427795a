import { addMonths, hoursAfter, localDate, localInput, parseLocal } from '../../kernel/calendar/calendar.ts'
import { clockStart } from './clock.ts'
import type { Deviation } from './deviation.ts'
import type { Regime, RegimeAnswers, RegimeRow } from './fields-regimes.ts'
import type { Profile } from './profile.ts'

/** What must be told, in its order; each is registered in the answer of the same name. */
export type RegimeStep = 'warning' | 'update' | 'report'
export const stepField = { warning: 'warnedAt', update: 'updatedAt', report: 'reportedAt' } as const

/**
 * Digitalsikkerhetsforskriften § 17 (forskrift 20. juni 2025 nr. 1131, in force 1 October 2025; read 29 November 2026): a warning within 24
 * hours of knowing, more within 72, and a report within a month of the warning. A processor tells its controller without undue delay (GDPR
 * art. 33(2)), within the hours of the contract.
 */
const steps: Readonly<Record<Regime, readonly RegimeStep[]>> = {
  digitalSecurity: ['warning', 'update', 'report'],
  processor: ['warning'],
}
const warningHours = 24
const updateHours = 72
const reportMonths = 1

/** Those that the organisation is under. */
export const regimesOf = ({ regimes: { digitalSecurity, processorHours } }: Profile): readonly Regime[] => [
  ...(digitalSecurity ? (['digitalSecurity'] as const) : []),
  ...(processorHours !== null ? (['processor'] as const) : []),
]

export const stepsOf = (regime: Regime): readonly RegimeStep[] => steps[regime]

export const hoursToWarn = (regime: Regime, { regimes: { processorHours } }: Profile): number =>
  regime === 'processor' ? (processorHours ?? warningHours) : warningHours

export type RegimeDeadline = { readonly step: RegimeStep; readonly due: Date; readonly done: Date | null }

/** When each is due, and when it was done. The hours are elapsed hours, through nights and holidays; none where it does not apply. */
export function regimeDeadlines(row: RegimeRow, profile: Profile): readonly RegimeDeadline[] {
  const { knownAt } = row
  if (row.applies !== 'yes' || !knownAt) return []
  return steps[row.regime].map((step) => ({ step, due: dueOf(step, row, knownAt, profile), done: row[stepField[step]] }))
}

function dueOf(step: RegimeStep, { regime, warnedAt }: RegimeRow, knownAt: Date, profile: Profile): Date {
  const warning = hoursAfter(knownAt, hoursToWarn(regime, profile))
  if (step === 'warning') return warning
  if (step === 'update') return hoursAfter(knownAt, updateHours)
  // Until it is warned the month counts from when it should have been at the latest.
  return monthAfter(warnedAt ?? warning)
}

/** The same time of day, a month later. */
function monthAfter(at: Date): Date {
  const day = addMonths(localDate(at), reportMonths)
  const read = parseLocal(`${day}${localInput(at).slice(day.length)}`)
  return read.ok ? read.at : hoursAfter(at, 28 * 24)
}

/** What still waits by other rules: whether they apply, or what is to be told. */
export type RegimeWait = { readonly regime: Regime; readonly step: RegimeStep | 'answer'; readonly due: Date | null }

/**
 * All that waits, the nearest first. Whether a set of rules applies must be known before its first hours are out. What is to be told outlives
 * the handling; that somebody decides whether there is anything to tell does not. What was merged away is told in the case that goes on.
 */
export function regimeWaits(deviation: Deviation, profile: Profile): readonly RegimeWait[] {
  const { channel, mergedInto, regimes, status } = deviation
  if (status === 'draft' || channel === 'imported' || mergedInto !== null) return []
  const told = regimes.flatMap((row) =>
    regimeDeadlines(row, profile).flatMap(({ step, due, done }) => (done ? [] : [{ regime: row.regime, step, due }])),
  )
  const start = clockStart(deviation)
  const asked = status === 'closed' ? [] : regimesOf(profile).filter((regime) => !rowOf(regimes, regime))
  const answers = asked.map((regime) => ({
    regime,
    step: 'answer' as const,
    due: start && hoursAfter(start, hoursToWarn(regime, profile)),
  }))
  return [...told, ...answers].toSorted((a, b) => (a.due?.getTime() ?? Infinity) - (b.due?.getTime() ?? Infinity))
}

/** The nearest that is due by other rules than the GDPR: kept with the case, so that a list can be in its order. */
export const withRegimeDue = (deviation: Deviation, profile: Profile): Deviation => ({
  ...deviation,
  regimeDue: regimeWaits(deviation, profile)[0]?.due ?? null,
})

/** A clock that runs in a case: the 72 hours (`other` null), or one by other rules. */
export type RunningClock = { readonly due: Date; readonly other: RegimeWait | null }

/** The nearest of all that run, also past its time; null: none runs. */
export function nearestClock(deviation: Deviation, profile: Profile): RunningClock | null {
  const { notifyBy, authorityTrack, authorityNotifiedAt } = deviation
  const [other] = regimeWaits(deviation, profile)
  const hours = notifyBy && !authorityNotifiedAt && authorityTrack !== 'notOwed' ? notifyBy : null
  if (other?.due && (hours === null || other.due < hours)) return { due: other.due, other }
  return hours && { due: hours, other: null }
}

export const rowOf = (rows: readonly RegimeRow[], regime: Regime): RegimeRow | undefined => rows.find((row) => row.regime === regime)
export const answersOf = (row: RegimeRow): RegimeAnswers => {
  const { regime: _, ...answers } = row
  return answers
}
