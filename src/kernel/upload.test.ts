import { existsSync } from 'node:fs'
import { readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { mostOf, receive } from './upload.ts'

const limits = { bytes: 100_000, files: 3 }
const folder = () => join(tmpdir(), `varde-upload-${crypto.randomUUID()}`)
const part = (name: string) => `--skille\r\nContent-Disposition: form-data; name="filer"; filename="${name}"\r\n\r\n`
const end = '\r\n--skille--\r\n'
const piece = 'x'.repeat(20_000)

/** A form that comes bit by bit and says no length, as a proxy may send it on. */
function form(bits: AsyncIterable<string> | Iterable<string>): Request {
  const steps = Symbol.asyncIterator in bits ? bits[Symbol.asyncIterator]() : bits[Symbol.iterator]()
  const body = new ReadableStream<Uint8Array>({
    pull: async (more) => {
      const { done, value } = await steps.next()
      if (done) more.close()
      else more.enqueue(new TextEncoder().encode(value))
    },
  })
  const headers = { 'content-type': 'multipart/form-data; boundary=skille' }
  return new Request('http://127.0.0.1/', { method: 'POST', body, headers, duplex: 'half' } as RequestInit)
}

test('G-21 what comes bit by bit lies on the disk as it was sent', async () => {
  const here = folder()
  const { files } = await receive(form([part('a.txt'), piece, piece, `\r\n${part('b.txt')}`, 'b', end]), here, limits)
  expect(files.map(({ name, size }) => [name, size])).toEqual([
    ['a.txt', 40_000],
    ['b.txt', 1],
  ])
  expect(await readFile(files[0]?.path ?? '', 'utf8')).toBe(piece + piece)
  await rm(here, { recursive: true })
})

test('G-21 a form that breaks off in the middle of a file is answered at once, and leaves nothing on the disk', async () => {
  const here = folder()
  async function* breaksOff() {
    yield part('lang.txt') + piece
    await new Promise((later) => setTimeout(later, 30))
    throw new Error('the connection was lost')
  }
  await expect(receive(form(breaksOff()), here, limits)).rejects.toMatchObject({ name: 'UnreadableForm' })
  expect(existsSync(here)).toBe(false)
}, 3000)

test('G-21 a disk that takes no more is told as the disk’s fault when all has come, and leaves nothing', async () => {
  const here = folder()
  let came = 0
  async function* whileTheDiskGoes() {
    yield part('a.txt') + piece
    await new Promise((later) => setTimeout(later, 30))
    await rm(here, { recursive: true })
    yield `\r\n${part('b.txt')}`
    for (; came < 4; came++) yield piece
    yield end
  }
  await expect(receive(form(whileTheDiskGoes()), here, limits)).rejects.toMatchObject({ code: 'ENOENT' })
  expect(came).toBe(4)
  expect(existsSync(here)).toBe(false)
}, 3000)

test('G-21 a form without a length is read no longer than it may be, and leaves nothing', async () => {
  const here = folder()
  let came = 0
  function* endless() {
    yield part('a.txt')
    for (;;) {
      came += piece.length
      yield piece
    }
  }
  await expect(receive(form(endless()), here, limits)).rejects.toMatchObject({ name: 'FormTooLarge' })
  expect(came).toBeLessThan(mostOf(limits) + 500_000)
  expect(existsSync(here)).toBe(false)
}, 3000)

test('one file past what it may hold is named, and the others are kept', async () => {
  const here = folder()
  const { files, refused } = await receive(
    form([part('stor.txt'), ...Array(6).fill(piece), `\r\n${part('b.txt')}`, 'b', end]),
    here,
    limits,
  )
  expect(refused).toEqual(['stor.txt'])
  expect(files.map(({ name }) => name)).toEqual(['b.txt'])
  expect(await readdir(here)).toHaveLength(1)
  await rm(here, { recursive: true })
})
