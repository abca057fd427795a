import { describe, expect, it } from 'vitest'
import { type Actor, offices, type Role, roles } from '../../kernel/actor.ts'
import { emptyValues } from '../../kernel/fields.ts'
import { recordFields } from './fields.ts'
import { figuresBy } from './figures.ts'
import type { Question, Share } from './question.ts'
import {
  answerQuestion,
  closeQuestion,
  countsAll,
  endShare,
  groupOf,
  isAsker,
  mayAnswer,
  maySee,
  mayShare,
  questionTasks,
  receiversFor,
  rerouteQuestion,
  seesFigures,
  seesMissing,
  sendOpenly,
  sendQuestion,
  shareQuestion,
  stateOf,
} from './rules.ts'

const now = new Date('2026-03-02T08:00:00Z')
const actor = (roles: readonly Role[], more: Partial<Actor> = {}): Actor => ({
  ...{ personId: 'me', organisationId: 'o', roles, unitId: null, leads: [], profileVersion: 1 },
  ...more,
})
const question = (over: Partial<Question['values']> = {}, shares: readonly Share[] = []): Question => ({
  id: 'q',
  version: 1,
  values: {
    ...emptyValues(recordFields),
    ...{ kind: 'routine', sentTo: 'leader', about: 'Rutine for opptak', askedBy: 'other', receivers: ['me'], askedAt: now },
    ...over,
  },
  shares,
})
const toOfficer = (over: Partial<Question['values']> = {}, shares?: readonly Share[]) =>
  question({ kind: 'advice', sentTo: 'dpo', receivers: [], office: 'dpo', ...over }, shares)
const share = (over: Partial<Share> = {}): Share => ({
  ...{ id: 's', person: null, role: null, reason: 'Hun kjenner systemet.', sharedAt: now, endedAt: null },
  ...over,
})
const asking = { kind: 'routine', sentTo: 'leader', about: 'Rutine for opptak', unit: 'u', with: [] } as const
const from = { askedBy: 'me', askerGroup: 'employee', page: '/systemer', follows: null } as const
const toLeader = { persons: ['leader'], office: null } as const

describe('a question', () => {
  it('S0-08 is the leader’s task, with a date; the officer’s or the manager’s where it is sent to them', () => {
    const sent = sendQuestion('q', asking, toLeader, from, ['leader'], now)
    if (!sent.ok) throw new Error(sent.why)
    expect(sent.next.values).toMatchObject({ askedBy: 'me', receivers: ['leader'], office: null, dueOn: '2026-04-01', page: null })
    expect(questionTasks(sent.next, () => 'Svar')).toMatchObject([{ kind: 'question.answer', personId: 'leader', roles: ['dpo'] }])
    expect(questionTasks(question({ receivers: [], office: 'ciso' }), () => 'Svar')).toMatchObject([{ roles: ['ciso'] }])
    expect(sendQuestion('q', { ...asking, about: null }, toLeader, from, [], now)).toMatchObject({ fields: ['about'] })
  })
  it('S0-05 the page is told of only where whoever asks wants it; nobody asks themselves', () => {
    const sent = sendQuestion('q', { ...asking, with: ['page'] }, toLeader, from, ['leader'], now)
    expect(sent.ok && sent.next.values.page).toBe('/systemer')
    expect(sendQuestion('q', asking, { persons: [], office: 'dpo' }, from, ['me'], now)).toMatchObject({ why: 'askingYourself' })
    expect(sendQuestion('q', asking, { persons: [], office: 'dpo' }, from, ['me', 'x'], now)).toMatchObject({ ok: true })
  })
  it('S0-05 S4-086 comes to those who are asked, and to whoever stands behind them where there is nobody', () => {
    const both = { leader: 'l', contacts: ['a', 'b'] }
    const none = { leader: null, contacts: [] }
    expect(receiversFor('leader', both)).toEqual({ persons: ['l'], office: null })
    expect(receiversFor('privacyContact', both)).toEqual({ persons: ['a', 'b'], office: null })
    for (const [kind, office] of [
      ['leader', 'dpo'],
      ['privacyContact', 'dpo'],
      ['dpo', 'dpo'],
      ['ciso', 'ciso'],
    ] as const)
      expect([kind, receiversFor(kind, none)]).toEqual([kind, { persons: [], office }])
  })
  it('is read by whoever asked and whoever was asked, and by nobody else', () => {
    expect(maySee(question({ askedBy: 'me', receivers: ['x'] }), actor(['employee']))).toBe(true)
    expect(maySee(question(), actor(['leader']))).toBe(true)
    for (const role of roles) expect([role, maySee(question({ receivers: ['x'] }), actor([role]))]).toEqual([role, false])
    expect(mayAnswer(question({ receivers: [], office: 'dpo' }), actor(['dpo']))).toBe(true)
    expect(mayAnswer(question({ receivers: [], office: 'ciso' }), actor(['employee'], { standsInFor: ['ciso'] }))).toBe(true)
  })
  it('S4-077 of all roles the officer alone opens what lies with the officer, and whoever stands in', () => {
    expect(roles.filter((role) => maySee(toOfficer(), actor([role], { leads: ['u'] })))).toEqual(['dpo'])
    expect(maySee(toOfficer(), actor(['controller'], { standsInFor: ['dpo'] }))).toBe(true)
    expect(maySee(toOfficer({ askedBy: null, receiptMark: 'm' }), actor([]))).toBe(false)
  })
  it('S4-077 is read by others only while the officer shares it, with one person or one role, and a reason', () => {
    const dpo = actor(['dpo'])
    const done = shareQuestion(toOfficer(), 's', { person: 'ada', role: null, reason: 'Hun kjenner systemet.' }, dpo, now)
    if (!done.ok) throw new Error(done.why)
    const ada = actor(['employee'], { personId: 'ada' })
    expect([maySee(done.next, ada), mayAnswer(done.next, ada), maySee(done.next, actor(['admin']))]).toEqual([true, false, false])
    const ended = endShare(done.next, 's', dpo, now)
    expect(ended.ok && maySee(ended.next, ada)).toBe(false)
    expect(maySee(toOfficer({}, [share({ role: 'ciso' })]), actor(['ciso']))).toBe(true)
    const given = { person: 'ada', role: null, reason: 'x' }
    for (const role of offices.filter((one) => one !== 'dpo'))
      expect([role, shareQuestion(toOfficer(), 's', given, actor([role]), now)]).toMatchObject([role, { why: 'notAllowed' }])
    expect(shareQuestion(question(), 's', given, actor(['dpo']), now)).toMatchObject({ why: 'notAllowed' })
    expect(shareQuestion(toOfficer(), 's', { ...given, role: 'ciso' }, dpo, now)).toMatchObject({ why: 'oneReceiver' })
    expect(shareQuestion(toOfficer(), 's', { ...given, person: null }, dpo, now)).toMatchObject({ why: 'oneReceiver' })
    expect(shareQuestion(toOfficer(), 's', { ...given, reason: null }, dpo, now)).toMatchObject({ fields: ['reason'] })
    expect(shareQuestion(done.next, 't', given, dpo, now)).toMatchObject({ why: 'nothingChanged' })
    expect(endShare(toOfficer(), 's', dpo, now)).toMatchObject({ why: 'nothingChanged' })
    expect(endShare(done.next, 's', ada, now)).toMatchObject({ why: 'notAllowed' })
  })
  it('is answered once, by whoever was asked, and is then nobody’s task', () => {
    expect(answerQuestion(question({ receivers: ['x'] }), { answer: 'Her' }, actor(['dpo']), now)).toMatchObject({ why: 'notAllowed' })
    expect(answerQuestion(question(), { answer: null }, actor([]), now)).toMatchObject({ fields: ['answer'] })
    const done = answerQuestion(question(), { answer: 'Her' }, actor([]), now)
    if (!done.ok) throw new Error(done.why)
    expect(questionTasks(done.next, () => 'Svar')).toEqual([])
    expect(answerQuestion(done.next, { answer: 'Her' }, actor([]), now)).toMatchObject({ why: 'nothingChanged' })
    expect(answerQuestion(done.next, { answer: 'Der' }, actor([]), now)).toMatchObject({ why: 'answeredAlready' })
  })
  it('is closed by whoever asked when they like, and by whoever answers once they have', () => {
    expect(closeQuestion(question(), actor([]), now)).toMatchObject({ why: 'notAnswered' })
    expect(closeQuestion(question({ receivers: ['x'] }), actor(['dpo']), now)).toMatchObject({ why: 'notAllowed' })
    expect(closeQuestion(question({ answer: 'Her', answeredAt: now }), actor([]), now)).toMatchObject({ ok: true })
    const done = closeQuestion(question({ askedBy: 'me', receivers: ['x'] }), actor([]), now)
    if (!done.ok) throw new Error(done.why)
    expect(questionTasks(done.next, () => 'Svar')).toEqual([])
    expect(closeQuestion(done.next, actor([]), now)).toMatchObject({ why: 'nothingChanged' })
    expect(answerQuestion(done.next, { answer: 'Her' }, actor([], { personId: 'x' }), now)).toMatchObject({ why: 'closedAlready' })
  })
  it('S4-077 a question with the officer has no date that is told to those above', () => {
    expect(questionTasks(toOfficer({ dueOn: '2026-03-09' }), () => 'Svar')).toMatchObject([{ roles: ['dpo'], dueAt: null }])
  })
  it('follows when those it came to have left', () => {
    const today = { persons: ['new'], office: null } as const
    expect(rerouteQuestion(question(), ['me'], today)).toMatchObject({ why: 'nothingChanged' })
    expect(rerouteQuestion(question(), [], today)).toMatchObject({ next: { values: { receivers: ['new'], office: null } } })
    expect(rerouteQuestion(question({ receivers: ['a', 'b'] }), ['b'], today)).toMatchObject({ next: { values: { receivers: ['b'] } } })
    expect(rerouteQuestion(question(), [], { persons: [], office: 'dpo' })).toMatchObject({
      next: { values: { receivers: [], office: 'dpo' } },
    })
    expect(rerouteQuestion(question({ answeredAt: now, answer: 'x' }), [], today)).toMatchObject({ why: 'nothingChanged' })
  })
  it('S4-076 of somebody without an account goes to the officer, keeps the day alone and no identity number', () => {
    const sent = sendOpenly('q', { about: 'Hva har dere om meg?', contact: null }, 'mark', now)
    expect(sent).toMatchObject({
      next: { values: { askedBy: null, askerGroup: 'dataSubject', sentTo: 'dpo', office: 'dpo', receiptMark: 'mark' } },
    })
    expect(sendOpenly('q', { about: null, contact: null }, 'mark', now)).toMatchObject({ fields: ['about'] })
    expect(sendOpenly('q', { about: 'Jeg er 13097248022', contact: null }, 'mark', now)).toMatchObject({ why: 'identityNumber' })
  })
  it('what is missing is seen by those who lead, and those who answer for all', () => {
    expect(seesMissing(actor(['employee']))).toBe(false)
    expect(seesMissing(actor(['employee'], { leads: ['u'] }))).toBe(true)
    expect(seesMissing(actor(['dpo']))).toBe(true)
  })
})

describe('the figures', () => {
  it('S4-076 are by who asks: those who lead are management', () => {
    expect(groupOf(actor(['employee']))).toBe('employee')
    expect(groupOf(actor(['employee'], { leads: ['u'] }))).toBe('management')
    expect(groupOf(actor(['controller']))).toBe('management')
    expect([seesFigures(actor(['employee'])), seesFigures(actor(['admin'])), seesFigures(actor(['managementGroup']))]).toEqual([
      false,
      false,
      true,
    ])
  })
  it('S4-076 few are hidden from others, and what would tell them; the officer sees all', () => {
    const tallies = [
      ...[
        ['employee', 9],
        ['management', 2],
        ['dataSubject', 6],
      ].map(([group, count]) => ({ year: 2026, group, count }) as never),
      { year: 2025, group: 'employee', count: 3 } as const,
    ]
    const others = figuresBy(tallies, [2025, 2026], false)
    expect(others).toEqual([
      { group: 'employee', counts: [null, 9] },
      { group: 'management', counts: [0, null] },
      { group: 'dataSubject', counts: [0, null] },
      { group: 'all', counts: [null, 17] },
    ])
    expect(figuresBy(tallies, [2025, 2026], true).at(-1)).toEqual({ group: 'all', counts: [3, 17] })
  })
})

/** What happened, or why not and what is asked again. */
const said = (outcome: ReturnType<typeof closeQuestion>) =>
  outcome.ok ? outcome.events.map(({ type }) => type) : [outcome.why, ...outcome.fields]

describe('who sees what is counted', () => {
  const leads = (role: Role) => actor([role], { leads: ['u'] })
  it.each<readonly [string, (one: Actor) => boolean, readonly Role[]]>([
    [
      'the routines that are missing: those who answer for all',
      seesMissing,
      ['privacyContact', 'dpo', 'privacyAdviser', 'ciso', 'controller', 'managementGroup', 'gdprUnit', 'auditor', 'admin'],
    ],
    [
      'S4-076 the figures: the officer, and those the officer reports to or who look after the whole',
      seesFigures,
      ['dpo', 'privacyAdviser', 'ciso', 'controller', 'managementGroup', 'auditor'],
    ],
    ['S4-076 every figure, however small: the officer alone', countsAll, ['dpo']],
    [
      'S4-076 counted as management: those who lead',
      (one) => groupOf(one) === 'management',
      ['leader', 'unitHead', 'controller', 'managementGroup'],
    ],
  ])('%s', (_, may, who) => {
    expect(roles.filter((role) => may(actor([role])))).toEqual(who)
  })
  it('a caseworker who leads a unit for a while is management, and sees what is missing there', () => {
    expect([groupOf(leads('caseworker')), seesMissing(leads('caseworker')), seesFigures(leads('caseworker'))]).toEqual([
      ...['management', true, false],
    ])
  })
})

describe('a question, step by step', () => {
  const dpo = actor(['dpo'])
  const answered = { answer: 'Her', answeredBy: 'me', answeredAt: now }
  it.each([
    ['sent', question(), 'waiting'],
    ['answered', question(answered), 'answered'],
    ['closed unanswered', question({ closedAt: now }), 'closed'],
    ['answered and closed', question({ ...answered, closedAt: now }), 'closed'],
  ] as const)('%s', (_, one, state) => expect(stateOf(one)).toBe(state))

  it('is told of as it goes: sent, answered, closed, shared, no longer shared, sent on', () => {
    const given = { person: 'ada', role: null, reason: 'Hun kjenner systemet.' }
    expect(
      [
        ...[sendQuestion('q', asking, toLeader, from, ['leader'], now), sendOpenly('q', { about: 'Hva?', contact: null }, 'm', now)],
        ...[answerQuestion(question(), { answer: 'Her' }, actor([]), now), closeQuestion(question(answered), actor([]), now)],
        ...[shareQuestion(toOfficer(), 's', given, dpo, now), endShare(toOfficer({}, [share({ person: 'ada' })]), 's', dpo, now)],
        rerouteQuestion(question(), [], toLeader),
      ].flatMap(said),
    ).toEqual([
      ...['question.sent', 'question.sent', 'question.answered', 'question.closed'],
      ...['question.shared', 'question.shareEnded', 'question.rerouted'],
    ])
  })
  it.each([
    ['a question without words', () => sendQuestion('q', { ...asking, about: null }, toLeader, from, [], now), ['incomplete', 'about']],
    ['a question to oneself', () => sendQuestion('q', asking, toLeader, from, ['me'], now), ['askingYourself', 'sentTo']],
    ['a question that reaches nobody yet', () => sendQuestion('q', asking, toLeader, from, [], now), ['question.sent']],
    ['an open question without words', () => sendOpenly('q', { about: null, contact: null }, 'm', now), ['incomplete', 'about']],
    [
      'an open question with identity numbers in both places',
      () => sendOpenly('q', { about: 'Jeg er 13097248022', contact: '13097248022' }, 'm', now),
      ['identityNumber', 'about', 'contact'],
    ],
    [
      'an open question with a telephone to answer to',
      () => sendOpenly('q', { about: 'Hva?', contact: '22 33 44 55' }, 'm', now),
      ['question.sent'],
    ],
    ['an answer without words', () => answerQuestion(question(), { answer: null }, actor([]), now), ['incomplete', 'answer']],
    [
      'the same answer by a colleague',
      () => answerQuestion(question({ ...answered, answeredBy: 'other' }), { answer: 'Her' }, actor([]), now),
      ['answeredAlready'],
    ],
  ] as const)('%s', (_, deed, expected) => expect(said(deed())).toEqual(expected))

  it('keeps those it came to in one order, and nobody it is shared with from the start', () => {
    const sent = sendQuestion('q', asking, { persons: ['b', 'a'], office: null }, from, ['a', 'b'], now)
    expect(sent).toMatchObject({ next: { version: 1, shares: [], values: { receivers: ['a', 'b'] } } })
    const sentOn = rerouteQuestion(question({ receivers: ['a', 'b', 'c'] }), ['c', 'a'], toLeader)
    expect(sentOn).toMatchObject({ next: { values: { receivers: ['a', 'c'] } } })
    const opened = sendOpenly('q', { about: 'Hva?', contact: null }, 'm', now)
    expect(opened).toMatchObject({ next: { values: { receivers: [] } } })
  })
  it('S0-08 an answer is due in a week, a routine in a month; each who is asked has a task, and without a day there is none', () => {
    const due = (over: Partial<Question['values']>) => questionTasks(question(over), () => 'Svar').map((task) => [task.key, task.dueAt])
    const end = new Date('2026-03-09T23:00:00Z')
    expect(due({ receivers: ['a', 'b'], dueOn: '2026-03-09' })).toEqual([
      ['a', end],
      ['b', end],
    ])
    expect(due({ receivers: ['a'], dueOn: null })).toEqual([['a', null]])
    expect(due({ receivers: [], office: 'ciso', dueOn: '2026-03-09' })).toEqual([[undefined, end]])
    const kinds = (['advice', 'routine'] as const).map((kind) => sendQuestion('q', { ...asking, kind }, toLeader, from, [], now))
    expect(kinds.map((sent) => sent.ok && sent.next.values.dueOn)).toEqual(['2026-03-09', '2026-04-01'])
  })
  it('one that an office has is not sent on, and neither is one that is closed', () => {
    for (const one of [toOfficer(), question({ closedAt: now })])
      expect(said(rerouteQuestion(one, [], toLeader))).toEqual(['nothingChanged'])
    const lying = question({ receivers: ['gone'], office: 'dpo' })
    expect(said(rerouteQuestion(lying, [], toLeader))).toEqual(['nothingChanged'])
  })
  it('nobody has asked what came without an account', () => {
    expect([isAsker(toOfficer({ askedBy: null }), actor([])), isAsker(question({ askedBy: 'me' }), actor([]))]).toEqual([false, true])
  })
})

describe('S4-077 what the officer shares', () => {
  const dpo = actor(['dpo'])
  const withAda = share({ id: 'a', person: 'ada' })
  const given = (over: { person?: string | null; role?: 'ciso' | 'controller' | null }) => ({
    person: null,
    role: null,
    reason: 'Trengs.',
    ...over,
  })

  it.each([
    ['with neither person nor role', [], given({}), ['oneReceiver', 'person']],
    ['with both', [], given({ person: 'ada', role: 'ciso' }), ['oneReceiver', 'person']],
    ['without a reason', [], { ...given({ role: 'ciso' }), reason: null }, ['incomplete', 'reason']],
    ['with the same person again', [withAda], given({ person: 'ada' }), ['nothingChanged']],
    ['with another person beside', [withAda], given({ person: 'bo' }), ['question.shared']],
    ['with a role beside', [withAda], given({ role: 'ciso' }), ['question.shared']],
    ['with another role beside', [share({ role: 'ciso' })], given({ role: 'controller' }), ['question.shared']],
    ['with a person again, after it was ended', [share({ person: 'ada', endedAt: now })], given({ person: 'ada' }), ['question.shared']],
  ] as const)('%s', (_, shares, sharing, expected) => {
    expect(said(shareQuestion(toOfficer({}, shares), 's', sharing, dpo, now))).toEqual(expected)
  })
  it('keeps the reason that whoever asked reads', () => {
    expect(shareQuestion(toOfficer(), 's', given({ role: 'ciso' }), dpo, now)).toMatchObject({
      next: { shares: [{ id: 's', role: 'ciso', person: null, reason: 'Trengs.', sharedAt: now, endedAt: null }] },
    })
  })
  it.each([
    ['the one that is named, and no other', 'a', true],
    ['not one that was never given', 'x', false],
    ['not one that is ended already', 'c', false],
  ] as const)('ends %s', (_, id, ends) => {
    const later = new Date('2026-03-05T08:00:00Z')
    const shares = [share({ id: 'b', role: 'ciso' }), { ...withAda, sharedAt: now }, share({ id: 'c', person: 'bo', endedAt: now })]
    const ended = endShare(toOfficer({}, shares), id, dpo, later)
    if (!ends) expect(said(ended)).toEqual(['nothingChanged'])
    else
      expect(ended).toMatchObject({
        next: {
          shares: [
            { id: 'b', role: 'ciso', endedAt: null },
            { id: 'a', person: 'ada', reason: withAda.reason, endedAt: later },
            { id: 'c', endedAt: now },
          ],
        },
      })
  })
  it('is what lies with the officer, never what an officer was asked as a leader', () => {
    expect([mayShare(toOfficer(), dpo), mayShare(question({ sentTo: 'leader' }), dpo)]).toEqual([true, false])
    expect(mayShare(toOfficer(), actor([], { standsInFor: ['dpo'] }))).toBe(true)
  })
})
