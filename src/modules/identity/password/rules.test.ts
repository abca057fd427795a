import { describe, expect, it } from 'vitest'
import { passwordProblem } from './rules.ts'

const about = ['Sauda kommune', 'rektor@sauda.example']

describe('a password', () => {
  it('is long: fifteen characters, counted as people count', () => {
    expect(passwordProblem('fjellvettregla', about)).toBe('passwordShort')
    expect(passwordProblem('fjellvettregler', about)).toBeUndefined()
    expect(passwordProblem('👩‍🚒'.repeat(3), about)).toBe('passwordShort')
    expect(passwordProblem('æ'.repeat(14), about)).toBe('passwordShort')
  })

  it('has an end', () => {
    const sentence = 'blåbær ti grantre nede ved vatnet. '
    expect(passwordProblem(sentence.repeat(3), about)).toBeUndefined()
    expect(passwordProblem(sentence.repeat(4), about)).toBe('passwordLong')
  })

  it('may be as long as the bound, and have eight letters of its own and no fewer', () => {
    const sentence = 'blåbær ti grantre nede ved vatnet. '.repeat(4)
    expect(passwordProblem(sentence.slice(0, 128), about)).toBeUndefined()
    expect(passwordProblem(sentence.slice(0, 129), about)).toBe('passwordLong')
    expect(passwordProblem('kommune bjørkefy', ['kommune'])).toBeUndefined()
    expect(passwordProblem('kommune bjørkef ', ['kommune'])).toBe('passwordCommon')
  })

  it('is judged by its longest words first, and a year or a small number in it counts for nothing', () => {
    expect(passwordProblem('saudakommunens bjørkef', ['sauda', 'saudakommunens'])).toBe('passwordCommon')
    expect(passwordProblem('kommune bjørk 1998 12', ['kommune'])).toBe('passwordCommon')
    expect(passwordProblem('kommune bjørk 48213957', ['kommune'])).toBeUndefined()
    // Words of an address that are too short to be a word take nothing away.
    expect(passwordProblem('kaffi lampe regnjakke', ['k', 'a', 'f', 'l', 'm', 'p', 'e', 'r', 'g', 'n'])).toBeUndefined()
    expect(passwordProblem('p0st-k0mmune 2026!!', ['post kommune'])).toBe('passwordCommon')
  })

  it('S0-22 is not made of the person’s own address, on either side of its @', () => {
    const own = ['kvernbekk.tormodsater@utsirafjord.example']
    expect(passwordProblem('tormodsater kvernbekk', own)).toBe('passwordCommon')
    expect(passwordProblem('Utsirafjord Tormodsater 26', own)).toBe('passwordCommon')
    expect(passwordProblem('tormodsater@utsirafjord', own)).toBe('passwordCommon')
    expect(passwordProblem('tormodsater bjørkefylte', own)).toBeUndefined()
  })

  it('counts a word of three letters, a year and a small number for nothing, and what stands on each side of them as two', () => {
    expect(passwordProblem('ida ida bjørkef ida', ['ida'])).toBe('passwordCommon')
    expect(passwordProblem('bjørkef 1998 2031 ..', [])).toBe('passwordCommon')
    expect(passwordProblem('bjørkef 12 123 ....', [])).toBe('passwordCommon')
    expect(passwordProblem('bjørkef 1898 ......', [])).toBeUndefined()
  })

  it('needs no capital, digit or sign, and may have spaces', () => {
    expect(passwordProblem('kaffi lampe regnjakke', about)).toBeUndefined()
  })

  it.each([
    'passord123456789',
    'P@ssord123456!!!',
    'Sommer2026!!!!!!',
    'SaudaKommune2026',
    'sauda.kommune.123',
    'rektorrektorrektor',
    'qwertyuiopasdfghjkl',
    'aaaaaaaaaaaaaaaa',
    'abcabcabcabcabcabc',
    '123456789012345678',
    'Velkommen til Sauda',
  ])('that others would try first is refused: %s', (password) => {
    expect(passwordProblem(password, about)).toBe('passwordCommon')
  })
})
