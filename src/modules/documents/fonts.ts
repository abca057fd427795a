import { readFileSync } from 'node:fs'

/**
 * The only fonts a document is set in. The compiler also sees the machine's own fonts and cannot be told not to; ours have family
 * names of their own and the template allows no others, so the same file comes out everywhere. Origin and licences: fonts/README.md.
 */
const files = [
  'VardeSans-Regular.otf',
  'VardeSans-SemiBold.otf',
  'VardeSans-Italic.otf',
  'VardeScripts-Regular.ttf',
  'VardeThai-Regular.ttf',
  'VardeTamil-Regular.ttf',
  'VardeDevanagari-Regular.ttf',
  'VardeEthiopic-Regular.ttf',
  'VardeEmoji-Regular.ttf',
]

/** Read for the first document, as all that follows from them: most processes make none for a long time. */
const read: { files?: readonly Buffer[]; drawable?: ReadonlySet<number>; plain?: ReadonlySet<number> } = {}

export function fontFiles(): readonly Buffer[] {
  read.files ??= files.map((file) => readFileSync(new URL(`./fonts/${file}`, import.meta.url)))
  return read.files
}

/** Every code point our fonts can draw. */
export function drawable(): ReadonlySet<number> {
  read.drawable ??= new Set(fontFiles().flatMap(codePoints))
  return read.drawable
}

/** Every code point the text font alone can draw. */
export function plain(): ReadonlySet<number> {
  read.plain ??= new Set(codePoints(fontFiles()[0] as Buffer))
  return read.plain
}

/** The code points of a font, from its Unicode `cmap` (OpenType 1.9, formats 4 and 12). */
function codePoints(font: Buffer): readonly number[] {
  const cmap = tableOffset(font, 'cmap')
  const subtables = range(font.readUInt16BE(cmap + 2)).map((i) => cmap + font.readUInt32BE(cmap + 4 + i * 8 + 4))
  return subtables.flatMap((at) => {
    const format = font.readUInt16BE(at)
    return format === 4 ? segments(font, at) : format === 12 ? groups(font, at) : []
  })
}

function tableOffset(font: Buffer, tag: string): number {
  const record = range(font.readUInt16BE(4))
    .map((i) => 12 + i * 16)
    .find((at) => font.toString('latin1', at, at + 4) === tag)
  if (record === undefined) throw new Error(`Font without a ${tag} table: replace the file in src/modules/documents/fonts`)
  return font.readUInt32BE(record + 8)
}

function segments(font: Buffer, at: number): readonly number[] {
  const count = font.readUInt16BE(at + 6) / 2
  return range(count).flatMap((i) => {
    const end = at + 14 + i * 2
    const start = end + count * 2 + 2
    const [first, last] = [font.readUInt16BE(start), font.readUInt16BE(end)]
    const [delta, offsetAt] = [font.readUInt16BE(start + count * 2), start + count * 4]
    const offset = font.readUInt16BE(offsetAt)
    const glyph = (code: number) => (offset === 0 ? (code + delta) & 0xffff : font.readUInt16BE(offsetAt + offset + (code - first) * 2))
    return first === 0xffff ? [] : range(last - first + 1).flatMap((k) => (glyph(first + k) === 0 ? [] : [first + k]))
  })
}

function groups(font: Buffer, at: number): readonly number[] {
  return range(font.readUInt32BE(at + 12)).flatMap((i) => {
    const first = font.readUInt32BE(at + 16 + i * 12)
    return range(font.readUInt32BE(at + 20 + i * 12) - first + 1).map((k) => first + k)
  })
}

function range(length: number): readonly number[] {
  return Array.from({ length }, (_, i) => i)
}
