import { expect, it } from 'vitest'
import { emptyValues } from '../../../kernel/fields.ts'
import { choiceName, choices } from '../../../kernel/guard/stop.ts'
import type { Measure } from '../deviation.ts'
import { reportFields } from '../fields-report.ts'
import { profiles } from '../presets.ts'
import { maskedMeasures, stopOf } from './stop.ts'

const report = { ...emptyValues(reportFields), whatHappened: 'En liste kom bort.' }
const profile = profiles.sandnes
const measure = (what: string): Measure => ({
  ...{
    id: '',
    purpose: 'limit',
    state: 'planned',
    responsibleRole: null,
    responsiblePerson: null,
    responsible: null,
    dueOn: null,
    doneOn: null,
    evidence: null,
  },
  what,
})

it('S0-17 a number in a measure holds the report back, and is taken out with the rest', () => {
  const measures = [measure('Be om sletting'), measure('Ring foresatte til 158385\n30181')]
  expect(stopOf(report, profile, {}, [measure('Be om sletting')])).toBeUndefined()
  expect([...(stopOf(report, profile, {}, measures) ?? new Map()).keys()]).toEqual(['measure1.what'])
  expect(stopOf(report, profile, { [choiceName]: choices.mask }, measures)).toBeUndefined()
  const cleaned = maskedMeasures(measures, 'nb', profile)
  expect(cleaned[0]?.what).toBe('Be om sletting')
  expect(cleaned[1]?.what).not.toMatch(/158385|30181/)
  expect(stopOf(report, profile, {}, cleaned)).toBeUndefined()
})

// How long it takes is a figure of the bench.
it('S1-42 a report of 100 kB is read to its last measure', () => {
  const measures = [...Array.from({ length: 49 }, () => measure('Be om at lista blir sletta. '.repeat(35))), measure('fnr 158385 30181')]
  const long = { ...report, whatHappened: 'En liste kom bort på veien til møtet. '.repeat(1300) }
  expect([...(stopOf(long, profile, {}, measures) ?? new Map()).keys()]).toEqual(['measure49.what'])
})
