import { inAll, type Locale, type Localised } from '../../kernel/texts.ts'
import type { Deviation } from './deviation.ts'
import { texts } from './texts.ts'

type Titled = { readonly handling: Pick<Deviation['handling'], 'shortName'>; readonly report: Pick<Deviation['report'], 'categories'> }

/** What the case is called: its short name, else the first kind of deviation it was reported as. */
export function titleOfCase({ handling, report }: Titled, locale: Locale): string {
  const first = report.categories[0]
  return handling.shortName ?? (first ? texts(locale).categories[first] : texts(locale).untitled)
}

export const titleInAll = (deviation: Titled): Localised => inAll((locale) => titleOfCase(deviation, locale))
