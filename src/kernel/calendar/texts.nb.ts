type Seven = readonly [string, string, string, string, string, string, string]
type Twelve = readonly [...Seven, string, string, string, string, string]

const weekdays: Seven = ['søndag', 'mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag']
const months: Twelve = [
  'januar',
  'februar',
  'mars',
  'april',
  'mai',
  'juni',
  'juli',
  'august',
  'september',
  'oktober',
  'november',
  'desember',
]

export const nb = {
  weekdays,
  months,
  date: (day: number, month: string, year: number | null) => (year === null ? `${day}. ${month}` : `${day}. ${month} ${year}`),
  shortDate: (day: string, month: string, _name: string, year: number | null) => `${day}.${month}.${year ?? ''}`,
  time: (hour: string, minute: string) => `${hour}.${minute}`,
  at: (date: string, time: string) => `${date} kl. ${time}`,
  summerTime: 'sommertid',
  standardTime: 'normaltid',
  days: (n: number) => (n === 1 ? '1 dag' : `${n} dager`),
  hours: (n: number) => (n === 1 ? '1 time' : `${n} timer`),
  minutes: (n: number) => (n === 1 ? '1 minutt' : `${n} minutter`),
  countedMonths: (n: number) => (n === 1 ? '1 måned' : `${n} måneder`),
  countedYears: (n: number) => `${n} år`,
  underOneMinute: 'under 1 minutt',
  and: (a: string, b: string) => `${a} og ${b}`,
  left: (duration: string) => `${duration} igjen`,
  overdue: (duration: string) => `${duration} over fristen`,
  late: (duration: string) => `${duration} etter fristen`,
}

export type Texts = typeof nb
