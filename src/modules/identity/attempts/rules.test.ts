import { describe, expect, it } from 'vitest'
import { freeTries, minuteOf, networkOf, secondsToWait, secondsUntilFree, type Window } from './rules.ts'

const now = new Date('2026-11-27T12:00:30Z')
const at = (minutesAgo: number, failures: number): Window => ({ at: new Date(minuteOf(now).getTime() - minutesAgo * 60_000), failures })

describe('waiting after failures', () => {
  it('begins when the free tries are used', () => {
    expect(secondsToWait([], freeTries.pair, now)).toBe(0)
    expect(secondsToWait([at(0, 4)], freeTries.pair, now)).toBe(0)
    expect(secondsToWait([at(0, 5)], freeTries.pair, now)).toBe(90)
  })

  it('grows with each failure, and not beyond a quarter of an hour', () => {
    const waits = [5, 6, 7, 8, 9, 10, 1000].map((failures) => secondsToWait([at(0, failures)], freeTries.pair, now) - 30)
    expect(waits).toEqual([60, 120, 240, 480, 900, 900, 900])
  })

  it('ends: it is counted from the last failure, and a try that was turned away is none', () => {
    expect(secondsToWait([at(2, 5)], freeTries.pair, now)).toBe(0)
    expect(secondsToWait([at(16, 500)], freeTries.pair, now)).toBe(0)
    expect(secondsToWait([at(61, 500)], freeTries.pair, now)).toBe(0)
  })

  it('forgets what is an hour old to the minute', () => {
    const early = new Date(minuteOf(now).getTime())
    expect(secondsToWait([at(60, 4), at(0, 1)], freeTries.pair, early)).toBe(0)
    expect(secondsToWait([at(59, 4), at(0, 1)], freeTries.pair, early)).toBe(120)
  })

  it('adds up minutes', () => {
    expect(secondsToWait([at(30, 4), at(0, 1)], freeTries.pair, now)).toBe(90)
  })
})

describe('waiting at a door that keeps the day alone', () => {
  const hour = 3_600_000
  it.each([
    [9, 0, 0],
    [10, 0, 1800],
    [10, 0.25 * hour, 900],
    [10, 0.5 * hour, 0],
    [11, 0.5 * hour, 1800],
    [25, 8 * hour, 0],
    [26, 8 * hour, 1800],
  ])('where %i came, %i ms into the day, is %i s', (came, ms, seconds) => {
    expect(secondsUntilFree(came, 10, ms)).toBe(seconds)
  })
})

describe('a network', () => {
  it('is one IPv4 address, however it is written', () => {
    expect(networkOf('::ffff:10.1.2.3')).toBe(networkOf('10.1.2.3'))
    expect(networkOf('10.1.2.3')).not.toBe(networkOf('10.1.2.4'))
  })

  it('is the /64 of an IPv6 address: the rest is the holder’s to choose', () => {
    expect(networkOf('2001:db8:1:2::1')).toBe(networkOf('2001:0DB8:1:2:ffff:ffff:ffff:ffff'))
    expect(networkOf('2001:db8:1:2::1')).not.toBe(networkOf('2001:db8:1:3::1'))
    expect(networkOf('1:2:3:4:5:6:7:8')).toBe('1:2:3:4::/64')
    expect(networkOf('1:2:3::')).toBe('1:2:3:0::/64')
    expect(networkOf('::5:6:7:8')).toBe('0:0:0:0::/64')
    expect(networkOf('1:2::4:5:6:7:8')).toBe('1:2:0:4::/64')
    expect(networkOf('0010:00a0:0000:0::')).toBe('10:a0:0:0::/64')
    expect(networkOf('1:2:3:4:5:6:7:8%eth0.100')).toBe('1:2:3:4::/64')
    expect(networkOf('10.1.2.3%eth0')).toBe('10.1.2.3')
    // Only what maps an IPv4 address whole is one.
    expect(networkOf('64:ff9b::ffff:10.1.2.3')).toBe('64:ff9b:0:0::/64')
    expect(networkOf('fe80::1%eth0')).toBe('fe80:0:0:0::/64')
    expect(networkOf('::1')).toBe('0:0:0:0::/64')
  })
})
