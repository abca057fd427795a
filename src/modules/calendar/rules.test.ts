import { describe, expect, it } from 'vitest'
import type { Actor } from '../../kernel/actor.ts'
import { escaped, folded, icalOf } from './ical.ts'
import { dayOf, monthBeside, monthOf, mostReads, readAgain, scopesOf, weeksOf } from './rules.ts'

const actor = { roles: ['employee'], leads: [] } as unknown as Actor

describe('the month', () => {
  it.each([
    ['2026-02', 5, '2026-01-26', '2026-03-01'],
    ['2027-02', 4, '2027-02-01', '2027-02-28'],
    ['2028-02', 5, '2028-01-31', '2028-03-05'],
    ['2026-08', 6, '2026-07-27', '2026-09-06'],
  ])('%s is %i weeks, from %s to %s', (month, weeks, first, last) => {
    const all = weeksOf(month)
    expect([all.length, all[0]?.[0], all.at(-1)?.[6]]).toEqual([weeks, first, last])
  })
  it('is read from the address, and is the one of today in Oslo where it cannot be', () => {
    const now = new Date('2026-12-31T23:30:00Z')
    expect([monthOf('2026-03', now), monthOf('2026-13', now), monthOf(null, now), monthOf('x', now)]).toEqual([
      '2026-03',
      '2027-01',
      '2027-01',
      '2027-01',
    ])
    for (const month of ['1970-01', '1999-12', '2099-12']) expect(monthOf(month, now)).toBe(month)
    for (const text of ['1969-12', '2100-01', '2026-3', '2026-00', '2026-03-01', 'i 2026-03', '20x6-03'])
      expect([text, monthOf(text, now)]).toEqual([text, '2027-01'])
    expect([monthBeside('2026-12', 1), monthBeside('2026-01', -1)]).toEqual(['2027-01', '2025-12'])
  })
  it('what is due when a day ends stands on that day, also when the clock is set', () => {
    expect(dayOf(new Date('2026-03-29T22:00:00Z'))).toEqual({ day: '2026-03-29', at: null })
    expect(dayOf(new Date('2026-10-24T22:00:00Z'))).toEqual({ day: '2026-10-24', at: null })
    expect(dayOf(new Date('2026-03-03T10:30:00Z'))).toEqual({ day: '2026-03-03', at: new Date('2026-03-03T10:30:00Z') })
  })
})

describe('whose days', () => {
  it('everybody’s own; a leader’s unit; all for those who answer for the whole', () => {
    expect(scopesOf(actor)).toEqual(['meg'])
    expect(scopesOf({ ...actor, leads: ['u'] })).toEqual(['meg', 'enhet'])
    for (const role of ['dpo', 'ciso', 'controller', 'auditor', 'admin'] as const)
      expect(scopesOf({ ...actor, roles: [role] })).toEqual(['meg', 'alle'])
    expect(scopesOf({ ...actor, roles: ['leader', 'superUser', 'privacyContact'] })).toEqual(['meg'])
  })
})

describe('how often an address is read', () => {
  const now = new Date('2026-03-02T08:00:00Z')
  it('is counted by the hour', () => {
    expect(readAgain({ from: null, count: 0 }, now)).toEqual({ from: now, count: 1 })
    const from = new Date('2026-03-02T07:00:01Z')
    expect(readAgain({ from, count: mostReads - 1 }, now)).toEqual({ from, count: mostReads })
    expect(readAgain({ from, count: mostReads }, now)).toBe(null)
    expect(readAgain({ from: new Date('2026-03-02T07:00:00Z'), count: mostReads }, now)).toEqual({ from: now, count: 1 })
    // A clock that was set back shuts nobody out.
    expect(readAgain({ from: new Date('2026-03-03T07:00:00Z'), count: mostReads }, now)).toEqual({ from: now, count: 1 })
  })
})

describe('iCalendar (RFC 5545)', () => {
  it('signs that end a value are written so that they do not', () => {
    expect(escaped('a,b;c\\d\r\ne\nf\u0007')).toBe('a\\,b\\;c\\\\d\\ne\\nf')
  })
  it('no line is longer than 75 octets, no letter is cut, and unfolded it is the same', () => {
    const line = `SUMMARY:${'æøå 🦊 '.repeat(60)}`
    const lines = folded(line).split('\r\n')
    expect(lines.length).toBeGreaterThan(5)
    for (const one of lines) expect(new TextEncoder().encode(one).length).toBeLessThanOrEqual(75)
    expect(folded(line).replaceAll('\r\n ', '')).toBe(line)
    expect(folded('x'.repeat(75))).not.toContain('\r\n')
  })
  it('a day is a day, an instant is UTC, and a case is its kind and number alone', () => {
    const title = { nb: 'Vurder avviket', nn: 'Vurder avviket', en: 'Assess the deviation' }
    const about = { nb: 'Kari mistet PC', nn: 'Kari mista PC', en: 'Kari lost a laptop' }
    const one = {
      id: '1',
      day: '2026-03-03',
      at: new Date('2026-03-03T10:30:00Z'),
      title,
      reference: '2026-0002',
      about,
      href: '/avvik/1',
      holder: null,
    }
    const text = icalOf([one, { ...one, id: '2', at: null, day: '2026-02-28', reference: null, href: null }], {
      name: 'Varde',
      now: new Date('2026-03-02T08:00:00Z'),
      link: 'https://varde.example.org',
      locale: 'nb',
    })
    expect(text).not.toContain('Kari')
    expect(text.split('\r\n')).toEqual(
      expect.arrayContaining([
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        'UID:1@varde.example.org',
        'DTSTAMP:20260302T080000Z',
        'DTSTART:20260303T103000Z',
        'SUMMARY:Vurder avviket 2026-0002',
        'URL:https://varde.example.org/avvik/1',
        'DTSTART;VALUE=DATE:20260228',
        'DTEND;VALUE=DATE:20260301',
        'END:VCALENDAR',
      ]),
    )
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  })
})
