import { describe, expect, it } from 'vitest'
import { type Preset, presets } from '../../kernel/profile.ts'
import { assess } from './assessment/rules.ts'
import { clockBasis, clockState } from './clock.ts'
import { makeReady } from './closing/factory.ts'
import { close, closingGaps, editClosing } from './closing/rules.ts'
import type { Deviation } from './deviation.ts'
import { hoursFrom, ids, makeBy, makeDeviation, must, someMonday } from './factory.ts'
import type { AssessmentAnswers } from './fields-assessment.ts'
import { maySee, partsOf } from './permissions.ts'
import { profiles } from './presets.ts'
import { editReport } from './report/rules.ts'
import { fallenBecause, lastDecision } from './rests.ts'
import { countOrders, decideBreach, sayPersonalData } from './rules.ts'
import { eventsOfFall } from './settle.ts'
import { dueTasks } from './tasks.ts'

const as = (deviation: Deviation, preset: Preset) => makeBy(deviation, preset, [...profiles[preset].assessment.assessors])
const leader = (deviation: Deviation) => makeBy(deviation, 'sauda', ['employee'], { personId: ids.leader, leads: [ids.unit] })
const judge = (deviation: Deviation, preset: Preset, over: Partial<AssessmentAnswers>) =>
  assess(deviation, { ...deviation.assessment, ...over }, over.level === 'high' ? ['H1'] : [], true, as(deviation, preset))
const kinds = (deviation: Deviation, preset: Preset) => dueTasks(deviation, profiles[preset]).map(({ kind }) => kind)

describe('an answer falls when what it rests on is changed', () => {
  it('S3-14 a leader does not close what was found internal, and then found to be of high risk', () => {
    const internal = makeReady('sauda', { level: 'low', triage: 'internal' })
    expect(close(internal, null, leader(internal)).ok).toBe(true)
    const high = must(judge(internal, 'sauda', { level: 'high' }))
    expect(high).toMatchObject({ triage: null, authorityTrack: 'owed', subjectsTrack: 'owed' })
    expect(close(high, null, leader(high))).toMatchObject({ ok: false, why: 'notAllowed' })
    expect(fallenBecause(high, 'authority')).toContain('level')
    expect(eventsOfFall(internal, high, true).map((event) => 'what' in event && event.what)).toEqual(['authority', 'subjects', 'triage'])
    // A change back raises nothing: somebody decides again.
    const low = must(judge(high, 'sauda', { level: 'low' }))
    expect(low.authorityTrack).toBe('undecided')
    expect(kinds(low, 'sauda')).toEqual(
      expect.arrayContaining(['deviation.decideAuthority', 'deviation.decideSubjects', 'deviation.triage']),
    )
  })
  it.each(presets)('%s: an assessment of ten is no assessment of ten thousand, and "no breach" falls with what was reported', (preset) => {
    const ready = makeReady(preset, { level: 'low' })
    const more = must(editReport(ready, { ...ready.report, affectedCount: 10_000 }, ready.measures, as(ready, preset)))
    expect(more).toMatchObject({ assessedAt: null, authorityTrack: 'undecided' })
    expect(closingGaps(more, profiles[preset]).map(({ code }) => code)).toEqual(expect.arrayContaining(['notAssessed', 'documentationOld']))
    const none = must(decideBreach(ready, 'no', 'Ingen.', as(ready, preset)))
    expect(clockState(none, someMonday)).toBe('none')
    const health = must(editReport(none, { ...none.report, dataTypes: ['health'] }, none.measures, as(none, preset)))
    expect(health.breach).toBeNull()
    expect(health.notifyBy).not.toBeNull()
    expect(kinds(health, preset)).toContain('deviation.decideBreach')
  })
  it('a word put right in a text makes nothing fall', () => {
    const ready = makeReady('sandnes', { level: 'low' })
    const said = must(editReport(ready, { ...ready.report, whatHappened: 'En liste gikk feil.' }, ready.measures, as(ready, 'sandnes')))
    expect(said.authorityTrack).toBe('notOwed')
    expect(lastDecision(said, 'authority')).toBeDefined()
  })
  it('S3-06 what was written of other facts is read again before the case is closed: saved as it stands is read', () => {
    const ready = makeReady('oslomet', { level: 'low' })
    const dpo = as(ready, 'oslomet')
    const changed = must(editReport(ready, { ...ready.report, affectedCount: 25 }, ready.measures, dpo))
    expect(closingGaps(changed, profiles.oslomet).map(({ code }) => code)).toContain('documentationOld')
    const read = editClosing(changed, changed.closing, dpo, ['circumstances', 'volume'])
    expect(read).toMatchObject({ ok: true, events: [{ type: 'deviation.readAgain', part: 'documentation' }] })
    expect(closingGaps(must(read), profiles.oslomet).map(({ code }) => code)).not.toContain('documentationOld')
  })
  it('S3-45 reasons for a small step down are no reasons for a long one', () => {
    const ready = makeReady('sauda', { level: 'low' })
    const ticked = assess(ready, { ...ready.assessment }, ['H1'], true, as(ready, 'sauda'))
    expect(ticked).toMatchObject({ ok: false, why: 'incomplete', fields: ['levelReason'] })
    const anew = assess(ready, { ...ready.assessment, levelReason: 'Profileringen var stanset.' }, ['H1'], true, as(ready, 'sauda'))
    expect(anew.ok).toBe(true)
  })
  it('S4-159 an order from Datatilsynet holds the case open, and opens a closed one', () => {
    const ready = makeReady('sauda', { level: 'low' })
    const ordered = must(countOrders(ready, 1, as(ready, 'sauda')))
    expect(close(ordered, null, as(ordered, 'sauda'))).toMatchObject({ ok: false, fields: ['orders'] })
    const closed = must(close(ready, null, as(ready, 'sauda')))
    expect(must(countOrders(closed, 1, as(closed, 'sauda')))).toMatchObject({ status: 'open', closedAt: null, openOrders: 1 })
    expect(countOrders(closed, 1, leader(closed))).toMatchObject({ ok: false, why: 'notAllowed' })
  })
})

describe('the clock follows a word', () => {
  const clicked = (over: Partial<Deviation['report']> = {}) =>
    makeDeviation('oslomet', {
      status: 'open',
      report: { caseType: 'securityIncident', categories: ['THEFT_HACKING'], personalData: null, ...over },
    })
  it('of nobody it is assumed, from discovery, and the one question comes first; of somebody it is said', () => {
    expect(clicked()).toMatchObject({ notifyByAssumed: true, notifyBy: hoursFrom(someMonday, 62) })
    expect(clicked({ personalData: 'unsure' }).notifyByAssumed).toBe(true)
    expect(clicked({ personalData: 'yes' }).notifyByAssumed).toBe(false)
    expect(dueTasks(clicked(), profiles.oslomet)[0]).toMatchObject({ kind: 'deviation.settleData' })
    expect(dueTasks(clicked(), profiles.oslomet).find(({ kind }) => kind === 'deviation.assess')?.title.nb).toContain('antatt frist')
    const yes = must(sayPersonalData(clicked(), 'yes', as(clicked(), 'oslomet')))
    expect(clockBasis(yes)).toBe('said')
    const no = must(sayPersonalData(clicked(), 'no', as(clicked(), 'oslomet')))
    expect(no).toMatchObject({ notifyBy: null, notifyByAssumed: false })
  })
  it('is not taken away by a handler once somebody has said that personal data are affected', () => {
    const lost = makeDeviation('sandnes', { status: 'open', report: { caseType: 'itEquipment', personalData: 'yes' } })
    const desk = makeBy(lost, 'sandnes', ['serviceDesk'])
    expect(sayPersonalData(lost, 'no', desk)).toMatchObject({ ok: false, why: 'deciderSays' })
    expect(editReport(lost, { ...lost.report, personalData: 'no' }, lost.measures, desk)).toMatchObject({ ok: false, why: 'deciderSays' })
    const breach = must(decideBreach(lost, 'yes', 'Ja.', as(lost, 'sandnes')))
    expect(sayPersonalData(breach, 'no', as(breach, 'sandnes'))).toMatchObject({ ok: false, why: 'breachStands' })
  })
})

it.each(presets)(
  '%s: the data protection officer sees every case that may be a breach, and decides only where the profile says so',
  (preset) => {
    const profile = profiles[preset]
    for (const caseType of profile.deviation.caseTypes)
      for (const personalData of ['yes', 'unsure', null] as const) {
        const deviation = makeDeviation(preset, { report: { caseType, personalData } })
        const { actor } = makeBy(deviation, preset, ['dpo'])
        const standing = { isReporter: false, ownsSystem: false }
        expect(maySee(deviation, actor, standing), `${caseType} ${personalData}`).toBe(true)
        expect(partsOf(deviation, actor, profile, standing).has('decider')).toBe(profile.assessment.deciders.includes('dpo'))
      }
  },
)
