import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Role } from '../../kernel/actor.ts'
import { presets } from '../../kernel/profile.ts'
import { clockState, withClock } from './clock.ts'
import type { Deviation } from './deviation.ts'
import { hoursFrom, ids, makeBy, makeDeviation, must, someMonday } from './factory.ts'
import { profiles } from './presets.ts'
import {
  actionsIn,
  confirmExtent,
  countOrders,
  type DeviationOutcome,
  decideBreach,
  gate,
  isTold,
  memoNeeded,
  sayPersonalData,
  setAware,
  take,
  trackAuthority,
  trackSubjects,
} from './rules.ts'
import { derive } from './settle.ts'
import { dueTasks } from './tasks.ts'

const kinds = (deviation: Parameters<typeof dueTasks>[0], preset: keyof typeof profiles) =>
  dueTasks(deviation, profiles[preset]).map((task) => task.kind)
const assessorOf = (preset: keyof typeof profiles) => [...profiles[preset].assessment.assessors]

describe('deviation: the 72 hours', () => {
  it('S1-33 discovered ten hours ago: 62 hours are left', () => {
    const deviation = makeDeviation('oslomet')
    expect(deviation.notifyBy).toEqual(hoursFrom(someMonday, 62))
    expect(clockState(deviation, someMonday)).toBe('running')
  })
  it('counts from becoming aware once a named person has set it, with a reason', () => {
    const deviation = makeDeviation('sauda', { status: 'open' })
    const by = makeBy(deviation, 'sauda', ['dpo'])
    expect(setAware(deviation, hoursFrom(someMonday, -2), null, by)).toMatchObject({ ok: false, why: 'reasonMissing' })
    const next = must(setAware(deviation, hoursFrom(someMonday, -2), 'Da ringte mottakaren.', by))
    expect(next).toMatchObject({ awareBy: ids.person, notifyBy: hoursFrom(someMonday, 70) })
    expect(setAware(deviation, hoursFrom(someMonday, 1), 'I morgon', by)).toMatchObject({ ok: false, why: 'future' })
  })
  it('an unknown discovery counts from receipt (F12)', () => {
    const deviation = makeDeviation('oslomet', { report: { discoveredAt: null } })
    expect(deviation.notifyBy).toEqual(hoursFrom(someMonday, 72))
  })
  it('the clock does not run where no personal data are involved, or no breach has happened', () => {
    expect(makeDeviation('oslomet', { report: { personalData: 'no' } }).notifyBy).toBeNull()
    const deviation = makeDeviation('oslomet', { status: 'open' })
    const no = must(decideBreach(deviation, 'no', 'Øvelse.', makeBy(deviation, 'oslomet', ['centralAssessor'])))
    expect(no).toMatchObject({ notifyBy: null, authorityTrack: 'notOwed', subjectsTrack: 'notOwed' })
  })
  it('S4-136 told at 73 hours is late; at 72 hours sharp it is met; not told after 72 it is overdue', () => {
    const deviation = makeDeviation('sandnes', { status: 'open' })
    const due = deviation.notifyBy as Date
    const by = makeBy(deviation, 'sandnes', ['gdprUnit'], { now: hoursFrom(due, 2) })
    const sharp = must(trackAuthority(deviation, 'notified', due, by))
    const late = must(trackAuthority(deviation, 'notified', hoursFrom(due, 1), by))
    expect(clockState(sharp, hoursFrom(due, 5))).toBe('met')
    expect(clockState(late, hoursFrom(due, 5))).toBe('late')
    expect(clockState(deviation, new Date(due.getTime() + 60_000))).toBe('overdue')
  })
  it('S1-50 a preliminary notice stops the clock, and the complete one later does not make it late', () => {
    const deviation = makeDeviation('oslomet', { status: 'open' })
    const due = deviation.notifyBy as Date
    const by = makeBy(deviation, 'oslomet', ['centralAssessor'], { now: hoursFrom(due, 60) })
    const preliminary = must(trackAuthority(deviation, 'preliminary', hoursFrom(due, -12), by))
    const complete = must(trackAuthority(preliminary, 'notified', hoursFrom(due, 50), by))
    expect(preliminary.authorityTrack).toBe('preliminary')
    expect(clockState(complete, hoursFrom(due, 60))).toBe('met')
  })
  it('is 259,200 seconds whatever the discovery, also over both clock changes', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }), (at) => {
        const deviation = withClock(makeDeviation('sauda', { report: { discoveredAt: at } }), profiles.sauda)
        expect((deviation.notifyBy?.getTime() ?? 0) - at.getTime()).toBe(259_200_000)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('deviation: who may do what', () => {
  it('S1-44 whether it is a breach is said by the assessor with reasons, and by no unit leader', () => {
    const deviation = makeDeviation('oslomet', { status: 'open' })
    const leader = makeBy(deviation, 'oslomet', ['leader', 'unitHead'], { leads: [ids.unit] })
    const assessor = makeBy(deviation, 'oslomet', ['centralAssessor'])
    expect(decideBreach(deviation, 'yes', 'Fordi.', leader)).toMatchObject({ ok: false, why: 'notAllowed' })
    expect(decideBreach(deviation, 'yes', null, assessor)).toMatchObject({ ok: false, why: 'reasonMissing' })
    expect(must(decideBreach(deviation, 'yes', 'Lista er åpnet.', assessor))).toMatchObject({
      breach: 'yes',
      decisions: [{ kind: 'breach', outcome: 'yes', reason: 'Lista er åpnet.', by: ids.person }],
    })
  })
  it('a notice that has been sent is withdrawn before the breach is called none', () => {
    const deviation = {
      ...makeDeviation('sauda', { status: 'open' as const }),
      authorityTrack: 'notified' as const,
      authorityNotifiedAt: someMonday,
    }
    expect(decideBreach(deviation, 'no', 'Feil.', makeBy(deviation, 'sauda', ['dpo']))).toMatchObject({ ok: false, why: 'withdrawFirst' })
  })
  it.each(presets)('%s: taking the case opens it for whoever works the queue, and twice is no change', (preset) => {
    const deviation = makeDeviation(preset)
    const by = makeBy(deviation, preset, assessorOf(preset))
    const taken = must(take(deviation, by))
    expect(taken).toMatchObject({ status: 'open', takenBy: ids.person })
    expect(take(taken, by)).toMatchObject({ ok: false, why: 'nothingChanged' })
    expect(take(deviation, makeBy(deviation, preset, ['employee']))).toMatchObject({ ok: false, why: 'notAllowed' })
  })
  it('S3-16 only those the profile names as senders move the authority track', () => {
    const deviation = makeDeviation('sauda', { status: 'open' })
    expect(trackAuthority(deviation, 'notified', someMonday, makeBy(deviation, 'sauda', ['controller', 'ciso', 'leader']))).toMatchObject({
      ok: false,
      why: 'notAllowed',
    })
    expect(trackAuthority(deviation, 'notified', someMonday, makeBy(deviation, 'sauda', ['dpo'])).ok).toBe(true)
  })
  it('a closed case is not told about any more: it is reopened first', () => {
    const closed = { ...makeDeviation('sauda', { status: 'open' as const }), status: 'closed' as const }
    expect(trackSubjects(closed, someMonday, makeBy(closed, 'sauda', ['dpo']))).toMatchObject({ ok: false, why: 'notNow' })
  })
})

describe('deviation: what follows from its state', () => {
  it.each(presets)('S3-24 %s: containment and assessment stand open together from the first minute', (preset) => {
    expect(kinds(makeDeviation(preset), preset)).toEqual(
      expect.arrayContaining(['deviation.contain', 'deviation.assess', 'deviation.take']),
    )
  })
  it.each(['yes', 'unsure', null] as const)(
    'S3-05 the task to notify is due when the 72 hours end, also where they are only assumed (personal data: %s)',
    (personalData) => {
      const discoveredAt = new Date('2026-03-02T06:00:00Z')
      const clocked = withClock(makeDeviation('sauda', { status: 'open', report: { discoveredAt, personalData } }), profiles.sauda)
      const task = dueTasks({ ...clocked, authorityTrack: 'owed' }, profiles.sauda).find(({ kind }) => kind === 'deviation.notifyAuthority')
      expect(task?.dueAt).toEqual(new Date('2026-03-05T06:00:00Z'))
    },
  )
  it('S1-24 only a yes to personal data starts the 72 hours as said; a no starts none, and until somebody answers they are assumed', () => {
    const discoveredAt = new Date('2026-03-02T06:00:00Z')
    const clocked = (personalData: 'yes' | 'no' | 'unsure' | null) =>
      withClock(makeDeviation('oslomet', { status: 'open', report: { discoveredAt, personalData } }), profiles.oslomet)
    const due = new Date('2026-03-05T06:00:00Z')
    expect(clocked('yes')).toMatchObject({ notifyBy: due, notifyByAssumed: false })
    expect(clocked('no')).toMatchObject({ notifyBy: null, notifyByAssumed: false })
    for (const unsaid of ['unsure', null] as const) expect(clocked(unsaid)).toMatchObject({ notifyBy: due, notifyByAssumed: true })
  })
  it('no draft and no closed case has a task', () => {
    expect(kinds(makeDeviation('sauda', { status: 'draft' }), 'sauda')).toEqual([])
    expect(kinds({ ...makeDeviation('sauda'), status: 'closed' }, 'sauda')).toEqual([])
  })
  it('what has been told stays told, whatever the answers become', () => {
    const told = {
      ...makeDeviation('oslomet', { status: 'open' as const }),
      authorityTrack: 'notified' as const,
      authorityNotifiedAt: someMonday,
    }
    for (const level of ['unlikely', 'low', 'medium', 'high', null] as const) {
      const assessment = { ...told.assessment, level }
      expect(derive({ ...told, assessment, assessedAt: level && someMonday }, profiles.oslomet).authorityTrack).toBe('notified')
    }
  })
})

/** What happened, or why not and what is asked again. */
const said = (outcome: DeviationOutcome): readonly unknown[] => (outcome.ok ? outcome.events : [outcome.why, ...outcome.fields])
const someone = { personId: ids.owner }
const openCase = (over: Partial<Deviation> = {}): Deviation => ({ ...makeDeviation('sauda', { status: 'open' }), ...over })
const as = (one: Deviation, role: Role = 'dpo') => makeBy(one, 'sauda', [role], someone)

describe('deviation: a case that was merged into another is done there', () => {
  const merged = (): Deviation => ({ ...openCase(), status: 'closed', mergedInto: ids.system })
  it('it is parted again or has something taken out, and nothing else', () => {
    const { parts } = as(merged())
    expect(actionsIn(merged(), parts)).toEqual(['redact', 'unmerge'])
    expect(actionsIn({ ...merged(), mergedInto: null }, parts)).toEqual(expect.arrayContaining(['redact', 'reopen', 'answerRegime']))
    expect(actionsIn({ ...merged(), mergedInto: null }, parts)).not.toContain('unmerge')
    expect(gate(merged(), 'reopen', as(merged()), 'Nytt.')).toMatchObject({ why: 'notNow' })
    expect(gate(merged(), 'redact', as(merged()), 'Navn.')).toBeNull()
    expect(gate(merged(), 'redact', as(merged()))).toMatchObject({ why: 'reasonMissing', fields: ['reason'] })
  })
})

describe('deviation: each deed, what is told of it and what is refused', () => {
  const by = (one: Deviation) => as(one)
  const told = (over: Partial<Deviation> = {}) => openCase({ authorityTrack: 'notified', authorityNotifiedAt: someMonday, ...over })
  const answered = (personalData: 'yes' | 'no' | 'unsure' | null, over: Partial<Deviation> = {}) => {
    const one = openCase(over)
    return { ...one, report: { ...one.report, personalData } }
  }
  const handler = (one: Deviation) => ({ ...by(one), parts: new Set(['handler'] as const) })
  const due = openCase().notifyBy as Date
  const before = hoursFrom(someMonday, -2)

  it.each<readonly [string, () => DeviationOutcome, readonly unknown[]]>([
    ['taken', () => take(makeDeviation('sauda'), by(makeDeviation('sauda'))), [{ type: 'deviation.taken' }]],
    [
      'S1-45 aware',
      () => setAware(openCase(), before, 'Ringte.', by(openCase())),
      [{ type: 'deviation.awareSet', at: before.toISOString() }],
    ],
    [
      'the extent is clear',
      () => confirmExtent(openCase(), before, by(openCase())),
      [{ type: 'deviation.extentConfirmed', at: before.toISOString() }],
    ],
    [
      'the extent is clear tomorrow',
      () => confirmExtent(openCase(), hoursFrom(someMonday, 24), by(openCase())),
      ['future', 'extentConfirmedAt'],
    ],
    ['the extent, said by somebody else', () => confirmExtent(openCase(), before, as(openCase(), 'auditor')), ['notAllowed']],
    [
      'S1-44 a breach',
      () => decideBreach(openCase(), 'yes', 'Lest.', by(openCase())),
      [{ type: 'deviation.decided', kind: 'breach', outcome: 'yes', ground: null }],
    ],
    [
      'S1-44 a breach, of what Datatilsynet has been told',
      () => decideBreach(told(), 'yes', 'Lest.', by(told())),
      [{ type: 'deviation.decided', kind: 'breach', outcome: 'yes', ground: null }],
    ],
    [
      'S1-44 no breach, of what Datatilsynet was told in part',
      () => decideBreach(told({ authorityTrack: 'preliminary' }), 'no', 'Feil.', by(told())),
      ['withdrawFirst'],
    ],
    [
      'S1-24 personal data are affected',
      () => sayPersonalData(answered(null), 'yes', by(openCase())),
      [{ type: 'deviation.edited', part: 'report', fields: ['personalData'] }],
    ],
    [
      'S1-24 they are not, said by a handler before anybody has answered',
      () => sayPersonalData(answered('unsure'), 'no', handler(openCase())),
      [{ type: 'deviation.edited', part: 'report', fields: ['personalData'] }],
    ],
    [
      'S1-24 they are not, said by a handler after somebody said that they are',
      () => sayPersonalData(answered('yes'), 'no', handler(openCase())),
      ['deciderSays', 'personalData'],
    ],
    [
      'S1-24 they are not, said by a handler after the risk was assessed',
      () => sayPersonalData(answered('unsure', { assessedAt: someMonday }), 'no', handler(openCase())),
      ['deciderSays', 'personalData'],
    ],
    [
      'S1-24 they are not, said by whoever decides',
      () => sayPersonalData(answered('yes'), 'no', by(openCase())),
      [{ type: 'deviation.edited', part: 'report', fields: ['personalData'] }],
    ],
    [
      'S1-24 they are not, and Datatilsynet has been told',
      () => sayPersonalData(answered('yes', { authorityTrack: 'notified' }), 'no', by(openCase())),
      ['withdrawFirst', 'personalData'],
    ],
    [
      'S1-24 they are not, and it is decided that it is a breach',
      () => sayPersonalData(answered('yes', { breach: 'yes' }), 'no', by(openCase())),
      ['breachStands', 'personalData'],
    ],
    ['S1-24 said again', () => sayPersonalData(answered('yes'), 'yes', by(openCase())), ['nothingChanged']],
    ['S1-24 said by somebody else', () => sayPersonalData(answered(null), 'yes', as(openCase(), 'auditor')), ['notAllowed']],
    [
      'S1-24 they are, of what Datatilsynet has been told',
      () => sayPersonalData(answered('unsure', { authorityTrack: 'notified' }), 'yes', by(openCase())),
      [{ type: 'deviation.edited', part: 'report', fields: ['personalData'] }],
    ],
    [
      'S4-136 Datatilsynet is told the minute it is due',
      () => trackAuthority(openCase(), 'notified', due, by(openCase())),
      [{ type: 'deviation.authorityTrack', track: 'notified', late: false }],
    ],
    [
      'S4-136 Datatilsynet is told an hour late',
      () => trackAuthority(openCase(), 'notified', hoursFrom(due, 1), by(openCase())),
      [{ type: 'deviation.authorityTrack', track: 'notified', late: true }],
    ],
    [
      'Datatilsynet is told where no hours run',
      () => trackAuthority(openCase({ notifyBy: null }), 'notified', due, by(openCase())),
      [{ type: 'deviation.authorityTrack', track: 'notified', late: false }],
    ],
    [
      'Datatilsynet is told of what it need not be told',
      () => trackAuthority(openCase({ authorityTrack: 'notOwed' }), 'notified', due, by(openCase())),
      ['notNow'],
    ],
    [
      'a notice is taken back, also where it need not have been given',
      () => trackAuthority(told({ authorityTrack: 'notOwed' }), 'withdrawn', due, by(openCase())),
      [{ type: 'deviation.authorityTrack', track: 'withdrawn', late: false }],
    ],
    [
      'Datatilsynet is told of a draft',
      () => trackAuthority({ ...openCase(), status: 'draft' }, 'notified', due, by(openCase())),
      ['notNow'],
    ],
    [
      'Datatilsynet is told in a closed case',
      () => trackAuthority({ ...openCase(), status: 'closed' }, 'notified', due, by(openCase())),
      ['notNow'],
    ],
    [
      'those affected are told',
      () => trackSubjects(openCase(), someMonday, by(openCase())),
      [{ type: 'deviation.subjectsTrack', track: 'informed' }],
    ],
    [
      'those affected are told by whoever signs',
      () => trackSubjects(openCase(), someMonday, as(openCase(), 'controller')),
      [{ type: 'deviation.subjectsTrack', track: 'informed' }],
    ],
    ['those affected are told by somebody else', () => trackSubjects(openCase(), someMonday, as(openCase(), 'auditor')), ['notAllowed']],
    [
      'those affected are told of what they need not be told',
      () => trackSubjects(openCase({ subjectsTrack: 'notOwed' }), someMonday, by(openCase())),
      ['notNow'],
    ],
    ['those affected are told of a draft', () => trackSubjects({ ...openCase(), status: 'draft' }, someMonday, by(openCase())), ['notNow']],
    ['S4-159 an order waits', () => countOrders(openCase(), 1, by(openCase())), [{ type: 'deviation.orders', open: 1 }]],
    ['S4-159 as many as before', () => countOrders(openCase({ openOrders: 2 }), 2, by(openCase())), ['nothingChanged']],
    ['S4-159 an order of a draft', () => countOrders({ ...openCase(), status: 'draft' }, 1, by(openCase())), ['notNow']],
    ['S4-159 an order, said by somebody else', () => countOrders(openCase(), 1, as(openCase(), 'auditor')), ['notAllowed']],
    [
      'S4-159 an order opens a closed case',
      () => countOrders({ ...openCase(), status: 'closed' }, 1, by(openCase())),
      [{ type: 'deviation.orders', open: 1 }, { type: 'deviation.reopened' }],
    ],
    [
      'S4-159 the last order of a closed case is followed',
      () => countOrders({ ...openCase({ openOrders: 1 }), status: 'closed' }, 0, by(openCase())),
      [{ type: 'deviation.orders', open: 0 }],
    ],
  ])('%s', (_, deed, expected) => expect(said(deed())).toEqual(expected))

  it.each(['sender', 'assessor', 'decider'] as const)('S4-159 an order is counted by the %s', (part) => {
    expect(countOrders(openCase(), 1, { ...by(openCase()), parts: new Set([part]) }).ok).toBe(true)
  })
  it('S4-159 a case that an order opened is not closed any more, and says why', () => {
    const opened = must(countOrders({ ...openCase(), status: 'closed', closedAt: someMonday }, 1, by(openCase())))
    expect(opened).toMatchObject({ status: 'open', closedAt: null, openOrders: 1 })
    expect(opened.decisions.at(-1)).toMatchObject({ kind: 'reopening', outcome: 'order', by: ids.owner, at: someMonday })
  })
  it('a notice that is taken back leaves it to be decided anew whether it was a breach', () => {
    const breach = must(decideBreach(openCase(), 'yes', 'Lest.', by(openCase())))
    const sent = must(trackAuthority(breach, 'notified', someMonday, by(breach)))
    const back = must(trackAuthority(sent, 'withdrawn', someMonday, by(sent)))
    expect(back).toMatchObject({ authorityTrack: 'withdrawn', breach: null })
    expect(back.decisions.at(-1)).toMatchObject({ kind: 'breach', outcome: 'fell', restsOn: { authorityTrack: 'withdrawn' } })
    const none = must(trackAuthority(told(), 'withdrawn', someMonday, by(openCase())))
    expect(none.decisions).toEqual([])
  })
  it('S1-49 those affected were told the first time, whatever is sent later', () => {
    const first = must(trackSubjects(openCase(), someMonday, by(openCase())))
    expect(first).toMatchObject({ subjectsTrack: 'informed', subjectsInformedAt: someMonday })
    expect(must(trackSubjects(first, hoursFrom(someMonday, 9), by(first))).subjectsInformedAt).toEqual(someMonday)
  })
  it('Datatilsynet knows of it when it has been told, in part or whole, and not of what is taken back', () => {
    const known = (['undecided', 'owed', 'preliminary', 'notified', 'withdrawn', 'notOwed'] as const).filter((authorityTrack) =>
      isTold({ authorityTrack }),
    )
    expect(known).toEqual(['preliminary', 'notified'])
  })
  it('S4-147 the memo goes to whoever decides, where the organisation asks for one and it may be a breach', () => {
    const sandnes = makeDeviation('sandnes', { status: 'open' })
    expect([
      memoNeeded(sandnes, profiles.sandnes),
      memoNeeded({ ...sandnes, breach: 'no' }, profiles.sandnes),
      memoNeeded(openCase(), profiles.sauda),
    ]).toEqual([...[true, false, false]])
  })
})

describe('deviation: what a clock says', () => {
  const due = hoursFrom(someMonday, 72)
  const sharp = { notifyBy: due, authorityTrack: 'owed', authorityNotifiedAt: null } as const
  it.each([
    ['no hours', { ...sharp, notifyBy: null }, hoursFrom(due, 9), 'none'],
    ['not to be told', { ...sharp, authorityTrack: 'notOwed' }, hoursFrom(due, 9), 'none'],
    ['the last minute', sharp, due, 'running'],
    ['a second later', sharp, new Date(due.getTime() + 1000), 'overdue'],
    ['told the last minute', { ...sharp, authorityNotifiedAt: due }, hoursFrom(due, 9), 'met'],
    ['told a second later', { ...sharp, authorityNotifiedAt: new Date(due.getTime() + 1000) }, hoursFrom(due, 9), 'late'],
  ] as const)('S4-136 %s', (_, one, now, state) => expect(clockState(one, now)).toBe(state))

  it.each<readonly [string, Partial<Deviation>, 'yes' | 'no' | 'unsure' | null, boolean | null]>([
    ['nobody has said anything', {}, null, true],
    ['somebody is unsure', {}, 'unsure', true],
    ['personal data are affected', {}, 'yes', false],
    ['it is a breach', { breach: 'yes' }, null, false],
    ['somebody became aware', { awareAt: someMonday }, null, false],
    ['it is no breach', { breach: 'no' }, 'yes', null],
    ['no personal data are affected', { awareAt: someMonday }, 'no', null],
    ['it is history of an older register', { channel: 'imported' }, 'yes', null],
  ])('S1-24 the hours are assumed, said or none: %s', (_, over, personalData, assumed) => {
    const one = { ...openCase(over), report: { ...openCase().report, personalData } }
    const clocked = withClock(one, profiles.sauda)
    expect([clocked.notifyBy === null, clocked.notifyByAssumed]).toEqual([assumed === null, assumed ?? false])
  })
})
