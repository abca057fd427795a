import { describe, expect, it } from 'vitest'
import { slugOf } from './rules.ts'

describe('a short name', () => {
  it('is made of letters that every address can hold', () => {
    expect(
      [
        'Sauda kommune',
        'Universitetet i Oslo',
        'Ås kommune – vår',
        '«»',
        'Bømlo',
        '– Hå –',
        'Ærø',
        'x'.repeat(50),
        `${'x'.repeat(39)} y`,
      ].map(slugOf),
    ).toEqual([
      'sauda-kommune',
      'universitetet-i-oslo',
      'as-kommune-var',
      'organisasjon',
      'bomlo',
      'ha',
      'aero',
      'x'.repeat(40),
      'x'.repeat(39),
    ])
  })
})
