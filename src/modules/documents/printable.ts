import { drawable, plain } from './fonts.ts'

/**
 * Text as it can stand in an archive. PDF/A refuses a character no embedded font can draw, and a document must never fail
 * because somebody pasted one: it is written as `[U+0007]` instead, so nothing disappears and nothing hides.
 */
export const printable = (text: string): string => spell(text, drawable())

/** The same with the text font only: the way out when a rare combination of characters cannot be drawn. */
export const plainPrintable = (text: string): string => spell(text.normalize('NFC'), plain())

/** The signs of a text that no font of ours can draw, each once: to be told before anybody signs or sends it. */
export const undrawn = (text: string): readonly string[] => [
  ...new Set([...text].filter((sign) => !/\s/.test(sign) && !drawable().has(sign.codePointAt(0) ?? 0))),
]

function spell(text: string, known: ReadonlySet<number>): string {
  const lines = text
    .toWellFormed()
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .replaceAll('\t', '    ')
  return Array.from(lines, (character) => {
    const code = character.codePointAt(0) ?? 0
    return code === 0x0a || (known.has(code) && !isUnfit(code)) ? character : `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`
  }).join('')
}

/**
 * Controls, private use and non-characters mean nothing in an archive (ISO 19005-2, 6.2.11.7). Direction overrides can make
 * a line read otherwise than it was written; Hebrew and Arabic are ordered without them.
 */
const isUnfit = (code: number): boolean =>
  code < 0x20 ||
  (code >= 0x7f && code <= 0x9f) ||
  (code >= 0x202a && code <= 0x202e) ||
  (code >= 0x2066 && code <= 0x2069) ||
  (code >= 0xe000 && code <= 0xf8ff) ||
  (code >= 0xfdd0 && code <= 0xfdef) ||
  code === 0xfeff ||
  (code & 0xfffe) === 0xfffe ||
  code >= 0xe0000
