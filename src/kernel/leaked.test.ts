import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import { leakedIn, nothingLeaked } from './leaked.ts'

const sumOf = (password: string) => createHash('sha1').update(password).digest('hex').toUpperCase()
const fileOf = (text: string): string => {
  const folder = mkdtempSync(join(tmpdir(), 'varde-leaked-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  writeFileSync(join(folder, 'sums'), text)
  return join(folder, 'sums')
}

test('every password whose sum stands in the file is found, and no other, however its lines end', async () => {
  const leaked = Array.from({ length: 300 }, (_, n) => `lekket passord nummer ${n}`)
  const sums = leaked.map(sumOf).toSorted()
  for (const text of [
    sums.join('\n'),
    `${sums.map((sum, n) => `${sum}:${n ** 3}`).join('\r\n')}\r\n`,
    `${sums.join('\n').toLowerCase()}\n`,
  ]) {
    const isLeaked = leakedIn(fileOf(text))
    for (const password of leaked) expect(await isLeaked(password), password).toBe(true)
    for (let n = 0; n < 300; n++) expect(await isLeaked(`ikke lekket ${n}`)).toBe(false)
  }
})

test('a file of any number of lines, from none', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(fc.string({ minLength: 1 }), { maxLength: 12 }), async (passwords) => {
      const written = passwords.map((one) => one.normalize('NFC'))
      const isLeaked = leakedIn(fileOf([...new Set(written.map(sumOf))].toSorted().join('\n')))
      for (const one of passwords) expect(await isLeaked(one)).toBe(true)
      expect(await isLeaked(`${passwords.join('')} og mer`)).toBe(false)
    }),
    { numRuns: 40 },
  )
})

test('where no file is set nothing is known; one that is none is said to be none, and what was asked is not said', async () => {
  expect(await nothingLeaked('passord123456789')).toBe(false)
  await expect(leakedIn('/nowhere/sums')('hemmelig')).rejects.toThrow(/ENOENT/)
  await expect(leakedIn(fileOf('passord\nhemmelig\n'))('hemmelig')).rejects.toThrow(/^The file of LEAKED_PASSWORDS holds a line/)
})
