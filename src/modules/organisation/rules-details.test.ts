import { describe, expect, it } from 'vitest'
import { letterheadOf, missingDetails, noDetails } from './details.ts'
import { isOrganisationNumber, plainNumber, saveDetails } from './rules-details.ts'

const before = { id: 'x', version: 1, values: noDetails }

describe('the number of an organisation', () => {
  it('is held against its check digit: one wrong digit, or two that changed places, is seen', () => {
    // Brønnøysundregistrene's own, and two whose check digit is 0.
    for (const right of ['974760673', '300000010', '910000020']) expect([right, isOrganisationNumber(right)]).toEqual([right, true])
    for (let at = 0; at < 9; at += 1) {
      const other = [...'974760673'].map((digit, place) => (place === at ? String((Number(digit) + 1) % 10) : digit)).join('')
      expect([other, isOrganisationNumber(other)]).toEqual([other, false])
    }
    expect(isOrganisationNumber('947760673')).toBe(false)
    for (const odd of ['', '97476067', '9747606731', '97476067x']) expect(isOrganisationNumber(odd)).toBe(false)
  })

  it('may be written as people write it, and is kept as nine digits', () => {
    for (const written of ['974 760 673', '974760673', 'NO 974 760 673 MVA', '974.760.673', ' 974\u00a0760\u00a0673 '])
      expect(plainNumber(written)).toBe('974760673')
    expect(saveDetails(before, { ...noDetails, number: '974 760 673' })).toMatchObject({
      ok: true,
      next: { values: { number: '974760673' } },
      events: [{ type: 'organisation.detailsEdited', fields: ['number'] }],
    })
    const after = { ...before, values: { ...noDetails, number: '974760673' } }
    expect(saveDetails(after, { ...noDetails, number: '974 760 673' })).toMatchObject({ ok: false, why: 'nothingChanged' })
  })
})

describe('the organisation', () => {
  it('refuses what is wrong at its question, and asks for nothing', () => {
    expect(saveDetails(before, { ...noDetails, number: '974 760 674' })).toMatchObject({ why: 'notANumber', fields: ['number'] })
    expect(saveDetails(before, { ...noDetails, email: 'post' })).toMatchObject({ why: 'notAnAddress', fields: ['email'] })
    expect(saveDetails({ ...before, values: { ...noDetails, telephone: '1' } }, noDetails)).toMatchObject({ ok: true })
  })

  it('stands at the top of a letter with what is known', () => {
    const details = { number: '974760673', address: 'Gata 1\n0001 Oslo', telephone: '00 00 00 00', email: 'post@a.example' }
    expect(letterheadOf(details, 'nb')).toEqual([
      'Org.nr. 974\u00a0760\u00a0673',
      'Gata 1, 0001 Oslo',
      'Telefon 00 00 00 00',
      'post@a.example',
    ])
    expect(letterheadOf(details, 'en')[2]).toBe('Telephone 00 00 00 00')
    expect(letterheadOf(noDetails, 'nn')).toEqual([])
    expect(missingDetails({ ...details, address: null })).toEqual(['address'])
    expect(missingDetails({ ...details, email: null })).toEqual([])
  })
})
