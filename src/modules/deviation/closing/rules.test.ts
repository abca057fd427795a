import { describe, expect, test } from 'vitest'
import type { Role } from '../../../kernel/actor.ts'
import type { Preset } from '../../../kernel/profile.ts'
import { decideSubjects } from '../assessment/rules.ts'
import type { Deviation } from '../deviation.ts'
import { ids, makeBy, makeDeviation, must, someMonday } from '../factory.ts'
import { documentationFields } from '../fields-closing.ts'
import { profiles } from '../presets.ts'
import { lastDecision } from '../rests.ts'
import { trackAuthority } from '../rules.ts'
import { makeReady, somePlannedMeasure, writtenClosing } from './factory.ts'
import {
  close,
  closingChecks,
  closingGaps,
  editClosing,
  followsAll,
  followUp,
  memoIsWhole,
  proposeClosing,
  reopen,
  returnToHandling,
} from './rules.ts'

const presets = ['oslomet', 'uio', 'sauda', 'sandnes'] as const
const codes = (deviation: Deviation, preset: Preset, proposing = false) =>
  closingGaps(deviation, profiles[preset], proposing).map((gap) => gap.code)
const by = (deviation: Deviation, preset: Preset, role: Role, over = {}) => makeBy(deviation, preset, [role], over)
const leads = { personId: ids.leader, leads: [ids.unit] }

describe('what must be in place', () => {
  test.each(presets)('a case of %s with all of it may be closed or proposed', (preset) => {
    const ready = makeReady(preset)
    expect(codes(ready, preset, true)).toEqual([])
    expect(codes(ready, preset)).toEqual(preset === 'sandnes' ? ['notProposed'] : [])
  })

  test.each(Object.keys(documentationFields))('S3-06 with %s empty the case is not closed, told to Datatilsynet or not', (field) => {
    const { [field as 'volume']: _, ...rest } = writtenClosing
    for (const [level, track] of [
      ['medium', 'notified'],
      ['low', 'notOwed'],
    ] as const) {
      const ready = makeReady('sauda', { level, closing: rest })
      expect(ready.authorityTrack).toBe(track)
      expect(close(ready, null, by(ready, 'sauda', 'dpo'))).toEqual({ ok: false, why: 'incomplete', fields: [field] })
      const whole = must(editClosing(ready, { ...ready.closing, [field]: 'Skrevet.' }, by(ready, 'sauda', 'dpo')))
      expect(close(whole, null, by(whole, 'sauda', 'dpo')).ok).toBe(true)
    }
  })

  test.each(presets)('S3-07 in %s a breach of low risk that touched nobody needs the four parts too', (preset) => {
    const { circumstances: _, actualEffects: __, ...rest } = writtenClosing
    const ready = makeReady(preset, { level: 'low', report: { affectedCount: 0 }, closing: rest })
    expect(closingGaps(ready, profiles[preset], true)).toMatchObject([
      { code: 'documentation', fields: ['circumstances', 'actualEffects'] },
    ])
  })

  test.each(['lessons', 'routineChange'])('S4-125 with %s empty the case is not closed', (field) => {
    const { [field as 'lessons']: _, ...rest } = writtenClosing
    expect(closingGaps(makeReady('oslomet', { closing: rest }), profiles.oslomet)).toMatchObject([{ code: 'lessons', fields: [field] }])
  })

  // Written out, and not made from the fields: a field that is no longer demanded is missed, and the row stands where it is looked for.
  test.each([
    ['S4-149', 'memoBriefing'],
    ['S4-147', 'memoIncident'],
    ['S4-151', 'memoRules'],
    ['S4-152', 'memoDiscussion'],
    ['S4-153', 'memoAssessment'],
    ['S4-147', 'memoConclusion'],
  ])('%s with %s empty the memo is not sent to the controller', (_row, field) => {
    const { [field as 'memoRules']: _, ...rest } = writtenClosing
    const ready = makeReady('sandnes', { closing: rest })
    expect(proposeClosing(ready, null, by(ready, 'sandnes', 'dpo'))).toEqual({ ok: false, why: 'incomplete', fields: [field] })
  })

  test('S4-150 a part that a suggestion left open is not finished', () => {
    const ready = makeReady('sandnes', {
      closing: { ...writtenClosing, memoIncident: 'Hva som skjedde: en liste.\n\nNår det skjedde: [fyll ut]' },
    })
    expect(closingGaps(ready, profiles.sandnes, true)).toMatchObject([{ code: 'memo', fields: ['memoIncident'] }])
  })

  test('S1-49 a case with a track open is not closed; a reasoned exception closes the track', () => {
    const ready = makeReady('oslomet')
    const decider = by(ready, 'oslomet', 'centralAssessor')
    for (const authorityTrack of ['undecided', 'owed', 'preliminary'] as const)
      expect(close({ ...ready, authorityTrack }, null, decider)).toMatchObject({ ok: false, fields: ['authorityOpen'] })
    for (const subjectsTrack of ['undecided', 'owed'] as const)
      expect(close({ ...ready, subjectsTrack }, null, decider)).toMatchObject({ ok: false, fields: ['subjectsOpen'] })
    expect(ready.subjectsTrack).toBe('notOwed')
    expect(close(ready, null, decider).ok).toBe(true)
  })

  test('S1-49 where the public is told instead of each, it is closed when that is published, and not before', () => {
    const ready = makeReady('oslomet')
    const decider = by(ready, 'oslomet', 'centralAssessor')
    const last = {
      id: ids.unit,
      kind: 'subjects',
      outcome: 'notInform',
      reason: 'Mange',
      ground: 'disproportionate',
      by: ids.person,
    } as const
    const waits = { ...ready, decisions: [...ready.decisions, { ...last, at: someMonday, restsOn: null }] }
    expect(close(waits, null, decider)).toMatchObject({ ok: false, fields: ['announcementOpen'] })
    const published = { ...waits, handling: { ...waits.handling, announcedOn: '2026-03-02', announcedWhere: 'Nettsiden' } }
    expect(close(published, null, decider).ok).toBe(true)
  })

  test('S4-143 Sandnes: the case is not closed while the letter is owed; sent, or with an exception and its reason, it is', () => {
    const ready = makeReady('sandnes')
    const dpo = by(ready, 'sandnes', 'dpo')
    expect(decideSubjects(ready, 'notInform', 'lowRisk', null, dpo)).toMatchObject({ ok: false, why: 'reasonMissing' })
    expect(lastDecision(ready, 'subjects')).toMatchObject({ outcome: 'notInform', reason: 'Risikoen er ikke høy.' })
    const proposed = must(proposeClosing(ready, null, dpo))
    const controller = by(proposed, 'sandnes', 'controller')
    for (const subjectsTrack of ['undecided', 'owed'] as const) {
      expect(proposeClosing({ ...ready, subjectsTrack }, null, dpo)).toMatchObject({ ok: false, fields: ['subjectsOpen'] })
      expect(close({ ...proposed, subjectsTrack }, null, controller)).toMatchObject({ ok: false, fields: ['subjectsOpen'] })
    }
    for (const subjectsTrack of ['notOwed', 'informed'] as const)
      expect(close({ ...proposed, subjectsTrack }, null, controller).ok).toBe(true)
  })

  test('S4-141 only when all who assess together find the measures good enough may closing be proposed', () => {
    const doubted = makeReady('sandnes', { enough: 'no' })
    expect(codes(doubted, 'sandnes', true)).toEqual(['measuresNotEnough'])
    const ready = makeReady('sandnes')
    expect(codes({ ...ready, signOffs: ready.signOffs.slice(1) }, 'sandnes', true)).toEqual(['signOffs'])
    expect(must(proposeClosing(ready, 'Godt nok.', by(ready, 'sandnes', 'dpo')))).toMatchObject({
      status: 'proposed',
      closing: { proposal: 'Godt nok.' },
    })
  })

  test.each(presets)('in %s what is no breach needs only what was learnt', (preset) => {
    const open = makeDeviation(preset, { report: { personalData: 'no' } })
    expect(closingChecks(open, profiles[preset]).map((check) => check.code)).toEqual(['lessons'])
  })

  test('every check of a breach is there, also those that are met', () => {
    expect(closingChecks(makeReady('sandnes'), profiles.sandnes).map(({ code, met }) => `${code} ${met}`)).toEqual([
      'breachUndecided true',
      'notAssessed true',
      'signOffs true',
      'measuresNotEnough true',
      'authorityOpen true',
      'subjectsOpen true',
      'documentation true',
      'lessons true',
      'memo true',
      'notProposed false',
    ])
  })
})

describe('who closes', () => {
  const closers: readonly { readonly preset: Preset; readonly may: readonly Role[]; readonly mayNot: readonly Role[] }[] = [
    { preset: 'oslomet', may: ['centralAssessor'], mayNot: ['controller', 'leader', 'dpo', 'ciso'] },
    { preset: 'uio', may: ['controller'], mayNot: ['cert', 'leader', 'dpo'] },
    { preset: 'sauda', may: ['dpo'], mayNot: ['controller', 'leader', 'serviceDesk'] },
    { preset: 'sandnes', may: ['controller'], mayNot: ['dpo', 'gdprUnit', 'ciso', 'leader'] },
  ]

  test.each(closers)('S4-148 in $preset $may closes and $mayNot do not', ({ preset, may, mayNot }) => {
    const ready = makeReady(preset)
    const [assessor = 'dpo'] = profiles[preset].assessment.assessors
    const closable = preset === 'sandnes' ? must(proposeClosing(ready, null, by(ready, preset, assessor))) : ready
    for (const role of may) expect(close(closable, null, by(closable, preset, role)).ok, role).toBe(true)
    for (const role of mayNot) expect(close(closable, null, by(closable, preset, role)), role).toMatchObject({ why: 'notAllowed' })
  })

  test('S4-148 in Sandnes a case without a proposal is not closed, and "no" sends it back with the reason', () => {
    const ready = makeReady('sandnes')
    const controller = by(ready, 'sandnes', 'controller')
    expect(close(ready, null, controller)).toMatchObject({ why: 'incomplete', fields: ['notProposed'] })
    const proposed = must(proposeClosing(ready, null, by(ready, 'sandnes', 'dpo')))
    expect(returnToHandling(proposed, null, controller)).toMatchObject({ why: 'reasonMissing' })
    const back = must(returnToHandling(proposed, 'Rutinen er ikke endret.', controller))
    expect(back.status).toBe('open')
    expect(back.decisions.at(-1)).toMatchObject({ kind: 'closing', outcome: 'notClose', reason: 'Rutinen er ikke endret.', by: ids.person })
    expect(returnToHandling(proposed, 'Nei.', by(proposed, 'sandnes', 'dpo'))).toMatchObject({ why: 'notAllowed' })
    expect(must(close(proposed, 'Ja.', controller)).decisions.at(-1)).toMatchObject({ kind: 'closing', outcome: 'close', reason: 'Ja.' })
  })

  test('S3-14 the leader closes an internal deviation of the unit, and no other', () => {
    const internal = makeReady('sauda', { level: 'low', triage: 'internal' })
    expect(close(internal, null, by(internal, 'sauda', 'leader', leads)).ok).toBe(true)
    expect(close(internal, null, by(internal, 'sauda', 'leader', { personId: ids.owner, leads: [ids.system] }))).toMatchObject({
      why: 'notAllowed',
    })
    const reported = { ...makeReady('sauda'), triage: 'authority' as const }
    expect(close(reported, null, by(reported, 'sauda', 'leader', leads))).toMatchObject({ why: 'notAllowed' })
    const undecided = { ...internal, triage: null }
    expect(close(undecided, null, by(undecided, 'sauda', 'leader', leads))).toMatchObject({ why: 'notAllowed' })
  })

  test('S3-14 the leader writes the documentation of what is left to the leader, and of nothing else', () => {
    const internal = makeReady('sauda', { level: 'low', triage: 'internal' })
    const answers = { ...internal.closing, lessons: 'Vi sender lenker.' }
    expect(editClosing(internal, answers, by(internal, 'sauda', 'leader', leads)).ok).toBe(true)
    const other = { ...internal, triage: null }
    expect(editClosing(other, answers, by(other, 'sauda', 'leader', leads))).toMatchObject({ why: 'notAllowed' })
  })

  test('while somebody decides, nobody changes the memo', () => {
    const ready = makeReady('sandnes')
    const proposed = must(proposeClosing(ready, null, by(ready, 'sandnes', 'dpo')))
    const answers = { ...proposed.closing, memoConclusion: 'Noe annet.' }
    expect(editClosing(proposed, answers, by(proposed, 'sandnes', 'dpo'))).toMatchObject({ why: 'notNow' })
  })
})

describe('opening again', () => {
  test.each(presets)('in %s a closed case is opened with a reason, and closed again', (preset) => {
    const ready = makeReady(preset)
    const [assessor = 'dpo'] = profiles[preset].assessment.assessors
    const [decider = 'dpo'] = profiles[preset].closing.deciders
    const proposed = must(proposeClosing(ready, null, by(ready, preset, assessor)))
    const closed = must(close(proposed, null, by(proposed, preset, decider)))
    expect(closed).toMatchObject({ status: 'closed', closedAt: expect.any(Date) })
    expect(reopen(closed, null, by(closed, preset, assessor))).toMatchObject({ why: 'reasonMissing' })
    expect(reopen(closed, 'Nytt.', by(closed, preset, 'superUser'))).toMatchObject({ why: 'notAllowed' })
    const again = must(reopen(closed, 'Det har skjedd igjen.', by(closed, preset, assessor)))
    expect(again).toMatchObject({ status: 'open', closedAt: null })
    expect(again.decisions.at(-1)).toMatchObject({ kind: 'reopening', reason: 'Det har skjedd igjen.' })
    expect(again.authorityTrack).toBe('notified')
    expect(closingGaps(again, profiles[preset], true)).toEqual([])
  })

  test('a closed case answers to no other deed', () => {
    const ready = makeReady('oslomet')
    const central = by(ready, 'oslomet', 'centralAssessor')
    const closed = must(close(ready, null, central))
    expect(close(closed, null, central)).toMatchObject({ why: 'notNow' })
    expect(proposeClosing(closed, null, central)).toMatchObject({ why: 'notNow' })
    expect(returnToHandling(closed, 'Nei.', central)).toMatchObject({ why: 'notNow' })
    expect(trackAuthority(closed, 'withdrawn', central.now, central)).toMatchObject({ ok: false })
  })
})

const told = (outcome: ReturnType<typeof close>): readonly unknown[] => (outcome.ok ? outcome.events : [outcome.why, ...outcome.fields])

describe('what is done after the closing is proposed', () => {
  const { id } = somePlannedMeasure
  const closed = (over: Partial<Deviation> = {}): Deviation => ({ ...makeReady('sauda'), status: 'closed', ...over })
  const mine = { ...somePlannedMeasure, id: 'mine', responsiblePerson: ids.owner, responsible: null }
  const carrier = { personId: ids.owner }
  const done = (
    one: Deviation,
    who: ReturnType<typeof makeBy>,
    over: { id?: string | null; on?: string | null; evidence?: string | null } = {},
  ) => {
    const { id: which = id, on = '2026-03-02', evidence = 'Kvittering' } = over
    return told(followUp(one, which, on, evidence, false, who))
  }
  const dpo = (one: Deviation) => by(one, 'sauda', 'dpo', carrier)
  const both = () => closed({ measures: [somePlannedMeasure, mine] })
  const employee = (one: Deviation) => by(one, 'sauda', 'employee', carrier)

  test.each<readonly [string, () => readonly unknown[], readonly unknown[]]>([
    ['by those who handle', () => done(closed(), dpo(closed())), [{ type: 'deviation.followedUp' }]],
    ['twice', () => done(closed({ measures: [{ ...somePlannedMeasure, state: 'done' }] }), dpo(closed())), ['nothingChanged']],
    ['of none', () => done(closed(), dpo(closed()), { id: null }), ['incomplete', 'measure']],
    ['on no day', () => done(closed(), dpo(closed()), { on: null }), ['incomplete', 'doneOn']],
    ['of none on no day', () => done(closed(), dpo(closed()), { id: 'x', on: null }), ['incomplete', 'measure', 'doneOn']],
    ['tomorrow', () => done(closed(), dpo(closed()), { on: '2026-03-03' }), ['future', 'doneOn']],
    ['with nothing that shows it', () => done(closed(), dpo(closed()), { evidence: null }), ['evidenceMissing', 'evidence']],
    ['by somebody who has none', () => done(closed(), by(closed(), 'sauda', 'auditor', carrier)), ['notAllowed']],
    ['by whoever has it to do', () => done(both(), employee(both()), { id: 'mine' }), [{ type: 'deviation.followedUp' }]],
    ['that is another’s, by whoever has one to do', () => done(both(), employee(both())), ['incomplete', 'measure']],
    [
      'while the case is handled, by whoever has it to do',
      () => done({ ...both(), status: 'open' }, employee(both()), { id: 'mine' }),
      [{ type: 'deviation.followedUp' }],
    ],
    [
      'while the case is handled, by those who handle it: in their own list',
      () => done({ ...closed(), status: 'open' }, dpo(closed())),
      ['notNow'],
    ],
  ])('S4-154 a measure is done %s', (_, deed, expected) => expect(deed()).toEqual(expected))

  test('S4-154 the one that is done says when and what shows it, and the others stand', () => {
    const after = must(followUp(both(), 'mine', '2026-03-01', 'Kvittering', false, dpo(both())))
    expect(after.measures).toEqual([somePlannedMeasure, { ...mine, state: 'done', doneOn: '2026-03-01', evidence: 'Kvittering' }])
  })
  test('S4-154 the owner of the system does what is the owner’s', () => {
    const owners = closed({ measures: [{ ...somePlannedMeasure, responsible: null, responsibleRole: 'systemOwner' }] })
    const owner = makeBy(owners, 'sauda', ['employee'], { ...carrier, ownsSystem: true })
    expect(followUp(owners, id, '2026-03-02', 'Kvittering', true, owner).ok).toBe(true)
  })
  test('S4-154 those who handle, assess or close see all of them; whoever has one to do sees that', () => {
    const all = (['handler', 'assessor', 'closer', 'responsible', 'reporter', 'signer'] as const).filter((part) =>
      followsAll(new Set([part])),
    )
    expect(all).toEqual(['handler', 'assessor', 'closer'])
  })
})

describe('each step of the closing is told of', () => {
  const ready = () => makeReady('sandnes')
  const dpo = (one: Deviation) => by(one, 'sandnes', 'dpo')
  const proposed = () => must(proposeClosing(ready(), null, dpo(ready())))
  const controller = () => by(proposed(), 'sandnes', 'controller')

  test('proposed, returned, closed and opened again', () => {
    expect(told(proposeClosing(ready(), 'Godt nok.', dpo(ready())))).toEqual([{ type: 'deviation.proposed' }])
    expect(told(returnToHandling(proposed(), 'Nei.', controller()))).toEqual([{ type: 'deviation.returned' }])
    expect(told(close(proposed(), null, controller()))).toEqual([{ type: 'deviation.closed' }])
    const done = must(close(proposed(), null, controller()))
    expect(told(reopen(done, 'Nytt.', dpo(done)))).toEqual([{ type: 'deviation.reopened' }])
    expect(must(reopen(done, 'Nytt.', dpo(done))).decisions.at(-1)).toMatchObject({ kind: 'reopening', outcome: 'reopen' })
  })
  test('what is written says which answers, and what is read again says which text', () => {
    const edit = (one: Deviation, over: object, page?: readonly string[]) =>
      told(editClosing(one, { ...one.closing, ...over }, dpo(one), page))
    expect(edit(ready(), { lessons: 'Nytt.', memoRules: 'Nytt.' })).toEqual([
      { type: 'deviation.edited', part: 'closing', fields: ['lessons', 'memoRules'] },
    ])
    expect(edit(ready(), {})).toEqual(['nothingChanged'])
    expect(edit(ready(), {}, ['circumstances', 'memoRules'])).toEqual(['nothingChanged'])
    const old = { ...ready(), documentedOn: { dataTypes: 'health' }, memoOn: { level: 'high' } }
    expect(edit(old, {}, ['circumstances'])).toEqual([{ type: 'deviation.readAgain', part: 'documentation' }])
    expect(edit(old, {}, ['memoRules'])).toEqual([{ type: 'deviation.readAgain', part: 'memo' }])
    expect(edit(old, {}, ['lessons'])).toEqual(['nothingChanged'])
    const saved = must(editClosing(old, { ...old.closing, circumstances: 'Nytt.' }, dpo(old)))
    expect([saved.documentedOn?.dataTypes, saved.memoOn]).toEqual(['', { level: 'high' }])
  })
  test('S4-149 the memo is whole when all six parts are there', () => {
    expect(memoIsWhole(ready())).toBe(true)
    expect(memoIsWhole({ closing: { ...ready().closing, memoRules: null } })).toBe(false)
  })
  test('S1-50 what is no breach after all is not closed while a preliminary notice stands', () => {
    const open = makeDeviation('oslomet', { status: 'open' })
    const none = { ...open, breach: 'no' as const, authorityTrack: 'preliminary' as const }
    expect(codes(none, 'oslomet')).toEqual(['authorityOpen', 'lessons'])
    expect(codes({ ...none, authorityTrack: 'withdrawn' }, 'oslomet')).toEqual(['lessons'])
  })
  test('a closed case has been proposed', () => {
    const done = { ...ready(), status: 'closed' as const }
    expect(codes(done, 'sandnes')).toEqual([])
  })
})
