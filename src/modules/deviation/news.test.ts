import { expect, it } from 'vitest'
import type { Preset } from '../../kernel/profile.ts'
import { accessOf } from './access.ts'
import type { Deviation, DeviationEvent } from './deviation.ts'
import { ids, makeDeviation } from './factory.ts'
import type { Report } from './fields-report.ts'
import { newsOf } from './news.ts'
import { profiles } from './presets.ts'

const submitted: DeviationEvent = { type: 'deviation.submitted', channel: 'form', guard: {} }
const edited = (part: 'report' | 'handling', field: string): DeviationEvent => ({ type: 'deviation.edited', part, fields: [field] })
type NotifyDpo = 'all' | 'serious' | 'off'

/** Whether the officer is told, where the queue is worked by somebody else. */
const officerTold = (notifyDpo: NotifyDpo, event: DeviationEvent, deviation: Deviation, preset: Preset = 'oslomet') => {
  const profile = profiles[preset]
  const news = newsOf(event, deviation, { ...profile, deviation: { ...profile.deviation, notifyDpo } }, null)
  return news.some(({ to }) => to.roles?.includes('dpo'))
}
const reported = (report: Partial<Report>) => makeDeviation('oslomet', { report })

it.each([
  ['all', { yes: true, no: true, unsure: true, unanswered: true }],
  ['serious', { yes: true, no: false, unsure: false, unanswered: false }],
  ['off', { yes: false, no: false, unsure: false, unanswered: false }],
] as const)('S4-129 the officer is told of %s: by what the reporter says of how serious it is', (notifyDpo, told) => {
  for (const serious of ['yes', 'no', 'unsure', null] as const)
    expect([serious, officerTold(notifyDpo, submitted, reported({ serious }))]).toEqual([serious, told[serious ?? 'unanswered']])
})

it('S4-129 a key in danger is serious whatever is said of it; what is not about personal data is not the officer’s', () => {
  expect(officerTold('serious', submitted, reported({ serious: 'no', categories: ['SIGNATURE_KEY_COMPROMISE'] }))).toBe(true)
  const lost = makeDeviation('sandnes', { report: { caseType: 'itEquipment', personalData: 'no', serious: 'yes' } })
  for (const notifyDpo of ['all', 'serious'] as const) expect(officerTold(notifyDpo, submitted, lost, 'sandnes')).toBe(false)
})

it('S4-129 told when somebody who handles the case finds it serious, and not of what says nothing of that', () => {
  const graded = (severity: Deviation['handling']['severity']) => {
    const deviation = reported({ serious: 'no' })
    return { ...deviation, handling: { ...deviation.handling, severity } }
  }
  for (const [severity, told] of [
    ['minor', false],
    ['moderate', false],
    ['serious', true],
    ['critical', true],
  ] as const) {
    expect([severity, officerTold('serious', edited('handling', 'severity'), graded(severity))]).toEqual([severity, told])
    expect(officerTold('serious', edited('handling', 'extent'), graded(severity))).toBe(false)
    // Told at once of every report: not told twice.
    for (const notifyDpo of ['all', 'off'] as const)
      expect(officerTold(notifyDpo, edited('handling', 'severity'), graded(severity))).toBe(false)
  }
  expect(officerTold('serious', edited('report', 'serious'), reported({ serious: 'yes' }))).toBe(true)
  expect(officerTold('serious', edited('report', 'serious'), reported({ serious: 'no' }))).toBe(false)
  expect(officerTold('serious', edited('report', 'mainCause'), reported({ serious: 'yes' }))).toBe(false)
})

it('S4-105 IT, or whoever is technically responsible, is told that a system is not available, whoever says it and at whatever step', () => {
  const outage = reported({ system: ids.system, effects: ['unavailable'] })
  const told = (event: DeviationEvent, deviation: Deviation, technical: string | null = null) =>
    newsOf(event, deviation, profiles.oslomet, null, technical).flatMap(({ kind, to }) =>
      kind === 'deviation.unavailable' ? [...(to.roles ?? []), ...(to.persons ?? [])] : [],
    )
  expect(told(submitted, outage)).toEqual(['itHead'])
  expect(told(submitted, outage, 'technician')).toEqual(['technician'])
  expect(told({ type: 'deviation.supplemented', fields: ['effects'] }, outage)).toEqual(['itHead'])
  expect(told(edited('report', 'system'), outage)).toEqual(['itHead'])
  expect(told(edited('report', 'mainCause'), outage)).toEqual([])
  expect(told(submitted, reported({ system: ids.system, effects: ['astray'] }))).toEqual([])
  expect(told(submitted, reported({ effects: ['unavailable'] }))).toEqual([])
  // A message never leads to a closed door.
  const access = (technical: string | null) => accessOf(outage, profiles.oslomet, { systemOwner: null, technical })
  expect(access(null).accessRoles).toContain('itHead')
  expect(access('technician').accessPersons).toContain('technician')
})
