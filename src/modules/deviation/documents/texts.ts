import { byLocale } from '../../../kernel/texts.ts'
import { en } from './texts.en.ts'
import { nb } from './texts.nb.ts'
import { nn } from './texts.nn.ts'

export const paperTexts = byLocale({ nb, nn, en })
