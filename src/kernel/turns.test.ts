import { expect, it } from 'vitest'
import { turns } from './turns.ts'

const at = (organisationId: string, personId = 'kari') => ({ organisationId, personId })
/** Work that ends when it is told. */
function held() {
  const begun: string[] = []
  const end = new Map<string, () => void>()
  const work = (name: string) => () => {
    begun.push(name)
    return new Promise<string>((resolve) => end.set(name, () => resolve(name)))
  }
  return { begun, work, end: (name: string) => end.get(name)?.() }
}
const settled = () => new Promise((resolve) => setImmediate(resolve))

it('does one at a time, and takes organisations by turns', async () => {
  const take = turns({ atOnce: 1, of: { person: 9, organisation: 9 } })
  const { begun, work, end } = held()
  for (const name of ['a1', 'a2', 'a3']) void take(at('a'), work(name))
  for (const name of ['b1', 'b2']) void take(at('b'), work(name))
  for (const name of ['a1', 'b1', 'a2', 'b2', 'a3']) {
    expect(begun.at(-1)).toBe(name)
    end(name)
    await settled()
  }
})

it('says so at once when one person, or one organisation, has enough under way, and takes them again when it is done', async () => {
  const take = turns({ atOnce: 1, of: { person: 2, organisation: 3 } })
  const { work, end } = held()
  const first = take(at('a'), work('1'))
  void take(at('a'), work('2'))
  expect(take(at('a'), work('3'))).toBe('busy')
  void take(at('a', 'ola'), work('4'))
  expect(take(at('a', 'per'), work('5'))).toBe('busy')
  expect(take(at('b', 'eva'), work('6'))).toBeInstanceOf(Promise)
  end('1')
  expect(await first).toBe('1')
  expect(take(at('a', 'per'), work('7'))).toBeInstanceOf(Promise)
})

it('gives nobody more by the organisations that they name', async () => {
  const take = turns({ atOnce: 1, of: { person: 2, organisation: 40 } })
  const { work } = held()
  void take(at('a', '192.0.2.1'), work('1'))
  void take(at('made-up', '192.0.2.1'), work('2'))
  expect(take(at('another', '192.0.2.1'), work('3'))).toBe('busy')
  expect(take(at('a', '192.0.2.2'), work('4'))).toBeInstanceOf(Promise)
})

it('goes on after what fails', async () => {
  const take = turns({ atOnce: 1, of: { person: 2, organisation: 2 } })
  const fails = take(at('a'), () => Promise.reject(new Error('broken')))
  const after = take(at('a'), async () => 'done')
  await expect(fails).rejects.toThrow('broken')
  expect(await after).toBe('done')
})
