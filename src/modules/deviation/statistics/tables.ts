import { formatMonth } from '../../../kernel/calendar/words.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { fewest, hidden } from '../../../register/count.ts'
import { answerWords } from '../overview/facet-words.ts'
import { type Facet, facetNames, shapeOf, unsaid } from '../overview/facets.ts'
import { overviewTexts } from '../overview/texts.ts'
import type { ListFilter } from '../overview/worklist.ts'
import { type Stretch, stretches } from './rules.ts'
import { statisticsTexts } from './texts.ts'

/** What some cases come to, together. */
export type Sum = {
  readonly count: number
  /** From discovery to report, the middle case: elapsed hours. Null: none of them says when it was discovered. */
  readonly hours: number | null
  /** Persons affected: at least, and at most, as far as the cases say. */
  readonly least: number
  readonly most: number
  /** Cases where the number of persons is not known. */
  readonly unknown: number
}
export type Counted = {
  readonly total: number
  /** By year and month, "2026-03", in Oslo. */
  readonly months: ReadonlyMap<string, number>
  readonly by: Readonly<Record<Facet, ReadonlyMap<string, number>>>
  readonly all: Sum
  /** A case counts in its unit and in every unit above. */
  readonly units: ReadonlyMap<string, Sum>
}
type Unit = { readonly id: string; readonly name: string; readonly parentId: string | null; readonly path: readonly string[] }

export type Line = {
  readonly key: string
  readonly label: string
  readonly depth: number
  /** The line it is a part of. */
  readonly under: string | null
  readonly count: number
  /** Where more is said than how many. */
  readonly sum?: Sum
  /** Narrows the list to exactly these cases. */
  readonly narrowed: Partial<ListFilter>
  /** Lines of one group share a sum: each case is in one of them. */
  readonly group: string
}
export type Table = {
  readonly id: 'months' | 'years' | 'units' | Counting
  readonly lines: readonly Line[]
  /** A case is on one line only, or on several. */
  readonly many: boolean
}

/** Counted in a table of its own, the most asked for first. */
const tables = [
  'category',
  'channel',
  'attribute',
  'incidentKind',
  'effect',
  'cause',
  'level',
  'notified',
] as const satisfies readonly Facet[]
type Counting = (typeof tables)[number]
/** In the order of their meaning; the others by how many. */
const inOrder: readonly Facet[] = ['attribute', 'level', 'notified']

/** Every table of the page and its files, without the lines where there is nothing. */
export function tablesOf(counted: Counted, filter: ListFilter, units: readonly Unit[], now: Date, locale: Locale): readonly Table[] {
  const times = stretches(counted.months, filter, now)
  const all: readonly Table[] = [
    { id: times[0]?.key.length === 4 ? 'years' : 'months', lines: times.map((stretch) => timeLine(stretch, locale)), many: false },
    { id: 'units', lines: unitLines(counted, filter, units), many: false },
    ...tables.map((facet): Table => ({ id: facet, lines: answerLines(counted, facet, locale), many: shapeOf(facet).many ?? false })),
  ]
  return all.filter(({ lines }) => lines.length > 0)
}

const timeLine = ({ key, from, to, count }: Stretch, locale: Locale): Line => ({
  key,
  label: key.length === 4 ? key : formatMonth(key, locale),
  depth: 0,
  under: null,
  count,
  narrowed: { from, to },
  group: '',
})

function answerLines(counted: Counted, facet: Counting, locale: Locale): readonly Line[] {
  return counts(counted, facet).flatMap(([value, count]): readonly Line[] => {
    const label = answerWords(facet, value, locale)
    const line: Line = { key: value, label, depth: 0, under: null, count, narrowed: { [facet]: value }, group: '' }
    return facet === 'category' ? [line, ...choiceLines(counted, value, label, locale)] : [line]
  })
}

/** What a category asks for, below it. */
const choiceLines = (counted: Counted, category: string, under: string, locale: Locale): readonly Line[] =>
  facetNames
    .filter((facet) => shapeOf(facet).below === category)
    .flatMap((facet) =>
      counts(counted, facet).map(([value, count]) => ({
        key: `${category}-${facet}-${value}`,
        label: `${overviewTexts(locale).facets.labels[facet]}: ${answerWords(facet, value, locale)}`,
        depth: 1,
        under,
        count,
        narrowed: { [facet]: value },
        group: shapeOf(facet).many ? `${facet}-${value}` : facet,
      })),
    )

function counts({ by }: Counted, facet: Facet): readonly (readonly [string, number])[] {
  const given = [...shapeOf(facet).of, unsaid].flatMap((value) => {
    const count = by[facet].get(value) ?? 0
    return count > 0 ? [[value, count] as const] : []
  })
  if (inOrder.includes(facet)) return given
  return given.toSorted(([a, one], [b, other]) => Number(a === unsaid) - Number(b === unsaid) || other - one)
}

/** Deeper than this below what is asked for, one goes by choosing a unit. */
const levelsShown = 3

function unitLines({ units: sums }: Counted, { unit: asked }: ListFilter, units: readonly Unit[]): readonly Line[] {
  const within = units.filter(({ path }) => asked === null || path.includes(asked))
  const top = Math.min(...within.map(({ path }) => path.length))
  const names = new Map(units.map(({ id, name }) => [id, name]))
  return within.flatMap(({ id, name, parentId, path }): readonly Line[] => {
    const sum = sums.get(id)
    const depth = path.length - top
    if (!sum || depth >= levelsShown) return []
    const under = depth === 0 || parentId === null ? null : (names.get(parentId) ?? null)
    return [{ key: id, label: name, depth, under, count: sum.count, sum, narrowed: { unit: id }, group: parentId ?? '' }]
  })
}

/** Which lines are hidden in what is to be read by others (register/count.ts). */
export function hiddenIn({ lines, many }: Table): ReadonlySet<string> {
  const groups = [...Map.groupBy(lines, ({ group, depth }) => `${depth} ${group}`).values()]
  return new Set(
    groups.flatMap((group) => {
      const shared = !many || (group[0]?.depth ?? 0) > 0
      const hides = hidden(
        group.map(({ count }) => count),
        shared,
      )
      return group.filter((_, at) => hides[at]).map(({ key }) => key)
    }),
  )
}

/** A file's rows: the table, what a line is under, its words, how many; then what more is known. Null: nothing is said of it. */
export function fileRows(
  tables: readonly Table[],
  all: Sum,
  forOthers: boolean,
  locale: Locale,
): readonly (readonly (string | number | null)[])[] {
  const t = statisticsTexts(locale)
  const row = (table: string, under: string | null, label: string, count: number, sum: Sum | undefined, hides: boolean) => {
    const few = hides || (forOthers && count > 0 && count < fewest)
    const said = (n: number | null | undefined) => (few && n !== null && n !== undefined ? t.files.hidden : (n ?? null))
    const hours = sum?.hours === null || sum === undefined ? null : Math.round(sum.hours * 10) / 10
    return [table, under, label, said(count), said(hours), said(sum?.least), said(sum?.most), said(sum?.unknown)]
  }
  return [
    row(t.files.all, null, t.files.all, all.count, all, false),
    ...tables.flatMap((table) => {
      const hides = forOthers ? hiddenIn(table) : new Set<string>()
      return table.lines.map(({ key, under, label, count, sum }) => row(t.tables[table.id], under, label, count, sum, hides.has(key)))
    }),
  ]
}
