/** A text as the guard reads it. `start[i]` and `end[i]` say where letter i stands in the text as written (UTF-16, end exclusive). */
export type Plain = { readonly text: string; readonly start: (at: number) => number; readonly end: (at: number) => number }

/**
 * The text without what hides a word or a number from a reader of patterns: signs that nobody sees are left out, spaces, dashes and
 * digits of every kind become the plain ones, what an address has percent-encoded is read, and a word broken at the end of a line is
 * put together. What is found is found in this; where it stands is told in the text as it was written, so masking takes all of it.
 */
export function plainText(written: string): Plain {
  if (!unusual.test(written)) return { text: written, start: (at) => at, end: (at) => at }
  const parts: string[] = []
  // One entry for each change: from this place in the plain text on, the written text is so far ahead.
  const at: number[] = []
  const ahead: number[] = []
  let read = 0
  let length = 0
  for (const match of written.matchAll(change)) {
    const sign = match[0]
    const kept = meaning(sign)
    if (kept === sign) continue
    parts.push(written.slice(read, match.index), kept)
    length += match.index - read + kept.length
    read = match.index + sign.length
    at.push(length)
    ahead.push(read - length)
  }
  parts.push(written.slice(read))
  /** The last change that ends at or before this place in the plain text. */
  const shift = (place: number): number => {
    let low = 0
    let high = at.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((at[middle] ?? 0) <= place) low = middle + 1
      else high = middle
    }
    return ahead[low - 1] ?? 0
  }
  const place = (i: number) => i + shift(i)
  return {
    text: parts.join(''),
    start: place,
    // The end is told by the last sign that is part of the find, so that an unseen sign after it is left alone.
    end: (i) => (i === 0 ? 0 : endOf(place(i - 1), written)),
  }
}

/** Where a sign that begins here ends: a percent-encoded one is three or more long. */
const endOf = (start: number, written: string): number => {
  encodedHere.lastIndex = start
  const coded = encodedHere.exec(written)?.[0]
  if (coded !== undefined && decoded(coded) !== coded) return start + coded.length
  return start + ((written.codePointAt(start) ?? 0) > 0xffff && wideDigit.test(written.slice(start, start + 2)) ? 2 : 1)
}

function meaning(sign: string): string {
  if (sign.length > 1 && sign.startsWith('%')) return decoded(sign)
  if (brokenWord.test(sign) || unseen.test(sign)) return ''
  if (spaces.test(sign)) return ' '
  if (dashes.test(sign)) return '-'
  if (lineBreak.test(sign)) return '\n'
  const code = sign.codePointAt(0) ?? 0
  if (code >= 0x1d7ce && code <= 0x1d7ff) return String((code - 0x1d7ce) % 10)
  const zero = zeros.find((first) => code >= first && code < first + 10)
  if (zero !== undefined) return String(code - zero)
  return full.test(sign) ? String.fromCharCode(code - 0xfee0) : sign
}

/** `%3D`, also encoded twice. Letters that no pattern needs are left as they are. */
const decoded = (sign: string): string => {
  const letter = String.fromCharCode(Number.parseInt(sign.slice(-2), 16))
  return /[\dA-Za-z \n\r\t!-/:-@[-`{-~]/.test(letter) ? (letter === '\r' ? ' ' : letter) : sign
}

const invisible =
  '\\u00ad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\u3164\\ufe00-\\ufe0f\\ufeff\\uffa0'
const spaceLike = '\\u00a0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000'
const dashLike = '\\u2010-\\u2015\\u2043\\u2212\\ufe58\\ufe63\\uff0d'
const breaks = '\\u000b\\u000c\\u0085\\u2028\\u2029'
// Where each script's ten digits begin.
const zeros = [0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xe50, 0xed0, 0xf20, 0x1040, 0x17e0, 0x1810, 0xff10]
const digitRows = zeros.map((zero) => `${String.fromCharCode(zero)}-${String.fromCharCode(zero + 9)}`).join('')
const encoded = '%(?:25){0,3}[0-7][\\dA-Fa-f]'
const hyphenated = '(?<=\\p{Ll}{2})[-\\u2010\\u2011](?:\\r\\n?|\\n)[ \\t]{0,4}(?=\\p{Ll})'

const unusual = new RegExp(
  `[${invisible}${spaceLike}${dashLike}${breaks}${digitRows}\\r]|%[0-7][\\dA-Fa-f]|[-]\\n|[\\u{1d7ce}-\\u{1d7ff}\\u{e0000}-\\u{e007f}]|[\\uff01-\\uff5e]`,
  'u',
)
const change = new RegExp(
  `${encoded}|${hyphenated}|\\r\\n?|[${breaks}${spaceLike}${dashLike}${digitRows}\\uff01-\\uff5e\\u{1d7ce}-\\u{1d7ff}]|[${invisible}\\u{e0000}-\\u{e007f}]+`,
  'gu',
)
const encodedHere = new RegExp(encoded, 'y')
const unseen = new RegExp(`^[${invisible}\\u{e0000}-\\u{e007f}]+$`, 'u')
const lineBreak = new RegExp(`^(?:\\r\\n?|[${breaks}])$`)
const spaces = new RegExp(`^[${spaceLike}]$`)
const dashes = new RegExp(`^[${dashLike}]$`)
const brokenWord = /^[-\u2010\u2011](?:\r\n?|\n)[ \t]*$/
const full = /^[\uff01-\uff5e]$/u
const wideDigit = /^[\u{1d7ce}-\u{1d7ff}]/u
