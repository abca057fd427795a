import { byLocale } from '../../kernel/texts.ts'
import type { Document } from './document.ts'
import { en } from './texts.en.ts'
import { nb } from './texts.nb.ts'
import { nn } from './texts.nn.ts'

const texts = byLocale({ nb, nn, en })

/**
 * Whose time the times of day in a document are; null where it says none. A reader in another country, or of a log kept in another time,
 * would else be an hour wrong about 72.
 */
export const zoneOf = (document: Document): string | null =>
  timeOfDay.test(JSON.stringify(document)) ? texts(document.language === 'se' ? 'nb' : document.language).zone : null

const timeOfDay = /kl\. ?\d{1,2}\.\d{2}|\b\d{1,2}:\d{2}\b/
