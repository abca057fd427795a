import { inAll, type Locale, type Localised } from '../../kernel/texts.ts'
import { casefileTexts } from './casefile/texts.ts'
import type { Deviation } from './deviation.ts'
import { texts as reportTexts } from './report/texts.ts'

/** What the case is called: its short name, else the first kind of deviation it was reported as. */
export function titleOfCase({ handling, report }: Pick<Deviation, 'handling' | 'report'>, locale: Locale): string {
  const first = report.categories[0]
  return handling.shortName ?? (first ? reportTexts(locale).fields.categories.choices[first] : casefileTexts(locale).page.untitled)
}

export const titleInAll = (deviation: Pick<Deviation, 'handling' | 'report'>): Localised =>
  inAll((locale) => titleOfCase(deviation, locale))
