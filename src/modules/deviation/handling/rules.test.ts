import { describe, expect, it } from 'vitest'
import type { Deviation } from '../deviation.ts'
import { hoursFrom, ids, makeBy, makeDeviation, must, someMonday } from '../factory.ts'
import type { Reporter } from '../store-reporter.ts'
import { dueTasks } from '../tasks.ts'
import {
  type Asking,
  announce,
  answer,
  ask,
  contain,
  editHandling,
  mayAskMerged,
  setMeasures,
  triage,
  unanswered,
  unweighedFields,
  usualDue,
} from './rules.ts'

const dpo = (deviation: Deviation, over: Parameters<typeof makeBy>[3] = {}) => makeBy(deviation, 'sauda', ['dpo'], over)
const open = () => makeDeviation('sauda', { status: 'open' })
const named: Reporter = { kind: 'person', personId: ids.owner }
const question = (over: Partial<Asking> = {}): Asking => ({
  id: '00000000-0000-7000-8000-000000000501',
  toReporter: true,
  personId: null,
  resourceRole: null,
  question: 'Hvem fikk e-posten?',
  dueAt: hoursFrom(someMonday, 20),
  ...over,
})
const counted = { affectedKnown: 'exact', affectedCount: 12 } as const

describe('the announcement', () => {
  const decided = { kind: 'subjects', outcome: 'notInform', reason: 'Mange', ground: 'disproportionate', by: ids.owner } as const
  const waiting = (): Deviation => ({ ...open(), decisions: [{ ...decided, id: ids.unit, at: someMonday, restsOn: null }] })
  const said = { announceHappened: 'a', announceConsequences: 'b', announceMeasures: 'c', announceContact: 'd', announceEnglish: null }
  const given = { ...said, announcedOn: '2026-03-02', announcedWhere: 'Nettsiden' }
  const why = (
    over: Partial<typeof given> | { announcedOn: null } | { announceContact: null } | { announcedWhere: null },
    one = waiting(),
  ) => {
    const outcome = announce(one, { ...given, ...over }, dpo(one))
    return outcome.ok ? null : [outcome.why, ...outcome.fields]
  }

  it('S1-49 is a task until it is published, with when and where, and nothing left to write', () => {
    const one = waiting()
    const kinds = (deviation: Deviation) => dueTasks(deviation, dpo(one).profile).map(({ kind }) => kind)
    expect(kinds(one)).toContain('deviation.announce')
    expect(kinds(must(announce(one, { ...given, announcedOn: null, announcedWhere: null }, dpo(one))))).toContain('deviation.announce')
    expect(kinds(must(announce(one, given, dpo(one))))).not.toContain('deviation.announce')
    expect(why({ announcedWhere: null })).toEqual(['incomplete', 'announcedWhere'])
    expect(why({ announcedOn: null })).toEqual(['incomplete', 'announcedOn'])
    expect(why({ announcedOn: '2026-03-03' })).toEqual(['future', 'announcedOn'])
    expect(why({ announceContact: null })).toEqual(['incomplete', 'announceContact'])
    expect(why({}, open())).toEqual(['notNow'])
  })
})

describe('containment', () => {
  it('S3-24 is open together with the assessment from the first minute, and neither waits for the other', () => {
    const received = makeDeviation('sauda')
    const { profile } = dpo(received)
    const kinds = dueTasks(received, profile).map((task) => task.kind)
    expect(kinds).toEqual(expect.arrayContaining(['deviation.contain', 'deviation.assess']))
    const contained = must(contain(received, { contained: 'yes', containedAt: null, containment: 'Slettet.' }, dpo(received)))
    expect(dueTasks(contained, profile).map((task) => task.kind)).toContain('deviation.assess')
    expect(dueTasks(contained, profile).map((task) => task.kind)).not.toContain('deviation.contain')
    const assessed = { ...received, assessedAt: someMonday, assessment: { ...received.assessment, level: 'low' as const } }
    expect(dueTasks(assessed, profile).map((task) => task.kind)).toContain('deviation.contain')
  })

  it('S3-24 keeps when it was stopped: as told, or now; and none where it was not', () => {
    const at = hoursFrom(someMonday, -3)
    const by = dpo(open())
    expect(must(contain(open(), { contained: 'yes', containedAt: at, containment: null }, by)).handling.containedAt).toEqual(at)
    const now = must(contain(open(), { contained: 'partly', containedAt: null, containment: null }, by))
    expect(now.handling.containedAt).toEqual(someMonday)
    expect(must(contain(now, { contained: 'no', containedAt: at, containment: null }, by)).handling.containedAt).toBeNull()
  })

  it('refuses a time to come, no answer, and anybody who does not handle the case', () => {
    const by = dpo(open())
    const answers = { contained: 'yes', containedAt: hoursFrom(someMonday, 1), containment: null } as const
    expect(contain(open(), answers, by)).toMatchObject({ ok: false, why: 'future' })
    expect(contain(open(), { ...answers, contained: null, containedAt: null }, by)).toMatchObject({ why: 'incomplete' })
    const leader = makeBy(open(), 'sauda', ['leader'], { personId: ids.leader })
    expect(contain(open(), { ...answers, containedAt: null }, leader)).toMatchObject({ ok: false, why: 'notAllowed' })
  })
})

describe('handling', () => {
  it('S3-19 asks for severity and number before the way forward is chosen; not known is an answer', () => {
    const unknown = open()
    const chosen = (deviation: Deviation) =>
      editHandling(deviation, { ...deviation.handling, approach: 'Vi ber om sletting.' }, dpo(deviation))
    expect(chosen(unknown)).toMatchObject({ ok: false, why: 'weighFirst', fields: ['severity', 'affectedCount'] })
    const weighed = { ...unknown, handling: { ...unknown.handling, severity: 'moderate' as const } }
    expect(chosen(weighed)).toMatchObject({ ok: false, fields: ['affectedCount'] })
    expect(chosen({ ...weighed, report: { ...weighed.report, ...counted } }).ok).toBe(true)
    expect(chosen({ ...weighed, report: { ...weighed.report, affectedKnown: 'unknown' } }).ok).toBe(true)
  })

  it('names the answers that changed and nothing that was written, and says when nothing did', () => {
    const before = open()
    const outcome = editHandling(before, { ...before.handling, reality: 'Hemmelig tekst', severity: 'serious' }, dpo(before))
    expect(outcome.ok && outcome.events).toEqual([{ type: 'deviation.edited', part: 'handling', fields: ['severity', 'reality'] }])
    expect(editHandling(before, before.handling, dpo(before))).toMatchObject({ why: 'nothingChanged' })
  })

  it('S1-40 keeps a list of measures, each with its purpose and state', () => {
    const measure = {
      id: 'x',
      purpose: 'repair',
      what: 'Be om sletting',
      state: 'planned',
      responsibleRole: null,
      responsiblePerson: null,
      responsible: 'IT',
      dueOn: '2026-03-05',
      doneOn: null,
      evidence: null,
    } as const
    const kept = must(setMeasures(open(), [measure], dpo(open())))
    expect(kept.measures).toEqual([measure])
    expect(setMeasures(kept, [measure], dpo(kept))).toMatchObject({ why: 'nothingChanged' })
    expect(setMeasures(kept, [{ ...measure, what: null }], dpo(kept))).toMatchObject({ why: 'incomplete' })
  })

  it('S4-005 a measure that those who handle the case call done says what shows it; what the reporter did at once is taken as it is said', () => {
    const measure = {
      id: 'x',
      purpose: 'repair',
      what: 'Be om sletting',
      state: 'planned',
      responsibleRole: null,
      responsiblePerson: null,
      responsible: 'IT',
      dueOn: '2026-03-05',
      doneOn: null,
      evidence: null,
    } as const
    const planned = must(setMeasures(open(), [measure], dpo(open())))
    const done = { ...measure, state: 'done', doneOn: '2026-03-02' } as const
    expect(setMeasures(planned, [done], dpo(planned))).toMatchObject({ why: 'evidenceMissing', fields: ['measure0.evidence'] })
    const shown = must(setMeasures(planned, [{ ...done, evidence: 'Kvittering på sletting' }], dpo(planned)))
    expect(shown.measures).toMatchObject([{ state: 'done', evidence: 'Kvittering på sletting' }])
    expect(setMeasures(shown, [done], dpo(shown))).toMatchObject({ why: 'evidenceMissing' })
    const reported = { ...open(), measures: [{ ...done, id: 'y', what: 'Ringte mottakeren' }] }
    expect(must(setMeasures(reported, [...reported.measures, measure], dpo(reported))).measures).toHaveLength(2)
  })
})

describe('questions', () => {
  it('S1-46 S3-10 asks the reporter, who gets a task; the answer comes into the case and the list of what is missing shrinks', () => {
    const asked = must(ask(open(), question(), named, dpo(open())))
    expect(unanswered(asked)).toHaveLength(1)
    expect(dueTasks(asked, dpo(asked).profile)).toContainEqual(expect.objectContaining({ kind: 'deviation.answer', personId: ids.owner }))
    const reporter = makeBy(asked, 'sauda', ['employee'], { personId: ids.owner, isReporter: true })
    const answered = must(answer(asked, question().id, 'Én forelder.', reporter))
    expect(answered.inquiries[0]).toMatchObject({ answer: 'Én forelder.', answeredAt: someMonday })
    expect(unanswered(answered)).toHaveLength(0)
    expect(dueTasks(answered, dpo(answered).profile).map((task) => task.kind)).not.toContain('deviation.answer')
  })

  it('S1-46 wants the answer within the 72 hours for as long as they run', () => {
    const { notifyBy } = open()
    if (!notifyBy) throw new Error('the clock runs')
    expect(ask(open(), question({ dueAt: hoursFrom(notifyBy, 1) }), named, dpo(open()))).toMatchObject({ why: 'dueAfterClock' })
    expect(ask(open(), question({ dueAt: notifyBy }), named, dpo(open())).ok).toBe(true)
    const past = hoursFrom(notifyBy, 2)
    expect(ask(open(), question({ dueAt: hoursFrom(past, 24) }), named, dpo(open(), { now: past })).ok).toBe(true)
    expect(ask(open(), question({ dueAt: someMonday }), named, dpo(open()))).toMatchObject({ why: 'duePassed' })
    expect(usualDue(open(), hoursFrom(notifyBy, -2))).toEqual(notifyBy)
    expect(usualDue(open(), hoursFrom(notifyBy, 2))).toEqual(hoursFrom(notifyBy, 26))
  })

  it('S4-131 asks a protected reporter without putting a name, or a task with a name, into the case', () => {
    const asked = must(ask(open(), question(), { kind: 'protected' }, dpo(open())))
    expect(asked.inquiries[0]).toMatchObject({ toReporter: true, personId: null })
    expect(dueTasks(asked, dpo(asked).profile).map((task) => task.kind)).not.toContain('deviation.answer')
  })

  it('S4-132 cannot ask a reporter who is not there', () => {
    expect(ask(open(), question(), { kind: 'none' }, dpo(open()))).toMatchObject({ why: 'noReporter' })
    expect(ask(open(), question(), { kind: 'outside', who: 'en innbygger' }, dpo(open()))).toMatchObject({ why: 'noReporter' })
  })

  it('S4-138 asks those who may know, by role, and keeps each answer with its date', () => {
    const first = must(ask(open(), question({ toReporter: false, personId: ids.leader, resourceRole: 'leader' }), named, dpo(open())))
    const id = '00000000-0000-7000-8000-000000000502'
    const both = must(ask(first, question({ id, toReporter: false, personId: ids.owner, resourceRole: 'systemOwner' }), named, dpo(first)))
    const leader = makeBy(both, 'sauda', ['employee'], { personId: ids.leader, now: hoursFrom(someMonday, 1) })
    const one = must(answer(both, question().id, 'Ja, det er reelt.', leader))
    // The other answered by telephone: the handler writes it down.
    const two = must(answer(one, id, 'Tolv personer.', dpo(one, { now: hoursFrom(someMonday, 2) })))
    expect(two.inquiries.map(({ resourceRole, answer: said, answeredAt }) => [resourceRole, said, answeredAt])).toEqual([
      ['leader', 'Ja, det er reelt.', hoursFrom(someMonday, 1)],
      ['systemOwner', 'Tolv personer.', hoursFrom(someMonday, 2)],
    ])
  })

  it('are answered by whoever was asked, once, and by no other', () => {
    const asked = must(ask(open(), question({ toReporter: false, personId: ids.leader }), named, dpo(open())))
    const stranger = makeBy(asked, 'sauda', ['employee'], { personId: ids.owner })
    expect(answer(asked, question().id, 'nei', stranger)).toMatchObject({ why: 'notAllowed' })
    const leader = makeBy(asked, 'sauda', ['employee'], { personId: ids.leader })
    expect(answer(asked, question().id, ' '.trim(), leader)).toMatchObject({ why: 'incomplete' })
    const answered = must(answer(asked, question().id, 'ja', leader))
    expect(answer(answered, question().id, 'ja', leader)).toMatchObject({ why: 'alreadyAnswered' })
    expect(answer({ ...asked, status: 'closed' }, question().id, 'ja', leader)).toMatchObject({ why: 'closedToAnswers' })
    // One that goes on in another case still takes them.
    expect(answer({ ...asked, status: 'closed', mergedInto: ids.system }, question().id, 'ja', leader)).toMatchObject({ ok: true })
  })

  it('are asked once though the button is pressed twice', () => {
    const asked = must(ask(open(), question(), named, dpo(open())))
    expect(ask(asked, question(), named, dpo(asked))).toMatchObject({ why: 'alreadyAsked' })
  })
})

describe('triage', () => {
  const ready = (): Deviation => {
    const taken = open()
    return {
      ...taken,
      assessedAt: someMonday,
      assessment: { ...taken.assessment, level: 'low' },
      handling: { ...taken.handling, severity: 'minor' },
      report: { ...taken.report, ...counted },
    }
  }

  it('S3-14 internal: the leader gets it as a task and may close it', () => {
    const outcome = triage(ready(), 'internal', dpo(ready()))
    const internal = must(outcome)
    expect(outcome.ok && outcome.events.map((event) => event.type)).toEqual(['deviation.triaged', 'deviation.internalHandedOver'])
    expect(dueTasks(internal, dpo(internal).profile)).toContainEqual(
      expect.objectContaining({ kind: 'deviation.closeInternal', personId: ids.leader }),
    )
    expect(makeBy(internal, 'sauda', ['leader'], { personId: ids.leader }).parts.has('closer')).toBe(true)
  })

  it('S3-14 to Datatilsynet: the leader cannot close it', () => {
    const chosen = must(triage(ready(), 'authority', dpo(ready())))
    expect(chosen.triage).toBe('authority')
    expect(makeBy(chosen, 'sauda', ['leader'], { personId: ids.leader }).parts.has('closer')).toBe(false)
  })

  it('S3-15 S3-19 is chosen on the risk, the severity and the number, not before', () => {
    expect(triage({ ...ready(), assessedAt: null }, 'internal', dpo(ready()))).toMatchObject({ why: 'assessFirst' })
    const unweighed = { ...ready(), handling: { ...ready().handling, severity: null } }
    expect(triage(unweighed, 'authority', dpo(unweighed))).toMatchObject({ why: 'weighFirst', fields: ['severity'] })
  })

  it('S3-14 what must be told to Datatilsynet is never internal, and a case without a leader is handed to nobody', () => {
    expect(triage({ ...ready(), authorityTrack: 'owed' }, 'internal', dpo(ready()))).toMatchObject({ why: 'noticeRequired' })
    const leaderless = { ...ready(), report: { ...ready().report, affectedLeader: null } }
    expect(triage(leaderless, 'internal', dpo(leaderless))).toMatchObject({ why: 'leaderMissing' })
  })

  it('S3-14 is the data protection officer’s to choose, and only where leaders may close', () => {
    expect(triage(ready(), 'internal', makeBy(ready(), 'sauda', ['leader'], { personId: ids.leader }))).toMatchObject({ why: 'notAllowed' })
    const oslomet = makeDeviation('oslomet', { status: 'open' })
    expect(triage(oslomet, 'internal', makeBy(oslomet, 'oslomet', ['centralAssessor']))).toMatchObject({ why: 'notNow' })
  })
})

describe('each step of the handling, and the question that is mended', () => {
  const stranger = (one: Deviation) => makeBy(one, 'sauda', ['auditor'], { personId: ids.owner })
  const said = (outcome: ReturnType<typeof triage>): readonly unknown[] => (outcome.ok ? outcome.events : [outcome.why, ...outcome.fields])
  const measure: Deviation['measures'][number] = {
    ...{ id: 'x', purpose: 'repair', what: 'Be om sletting', state: 'planned', responsibleRole: null, responsiblePerson: null },
    ...{ responsible: 'IT', dueOn: '2026-03-05', doneOn: null, evidence: null },
  }
  const done = { ...measure, state: 'done', doneOn: '2026-03-02', evidence: 'Kvittering' } as const
  const measured = (...measures: Deviation['measures']) => said(setMeasures(open(), measures, dpo(open())))
  const asked = (over: Partial<Asking> = {}, reporter: Reporter = named, one = open()) => said(ask(one, question(over), reporter, dpo(one)))
  const inquired = (over: Partial<Deviation> = {}): Deviation => ({ ...must(ask(open(), question(), named, dpo(open()))), ...over })
  const way = (over: Partial<Deviation> = {}): Deviation => {
    const taken = open()
    const known = {
      ...taken,
      assessedAt: someMonday,
      report: { ...taken.report, ...counted },
      handling: { ...taken.handling, severity: 'minor' as const },
    }
    return { ...known, assessment: { ...taken.assessment, level: 'low' }, ...over }
  }
  const chosen = (outcome: 'internal' | 'authority', over: Partial<Deviation> = {}) => said(triage(way(over), outcome, dpo(way())))
  const { notifyBy } = open()

  it.each<readonly [string, () => readonly unknown[], readonly unknown[]]>([
    [
      'S3-24 nobody says whether it is stopped',
      () => said(contain(open(), { contained: null, containedAt: null, containment: null }, dpo(open()))),
      ['incomplete', 'contained'],
    ],
    ['the public is told by somebody else', () => said(announce(open(), { ...emptyAnnouncement }, stranger(open()))), ['notAllowed']],
    ['S1-40 a measure is kept', () => measured(measure), [{ type: 'deviation.edited', part: 'measures', fields: ['measures'] }]],
    ['S1-40 a measure of somebody else', () => said(setMeasures(open(), [measure], stranger(open()))), ['notAllowed']],
    [
      'S1-40 the second measure says nothing',
      () => measured(measure, { ...measure, id: 'y', what: null }),
      ['incomplete', 'measure.1.what'],
    ],
    ['S1-40 a measure for nothing', () => measured({ ...measure, purpose: null }), ['incomplete', 'measure.0.what']],
    ['S1-40 a measure that stands nowhere', () => measured({ ...measure, state: null }), ['incomplete', 'measure.0.what']],
    [
      'S4-005 the second measure is done tomorrow',
      () => measured(measure, { ...done, id: 'y', doneOn: '2026-03-03' }),
      ['future', 'measure.1.doneOn'],
    ],
    [
      'S4-005 a measure that is only planned, with a day to come',
      () => measured({ ...measure, doneOn: '2026-03-03' }),
      [{ type: 'deviation.edited', part: 'measures', fields: ['measures'] }],
    ],
    [
      'S4-005 a measure done today, with what shows it',
      () => measured(done),
      [{ type: 'deviation.edited', part: 'measures', fields: ['measures'] }],
    ],
    ['S1-46 the reporter is asked', () => asked(), [{ type: 'deviation.asked', inquiry: question().id, toReporter: true }]],
    [
      'S4-138 somebody who knows is asked',
      () => asked({ toReporter: false, personId: ids.leader }),
      [{ type: 'deviation.asked', inquiry: question().id, toReporter: false }],
    ],
    ['S4-138 somebody is asked, and nobody says whom', () => asked({ toReporter: false }), ['incomplete', 'person']],
    ['S1-46 nothing is asked', () => asked({ question: '' }), ['incomplete', 'question']],
    ['S1-46 the answer is due now', () => asked({ dueAt: someMonday }), ['duePassed', 'dueAt']],
    ['S1-46 the answer is due after the 72 hours', () => asked({ dueAt: hoursFrom(notifyBy as Date, 1) }), ['dueAfterClock', 'dueAt']],
    [
      'S1-46 after the 72 hours, where Datatilsynet has been told',
      () => asked({ dueAt: hoursFrom(notifyBy as Date, 1) }, named, { ...open(), authorityNotifiedAt: someMonday }),
      [{ type: 'deviation.asked', inquiry: question().id, toReporter: true }],
    ],
    [
      'S1-46 after the 72 hours, where it need not be told',
      () => asked({ dueAt: hoursFrom(notifyBy as Date, 1) }, named, { ...open(), authorityTrack: 'notOwed' }),
      [{ type: 'deviation.asked', inquiry: question().id, toReporter: true }],
    ],
    ['S4-132 a reporter who is not there is asked', () => asked({}, { kind: 'none' }), ['noReporter', 'to']],
    [
      'S4-076 whoever has the code of the case is asked',
      () => asked({}, { kind: 'code' }),
      [{ type: 'deviation.asked', inquiry: question().id, toReporter: true }],
    ],
    ['S1-46 asked by somebody else', () => said(ask(open(), question(), named, stranger(open()))), ['notAllowed']],
    [
      'S1-46 answered',
      () => said(answer(inquired(), question().id, 'Én.', dpo(open()))),
      [{ type: 'deviation.answered', inquiry: question().id, toReporter: true }],
    ],
    ['S1-46 answered with nothing', () => said(answer(inquired(), question().id, null, dpo(open()))), ['incomplete', 'answer']],
    [
      'S1-46 answered in a closed case',
      () => said(answer(inquired({ status: 'closed' }), question().id, 'Én.', dpo(open()))),
      ['closedToAnswers', 'answer'],
    ],
    ['what nobody asked is answered', () => said(answer(inquired(), 'x', 'Én.', dpo(open()))), ['notFound']],
    [
      'S3-14 left to the leader',
      () => chosen('internal'),
      [{ type: 'deviation.triaged', triage: 'internal' }, { type: 'deviation.internalHandedOver' }],
    ],
    ['S3-14 to Datatilsynet', () => chosen('authority'), [{ type: 'deviation.triaged', triage: 'authority' }]],
    [
      'S3-14 to Datatilsynet, which must be told',
      () => chosen('authority', { authorityTrack: 'owed' }),
      [{ type: 'deviation.triaged', triage: 'authority' }],
    ],
    [
      'S3-14 to Datatilsynet, of a unit without a leader',
      () => chosen('authority', { report: { ...way().report, affectedLeader: null } }),
      [{ type: 'deviation.triaged', triage: 'authority' }],
    ],
    [
      'S3-14 left to a leader who is not there',
      () => chosen('internal', { report: { ...way().report, affectedLeader: null } }),
      ['leaderMissing', 'affectedLeader'],
    ],
    ['S3-14 left to the leader, told in part', () => chosen('internal', { authorityTrack: 'preliminary' }), ['noticeRequired']],
    ['S3-14 left to the leader, told', () => chosen('internal', { authorityTrack: 'notified' }), ['noticeRequired']],
    ['S3-19 before it is known how grave it is', () => chosen('authority', { handling: open().handling }), ['weighFirst', 'severity']],
  ])('%s', (_, deed, expected) => expect(deed()).toEqual(expected))

  it('S3-14 the same way again changes nothing, and another may be chosen', () => {
    const once = must(triage(way(), 'authority', dpo(way())))
    expect([said(triage(once, 'authority', dpo(once))), triage(once, 'internal', dpo(once)).ok]).toEqual([['nothingChanged'], true])
    expect(triage({ ...way(), triage: 'authority' }, 'authority', dpo(way())).ok).toBe(true)
  })
  it('S4-005 what a reporter did is taken as it is said for that measure alone', () => {
    const own = { ...done, evidence: null }
    const reported = { ...open(), measures: [measure, own].map((one, at) => ({ ...one, id: `m${at}` })) }
    expect(said(setMeasures(reported, [...reported.measures, { ...own, id: 'new' }], dpo(reported)))).toEqual([
      'evidenceMissing',
      'measure2.evidence',
    ])
    expect(setMeasures(reported, reported.measures.toReversed(), dpo(reported)).ok).toBe(true)
  })
  it('S3-19 the number is weighed where personal data are affected; not known is an answer', () => {
    const { report, handling } = way()
    expect(unweighedFields({ report: { ...report, affectedCount: null }, handling })).toEqual(['affectedCount'])
    expect(unweighedFields({ report: { ...report, affectedCount: null, affectedKnown: 'unknown' }, handling })).toEqual([])
    expect(unweighedFields({ report: { ...report, affectedCount: null, personalData: 'no' }, handling })).toEqual([])
  })
  it('S3-24 when it was stopped stands though more is written of it, and is set anew when it is stopped after all', () => {
    const earlier = must(contain(open(), { contained: 'yes', containedAt: hoursFrom(someMonday, -3), containment: null }, dpo(open())))
    const more = must(contain(earlier, { contained: 'yes', containedAt: null, containment: 'Slettet.' }, dpo(earlier)))
    expect(more.handling.containedAt).toEqual(hoursFrom(someMonday, -3))
    const not = must(contain(earlier, { contained: 'partly', containedAt: null, containment: null }, dpo(earlier)))
    expect(not.handling.containedAt).toEqual(someMonday)
  })
  it('S3-19 the way forward may be put right after it was chosen, when other words are written', () => {
    const one = { ...open(), handling: { ...open().handling, approach: 'Vi ber om sletting.' } }
    expect(editHandling(one, { ...one.handling, reality: 'Ja.' }, dpo(one)).ok).toBe(true)
    expect(editHandling(one, { ...one.handling, approach: null }, dpo(one)).ok).toBe(true)
  })
  it('of a case that goes on in another its reporter is asked, by those who ask, and nobody else is', () => {
    const merged = { ...open(), mergedInto: ids.system }
    const parts = (...all: Parameters<typeof makeBy>[2]) => makeBy(open(), 'sauda', all, { personId: ids.owner }).parts
    expect([
      mayAskMerged(merged, true, parts('dpo')),
      mayAskMerged(merged, false, parts('dpo')),
      mayAskMerged(merged, true, parts('auditor')),
    ]).toEqual([true, false, false])
    expect(mayAskMerged(open(), true, parts('dpo'))).toBe(false)
  })
  it('S1-46 the usual day is a day from now, never after the hours that run', () => {
    const at = notifyBy as Date
    expect(usualDue(open(), someMonday)).toEqual(hoursFrom(someMonday, 24))
    expect(usualDue(open(), at)).toEqual(hoursFrom(at, 24))
    for (const over of [{ authorityNotifiedAt: someMonday }, { authorityTrack: 'notOwed' as const }, { notifyBy: null }])
      expect(usualDue({ ...open(), ...over }, hoursFrom(at, -2))).toEqual(hoursFrom(at, 22))
  })
  it.each(['handler', 'assessor'] as const)('S4-138 what was said by telephone is written down by the %s', (part) => {
    expect(answer(inquired(), question().id, 'Én.', { ...dpo(open()), parts: new Set([part]) }).ok).toBe(true)
  })
})

const emptyAnnouncement = {
  ...{ announceHappened: null, announceConsequences: null, announceMeasures: null, announceContact: null, announceEnglish: null },
  ...{ announcedOn: null, announcedWhere: null },
}
