import { describe, expect, it } from 'vitest'
import type { Role } from '../../../kernel/actor.ts'
import { emptyValues } from '../../../kernel/fields.ts'
import type { Preset } from '../../../kernel/profile.ts'
import { openActions } from '../../../kernel/workflow.ts'
import { makeReady, writtenClosing } from '../closing/factory.ts'
import type { Deviation } from '../deviation.ts'
import { hoursFrom, ids, makeActor, makeBy, makeDeviation, must, someMonday } from '../factory.ts'
import { regimeFields } from '../fields-regimes.ts'
import { contain } from '../handling/rules.ts'
import { profiles } from '../presets.ts'
import { answerRegime } from '../regimes/rules.ts'
import { actionsIn, decideBreach, take } from '../rules.ts'
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

/** One person's view of a case, by the parts that the rules themselves give. */
type Who = {
  readonly ownsSystem?: boolean
  readonly personId?: string
  readonly leads?: readonly string[]
  readonly now?: Date
  readonly regimes?: object
}
const stepOf = (
  given: Deviation,
  preset: Preset,
  roles: readonly Role[],
  { ownsSystem = false, now = someMonday, regimes, ...over }: Who = {},
) => {
  // A colleague has taken it: whoever takes a case handles it.
  const deviation = { ...given, takenBy: given.takenBy && ids.owner }
  const profile = regimes
    ? { ...profiles[preset], regimes: { digitalSecurity: false, processorHours: null, ...regimes } }
    : profiles[preset]
  const { parts } = makeBy(deviation, preset, roles, { ownsSystem, ...over })
  const seen = { deviation, profile, parts, actions: actionsIn(deviation, parts), standing: { isReporter: false, ownsSystem } }
  return nextStep(seen, makeActor(roles, over), now)
}
/** The step, and where it is done: "assess vurdering". */
const at = (step: ReturnType<typeof nextStep>) =>
  step.kind === 'step' ? `${step.step.kind} ${step.step.href.replace(`/avvik/${ids.case}/`, '')}` : step.kind
const beside = (step: ReturnType<typeof nextStep>) => (step.kind === 'step' ? (step.also?.kind ?? null) : null)

describe('each step, where it is done and whose it is', () => {
  const base = (preset: Preset, over: Partial<Deviation> = {}): Deviation => {
    const open = makeDeviation(preset, { status: 'open' })
    return { ...open, handling: { ...open.handling, contained: 'yes' }, ...over }
  }
  const judged = {
    assessedAt: someMonday,
    breach: 'yes',
    authorityTrack: 'notified',
    subjectsTrack: 'notOwed',
    triage: 'authority',
  } as const
  const clear = { reality: 'ja', extent: 'tolv', proposedMeasures: 'slette', contained: 'yes' } as const
  const sandnes = (over: Partial<Deviation> = {}, handling: object = {}): Deviation => {
    const open = base('sandnes', { ...judged, authorityTrack: 'undecided', ...over })
    return { ...open, handling: { ...open.handling, ...clear, ...handling } }
  }
  const signed = (...roles: readonly Role[]) =>
    roles.map((role) => ({
      role,
      enough: 'yes',
      notify: 'no',
      fellAt: null,
      restsOn: null,
      at: someMonday,
    })) as unknown as Deviation['signOffs']
  const four = ['dpo', 'ciso', 'controller', 'systemOwner'] as const
  const asked = {
    ...{ id: 'q', toReporter: false, outside: false, personId: ids.person, resourceRole: null, question: 'Hva?', askedBy: ids.leader },
    ...{ askedAt: someMonday, dueAt: null, answer: null, answeredAt: null },
  }
  const published = {
    id: ids.unit,
    kind: 'subjects',
    outcome: 'notInform',
    reason: 'Mange',
    ground: 'disproportionate',
    by: ids.person,
    at: someMonday,
    restsOn: null,
  } as const
  const unsaid = (over: Partial<Deviation> = {}) => {
    const open = makeDeviation('sauda', { status: 'open', report: { personalData: null } })
    return { ...open, handling: { ...open.handling, contained: 'yes' as const }, ...over }
  }

  it.each<readonly [string, Deviation, Preset, readonly Role[], Who, string]>([
    ['whoever is asked answers first of all', base('sauda', { inquiries: [asked] }), 'sauda', ['dpo'], {}, 'answer sporsmal/q'],
    [
      'what is answered is no step',
      base('sauda', { inquiries: [{ ...asked, answeredAt: someMonday }] }),
      'sauda',
      ['dpo'],
      {},
      'assess vurdering',
    ],
    [
      'what somebody else is asked is no step',
      base('sauda', { inquiries: [{ ...asked, personId: ids.leader }] }),
      'sauda',
      ['dpo'],
      {},
      'assess vurdering',
    ],
    [
      'what the reporter is asked is no step here',
      base('sauda', { inquiries: [{ ...asked, toReporter: true }] }),
      'sauda',
      ['dpo'],
      {},
      'assess vurdering',
    ],
    [
      'S1-24 are personal data affected: before all that the clock asks for',
      unsaid(),
      'sauda',
      ['dpo'],
      {},
      'settleData personopplysninger',
    ],
    [
      'S1-24 it is asked of nobody who cannot answer',
      unsaid({ queueRoles: [], accessRoles: ['dpo'] }),
      'sauda',
      ['controller'],
      {},
      'wait',
    ],
    ['the case is taken', makeDeviation('sauda'), 'sauda', ['dpo'], {}, 'take behandler'],
    ['it is stopped', makeDeviation('sauda', { status: 'open' }), 'sauda', ['dpo'], {}, 'contain behandling/stans'],
    ['it is assessed', base('oslomet'), 'oslomet', ['centralAssessor'], {}, 'assess vurdering'],
    [
      'it is decided whether it is a breach',
      base('oslomet', { assessedAt: someMonday }),
      'oslomet',
      ['centralAssessor'],
      {},
      'decideBreach brudd',
    ],
    [
      'S3-14 the way is chosen',
      base('sauda', { ...judged, authorityTrack: 'undecided', triage: null }),
      'sauda',
      ['dpo'],
      {},
      'triage veivalg',
    ],
    [
      'S3-14 the way is chosen, where Datatilsynet need not be told',
      base('sauda', { ...judged, authorityTrack: 'notOwed', triage: null }),
      'sauda',
      ['dpo'],
      {},
      'triage veivalg',
    ],
    [
      'S3-14 the way is chosen once',
      base('sauda', { ...judged, authorityTrack: 'undecided' }),
      'sauda',
      ['dpo'],
      {},
      'decideAuthority varsling',
    ],
    [
      'S1-47 it is decided whether Datatilsynet is told',
      base('oslomet', { ...judged, authorityTrack: 'undecided' }),
      'oslomet',
      ['centralAssessor'],
      {},
      'decideAuthority varsling',
    ],
    [
      'Datatilsynet is told by those who send',
      base('sandnes', { ...judged, authorityTrack: 'owed', signOffs: signed(...four) }),
      'sandnes',
      ['gdprUnit'],
      {},
      'notifyAuthority datatilsynet',
    ],
    [
      'Datatilsynet is told by nobody else',
      base('sandnes', { ...judged, authorityTrack: 'owed', signOffs: signed(...four) }),
      'sandnes',
      ['ciso'],
      {},
      'wait',
    ],
    [
      'it is decided whether those affected are told',
      base('oslomet', { ...judged, subjectsTrack: 'undecided' }),
      'oslomet',
      ['centralAssessor'],
      {},
      'decideSubjects informering',
    ],
    [
      'those affected are told, by whoever writes',
      base('sauda', { ...judged, subjectsTrack: 'owed' }),
      'sauda',
      ['dpo'],
      {},
      'informSubjects berorte',
    ],
    [
      'those affected are told, by whoever signs',
      base('sauda', { ...judged, subjectsTrack: 'owed' }),
      'sauda',
      ['controller'],
      {},
      'informSubjects berorte',
    ],
    [
      'the public is told',
      base('oslomet', { ...judged, decisions: [published] }),
      'oslomet',
      ['centralAssessor'],
      {},
      'announce kunngjoring',
    ],
    [
      'S1-50 a preliminary notice is made whole',
      base('oslomet', { ...judged, authorityTrack: 'preliminary' }),
      'oslomet',
      ['centralAssessor'],
      {},
      'supplement datatilsynet',
    ],
    [
      'S4-159 an order is followed by whoever sends',
      base('sandnes', { ...judged, openOrders: 1, signOffs: signed(...four) }),
      'sandnes',
      ['gdprUnit'],
      {},
      'followOrder datatilsynet',
    ],
    [
      'S4-159 an order is followed by whoever assesses',
      base('sandnes', { ...judged, openOrders: 1, signOffs: signed(...four) }),
      'sandnes',
      ['dpo'],
      {},
      'followOrder datatilsynet',
    ],
    [
      'S4-159 an order is no step of those who sign',
      base('sandnes', { ...judged, openOrders: 1, signOffs: signed(...four) }),
      'sandnes',
      ['ciso'],
      {},
      'wait',
    ],
    ['S4-138 it is clarified whether it is real', sandnes({}, { reality: null }), 'sandnes', ['dpo'], {}, 'clarify behandling'],
    ['S4-138 it is clarified how far it goes', sandnes({}, { extent: null }), 'sandnes', ['dpo'], {}, 'clarify behandling'],
    ['S4-138 it is clarified what is proposed', sandnes({}, { proposedMeasures: null }), 'sandnes', ['dpo'], {}, 'clarify behandling'],
    ['S4-138 nobody signs what is not clear', sandnes({}, { extent: null }), 'sandnes', ['ciso'], {}, 'wait'],
    [
      'S4-139 nothing is clarified before the risk is assessed',
      sandnes({ assessedAt: null }, { reality: null }),
      'sandnes',
      ['dpo'],
      {},
      'assess vurdering',
    ],
    ['S4-139 each signs in their role', sandnes(), 'sandnes', ['controller'], {}, 'signOff signering'],
    ['S4-139 the owner of the system signs', sandnes(), 'sandnes', ['employee'], { ownsSystem: true }, 'signOff signering'],
    ['S4-139 whoever has signed waits for the others', sandnes({ signOffs: signed('controller') }), 'sandnes', ['controller'], {}, 'wait'],
    [
      'S4-139 it is not decided before all have signed: meanwhile it is written down',
      sandnes({ signOffs: signed('dpo', 'ciso', 'controller') }),
      'sandnes',
      ['dpo'],
      {},
      'document dokumentasjon',
    ],
    [
      'S4-139 it is decided when all have signed',
      sandnes({ signOffs: signed(...four) }),
      'sandnes',
      ['dpo'],
      {},
      'decideAuthority varsling',
    ],
    [
      'whether it is a breach waits for the assessment',
      sandnes({ assessedAt: null, breach: null, signOffs: signed(...four) }),
      'sandnes',
      ['dpo'],
      {},
      'assess vurdering',
    ],
  ])('%s', (_, deviation, preset, roles, who, expected) => expect(at(stepOf(deviation, preset, roles, who))).toBe(expected))

  const plain = (over: Partial<Deviation> = {}) => {
    const got = makeDeviation('sauda', { report: { personalData: 'no', caseType: 'privacyDeviation' } })
    const none = must(take(got, makeBy(got, 'sauda', ['serviceDesk'])))
    return { ...none, handling: { ...none.handling, contained: 'yes' as const }, ...over }
  }
  const ready = (preset: Preset, over: Partial<Deviation> = {}, path: Parameters<typeof makeReady>[1] = {}): Deviation => {
    const made = makeReady(preset, path)
    return { ...made, handling: { ...made.handling, contained: 'yes' }, triage: made.triage ?? 'authority', ...over }
  }
  const without = (deviation: Deviation, name: keyof Deviation['closing']): Deviation => ({
    ...deviation,
    closing: { ...deviation.closing, [name]: null },
  })
  const leader = { personId: ids.leader, leads: [ids.unit] }
  const internal = () => ready('sauda', {}, { level: 'low', triage: 'internal' })

  it.each<readonly [string, Deviation, Preset, readonly Role[], Who, string]>([
    [
      'S3-13 what is not about personal data has its way chosen without an assessment',
      plain(),
      'sauda',
      ['serviceDesk'],
      {},
      'triage veivalg',
    ],
    [
      'S3-13 what is not about personal data is written down',
      plain({ triage: 'authority' }),
      'sauda',
      ['serviceDesk'],
      {},
      'document dokumentasjon',
    ],
    ['S3-06 the documentation is written', without(ready('sauda'), 'circumstances'), 'sauda', ['dpo'], {}, 'document dokumentasjon'],
    ['what was learnt is written', without(ready('sauda'), 'lessons'), 'sauda', ['dpo'], {}, 'document dokumentasjon'],
    [
      'the documentation is read again when a fact it tells is another',
      ready('sauda', { documentedOn: { dataTypes: 'health' } }),
      'sauda',
      ['dpo'],
      {},
      'document dokumentasjon',
    ],
    ['S4-149 the memo is written when the documentation is', without(ready('sandnes'), 'memoRules'), 'sandnes', ['dpo'], {}, 'memo notat'],
    [
      'S4-149 the memo is read again when a fact it tells is another',
      ready('sandnes', { memoOn: { level: 'high' } }),
      'sandnes',
      ['dpo'],
      {},
      'memo notat',
    ],
    [
      'the documentation comes before the memo',
      without(without(ready('sandnes'), 'memoRules'), 'lessons'),
      'sandnes',
      ['dpo'],
      {},
      'document dokumentasjon',
    ],
    ['S4-147 it is proposed closed', ready('sandnes'), 'sandnes', ['dpo'], {}, 'propose lukking'],
    ['S4-148 it is not closed before it is proposed', ready('sandnes'), 'sandnes', ['controller'], {}, 'wait'],
    ['S4-148 it is closed by whoever decides', ready('sandnes', { status: 'proposed' }), 'sandnes', ['controller'], {}, 'close lukking'],
    ['S4-148 what is proposed waits for nobody else', ready('sandnes', { status: 'proposed' }), 'sandnes', ['dpo'], {}, 'wait'],
    [
      'S4-148 what is proposed and then lacks something is not closed',
      without(ready('sandnes', { status: 'proposed' }), 'lessons'),
      'sandnes',
      ['controller'],
      {},
      'wait',
    ],
    ['S1-49 it is closed', ready('oslomet'), 'oslomet', ['centralAssessor'], {}, 'close lukking'],
    [
      'S1-49 it is not closed while something is missing',
      without(ready('oslomet'), 'lessons'),
      'oslomet',
      ['centralAssessor'],
      {},
      'document dokumentasjon',
    ],
    ['S3-14 what is left to the leader is the leader’s to close', internal(), 'sauda', ['leader'], leader, 'close lukking'],
    [
      'S3-14 what is left to the leader is the leader’s to write',
      without(internal(), 'lessons'),
      'sauda',
      ['leader'],
      leader,
      'document dokumentasjon',
    ],
    ['S3-14 what is left to the leader is not the assessor’s', internal(), 'sauda', ['dpo'], {}, 'wait'],
    ['S3-14 what is left to the leader is not the assessor’s to write', without(internal(), 'lessons'), 'sauda', ['dpo'], {}, 'wait'],
  ])('%s', (_, deviation, preset, roles, who, expected) => expect(at(stepOf(deviation, preset, roles, who))).toBe(expected))

  it('S3-24 stopping it stands beside what is past its time, and the other way', () => {
    const open = makeDeviation('sauda', { status: 'open' })
    const late = { now: hoursFrom(someMonday, 63) }
    const early = stepOf(open, 'sauda', ['dpo'])
    expect([at(early), beside(early)]).toEqual(['contain behandling/stans', 'assess'])
    const past = stepOf(open, 'sauda', ['dpo'], late)
    expect([at(past), beside(past)]).toEqual(['assess vurdering', 'contain'])
    const sharp = stepOf(open, 'sauda', ['dpo'], { now: open.notifyBy as Date })
    expect(at(sharp)).toBe('contain behandling/stans')
    const stopped = stepOf(base('sauda'), 'sauda', ['dpo'], late)
    expect([at(stopped), beside(stopped)]).toEqual(['assess vurdering', null])
  })

  it.each<readonly [string, Partial<Deviation>, string]>([
    ['an answer', { inquiries: [asked] }, 'answer sporsmal/q'],
    ['the assessment', {}, 'assess vurdering'],
    ['the decision', { ...judged, authorityTrack: 'undecided' }, 'decideAuthority varsling'],
    ['the notice', { ...judged, authorityTrack: 'owed' }, 'notifyAuthority datatilsynet'],
  ])('S4-136 past the 72 hours comes before all else %s that Datatilsynet waits for', (_, over, expected) => {
    const open = { ...makeDeviation('sauda', { status: 'open' }), ...over }
    expect(at(stepOf(open, 'sauda', ['dpo'], { now: hoursFrom(someMonday, 63) }))).toBe(expected)
    expect(isOverdue({ deviation: { ...open, authorityTrack: 'notOwed' }, profile: profiles.sauda }, hoursFrom(someMonday, 63))).toBe(false)
  })
  it('S1-24 past the assumed hours the question that settles them comes first', () => {
    const open = makeDeviation('sauda', { status: 'open', report: { personalData: null } })
    const past = stepOf(open, 'sauda', ['dpo'], { now: hoursFrom(someMonday, 63) })
    expect([at(past), beside(past)]).toEqual(['settleData personopplysninger', 'contain'])
  })

  describe('S4-136 by other rules than the GDPR', () => {
    const essential = { regimes: { digitalSecurity: true } }
    const known = { ...emptyValues(regimeFields), regime: 'digitalSecurity', applies: 'yes', knownAt: someMonday } as const
    it('is behind what takes a moment, and before the rest, when it is near', () => {
      const fresh = makeDeviation('sauda')
      expect(at(stepOf(fresh, 'sauda', ['dpo'], essential))).toBe('take behandler')
      const open = base('sauda', { inquiries: [asked] })
      expect(at(stepOf(open, 'sauda', ['dpo'], essential))).toBe('answer sporsmal/q')
      expect(at(stepOf(base('sauda'), 'sauda', ['dpo'], essential))).toBe('regime regelverk/digitalSecurity')
    })
    it('is nobody’s who may not answer for it', () => {
      expect(at(stepOf(base('sauda'), 'sauda', ['controller'], essential))).toBe('wait')
      expect(at(stepOf({ ...base('sauda'), status: 'closed', regimes: [known] }, 'sauda', ['leader'], { ...essential, ...leader }))).toBe(
        'done',
      )
    })
    it('outlives the closing, alone', () => {
      const closed = stepOf({ ...base('sauda'), status: 'closed', regimes: [known] }, 'sauda', ['dpo'], essential)
      expect([at(closed), beside(closed)]).toEqual(['regime regelverk/digitalSecurity', null])
    })
    it('past its time comes before all, with stopping it beside', () => {
      const open = { ...makeDeviation('sauda', { status: 'open' }), inquiries: [asked], regimes: [known] }
      const past = stepOf(open, 'sauda', ['dpo'], { ...essential, now: hoursFrom(someMonday, 25) })
      expect([at(past), beside(past)]).toEqual(['regime regelverk/digitalSecurity', 'contain'])
    })
    it('that is a month away stands behind the work', () => {
      const told = { ...known, warnedAt: someMonday, updatedAt: someMonday }
      const open = base('sauda', { ...judged, subjectsTrack: 'owed', regimes: [told] })
      const far = stepOf({ ...open, authorityNotifiedAt: someMonday }, 'sauda', ['dpo'], essential)
      expect([at(far), beside(far)]).toEqual(['informSubjects berorte', null])
      const near = { ...essential, now: new Date('2026-03-30T09:00:00Z') }
      expect(at(stepOf({ ...open, authorityNotifiedAt: someMonday }, 'sauda', ['dpo'], near))).toBe('regime regelverk/digitalSecurity')
      const idle = { ...open, subjectsTrack: 'notOwed' as const, authorityNotifiedAt: someMonday, documentedOn: null }
      expect(at(stepOf({ ...idle, inquiries: [asked] }, 'sauda', ['dpo'], near))).toBe('answer sporsmal/q')
    })
  })
})
