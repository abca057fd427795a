import { expect, it } from 'vitest'
import { carried, carry, type Use } from './carried.ts'
import type { House } from './ctx.ts'

const house = { houseKey: Buffer.alloc(32, 7) } as unknown as House
const now = new Date('2026-11-30T12:00:00Z')
const after = (minutes: number) => ({ house, now: new Date(now.getTime() + minutes * 60_000) })
const use: Use = { name: 'a form begun', whose: 'somebody', minutes: 5 }
const letters = carry({ house, now }, use, { asked: ['a', 'b'] })

it('comes back as it was, for a while', () => {
  expect(carried(after(4.9), use, letters)).toEqual({ asked: ['a', 'b'] })
  expect(carried(after(5), use, letters)).toBeUndefined()
})

it('is worth nothing before it was given: a clock was put back', () => {
  expect(carried(after(-5), use, letters)).toBeUndefined()
})

it('is of one person and for one use', () => {
  expect(carried(after(0), { ...use, whose: 'another' }, letters)).toBeUndefined()
  expect(carried(after(0), { ...use, name: 'another use' }, letters)).toBeUndefined()
})

it.each([null, '', 'x', letters.slice(1), `${letters}=`, `${letters} `, letters.replace(/^./, (first) => (first === 'A' ? 'B' : 'A'))])(
  'is none of ours: %j',
  (other) => {
    expect(carried(after(0), use, other)).toBeUndefined()
  },
)

it('tells neither what it is nor, in whole blocks, how long', () => {
  expect(Buffer.from(letters, 'base64url').toString('latin1')).not.toContain('asked')
  const lengths = ['a', 'a somewhat longer name'].map((name) => carry({ house, now }, { ...use, block: 128 }, name).length)
  expect(new Set(lengths).size).toBe(1)
})
