import { expect, it } from 'vitest'
import { seal } from '../../kernel/seal.ts'
import { hasAnswers, ownerMark, pageOf, placeMark, textsIn, without, writerMark, writerOf } from './rules.ts'

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
it('the mark says which page the form was filled in at, where that has room in it, and whose all the same', () => {
  const page = (address: string) => {
    const form = { writer: writerMark(key, one, address) }
    expect(writerOf(key, form)).toEqual(one)
    return [pageOf(key, form), form.writer.length]
  }
  const [, length] = page('')
  expect(page('')[0]).toBeNull()
  expect(page('/personer/ny?enhet=1')).toEqual(['/personer/ny?enhet=1', length])
  expect(page('/'.padEnd(182, 'x'))).toEqual(['/'.padEnd(182, 'x'), length])
  expect(page('/'.padEnd(183, 'x'))).toEqual([null, length])
  expect(pageOf(Buffer.alloc(32, 4), { writer: writerMark(key, one, '/personer/ny') })).toBeNull()
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

it('a mark that is sealed and names no two people is nobody’s, and what is no mark is not tried', () => {
  const sealed = (text: string) => seal(key, text, 'writer').toString('base64url')
  for (const text of [`${one.organisationId} x`, `x ${one.personId}`, `${one.organisationId}`, 'x y'.padEnd(60, 'z')])
    expect([text, writerOf(key, { writer: sealed(text) })]).toEqual([text, null])
  for (const writer of [undefined, [writerMark(key, one)], '', 'x', 'x'.repeat(401)]) expect(writerOf(key, { writer })).toBeNull()
})
it('a text is several words, of some length, in any of a field’s answers', () => {
  const texts = (what: string | readonly string[] | undefined) => textsIn({ what })
  expect(texts(['Vi sendte brevet feil.', 'Og vi angrer på det.'])).toEqual(['Vi sendte brevet feil.', 'Og vi angrer på det.'])
  expect(texts(undefined)).toEqual([])
  expect(texts('Fredrikstad-kontoret')).toEqual([])
  expect(texts('En to tre')).toEqual([])
  expect(texts('abcdef ghijk')).toEqual([])
  expect(texts('abcdef ghijkl')).toEqual(['abcdef ghijkl'])
  expect(texts('   abc def        ')).toEqual([])
  expect(texts('     Fredrikstadkontoret     ')).toEqual([])
  for (const hidden of ['writer', 'opened', 'fingerprint', 'version', 'id'])
    expect(textsIn({ [hidden]: 'Vi sendte brevet feil.' })).toEqual([])
})
it.each([
  ['nothing is asked', {}, false],
  ['all is left blank', { what: '', where: '', also: ['', ''] }, false],
  ['a question is not sent at all', { what: undefined }, false],
  ['only what the page hid in it', { writer: 'x', opened: 'x', fingerprint: 'x', version: '3', id: 'x' }, false],
  ['only the button that was pressed', { svar: 'lagre' }, false],
  ['one word', { what: 'Brevet' }, true],
  ['the last question alone', { version: '3', svar: 'lagre', what: '', where: 'Oslo' }, true],
  ['one tick of several', { also: ['', 'post'] }, true],
] as const)('a page that was left is worth keeping once somebody has answered: %s', (_, form, worth) => {
  expect(hasAnswers(form)).toBe(worth)
})
it('the form is sent again without what the page puts in itself, and with all else', () => {
  expect(without({ writer: 'a', what: 'b', also: ['c'] }, 'writer')).toEqual({ what: 'b', also: ['c'] })
  expect(without({ what: 'b' }, 'writer')).toEqual({ what: 'b' })
})
