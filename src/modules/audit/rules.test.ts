import { describe, expect, test } from 'vitest'
import { addressOf, csvOf, noFilter, periodOf, readFilter, readPlace, usedFilters } from './rules.ts'

const isKind = (text: string) => text === 'lukket'
const id = '019ac000-0000-7000-8000-000000000001'
const other = '019ac000-0000-7000-8000-000000000002'

describe('What is asked of the log', () => {
  test('is read from the address and written back the same', () => {
    const filter = { from: '2026-11-01', to: '2026-11-30', kind: 'lukket', subject: '2026/7', persons: [id, other] }
    expect(readFilter(new URL(addressOf('/logg', filter), 'https://varde.test').searchParams, isKind)).toEqual(filter)
    expect(usedFilters(filter)).toEqual(['from', 'to', 'kind', 'subject', 'persons'])
    expect(addressOf('/logg', noFilter)).toBe('/logg')
  })

  test('what cannot be read is not asked; a person who is not here finds nobody', () => {
    expect(readFilter(new URLSearchParams('fra=30.02.2026&til=x&hendelse=tull'), isKind)).toEqual(noFilter)
    expect(addressOf('/logg', { ...noFilter, persons: [] })).toBe('/logg?person=ingen')
    expect(readFilter(new URLSearchParams('person=ingen'), isKind).persons).toEqual([])
  })

  test('days are whole days in Oslo, also the day of 25 hours', () => {
    expect(periodOf({ from: '2026-10-25', to: '2026-10-25' })).toEqual({
      since: new Date('2026-10-24T22:00:00Z'),
      before: new Date('2026-10-25T23:00:00Z'),
    })
    expect(periodOf(noFilter)).toEqual({ since: null, before: null })
  })

  test('a page goes on where the last one ended', () => {
    const at = new Date('2026-11-27T12:00:00.123Z')
    const href = addressOf('/logg', { ...noFilter, kind: 'a' }, { at, id })
    expect(readPlace(new URL(href, 'https://varde.test').searchParams.get('etter'))).toEqual({ at, id })
    for (const wrong of [null, '', 'x', `x_${id}`, '2026-11-27T12:00:00Z_x']) expect(readPlace(wrong)).toBeNull()
  })
})

test('a cell that begins like a formula is text, and separators stay inside their cell', () => {
  expect(csvOf([['=1+1', '-2', '@x', 'a;b', 'say "hi"', 'å\nb']])).toBe(`\ufeff'=1+1;'-2;'@x;"a;b";"say ""hi""";"å\nb"\r\n`)
})
