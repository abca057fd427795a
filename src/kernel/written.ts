/** Where a sign stands that makes others read something else than what is stored. Lines are counted from 1. */
export type Hidden = { readonly line: number; readonly around: string }
export type Written = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly hidden: Hidden }

/**
 * A text as its writer meant it: the one edge where everything typed or pasted is read, whatever field it comes from. What an office
 * program, a telephone or a web page leaves in a copied text becomes what it means there (a line break, a bullet, an arrow), or nothing.
 * Refused is only what would let a reader see something else than what is stored (ASVS 1.2): reversed text, and letters nobody sees.
 */
export function asMeant(raw: string): Written {
  const text = raw.toWellFormed().normalize('NFC')
  if (!special.test(text)) return { ok: true, text: text.trim() }
  const joined = text.replace(lineBreak, '\n')
  const found = hiding.exec(joined.replace(flags, (flag) => '\u25af'.repeat(flag.length)))
  if (found) return { ok: false, hidden: placeOf(joined, found.index, found[0].length) }
  const read = joined
    .replace(leftOver, '')
    .replace(windows1252, (sign) => fromWindows.decode(Uint8Array.of(sign.charCodeAt(0))))
    .replace(symbolFont, (sign, at: number) => meantBy(sign, joined, at))
    .replace(joiners, (sign, at: number, all: string) => (joins(all, at) ? sign : ''))
    .replace(marks, rightToLeft.test(joined) ? '$&' : '')
  return { ok: true, text: read.normalize('NFC').trim() }
}

/** Is there anything to see? A name of unseen signs is no name. */
export const isSeen = (text: string): boolean => seen.test(text)

/** As `asMeant`, where there is nobody to tell: what hides is left out. For searches, and addresses. */
export function asMeantOrLess(raw: string): string {
  const read = asMeant(raw)
  if (!read.ok) return asMeantOrLess(raw.replace(new RegExp(hiding, 'gu'), ''))
  const { text } = read
  return isSeen(text) ? text : ''
}

function placeOf(text: string, at: number, length: number): Hidden {
  const clean = (part: string) => part.replace(/[\p{C}\p{Z}]+/gu, ' ')
  const lines = text.slice(0, at).split('\n')
  const before = clean((lines.at(-1) ?? '').slice(-12)).trimStart()
  const after = clean(
    text
      .slice(at + length)
      .split('\n')[0]
      ?.slice(0, 12) ?? '',
  ).trimEnd()
  return { line: lines.length, around: `${before}\u25af${after}` }
}

/** Word and PowerPoint write bullets and arrows as private letters of the fonts Symbol and Wingdings. */
function meantBy(sign: string, text: string, at: number): string {
  const code = sign.charCodeAt(0)
  const known = code >= 0xf000 && code <= 0xf0ff ? symbols[code & 0xff] : undefined
  if (known !== undefined) return known
  const begins = at === 0 || text[at - 1] === '\n'
  return begins && /^[\t \u00a0]/.test(text.slice(at + sign.length)) ? '\u2022' : ''
}

/** Does a joiner here make a sign that people see: a family of emoji, or a letter's form in Arabic or an Indic script? */
function joins(text: string, at: number): boolean {
  const before = /.$/u.exec(text.slice(Math.max(0, at - 2), at))?.[0] ?? ''
  const after = String.fromCodePoint(text.codePointAt(at + 1) ?? 32)
  const sign = text[at] ?? ''
  if (sign >= '\ufe00') return /[\p{Emoji}\p{So}\p{Sm}\p{Script=Han}\p{Script=Mongolian}]/u.test(before)
  if (sign === '\u200d' && (pictured.test(before) || before === '\ufe0f')) return /\p{Emoji}/u.test(after)
  return /[\p{L}\p{M}]/u.test(before) && !notJoined.test(before)
}

/** Patterns of signs nobody sees are written as strings: an editor must not turn them into the signs themselves. */
const pattern = (source: string, flags: string): RegExp => new RegExp(source, flags)

const lineBreak = pattern('\\r\\n?|[\\u000b\\u000c\\u0085\\u2028\\u2029]', 'g')
// Reversed text; letters of a copy of ASCII that no font shows; what a terminal obeys.
const hiding = pattern('[\\u202e\\u0000\\u0008\\u001b\\u007f]|[\\u{e0000}-\\u{e007f}]+', 'u')
// England's, Scotland's and Wales's flags are spelled with such letters.
const flags = /\u{1f3f4}[\u{e0030}-\u{e0039}\u{e0061}-\u{e007a}]{2,6}\u{e007f}/gu
const leftOver = pattern(
  '[\\u0001-\\u0007\\u000e-\\u001a\\u001c-\\u001d\\u001f\\u00ad\\u180e\\u200b\\u202a-\\u202d\\u2060-\\u2064\\u2066-\\u206f\\ufeff\\ufff9-\\ufffc\\uffff\\ufffe]',
  'g',
)
// A Windows text read as another: 0x92 is an apostrophe. (0x85 is a line break above, 0x1e Word's non-breaking hyphen.)
const windows1252 = pattern('[\\u0080-\\u0084\\u0086-\\u009f\\u001e]', 'g')
const fromWindows = { decode: (bytes: Uint8Array) => (bytes[0] === 0x1e ? '-' : new TextDecoder('windows-1252').decode(bytes)) }
const symbolFont = /[\ue000-\uf8ff]/g
const joiners = pattern('[\\u200c\\u200d\\ufe00-\\ufe0f]', 'g')
const pictured = /[\p{Extended_Pictographic}\p{Emoji_Modifier}]/u
const notJoined = pattern('[\\p{Script=Latin}\\p{Script=Greek}\\p{Script=Cyrillic}\\u0300-\\u036f]', 'u')
const marks = /[\u200e\u200f\u061c]/g
const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u
const special = pattern(
  '[\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f\\u00ad\\u061c\\u180e\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u206f\\ue000-\\uf8ff\\ufe00-\\ufe0f\\ufeff\\ufff9-\\uffff]|[\\u{e0000}-\\u{e007f}]',
  'u',
)
const seen = /[^\p{Z}\p{C}\p{M}\u115f\u1160\u2800\u3164\uffa0]/u

const symbols: Readonly<Record<number, string>> = {
  ...Object.fromEntries([...' !#%&()+,./0123456789:;<=>?[]_{|}'].map((sign) => [sign.charCodeAt(0), sign])),
  45: '\u2212',
  108: '\u25cf',
  110: '\u25a0',
  113: '\u2751',
  118: '\u2756',
  167: '\u25aa',
  168: '\u25fb',
  172: '\u2190',
  174: '\u2192',
  183: '\u2022',
  216: '\u27a2',
  222: '\u21d2',
  223: '\u2190',
  224: '\u2192',
  232: '\u2794',
  240: '\u21e8',
  251: '\u2717',
  252: '\u2713',
}
