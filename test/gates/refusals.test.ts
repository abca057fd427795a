import { expect, test } from 'vitest'
import { calledOptional, wordlessRefusals } from '../../scripts/refusals.ts'
import { planted } from './planted.ts'

const house = {
  'src/ui/texts.nb.ts': `export const nb = { refusals: { incomplete: 'Noe mangler.' } }`,
  'src/modules/cards/texts.nb.ts': `export const nb = { refusals: { numberTaken: 'Det finnes allerede.' } }`,
  'src/modules/cards/rules.ts': `refuse('numberTaken'); refuse('incomplete', ['number']); refuse('notNow')`,
}

// It reads the whole house, types and all: half a minute where the machine is shared.
test('every refusal in the house has words', () => expect(wordlessRefusals(process.cwd())).toEqual([]), 120_000)

test('one that its module, or all, have words for passes', () => expect(wordlessRefusals(planted(house))).toEqual([]))

test.each([
  ['of no module', `refuse('blocked')`, ['blocked']],
  ['what is taken in a register', `registerStore('card', fields, { unique: 'reference' })`, ['referenceTaken']],
  ['either of two', `refuse(late ? 'tooLate' : 'numberTaken')`, ['tooLate']],
])('one without words is found: %s', (_what, text, codes) => {
  const found = wordlessRefusals(planted({ ...house, 'src/modules/cards/commands.ts': text }))
  expect(found.map(({ file, says }) => [file, /"(\w+)"/.exec(says)?.[1]])).toEqual(
    codes.map((code) => ['src/modules/cards/commands.ts', code]),
  )
})

test('another module’s words are none', () =>
  expect(wordlessRefusals(planted({ ...house, 'src/modules/keys/rules.ts': `refuse('numberTaken')` }))).toHaveLength(1))

test('no question is called optional that a rule refuses when it is empty', () => expect(calledOptional(process.cwd())).toEqual([]))

test('one that is called so is found, and one that is required, or sometimes so, is not', () => {
  const fields = (more: string) => `export const cardFields = { use: { kind: 'text', max: 9${more} }, other: { kind: 'date' } }`
  const of = (more: string) =>
    calledOptional(planted({ 'src/modules/cards/fields.ts': fields(more), 'src/modules/cards/rules.ts': `refuse('useMissing', ['use'])` }))
  expect(of('').map(({ says }) => says.slice(0, 5))).toEqual(['"use"'])
  expect([of(', required: true'), of(', sometimes: true')]).toEqual([[], []])
})
