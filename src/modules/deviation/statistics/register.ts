import type { Status } from '../deviation.ts'

// The register of deviations, year by year (S3-22, S3-23): a line a case, made of the case itself. Nothing is typed twice.

/** A case as the register has it: codes, names of units and numbers; what somebody wrote, only where the organisation wants it in files (S3-11). */
export type RegisterLine = {
  readonly id: string
  /** The year it counts in: the year it was received. That of its number may be a later one. */
  readonly countedYear: number
  readonly year: number
  readonly number: number
  readonly status: Status
  /** Out of an older register (S3-08): it had no clock here, and its notification is in time or late by nothing known. */
  readonly imported: boolean
  /** Datatilsynet was told, on a day that is known or not. */
  readonly told: boolean
  readonly unit: string | null
  readonly receivedAt: Date | null
  readonly closedAt: Date | null
  readonly categories: readonly string[]
  /** Null: not this reader's to know. */
  readonly level: string | null
  readonly notified: string
  readonly authorityNotifiedAt: Date | null
  readonly subjectsInformedAt: Date | null
  /** From discovery to report: elapsed hours. */
  readonly hours: number | null
  /** Persons affected: at least, and at most. Null: not known, or nobody's data. */
  readonly least: number | null
  readonly most: number | null
  /** Null: the files hold no free text. */
  readonly shortName: string | null
  readonly whatHappened: string | null
}

/** What the cases of a year come to. */
export type YearSums = {
  readonly year: number
  readonly cases: number
  readonly closed: number
  readonly imported: number
  readonly notified: number
  /** Told within the 72 hours; of those that were told. */
  readonly inTime: number
  readonly informed: number
  readonly least: number
  readonly most: number
}

/** The same, with its cases: for a document of the year. */
export type Year = Omit<YearSums, 'cases'> & {
  readonly lines: readonly RegisterLine[]
  /** Of those notified, they whose 72 hours Varde counted. */
  readonly timed: number
  /** The middle case. Null: none of them says when it was discovered. */
  readonly hours: number | null
}

/** The years that have cases, the latest first, each with its cases in the order of their numbers. */
export function yearsOf(lines: readonly RegisterLine[]): readonly Year[] {
  const byYear = Map.groupBy(lines, ({ countedYear }) => countedYear)
  return [...byYear].toSorted(([a], [b]) => b - a).map(([year, own]) => sumOf(year, own))
}

function sumOf(year: number, own: readonly RegisterLine[]): Year {
  const lines = own.toSorted((a, b) => a.year - b.year || a.number - b.number)
  const count = (is: (line: RegisterLine) => boolean) => lines.filter(is).length
  return {
    year,
    lines,
    closed: count(({ status }) => status === 'closed'),
    imported: count(({ imported }) => imported),
    notified: count(({ told }) => told),
    timed: count(({ told, imported }) => told && !imported),
    inTime: count(({ notified }) => notified === 'met'),
    informed: count(({ subjectsInformedAt }) => subjectsInformedAt !== null),
    least: lines.reduce((sum, line) => sum + (line.least ?? 0), 0),
    most: lines.reduce((sum, line) => sum + (line.most ?? 0), 0),
    hours: middle(lines.flatMap(({ hours }) => hours ?? [])),
  }
}

/** The median: of two in the middle, what lies between them. */
function middle(all: readonly number[]): number | null {
  const sorted = all.toSorted((a, b) => a - b)
  const half = Math.floor(sorted.length / 2)
  const [below, above] = [sorted[half - 1], sorted[half]]
  if (above === undefined) return null
  return sorted.length % 2 === 1 || below === undefined ? above : (below + above) / 2
}

/** How many cases of a year have each answer, the most first. A case with two answers counts under both. */
export function counts(
  lines: readonly RegisterLine[],
  answers: (line: RegisterLine) => readonly string[],
): readonly (readonly [string, number])[] {
  const found = new Map<string, number>()
  for (const line of lines) for (const answer of answers(line)) found.set(answer, (found.get(answer) ?? 0) + 1)
  return [...found].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
}
