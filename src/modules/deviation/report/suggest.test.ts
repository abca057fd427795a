import { expect, it } from 'vitest'
import { categories } from '../fields-report.ts'
import { suggestedCategories } from './suggest.ts'

it.each([
  ['En liste med elever ble sendt til feil mottaker.', ['MISSENT_EMAIL']],
  ['Eg sende ei liste til feil forelder.', ['MISSENT_EMAIL']],
  ['I sent a list of pupils to the wrong parent.', ['MISSENT_EMAIL']],
  ['Jeg har mistet en minnepinne på bussen.', ['LOST_ITEM']],
  ['Minnepinnen er borte.', ['LOST_ITEM']],
  ['Telefonen min er forsvunnen, og tjuveriet er meldt.', ['LOST_ITEM', 'THEFT_HACKING']],
  ['Noen har hacket kontoen.', ['THEFT_HACKING']],
  ['Fødselsnummer sto i vedlegget.', ['NATIONAL_ID_EXPOSED']],
  ['Vedtaket ble lagt ut i postjournalen.', ['WRONG_DISCLOSURE_PUBLICATION']],
  ['Skapet sto ulåst.', ['MISSING_OR_FAILED_MEASURE']],
  ['Et brev om en student ble lagt i feil konvolutt.', []],
  ['', []],
] as const)('the words of a report suggest its kind: %s', (text, expected) => {
  expect(suggestedCategories(text)).toEqual(expected)
})

it('what is suggested can be chosen, and is never more than three', () => {
  const all = suggestedCategories('Sendt til feil mottaker. Telefonen er borte. Stjålet. Fødselsnummer. Lagt ut. Ulåst.')
  expect(all).toHaveLength(3)
  expect(categories).toEqual(expect.arrayContaining([...all]))
  expect(suggestedCategories(null)).toEqual([])
})
