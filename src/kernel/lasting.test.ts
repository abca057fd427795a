import { expect, it } from 'vitest'
import type { Tx } from './ctx.ts'
import { isIn, readForGood } from './lasting.ts'

const transaction = (database: object): Tx => {
  const tx = {} as Tx
  isIn(tx, database)
  return tx
}

it('is read once in a database, whichever transaction asks, and again in another database', async () => {
  const [one, other] = [{}, {}]
  const reads: string[] = []
  const read = (where: string) => async () => {
    reads.push(where)
    return where
  }
  const kept = { kind: 'profile', key: 'a:1', most: 10 }
  expect(await readForGood(transaction(one), kept, read('one'))).toBe('one')
  expect(await readForGood(transaction(one), kept, read('one'))).toBe('one')
  expect(await readForGood(transaction(other), kept, read('other'))).toBe('other')
  expect(await readForGood(transaction(one), { ...kept, kind: 'logo' }, read('logo'))).toBe('logo')
  expect(reads).toEqual(['one', 'other', 'logo'])
})

it('asks again for what was not there, and keeps no more than it may', async () => {
  const database = {}
  const kept = (key: string) => ({ kind: 'logo', key, most: 2 })
  expect(await readForGood(transaction(database), kept('a'), async () => undefined)).toBeUndefined()
  for (const key of ['a', 'b', 'c']) expect(await readForGood(transaction(database), kept(key), async () => key)).toBe(key)
  expect(await readForGood(transaction(database), kept('c'), async () => 'again')).toBe('c')
  expect(await readForGood(transaction(database), kept('a'), async () => 'again')).toBe('again')
})
