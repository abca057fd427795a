import { expect, test } from 'vitest'
import { recordedEvents } from '../../scripts/events.ts'
import { planted } from './planted.ts'

const typesIn = (files: Readonly<Record<string, string>>) => recordedEvents(planted(files)).map(({ type }) => type)

test.each([
  [
    `export type RiskEvent = { readonly type: 'risk.added' } | { readonly type: 'risk.closed'; readonly at: Date }`,
    ['risk.added', 'risk.closed'],
  ],
  [`await record(ctx, subject, [{ type: 'accessRight.given' }])`, ['accessRight.given']],
  [`await record(ctx, subject, [{ type: 'risk.seen' }])`, ['risk.seen']],
  [`change(next, { type: late ? 'risk.late' : 'risk.due' })`, ['risk.late', 'risk.due']],
  [`const store = registerStore<F, E>('risk', fields, { unique: null })`, ['risk.refused']],
  [`export const store: Store<Risk, RiskEvent> = { subject: 'risk', lock, apply }`, ['risk.refused']],
  [`const file = { type: 'text/csv', name: 'risk.csv' }\nconst input = { type: 'text' }`, []],
] as const)('an event that is recorded is found: %s', (text, types) => {
  expect(typesIn({ 'src/modules/risk/store.ts': text })).toEqual(types)
})

test('tests may make up events', () => {
  expect(typesIn({ 'src/modules/risk/store.test.ts': `const event = { type: 'risk.added' }` })).toEqual([])
})
