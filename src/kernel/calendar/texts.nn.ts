import { nb, type Texts } from './texts.nb.ts'

export const nn: Texts = {
  weekdays: ['søndag', 'måndag', 'tysdag', 'onsdag', 'torsdag', 'fredag', 'laurdag'],
  months: nb.months,
  date: nb.date,
  shortDate: nb.shortDate,
  time: nb.time,
  at: nb.at,
  summerTime: 'sommartid',
  standardTime: 'normaltid',
  days: (n) => (n === 1 ? '1 dag' : `${n} dagar`),
  hours: (n) => (n === 1 ? '1 time' : `${n} timar`),
  minutes: (n) => `${n} minutt`,
  countedMonths: (n) => (n === 1 ? '1 månad' : `${n} månader`),
  countedYears: nb.countedYears,
  underOneMinute: 'under 1 minutt',
  and: nb.and,
  left: nb.left,
  overdue: nb.overdue,
  late: nb.late,
}
