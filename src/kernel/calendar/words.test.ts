import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Locale } from '../texts.ts'
import { foldOf, hoursAfter, parseLocal } from './calendar.ts'
import { counted, durationWords, formatDate, formatDue, formatDueShort, formatInstant, formatShort, lateBy, remaining } from './words.ts'

const at = new Date('2026-11-27T13:05:00Z')
const HOUR = 3_600_000
const MINUTE = 60_000

describe('an instant in words', () => {
  test.each([
    ['nb', 'fredag 27. november 2026 kl. 14.05', '27.11.2026 kl. 14.05', '27. november 2026'],
    ['nn', 'fredag 27. november 2026 kl. 14.05', '27.11.2026 kl. 14.05', '27. november 2026'],
    ['en', 'Friday 27 November 2026 at 14:05', '27 Nov 2026 at 14:05', '27 November 2026'],
  ] as const)('%s: %s', (locale, long, short, date) => {
    expect(formatInstant(at, locale)).toBe(long)
    expect(formatShort(at, locale)).toBe(short)
    expect(formatDate('2026-11-27', locale)).toBe(date)
  })

  test('leaves out the year when it is this year in Oslo', () => {
    const now = new Date('2026-02-01T00:00:00Z')
    expect(formatInstant(at, 'nb', now)).toBe('fredag 27. november kl. 14.05')
    expect(formatShort(at, 'nn', now)).toBe('27.11. kl. 14.05')
    expect(formatShort(at, 'en', now)).toBe('27 Nov at 14:05')
    expect(formatDate('2026-11-27', 'nn', now)).toBe('27. november')
    expect(formatInstant(new Date('2026-12-31T23:30:00Z'), 'nb', now)).toBe('fredag 1. januar 2027 kl. 00.30')
  })

  test('names the days in nynorsk', () => {
    const week = Array.from({ length: 7 }, (_, i) => formatInstant(hoursAfter(at, 24 * i), 'nn').split(' ')[0])
    expect(week).toEqual(['fredag', 'laurdag', 'søndag', 'måndag', 'tysdag', 'onsdag', 'torsdag'])
  })

  test('says which of the two hours, the night the clock is set back', () => {
    const first = new Date('2026-10-25T00:30:00Z')
    expect(formatShort(first, 'nb')).toBe('25.10.2026 kl. 02.30 (sommertid)')
    expect(formatShort(hoursAfter(first, 1), 'nb')).toBe('25.10.2026 kl. 02.30 (normaltid)')
    expect(formatInstant(first, 'nn')).toBe('søndag 25. oktober 2026 kl. 02.30 (sommartid)')
    expect(formatShort(hoursAfter(first, 2), 'nb')).toBe('25.10.2026 kl. 03.30')
  })

  test('can be read again', () => {
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(2000, 0, 1) / MINUTE, max: Date.UTC(2060, 11, 31) / MINUTE }), (minute) => {
        const instant = new Date(minute * MINUTE)
        const read = parseLocal(formatShort(instant, 'nb').replace(/ \(.*/, ''), foldOf(instant) ?? undefined)
        return read.ok && read.at.getTime() === instant.getTime()
      }),
      { numRuns: 100_000 },
    )
  })

  test('is the same as Intl writes', () => {
    const intl: Record<Locale, Intl.DateTimeFormat> = { nb: byIntl('nb-NO'), nn: byIntl('nn-NO'), en: byIntl('en-GB') }
    fc.assert(
      fc.property(fc.date({ min: new Date('2000-01-01'), max: new Date('2060-12-31'), noInvalidDate: true }), (instant) => {
        for (const locale of ['nb', 'nn', 'en'] as const) {
          const parts = Object.fromEntries(intl[locale].formatToParts(instant).map((p) => [p.type, p.value]))
          const said = formatInstant(instant, locale).split(' ')
          expect(said.slice(0, 3)).toEqual([parts.weekday, locale === 'en' ? parts.day : `${parts.day}.`, parts.month])
        }
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('when something is due', () => {
  const due = (local: string): Date => {
    const read = parseLocal(local)
    if (!read.ok) throw new Error(local)
    return read.at
  }

  test('what is due at midnight is due on the day that ends then, at the end of a year and of summer time too', () => {
    expect(formatDue(due('2026-11-28T00:00'), 'nb')).toBe('fredag 27. november 2026')
    expect(formatDueShort(due('2026-11-28T00:00'), 'nn')).toBe('27.11.2026')
    expect(formatDue(due('2027-01-01T00:00'), 'en')).toBe('Thursday 31 December 2026')
    expect(formatDueShort(due('2026-10-26T00:00'), 'nb')).toBe('25.10.2026')
  })

  test('what is due at another time says which', () => {
    expect(formatDue(due('2026-11-27T14:05'), 'nb')).toBe('fredag 27. november 2026 kl. 14.05')
    expect(formatDueShort(due('2026-11-28T00:01'), 'nb')).toBe('28.11.2026 kl. 00.01')
  })
})

describe('the time left', () => {
  test.each([
    [52 * HOUR, 'ok', '52 timer igjen', '52 timar igjen', '52 hours left'],
    [52 * HOUR + 59 * MINUTE, 'ok', '52 timer igjen', '52 timar igjen', '52 hours left'],
    [150 * HOUR, 'ok', '6 dager igjen', '6 dagar igjen', '6 days left'],
    [97 * HOUR, 'ok', '4 dager igjen', '4 dagar igjen', '4 days left'],
    [96 * HOUR, 'ok', '96 timer igjen', '96 timar igjen', '96 hours left'],
    [24 * HOUR, 'ok', '24 timer igjen', '24 timar igjen', '24 hours left'],
    [24 * HOUR - 1, 'soon', '23 timer igjen', '23 timar igjen', '23 hours left'],
    [6 * HOUR + 20 * MINUTE, 'soon', '6 timer igjen', '6 timar igjen', '6 hours left'],
    [3 * HOUR + 20 * MINUTE, 'soon', '3 timer og 20 minutter igjen', '3 timar og 20 minutt igjen', '3 hours and 20 minutes left'],
    [HOUR + MINUTE, 'soon', '1 time og 1 minutt igjen', '1 time og 1 minutt igjen', '1 hour and 1 minute left'],
    [HOUR, 'soon', '1 time igjen', '1 time igjen', '1 hour left'],
    [12 * MINUTE, 'soon', '12 minutter igjen', '12 minutt igjen', '12 minutes left'],
    [MINUTE, 'soon', '1 minutt igjen', '1 minutt igjen', '1 minute left'],
    [0, 'soon', 'under 1 minutt igjen', 'under 1 minutt igjen', 'less than 1 minute left'],
    [-1, 'overdue', 'under 1 minutt over fristen', 'under 1 minutt over fristen', 'less than 1 minute overdue'],
    [-5 * HOUR, 'overdue', '5 timer over fristen', '5 timar over fristen', '5 hours overdue'],
    [-240 * HOUR, 'overdue', '10 dager over fristen', '10 dagar over fristen', '10 days overdue'],
  ] as const)('%i ms: %s, %s', (left, state, nb, nn, en) => {
    const now = new Date(at.getTime() - left)
    expect(remaining(at, now, 'nb')).toEqual({ state, words: nb })
    expect(remaining(at, now, 'nn')).toEqual({ state, words: nn })
    expect(remaining(at, now, 'en')).toEqual({ state, words: en })
  })

  test('is soon below the hours the organisation sets', () => {
    expect(remaining(at, hoursAfter(at, -5), 'nb', 4).state).toBe('ok')
    expect(remaining(at, hoursAfter(at, -3.9), 'nb', 4).state).toBe('soon')
  })

  test('late is said of what was done after the limit, and only then', () => {
    expect(lateBy(at, hoursAfter(at, 1), 'nb')).toBe('1 time etter fristen')
    expect(lateBy(at, hoursAfter(at, 30), 'nn')).toBe('30 timar etter fristen')
    expect(lateBy(at, hoursAfter(at, 30), 'en')).toBe('30 hours after the deadline')
    expect(lateBy(at, at, 'nb')).toBeNull()
  })

  test('an age has the same words', () => expect(durationWords(14 * HOUR, 'nb')).toBe('14 timer'))
})

function byIntl(locale: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locale, { timeZone: 'Europe/Oslo', weekday: 'long', day: 'numeric', month: 'long' })
}

test('so many of a unit, one or more of them, in each language', () => {
  const said = (['nb', 'nn', 'en'] as const).flatMap((locale) => [counted(1, 'months', locale), counted(12, 'months', locale)])
  expect(said).toEqual(['1 måned', '12 måneder', '1 månad', '12 månader', '1 month', '12 months'])
  expect([counted(30, 'days', 'nb'), counted(24, 'hours', 'nn'), counted(2, 'years', 'en')]).toEqual(['30 dager', '24 timar', '2 years'])
})
