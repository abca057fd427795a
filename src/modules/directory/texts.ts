import { byLocale } from '../../kernel/texts.ts'
import { en } from './texts.en.ts'
import { nb, type Texts } from './texts.nb.ts'
import { nn } from './texts.nn.ts'

export const texts = byLocale<Texts>({ nb, nn, en })
