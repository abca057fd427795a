import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Role } from '../../kernel/actor.ts'
import { emptyValues } from '../../kernel/fields.ts'
import { type Preset, presets } from '../../kernel/profile.ts'
import { openActions } from '../../kernel/workflow.ts'
import { type Criterion, levels } from './assessed.ts'
import { assess, decideAuthority, decideSubjects, signOff } from './assessment/rules.ts'
import { clockBasis, clockRuns, clockState } from './clock.ts'
import { writtenClosing } from './closing/factory.ts'
import { close, closingGaps, editClosing, proposeClosing, reopen, returnToHandling } from './closing/rules.ts'
import type { Deviation } from './deviation.ts'
import { duties } from './duties.ts'
import { hoursFrom, ids, makeBy, makeDeviation, someMonday } from './factory.ts'
import { type AssessmentAnswers, assessmentFields, grounds } from './fields-assessment.ts'
import { editHandling, setMeasures, triage } from './handling/rules.ts'
import { nextStep } from './overview/next-step.ts'
import { profiles } from './presets.ts'
import { editReport } from './report/rules.ts'
import { lastDecision } from './rests.ts'
import { assessmentOf, dutyRulesOf } from './risk-answers.ts'
import {
  type By,
  countOrders,
  type DeviationOutcome,
  decideBreach,
  sayPersonalData,
  setAware,
  trackAuthority,
  trackSubjects,
} from './rules.ts'
import { eventsOfFall, settle } from './settle.ts'
import { dueTasks } from './tasks.ts'
import { workflow } from './workflow.ts'

/**
 * All that is done in a case, in any order, by those who may and those who may not, at each of the four organisations. What must
 * hold after every deed is worked out here from what the law and the seeds say, and not by the rules that are tried.
 */
type Deed = {
  readonly name: string
  readonly role: Role
  readonly hours: number
  readonly run: (deviation: Deviation, by: By) => DeviationOutcome
}

const reasons = 'Fordi det er slik.'
const from = <T>(...all: readonly T[]) => fc.constantFrom(...all)

type Judged = Pick<AssessmentAnswers, 'level' | 'certainty' | 'mayHarmRights' | 'dataEncrypted' | 'levelReason'> & {
  readonly effect: AssessmentAnswers['effectAstray']
  readonly ticked: Criterion[]
  readonly finish: boolean
}
const anything = fc.record<Judged>({
  level: from(...levels),
  certainty: from('certain', 'unsure', 'notCertain', null),
  effect: from('yes', 'danger', 'no', 'unknown'),
  mayHarmRights: from('yes', 'no', 'unsure', null),
  dataEncrypted: from('yes', 'no'),
  ticked: fc.subarray<Criterion>(['H1', 'M2', 'M5']),
  levelReason: from(reasons, 'En annen grunn.', null),
  finish: from(true, true, false),
})
/** What lets a case be closed without telling anybody: the way the fault went. */
const calm = fc.record<Judged>({
  level: from('unlikely', 'low'),
  certainty: from('certain'),
  effect: from('no'),
  mayHarmRights: from('no'),
  dataEncrypted: from('no'),
  ticked: fc.constant([]),
  levelReason: from(reasons),
  finish: from(true),
})
const judge =
  ({ ticked, finish, effect, certainty, ...over }: Judged): Rule =>
  (deviation, by) => {
    const answers: AssessmentAnswers = {
      ...emptyValues(assessmentFields),
      ...over,
      certainty,
      certaintyReasons: certainty && reasons,
      effectAstray: effect,
      effectChanged: 'no',
      effectLost: 'no',
      largeScale: 'no',
      newTechnology: 'no',
    }
    return assess(deviation, answers, ticked, finish, by)
  }
const assessing = fc.oneof(anything, calm).map(judge)

type Rule = (deviation: Deviation, by: By) => DeviationOutcome
const deed = (name: string, roles: readonly Role[], runs: fc.Arbitrary<Rule>): fc.Arbitrary<Deed> =>
  fc.record({ name: fc.constant(name), role: from(...roles), hours: fc.integer({ min: 0, max: 9 }), run: runs })

const view = { extent: 'En klasse.', severity: 'Middels.', measures: 'Lenke.', notifyReason: reasons, enoughReason: reasons }

function deedsOf(preset: Preset): fc.Arbitrary<Deed> {
  const { assessment, authority, subjectMessage, closing } = profiles[preset]
  const joint = [...assessment.jointly]
  const handlers: readonly Role[] = [...assessment.assessors, 'leader']
  return fc.oneof(
    { weight: 4, arbitrary: deed('assess', assessment.assessors, assessing) },
    {
      weight: 2,
      arbitrary: deed(
        'report',
        assessment.assessors,
        fc.record({ affectedCount: from(3, 24, 9000), dataTypes: from(['contact'], ['health']) }).map(
          (over): Rule =>
            (d, by) =>
              editReport(d, { ...d.report, affectedKnown: 'exact', ...over } as Deviation['report'], d.measures, by),
        ),
      ),
    },
    {
      weight: 1,
      arbitrary: deed(
        'personal data',
        handlers,
        from('yes' as const, 'no' as const).map(
          (answer): Rule =>
            (d, by) =>
              sayPersonalData(d, answer, by),
        ),
      ),
    },
    {
      weight: 6,
      arbitrary: deed(
        'breach',
        assessment.deciders,
        from('yes' as const, 'yes' as const, 'no' as const).map(
          (outcome): Rule =>
            (d, by) =>
              decideBreach(d, outcome, reasons, by),
        ),
      ),
    },
    {
      weight: 3,
      arbitrary: deed(
        'decide authority',
        assessment.deciders,
        from('notify' as const, 'notNotify' as const, 'notNotify' as const).map(
          (outcome): Rule =>
            (d, by) =>
              decideAuthority(d, outcome, reasons, by),
        ),
      ),
    },
    {
      weight: 3,
      arbitrary: deed(
        'decide subjects',
        assessment.deciders,
        fc.tuple(from('inform' as const, 'notInform' as const), from(...grounds)).map(
          ([outcome, ground]): Rule =>
            (d, by) =>
              decideSubjects(d, outcome, ground, reasons, by),
        ),
      ),
    },
    {
      weight: 6,
      arbitrary: deed(
        'notify',
        authority.senders,
        from('preliminary' as const, 'notified' as const, 'withdrawn' as const).map(
          // The notice can be taken back only where one was sent (notices/rules.ts).
          (track): Rule =>
            (d, by) =>
              trackAuthority(d, track === 'withdrawn' && !d.authorityNotifiedAt ? 'notified' : track, by.now, by),
        ),
      ),
    },
    {
      weight: 2,
      arbitrary: deed(
        'letter',
        subjectMessage.drafters,
        fc.constant<Rule>((d, by) => trackSubjects(d, by.now, by)),
      ),
    },
    {
      weight: 2,
      arbitrary: deed(
        'way',
        assessment.assessors,
        from('internal' as const, 'internal' as const, 'authority' as const).map(
          (way): Rule =>
            (d, by) =>
              triage(d, way, by),
        ),
      ),
    },
    {
      weight: joint.length > 0 ? 12 : 0,
      arbitrary: deed(
        'sign',
        joint.length > 0 ? joint : ['dpo'],
        fc
          .record({
            role: from(...(joint.length > 0 ? joint : (['dpo'] as const))),
            notify: from('yes' as const, 'no' as const, 'no' as const),
            enough: from('yes' as const, 'yes' as const, 'no' as const),
          })
          .map(
            ({ role, ...said }): Rule =>
              (d, by) =>
                signOff(d, role, { ...view, ...said }, role === 'systemOwner', makeAs(d, preset, role, by.now)),
          ),
      ),
    },
    {
      weight: 2,
      arbitrary: deed(
        'write',
        handlers,
        fc.constant<Rule>((d, by) => editClosing(d, { ...d.closing, ...writtenClosing }, by, Object.keys(writtenClosing))),
      ),
    },
    {
      weight: 1,
      arbitrary: deed(
        'measure',
        assessment.assessors,
        from('A', 'B').map(
          (what): Rule =>
            (d, by) =>
              setMeasures(
                d,
                [
                  {
                    id: ids.unit,
                    purpose: 'prevent',
                    what,
                    state: 'planned',
                    responsibleRole: null,
                    responsiblePerson: null,
                    responsible: null,
                    dueOn: null,
                    doneOn: null,
                    evidence: null,
                  },
                ],
                by,
              ),
        ),
      ),
    },
    {
      weight: 1,
      arbitrary: deed(
        'severity',
        assessment.assessors,
        from('minor' as const, 'critical' as const).map(
          (severity): Rule =>
            (d, by) =>
              editHandling(d, { ...d.handling, severity }, by),
        ),
      ),
    },
    {
      weight: 1,
      arbitrary: deed(
        'aware',
        assessment.deciders,
        fc.integer({ min: -30, max: 5 }).map(
          (hours): Rule =>
            (d, by) =>
              setAware(d, hoursFrom(someMonday, hours), reasons, by),
        ),
      ),
    },
    {
      weight: 3,
      arbitrary: deed(
        'propose',
        assessment.assessors,
        fc.constant<Rule>((d, by) => proposeClosing(d, null, by)),
      ),
    },
    {
      weight: 6,
      arbitrary: deed(
        'close',
        ['leader', ...closing.deciders],
        fc.constant<Rule>((d, by) => close(d, reasons, by)),
      ),
    },
    {
      weight: 1,
      arbitrary: deed(
        'send back',
        closing.deciders,
        fc.constant<Rule>((d, by) => returnToHandling(d, reasons, by)),
      ),
    },
    {
      weight: 2,
      arbitrary: deed(
        'reopen',
        [...closing.deciders, ...assessment.assessors],
        fc.constant<Rule>((d, by) => reopen(d, reasons, by)),
      ),
    },
    {
      weight: 1,
      arbitrary: deed(
        'order',
        authority.senders,
        from(0, 1).map(
          (open): Rule =>
            (d, by) =>
              countOrders(d, open, by),
        ),
      ),
    },
  )
}

/** The straight way to a closed case, with other deeds thrown in at any place: the faults are near the way that people go. */
function wayOf(preset: Preset): fc.Arbitrary<readonly Deed[]> {
  const { assessment, closing } = profiles[preset]
  const one = (name: string, role: Role | undefined, run: Rule): Deed => ({ name, role: role ?? 'dpo', hours: 1, run })
  const [assessor, decider, closer] = [assessment.assessors[0], assessment.deciders[0], closing.deciders[0]]
  const lastCloser: Role | undefined = assessment.leaderClosesInternal ? 'leader' : closer
  const low: Judged = {
    level: 'unlikely',
    certainty: 'certain',
    mayHarmRights: 'no',
    dataEncrypted: 'no',
    levelReason: reasons,
    effect: 'no',
    ticked: [],
    finish: true,
  }
  const straight: readonly Deed[] = [
    one('breach', decider, (d, by) => decideBreach(d, 'yes', reasons, by)),
    one('assess', assessor, judge(low)),
    ...assessment.jointly.map((role) =>
      one('sign', role, (d, by) =>
        signOff(d, role, { ...view, notify: 'no', enough: 'yes' }, role === 'systemOwner', makeAs(d, preset, role, by.now)),
      ),
    ),
    one('decide authority', decider, (d, by) => decideAuthority(d, 'notNotify', reasons, by)),
    one('decide subjects', decider, (d, by) => decideSubjects(d, 'notInform', 'lowRisk', reasons, by)),
    one('way', assessor, (d, by) => triage(d, 'internal', by)),
    one('write', assessor, (d, by) => editClosing(d, { ...d.closing, ...writtenClosing }, by, Object.keys(writtenClosing))),
    one('propose', assessor, (d, by) => proposeClosing(d, null, by)),
    one('close', lastCloser, (d, by) => close(d, reasons, by)),
    one('reopen', closer, (d, by) => reopen(d, reasons, by)),
    one('close', lastCloser, (d, by) => close(d, reasons, by)),
  ]
  const noise = fc.array(fc.tuple(fc.integer({ min: 0, max: straight.length }), deedsOf(preset)), { maxLength: 12 })
  return noise.map((thrown) => straight.flatMap((step, at) => [...thrown.flatMap(([place, deed]) => (place === at ? [deed] : [])), step]))
}

/** Somebody with one role; a leader leads the affected unit and has no role. */
const makeAs = (deviation: Deviation, preset: Preset, role: Role, now: Date): By =>
  role === 'leader'
    ? makeBy(deviation, preset, ['employee'], { now, personId: ids.leader, leads: [ids.unit] })
    : makeBy(deviation, preset, [role], { now, ownsSystem: role === 'systemOwner' })

type Played = { readonly deviation: Deviation; readonly trail: readonly string[]; readonly closedBy: readonly string[] }

function play(preset: Preset, personalData: 'yes' | null, deeds: readonly Deed[]): Played {
  let deviation = makeDeviation(preset, { status: 'open', report: { personalData, affectedKnown: 'exact', affectedCount: 24 } })
  // What no deed of the list does: said once, so that the deeds are not stopped by it.
  deviation = {
    ...deviation,
    handling: {
      ...deviation.handling,
      severity: 'moderate',
      contained: personalData ? 'yes' : 'partly',
      reality: 'Ja.',
      extent: 'Tolv.',
      proposedMeasures: 'Lenke.',
    },
  }
  const trail: string[] = []
  const closedBy: string[] = []
  let now = someMonday
  let step = 0
  for (const one of deeds) {
    now = hoursFrom(now, one.hours)
    step += 1
    const by = { ...makeAs(deviation, preset, one.role, now), newId: `00000000-0000-7000-8000-${String(step * 10).padStart(12, '0')}` }
    const outcome = one.run(deviation, by)
    if (!outcome.ok) continue
    trail.push(`${one.name}/${one.role}`)
    if (one.name === 'close') closedBy.push(one.role)
    holds(deviation, outcome.next, one, by)
    deviation = outcome.next
    holdsOfCase(deviation, preset, now, by)
  }
  return { deviation, trail, closedBy }
}

/** What one deed must never do. */
function holds(before: Deviation, next: Deviation, { name, role }: Deed, by: By): void {
  const told = (d: Deviation) => d.authorityTrack === 'preliminary' || d.authorityTrack === 'notified'
  // A track loses its duty only by a decision, by a breach that is found to be none, or by data that are not personal.
  const released = ['decide authority', 'decide subjects', 'breach', 'personal data'].includes(name)
  if (before.authorityTrack === 'owed' && !released && next.authorityTrack !== 'owed')
    expect(
      told(next) || (next.authorityTrack === 'undecided' && name === 'assess') || (next.authorityTrack === 'undecided' && name === 'sign'),
    ).toBe(true)
  if (before.subjectsTrack === 'owed' && !released && next.subjectsTrack !== 'owed')
    expect(next.subjectsTrack === 'informed' || (next.subjectsTrack === 'undecided' && name === 'assess')).toBe(true)
  if (told(before)) expect(told(next) || name === 'notify').toBe(true)
  // What is released says so itself: nobody's silence does.
  if (before.authorityTrack !== 'notOwed' && next.authorityTrack === 'notOwed') expect(released).toBe(true)
  if (name === 'close') {
    // S3-14, S4-148: whoever the profile names; the leader only of what is internal and was never Datatilsynet's.
    if (role === 'leader') {
      expect(by.profile.assessment.leaderClosesInternal).toBe(true)
      expect(['undecided', 'notOwed', 'withdrawn']).toContain(before.authorityTrack)
      expect(before.assessment.level === 'high' && clockRuns(before) && before.subjectsTrack === 'owed').toBe(false)
    } else expect(by.profile.closing.deciders).toContain(role)
  }
  // What fell is told, and what fell by this deed rested on something that it changed.
  for (const event of eventsOfFall(before, next, name === 'assess'))
    if (event.type === 'deviation.fell') expect(event.because.length).toBeGreaterThan(0)
}

/** What every case is, whatever was done in it. */
function holdsOfCase(d: Deviation, preset: Preset, now: Date, by: By): void {
  const profile = profiles[preset]
  const running = clockRuns(d)
  const required = duties(assessmentOf(d), dutyRulesOf(profile))
  const kinds = dueTasks(d, profile).map(({ kind }) => kind)

  // Settled: working it out again changes nothing.
  expect(settle(d, by)).toEqual(d)
  // Which duties stand: a required notice is told, owed, or waits for a decision after it was taken back.
  if (running && required.authority.required === 'yes')
    expect(['owed', 'preliminary', 'notified', ...(d.breach === 'yes' ? [] : ['withdrawn'])]).toContain(d.authorityTrack)
  if (running && required.subjects.required === 'yes' && d.subjectsTrack === 'notOwed') {
    const last = lastDecision(d, 'subjects')
    expect(last?.outcome).toBe('notInform')
    expect(last?.ground).not.toBe('lowRisk')
  }
  if (running && d.authorityTrack === 'notOwed') expect(lastDecision(d, 'authority')?.outcome).toBe('notNotify')
  if (d.authorityTrack === 'notOwed' && running) expect(required.authority.required).toBe('no')

  // Internal is what the leader may close: never what Datatilsynet is to be told.
  if (d.triage === 'internal') expect(['owed', 'preliminary', 'notified']).not.toContain(d.authorityTrack)

  // Nothing is closed with an open duty, and a closed case has no task but what was left to follow up.
  if (d.status === 'closed') {
    expect(['undecided', 'owed', 'preliminary']).not.toContain(d.authorityTrack)
    expect(['undecided', 'owed']).not.toContain(d.subjectsTrack)
    if (d.report.personalData !== 'no') expect(d.breach).not.toBeNull()
    if (running) expect(d.assessedAt).not.toBeNull()
    expect(d.openOrders).toBe(0)
    expect(kinds.filter((kind) => kind !== 'deviation.followUp')).toEqual([])
  }

  // Each open duty has a task: no track is forgotten.
  if (d.status === 'open') {
    if (d.authorityTrack === 'owed') expect(kinds).toContain('deviation.notifyAuthority')
    if (d.subjectsTrack === 'owed') expect(kinds).toContain('deviation.informSubjects')
    if (running && d.assessedAt && d.authorityTrack === 'undecided') expect(kinds).toContain('deviation.decideAuthority')
    // Where a notification is owed and no letter, that nobody is told is confirmed after the notification (S3-26).
    if (running && d.assessedAt && d.subjectsTrack === 'undecided')
      expect(kinds.includes('deviation.decideSubjects')).toBe(!(d.authorityTrack === 'owed' && required.subjects.required === 'no'))
    if (running && !d.assessedAt) expect(kinds).toContain('deviation.assess')
    if (clockBasis(d) === 'assumed') expect(kinds).toContain('deviation.settleData')
  }

  // The clock and the next step say the same, to everybody.
  expect(d.notifyBy !== null).toBe(running)
  expect(d.notifyByAssumed).toBe(clockBasis(d) === 'assumed')
  const state = clockState(d, now)
  if (state === 'met' || state === 'late') expect(d.authorityTrack).not.toBe('owed')
  for (const role of [...profile.assessment.assessors, ...profile.closing.deciders, 'leader' as const]) {
    const as = makeAs(d, preset, role, now)
    const standing = { isReporter: false, ownsSystem: false }
    const actions = openActions(workflow, d.status, as.parts)
    const next = nextStep({ deviation: d, profile, parts: as.parts, actions, standing }, as.actor, now)
    if (next.kind === 'done') expect(d.status).toBe('closed')
    if (next.kind !== 'step') continue
    expect(d.status).not.toBe('closed')
    if (next.step.kind === 'close') {
      expect(closingGaps(d, profile)).toEqual([])
      expect(close(d, reasons, as).ok).toBe(true)
    }
    if (next.step.kind === 'propose') expect(closingGaps(d, profile, true)).toEqual([])
    if (clockBasis(d) === 'assumed' && actions.includes('edit')) expect(next.step.kind).toBe('settleData')
    if (state === 'overdue' && !d.assessedAt && as.parts.has('assessor') && actions.includes('assess'))
      expect(['settleData', 'assess', 'notifyAuthority']).toContain(next.step.kind)
    if (state === 'none') expect(['notifyAuthority', 'decideAuthority']).not.toContain(next.step.kind)
  }
}

describe.each(presets)('everything that is done in a case, in any order: %s', (preset) => {
  it('who may close, which duties stand, and what is said of it', () => {
    fc.assert(
      fc.property(
        from('yes' as const, 'yes' as const, null),
        fc.oneof(fc.array(deedsOf(preset), { maxLength: 40 }), wayOf(preset)),
        (personalData, deeds) => {
          play(preset, personalData, deeds)
        },
      ),
      { numRuns: 500, seed: 20260302 },
    )
  })

  it('the walk goes far enough to try it: cases are closed, opened again, and answers fall', () => {
    const seen = { closed: 0, reopened: 0, fell: 0, leader: 0 }
    for (const deeds of fc.sample(fc.oneof(fc.array(deedsOf(preset), { minLength: 40, maxLength: 80 }), wayOf(preset)), {
      numRuns: 200,
      seed: 7,
    })) {
      const { deviation, closedBy } = play(preset, 'yes', deeds)
      seen.closed += closedBy.length > 0 ? 1 : 0
      seen.leader += closedBy.includes('leader') ? 1 : 0
      seen.reopened += deviation.decisions.some(({ kind }) => kind === 'reopening') ? 1 : 0
      seen.fell += deviation.decisions.some(({ outcome }) => outcome === 'fell') ? 1 : 0
    }
    expect(seen.closed).toBeGreaterThan(0)
    expect(seen.reopened).toBeGreaterThan(0)
    expect(seen.fell).toBeGreaterThan(10)
    if (profiles[preset].assessment.leaderClosesInternal) expect(seen.leader).toBeGreaterThan(0)
  })
})
