import { expect, test } from 'vitest'
import { nextOf, type Step } from './step.ts'

const now = new Date('2026-12-01T12:00:00Z')
const step = (title: string, over: Partial<Step> = {}): Step => ({ title, due: null, mine: true, who: null, ...over })
const at = (day: string) => new Date(`${day}T12:00:00Z`)

test.each<[string, readonly Step[], string | null, string | null]>([
  ['nothing is to be done', [], null, null],
  [
    'one that is the reader’s comes before another’s with a nearer day',
    [step('a', { mine: false, due: at('2026-12-02') }), step('b')],
    'b',
    null,
  ],
  [
    'of the reader’s own what is due first',
    [step('a'), step('b', { due: at('2027-01-01') }), step('c', { due: at('2026-12-05') })],
    'c',
    null,
  ],
  ['where none has a day, the order they were put in', [step('a'), step('b')], 'a', null],
  ['another’s where there is none of one’s own', [step('a', { mine: false })], 'a', null],
  ['what is past its day with another is said beside it', [step('a'), step('b', { mine: false, due: at('2026-11-01') })], 'a', 'b'],
  ['what is past its day oneself is the step, and is said once', [step('a'), step('b', { due: at('2026-11-01') })], 'b', null],
])('F54 the next step of a record: %s', (_, steps, first, late) => {
  const next = nextOf(steps, now)
  expect(next?.step.title ?? null).toBe(first)
  expect(next?.late?.title ?? null).toBe(late)
})
