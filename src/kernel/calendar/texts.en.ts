import type { Texts } from './texts.nb.ts'

export const en: Texts = {
  weekdays: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
  months: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
  date: (day, month, year) => (year === null ? `${day} ${month}` : `${day} ${month} ${year}`),
  // The month as a word: 4/3 is April to some readers and March to others.
  shortDate: (day, _month, name, year) => `${Number(day)} ${name.slice(0, 3)}${year === null ? '' : ` ${year}`}`,
  time: (hour, minute) => `${hour}:${minute}`,
  at: (date, time) => `${date} at ${time}`,
  summerTime: 'summer time',
  standardTime: 'standard time',
  days: (n) => (n === 1 ? '1 day' : `${n} days`),
  hours: (n) => (n === 1 ? '1 hour' : `${n} hours`),
  minutes: (n) => (n === 1 ? '1 minute' : `${n} minutes`),
  countedMonths: (n) => (n === 1 ? '1 month' : `${n} months`),
  countedYears: (n) => (n === 1 ? '1 year' : `${n} years`),
  underOneMinute: 'less than 1 minute',
  and: (a, b) => `${a} and ${b}`,
  left: (duration) => `${duration} left`,
  overdue: (duration) => `${duration} overdue`,
  late: (duration) => `${duration} after the deadline`,
}
