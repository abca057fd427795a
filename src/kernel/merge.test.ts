import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldOf } from './calendar/calendar.ts'
import { emptyValues, type Fields, type Form, parse, type Values } from './fields.ts'
import { merge, openedName, openedOf, written, writtenIn } from './merge.ts'

const colours = ['red', 'green', 'blue', 'white'] as const
const fields = {
  name: { kind: 'text', max: 200 },
  story: { kind: 'text', max: 2000, long: true },
  count: { kind: 'whole', min: 0, max: 1000 },
  at: { kind: 'instant' },
  day: { kind: 'date' },
  one: { kind: 'choice', of: colours },
  many: { kind: 'choices', of: colours },
  those: { kind: 'references' },
} as const satisfies Fields
type V = Values<typeof fields>
type Name = keyof typeof fields
const names = Object.keys(fields) as Name[]

const ids = ['1', '2', '3'].map((digit) => `01976f9e-8f3a-7abc-8def-01234567890${digit}`)
const text = fc.option(
  fc.string({ maxLength: 20, unit: fc.constantFrom('a', 'æ', ' ', ':', ',', 'b') }).map((one) => one.trim() || null),
  { nil: null },
)
const values: fc.Arbitrary<V> = fc.record({
  // On one line, spaces that follow each other are one (fields.ts).
  name: text.map((one) => one?.replace(/ {2,}/g, ' ') ?? null),
  story: text,
  count: fc.option(fc.integer({ min: 0, max: 1000 }), { nil: null }),
  at: fc.option(
    fc.integer({ min: 0, max: 500_000 }).map((minutes) => new Date(Date.UTC(2026, 0, 1) + minutes * 60_000)),
    { nil: null },
  ),
  day: fc.option(fc.constantFrom('2026-01-02', '2026-05-17'), { nil: null }),
  one: fc.option(fc.constantFrom(...colours), { nil: null }),
  many: fc.subarray([...colours]),
  those: fc.subarray(ids),
})

const posted = (wanted: V, opened: V): Form => {
  const form: Record<string, string | readonly string[]> = { [openedName]: openedOf(fields, opened) }
  for (const name of names) form[name] = written(fields[name], wanted[name])
  // The night the clock is turned back, the page asks which of the two hours it is.
  const fold = wanted.at && foldOf(wanted.at)
  return fold ? { ...form, 'at.fold': fold } : form
}
const edit = fc.tuple(values, fc.subarray(names))
const edited = (from: V, [to, touched]: readonly [V, readonly Name[]]): V =>
  ({ ...from, ...Object.fromEntries(touched.map((name) => [name, to[name]])) }) as V
const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

describe('Two who have opened the same', () => {
  it('S4-023 whatever the two edits are, what the second did not touch stands as the first left it', () => {
    fc.assert(
      fc.property(values, edit, edit, (opened, first, second) => {
        const stands = edited(opened, first)
        const wanted = edited(opened, second)
        const merged = merge(fields, posted(wanted, opened), stands)
        if (!merged) throw new Error('not merged')
        const saved = parse(fields, merged.form).values
        for (const name of names) {
          if (name === 'many' || name === 'those') continue
          if (same(wanted[name], opened[name])) expect(saved[name]).toEqual(stands[name])
          else if (same(stands[name], opened[name]) || same(stands[name], wanted[name])) expect(saved[name]).toEqual(wanted[name])
          else expect(merged.both).toContain(name)
        }
        for (const colour of colours) {
          const [was, there, mine] = [opened, stands, wanted].map((one) => one.many.includes(colour))
          expect(saved.many.includes(colour)).toBe(mine === was ? there : mine)
        }
        for (const id of ids) {
          const [was, there, mine] = [opened, stands, wanted].map((one) => one.those.includes(id))
          expect(saved.those.includes(id)).toBe(mine === was ? there : mine)
        }
        expect(merged.both.every((name) => !same(wanted[name as Name], opened[name as Name]))).toBe(true)
      }),
      { numRuns: 600 },
    )
  })

  it('asks once: what was asked about is seen, and saved the second time', () => {
    const opened = { ...emptyValues(fields), name: 'Arkiv' }
    const stands = { ...opened, name: 'Arkivet' }
    const once = merge(fields, posted({ ...opened, name: 'Nytt arkiv' }, opened), stands)
    expect(once?.both).toEqual(['name'])
    expect(merge(fields, once?.form ?? {}, stands)).toMatchObject({ both: [], form: { name: 'Nytt arkiv' } })
  })

  it('two ways of writing one answer are one answer; what cannot be read is never lost', () => {
    const opened = { ...emptyValues(fields), story: 'en\nto', count: 12 }
    const form = { ...posted(opened, opened), story: ' en\r\nto ', count: ' 12 ' }
    expect(merge(fields, form, { ...opened, story: 'tre' })).toMatchObject({ both: [], theirs: ['story'], form: { story: 'tre' } })
    expect(merge(fields, { ...form, count: 'tolv' }, { ...opened, count: 13 })).toMatchObject({ both: ['count'], form: { count: 'tolv' } })
  })

  it('a form that does not say what it was opened with is not merged', () => {
    expect(merge(fields, { name: 'Arkiv' }, emptyValues(fields))).toBeNull()
  })

  it('boxes that are all unticked are answered, in a form that asked them', () => {
    const opened = { ...emptyValues(fields), many: ['red'] } as V
    const { many: _, ...unticked } = posted(opened, opened)
    expect(writtenIn(fields, unticked)).toMatchObject({ many: [] })
    expect(writtenIn(fields, { name: 'Arkiv' })).toEqual({ name: 'Arkiv' })
  })
})
