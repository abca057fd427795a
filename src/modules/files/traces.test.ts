import { describe, expect, it } from 'vitest'
import { withoutTraces } from './traces.ts'

const segment = (marker: number, content: Buffer | string) => {
  const body = Buffer.from(content as string, 'latin1')
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(body.length + 2, 2)
  return Buffer.concat([head, body])
}
/** Exif of a telephone: which way is up, who owns it, where it was. */
const exif = (way: number) => {
  const tiff = Buffer.alloc(38)
  tiff.write('II', 0, 'latin1')
  tiff.writeUInt16LE(42, 2)
  tiff.writeUInt32LE(8, 4)
  tiff.writeUInt16LE(2, 8)
  const entries = [
    [0x013b, 2, 9, 38],
    [0x0112, 3, 1, way],
  ] as const
  entries.forEach(([tag, kind, count, value], at) => {
    tiff.writeUInt16LE(tag, 10 + at * 12)
    tiff.writeUInt16LE(kind, 12 + at * 12)
    tiff.writeUInt32LE(count, 14 + at * 12)
    tiff.writeUInt32LE(value, 18 + at * 12)
  })
  return Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff, Buffer.from('EIERNAVN GPS 58.85N 5.73E', 'latin1')])
}
const start = Buffer.from([0xff, 0xd8])
const jfif = segment(0xe0, 'JFIF\0\x01\x01\0\0\x01\0\x01\0\0')
const tables = segment(0xdb, 'x'.repeat(65))
const frame = segment(0xc2, '\x08\0\x01\0\x01\x01\x01\x11\0')
// A stuffed 0xFF and a restart within the scan, and a second scan after a table.
const scan = Buffer.concat([segment(0xda, '\x01\x01\0\0\x3f\0'), Buffer.from([1, 2, 0xff, 0, 3, 0xff, 0xd3, 4])])
const second = Buffer.concat([segment(0xc4, 'h'.repeat(20)), segment(0xda, '\x01\x01\0\0\x3f\0'), Buffer.from([9, 8, 7])])
const end = Buffer.from([0xff, 0xd9])
const profile = segment(0xe2, 'ICC_PROFILE\0\x01\x01farger')
const adobe = segment(0xee, 'Adobe\0d\0\0\0\0\x01')

const chunk = (name: string, content: string) => {
  const head = Buffer.alloc(8)
  head.writeUInt32BE(content.length, 0)
  head.write(name, 4, 'latin1')
  return Buffer.concat([head, Buffer.from(content, 'latin1'), Buffer.from([1, 2, 3, 4])])
}
const riff = (name: string, content: string) => {
  const head = Buffer.alloc(8)
  head.write(name, 0, 'latin1')
  head.writeUInt32LE(content.length, 4)
  return Buffer.concat([head, Buffer.from(content, 'latin1'), Buffer.alloc(content.length % 2)])
}
const webp = (...chunks: Buffer[]) => {
  const body = Buffer.concat([Buffer.from('WEBP', 'latin1'), ...chunks])
  return riff('RIFF', body.toString('latin1'))
}

describe('what a picture says of who took it', () => {
  it('S4-131 is taken out of a JPEG, and the picture stays bit for bit, with its colours and the way that is up', () => {
    const traces = [
      segment(0xe1, exif(6)),
      segment(0xe1, 'http://ns.adobe.com/xap/1.0/\0EIERNAVN'),
      segment(0xed, 'Photoshop EIERNAVN'),
      segment(0xfe, 'EIERNAVN'),
    ]
    const behind = Buffer.concat([start, segment(0xe1, exif(1)), end])
    const whole = Buffer.concat([
      start,
      jfif,
      ...traces,
      profile,
      adobe,
      segment(0xe2, 'MPF\0EIERNAVN'),
      tables,
      frame,
      scan,
      second,
      end,
      behind,
    ])
    const clean = withoutTraces('image/jpeg', whole)
    const way = Buffer.from('ffe10022457869660000' + '4d4d002a00000008' + '0001' + '0112000300000001' + '00060000' + '00000000', 'hex')
    expect(clean).toEqual(Buffer.concat([start, jfif, way, profile, adobe, tables, frame, scan, second, end]))
    expect(clean?.toString('latin1')).not.toContain('EIERNAVN')
    // As usual is not said.
    expect(withoutTraces('image/jpeg', Buffer.concat([start, segment(0xe1, exif(1)), tables, frame, scan, end]))).toEqual(
      Buffer.concat([start, tables, frame, scan, end]),
    )
  })

  it('S4-131 is taken out of a PNG and a WebP', () => {
    const head = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
    const drawn = [chunk('IHDR', 'x'.repeat(13)), chunk('pHYs', 'x'.repeat(9)), chunk('IDAT', 'bilde'), chunk('IEND', '')]
    const traces = ['tEXt', 'zTXt', 'iTXt', 'eXIf', 'tIME', 'vpAg'].map((name) => chunk(name, 'Author\0EIERNAVN'))
    const whole = Buffer.concat([head, ...drawn.slice(0, 2), ...traces, ...drawn.slice(2), Buffer.from('EIERNAVN')])
    expect(withoutTraces('image/png', whole)).toEqual(Buffer.concat([head, ...drawn]))
    const said = webp(riff('VP8X', '\x3c\0\0\0\0\0\0\0\0\0'), riff('VP8L', 'bil'), riff('EXIF', 'EIERNAVN'), riff('XMP ', 'EIERNAVN!'))
    expect(withoutTraces('image/webp', said)).toEqual(webp(riff('VP8X', '\x30\0\0\0\0\0\0\0\0\0'), riff('VP8L', 'bil')))
  })

  it('S4-131 cannot be taken out of a picture that is cut off, or of a type that is not known: it is not taken', () => {
    const whole = Buffer.concat([start, segment(0xe1, exif(6)), tables, frame, scan, end])
    for (let cut = 0; cut < whole.length; cut++) expect(withoutTraces('image/jpeg', whole.subarray(0, cut)), String(cut)).toBeUndefined()
    for (const type of ['image/heic', 'image/tiff', 'image/gif', 'image/constructor']) expect(withoutTraces(type, whole)).toBeUndefined()
    expect(withoutTraces('application/pdf', whole)).toBe(whole)
  })
})
