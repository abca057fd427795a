import { byLocale } from '../texts.ts'
import { en } from './texts.en.ts'
import { nb } from './texts.nb.ts'
import { nn } from './texts.nn.ts'

/** Plain strings only, with {places} to fill in: the browser gets them as JSON. */
export type { Texts as GuardTexts } from './texts.nb.ts'
export const guardTexts = byLocale({ nb, nn, en })
