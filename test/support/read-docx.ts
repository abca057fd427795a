import { inflateRawSync } from 'node:zlib'

/** The parts of a Word file by their names, as text. Reads what its central directory says: not a reader for strangers' files. */
export function readDocx(bytes: Uint8Array): ReadonlyMap<string, string> {
  const file = Buffer.from(bytes)
  const end = file.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'))
  const parts = new Map<string, string>()
  for (let at = file.readUInt32LE(end + 16), left = file.readUInt16LE(end + 10); left > 0; left--) {
    const [method, size] = [file.readUInt16LE(at + 10), file.readUInt32LE(at + 20)]
    const [name, extra, comment] = [file.readUInt16LE(at + 28), file.readUInt16LE(at + 30), file.readUInt16LE(at + 32)]
    const local = file.readUInt32LE(at + 42)
    const from = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28)
    const content = file.subarray(from, from + size)
    parts.set(file.toString('utf8', at + 46, at + 46 + name), (method === 8 ? inflateRawSync(content) : content).toString('utf8'))
    at += 46 + name + extra + comment
  }
  return parts
}

/** What a reader reads of it: its paragraphs, a line each. */
export const wordsOf = (xml: string): string =>
  [...xml.matchAll(/<w:p[ >].*?<\/w:p>/gs)]
    .map(([paragraph]) => [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:br\/>/g)].map(([, text]) => text ?? '\n').join(''))
    .join('\n')
