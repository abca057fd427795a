import { Secret } from 'otpauth'
import { expect, it } from 'vitest'
import { newRecoveryCodes, newSecret, pictureOf, plainRecovery, stepOf } from './code.ts'

it('a code is that of RFC 6238, of its half minute and the one on each side', () => {
  // Appendix B of RFC 6238: the last six of 94287082, at 59 seconds.
  const secret = Secret.fromLatin1('12345678901234567890').base32
  const at = (seconds: number) => stepOf(secret, '287 082', new Date(seconds * 1000))
  expect([at(59), at(30), at(29), at(0), at(60), at(89), at(90)]).toEqual([1, 1, 1, 1, 1, 1, null])
  for (const wrong of ['287083', '28708', '2870820', '', 'abcdef', '２８７０８２'])
    expect(stepOf(secret, wrong, new Date(59_000))).toBeNull()
})

it('secrets and recovery codes are new each time, and a recovery code is read however it is typed', () => {
  expect(newSecret()).not.toBe(newSecret())
  expect(newSecret()).toMatch(/^[A-Z2-7]{32}$/)
  const codes = newRecoveryCodes()
  expect(new Set(codes).size).toBe(10)
  const [first = ''] = codes
  expect(first).toMatch(/^([A-Z2-7]{4}-){3}[A-Z2-7]{4}$/)
  expect(plainRecovery(` ${first.toLowerCase().replaceAll('-', ' ')} `)).toBe(first)
  expect(plainRecovery('123456')).toBeNull()
  expect(pictureOf(newSecret(), 'noen@prove.example')).toMatch(/^data:image\/gif;base64,/)
})
