import { randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { expect, it } from 'vitest'
import { openingContent, sealingContent } from './sealed-content.ts'

const key = Buffer.alloc(32, 7)
const piece = 64 * 1024
const sealed = (bytes: Buffer, about = 'a') => buffer(Readable.from([bytes]).pipe(sealingContent(key, about)))
/** As it comes from a disk: in parts of any size. */
const partsOf = (bytes: Buffer, size: number) =>
  Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) => bytes.subarray(at * size, (at + 1) * size))
const opened = (bytes: Buffer, { about = 'a', with_ = key, size = 60_001 } = {}) =>
  buffer(Readable.from(partsOf(bytes, size)).pipe(openingContent(with_, about)))

it('G-02 the content of a file comes back as it was, whatever its length and in whatever parts it comes', async () => {
  for (const length of [1, 15, piece - 1, piece, piece + 1, 2 * piece, 3 * piece + 17]) {
    const bytes = randomBytes(length)
    const lying = await sealed(bytes)
    for (const size of [1 + (length % 7), 60_001, 1 << 20])
      expect((await opened(lying, { size: Math.max(size, 1) })).equals(bytes), `${length} ${size}`).toBe(true)
  }
  const text = Buffer.from('Kanarifugl i et vedlegg')
  expect((await sealed(text)).includes('Kanarifugl')).toBe(false)
  expect((await sealed(text)).equals(await sealed(text, 'b'))).toBe(false)
})

it('G-02 changed, cut short, lengthened, in another order, under another key or as another file, it is not opened to its end', async () => {
  const lying = await sealed(randomBytes(3 * piece + 17))
  const whole = piece + 16
  const at = (number: number) => lying.subarray(4 + number * whole, 4 + (number + 1) * whole)
  const changed = (offset: number) => {
    const other = Buffer.from(lying)
    other[offset] = (other[offset] ?? 0) ^ 1
    return other
  }
  const wrong: readonly Buffer[] = [
    changed(0),
    changed(4),
    changed(whole + 100),
    changed(lying.length - 1),
    lying.subarray(0, 4),
    lying.subarray(0, 3),
    lying.subarray(0, 4 + whole),
    lying.subarray(0, 4 + 3 * whole),
    lying.subarray(0, -1),
    Buffer.concat([lying, Buffer.from([0])]),
    Buffer.concat([lying.subarray(0, 4), at(1), at(0), at(2), at(3)]),
    Buffer.concat([lying.subarray(0, 4), at(0), at(2), at(3)]),
    Buffer.concat([lying.subarray(0, 4), at(0), at(0), at(1), at(2), at(3)]),
    Buffer.from('clear text that somebody laid there'),
  ]
  for (const [n, bytes] of wrong.entries()) await expect(opened(bytes), String(n)).rejects.toThrow()
  await expect(opened(lying, { about: 'b' })).rejects.toThrow()
  await expect(opened(lying, { with_: Buffer.alloc(32, 8) })).rejects.toThrow()
  expect((await opened(lying)).length).toBe(3 * piece + 17)
})
