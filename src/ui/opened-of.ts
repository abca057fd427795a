import type { Locale } from '../kernel/texts.ts'
import { showWhole } from './format.ts'
import { fill, uiTexts } from './texts.ts'

/** How many of all that are counted their reader may open. `more`: they were counted no further. */
export const openedOf = (opens: number, all: { readonly count: number; readonly more: boolean }, locale: Locale): string =>
  fill(uiTexts(locale).list.opensOf, { n: showWhole(opens, locale), of: `${showWhole(all.count, locale)}${all.more ? '+' : ''}` })
