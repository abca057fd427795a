import { expect, it } from 'vitest'
import { fingerprintOf, sameAsSeen } from './seen.ts'

it('S4-023 a part that another has touched is not as it was seen; a case in which another part was touched is', () => {
  const seen = { version: 3, fingerprint: fingerprintOf(['a', null]) }
  expect(sameAsSeen(seen, 3, ['b', null])).toBe(true)
  expect(sameAsSeen(seen, 4, ['a', null])).toBe(true)
  expect(sameAsSeen(seen, 4, ['b', null])).toBe(false)
  expect(sameAsSeen({ version: 3, fingerprint: null }, 4, ['a', null])).toBe(false)
})

it('tells contents apart by the smallest difference', () => {
  const marks = new Set(Array.from({ length: 5000 }, (_, n) => fingerprintOf([`tekst ${n}`, n % 2 === 0])))
  expect(marks.size).toBe(5000)
  expect(fingerprintOf([null])).not.toBe(fingerprintOf(['']))
})
