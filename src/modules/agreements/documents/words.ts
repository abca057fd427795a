import { byLocale } from '../../../kernel/texts.ts'
import { wordsEn } from './words-en.ts'
import { type Words, wordsNb } from './words-nb.ts'
import { wordsNn } from './words-nn.ts'

export const words = byLocale<Words>({ nb: wordsNb, nn: wordsNn, en: wordsEn })
