import { formatDate } from '../../kernel/calendar/words.ts'
import type { Locale } from '../../kernel/texts.ts'
import type { Measure } from './risk.ts'
import type { Texts } from './texts.nb.ts'

/** Those a measure names: whoever carries it out, and whoever decided it. */
export const personsIn = (measures: readonly Measure[]): readonly string[] => [
  ...new Set(measures.flatMap(({ owner, decidedBy }) => [owner ?? [], decidedBy ?? []].flat())),
]

/** Who decided a measure, and when (S4-005); that nobody has said it, where that is so. */
export function decisionOf({ decidedBy, decidedOn }: Measure, names: ReadonlyMap<string, string>, t: Texts, locale: Locale): string {
  if (decidedBy === null && decidedOn === null) return t.show.undecided
  return t.show.decided((decidedBy && names.get(decidedBy)) ?? '–', decidedOn === null ? '–' : formatDate(decidedOn, locale))
}
