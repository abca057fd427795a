import { byLocale, type Locale } from '../../../kernel/texts.ts'
import { en } from './texts.en.ts'
import { nb, type Texts } from './texts.nb.ts'
import { nn } from './texts.nn.ts'

export const settingTexts = byLocale<Texts>({ nb, nn, en })

/** What is said of every text that the organisation may write itself, whichever module has it. */
export const ownTextWords = (locale: Locale) => settingTexts(locale).ownText
