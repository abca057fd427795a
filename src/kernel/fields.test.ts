import { expect, test } from 'vitest'
import { type Fields, parse } from './fields.ts'

const fields = {
  noticeHours: { kind: 'whole', unit: 'hours', min: 1, max: 720 },
  retentionDays: { kind: 'whole', unit: 'days', min: 0, max: 3650 },
  edition: { kind: 'whole', min: 0, max: 999 },
} as const satisfies Fields
const read = (form: Record<string, string>) => parse(fields, form)

test.each([
  ['noticeHours', '24 timer', 24],
  ['noticeHours', '24 timar', 24],
  ['noticeHours', '24t', 24],
  ['noticeHours', '1 time', 1],
  ['noticeHours', '48 hours', 48],
  ['retentionDays', '7 dager', 7],
  ['retentionDays', '1 000 dagar', 1000],
  ['retentionDays', '3 døgn', 3],
] as const)('%s: «%s» is %i, with the word people write behind it', (name, written, value) =>
  expect(read({ [name]: written }).values[name]).toBe(value),
)

test.each([
  ['noticeHours', '2 dager'],
  ['retentionDays', 'en uke'],
  ['edition', '3 dager'],
  ['noticeHours', 'timer'],
] as const)('%s: «%s» is refused: two days are not two hours', (name, written) =>
  expect(read({ [name]: written }).problems).toMatchObject([{ field: name, code: 'notWhole' }]),
)
