import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { parse } from './fields.ts'
import { asMeant, asMeantOrLess, isSeen } from './written.ts'

const meant = (raw: string) => {
  const read = asMeant(raw)
  return read.ok ? read.text : read
}

describe('what people paste', () => {
  test.each([
    ['a line break from a presentation', 'Første linje\u000bAndre linje', 'Første linje\nAndre linje'],
    ['a page break', 'Side 1\fSide 2', 'Side 1\nSide 2'],
    ['line and paragraph separators', 'a\u2028b\u2029c\u0085d', 'a\nb\nc\nd'],
    ['a path copied from Windows', '\u202aC:\\Brukere\\felles\\liste.xlsx\u202c', 'C:\\Brukere\\felles\\liste.xlsx'],
    ['a number copied from a contact', '\u202d412 34 567\u202c', '412 34 567'],
    ['isolated text', 'Fra \u2068ola@example.no\u2069 i dag', 'Fra ola@example.no i dag'],
    ['a byte order mark', '\ufeffHei', 'Hei'],
    ['soft hyphens', 'barne\u00advern\u00adtenesta', 'barneverntenesta'],
    ['zero width signs', 'ord\u200b\u2060 og\u200d ord\u200c', 'ord og ord'],
    ['direction marks in a Norwegian text', 'Sak\u200e 12\u200f', 'Sak 12'],
    [
      'bullets of Word',
      '\uf0b7\tFørste\n\uf0a7\tAndre\n\uf0d8 Tredje\n\uf0fc Fjerde',
      '\u2022\tFørste\n\u25aa\tAndre\n\u27a2 Tredje\n\u2713 Fjerde',
    ],
    ['arrows of Word', 'A \uf0e0 B \uf0df C \uf0ae D', 'A \u2192 B \u2190 C \u2192 D'],
    ['a bullet nobody knows', '\ue123 Punkt', '\u2022 Punkt'],
    ['a private letter in a word', 'or\ue123d', 'ord'],
    ['the place of a picture', 'Se \ufffc her', 'Se  her'],
    ['Windows letters read wrongly', 'Ola\u0092s \u0096 \u0093ja\u0094', 'Ola’s – “ja”'],
    ['the cell mark and the hyphens of Word', 'a\u0007b\u001ec\u001fd', 'ab-cd'],
    ['half a letter', 'a\ud800b', 'a\ufffdb'],
    ['letters in two parts', 'Åse Kjær'.normalize('NFD'), 'Åse Kjær'],
  ])('%s is read', (_what, raw, text) => {
    expect(meant(raw)).toBe(text)
  })

  test.each([
    ['Sámi', 'Áilu Đoŋká Ŧeŋná Čáppa'],
    ['Vietnamese', 'Nguyễn Thị Hường'],
    ['a letter with a mark of its own', 'Ra\u030a\u0301 X\u0327'.normalize('NFC')],
    ['Persian with its zero width non-joiner', 'علی\u200cرضا می\u200cخواهد'],
    ['Hindi with its joiner', 'क्\u200dष'],
    ['Sinhala', 'ක්\u200dරිස්තු'],
    ['Arabic with direction marks', 'رقم\u200f 12\u200e'],
    ['Hebrew', 'שָׁלוֹם'],
    ['Tamil', 'தமிழ்'],
    ['a family', 'Hei 👨\u200d👩\u200d👧\u200d👦'],
    ['a judge, a heart, a flag', '👩🏽\u200d⚖\ufe0f ❤\ufe0f 🇳🇴 🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}'],
    ['a key', '1\ufe0f\u20e3'],
    ['an old Chinese form', '葛\u{fe00}'],
    ['a tab and a hard space', 'a\tb\u00a0c'],
  ])('%s stays as it is', (_what, text) => {
    expect(meant(text)).toBe(text)
  })

  test.each([
    ['reversed text', 'Linje\nfaktura\u202egnp.exe', { line: 2, around: 'faktura\u25afgnp.exe' }],
    ['letters nobody sees', 'Se her\u{e0073}\u{e006b}\u{e006a}\u{e0075}lt', { line: 1, around: 'Se her\u25aflt' }],
    ['a null', 'a\u0000b', { line: 1, around: 'a\u25afb' }],
    ['what a terminal obeys', 'a\u001b[2Jb', { line: 1, around: 'a\u25af[2Jb' }],
  ])('%s is refused, and where it stands is told', (_what, raw, hidden) => {
    expect(meant(raw)).toEqual({ ok: false, hidden })
  })

  it('a second reading changes nothing, and nothing is left that hides', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (raw) => {
        const read = asMeant(raw)
        if (!read.ok) return
        expect(asMeant(read.text)).toEqual(read)
        expect(read.text).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u00ad\u200b\ufeff]/)
      }),
      { numRuns: 2000 },
    )
  })

  it('is read in every kind of field', () => {
    const fields = {
      line: { kind: 'text', max: 20 },
      text: { kind: 'text', max: 50, long: true },
      many: { kind: 'whole', min: 0, max: 99 },
      on: { kind: 'date' },
      at: { kind: 'instant' },
      one: { kind: 'choice', of: ['ja'] },
      unit: { kind: 'reference' },
      units: { kind: 'references' },
    } as const
    const id = '01976f9e-8f3a-7abc-8def-0123456789ab'
    const pasted = {
      line: 'a\u000bb\r\n',
      text: 'a\u000bb',
      many: '\u202a12\u202c',
      on: '\ufeff27.11.26\u200e',
      at: '\u202a27.11.26 kl. 14.05\u202c',
      one: 'ja\u200b',
      unit: `\u200b${id}`,
      units: [id, '', id],
    }
    expect(parse(fields, pasted)).toEqual({
      values: {
        line: 'a b',
        text: 'a\nb',
        many: 12,
        on: '2026-11-27',
        at: new Date('2026-11-27T13:05:00Z'),
        one: 'ja',
        unit: id,
        units: [id],
      },
      problems: [],
    })
    expect(parse(fields, { units: [id, 'a'] })).toMatchObject({ values: { units: [] }, problems: [{ field: 'units', code: 'notARecord' }] })
    expect(parse(fields, { line: '\u200b\u2060', text: '\u3164\u2800 \u0301' }).values).toMatchObject({ line: null, text: null })
    expect(parse(fields, { text: 'a\nb\u202ec' }).problems).toEqual([
      { field: 'text', code: 'controlCharacters', line: 2, around: 'b\u25afc' },
    ])
  })

  it('a search and an address are read too, and a name of unseen signs is no name', () => {
    expect(asMeantOrLess('\u202aSak\u00ad 2026-0013\u202c')).toBe('Sak 2026-0013')
    expect(asMeantOrLess('a\u202eb')).toBe('ab')
    for (const none of ['', ' \u00a0', '\u200b', '\u3164', '\u2800', '\ufe0f', '\u0301', '\u034f\u115f']) {
      expect(isSeen(none)).toBe(false)
      expect(asMeantOrLess(none)).toBe('')
    }
    for (const name of ['Ø', '李', '\u0e01', '7', '🙂']) expect(isSeen(name)).toBe(true)
  })
})

describe('dates and years as people write them', () => {
  const fields = { on: { kind: 'date' }, at: { kind: 'instant' } } as const

  test.each([
    ...[
      '27.11.2026',
      '27.11.26',
      '27.11.26.',
      '27. 11. 2026',
      '27/11/2026',
      '27/11-26',
      '27-11-2026',
      '27–11–2026',
      '2026-11-27',
      '2026.11.27',
    ],
    ...['20261127', '271126', '27112026', '27. november 2026', '27 nov 26', '27. nov. 2026', '27th November 2026'],
  ])('%s is a day in November', (on) => expect(parse(fields, { on })).toEqual({ values: { on: '2026-11-27', at: null }, problems: [] }))

  test.each([
    '27.11.26 14:05',
    '27.11.2026 kl. 14.05',
    '27/11-26 1405',
    '27. november 2026 klokka 14.05',
    '2026-11-27T14:05',
    '27.11.26, 14:05:00',
  ])('%s is five past two', (at) => expect(parse(fields, { at }).values.at).toEqual(new Date('2026-11-27T13:05:00Z')))

  test.each(['snart', '32.11.26', '27.13.26', '27.11', '11.2026', '1.1.1.26', '27 foo 2026'])('%s is no day', (on) =>
    expect(parse(fields, { on }).problems).toEqual([{ field: 'on', code: 'notDate' }]),
  )

  test.each([
    ['0026-11-27', 26, 2026],
    ['1926-11-27', 1926, 2026],
    ['27.11.1926', 1926, 2026],
    ['2126-11-27', 2126, 2026],
  ])('the year of %s is asked about', (on, year, meant) => {
    expect(parse(fields, { on }).problems).toEqual([{ field: 'on', code: 'yearOff', year, meant }])
    if (on.startsWith('0') || on.startsWith('1'))
      expect(parse(fields, { at: `${on}T14:05` }).problems).toEqual([{ field: 'at', code: 'yearOff', year, meant }])
  })
})
