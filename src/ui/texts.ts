import { byLocale } from '../kernel/texts.ts'
import { en } from './texts.en.ts'
import { nb } from './texts.nb.ts'
import { nn } from './texts.nn.ts'

export type { Texts as UiTexts } from './texts.nb.ts'

export const uiTexts = byLocale({ nb, nn, en })

/** `fill('Side {n} av {of}', { n: 1, of: 3 })`. A name without a value stays as it is, so the fault is seen. */
export const fill = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
