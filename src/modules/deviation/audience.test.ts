import { expect, it } from 'vitest'
import { audienceOf } from './audience.ts'
import { somePlannedMeasure } from './closing/factory.ts'
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

const sees = (over: Partial<Deviation>, preset: 'sauda' | 'oslomet', report: Partial<Deviation['report']> = {}, isReporter = false) => {
  const one = makeDeviation(preset, { status: 'open' })
  return seen({ ...one, ...over, report: { ...one.report, ...report } }, preset, ['employee'], other, isReporter)
}

it.each<readonly [string, Partial<Deviation>, 'sauda' | 'oslomet', Partial<Deviation['report']>, boolean, string]>([
  ['whoever has taken it sees it all', { takenBy: other }, 'sauda', {}, false, 'full'],
  ['S1-21 the nearest leader, where leaders are told', { accessPersons: [other] }, 'oslomet', { reporterLeader: other }, true, 'told'],
  [
    'S1-21 the nearest leader sees the own report alone, where leaders are not told',
    { accessPersons: [other] },
    'sauda',
    { reporterLeader: other },
    true,
    'reporter',
  ],
  [
    'S1-21 a leader who is not on the list sees the own report alone',
    { accessPersons: [] },
    'oslomet',
    { reporterLeader: other },
    true,
    'reporter',
  ],
  [
    'S1-21 somebody on the list who is no leader of it sees the own report alone',
    { accessPersons: [other] },
    'oslomet',
    { reporterLeader: ids.leader },
    true,
    'reporter',
  ],
  ['S3-14 the leader whom it is left to', { accessPersons: [other], triage: 'internal' }, 'sauda', { affectedLeader: other }, true, 'told'],
  [
    'S3-14 the leader of what goes to Datatilsynet',
    { accessPersons: [other], triage: 'authority' },
    'sauda',
    { affectedLeader: other },
    true,
    'reporter',
  ],
  [
    'S3-14 another leader of what is left to one',
    { accessPersons: [other], triage: 'internal' },
    'sauda',
    { affectedLeader: ids.leader },
    true,
    'reporter',
  ],
  ['S4-138 whoever is asked sees the question, also in the own report', { inquiries: [inquiry(other)] }, 'sauda', {}, true, 'asked'],
  [
    'S4-154 whoever has a measure sees the measure',
    { measures: [{ ...somePlannedMeasure, responsiblePerson: other }] },
    'sauda',
    {},
    false,
    'asked',
  ],
  [
    'S4-154 whoever has a measure in the own report sees the report',
    { measures: [{ ...somePlannedMeasure, responsiblePerson: other }] },
    'sauda',
    {},
    true,
    'reporter',
  ],
])('%s', (_, over, preset, report, isReporter, expected) => expect(sees(over, preset, report, isReporter)).toBe(expected))

it.each(['handler', 'assessor', 'decider', 'coSigner', 'sender', 'drafter', 'signer'] as const)(
  'the %s sees it all, and of a draft nothing more than anybody',
  (part) => {
    const open = { ...makeDeviation('sauda', { status: 'open' }), accessRoles: [] }
    const view = (deviation: Deviation) =>
      audienceOf({ deviation, profile: profiles.sauda, parts: new Set([part]) }, makeActor(['employee'], { personId: other }))
    expect([view(open), view({ ...open, status: 'draft' })]).toEqual(['full', 'told'])
  },
)

it('a role on the list sees it all, without a part of its own', () => {
  const open = { ...makeDeviation('sauda', { status: 'open' }), accessRoles: ['ciso' as const] }
  expect([seen(open, 'sauda', ['ciso'], other), seen({ ...open, status: 'draft' }, 'sauda', ['ciso'], other, true)]).toEqual([
    'full',
    'reporter',
  ])
})
