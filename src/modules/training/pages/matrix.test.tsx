import { expect, it } from 'vitest'
import { draw } from '../../../ui/render.ts'
import type { PlanLine } from '../training.ts'
import { Matrix } from './matrix.tsx'

const line: PlanLine = {
  ...{
    personId: 'p',
    person: 'Lærer',
    unitId: 'unit',
    leaderId: null,
    requirementId: 'r',
    requirement: 'Kontorverktøy',
    about: 'officeTools',
  },
  ...{ fulfilledBy: 'course', systemId: null, system: null, superUserId: null, articleId: null, isOffered: true },
  ...{ doneOn: null, until: null, dueOn: null, dueDays: 30 },
}

it('S4-059 the matrix begins with those who lack something; those who have it all are folded, and a telephone shows no settled cell', () => {
  const people = [
    { ...line, personId: 'a', person: 'Anna', doneOn: null, until: null },
    { ...line, personId: 'a', person: 'Anna', requirementId: 'r2', requirement: 'Brann', doneOn: '2026-01-01' as const, until: null },
    { ...line, personId: 'b', person: 'Bo', doneOn: '2026-01-01' as const, until: null },
  ]
  const html = draw(<Matrix lines={people} caption="Opplæring" today="2026-03-02" locale="nb" />)
  expect(html).toContain('1 av 2 har alt de skal ha')
  expect(html.indexOf('Anna')).toBeLessThan(html.indexOf('<details'))
  expect(html.indexOf('Bo<')).toBeGreaterThan(html.indexOf('<summary>Har alt de skal ha (1)'))
  // Anna's one that is met, Bo's one that is met, and the one that Bo is not asked.
  expect(html.match(/data-settled/g)).toHaveLength(3)
})
