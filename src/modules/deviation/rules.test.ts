import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { presets } from '../../kernel/profile.ts'
import { clockState, withClock } from './clock.ts'
import { hoursFrom, ids, makeBy, makeDeviation, must, someMonday } from './factory.ts'
import { profiles } from './presets.ts'
import { decideBreach, setAware, take, trackAuthority, trackSubjects } from './rules.ts'
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
