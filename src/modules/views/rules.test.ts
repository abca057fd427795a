import { describe, expect, it } from 'vitest'
import type { Actor, Role } from '../../kernel/actor.ts'
import { rules, sharesWith } from './rules.ts'
import type { SavedView } from './view.ts'

const someone = (personId: string, ...roles: readonly Role[]): Actor => ({
  ...{ personId, organisationId: 'o', unitId: null, leads: [], profileVersion: 1 },
  roles: ['employee', ...roles],
})
const maker = someone('maker', 'dpo')
const view = (sharedWith: Role | null = null): SavedView => ({
  id: 'v',
  version: 3,
  values: { name: 'Mine', sharedWith, opens: 'no', list: '/systemer', query: 'i-bruk=no', person: 'maker' },
})

describe('Who changes a view', () => {
  it.each([
    ['its maker', maker, null, true],
    ['another', someone('other', 'dpo'), null, false],
    ['an administrator, of one’s own', someone('other', 'admin'), null, false],
    ['a holder of the role', someone('other', 'dpo'), 'dpo', false],
    ['another role', someone('other', 'leader'), 'dpo', false],
    ['an administrator, of a shared one', someone('other', 'admin'), 'dpo', true],
  ] as const)('%s', (_, actor, sharedWith, changes) => {
    const record = view(sharedWith)
    expect(rules.edit(record, { ...record.values, name: 'Nytt navn' }, actor).ok).toBe(changes)
    expect(rules.remove(record, actor).ok).toBe(changes)
  })

  it('is shared with a role of one’s own; an administrator shares with any', () => {
    const shared = { ...view('ciso').values }
    expect(rules.add('v', shared, maker)).toMatchObject({ ok: false, why: 'notYourRole', fields: ['sharedWith'] })
    expect(rules.add('v', { ...shared, sharedWith: 'dpo' }, maker)).toMatchObject({ ok: true, events: [{ type: 'view.added' }] })
    expect(rules.edit(view(), { ...view().values, sharedWith: 'ciso' }, maker)).toMatchObject({ ok: false, why: 'notYourRole' })
    expect(rules.edit(view(), { ...view().values, sharedWith: 'ciso' }, someone('maker', 'admin')).ok).toBe(true)
    expect(sharesWith(maker)).toEqual(['employee', 'dpo'])
    expect(sharesWith(someone('a', 'admin'))).toContain('ciso')
  })

  it('keeps what it is shared with, though its maker no longer has the role', () => {
    expect(rules.edit(view('ciso'), { ...view('ciso').values, name: 'Nytt navn' }, maker).ok).toBe(true)
  })

  it('is made in nobody else’s name, and not without a name', () => {
    expect(rules.add('v', view().values, someone('other'))).toMatchObject({ ok: false, why: 'notAllowed' })
    expect(rules.add('v', { ...view().values, name: null }, maker)).toMatchObject({ ok: false, why: 'incomplete', fields: ['name'] })
  })
})
