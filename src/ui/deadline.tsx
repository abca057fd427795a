import { endOfDay, type LocalDate } from '../kernel/calendar/calendar.ts'
import { formatDue, formatInstant, lateBy, remaining } from '../kernel/calendar/words.ts'
import type { Locale } from '../kernel/texts.ts'
import { fill, uiTexts } from './texts.ts'

/** LATE is done, but after it was due. OVERDUE is not done, and past due. They are never the same. */
export type DeadlineState = 'ok' | 'soon' | 'overdue' | 'met' | 'late'

export type DeadlineProps = {
  readonly due: Date
  readonly now: Date
  /** When it was done; null or absent: not yet. */
  readonly met?: Date | null
  /** What is said where it was done in time, if it is not simply done: then it is not green either. */
  readonly metWords?: string | undefined
  readonly locale: Locale
  /** From how many hours before it is due it is marked as soon. */
  readonly soonHours?: number
  /** Nobody has said that it runs; it is counted to be on the safe side, and says so. */
  readonly assumed?: boolean | undefined
  /** What is due, where a record has several clocks and this is not the one people expect. */
  readonly of?: string | undefined
  /** Two lines, for tables. */
  readonly compact?: boolean
  /** On a coloured ground, for the head of a record. */
  readonly chip?: boolean
}

export function deadlineState(due: Date, now: Date, met: Date | null = null, soonHours = 24): DeadlineState {
  if (met) return met <= due ? 'met' : 'late'
  return remaining(due, now, 'nb', soonHours).state
}

/** "52 timer igjen · fredag 27. november kl. 14.05", counted down in the browser where there is a script. */
export function Deadline({ due, now, met = null, metWords, locale, soonHours = 24, assumed, of, compact, chip }: DeadlineProps) {
  const state = deadlineState(due, now, met, soonHours)
  // The browser counts by whole minutes.
  const at = `${(met ?? due).toISOString().slice(0, 19)}Z`
  return (
    <span
      className="v-deadline"
      data-state={state}
      data-more={metWords ? '' : undefined}
      data-compact={compact ? '' : undefined}
      data-chip={chip ? '' : undefined}
    >
      <span>
        <time dateTime={at} data-countdown={met === null ? soonHours : undefined}>
          {words(due, now, met, metWords, locale)}
        </time>
        <small>
          {met ? formatInstant(met, locale, now) : formatDue(due, locale, now)}
          {assumed && met === null && ` (${uiTexts(locale).deadline.assumed})`}
          {of && ` · ${of}`}
        </small>
      </span>
    </span>
  )
}

function words(due: Date, now: Date, met: Date | null, metWords: string | undefined, locale: Locale): string {
  if (!met) return remaining(due, now, locale).words
  const late = lateBy(due, met, locale)
  const texts = uiTexts(locale).deadline
  return late === null ? (metWords ?? texts.metInTime) : fill(texts.late, { late })
}

/** So many days before its day, what is to be done by a day is said to be due soon. */
export const soonDays = 7

/** The day by which something is to be done, with its clock: how long is left, or how long ago it was. */
export const DueDay = ({ day, now, locale }: { readonly day: LocalDate | null; readonly now: Date; readonly locale: Locale }) =>
  day === null ? null : <Deadline due={endOfDay(day)} now={now} soonHours={soonDays * 24} locale={locale} compact />
