import { localDate, startOfDay } from '../../kernel/calendar/calendar.ts'
import { formatDate, formatInstant, formatShort } from '../../kernel/calendar/words.ts'
import type { Locale } from '../../kernel/texts.ts'
import type { Deviation } from './deviation.ts'

type Case = Pick<Deviation, 'channel'>

/** Of a report that came without signing in the day is kept and no hour (S4-131): what stands as midnight was not said to be midnight. */
export const isDayOnly = ({ channel }: Case, at: Date): boolean =>
  channel === 'open' && at.getTime() === startOfDay(localDate(at)).getTime()

/** When, as exactly as it is known. */
export const whenWords = (deviation: Case, at: Date, locale: Locale, now?: Date): string =>
  isDayOnly(deviation, at) ? formatDate(localDate(at), locale, now) : formatInstant(at, locale, now)

/** The same, for where there is little room. */
export const whenShort = (deviation: Case, at: Date, locale: Locale, now?: Date): string =>
  isDayOnly(deviation, at) ? formatDate(localDate(at), locale, now) : formatShort(at, locale, now)
