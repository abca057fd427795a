import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hoursAfter } from '../../kernel/calendar/calendar.ts'
import { remaining } from '../../kernel/calendar/words.ts'
import { type Preset, presets } from '../../kernel/profile.ts'
import { type Assessment, type Level, levels } from './assessed.ts'
import { type Duties, duties, dutyReasons, mayDecideNotToNotify, sourceOf } from './duties.ts'
import { blankAssessment } from './factory.ts'
import { profiles } from './presets.ts'

const noEffect = { astray: 'no', changed: 'no', lost: 'no' } as const
const certain = { certain: 'certain', reasons: 'Slettet ulest av en kollega' } as const

const dutiesAt = (preset: Preset, a: Partial<Assessment>): Duties => duties({ ...blankAssessment, ...a }, profiles[preset].assessment)
const required = (preset: Preset, a: Partial<Assessment>) => {
  const { authority, subjects } = dutiesAt(preset, a)
  return [authority.required, subjects.required]
}
const notNotifying = (preset: Preset, a: Partial<Assessment>) =>
  mayDecideNotToNotify({ ...blankAssessment, ...a }, profiles[preset].assessment).map((g) => g.code)

describe('the level decides', () => {
  test.each(['oslomet', 'uio', 'sauda'] as const)(
    'S1-45 S3-26 %s: medium is notified to the authority, not to those affected',
    (preset) => {
      expect(dutiesAt(preset, { level: 'medium' })).toEqual({
        authority: { required: 'yes', because: ['levelMedium'] },
        subjects: { required: 'no', because: ['levelMedium'] },
      })
    },
  )

  test.each(['oslomet', 'uio', 'sauda'] as const)('S1-49 S3-27 %s: high is notified to both', (preset) => {
    expect(dutiesAt(preset, { level: 'high' })).toEqual({
      authority: { required: 'yes', because: ['levelHigh'] },
      subjects: { required: 'yes', because: ['levelHigh'] },
    })
  })

  test('S3-25 unlikely is notified to nobody in Sauda, but only with written reasons', () => {
    expect(required('sauda', { level: 'unlikely' })).toEqual(['no', 'no'])
    expect(notNotifying('sauda', { level: 'unlikely' })).toEqual(['reasonsMissing'])
    expect(notNotifying('sauda', { level: 'unlikely', exception: { certain: null, reasons: 'Kryptert minnepenn funnet' } })).toEqual([])
  })

  test.each(presets)('S3-15 %s: without a level nothing is decided', (preset) => {
    expect(required(preset, { effects: noEffect })).toEqual(['undecided', 'undecided'])
    expect(notNotifying(preset, { effects: noEffect, exception: certain })).toEqual(['levelMissing'])
  })

  test('S1-45 a medium breach is due 72 hours after it was discovered, and overdue a minute later', () => {
    const discovered = new Date('2026-10-23T14:10:00Z')
    const due = hoursAfter(discovered, profiles.oslomet.authority.hours)
    expect(dutiesAt('oslomet', { level: 'medium' }).authority.required).toBe('yes')
    expect(remaining(due, hoursAfter(discovered, 72), 'nb').state).toBe('soon')
    expect(remaining(due, hoursAfter(discovered, 72 + 1 / 60), 'nb')).toEqual({ state: 'overdue', words: '1 minutt over fristen' })
  })
})

describe('the exception', () => {
  test.each(['unlikely', 'low'] as const)('S1-47 OsloMet: %s without the answer is undecided', (level) => {
    expect(dutiesAt('oslomet', { level }).authority).toEqual({ required: 'undecided', because: ['exceptionUnanswered'] })
    expect(notNotifying('oslomet', { level })).toEqual(['certaintyMissing', 'reasonsMissing'])
  })

  test('S1-47 not notifying without near certainty or without reasons is refused; with both it is allowed', () => {
    expect(notNotifying('oslomet', { level: 'low', exception: { certain: 'certain', reasons: ' ' } })).toEqual(['reasonsMissing'])
    expect(notNotifying('oslomet', { level: 'low', exception: { certain: null, reasons: 'Slettet' } })).toEqual(['certaintyMissing'])
    expect(dutiesAt('oslomet', { level: 'low', exception: { certain: 'certain', reasons: null } }).authority).toEqual({
      required: 'undecided',
      because: ['exceptionReasonsMissing'],
    })
    expect(dutiesAt('oslomet', { level: 'low', exception: certain }).authority).toEqual({ required: 'no', because: ['exceptionCertain'] })
    expect(notNotifying('oslomet', { level: 'low', exception: certain })).toEqual([])
  })

  test('S1-48 unsure leads to a notice', () => {
    const unsure: Partial<Assessment> = { level: 'low', exception: { certain: 'unsure', reasons: 'Vi vet ikke' } }
    expect(dutiesAt('oslomet', unsure).authority).toEqual({ required: 'yes', because: ['exceptionUnsure'] })
    expect(notNotifying('oslomet', unsure)).toEqual(['certaintyMissing'])
  })

  test('S1-47 not certain leads to a notice', () => {
    const notCertain: Partial<Assessment> = { level: 'unlikely', exception: { certain: 'notCertain', reasons: null } }
    expect(dutiesAt('uio', notCertain).authority).toEqual({ required: 'yes', because: ['exceptionNotCertain'] })
  })

  test('S1-45 certainty does not lift the duty at medium', () => {
    expect(required('oslomet', { level: 'medium', exception: certain })[0]).toBe('yes')
    expect(notNotifying('oslomet', { level: 'medium', exception: certain })).toEqual(['noticeRequired'])
  })
})

describe('what may harm rights and freedoms', () => {
  test('S3-05 "yes" makes the notice a duty', () => {
    expect(dutiesAt('sauda', { level: 'unlikely', mayHarmRights: 'yes' }).authority).toEqual({
      required: 'yes',
      because: ['mayHarmRights'],
    })
    expect(dutiesAt('sauda', { mayHarmRights: 'yes' }).authority.required).toBe('yes')
    expect(notNotifying('sauda', { level: 'unlikely', mayHarmRights: 'yes', exception: certain })).toEqual(['noticeRequired'])
  })

  test('S3-05 "no" leaves it to the level, "unsure" counts as yes', () => {
    expect(required('sauda', { level: 'unlikely', mayHarmRights: 'no' })[0]).toBe('no')
    expect(required('sauda', { level: 'medium', mayHarmRights: 'no' })[0]).toBe('yes')
    expect(dutiesAt('sauda', { level: 'unlikely', mayHarmRights: 'unsure' }).authority).toEqual({
      required: 'yes',
      because: ['mayHarmUnsure'],
    })
  })
})

describe('the effect rule', () => {
  const kinds = [
    { effect: 'astray', reason: 'effectAstray' },
    { effect: 'changed', reason: 'effectChanged' },
    { effect: 'lost', reason: 'effectLost' },
  ] as const
  const cases = kinds.flatMap((kind) =>
    (['yes', 'danger'] as const).flatMap((answer) => (['unlikely', 'low'] as const).map((level) => ({ ...kind, answer, level }))),
  )

  test.each(cases)('S4-133 S4-140 Sandnes: $effect "$answer" is notified to both at level $level', ({ effect, reason, answer, level }) => {
    const a: Partial<Assessment> = { level, exception: certain, effects: { ...noEffect, [effect]: answer } }
    expect(dutiesAt('sandnes', a)).toEqual({
      authority: { required: 'yes', because: [reason] },
      subjects: { required: 'yes', because: [reason] },
    })
    expect(notNotifying('sandnes', a)).toEqual(['noticeRequired'])
  })

  test('S4-133 OsloMet: changed data at level low, surely without risk, give no notice', () => {
    expect(required('oslomet', { level: 'low', exception: certain, effects: { ...noEffect, changed: 'yes' } })).toEqual(['no', 'no'])
  })

  test('S4-127 Sandnes: lost and encrypted is still notified, and says so', () => {
    const lost: Partial<Assessment> = { level: 'low', exception: certain, effects: { ...noEffect, lost: 'yes' }, encrypted: 'yes' }
    expect(dutiesAt('sandnes', lost).authority).toEqual({ required: 'yes', because: ['effectLost', 'encryptedDoesNotMatter'] })
  })

  test('S4-127 where encryption counts through the level, the effect rule rests for encrypted data only', () => {
    const rules = { ...profiles.sandnes.assessment, encryptedStillNotify: 'byLevel' } as const
    const lost: Assessment = { ...blankAssessment, level: 'low', exception: certain, effects: { ...noEffect, lost: 'yes' } }
    expect(duties({ ...lost, encrypted: 'yes' }, rules).authority).toEqual({
      required: 'no',
      because: ['exceptionCertain', 'encryptedByLevel'],
    })
    for (const encrypted of ['partly', 'no', 'unknown', null] as const) {
      expect(duties({ ...lost, encrypted }, rules).authority.required).toBe('yes')
    }
  })

  test('S4-133 nothing astray, changed or lost: the level decides', () => {
    expect(required('sandnes', { level: 'unlikely', effects: noEffect })).toEqual(['no', 'no'])
    expect(required('sandnes', { level: 'medium', effects: noEffect })).toEqual(['yes', 'no'])
  })

  test('S4-133 an effect that is unknown or unanswered leaves it undecided, and no one may decide not to notify', () => {
    const unknown: Partial<Assessment> = { level: 'unlikely', exception: certain, effects: { ...noEffect, lost: 'unknown' } }
    expect(dutiesAt('sandnes', unknown).authority).toEqual({ required: 'undecided', because: ['effectUnknown'] })
    expect(notNotifying('sandnes', unknown)).toEqual(['effectUnknown'])
    expect(required('sandnes', { level: 'unlikely' })).toEqual(['undecided', 'undecided'])
    expect(required('sandnes', { level: 'high' })).toEqual(['yes', 'yes'])
  })
})

describe('the outcome in three steps', () => {
  test('S3-25 S3-26 S3-27 unlikely, risk and high', () => {
    const at = (level: Level) => {
      const { authority, subjects } = dutiesAt('sauda', { level })
      return [authority.required, subjects.required]
    }
    expect([at('unlikely'), at('medium'), at('high')]).toEqual([
      ['no', 'no'],
      ['yes', 'no'],
      ['yes', 'yes'],
    ])
  })
})

test('every reason has its source, on both tracks', () => {
  for (const reason of dutyReasons) {
    for (const track of ['authority', 'subjects'] as const) expect(sourceOf(track, reason).rows.length).toBeGreaterThan(0)
  }
  expect(sourceOf('authority', 'levelHigh').law).toBe('gdpr33-1')
  expect(sourceOf('subjects', 'levelHigh').law).toBe('gdpr34-1')
  expect(sourceOf('subjects', 'effectLost')).toEqual({ law: 'ownRules', rows: ['S4-143'] })
})

describe('for every answer', () => {
  const assessments = fc.record<Assessment>({
    ticked: fc.constant([]),
    largeScale: fc.constant(null),
    h4Explanation: fc.constant(null),
    newTechnology: fc.constant(null),
    newTechnologyComment: fc.constant(null),
    level: fc.constantFrom(null, ...levels),
    levelReason: fc.constant(null),
    exception: fc.record({ certain: fc.constantFrom(null, 'certain', 'unsure', 'notCertain'), reasons: fc.constantFrom(null, 'Grunn') }),
    effects: fc.record({ astray: effect(), changed: effect(), lost: effect() }),
    encrypted: fc.constantFrom(null, 'yes', 'partly', 'no', 'unknown'),
    mayHarmRights: fc.constantFrom(null, 'yes', 'no', 'unsure'),
  })

  test.each(presets)('%s: a duty is answered with its reasons, and "no" to the authority is what may be decided', (preset) => {
    const rules = profiles[preset].assessment
    fc.assert(
      fc.property(assessments, (a) => {
        const { authority, subjects } = duties(a, rules)
        expect(authority.because.length).toBeGreaterThan(0)
        expect(subjects.because.length).toBeGreaterThan(0)
        if (mayDecideNotToNotify(a, rules).length === 0) expect(authority.required).toBe('no')
        if (authority.required === 'no' && a.exception.reasons) expect(mayDecideNotToNotify(a, rules)).toEqual([])
      }),
      { numRuns: 3_000 },
    )
  })

  test.each(presets)('%s: a higher level never takes a duty away', (preset) => {
    const rules = profiles[preset].assessment
    const weight = { no: 0, undecided: 1, yes: 2 }
    fc.assert(
      fc.property(assessments, (a) => {
        const [medium, high] = (['medium', 'high'] as const).map((level) => duties({ ...a, level }, rules))
        if (!medium || !high) return false
        return (
          weight[high.authority.required] >= weight[medium.authority.required] &&
          weight[high.subjects.required] >= weight[medium.subjects.required]
        )
      }),
    )
  })
})

function effect() {
  return fc.constantFrom(null, 'yes' as const, 'danger' as const, 'no' as const, 'unknown' as const)
}
