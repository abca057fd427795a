import { describe, expect, it } from 'vitest'
import type { Actor, Role } from '../../kernel/actor.ts'
import { profiles } from '../organisation/public.ts'
import { someAsking } from './factory-answers.ts'
import { grounds } from './fields.ts'
import { groundsInLaw, mayBeGround } from './grounds.ts'
import { requestProfile } from './profile.ts'
import {
  answerRequest,
  answerSearch,
  assignRequest,
  beginSearch,
  confirmIdentity,
  extendRequest,
  inTime,
  mayKeep,
  mayReceive,
  maySearch,
  maySee,
  receiveRequest,
  registerRefused,
  sendOnRequest,
} from './rules.ts'
import type { Answering, Asking, Opened, Search, SubjectRequest } from './subject-request.ts'
import { requestTasks } from './tasks.ts'

const now = new Date('2026-03-02T08:00:00Z')
const later = new Date('2026-03-20T08:00:00Z')
const profile = requestProfile(profiles.uio)
const actor = (roles: readonly Role[], more: Partial<Actor> = {}): Actor => ({
  ...{ personId: 'me', organisationId: 'o', roles, unitId: null, leads: [], profileVersion: 1 },
  ...more,
})
const receiver = actor(['controller'])
const from = { reference: 'K-2026-0001', channel: 'letter', receivedOn: '2026-03-02', askedBy: null } as const
const received = (over: Partial<Asking> = {}, channel: 'letter' | 'signedIn' = 'letter'): Opened => {
  const outcome = receiveRequest('r', { ...someAsking, ...over }, { ...from, channel }, profile, now)
  if (!outcome.ok) throw new Error(outcome.why)
  return { ...outcome.next, searches: [] }
}
const withValues = (request: Opened, values: Partial<SubjectRequest['values']>): Opened => ({
  ...request,
  values: { ...request.values, ...values },
})
const known = (over: Partial<Asking> = {}) => withValues(received(over), { identifiedAt: now, identity: 'inPerson', authority: 'checked' })
const search = (over: Partial<Search> = {}): Search => ({
  ...{ id: 's', version: 1, system: 'fs', searcher: null, finding: null, note: null, searchedAt: null, searchedBy: null },
  ...over,
})
const answer = (over: Partial<Answering> = {}): Answering => ({
  ...({ outcome: 'granted', ground: null, answer: 'Her er opplysningene.', answeredOn: '2026-03-20' } as const),
  ...over,
})

describe('received', () => {
  it('S2-29 has a number, a status and a day to be answered by from the first moment', () => {
    expect(received().values).toMatchObject({ reference: 'K-2026-0001', status: 'received', receivedOn: '2026-03-02', dueOn: '2026-04-01' })
  })
  it('S2-29 any of the six rights may be asked for, by any group', () => {
    for (const right of ['access', 'rectification', 'erasure', 'restriction', 'portability', 'objection'] as const)
      expect(received({ right, subjects: 'students' }).values).toMatchObject({ right, subjects: 'students', status: 'received' })
  })
  it('S2-29 an employee or student number is kept; a national identity number is refused wherever it is written', () => {
    expect(received({ ownNumber: '123456' }).values.ownNumber).toBe('123456')
    for (const field of ['name', 'contact', 'ownNumber', 'about'] as const)
      expect([field, receiveRequest('r', { ...someAsking, [field]: '13097248022' }, from, profile, now)]).toMatchObject([
        field,
        { ok: false, why: 'identityNumber', fields: [field] },
      ])
  })
  it('whoever is signed in is known, unless they ask for somebody else', () => {
    expect(received({}, 'signedIn').values).toMatchObject({ identity: 'signedIn', identifiedAt: now })
    expect(received({ actsFor: 'guardian' }, 'signedIn').values.identifiedAt).toBeNull()
    expect(received().values.identifiedAt).toBeNull()
  })
  it('nothing is received in the future, and what must be said is said', () => {
    expect(receiveRequest('r', someAsking, { ...from, receivedOn: '2026-03-03' }, profile, now)).toMatchObject({ why: 'receivedInFuture' })
    expect(receiveRequest('r', { ...someAsking, name: null }, from, profile, now)).toMatchObject({ why: 'incomplete', fields: ['name'] })
  })
  it('those who receive requests write one down for others, and the data protection officer does not', () => {
    const values = { ...someAsking, channel: 'letter', receivedOn: '2026-03-02' } as const
    expect(registerRefused(values, receiver, profile)).toBeNull()
    expect(registerRefused({ ...values, channel: null }, receiver, profile)).toMatchObject({ fields: ['channel'] })
    for (const role of ['employee', 'dpo', 'auditor', 'admin'] as const)
      expect([role, registerRefused(values, actor([role]), profile)]).toMatchObject([role, { why: 'notAllowed' }])
    expect(mayReceive(actor(['employee'], { standsInFor: ['controller'] }), profile)).toBe(true)
  })
})

describe('who may know of it', () => {
  const request = withValues(received(), { askedBy: 'asker', responsible: 'clerk', unit: 'u' })
  it('whoever asked or has it, the leader of its unit, whoever looks in a system, those who receive, and the officer', () => {
    expect(maySee(request, actor(['employee'], { personId: 'asker' }), profile)).toBe(true)
    expect(maySee(request, actor(['employee'], { personId: 'clerk' }), profile)).toBe(true)
    expect(maySee(request, actor(['leader'], { leads: ['u'] }), profile)).toBe(true)
    expect(maySee({ ...request, searches: [search({ searcher: 'me' })] }, actor(['systemOwner']), profile)).toBe(true)
    expect(maySee(request, receiver, profile)).toBe(true)
    expect(maySee(request, actor(['dpo']), profile)).toBe(true)
  })
  it('and nobody else', () => {
    for (const role of ['employee', 'leader', 'systemOwner', 'admin', 'auditor', 'privacyContact'] as const)
      expect([role, maySee(request, actor([role], { leads: ['other'] }), profile)]).toEqual([role, false])
  })
  it('it is kept by whoever has it, not by whoever asked or looks in a system', () => {
    expect(mayKeep(request, actor([], { personId: 'clerk' }), profile)).toBe(true)
    expect(mayKeep(request, actor([], { leads: ['u'] }), profile)).toBe(true)
    expect(mayKeep(request, actor(['dpo']), profile)).toBe(false)
    expect(mayKeep(request, actor([], { personId: 'asker' }), profile)).toBe(false)
    expect(maySearch(request, search({ searcher: 'me' }), actor([]), profile)).toBe(true)
    expect(maySearch(request, search(), actor([]), profile)).toBe(false)
  })
})

describe('the way to an answer', () => {
  it('it is assigned, once and again', () => {
    const given = { unit: 'u', responsible: 'clerk' }
    const outcome = assignRequest(received(), given, receiver, profile)
    expect(outcome).toMatchObject({ ok: true, next: { values: given } })
    expect(assignRequest(withValues(received(), given), given, receiver, profile)).toMatchObject({ why: 'nothingChanged' })
    expect(assignRequest(received(), { ...given, responsible: null }, receiver, profile)).toMatchObject({ fields: ['responsible'] })
    expect(assignRequest(received(), given, actor(['dpo']), profile)).toMatchObject({ why: 'notAllowed' })
  })
  it('who asks is confirmed; a guardian or a representative is asked about once more', () => {
    const given = { identity: 'inPerson', authority: null, childHeard: null, identityNote: null } as const
    expect(confirmIdentity(received(), given, receiver, now, profile)).toMatchObject({ next: { values: { identifiedBy: 'me' } } })
    expect(confirmIdentity(received({ actsFor: 'representative' }), given, receiver, now, profile)).toMatchObject({
      why: 'authorityMissing',
    })
    const checked = { ...given, authority: 'checked' as const }
    expect(confirmIdentity(received({ actsFor: 'guardian' }), checked, receiver, now, profile)).toMatchObject({ why: 'childMissing' })
    expect(confirmIdentity(received({ actsFor: 'guardian' }), { ...checked, childHeard: 'yes' }, receiver, now, profile).ok).toBe(true)
    expect(confirmIdentity(received(), { ...given, identityNote: '13097248022' }, receiver, now, profile)).toMatchObject({
      why: 'identityNumber',
    })
    expect(confirmIdentity(received(), given, actor(['employee']), now, profile)).toMatchObject({ why: 'notAllowed' })
  })
  it('each system is looked in, and nothing found is an answer', () => {
    const request = { ...received(), searches: [search({ searcher: 'owner' })] }
    const owner = actor(['systemOwner'], { personId: 'owner' })
    const finding = { finding: 'nothing', note: null } as const
    expect(answerSearch(request, search({ searcher: 'owner' }), finding, owner, profile).ok).toBe(true)
    expect(answerSearch(request, search({ searcher: 'owner' }), finding, actor(['systemOwner']), profile)).toMatchObject({
      why: 'notAllowed',
    })
    expect(answerSearch(request, search({ finding: 'nothing' }), finding, receiver, profile)).toMatchObject({ why: 'nothingChanged' })
    expect(answerSearch(request, search(), { finding: null, note: null }, receiver, profile)).toMatchObject({ fields: ['finding'] })
    expect(answerSearch(request, search(), { finding: 'found', note: '13097248022' }, receiver, profile)).toMatchObject({
      why: 'identityNumber',
    })
    expect(beginSearch(request, 0, receiver, profile)).toMatchObject({ why: 'noSystems' })
    expect(beginSearch(request, 2, actor(['dpo']), profile)).toMatchObject({ why: 'notAllowed' })
  })
  it('S2-31 it takes longer once, by two months, with a reason that was told within the first month', () => {
    const given = { extendReason: 'Kravet gjelder mange systemer.', extendToldOn: '2026-03-20' }
    const outcome = extendRequest(received(), given, receiver, later, profile)
    expect(outcome).toMatchObject({ ok: true, next: { values: { dueOn: '2026-06-02', extendedAt: later } } })
    if (outcome.ok) expect(extendRequest(outcome.next, given, receiver, later, profile)).toMatchObject({ why: 'extendedAlready' })
    expect(extendRequest(received(), { ...given, extendReason: null }, receiver, later, profile)).toMatchObject({
      fields: ['extendReason'],
    })
    expect(extendRequest(received(), { ...given, extendToldOn: '2026-03-21' }, receiver, later, profile)).toMatchObject({
      why: 'toldInFuture',
    })
    expect(extendRequest(received(), { ...given, extendToldOn: '2026-03-01' }, receiver, later, profile)).toMatchObject({
      why: 'toldBeforeReceived',
    })
    const may = new Date('2026-05-04T08:00:00Z')
    // 2 April is Maundy Thursday: the first month ends on 7 April.
    expect(extendRequest(received(), { ...given, extendToldOn: '2026-04-08' }, receiver, may, profile)).toMatchObject({
      why: 'toldTooLate',
    })
    expect(extendRequest(received(), { ...given, extendToldOn: '2026-04-07' }, receiver, may, profile).ok).toBe(true)
  })
})

describe('the answer', () => {
  it('tells nobody anything before it is known who asks, and whether they may', () => {
    for (const outcome of ['granted', 'nothingHeld'] as const)
      expect(answerRequest(received(), answer({ outcome }), receiver, later, profile)).toMatchObject({ why: 'identityOpen' })
    const unchecked = withValues(known({ actsFor: 'guardian' }), { authority: 'notChecked' })
    expect(answerRequest(unchecked, answer(), receiver, later, profile)).toMatchObject({ why: 'authorityOpen' })
    expect(answerRequest(known(), answer(), receiver, later, profile)).toMatchObject({
      next: { values: { status: 'answered', answeredBy: 'me' } },
    })
    expect(answerRequest(received(), answer({ outcome: 'withdrawn', answer: null }), receiver, later, profile).ok).toBe(true)
  })
  it('waits for every system', () => {
    const waiting = { ...known(), searches: [search({ finding: 'nothing' }), search({ id: 't' })] }
    expect(answerRequest(waiting, answer(), receiver, later, profile)).toMatchObject({ why: 'searchOpen' })
    const found = { ...known(), searches: [search({ finding: 'found' })] }
    expect(answerRequest(found, answer({ outcome: 'nothingHeld' }), receiver, later, profile)).toMatchObject({ why: 'somethingFound' })
    const none = { ...known(), searches: [search({ finding: 'nothing' })] }
    expect(answerRequest(none, answer({ outcome: 'nothingHeld' }), receiver, later, profile).ok).toBe(true)
  })
  it('a refusal has a ground that is one against that right, with its provision, and reasons', () => {
    const no = (over: Partial<Answering>) => answerRequest(known(), answer({ outcome: 'refused', ...over }), receiver, later, profile)
    expect(no({})).toMatchObject({ why: 'groundMissing' })
    expect(no({ ground: 'archive' })).toMatchObject({ why: 'groundOfOther' })
    expect(no({ ground: 'secrecy', answer: null })).toMatchObject({ why: 'reasonMissing' })
    expect(no({ ground: 'secrecy' }).ok).toBe(true)
    expect(answerRequest(known(), answer({ ground: 'secrecy' }), receiver, later, profile)).toMatchObject({ why: 'groundWithoutRefusal' })
    for (const ground of grounds)
      expect([ground, groundsInLaw[ground].reference]).toEqual([ground, expect.stringMatching(/art\. \d+|§ \d+/)])
    expect([mayBeGround('archive', 'erasure'), mayBeGround('archive', 'access')]).toEqual([true, false])
  })
  it('is given once, on a day between the two', () => {
    expect(answerRequest(known(), answer({ answeredOn: '2026-03-21' }), receiver, later, profile)).toMatchObject({
      why: 'answeredInFuture',
    })
    expect(answerRequest(known(), answer({ answeredOn: '2026-03-01' }), receiver, later, profile)).toMatchObject({
      why: 'answeredBeforeReceived',
    })
    const done = answerRequest(known(), answer(), receiver, later, profile)
    if (!done.ok) throw new Error(done.why)
    const closed = { ...done.next, searches: [] }
    expect(answerRequest(closed, answer(), receiver, later, profile)).toMatchObject({ why: 'nothingChanged' })
    expect(answerRequest(closed, answer({ answer: 'Noe annet' }), receiver, later, profile)).toMatchObject({ why: 'answeredAlready' })
    expect(assignRequest(closed, { unit: null, responsible: 'x' }, receiver, profile)).toMatchObject({ why: 'answeredAlready' })
    expect(answerRequest(known(), answer(), actor(['dpo']), later, profile)).toMatchObject({ why: 'notAllowed' })
    expect([inTime({ answeredOn: '2026-04-01', dueOn: '2026-04-01' }), inTime({ answeredOn: '2026-04-02', dueOn: '2026-04-01' })]).toEqual([
      true,
      false,
    ])
  })
  it('S4-169 a request for public documents is told apart and sent on', () => {
    const outcome = sendOnRequest(received(), receiver, later, profile)
    expect(outcome).toMatchObject({ ok: true, next: { values: { status: 'sentOn', outcome: 'documents' } } })
    expect(sendOnRequest(received(), actor(['employee']), later, profile)).toMatchObject({ why: 'notAllowed' })
  })
})

describe('tasks', () => {
  it('S2-31 are to answer by the day it is due, and to look in each system a week before; none when it is answered', () => {
    const request = {
      ...withValues(received(), { responsible: 'clerk' }),
      searches: [search({ searcher: 'owner' }), search({ finding: 'found' })],
    }
    const tasks = requestTasks(request, profile, () => 'FS')
    expect(tasks).toMatchObject([
      { kind: 'subject_request.answer', personId: 'clerk', dueAt: new Date('2026-04-01T22:00:00Z') },
      { kind: 'subject_request.search', personId: 'owner', key: 'fs', dueAt: new Date('2026-03-25T23:00:00Z') },
    ])
    expect(JSON.stringify(tasks)).not.toContain('Underviser')
    expect(requestTasks(withValues(request, { status: 'answered' }) as Opened, profile, () => 'FS')).toEqual([])
  })
})

/** What happened, or why not and what is asked again. */
const said = (outcome: ReturnType<typeof assignRequest>) =>
  outcome.ok ? outcome.events.map(({ type }) => type) : [outcome.why, ...outcome.fields]

describe('each step of a request, and the question that is mended', () => {
  const may = new Date('2026-05-04T08:00:00Z')
  const identified = { identity: 'inPerson', authority: null, childHeard: null, identityNote: null } as const
  const extending = { extendReason: 'Kravet gjelder mange systemer.', extendToldOn: '2026-03-20' }
  const guardian = received({ actsFor: 'guardian' })
  const answered = withValues(known(), { ...answer(), status: 'answered', answeredBy: 'me' })
  const refused = { outcome: 'refused', ground: 'secrecy' } as const
  const looked = (...findings: readonly Search['finding'][]) => ({ ...known(), searches: findings.map((finding) => search({ finding })) })
  const given = (over: Partial<Answering> = {}, request = known()) => answerRequest(request, answer(over), receiver, later, profile)
  const register = { ...someAsking, channel: 'letter', receivedOn: '2026-03-02' } as const

  it.each<readonly [string, () => ReturnType<typeof assignRequest>, readonly string[]]>([
    ['received today', () => receiveRequest('r', someAsking, from, profile, now), ['subject_request.received']],
    [
      'received tomorrow',
      () => receiveRequest('r', someAsking, { ...from, receivedOn: '2026-03-03' }, profile, now),
      ['receivedInFuture', 'receivedOn'],
    ],
    [
      'received with an identity number in two places',
      () => receiveRequest('r', { ...someAsking, contact: '13097248022', about: '13097248022' }, from, profile, now),
      ['identityNumber', 'contact', 'about'],
    ],
    ['assigned', () => assignRequest(received(), { unit: 'u', responsible: 'clerk' }, receiver, profile), ['subject_request.assigned']],
    [
      'assigned to somebody else in the same unit',
      () =>
        assignRequest(withValues(received(), { unit: 'u', responsible: 'clerk' }), { unit: 'u', responsible: 'other' }, receiver, profile),
      ['subject_request.assigned'],
    ],
    [
      'moved to another unit with the same person',
      () =>
        assignRequest(withValues(received(), { unit: 'u', responsible: 'clerk' }), { unit: 'v', responsible: 'clerk' }, receiver, profile),
      ['subject_request.assigned'],
    ],
    ['identified', () => confirmIdentity(received(), identified, receiver, now, profile), ['subject_request.identified']],
    [
      'identified, and nobody says how',
      () => confirmIdentity(received(), { ...identified, identity: null }, receiver, now, profile),
      ['incomplete', 'identity'],
    ],
    [
      'identified for another without authority',
      () => confirmIdentity(guardian, identified, receiver, now, profile),
      ['authorityMissing', 'authority'],
    ],
    [
      'identified for a child, and nobody says whether it was heard',
      () => confirmIdentity(guardian, { ...identified, authority: 'checked' }, receiver, now, profile),
      ['childMissing', 'childHeard'],
    ],
    [
      'identified with an identity number in the note',
      () => confirmIdentity(received(), { ...identified, identityNote: 'Pass 13097248022' }, receiver, now, profile),
      ['identityNumber', 'identityNote'],
    ],
    ['looked for in two systems', () => beginSearch(received(), 2, receiver, profile), ['subject_request.searchBegun']],
    ['looked for in no system', () => beginSearch(received(), 0, receiver, profile), ['noSystems']],
    ['found', () => answerSearch(received(), search(), { finding: 'found', note: null }, receiver, profile), ['subject_request.searched']],
    [
      'found again, with more said of it',
      () => answerSearch(received(), search({ finding: 'found' }), { finding: 'found', note: 'Karakterer.' }, receiver, profile),
      ['subject_request.searched'],
    ],
    [
      'found, with an identity number',
      () => answerSearch(received(), search(), { finding: 'found', note: '13097248022' }, receiver, profile),
      ['identityNumber', 'note'],
    ],
    [
      'found after the answer',
      () => answerSearch(answered, search(), { finding: 'found', note: null }, receiver, profile),
      ['answeredAlready'],
    ],
    [
      'nothing said of the search',
      () => answerSearch(received(), search(), { finding: null, note: null }, receiver, profile),
      ['incomplete', 'finding'],
    ],
    ['S2-31 extended', () => extendRequest(received(), extending, receiver, later, profile), ['subject_request.extended']],
    ['S2-31 extended after the answer', () => extendRequest(answered, extending, receiver, later, profile), ['answeredAlready']],
    [
      'S2-31 extended without a reason',
      () => extendRequest(received(), { ...extending, extendReason: null }, receiver, later, profile),
      ['incomplete', 'extendReason'],
    ],
    [
      'S2-31 extended, told tomorrow',
      () => extendRequest(received(), { ...extending, extendToldOn: '2026-03-21' }, receiver, later, profile),
      ['toldInFuture', 'extendToldOn'],
    ],
    [
      'S2-31 extended, told before it came',
      () => extendRequest(received(), { ...extending, extendToldOn: '2026-03-01' }, receiver, later, profile),
      ['toldBeforeReceived', 'extendToldOn'],
    ],
    [
      'S2-31 extended, told the day it came',
      () => extendRequest(received(), { ...extending, extendToldOn: '2026-03-02' }, receiver, later, profile),
      ['subject_request.extended'],
    ],
    [
      'S2-31 extended, told after the first month',
      () => extendRequest(received(), { ...extending, extendToldOn: '2026-04-08' }, receiver, may, profile),
      ['toldTooLate', 'extendToldOn'],
    ],
    ['answered', () => given(), ['subject_request.answered']],
    ['answered the day it came', () => given({ answeredOn: '2026-03-02' }), ['subject_request.answered']],
    ['answered before it came', () => given({ answeredOn: '2026-03-01' }), ['answeredBeforeReceived', 'answeredOn']],
    ['answered tomorrow', () => given({ answeredOn: '2026-03-21' }), ['answeredInFuture', 'answeredOn']],
    ['answered on no day', () => given({ answeredOn: null }), ['incomplete', 'answeredOn']],
    ['answered to nobody known', () => given({}, received()), ['identityOpen', 'outcome']],
    [
      'answered to a guardian nobody checked',
      () => given({}, withValues(known({ actsFor: 'guardian' }), { authority: 'notChecked' })),
      ['authorityOpen', 'outcome'],
    ],
    ['answered to a guardian who was checked', () => given({}, known({ actsFor: 'guardian' })), ['subject_request.answered']],
    [
      'answered to the person, whose authority is nobody’s question',
      () => given({}, withValues(known(), { authority: null })),
      ['subject_request.answered'],
    ],
    [
      'refused to a guardian nobody checked',
      () => given(refused, withValues(received({ actsFor: 'guardian' }), {})),
      ['subject_request.answered'],
    ],
    ['answered while one system is not looked in', () => given({}, looked('nothing', null)), ['searchOpen', 'outcome']],
    [
      'nothing held, though one of two systems holds something',
      () => given({ outcome: 'nothingHeld' }, looked('nothing', 'found')),
      ['somethingFound', 'outcome'],
    ],
    ['granted, where something was found', () => given({}, looked('nothing', 'found')), ['subject_request.answered']],
    ['partly granted without a ground', () => given({ outcome: 'partly' }), ['groundMissing', 'ground']],
    ['partly granted, to nobody known', () => given({ outcome: 'partly', ground: 'secrecy' }, received()), ['identityOpen', 'outcome']],
    ['partly granted with a ground', () => given({ outcome: 'partly', ground: 'secrecy' }), ['subject_request.answered']],
    ['granted with a ground', () => given({ ground: 'secrecy' }), ['groundWithoutRefusal', 'ground']],
    ['refused on a ground against another right', () => given({ ...refused, ground: 'archive' }), ['groundOfOther', 'ground']],
    ['refused without reasons', () => given({ ...refused, answer: null }), ['reasonMissing', 'answer']],
    ['answered with an identity number', () => given({ answer: 'Du er 13097248022' }), ['identityNumber', 'answer']],
    ['answered twice alike', () => given({}, answered), ['nothingChanged']],
    ['answered twice with other words', () => given({ answer: 'Noe annet.' }, answered), ['answeredAlready']],
    ['answered twice with another outcome', () => given({ outcome: 'nothingHeld' }, answered), ['answeredAlready']],
    ['answered twice on another ground', () => given({ ground: 'secrecy' }, answered), ['answeredAlready']],
    ['answered twice by two people', () => given({}, withValues(answered, { answeredBy: 'other' })), ['answeredAlready']],
    ['S4-169 sent on', () => sendOnRequest(received(), receiver, later, profile), ['subject_request.sentOn']],
    ['S4-169 sent on after the answer', () => sendOnRequest(answered, receiver, later, profile), ['answeredAlready']],
  ])('%s', (_, deed, expected) => expect(said(deed())).toEqual(expected))

  it('nobody who only leads another unit keeps one that has no unit', () => {
    expect(mayKeep(received(), actor(['leader'], { leads: ['u'] }), profile)).toBe(false)
  })
  it('what is written down for somebody is whole, and by those who receive', () => {
    expect(registerRefused({ ...register, name: null }, receiver, profile)).toMatchObject({ why: 'incomplete', fields: ['name'] })
    expect(registerRefused(register, actor(['dpo']), profile)).toMatchObject({ why: 'notAllowed' })
    expect(registerRefused(register, receiver, profile)).toBeNull()
  })
  it.each([
    ['2026-03-31', '2026-04-01', true],
    ['2026-04-01', '2026-04-01', true],
    ['2026-04-02', '2026-04-01', false],
    [null, '2026-04-01', false],
    ['2026-04-01', null, false],
  ])('S2-31 answered %s, due %s: in time %s', (answeredOn, dueOn, kept) => expect(inTime({ answeredOn, dueOn })).toBe(kept))
})
