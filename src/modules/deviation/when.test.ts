import { expect, it } from 'vitest'
import { makeDeviation, someMonday } from './factory.ts'
import { timeItems } from './overview/pages/aside.tsx'
import type { CaseView } from './queries.ts'
import { isDayOnly, whenShort, whenWords } from './when.ts'

const midnight = new Date('2026-03-01T23:00:00Z')

it('S4-131 of a report without signing in the day is said, and no hour that nobody has said', () => {
  const open = { channel: 'open' } as const
  expect([whenWords(open, midnight, 'nb'), whenShort(open, midnight, 'nb')]).toEqual(['2. mars 2026', '2. mars 2026'])
  expect(whenWords({ channel: 'quick' }, midnight, 'nb')).toContain('00.00')
  // A time that somebody has set since is a time.
  expect([isDayOnly(open, someMonday), whenShort(open, someMonday, 'nb').includes('09.00')]).toEqual([false, true])
})

it('S1-33 how long a report took is not worked out of two days', () => {
  const made = makeDeviation('sandnes', { report: { discoveredAt: midnight } })
  const items = (channel: 'open' | 'quick') => {
    const deviation = { ...made, channel, receivedAt: channel === 'open' ? midnight : someMonday }
    return JSON.stringify(timeItems({ deviation, names: new Map() } as unknown as CaseView, 'nb', someMonday))
  }
  expect([items('open').includes('00.00'), items('open').includes('etter at det ble oppdaget')]).toEqual([false, false])
  expect(items('quick')).toContain('etter at det ble oppdaget')
})
