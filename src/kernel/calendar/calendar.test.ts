import { spawnSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foldOf, hoursAfter, hoursBetween, localDate, localInput, parseDate, parseLocal, startOfDay, yearIn } from './calendar.ts'
import { osloOffset } from './oslo.ts'

const HOUR = 3_600_000
const offsets = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Oslo', timeZoneName: 'longOffset' })
const swedish = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Oslo',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
})
const utc = (iso: string) => new Date(iso)
const oslo = (text: string, fold?: 'first' | 'second'): Date => {
  const read = parseLocal(text, fold)
  if (!read.ok) throw new Error(`${text}: ${read.why}`)
  return read.at
}

describe('72 hours', () => {
  test.each([
    ['2026-03-27T17:30', '2026-03-30T18:30', 'the night to summer time'],
    ['2026-10-23T16:10', '2026-10-26T15:10', 'the night to standard time'],
    ['2026-04-02T10:05', '2026-04-05T10:05', 'Easter'],
    ['2026-12-23T15:20', '2026-12-26T15:20', 'Christmas'],
    ['2027-03-27T23:30', '2027-03-31T00:30', 'three days would be an hour early'],
    ['2026-10-24T02:30', '2026-10-27T01:30', 'three days would be an hour late'],
    ['2028-02-27T09:00', '2028-03-01T09:00', 'leap day'],
    ['2027-02-26T09:00', '2027-03-01T09:00', 'no leap day'],
    ['2026-12-30T22:00', '2027-01-02T22:00', 'new year'],
    ['2026-11-20T16:05', '2026-11-23T16:05', 'a weekend'],
  ])('from %s to %s in Oslo: %s', (aware, due) => {
    expect(localInput(hoursAfter(oslo(aware), 72))).toBe(due)
  })

  test('are 259,200 seconds from any instant', () => {
    fc.assert(
      fc.property(instants('2000-01-01', '2060-12-31'), (at) => {
        const due = hoursAfter(at, 72)
        return due.getTime() - at.getTime() === 259_200_000 && hoursBetween(at, due) === 72
      }),
      { numRuns: 100_000 },
    )
  })
})

describe('the clock in Oslo', () => {
  test('is the one Intl knows, 2000–2060', () => {
    fc.assert(
      fc.property(instants('2000-01-01', '2060-12-31'), (at) => localInput(at) === byIntl(at)),
      { numRuns: 100_000 },
    )
  })

  test('is the one Intl knows in the older years', () => {
    fc.assert(fc.property(instants('1900-01-02', '1999-12-31'), (at) => localInput(at) === byIntl(at)))
  })

  test('changes twice a year, to the millisecond, 2020–2060', () => {
    for (const { spring, autumn } of changes(2020, 2060)) {
      expect([osloOffset(spring - 1), osloOffset(spring), osloOffset(autumn - 1), osloOffset(autumn)]).toEqual([
        HOUR,
        2 * HOUR,
        2 * HOUR,
        HOUR,
      ])
      for (const ms of [spring - 1, spring, autumn - 1, autumn]) expect(localInput(new Date(ms))).toBe(byIntl(new Date(ms)))
    }
  })

  test('does not depend on the time zone of the process', () => {
    const here = probe(process.env.TZ ?? '')
    expect(here).toMatch(/^[0-9a-f]{64}$/)
    for (const zone of ['America/New_York', 'Pacific/Kiritimati', 'Asia/Kolkata', 'UTC']) expect(probe(zone)).toBe(here)
  }, 20_000)
})

describe('a written time', () => {
  test.each([
    '2026-11-27T14:05',
    '2026-11-27 14:05',
    '2026-11-27T14:05:00',
    ' 27.11.2026 14.05 ',
    '27.11.2026 kl. 14:05',
    '27.11.2026 kl 14.05',
    '27.11.2026, kl. 14.05',
    '27. 11. 2026 14:05',
  ])('is read: %s', (text) => expect(parseLocal(text)).toEqual({ ok: true, at: utc('2026-11-27T13:05:00Z') }))

  test('with single figures is read', () => {
    expect(parseLocal('1.2.2026 8.05')).toEqual({ ok: true, at: utc('2026-02-01T07:05:00Z') })
  })

  test.each([
    ['', 'unreadable'],
    ['i går', 'unreadable'],
    ['2026-11-27', 'unreadable'],
    ['2026-02-30T10:00', 'unreadable'],
    ['2027-02-29T10:00', 'unreadable'],
    ['2026-13-01T10:00', 'unreadable'],
    ['2026-00-10T10:00', 'unreadable'],
    ['2026-11-27T24:00', 'unreadable'],
    ['2026-11-27T23:60', 'unreadable'],
    ['2026-11-27T14:05Z', 'unreadable'],
    ['2026-11-27T14:05+01:00', 'unreadable'],
    ['27.11.2026 25.00', 'unreadable'],
    ['1899-12-31T23:59', 'range'],
    ['2101-01-01T00:00', 'range'],
    ['0026-11-27T14:05', 'range'],
    ['12026-11-27T14:05', 'range'],
    ['27.11.20266 14.05', 'range'],
  ])('is refused: "%s" is %s', (text, why) => expect(parseLocal(text)).toEqual({ ok: false, why }))

  test('may be any time from 1900 to 2100', () => {
    for (const text of ['1900-01-01T00:00', '2100-12-31T23:59']) expect(localInput(oslo(text))).toBe(text)
  })

  test('comes back from the field it was shown in', () => {
    fc.assert(
      fc.property(instants('2000-01-01', '2060-12-31'), (at) => {
        const minute = Math.floor(at.getTime() / 60_000) * 60_000
        const read = parseLocal(localInput(at), foldOf(at) ?? undefined)
        return read.ok && read.at.getTime() === minute
      }),
      { numRuns: 100_000 },
    )
  })
})

describe('both clock changes of every year 2020–2040', () => {
  test.each(changes(2020, 2040))('$year: the hour skipped is asked back, whatever is chosen', ({ spring }) => {
    const day = localDate(new Date(spring))
    for (const minute of ['00', '30', '59']) {
      expect(parseLocal(`${day}T02:${minute}`)).toEqual({ ok: false, why: 'gap' })
      expect(parseLocal(`${day}T02:${minute}`, 'second')).toEqual({ ok: false, why: 'gap' })
    }
    expect(oslo(`${day}T01:59`).getTime()).toBe(spring - 60_000)
    expect(oslo(`${day}T03:00`).getTime()).toBe(spring)
    expect(foldOf(new Date(spring))).toBeNull()
  })

  test.each(changes(2020, 2040))('$year: the hour repeated is asked back, and can be chosen', ({ autumn }) => {
    const day = localDate(new Date(autumn))
    for (const minute of [0, 30, 59]) {
      const text = `${day}T02:${String(minute).padStart(2, '0')}`
      const second = autumn + minute * 60_000
      expect(parseLocal(text)).toEqual({ ok: false, why: 'ambiguous' })
      expect(oslo(text, 'first').getTime()).toBe(second - HOUR)
      expect(oslo(text, 'second').getTime()).toBe(second)
      expect([foldOf(new Date(second - HOUR)), foldOf(new Date(second))]).toEqual(['first', 'second'])
    }
    expect(oslo(`${day}T01:59`).getTime()).toBe(autumn - HOUR - 60_000)
    expect(oslo(`${day}T03:00`).getTime()).toBe(autumn + HOUR)
    expect([foldOf(new Date(autumn - HOUR - 1)), foldOf(new Date(autumn + HOUR))]).toEqual([null, null])
  })
})

describe('a date', () => {
  test.each([
    ['2026-11-27', '2026-11-27'],
    ['27.11.2026', '2026-11-27'],
    ['1.2.2026', '2026-02-01'],
    ['29.2.2028', '2028-02-29'],
  ])('is read: %s', (text, date) => expect(parseDate(text)).toEqual({ ok: true, date }))

  test.each([
    ['29.2.2027', 'unreadable'],
    ['31.04.2026', 'unreadable'],
    ['2026-11-27T10:00', 'unreadable'],
    ['1.1.1899', 'range'],
    ['2101-01-01', 'range'],
  ])('is refused: %s is %s', (text, why) => expect(parseDate(text)).toEqual({ ok: false, why }))

  test('is the one in Oslo, not in Greenwich', () => {
    expect(localDate(utc('2026-06-30T22:30:00Z'))).toBe('2026-07-01')
    expect([yearIn(utc('2026-12-31T22:59:59Z')), yearIn(utc('2026-12-31T23:00:00Z'))]).toEqual([2026, 2027])
    expect(startOfDay('2026-07-01')).toEqual(utc('2026-06-30T22:00:00Z'))
    expect(startOfDay('2026-01-01')).toEqual(utc('2025-12-31T23:00:00Z'))
  })
})

test('an invalid date is an error, not "NaN"', () => {
  expect(() => localInput(new Date(Number.NaN))).toThrow(RangeError)
})

function instants(from: string, to: string) {
  return fc.integer({ min: Date.parse(from) / 1000, max: Date.parse(to) / 1000 }).map((s) => new Date(s * 1000))
}

/** Found in Intl by halving, so that our rule is not tested with itself. */
function changes(from: number, to: number) {
  return Array.from({ length: to - from + 1 }, (_, i) => {
    const year = from + i
    return {
      year,
      spring: changeIn(Date.UTC(year, 0, 1), Date.UTC(year, 6, 1)),
      autumn: changeIn(Date.UTC(year, 6, 1), Date.UTC(year, 11, 31)),
    }
  })
}

function changeIn(from: number, to: number): number {
  let [low, high] = [from, to]
  const before = zoneName(low)
  while (high - low > 1) {
    const mid = Math.floor((low + high) / 2)
    if (zoneName(mid) === before) low = mid
    else high = mid
  }
  return high
}

function zoneName(ms: number): string {
  return offsets.formatToParts(ms).find((p) => p.type === 'timeZoneName')?.value ?? ''
}

function byIntl(at: Date): string {
  return swedish.format(at).replace(' ', 'T')
}
/** A digest of what the calendar says of two thousand instants, from a process in another time zone. */
function probe(TZ: string): string {
  const code = `
    import { createHash } from 'node:crypto'
    import { foldOf, hoursAfter, legalOuterLimit, localInput, parseLocal } from ${JSON.stringify(new URL('./calendar.ts', import.meta.url).href)}
    import { formatInstant, formatShort } from ${JSON.stringify(new URL('./words.ts', import.meta.url).href)}
    const hash = createHash('sha256')
    for (let i = 0; i < 2000; i++) {
      const at = new Date(Date.UTC(2020, 0, 1) + i * 3 * 86_400_000 + i * 1_234_567)
      const input = localInput(at)
      hash.update(input + JSON.stringify(parseLocal(input, foldOf(at) ?? undefined)) + formatInstant(at, 'nn') + formatShort(at, 'nb') + JSON.stringify([hoursAfter(at, 72), legalOuterLimit(at)]))
    }
    process.stdout.write(hash.digest('hex'))`
  const child = spawnSync(process.execPath, ['--input-type=module', '--no-warnings', '-e', code], {
    env: { ...process.env, TZ },
    encoding: 'utf8',
  })
  return child.status === 0 ? child.stdout : child.stderr
}
