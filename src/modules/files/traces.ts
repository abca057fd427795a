// What a picture says of whoever took it: a telephone writes its owner, its place and its number into each. Taken out of what a protected
// reporter adds (S4-131). The picture itself is not touched: it is cut out of the file as it lies, bit for bit.

/** Media types of pictures that can be cleaned. Other pictures cannot, and are not taken from somebody who must not be known. */
const cleaners: Readonly<Record<string, (bytes: Buffer) => Buffer | undefined>> = {
  'image/jpeg': jpeg,
  'image/png': png,
  'image/webp': webp,
}

/** Nothing but the picture; undefined where it cannot be read to its end. What is no picture is as it was. */
export function withoutTraces(mediaType: string, bytes: Buffer): Buffer | undefined {
  if (!mediaType.startsWith('image/') || mediaType === 'image/bmp') return bytes
  const clean = Object.hasOwn(cleaners, mediaType) ? cleaners[mediaType] : undefined
  return clean?.(bytes)
}

/** JPEG (ITU-T T.81): segments of a marker and a length; what stands behind the end, as a second picture, goes too. */
function jpeg(bytes: Buffer): Buffer | undefined {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xffd8) return undefined
  const kept: Buffer[] = [bytes.subarray(0, 2)]
  let at = 2
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) return undefined
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xff) {
      at += 1
      continue
    }
    const end = at + 2 + bytes.readUInt16BE(at + 2)
    if (end > bytes.length) return undefined
    const segment = bytes.subarray(at, end)
    if (isPicture(marker, segment.subarray(4))) kept.push(segment)
    // Which way is up is no trace, and without it a telephone's picture lies on its side.
    else if (marker === 0xe1) kept.push(...turned(segment.subarray(4)))
    at = end
    if (marker !== 0xda) continue
    const next = afterScan(bytes, at)
    kept.push(bytes.subarray(at, next))
    at = next
    if (bytes.readUInt16BE(Math.min(at, bytes.length - 2)) === 0xffd9) return Buffer.concat([...kept, Buffer.from([0xff, 0xd9])])
  }
  return undefined
}

/** All but what programs add (APP0–APP15) and comments; of those the ones that say how the colours are meant. */
function isPicture(marker: number, content: Buffer): boolean {
  if (marker === 0xe0) return content.toString('latin1', 0, 5) === 'JFIF\0' && content[12] === 0 && content[13] === 0
  if (marker === 0xe2) return content.toString('latin1', 0, 12) === 'ICC_PROFILE\0'
  if (marker === 0xee) return content.toString('latin1', 0, 5) === 'Adobe'
  return !(marker >= 0xe0 && marker <= 0xef) && marker !== 0xfe
}

/** Where the next marker is: within a scan 0xFF is followed by 0 or by a restart. */
function afterScan(bytes: Buffer, from: number): number {
  let at = from
  while (at + 1 < bytes.length) {
    at = bytes.indexOf(0xff, at)
    if (at < 0 || at + 1 >= bytes.length) return bytes.length
    const next = bytes[at + 1] ?? 0
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at
    at += next === 0xff ? 1 : 2
  }
  return bytes.length
}

/** The orientation of Exif (tag 0x0112) alone, in a segment of its own; nothing where it is as usual. */
function turned(content: Buffer): readonly Buffer[] {
  if (content.toString('latin1', 0, 6) !== 'Exif\0\0' || content.length < 14) return []
  const tiff = content.subarray(6)
  const little = tiff.toString('latin1', 0, 2) === 'II'
  const word = (at: number) => (at + 2 > tiff.length ? 0 : little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const list = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4)
  for (let entry = 0; entry < Math.min(word(list), 100); entry++) {
    const at = list + 2 + entry * 12
    if (word(at) !== 0x0112) continue
    const way = word(at + 8)
    if (way < 2 || way > 8) return []
    const alone = Buffer.from(
      'ffe1 0022 457869660000 4d4d002a00000008 0001 0112 0003 00000001 0000 0000 00000000'.replaceAll(' ', ''),
      'hex',
    )
    alone.writeUInt16BE(way, 28)
    return [alone]
  }
  return []
}

/** PNG (ISO/IEC 15948): chunks of a length, a name, content and a sum. */
function png(bytes: Buffer): Buffer | undefined {
  if (bytes.toString('latin1', 1, 4) !== 'PNG') return undefined
  const kept: Buffer[] = [bytes.subarray(0, 8)]
  let at = 8
  while (at + 12 <= bytes.length) {
    const end = at + 12 + bytes.readUInt32BE(at)
    const name = bytes.toString('latin1', at + 4, at + 8)
    if (end > bytes.length) return undefined
    // A capital first: the picture cannot be drawn without it.
    if (/^[A-Z]/.test(name) || drawn.has(name)) kept.push(bytes.subarray(at, end))
    if (name === 'IEND') return Buffer.concat(kept)
    at = end
  }
  return undefined
}

/** Colours, density, transparency and movement; not text, time, Exif and what programs add of their own. */
const drawn = new Set(['tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'sBIT', 'bKGD', 'pHYs', 'hIST', 'sPLT', 'cICP', 'acTL', 'fcTL', 'fdAT'])

/** WebP: RIFF chunks of a name, a length and content, padded to even. */
function webp(bytes: Buffer): Buffer | undefined {
  if (bytes.toString('latin1', 0, 4) !== 'RIFF' || bytes.toString('latin1', 8, 12) !== 'WEBP') return undefined
  const whole = 8 + bytes.readUInt32LE(4)
  if (whole > bytes.length + 1) return undefined
  const kept: Buffer[] = []
  for (let at = 12; at + 8 <= Math.min(whole, bytes.length); ) {
    const name = bytes.toString('latin1', at, at + 4)
    const size = bytes.readUInt32LE(at + 4)
    const end = at + 8 + size + (size % 2)
    if (at + 8 + size > bytes.length) return undefined
    if (['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP'].includes(name)) {
      const chunk = Buffer.from(bytes.subarray(at, end))
      // The list of what follows says no more that there is Exif and XMP.
      if (name === 'VP8X') chunk.writeUInt8(chunk.readUInt8(8) & ~0x0c, 8)
      kept.push(chunk)
    }
    at = end
  }
  const body = Buffer.concat(kept)
  const head = Buffer.from(bytes.subarray(0, 12))
  head.writeUInt32LE(4 + body.length, 4)
  return Buffer.concat([head, body])
}
