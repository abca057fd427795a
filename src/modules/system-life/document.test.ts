import { expect, it } from 'vitest'
import { emptyValues } from '../../kernel/fields.ts'
import { requirementsDocument } from './document.ts'
import { lifeFields } from './fields.ts'
import { texts } from './texts.ts'

it('S4-114 the file for the tender lists the requirements that were chosen, and no other, and calls no name a case number', () => {
  const values = { ...emptyValues(lifeFields), requirements: ['logging', 'erasure'] as const }
  const made = requirementsDocument({ id: 's', version: 1, values }, 'Timeplan', {
    ...{
      language: 'nb',
      now: new Date('2026-03-02T08:00:00Z'),
      organisation: 'Prøve kommune',
      letterhead: { lines: [], logo: null, footer: null },
    },
  })
  const { label, choices } = texts('nb').procurement.requirements
  expect(made.sections).toEqual([{ heading: label, blocks: [{ kind: 'list', items: [choices.logging, choices.erasure] }] }])
  expect([made.reference, made.summary]).toEqual(['', [{ label: texts('nb').need.name.label, value: 'Timeplan' }]])
})
