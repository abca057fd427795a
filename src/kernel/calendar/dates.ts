import { instantsAt, toLocal } from './oslo.ts'

/** A day in the calendar, `YYYY-MM-DD`: no time of day and no time zone, as PostgreSQL's `date`. */
export type LocalDate = string

export type DateRead = { readonly ok: true; readonly date: LocalDate } | { readonly ok: false; readonly why: 'unreadable' | 'range' }

const DAY = 86_400_000

/**
 * Reads a date as people write it: `2026-11-27` (what a date field posts), `27.11.2026`, `27.11.26`, `27/11-26`, `27. november 2026`,
 * `271126`. Two digits of a year are of this century. Years 1900–2100.
 */
export function parseDate(text: string): DateRead {
  const written = dateIn(text.trim())
  return written ? readDate(written.year, written.month, written.day) : { ok: false, why: 'unreadable' }
}

type WrittenDate = { readonly year: string; readonly month: string; readonly day: string }

/** The parts of a written date; undefined where it is none. */
export function dateIn(text: string): WrittenDate | undefined {
  const iso = /^(\d{4,6})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text) ?? /^(20\d\d)(\d{2})(\d{2})$/.exec(text)
  if (iso) return { year: iso[1] ?? '', month: iso[2] ?? '', day: iso[3] ?? '' }
  const numbers =
    /^(\d{1,2})[.\-/\u2013]\s?(\d{1,2})[.\-/\u2013]\s?(\d{4,6}|\d{2})\.?$/.exec(text) ?? /^(\d{2})(\d{2})(\d{4}|\d{2})$/.exec(text)
  if (numbers) return { day: numbers[1] ?? '', month: numbers[2] ?? '', year: ofThisCentury(numbers[3] ?? '') }
  const words = /^(\d{1,2})(?:\.|st|nd|rd|th)?\s?(\p{L}{3,9})\.?\s(\d{4}|\d{2})$/u.exec(text)
  const month = monthNames.findIndex((names) => names.includes(words?.[2]?.toLowerCase().slice(0, 3) ?? ''))
  return words && month >= 0 ? { day: words[1] ?? '', month: String(month + 1), year: ofThisCentury(words[3] ?? '') } : undefined
}

const ofThisCentury = (year: string): string => (year.length === 2 ? `20${year}` : year)
// The first three letters, in bokmål, nynorsk and English.
const monthNames = ['jan', 'feb', 'mar', 'apr', 'mai may', 'jun', 'jul', 'aug', 'sep', 'okt oct', 'nov', 'des dec'].map((names) =>
  names.split(' '),
)

/** The digits of a date as they were written; `30.02.` is unreadable, not 2 March. */
export function readDate(year: string | undefined, month: string | undefined, day: string | undefined): DateRead {
  const [y, m, d] = [Number(year), Number(month), Number(day)]
  if (!inRange(y)) return { ok: false, why: 'range' }
  const at = new Date(Date.UTC(y, m - 1, d))
  return at.getUTCMonth() === m - 1 && at.getUTCDate() === d ? { ok: true, date: dateOf(at.getTime()) } : { ok: false, why: 'unreadable' }
}

/** The day it is in Oslo at an instant. */
export function localDate(at: Date): LocalDate {
  const { year, month, day } = toLocal(at)
  return `${String(year).padStart(4, '0')}-${pad(month)}-${pad(day)}`
}

/** The year it is in Oslo: case numbers are per year, and New Year's Eve ends an hour before it does in Greenwich. */
export const yearIn = (at: Date): number => toLocal(at).year

/** The first instant of a day in Oslo. */
export const startOfDay = (date: LocalDate): Date => new Date(instantsAt(utcOf(date))[0] ?? utcOf(date) - 3_600_000)

/** The instant a day ends in Oslo: the next one's first. */
export const endOfDay = (date: LocalDate): Date => startOfDay(addDays(date, 1))

/** 0 is Sunday. */
export const weekdayOf = (date: LocalDate): number => new Date(utcOf(date)).getUTCDay()

export const addDays = (date: LocalDate, days: number): LocalDate => dateOf(utcOf(date) + days * DAY)

/** How many days the second is after the first; below 0 where it is before. */
export const daysBetween = (from: LocalDate, to: LocalDate): number => (utcOf(to) - utcOf(from)) / DAY

/** Same day number, or the last day of a month that is too short (Regulation 1182/71 art. 3(2)(c)): 31 January and a month is 28 or 29 February. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const at = new Date(utcOf(date))
  const first = Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + months, 1)
  const lastDay = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + months + 1, 0)).getUTCDate()
  return dateOf(first + (Math.min(at.getUTCDate(), lastDay) - 1) * DAY)
}

export const pad = (n: number): string => (n < 10 ? `0${n}` : `${n}`)

const inRange = (year: number): boolean => year >= 1900 && year <= 2100
const utcOf = (date: LocalDate): number => Date.parse(`${date}T00:00:00Z`)
const dateOf = (utc: number): LocalDate => new Date(utc).toISOString().slice(0, 10)
