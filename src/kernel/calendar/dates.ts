import { instantsAt, toLocal } from './oslo.ts'

/** A day in the calendar, `YYYY-MM-DD`: no time of day and no time zone, as PostgreSQL's `date`. */
export type LocalDate = string

export type DateRead = { readonly ok: true; readonly date: LocalDate } | { readonly ok: false; readonly why: 'unreadable' | 'range' }

const DAY = 86_400_000

/** Reads `2026-11-27` (what a date field posts) and `27.11.2026`. Years 1900–2100. */
export function parseDate(text: string): DateRead {
  const iso = /^(\d{4,6})-(\d{2})-(\d{2})$/.exec(text.trim())
  if (iso) return readDate(iso[1], iso[2], iso[3])
  const human = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4,6})$/.exec(text.trim())
  return human ? readDate(human[3], human[2], human[1]) : { ok: false, why: 'unreadable' }
}

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

/** 0 is Sunday. */
export const weekdayOf = (date: LocalDate): number => new Date(utcOf(date)).getUTCDay()

export const addDays = (date: LocalDate, days: number): LocalDate => dateOf(utcOf(date) + days * DAY)

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
