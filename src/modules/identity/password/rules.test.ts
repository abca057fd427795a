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
