import { addMonths, hoursAfter, localDate, localInput, parseLocal } from '../../kernel/calendar/calendar.ts'
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

/** The first that is still to be done; undefined where nothing is. */
export const nextOf = (deadlines: readonly RegimeDeadline[]): RegimeDeadline | undefined => deadlines.find(({ done }) => done === null)

export const rowOf = (rows: readonly RegimeRow[], regime: Regime): RegimeRow | undefined => rows.find((row) => row.regime === regime)
export const answersOf = (row: RegimeRow): RegimeAnswers => {
  const { regime: _, ...answers } = row
  return answers
}
