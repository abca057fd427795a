import { byLocale } from '../../../kernel/texts.ts'
import { en } from './texts.en.ts'
import { nb, type OpenIdTexts } from './texts.nb.ts'
import { nn } from './texts.nn.ts'

export const openIdTexts = byLocale<OpenIdTexts>({ nb, nn, en })
