import { refusedTo } from '../../../kernel/http.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { factorAt } from '../addresses.ts'
import { texts } from '../texts.ts'

/** Where whoever has shown a password alone is sent, in an organisation that asks for more. `to`: where they wanted to go. */
export const confinedTo = (locale: Locale, to: string) =>
  refusedTo(`${factorAt}?til=${encodeURIComponent(to)}`, texts(locale).demand.confined)
