import { expect, it } from 'vitest'
import { ownerMark, placeMark, textsIn, writerMark, writerOf } from './rules.ts'

const key = Buffer.alloc(32, 3)
const one = { organisationId: '01890000-0000-7000-8000-000000000001', personId: '01890000-0000-7000-8000-000000000002' }
const other = { ...one, personId: '01890000-0000-7000-8000-000000000003' }

it('the mark of a writer says who it is to the house alone, and is another on each page', () => {
  const marks = [writerMark(key, one), writerMark(key, one)]
  expect(marks[0]).not.toBe(marks[1])
  for (const writer of marks) {
    expect(writerOf(key, { writer })).toEqual(one)
    expect(writerOf(Buffer.alloc(32, 4), { writer })).toBeNull()
    expect(writerOf(key, { writer: `${writer.slice(0, -2)}AA` })).toBeNull()
  }
})
it('owner and place are marks of one person, organisation and address', () => {
  const marks = [
    ownerMark(key, one),
    ownerMark(key, other),
    ownerMark(key, { ...one, organisationId: other.personId }),
    placeMark(key, one, '/a'),
    placeMark(key, one, '/b'),
    placeMark(key, other, '/a'),
  ].map((mark) => mark.toString('hex'))
  expect(new Set(marks).size).toBe(marks.length)
  expect(ownerMark(key, one)).toEqual(ownerMark(key, { ...one }))
})
it('what its writer recognises it by is the text, and nothing that the page hid in it', () => {
  expect(
    textsIn({ writer: 'x y z x y z x y z', opened: 'a:1 b:2 c:3 d:4', version: '3', what: 'Vi sendte brevet feil.', sort: 'ja' }),
  ).toEqual(['Vi sendte brevet feil.'])
})
