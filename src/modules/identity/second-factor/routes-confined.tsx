import { refusedTo } from '../../../kernel/http.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { texts } from '../texts.ts'
import { factorAt } from './pages/factor.tsx'

/** Where whoever has shown a password alone is sent, in an organisation that asks for more. */
export const confinedTo = (locale: Locale) => refusedTo(factorAt, texts(locale).demand.confined)
