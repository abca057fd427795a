import { expect, it } from 'vitest'
import { emptyValues } from '../../../kernel/fields.ts'
import { makeDeviation } from '../factory.ts'
import { regimeFields } from '../fields-regimes.ts'
import { withoutRemoved } from './reach.ts'

it('S1-42 what is removed is removed from why other rules do not apply too', () => {
  const reason = 'Gjelder bare Kari Fjellhamar.'
  const row = { ...emptyValues(regimeFields), regime: 'digitalSecurity' as const, applies: 'no' as const, reason }
  const deviation = { ...makeDeviation('sauda'), regimes: [row] }
  expect(withoutRemoved(deviation, (text) => text.replaceAll('Kari Fjellhamar', 'en elev')).regimes).toEqual([
    { ...row, reason: 'Gjelder bare en elev.' },
  ])
  expect(withoutRemoved(deviation, (text) => text).regimes).toBe(deviation.regimes)
})
