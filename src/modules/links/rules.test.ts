import { describe, expect, it } from 'vitest'
import type { Mark } from './link.ts'
import { look, lookTasks, markedBy } from './rules.ts'

const rules = [
  { when: 'system.edited', fields: ['suppliedBy', 'dataKinds'], marks: 'processing' },
  { when: 'system.edited', fields: ['suppliedBy'], marks: 'agreement' },
  { when: 'risk.fell', marks: 'system' },
]
const now = new Date('2026-03-02T08:00:00Z')
const mark = (id: string): Mark => ({
  id,
  subject: { type: 'processing', id: 'p' },
  because: { type: 'system', id: 's' },
  event: 'system.edited',
  fields: ['suppliedBy'],
  by: 'somebody',
  at: now,
})

describe('links: what a change marks', () => {
  it.each([
    [
      ['suppliedBy'],
      [
        { kind: 'processing', fields: ['suppliedBy'] },
        { kind: 'agreement', fields: ['suppliedBy'] },
      ],
    ],
    [['dataKinds', 'name'], [{ kind: 'processing', fields: ['dataKinds'] }]],
    [['name'], []],
  ])('answers that matter mark, with those answers; others mark nothing (%j)', (fields, marked) => {
    expect(markedBy(rules, { type: 'system.edited', fields })).toEqual(marked)
  })
  it('an event without answers marks by itself; another event marks nothing', () => {
    expect(markedBy(rules, { type: 'risk.fell' })).toEqual([{ kind: 'system', fields: [] }])
    expect(markedBy(rules, { type: 'system.added' })).toEqual([])
  })
  it('two rules that mark one kind mark it once', () => {
    const two = [...rules, { when: 'system.edited', fields: ['dataKinds'], marks: 'agreement' }]
    expect(markedBy(two, { type: 'system.edited', fields: ['suppliedBy', 'dataKinds'] })).toContainEqual({
      kind: 'agreement',
      fields: ['suppliedBy', 'dataKinds'],
    })
  })
})

describe('links: looked at', () => {
  const by = { personId: 'owner', now }
  it('takes away what stood on the page, with who, when and the note; what has come since stands on', () => {
    const outcome = look({ may: true }, [mark('a'), mark('b')], ['a'], 'Avtalen dekker det.', by)
    expect(outcome).toMatchObject({ ok: true, next: [{ id: 'a', lookedBy: 'owner', lookedAt: now, note: 'Avtalen dekker det.' }] })
    if (outcome.ok) expect(outcome.next).toHaveLength(1)
  })
  it('is refused to those who do not hold the record, and does nothing twice', () => {
    expect(look({ may: false }, [mark('a')], ['a'], null, by)).toMatchObject({ ok: false, why: 'notAllowed' })
    expect(look({ may: true }, [], ['a'], null, by)).toMatchObject({ ok: false, why: 'nothingChanged' })
  })
  it('is one task of the owner, of the roles where nobody owns it, and of nobody when nothing stands', () => {
    const held = { name: { nb: 'A', nn: 'A', en: 'A' }, owner: 'owner', roles: ['dpo' as const], may: true }
    const words = () => ({ task: 'Se' })
    expect(lookTasks(held, [mark('a'), mark('b')], words)).toMatchObject([{ kind: 'link.look', personId: 'owner', roles: ['dpo'] }])
    expect(lookTasks({ ...held, owner: null }, [mark('a')], words)[0]).not.toHaveProperty('personId')
    expect(lookTasks(held, [], words)).toEqual([])
  })
})
