import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { placeInside } from './place.ts'

const own = 'https://varde.example'

describe('where somebody is sent on to', () => {
  it('is an address of our own', () => {
    const all = ['/', '/avvik/ny', '/avvik?status=open&side=2', '/systemer#topp', '/avvik/1?til=%2Favvik%3Fa%3Db', '/logg?ord=a-_b']
    expect(all.map(placeInside)).toEqual(all)
    expect(placeInside('/søk?a=æ ø')).toBe('/s%C3%B8k?a=%C3%A6%20%C3%B8')
  })

  it.each([
    '',
    'avvik',
    'https://ond.example/',
    '//ond.example',
    '///ond.example',
    '/\\ond.example',
    '\\\\ond.example',
    '/\t/ond.example',
    '/\n/ond.example',
    '\t//ond.example',
    ' //ond.example',
    '/\r\nset-cookie: a=b',
    '/\u0000',
    '/\u007f/ond.example',
    '/\u2028/ond.example',
    '/%2F/ond.example',
    '/%2f%2fond.example',
    '/%5Cond.example',
    '/%09/ond.example',
    '/%0d%0aset-cookie:a=b',
    '/%252f%252fond.example',
    '/..//ond.example',
    '/.//ond.example',
    '/avvik/..//ond.example',
    '/%',
    'javascript:alert(1)',
    `/${'a'.repeat(2001)}`,
  ])('%j leads to the front page', (to) => {
    expect(placeInside(to)).toBe('/')
  })

  it('never leads out of the house, and fits a header, whatever is posted', () => {
    const piece = fc.constantFrom(
      '/',
      '\\',
      '\t',
      '\n',
      '%2f',
      '%5c',
      '%09',
      '..',
      '.',
      'ond.example',
      '@',
      ':',
      '?',
      '#',
      ' ',
      'æ',
      '\ud800',
      '%',
    )
    const wild = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(piece, { maxLength: 12 }).map((all) => all.join('')),
    )
    fc.assert(
      fc.property(wild, (text) => {
        for (const to of [text, `/${text}`]) {
          const place = placeInside(to)
          expect(new URL(place, own).origin).toBe(own)
          expect(place).toMatch(/^\/(?![/\\])[\x21-\x7e]*$/)
          expect(() => new Headers({ location: place })).not.toThrow()
          expect(placeInside(place)).toBe(place)
        }
      }),
      { numRuns: 5000 },
    )
  })
})
