import { describe, expect, it } from 'vitest'
import { hoursAfter } from '../../../kernel/calendar/calendar.ts'
import type { Deviation } from '../deviation.ts'
import { hoursFrom, ids, makeBy, makeDeviation, must, someMonday } from '../factory.ts'
import { setAware } from '../rules.ts'
import { mayStillPart, mergeAway, mergeIn, mergeRefused, together, undoneWithin, unmergeAway, unmergeIn } from './rules.ts'

const discovered = (hours: number, over: Parameters<typeof makeDeviation>[1] = {}) =>
  makeDeviation('sauda', { status: 'open', ...over, report: { discoveredAt: hoursFrom(someMonday, -hours), ...over?.report } })
const other = (deviation: Deviation): Deviation => ({ ...deviation, id: ids.system, number: 2 })
const by = (deviation: Deviation, now = someMonday) => makeBy(deviation, 'sauda', ['dpo'], { now })

describe('two cases about one incident', () => {
  const first = other(discovered(30))
  const second = discovered(10)

  it('S4-136 the case that goes on counts its 72 hours from the earliest of both, and the other counts none', () => {
    const into = must(mergeIn(second, first, by(second)))
    expect(into.report.discoveredAt).toEqual(hoursFrom(someMonday, -30))
    expect(into.notifyBy).toEqual(hoursAfter(hoursFrom(someMonday, -30), 72))
    const away = must(mergeAway(first, second, by(first)))
    expect(away).toMatchObject({ status: 'closed', mergedInto: second.id, notifyBy: null, year: first.year, number: 2 })
    // The other way round the earlier stands.
    expect(must(mergeIn(first, second, by(first))).report.discoveredAt).toEqual(hoursFrom(someMonday, -30))
  })

  it('S4-136 becoming aware goes along with who said so and why, where it was earlier', () => {
    const aware = must(setAware(first, hoursFrom(someMonday, -29), 'IT ringte', by(first)))
    expect(must(mergeIn(second, aware, by(second)))).toMatchObject({ awareAt: hoursFrom(someMonday, -29), awareReason: 'IT ringte' })
    const later = must(setAware(second, hoursFrom(someMonday, -5), 'Lest', by(second)))
    expect(must(mergeIn(later, aware, by(later))).awareReason).toBe('IT ringte')
    expect(must(mergeIn(aware, later, by(aware))).awareReason).toBe('IT ringte')
  })

  it('is refused by those who do not handle, into itself, into what is closed, of what has been told outside, and where the hours would stop', () => {
    const why = (one: Deviation, into: Deviation, who = by(one)) => mergeRefused(one, into, who)?.why ?? null
    expect(why(first, second)).toBeNull()
    expect(why(first, second, makeBy(first, 'sauda', ['employee'], { personId: ids.owner }))).toBe('notAllowed')
    expect(why(first, first)).toBe('sameCase')
    expect(why(first, { ...second, status: 'closed' })).toBe('otherNotOpen')
    expect(why({ ...first, authorityTrack: 'notified' }, second)).toBe('toldAlready')
    expect(why({ ...first, subjectsTrack: 'informed' }, second)).toBe('toldAlready')
    expect(why(first, { ...second, report: { ...second.report, personalData: 'no' } })).toBe('clockWouldStop')
    expect(why({ ...first, status: 'proposed' }, second)).toBe('notNow')
  })

  it('S4-136 undone within a day each has its own times again; what somebody has set since stands; after a day it is too late', () => {
    const away = must(mergeAway(first, second, by(first)))
    const into = must(mergeIn(second, first, by(second)))
    const later = hoursFrom(someMonday, 23)
    const parted = must(unmergeAway(away, into, by(away, later)))
    expect(parted).toMatchObject({ status: 'open', mergedInto: null, closedAt: null, notifyBy: first.notifyBy })
    const back = must(unmergeIn(into, away, by(into, later)))
    expect([back.report.discoveredAt, back.notifyBy]).toEqual([second.report.discoveredAt, second.notifyBy])
    const aware = must(setAware(into, hoursFrom(someMonday, -8), 'Ny kunnskap', by(into)))
    expect(must(unmergeIn(aware, away, by(aware, later))).awareReason).toBe('Ny kunnskap')
    const tooLate = new Date(someMonday.getTime() + undoneWithin + 1)
    expect(unmergeAway(away, into, by(away, tooLate))).toMatchObject({ ok: false, why: 'tooLateToPart' })
    expect(unmergeAway(away, { ...into, status: 'closed' }, by(away, later))).toMatchObject({ ok: false, why: 'otherNotOpen' })
    expect([mayStillPart(away, later), mayStillPart(away, tooLate)]).toEqual([true, false])
    expect(unmergeAway(first, second, by(first))).toMatchObject({ ok: false, why: 'notNow' })
  })
})

describe('merging, step by step', () => {
  const first = other(discovered(30))
  const second = discovered(10)
  const stranger = (one: Deviation) => makeBy(one, 'sauda', ['auditor'], { personId: ids.owner })
  const said = (outcome: ReturnType<typeof mergeIn>) =>
    outcome.ok ? outcome.events.map(({ type }) => type) : [outcome.why, ...outcome.fields]
  const away = () => must(mergeAway(first, second, by(first)))
  const into = () => must(mergeIn(second, first, by(second)))
  const refusal = (one: Deviation, to: Deviation) => {
    const refused = mergeRefused(one, to, by(one))
    return refused && [refused.why, ...refused.fields]
  }

  it.each<readonly [string, Deviation, Deviation, readonly string[] | null]>([
    ['into itself', first, first, ['sameCase', 'into']],
    ['into one that is closed', first, { ...second, status: 'closed' }, ['otherNotOpen', 'into']],
    ['into one that nobody has taken', first, { ...second, status: 'received' }, null],
    ['one that nobody has taken', { ...first, status: 'received' }, second, null],
    ['of what Datatilsynet has been told', { ...first, authorityTrack: 'preliminary' }, second, ['toldAlready', 'into']],
    ['of what those affected have been told', { ...first, subjectsTrack: 'informed' }, second, ['toldAlready', 'into']],
    ['into one whose hours do not run', first, { ...second, breach: 'no' }, ['clockWouldStop', 'into']],
    ['of two whose hours do not run', { ...first, breach: 'no' }, { ...second, breach: 'no' }, null],
  ])('S4-136 is refused or not: %s', (_, one, to, expected) => expect(refusal(one, to)).toEqual(expected))

  const law = (applies: 'yes' | 'no', knownAt: Date | null): Deviation['regimes'] => [
    { ...{ regime: 'digitalSecurity', applies, knownAt, reason: null }, ...{ warnedAt: null, updatedAt: null, reportedAt: null } },
  ]
  it.each<readonly [string, Deviation['regimes'], Deviation['regimes'], boolean]>([
    ['other rules apply here alone', law('yes', someMonday), [], true],
    ['they apply in both, known earlier there', law('yes', someMonday), law('yes', hoursFrom(someMonday, -1)), false],
    ['they apply in both, known at once', law('yes', someMonday), law('yes', someMonday), false],
    ['they apply in both, known later there', law('yes', someMonday), law('yes', hoursFrom(someMonday, 1)), true],
    ['they do not apply here', law('no', null), [], false],
  ])('S4-136 no clock of other rules stops: %s', (_, here, there, stops) => {
    expect(refusal({ ...first, regimes: here }, { ...second, regimes: there })).toEqual(stops ? ['regimeWouldStop', 'into'] : null)
  })

  it('each step is told of, and is for those who handle', () => {
    expect([said(mergeAway(first, second, by(first))), said(mergeIn(second, first, by(second)))]).toEqual([
      ['deviation.mergedAway'],
      ['deviation.mergedIn'],
    ])
    expect([said(unmergeAway(away(), into(), by(away()))), said(unmergeIn(into(), away(), by(into())))]).toEqual([
      ['deviation.unmerged'],
      ['deviation.unmerged'],
    ])
    expect([said(mergeAway(first, second, stranger(first))), said(mergeIn(second, first, stranger(second)))]).toEqual([
      ['notAllowed'],
      ['notAllowed'],
    ])
    expect([said(unmergeAway(away(), into(), stranger(away()))), said(unmergeIn(into(), away(), stranger(into())))]).toEqual([
      ['notAllowed'],
      ['notAllowed'],
    ])
    expect([said(unmergeIn(into(), second, by(into()))), said(unmergeAway(first, second, by(first)))]).toEqual([['notNow'], ['notNow']])
  })
  it('goes where it stood: what nobody had taken is taken by nobody', () => {
    const received = must(mergeAway({ ...first, status: 'received' }, second, by(first)))
    expect(must(unmergeAway(received, { ...into(), status: 'received' }, by(received)))).toMatchObject({
      status: 'received',
      mergeUndo: null,
      mergedAt: null,
    })
    expect(received).toMatchObject({ notifyByAssumed: false, closedAt: someMonday })
  })
  it('is parted on the last minute of the day, and one that was never merged is not', () => {
    const sharp = new Date(someMonday.getTime() + undoneWithin)
    expect([mayStillPart({ mergedAt: someMonday }, sharp), mayStillPart({ mergedAt: null }, someMonday)]).toEqual([true, false])
  })
  it('is urgent for both where one is, and no more so when it is parted', () => {
    const urgent = { ...first, urgent: true }
    const both = must(mergeIn(second, urgent, by(second)))
    expect([both.urgent, must(mergeIn(urgent, second, by(urgent))).urgent, into().urgent]).toEqual([true, true, false])
    const gone = must(mergeAway(urgent, second, by(urgent)))
    expect(must(unmergeIn(both, gone, by(both))).urgent).toBe(false)
    expect(must(unmergeIn({ ...into(), urgent: true }, away(), by(into()))).urgent).toBe(true)
  })
  it.each([
    ['both', first, second, -30],
    ['only the one that goes on', { ...first, report: { ...first.report, discoveredAt: null } }, second, -10],
    ['only the one that goes', first, { ...second, report: { ...second.report, discoveredAt: null } }, -30],
  ])('S4-136 counts from the earliest that is known: of %s', (_, one, to, hours) => {
    expect(must(mergeIn(to, one, by(to))).report).toMatchObject({
      discoveredAt: hoursFrom(someMonday, hours),
      whatHappened: second.report.whatHappened,
    })
    expect(together(to, one, by(to)).notifyBy).toEqual(hoursFrom(someMonday, hours + 72))
  })
  it('when it is parted, each has its own awareness again, and what was said since stands', () => {
    const aware = must(setAware(first, hoursFrom(someMonday, -29), 'IT ringte', by(first)))
    const both = must(mergeIn(second, aware, by(second)))
    const gone = must(mergeAway(aware, second, by(aware)))
    expect(must(unmergeIn(both, gone, by(both)))).toMatchObject({
      awareAt: null,
      awareBy: null,
      awareReason: null,
      notifyBy: second.notifyBy,
    })
    for (const since of [{ awareAt: hoursFrom(someMonday, -3) }, { awareBy: ids.leader }, { awareReason: 'Rettet' }])
      expect(must(unmergeIn({ ...both, ...since }, gone, by(both)))).toMatchObject(since)
    const found = { ...both, report: { ...both.report, discoveredAt: hoursFrom(someMonday, -40) } }
    expect(must(unmergeIn(found, gone, by(found))).report.discoveredAt).toEqual(hoursFrom(someMonday, -40))
  })
})
