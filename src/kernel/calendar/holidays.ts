import { addDays, type LocalDate, weekdayOf } from './dates.ts'

/** Norwegian public holidays: every Sunday and the days of lov 24. februar 1995 nr. 12 § 2, and 1 and 17 May (lov 26. april 1947 nr. 1). */
export const isHoliday = (date: LocalDate): boolean => weekdayOf(date) === 0 || holidaysOf(Number(date.slice(0, 4))).has(date)

/** Not Saturday, Sunday or public holiday. Christmas Eve and the other eves are working days in law. */
export const isWorkingDay = (date: LocalDate): boolean => weekdayOf(date) !== 6 && !isHoliday(date)

/** The day itself when it is a working day, else the next one (Regulation 1182/71 art. 3(4), for limits that are not set in hours). */
export function workingDayFrom(date: LocalDate): LocalDate {
  let day = date
  while (!isWorkingDay(day)) day = addDays(day, 1)
  return day
}

/** The day so many working days after; the day itself is not counted (offentleglova § 32: five working days from receipt). */
export function addWorkingDays(date: LocalDate, days: number): LocalDate {
  let day = date
  for (let left = days; left > 0; left--) day = workingDayFrom(addDays(day, 1))
  return day
}

/** Easter Day in the Gregorian calendar (Meeus, Jones and Butcher's computus). */
export function easter(year: number): LocalDate {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const g = Math.floor((8 * b + 13) / 25)
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const n = h + l - 7 * m + 114
  return `${year}-0${Math.floor(n / 31)}-${String((n % 31) + 1).padStart(2, '0')}`
}

const FIXED = ['01-01', '05-01', '05-17', '12-25', '12-26']
/** Days from Easter Day: Maundy Thursday, Good Friday, Easter Day and Monday, Ascension, Whit Sunday and Monday. */
const MOVABLE = [-3, -2, 0, 1, 39, 49, 50]

const known = new Map<number, ReadonlySet<LocalDate>>()

function holidaysOf(year: number): ReadonlySet<LocalDate> {
  let days = known.get(year)
  if (!days) {
    const easterDay = easter(year)
    days = new Set([...FIXED.map((d) => `${year}-${d}`), ...MOVABLE.map((n) => addDays(easterDay, n))])
    known.set(year, days)
  }
  return days
}
