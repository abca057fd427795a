import { expect, it } from 'vitest'
import { emptyValues } from '../../../kernel/fields.ts'
import { blankDeviation } from '../blank.ts'
import { clockRuns, withClock } from '../clock.ts'
import { ids, makeActor, makeDeviation, someMonday } from '../factory.ts'
import { type OldCase, oldCaseFields } from '../fields-import.ts'
import { partsOf } from '../permissions.ts'
import { profiles } from '../presets.ts'
import { dueTasks } from '../tasks.ts'
import { bringIn, changeOldCase, oldCaseOf, takeBackOldCase, wrongIn } from './rules.ts'

const today = '2026-03-02'
const said = (over: Partial<OldCase> = {}): OldCase => ({
  ...emptyValues(oldCaseFields),
  ended: 'closed',
  externalReference: 'C-17',
  receivedOn: '2023-05-03',
  discoveredOn: '2023-05-02',
  closedOn: '2023-05-20',
  whatHappened: 'Et brev gikk til feil adresse.',
  affectedCount: 3,
  level: 'high',
  notified: 'yes',
  notifiedOn: '2023-05-04',
  ...over,
})
const blank = blankDeviation({
  ...{ id: ids.case, organisationId: ids.organisation, profileVersion: 1, language: 'nn', createdAt: someMonday },
  channel: 'imported',
})
const brought = (over: Partial<OldCase> = {}) => {
  const outcome = bringIn(blank, said(over), { year: 2023, number: 1 }, today)
  if (!outcome.ok) throw new Error(outcome.why)
  return outcome.next
}

it('S3-08 an old case is closed history: no clock ever, no task, and nothing is done in it but to take out what has no place there', () => {
  const next = brought()
  expect(next).toMatchObject({ status: 'closed', channel: 'imported', notifyBy: null, authorityTrack: 'notified', measures: [] })
  expect([clockRuns(next), withClock(next, profiles.sauda).notifyBy]).toEqual([false, null])
  expect(dueTasks(next, profiles.sauda)).toEqual([])
  const queued = { ...next, queueRoles: ['dpo'], accessRoles: ['dpo'] }
  expect([...partsOf(queued, makeActor(['dpo']), profiles.sauda, { isReporter: false, ownsSystem: false })]).toEqual(['handler'])
})

it('S3-08 what the file says is what the case says, and what it does not say is not known', () => {
  expect(oldCaseOf(brought())).toEqual(said())
  const bare = said({ discoveredOn: null, closedOn: null, affectedCount: null, level: null, notified: null, notifiedOn: null })
  expect(oldCaseOf(brought(bare))).toEqual(bare)
  expect(brought(bare)).toMatchObject({ assessedAt: null, authorityTrack: 'undecided', report: { affectedKnown: null } })
})

it.each<[string, Partial<OldCase>, string]>([
  ['no day it was reported', { receivedOn: null }, 'dayMissing'],
  ['still open there', { ended: 'open' }, 'stillOpen'],
  ['a day that is not yet', { closedOn: '2026-03-03' }, 'aheadOfToday'],
  ['discovered after it was reported', { discoveredOn: '2023-05-04' }, 'discoveredAfter'],
  ['closed before it was reported', { closedOn: '2023-05-02' }, 'closedBefore'],
  ['no, and a day', { notified: 'no' }, 'saysBoth'],
  ['nobody told, and a day', { informed: 'no', informedOn: '2023-05-04' }, 'saysBoth'],
])('S3-08 a row with %s is refused', (_, over, why) => {
  expect(wrongIn(said(over), today)).toMatchObject({ why })
  expect(bringIn(blank, said(over), { year: 2023, number: 1 }, today)).toMatchObject({ ok: false, why })
})

it('S3-08 the same file again changes nothing, and a number that another case has is not written over', () => {
  const next = brought()
  expect(changeOldCase(next, said(), today)).toMatchObject({ ok: false, why: 'nothingChanged' })
  expect(changeOldCase(next, said({ affectedCount: 4 }), today)).toMatchObject({
    events: [{ type: 'deviation.edited', fields: ['affectedCount'] }],
  })
  expect(changeOldCase(next, said({ receivedOn: '2024-01-08' }), today)).toMatchObject({ ok: false, why: 'otherCase' })
  expect(changeOldCase(makeDeviation('sauda'), said(), today)).toMatchObject({ ok: false, why: 'ownCase' })
})

it('S3-08 only what an import added is taken back, while nothing hangs on it', () => {
  expect(takeBackOldCase(brought(), false)).toMatchObject({ ok: true })
  expect(takeBackOldCase(brought(), true)).toMatchObject({ why: 'inUse' })
  expect(takeBackOldCase(makeDeviation('sauda'), false)).toMatchObject({ why: 'notNow' })
})

it.each<[string, Partial<OldCase>, object]>([
  ['told, without a day', { notified: 'yes', notifiedOn: null }, { authorityTrack: 'notified', authorityNotifiedAt: null }],
  ['told, by the day alone', { notified: null, notifiedOn: '2023-05-04' }, { authorityTrack: 'notified' }],
  ['not told', { notified: 'no', notifiedOn: null }, { authorityTrack: 'notOwed' }],
  ['not known', { notified: null, notifiedOn: null }, { authorityTrack: 'undecided' }],
  ['those affected told', { informed: 'yes', informedOn: null }, { subjectsTrack: 'informed', subjectsInformedAt: null }],
  ['those affected told, by the day alone', { informed: null, informedOn: '2023-05-06' }, { subjectsTrack: 'informed' }],
  ['those affected not told', { informed: 'no', informedOn: null }, { subjectsTrack: 'notOwed' }],
  ['not known whether those affected were told', { informed: null, informedOn: null }, { subjectsTrack: 'undecided' }],
  ['how many', { affectedCount: 3 }, { report: { affectedKnown: 'exact', affectedCount: 3 } }],
  ['a level, of a case without a day of closing', { closedOn: null }, { assessedAt: new Date('2023-05-02T22:00:00Z'), closedAt: null }],
  ['a level', {}, { assessedAt: new Date('2023-05-19T22:00:00Z') }],
])('S3-08 the file says %s', (_, over, kept) => {
  expect(brought(over)).toMatchObject(kept)
})

it.each<[string, Partial<OldCase>]>([
  ['told', { notified: 'yes', notifiedOn: '2023-05-04', informed: 'yes', informedOn: '2023-05-06' }],
  ['not told', { notified: 'no', notifiedOn: null, informed: 'no', informedOn: null }],
])('S3-08 what it says of who was told is read back as it was: %s', (_, over) => expect(oldCaseOf(brought(over))).toEqual(said(over)))

it.each<[string, Partial<OldCase>, readonly string[] | null]>([
  ['no day it was reported', { receivedOn: null }, ['dayMissing', 'receivedOn']],
  ['still open there', { ended: 'open' }, ['stillOpen', 'ended']],
  ['two days that are not yet', { closedOn: '2026-03-03', notifiedOn: '2026-03-04' }, ['aheadOfToday', 'closedOn', 'notifiedOn']],
  ['closed today', { closedOn: today }, null],
  ['discovered the day after', { discoveredOn: '2023-05-04' }, ['discoveredAfter', 'discoveredOn']],
  ['discovered the day it was reported', { discoveredOn: '2023-05-03' }, null],
  ['discovered on no day', { discoveredOn: null }, null],
  ['closed the day before', { closedOn: '2023-05-02' }, ['closedBefore', 'closedOn']],
  ['closed the day it was reported', { closedOn: '2023-05-03' }, null],
  ['closed on no day', { closedOn: null }, null],
  ['no, and a day', { notified: 'no' }, ['saysBoth', 'notified']],
  ['no, and no day', { notified: 'no', notifiedOn: null }, null],
  ['nobody told, and a day', { informed: 'no', informedOn: '2023-05-04' }, ['saysBoth', 'informed']],
  ['nobody told, and no day', { informed: 'no' }, null],
  ['told, and a day', { informed: 'yes', informedOn: '2023-05-04' }, null],
])('S3-08 a row with %s is mended at its column', (_, over, blamed) => {
  const refusal = wrongIn(said(over), today)
  expect(refusal && [refusal.why, ...refusal.fields]).toEqual(blamed)
})

it('S3-08 each step is told of, and a row that is wrong changes nothing', () => {
  const told = (outcome: ReturnType<typeof takeBackOldCase>) => (outcome.ok ? outcome.events : [outcome.why, ...outcome.fields])
  expect(told(bringIn(blank, said(), { year: 2023, number: 1 }, today))).toEqual([{ type: 'deviation.broughtIn' }])
  expect(told(takeBackOldCase(brought(), false))).toEqual([{ type: 'deviation.takenBack' }])
  expect(told(changeOldCase(brought(), said({ affectedCount: 4 }), today))).toEqual([
    { type: 'deviation.edited', part: 'report', fields: ['affectedCount'] },
  ])
  expect(told(changeOldCase(brought(), said({ closedOn: '2023-05-02' }), today))).toEqual(['closedBefore', 'closedOn'])
  expect(told(changeOldCase(brought(), said({ receivedOn: null }), today))).toEqual(['dayMissing', 'receivedOn'])
  expect(told(changeOldCase(brought(), said({ receivedOn: '2024-01-08' }), today))).toEqual(['otherCase', 'externalReference'])
  expect(told(changeOldCase(makeDeviation('sauda'), said(), today))).toEqual(['ownCase', 'externalReference'])
})
