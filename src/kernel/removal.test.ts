import { expect, it, test } from 'vitest'
import { removalOf } from './removal.ts'

const marks = { nationalId: '[nr]', accountNumber: '[konto]', phone: '[tlf]', email: '[e-post]', removed: '[fjernet]' }
const options = { newNationalIdRule: true, names: true }
const before =
  'Tirsdag ble karakterene til Kari Fjellhamar i 3B, fødselsnummer 15838530181, sendt til ola@example.no. Det gjaldt to elever i Teams.'
const after = 'Karakterene til en elev ble sendt til feil mottaker. Det gjaldt to elever i Teams.'
const remove = removalOf(before, after, marks, options)

test.each([
  ['the text whole', `Meldt: ${before}`, `Meldt: ${after}`],
  ['the text broken into other lines', `a\n${before.replaceAll(' ', '\n')}\nb`, `a\n${after}\nb`],
  ['a sentence of it', `Hun skrev: ${before.split('. ')[0]}.`, 'Hun skrev: [fjernet]'],
  ['the number as it was', 'nr 15838530181', 'nr [nr]'],
  ['the number written otherwise', 'nr 158385 30181 og 158385\r\n30181, 1 5 8 3 8 5 3 0 1 8 1', 'nr [nr] og [nr], [nr]'],
  ['the address', 'Til Ola@Example.no i går', 'Til [e-post] i går'],
  ['the name', 'Kari sin mor; Fjellhamars brev; KARI', '[fjernet] sin mor; [fjernet] brev; KARI'],
  ['a code', 'klasse 3B, ikke 13B', 'klasse [fjernet], ikke 13B'],
])('S1-42 %s is taken out elsewhere too', (_what, text, rest) => expect(remove(text)).toBe(rest))

test.each(['', 'Tirsdag ble to elever varslet i Teams.', 'Ring 412 34 567, nr 20914695016, per@example.no', 'karakterene', 'Karianne'])(
  'S1-42 %j holds none of it and stays',
  (text) => expect(remove(text)).toBe(text),
)

it('S1-42 names stay where only an identifier was removed, and a second removal changes nothing', () => {
  const masked = removalOf('Kari har 15838530181', 'Kari har [nr]', marks, { ...options, names: false })
  expect(masked('Kari, 15838530181')).toBe('Kari, [nr]')
  expect(removalOf('Om Anne-Kari (3B) [x]', 'Om', marks, options)('Anne-Kari, 3B')).toBe('[fjernet], [fjernet]')
  const once = remove(`${before} 15838530181`)
  expect(remove(once)).toBe(once)
})
