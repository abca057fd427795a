import { describe, expect, it } from 'vitest'
import { type Actor, type Role, roles } from '../../kernel/actor.ts'
import { emptyValues } from '../../kernel/fields.ts'
import { supplierFields } from './fields.ts'
import { mayKeep, namesIn, rules, tidied } from './rules.ts'
import type { SupplierValues } from './supplier.ts'
import { supplierTasks } from './tasks.ts'

const actor = (...roles: readonly Role[]): Actor => ({
  personId: 'me',
  organisationId: 'o',
  roles,
  unitId: null,
  leads: [],
  profileVersion: 1,
})
const values: SupplierValues = { ...emptyValues(supplierFields), name: 'Skyen', processesData: 'yes', inUse: 'yes' }

describe('suppliers: who keeps the register', () => {
  it('those who keep systems and the record of processing, and Procurement; an employee and an auditor do not', () => {
    expect(roles.filter((role) => mayKeep(actor(role)))).toEqual([
      ...['unitHead', 'privacyContact', 'dpo', 'privacyAdviser', 'ciso', 'gdprUnit', 'systemOwner', 'itHead', 'procurement', 'admin'],
    ])
  })
})

describe('suppliers: what is asked', () => {
  const added = (over: Partial<SupplierValues>) => rules.add('s', tidied({ ...values, ...over }), actor('dpo'))
  it.each([
    ['974760673', true],
    ['NO 974 760 673 MVA', true],
    ['300000010', true],
    ['974760674', false],
    ['97476067', false],
    ['ABC', false],
  ])('the number %s is checked by its last digit', (organisationNumber, good) => {
    expect(added({ organisationNumber })).toMatchObject(
      good ? { ok: true } : { ok: false, why: 'notANumber', fields: ['organisationNumber'] },
    )
  })
  it('a supplier abroad has no Norwegian number', () => {
    expect(added({ country: 'Irland' })).toMatchObject({ ok: true })
  })
  it('a contract does not end before it is made', () => {
    expect(added({ contractOn: '2026-02-01', contractUntil: '2026-01-31' })).toMatchObject({
      ...{ ok: false, why: 'contractEndsFirst', fields: ['contractUntil'] },
    })
    expect(added({ contractOn: '2026-02-01', contractUntil: '2026-02-01' })).toMatchObject({ ok: true })
  })
  it('whether it processes personal data must be answered', () => {
    expect(added({ processesData: null })).toMatchObject({ ok: false, why: 'incomplete', fields: ['processesData'] })
  })
})

describe('suppliers: names in a text', () => {
  it.each([
    ['Skyen AS', ['Skyen AS']],
    ['Skyen AS, Lagring Norge AS og Skriveriet', ['Skyen AS', 'Lagring Norge AS', 'Skriveriet']],
    ['Skyen AS\nSkyen AS', ['Skyen AS']],
    ['Ingen', []],
    ['Ingen databehandlere.', []],
    [null, []],
    ['x'.repeat(161), []],
    ['x'.repeat(160), ['x'.repeat(160)]],
    ['Skyen AS  og  Skriveriet', ['Skyen AS', 'Skriveriet']],
    ['Skyen A.S. Norge.', ['Skyen A.S. Norge']],
    ['Lagring og ingen', ['Lagring']],
    ['Sky no', ['Sky no']],
    ['No Isolation AS', ['No Isolation AS']],
    ['No Isolation AS, None', ['No Isolation AS']],
    ['No supplier yet', []],
    ['NO', []],
    ['Ikke relevant', []],
    ['a,b,c,d,e,f,g', ['a', 'b', 'c', 'd', 'e']],
  ])('%j', (text, names) => {
    expect(namesIn(text)).toEqual(names)
  })
})

describe('suppliers: a contract that runs out', () => {
  const tasks = (over: Partial<SupplierValues>) =>
    supplierTasks({ id: 's', version: 1, values: { ...values, ...over } }, new Date('2026-03-02T08:00:00Z'))
  it('is a task of those who make contracts and keep systems from 90 days before, told of 14 and 3 days before, until it is renewed', () => {
    expect(tasks({ contractUntil: '2026-03-13' })).toMatchObject([
      { kind: 'supplier.ends', roles: ['procurement', 'itHead'], dueAt: new Date('2026-03-13T23:00:00Z'), remindAtHoursLeft: [336, 72] },
    ])
    for (const contractUntil of ['2026-02-09', '2026-05-31']) expect(tasks({ contractUntil })).toHaveLength(1)
    for (const contractUntil of [null, '2026-06-01']) expect(tasks({ contractUntil })).toEqual([])
    expect(tasks({ contractUntil: '2026-02-09', inUse: 'no' })).toEqual([])
  })
})
