import { expect, it } from 'vitest'
import { audienceOf } from './audience.ts'
import type { Deviation } from './deviation.ts'
import { hoursFrom, ids, makeActor, makeBy, makeDeviation, someMonday } from './factory.ts'
import { profiles } from './presets.ts'

const other = '00000000-0000-7000-8000-000000000077'
const inquiry = (personId: string): Deviation['inquiries'][number] => ({
  id: '00000000-0000-7000-8000-000000000088',
  toReporter: false,
  outside: false,
  personId,
  resourceRole: 'leader',
  question: 'Hva vet du?',
  askedBy: ids.person,
  askedAt: someMonday,
  dueAt: hoursFrom(someMonday, 5),
  answer: null,
  answeredAt: null,
})
const seen = (
  deviation: Deviation,
  preset: 'sauda' | 'oslomet',
  roles: Parameters<typeof makeActor>[0],
  personId: string,
  isReporter = false,
) => {
  const { parts } = makeBy(deviation, preset, roles, { personId, isReporter })
  return audienceOf({ deviation, profile: profiles[preset], parts }, makeActor(roles, { personId }))
}

it('S4-138 somebody who is asked sees the question alone, also where it is the leader of the unit', () => {
  const open = makeDeviation('sauda', { status: 'open' })
  const asked = { ...open, inquiries: [inquiry(ids.leader)], accessPersons: [...open.accessPersons, ids.leader] }
  expect(seen(asked, 'sauda', ['employee'], ids.leader)).toBe('asked')
})

it('S3-14 the leader who closes an internal deviation sees the report and where it stands', () => {
  const open = makeDeviation('sauda', { status: 'open' })
  const internal = { ...open, triage: 'internal' as const, accessPersons: [...open.accessPersons, ids.leader] }
  expect(seen(internal, 'sauda', ['leader'], ids.leader)).toBe('told')
})

it('S1-21 the nearest leader who was told sees the report and where it stands', () => {
  const told = { ...makeDeviation('oslomet'), accessPersons: [other] }
  expect(seen({ ...told, report: { ...told.report, reporterLeader: other } }, 'oslomet', ['leader'], other)).toBe('told')
})

it('whoever takes part sees it all, also of a case they reported themselves; the reporter sees the own report', () => {
  const open = makeDeviation('sauda', { status: 'open' })
  expect(seen(open, 'sauda', ['dpo'], other, true)).toBe('full')
  expect(seen(open, 'sauda', ['employee'], other, true)).toBe('reporter')
})
