import { inflateSync } from 'node:zlib'

/** What a test asks of a PDF. Reads only what our own compiler writes (no object streams): not a reader for other files. */
export type ReadPdf = {
  readonly xmp: string
  readonly catalog: string
  /** For each font, whether its file is inside the document. */
  readonly embedded: readonly boolean[]
  /** The kinds of structure element in the file: H1, P, TH … */
  readonly roles: ReadonlySet<string>
  /** The text of each page in drawing order, through the character maps of its fonts; lines without separators. */
  readonly pages: readonly string[]
}

export function readPdf(bytes: Uint8Array): ReadPdf {
  const file = Buffer.from(bytes).toString('latin1')
  const objects = new Map(Array.from(file.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g), ([, id, body]) => [id ?? '', body ?? '']))
  const bodies = [...objects.values()]
  const target = (body: string, key: string) => objects.get(new RegExp(`/${key} (\\d+) 0 R`).exec(body)?.[1] ?? '') ?? ''
  const catalog = bodies.find((body) => body.includes('/Type /Catalog')) ?? ''
  return {
    catalog,
    xmp: Buffer.from(stream(target(catalog, 'Metadata')), 'latin1').toString('utf8'),
    embedded: bodies.filter((body) => body.includes('/Type /FontDescriptor')).map((body) => /\/FontFile[23]? \d/.test(body)),
    roles: new Set(bodies.flatMap((body) => (body.includes('/Type /StructElem') ? [/\/S \/(\w+)/.exec(body)?.[1] ?? ''] : []))),
    pages: bodies
      .filter((body) => /\/Type \/Page\n/.test(body))
      .map((page) => {
        const fonts = Array.from(page.matchAll(/\/(f\d+) (\d+) 0 R/g), ([, name, id]) => [name ?? '', objects.get(id ?? '') ?? ''] as const)
        return drawnText(
          stream(target(page, 'Contents')),
          new Map(fonts.map(([name, font]) => [name, characters(stream(target(font, 'ToUnicode')))])),
        )
      }),
  }
}

function stream(body: string): string {
  const data = /stream\r?\n([\s\S]*)\nendstream/.exec(body)?.[1] ?? ''
  return /\/Filter \/FlateDecode/.test(body) ? inflateSync(Buffer.from(data, 'latin1')).toString('latin1') : data
}

/** A ToUnicode map: from character code to text (UTF-16BE in hexadecimal). */
function characters(map: string): ReadonlyMap<number, string> {
  const pairs = Array.from(map.matchAll(/^<([0-9A-Fa-f]{4})> <([0-9A-Fa-f]+)>$/gm), ([, code, text]) => [code ?? '', text ?? ''] as const)
  return new Map(pairs.map(([code, text]) => [Number.parseInt(code, 16), Buffer.from(text, 'hex').swap16().toString('utf16le')]))
}

function drawnText(content: string, fonts: ReadonlyMap<string, ReadonlyMap<number, string>>): string {
  let font: ReadonlyMap<number, string> = new Map()
  return Array.from(content.matchAll(shown), ([, name, literal, hex]) => {
    if (name !== undefined) font = fonts.get(name) ?? new Map()
    const raw = literal !== undefined ? unescaped(literal) : Buffer.from(hex ?? '', 'hex').toString('latin1')
    return codes(raw)
      .map((code) => font.get(code) ?? '\ufffd')
      .join('')
  }).join('')
}

/** A choice of font, a string in parentheses (balanced ones inside need no escape; three deep is enough), a hexadecimal string. */
const level = (inner: string) => String.raw`\((?:\\[\s\S]|[^\\()]${inner})*\)`
const shown = new RegExp(
  String.raw`\/(f\d+) [\d.]+ Tf|\(((?:\\[\s\S]|[^\\()]|${level(`|${level(`|${level('')}`)}`)})*)\)|<([0-9a-fA-F]+)>`,
  'g',
)

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

function unescaped(literal: string): string {
  return literal.replace(/\\(?:([0-7]{1,3})|([\s\S]))/g, (_, octal?: string, other = '') =>
    octal === undefined ? (escapes[other] ?? other) : String.fromCharCode(Number.parseInt(octal, 8)),
  )
}

const codes = (raw: string): readonly number[] =>
  Array.from({ length: raw.length / 2 }, (_, i) => (raw.charCodeAt(i * 2) << 8) | raw.charCodeAt(i * 2 + 1))
