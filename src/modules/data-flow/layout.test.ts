import { expect, it } from 'vitest'
import { recipientsIn } from '../processing/public.ts'
import { type Facts, flowOf, type Narrowed, recipientId } from './data-flow.ts'
import { box, layoutOf, pathOf } from './layout.ts'

const everything: Narrowed = { units: null, system: null, processing: null, recipient: null }
const facts: Facts = {
  processings: [
    { id: 'p1', name: 'Opptak', unit: 'skole', systems: ['s1'], processedBy: ['l2'], recipients: 'Nav, Lånekassen', transfers: 'yes' },
    { id: 'p2', name: 'Lønn', unit: 'stab', systems: ['s2', 's9'], processedBy: [], recipients: 'NAV\nSkatteetaten.', transfers: 'no' },
  ],
  systems: [
    { id: 's1', name: 'Elevsystemet', unit: 'skole', supplier: 'l1' },
    { id: 's2', name: 'Lønnssystemet', unit: 'stab', supplier: 'l1' },
    { id: 's3', name: 'Ubrukt', unit: 'skole', supplier: null },
  ],
  suppliers: [
    { id: 'l1', name: 'Leverandøren', country: 'Norge' },
    { id: 'l2', name: 'Behandleren', country: null },
  ],
}
const names = (by: Partial<Narrowed>) =>
  flowOf(facts, { ...everything, ...by })
    .nodes.map(({ name }) => name)
    .sort()

it('whom an activity discloses to is written in words, each once, however it is written', () => {
  expect(recipientsIn(' Nav, nav;Skatteetaten.\n\n')).toEqual(['nav', 'Skatteetaten'])
  expect([recipientsIn(null), recipientsIn('Ingen.')]).toEqual([[], []])
  expect(recipientId('Nav')).toBe(recipientId('NAV'))
  expect(recipientId('Nav')).not.toContain('Nav')
})

it('the flow is what hangs together of what is asked for', () => {
  const all = flowOf(facts, everything)
  expect(all.nodes.filter(({ column }) => column === 'recipient')).toHaveLength(3)
  expect(all.edges).toContainEqual({ from: 'processing:p1', to: 'supplier:l2' })
  expect(all.edges).toContainEqual({ from: 'system:s2', to: 'supplier:l1' })
  // A system that is out of use is not drawn, and nothing leads to it.
  expect(JSON.stringify(all)).not.toContain('s9')
  expect(names({ units: new Set(['skole']) })).toEqual([
    'Behandleren',
    'Elevsystemet',
    'Leverandøren',
    'Lånekassen',
    'Nav',
    'Opptak',
    'Ubrukt',
  ])
  expect(names({ system: 's2' })).toEqual(['Leverandøren', 'Lønn', 'Lønnssystemet', 'NAV', 'Skatteetaten'])
  expect(names({ processing: 'p1' })).toEqual(['Behandleren', 'Elevsystemet', 'Leverandøren', 'Lånekassen', 'Nav', 'Opptak'])
  expect(names({ recipient: recipientId('Lånekassen') })).toContain('Opptak')
  expect(names({ recipient: recipientId('Lånekassen') })).not.toContain('Lønn')
  expect(names({ processing: 'nobody' })).toEqual([])
})

it('no box lies over another, a line passes between the boxes of a column it does not stop in, and the same is drawn the same', () => {
  const picture = layoutOf(flowOf(facts, everything))
  for (const one of picture.nodes)
    for (const other of picture.nodes)
      if (one !== other && one.x === other.x) expect(Math.abs(one.y - other.y)).toBeGreaterThanOrEqual(box.height)
  const past = picture.lines.find(({ key }) => key === 'processing:p1 supplier:l2')
  expect(past?.points).toHaveLength(4)
  expect(past && pathOf(past)).toMatch(/^M\d+ \d+C.*L\d+ \d+C.*$/)
  const between = past?.points[1]?.[1] ?? 0
  for (const { y, column } of picture.nodes) if (column === 'system') expect(between < y || between > y + box.height).toBe(true)
  expect(layoutOf(flowOf(facts, everything))).toEqual(picture)
  expect(layoutOf({ nodes: [], edges: [] }).nodes).toEqual([])
})

it('lines that could cross are put in order', () => {
  const crossed: Facts = {
    processings: ['a', 'b', 'c'].map((id, at) => ({
      ...{ id, name: id, unit: null, systems: [['z', 'y', 'x'][at] ?? ''], processedBy: [], recipients: null, transfers: null },
    })),
    systems: ['x', 'y', 'z'].map((id) => ({ id, name: id, unit: null, supplier: null })),
    suppliers: [],
  }
  const order = (column: string) =>
    layoutOf(flowOf(crossed, everything))
      .nodes.filter((one) => one.column === column)
      .sort((a, b) => a.y - b.y)
      .map(({ name }) => name)
  expect([order('processing'), order('system')]).toEqual([
    ['a', 'b', 'c'],
    ['z', 'y', 'x'],
  ])
})

it('five hundred systems are drawn well within a second', () => {
  const many: Facts = {
    processings: Array.from({ length: 1000 }, (_, n) => ({
      ...{
        id: `p${n}`,
        name: `Behandling ${n}`,
        unit: null,
        systems: [`s${n % 500}`, `s${(n * 13) % 500}`],
        processedBy: [`l${(n * 7) % 120}`],
      },
      ...{ recipients: `Mottaker ${n % 90}, Mottaker ${(n * 3) % 90}`, transfers: null },
    })),
    systems: Array.from({ length: 500 }, (_, n) => ({ id: `s${n}`, name: `System ${n}`, unit: null, supplier: `l${n % 120}` })),
    suppliers: Array.from({ length: 120 }, (_, n) => ({ id: `l${n}`, name: `Leverandør ${n}`, country: null })),
  }
  const began = performance.now()
  const picture = layoutOf(flowOf(many, everything))
  expect(picture.nodes).toHaveLength(1710)
  expect(performance.now() - began).toBeLessThan(1000)
})
