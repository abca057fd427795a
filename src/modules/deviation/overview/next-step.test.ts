import { describe, expect, it } from 'vitest'
import type { Role } from '../../../kernel/actor.ts'
import { emptyValues } from '../../../kernel/fields.ts'
import type { Preset } from '../../../kernel/profile.ts'
import { openActions } from '../../../kernel/workflow.ts'
import { writtenClosing } from '../closing/factory.ts'
import type { Deviation } from '../deviation.ts'
import { hoursFrom, makeActor, makeBy, makeDeviation, must, someMonday } from '../factory.ts'
import { regimeFields } from '../fields-regimes.ts'
import { contain } from '../handling/rules.ts'
import { profiles } from '../presets.ts'
import { answerRegime } from '../regimes/rules.ts'
import { decideBreach } from '../rules.ts'
import { workflow } from '../workflow.ts'
import { isOverdue, nextStep } from './next-step.ts'

const stepFor = (deviation: Deviation, preset: Preset, roles: readonly Role[], personId?: string) => {
  const over = personId ? { personId } : {}
  const { parts } = makeBy(deviation, preset, roles, over)
  const standing = { isReporter: false, ownsSystem: false }
  const actions = openActions(workflow, deviation.status, parts)
  return nextStep({ deviation, profile: profiles[preset], parts, actions, standing }, makeActor(roles, over), someMonday)
}
const kind = (step: ReturnType<typeof nextStep>) => (step.kind === 'step' ? step.step.kind : step.kind)
/** A case in which the risk has been assessed, and nothing decided. */
const assessed = (deviation: Deviation): Deviation => ({
  ...deviation,
  assessedAt: someMonday,
  assessedBy: deviation.takenBy,
  assessment: { ...deviation.assessment, level: 'low' },
})

describe('the one next step', () => {
  it('of a new case is to take it, by one press', () => {
    const next = stepFor(makeDeviation('sauda'), 'sauda', ['dpo'])
    expect(next).toMatchObject({ kind: 'step', step: { kind: 'take', post: true } })
  })

  it('S3-24 of a case just taken is to stop it, with the assessment beside it: neither waits for the other', () => {
    const next = stepFor(makeDeviation('sauda', { status: 'open' }), 'sauda', ['dpo'])
    expect(next).toMatchObject({ kind: 'step', step: { kind: 'contain' }, also: { kind: 'assess' } })
  })

  it('is nothing for somebody who has no part in the case', () => {
    expect(kind(stepFor(makeDeviation('sauda'), 'sauda', ['auditor']))).toBe('wait')
  })

  it('S1-44 asks the assessor of OsloMet whether it is a breach, and a leader never', () => {
    const open = makeDeviation('oslomet', { status: 'open' })
    const contained = must(
      contain(open, { contained: 'yes', containedAt: null, containment: null }, makeBy(open, 'oslomet', ['centralAssessor'])),
    )
    expect(kind(stepFor(assessed(contained), 'oslomet', ['centralAssessor']))).toBe('decideBreach')
    expect(kind(stepFor(assessed(contained), 'oslomet', ['leader', 'unitHead'], 'someone'))).toBe('wait')
  })

  it('S3-14 in Sauda, is the choice between the leader and Datatilsynet; in OsloMet there is no such choice', () => {
    for (const [preset, role, expected] of [
      ['sauda', 'dpo', 'triage'],
      ['oslomet', 'centralAssessor', 'decideAuthority'],
    ] as const) {
      const open = makeDeviation(preset, { status: 'open' })
      const by = makeBy(open, preset, [role])
      const contained = must(contain(open, { contained: 'yes', containedAt: null, containment: null }, by))
      const decided = must(decideBreach(assessed(contained), 'yes', 'fordi', by))
      expect(kind(stepFor({ ...decided, authorityTrack: 'undecided' }, preset, [role]))).toBe(expected)
    }
  })

  it('S3-14 is not the choice where Datatilsynet must be told: then it is to tell', () => {
    const open = makeDeviation('sauda', { status: 'open' })
    const owed = {
      ...assessed(open),
      breach: 'yes' as const,
      authorityTrack: 'owed' as const,
      handling: { ...open.handling, contained: 'yes' as const },
    }
    expect(kind(stepFor(owed, 'sauda', ['dpo']))).toBe('notifyAuthority')
  })

  it('S4-138 in Sandnes, is to clarify reality, extent and measures before the four sign', () => {
    const open = makeDeviation('sandnes', { status: 'open' })
    const due = { ...assessed(open), breach: 'yes' as const, handling: { ...open.handling, contained: 'yes' as const } }
    expect(kind(stepFor(due, 'sandnes', ['dpo']))).toBe('clarify')
    const clear = { ...due, handling: { ...due.handling, reality: 'ja', extent: 'tolv', proposedMeasures: 'slette' } }
    expect(kind(stepFor(clear, 'sandnes', ['dpo']))).toBe('signOff')
    expect(kind(stepFor(clear, 'sandnes', ['ciso']))).toBe('signOff')
  })

  it('F7 goes to whoever closes: the assessor in Sauda, and the memo first in Sandnes', () => {
    const done = (preset: Preset): Deviation => {
      const open = makeDeviation(preset, { status: 'open' })
      const { closing } = open
      return {
        ...assessed(open),
        breach: 'yes',
        triage: 'authority',
        authorityTrack: 'notified',
        subjectsTrack: 'notOwed',
        handling: { ...open.handling, contained: 'yes', reality: 'ja', extent: 'tolv', proposedMeasures: 'slette' },
        signOffs: profiles[preset].assessment.jointly.map(
          (role) => ({ role, enough: 'yes', fellAt: null }) as Deviation['signOffs'][number],
        ),
        closing: { ...closing, ...writtenClosing },
      }
    }
    expect(kind(stepFor(done('sauda'), 'sauda', ['dpo']))).toBe('close')
    expect(kind(stepFor(done('sandnes'), 'sandnes', ['dpo']))).toBe('propose')
    const unwritten = { ...done('sandnes'), closing: { ...done('sandnes').closing, memoRules: null } }
    expect(kind(stepFor(unwritten, 'sandnes', ['dpo']))).toBe('memo')
    expect(kind(stepFor(done('sandnes'), 'sandnes', ['controller'], 'director'))).toBe('wait')
    expect(kind(stepFor({ ...done('sandnes'), status: 'proposed' }, 'sandnes', ['controller'], 'director'))).toBe('close')
  })

  it('S4-136 is what the nearest clock waits for, also by other rules than the GDPR; and it outlives the closing', () => {
    const profile = { ...profiles.sauda, regimes: { digitalSecurity: true, processorHours: null } }
    const step = (deviation: Deviation, now = someMonday) => {
      const { parts } = makeBy(deviation, 'sauda', ['dpo'])
      const actions = openActions(workflow, deviation.status, parts)
      return nextStep({ deviation, profile, parts, actions, standing: { isReporter: false, ownsSystem: false } }, makeActor(['dpo']), now)
    }
    const open = makeDeviation('sauda', { status: 'open' })
    expect(kind(step(makeDeviation('sauda')))).toBe('take')
    expect(step(open)).toMatchObject({
      step: { kind: 'regime', other: { regime: 'digitalSecurity', step: 'answer' } },
      also: { kind: 'contain' },
    })
    const answered = must(
      answerRegime(
        open,
        'digitalSecurity',
        { ...emptyValues(regimeFields), applies: 'yes', knownAt: someMonday, warnedAt: someMonday },
        { ...makeBy(open, 'sauda', ['dpo']), profile },
      ),
    )
    // More information is due within 72 hours of knowing, which is after the 72 hours of Datatilsynet.
    expect(kind(step(answered))).toBe('contain')
    const told = { ...answered, authorityTrack: 'notified' as const, authorityNotifiedAt: someMonday }
    expect(kind(step(told))).toBe('regime')
    expect(isOverdue({ deviation: told, profile }, hoursFrom(someMonday, 73))).toBe(true)
    expect(kind(step({ ...told, status: 'closed' }))).toBe('regime')
  })

  it('of a closed case is none', () => {
    expect(kind(stepFor({ ...makeDeviation('sauda', { status: 'open' }), status: 'closed' }, 'sauda', ['dpo']))).toBe('done')
  })
})
