import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isPacked, isProgram, mayOpen, safeName, stateAfter } from './rules.ts'

describe('what a file is', () => {
  it('programs are told apart from what a case needs', () => {
    expect(['application/x-msdownload', 'application/x-elf', 'application/pdf', 'text/plain'].map(isProgram)).toEqual([
      true,
      true,
      false,
      false,
    ])
  })
})

it.each([
  ['winmail.dat', true],
  ['WINMAIL.DAT', true],
  ['winmail (2).dat', true],
  ['vedlegg.tnef', true],
  ['winmail.pdf', false],
  ['min-winmail.dat', false],
])('%s is what an office program packs: %s', (name, packed) => expect(isPacked(name)).toBe(packed))

describe('a name', () => {
  it.each([
    ['Skjermbilde 2026-03-01.png', 'Skjermbilde 2026-03-01.png'],
    ['C:\\Users\\lærer\\liste.xlsx', 'liste.xlsx'],
    ['../../etc/passwd', 'passwd'],
    ['faktura\u202Efdp.exe', 'fakturafdp.exe'],
    ['a\u0000b.pdf', 'ab.pdf'],
    ['CON', '_CON'],
    ['lpt1.txt', '_lpt1.txt'],
    ['com9', '_com9'],
    ['console.txt', 'console.txt'],
    ['falcon.pdf', 'falcon.pdf'],
    ['comx.txt', 'comx.txt'],
    ['to  ord\t\tog  tre.txt', 'to ord og tre.txt'],
    ['liste<1>.txt', 'liste_1_.txt'],
    ['  ..skjult. ', 'skjult'],
    ['\u200B\u2060', 'uten navn'],
    ['', 'uten navn'],
  ])('%j is shown as %j', (given, shown) => expect(safeName(given, 'uten navn')).toBe(shown))

  it('that is too long keeps its ending', () => {
    const name = safeName(`${'æ'.repeat(300)}.xlsx`, '')
    expect([...name]).toHaveLength(120)
    expect(name).toMatch(/æ\.xlsx$/)
    expect([...safeName(`v1.2 ${'æ'.repeat(300)}.docx`, '')].slice(0, 5).join('')).toBe('v1.2 ')
    expect(safeName(`v1.2 ${'æ'.repeat(300)}.docx`, '')).toMatch(/æ\.docx$/)
    // What is cut ends in a word and no space before its ending; one without an ending is only cut.
    expect(safeName(`${'a'.repeat(114)} ${'b'.repeat(50)}.xlsx`, '')).toBe(`${'a'.repeat(114)}.xlsx`)
    expect(safeName('a'.repeat(121), '')).toBe('a'.repeat(120))
    expect(safeName('a'.repeat(120), '')).toBe('a'.repeat(120))
    expect(safeName(`${'a'.repeat(130)}.en-to`, '')).toBe('a'.repeat(120))
  })
  it('is never a path, never empty, never hidden, whatever the browser says', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (given) => {
        const name = safeName(given, 'x')
        expect(name).not.toMatch(/[/\\\p{Cc}\p{Cf}]|^\.|^$/u)
        expect([...name].length).toBeLessThanOrEqual(120)
      }),
    )
  })
})

describe('what may be opened', () => {
  it.each([
    ['clean', null, true],
    ['unscanned', null, true],
    ['waiting', null, false],
    ['infected', null, false],
    ['clean', new Date(), false],
  ] as const)('%s, removed %s: %s', (state, removedAt, may) => expect(mayOpen({ state, removedAt })).toBe(may))

  it.each([
    ['stream: OK', 'clean'],
    ['stream: Win.Test.EICAR_HDB-1 FOUND', 'infected'],
    ['stream: OK ', undefined],
    ['other stream: Win.Test FOUND', undefined],
    ['stream: Win.Test FOUND later', undefined],
    ['stream: OKAY', undefined],
    ['INSTREAM size limit exceeded. ERROR', undefined],
    ['COMMAND READ TIMED OUT', undefined],
    ['', undefined],
  ])('the scanner says %j: %s', (answer, state) => expect(stateAfter(answer)).toBe(state))
})
