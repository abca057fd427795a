import { describe, expect, it } from 'vitest'
import { emptyValues } from '../../../kernel/fields.ts'
import type { Deviation } from '../deviation.ts'
import type { Material } from '../documents/material.ts'
import { memoDocument } from '../documents/memo.ts'
import { hoursFrom, makeBy, makeDeviation, must, someMonday } from '../factory.ts'
import { type RegimeAnswers, regimeFields } from '../fields-regimes.ts'
import { mergeRefused } from '../merging/rules.ts'
import { profiles } from '../presets.ts'
import type { Profile } from '../profile.ts'
import { regimeDeadlines } from '../regime-clock.ts'
import type { By } from '../rules.ts'
import { dueTasks } from '../tasks.ts'
import { answerRegime } from './rules.ts'

const under = (regimes: Partial<Profile['regimes']>): Profile => ({ ...profiles.sauda, regimes: { ...profiles.sauda.regimes, ...regimes } })
const law = under({ digitalSecurity: true })
const deviation = makeDeviation('sauda', { status: 'open' })
const by = (profile = law, now = someMonday): By => ({ ...makeBy(deviation, 'sauda', ['dpo'], { now }), profile })
const known = hoursFrom(someMonday, -10)
const answers = (over: Partial<RegimeAnswers> = {}): RegimeAnswers => ({
  ...emptyValues(regimeFields),
  applies: 'yes',
  knownAt: known,
  ...over,
})
const row = (deviation: Deviation) => deviation.regimes[0] ?? { regime: 'digitalSecurity' as const, ...answers() }
const tasks = (one: Deviation, profile = law) =>
  dueTasks(one, profile)
    .filter(({ kind }) => kind.startsWith('deviation.regime'))
    .map(({ kind, dueAt }) => [kind.slice(10), dueAt])

describe('what else an incident must be told by', () => {
  it('is asked of no case until the organisation is under it', () => {
    expect(tasks(deviation, profiles.sauda)).toEqual([])
    expect(answerRegime(deviation, 'digitalSecurity', answers(), by(profiles.sauda))).toMatchObject({ ok: false, why: 'notNow' })
    expect(Object.values(profiles).map(({ regimes }) => regimes)).toEqual(Array(4).fill({ digitalSecurity: false, processorHours: null }))
    expect(tasks(deviation)).toEqual([['regimeAnswer', hoursFrom(someMonday, 14)]])
  })

  it('S4-136 runs beside the 72 hours with a clock of its own: 24 hours, 72 hours, and a month after the warning', () => {
    const applies = must(answerRegime(deviation, 'digitalSecurity', answers(), by()))
    expect(applies.notifyBy).toEqual(deviation.notifyBy)
    expect(tasks(applies)).toEqual([
      ['regimeWarning', hoursFrom(known, 24)],
      ['regimeUpdate', hoursFrom(known, 72)],
      ['regimeReport', new Date('2026-04-02T21:00:00Z')],
    ])
    const warnedAt = hoursFrom(someMonday, -2)
    const warned = must(answerRegime(applies, 'digitalSecurity', answers({ warnedAt }), by()))
    expect(tasks(warned)).toEqual([
      ['regimeUpdate', hoursFrom(known, 72)],
      // The same time of day in Oslo, over the change of clocks.
      ['regimeReport', new Date('2026-04-02T05:00:00Z')],
    ])
    // It outlives the handling, and is not the merged case's any more.
    expect(tasks({ ...warned, status: 'closed' })).toHaveLength(2)
    expect(tasks({ ...warned, status: 'closed', mergedInto: deviation.id })).toEqual([])
  })

  it('S4-136 a processor has the hours of its contract, and tells once', () => {
    const contract = under({ processorHours: 12 })
    const applies = must(answerRegime(deviation, 'processor', answers(), by(contract)))
    expect(tasks(applies, contract)).toEqual([['regimeController', hoursFrom(known, 12)]])
    const late = must(
      answerRegime(
        applies,
        'processor',
        answers({ warnedAt: hoursFrom(known, 13), updatedAt: someMonday }),
        by(contract, hoursFrom(someMonday, 9)),
      ),
    )
    expect(tasks(late, contract)).toEqual([])
    expect([row(late).updatedAt, regimeDeadlines(row(late), contract)[0]?.due]).toEqual([null, hoursFrom(known, 12)])
  })

  it('nonsense is refused with where it stands', () => {
    const why = (over: Partial<RegimeAnswers>, one = deviation) => {
      const outcome = answerRegime(one, 'digitalSecurity', answers(over), by())
      return outcome.ok ? null : [outcome.why, ...outcome.fields]
    }
    expect(why({ knownAt: null })).toEqual(['incomplete', 'knownAt'])
    expect(why({ knownAt: hoursFrom(someMonday, 1) })).toEqual(['future', 'knownAt'])
    expect(why({ warnedAt: hoursFrom(someMonday, 1) })).toEqual(['future', 'warnedAt'])
    expect(why({ warnedAt: hoursFrom(known, -1) })).toEqual(['beforeTheOne', 'warnedAt'])
    expect(why({ updatedAt: someMonday })).toEqual(['warnFirst', 'updatedAt'])
    expect(why({ applies: 'no' })).toEqual(['reasonMissing', 'reason'])
    expect(why({ applies: null })).toEqual(['incomplete', 'applies'])
    const warned = must(answerRegime(deviation, 'digitalSecurity', answers({ warnedAt: someMonday }), by()))
    expect(why({ applies: 'no', reason: 'Feil' }, warned)).toEqual(['warnedAlready', 'applies'])
    expect(why({ warnedAt: someMonday }, warned)).toEqual(['nothingChanged'])
    const stranger = { ...by(), parts: new Set(['reporter'] as const) }
    expect(answerRegime(deviation, 'digitalSecurity', answers(), stranger)).toMatchObject({ ok: false, why: 'notAllowed' })
  })

  it('S4-136 a case with such hours is not merged into one without them, nor with later ones', () => {
    const applies = must(answerRegime(deviation, 'digitalSecurity', answers(), by()))
    const other = { ...deviation, id: '00000000-0000-7000-8000-000000000099' }
    expect(mergeRefused(applies, other, by())?.why).toBe('regimeWouldStop')
    expect(mergeRefused(applies, { ...applies, id: other.id }, by())).toBeNull()
    const later = must(answerRegime(deviation, 'digitalSecurity', answers({ knownAt: hoursFrom(known, 1) }), by()))
    expect(mergeRefused(applies, { ...later, id: other.id }, by())?.why).toBe('regimeWouldStop')
  })

  it('S4-147 stands in the memo with when it was due and done, and why it does not apply', () => {
    const told = must(answerRegime(deviation, 'digitalSecurity', answers({ warnedAt: someMonday }), by()))
    const section = (one: Deviation) => {
      const material: Material = {
        ...{ deviation: one, profile: law, reporter: 'none', names: new Map(), units: new Map(), system: null, organisation: 'Prøve' },
        ...{
          letterhead: { lines: [], logo: null, footer: null },
          now: someMonday,
          kept: [],
          happened: [],
          meetings: [],
          comments: null,
          addenda: [],
        },
      }
      return JSON.stringify(memoDocument(material).sections.filter(({ heading }) => heading.startsWith('Digitalsik')))
    }
    expect(section(deviation)).toBe('[]')
    for (const words of ['§ 17', '29. november 2026', '4. mars', 'gjort', '2. mars 2026']) expect(section(told)).toContain(words)
    const not = must(answerRegime(deviation, 'digitalSecurity', answers({ applies: 'no', reason: 'Tenesta er lita.' }), by()))
    expect(section(not)).toContain('Tenesta er lita.')
  })
})
