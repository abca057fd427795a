import { describe, expect, it } from 'vitest'
import { hoursAfter } from '../../../kernel/calendar/calendar.ts'
import type { Deviation } from '../deviation.ts'
import { hoursFrom, ids, makeBy, makeDeviation, must, someMonday } from '../factory.ts'
import { setAware } from '../rules.ts'
import { mayStillPart, mergeAway, mergeIn, mergeRefused, undoneWithin, unmergeAway, unmergeIn } from './rules.ts'

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
