import { describe, expect, it } from 'vitest'
import type { Actor, Role } from '../../kernel/actor.ts'
import { differing } from '../../kernel/factory.ts'
import { emptyValues } from '../../kernel/fields.ts'
import { type Complaint, referenceOf, type Talk } from './complaint.ts'
import { personGroups, recordFields } from './fields.ts'
import {
  arrangeTalk,
  askTalk,
  closeComplaint,
  complaintTasks,
  discardComplaint,
  draftComplaint,
  editComplaint,
  mayClose,
  mayEdit,
  mayReceive,
  maySee,
  maySeeTalk,
  receiveComplaint,
  receiverAmong,
  rerouteComplaint,
  sendComplaint,
  talkTasks,
  unitsOfStudies,
} from './rules.ts'
import { texts } from './texts.ts'
import { workflow } from './workflow.ts'

const now = new Date('2026-03-02T08:00:00Z')
const actor = (roles: readonly Role[] = [], personId = 'me'): Actor => ({
  ...{ personId, organisationId: 'o', roles, unitId: null, leads: [], profileVersion: 1 },
})
const asking = { unit: 'u', personGroup: 'employee', against: 'En forsker', aboutLeader: 'no', about: 'Et funn er diktet opp.' } as const
const complaint = (over: Partial<Complaint['values']> = {}, receives = false): Complaint => ({
  id: 'c',
  version: 1,
  values: { ...emptyValues(recordFields), ...asking, status: 'draft', writer: 'me', writtenAt: now, ...over },
  receives,
})
const sent = { status: 'sent', receiverUnit: 'f', number: 7, year: 2026, sentAt: now } as const
const sending = { receiverUnit: 'f', number: 7, hasDocument: false }

describe('a complaint of research ethics', () => {
  it('S1-51 is seen by whoever wrote it and by whoever leads where it was sent, and by no role', () => {
    expect(maySee(complaint(), actor())).toBe(true)
    const others = ['dpo', 'admin', 'auditor', 'controller', 'ciso', 'unitHead', 'leader', 'studyHead', 'centralAssessor'] as const
    expect(maySee(complaint({ ...sent, writer: 'other' }), actor(others))).toBe(false)
    expect(maySee(complaint({ ...sent, writer: 'other' }, true), actor())).toBe(true)
    expect(maySee(complaint({ writer: 'other' }, true), actor())).toBe(false)
  })

  it('S1-51 is sent in writing, as text or as a document, to somebody who leads', () => {
    expect(sendComplaint(complaint({ about: null }), sending, actor(), now)).toMatchObject({ why: 'nothingSaid', fields: ['about'] })
    expect(sendComplaint(complaint({ about: null }), { ...sending, hasDocument: true }, actor(), now)).toMatchObject({ ok: true })
    expect(sendComplaint(complaint(), { ...sending, receiverUnit: null }, actor(), now)).toMatchObject({ why: 'noReceiver' })
    expect(sendComplaint(complaint({ writer: 'other' }), sending, actor(), now)).toMatchObject({ why: 'notAllowed' })
    const done = sendComplaint(complaint(), sending, actor(), now)
    if (!done.ok) throw new Error(done.why)
    expect(referenceOf(done.next)).toBe('FE-2026-0007')
    expect(sendComplaint(done.next, sending, actor(), now)).toMatchObject({ why: 'nothingChanged' })
    expect(editComplaint(done.next, asking, actor())).toMatchObject({ why: 'sentAlready' })
  })

  const faculty = (id: string, leaderId: string | null) => ({ id, kind: 'faculty', leaderId })
  const top = { id: 'top', kind: 'organisation', leaderId: 'rector' }
  const department = { id: 'd', kind: 'department', leaderId: 'head' }
  const route = (chain: Parameters<typeof receiverAmong>[0], over = {}, atWork = (_: string) => true) =>
    receiverAmong(chain, atWork, { writer: 'me', aboutLeader: false, ...over })
  it.each<[string, () => string | null, string | null]>([
    ['the dean, though the department has a leader', () => route([department, faculty('f', 'dean'), top]), 'f'],
    ['the head of a centre', () => route([{ ...faculty('s', 'dean'), kind: 'centre' }, top]), 's'],
    ['the leader above, where the dean is who it is about', () => route([faculty('f', 'dean'), top], { aboutLeader: true }), 'top'],
    ['the leader above, where the dean wrote it', () => route([faculty('f', 'dean'), top], { writer: 'dean' }), 'top'],
    ['the leader above, where nobody leads the faculty', () => route([faculty('f', null), top]), 'top'],
    ['the leader above, where the dean has left', () => route([faculty('f', 'dean'), top], {}, (one) => one !== 'dean'), 'top'],
    ['the unit, where no faculty lies above', () => route([department, top]), 'd'],
    ['nobody, where nobody is left', () => route([faculty('f', 'dean')], { aboutLeader: true }), null],
  ])('S1-51 goes to %s', (_, got, wanted) => expect(got()).toBe(wanted))

  it('S1-53 asks for one of the four groups, and needs an answer', () => {
    expect([...personGroups]).toEqual(['employee', 'applicant', 'candidate', 'graduate'])
    expect(draftComplaint('c', asking, actor(), now)).toMatchObject({ ok: true, next: { values: { personGroup: 'employee' } } })
    expect(draftComplaint('c', { ...asking, personGroup: null }, actor(), now)).toMatchObject({
      why: 'incomplete',
      fields: ['personGroup'],
    })
  })

  it('is received and closed by whoever leads, and what came of it is said', () => {
    expect(receiveComplaint(complaint(sent), actor(['dpo']), now)).toMatchObject({ why: 'notAllowed' })
    const received = receiveComplaint(complaint(sent, true), actor(), now)
    if (!received.ok) throw new Error(received.why)
    expect(received.next.values).toMatchObject({ status: 'received', receivedBy: 'me' })
    expect(receiveComplaint(received.next, actor(), now)).toMatchObject({ why: 'nothingChanged' })
    expect(closeComplaint(received.next, { outcome: null }, actor(), now)).toMatchObject({ fields: ['outcome'] })
    expect(closeComplaint(complaint(sent), { outcome: 'x' }, actor(), now)).toMatchObject({ why: 'notAllowed' })
    const closed = closeComplaint(received.next, { outcome: 'Ikke brudd.' }, actor(), now)
    if (!closed.ok) throw new Error(closed.why)
    expect(complaintTasks(closed.next, 'dean')).toEqual([])
    expect(closeComplaint(closed.next, { outcome: 'Ikke brudd.' }, actor(), now)).toMatchObject({ why: 'nothingChanged' })
    expect(closeComplaint(closed.next, { outcome: 'Brudd.' }, actor(), now)).toMatchObject({ why: 'closedAlready' })
  })

  it('is the task of one who leads, and the task says nothing of it', () => {
    const [task, ...more] = complaintTasks(complaint(sent), 'dean')
    expect([task?.personId, task?.roles, task?.about, more]).toEqual(['dean', [], undefined, []])
    expect(JSON.stringify(task)).not.toMatch(/forsk|etikk|FE-2026/i)
    expect(complaintTasks(complaint(), 'dean')).toEqual([])
  })

  it('follows the office when its leader has left', () => {
    expect(rerouteComplaint(complaint(sent), 'top')).toMatchObject({ ok: true, next: { values: { receiverUnit: 'top' } } })
    expect(rerouteComplaint(complaint(sent), 'f')).toMatchObject({ why: 'nothingChanged' })
    expect(rerouteComplaint(complaint(), 'top')).toMatchObject({ why: 'nothingChanged' })
  })
})

describe('a conversation with the head of studies', () => {
  const asked = { unit: 'u', head: 'head' }
  it('S1-52 is asked of one of those of the faculty, and is their task until it is arranged', () => {
    expect(askTalk('t', asked, [], actor(), now)).toMatchObject({ why: 'notARecord' })
    const talk = askTalk('t', asked, ['head'], actor(), now)
    if (!talk.ok) throw new Error(talk.why)
    expect(talkTasks(talk.next)).toMatchObject([{ kind: 'ethics_talk.arrange', personId: 'head' }])
    expect(arrangeTalk(talk.next, actor(), now)).toMatchObject({ why: 'notAllowed' })
    const arranged = arrangeTalk(talk.next, actor([], 'head'), now)
    if (!arranged.ok) throw new Error(arranged.why)
    expect(talkTasks(arranged.next)).toEqual([])
  })
  it('S1-52 the heads of studies are those of the whole faculty, and of what lies above', () => {
    const unit = (id: string, kind: string, path: readonly string[]) => ({ id, kind, leaderId: null, path })
    const all = [
      unit('top', 'organisation', ['top']),
      unit('f', 'faculty', ['top', 'f']),
      unit('d', 'department', ['top', 'f', 'd']),
      unit('g', 'faculty', ['top', 'g']),
    ]
    const chain = ['d', 'f', 'top'].flatMap((id) => all.find((one) => one.id === id) ?? [])
    expect([...unitsOfStudies(chain, all)].sort()).toEqual(['d', 'f', 'top'])
  })
})

describe('what is open, and what a deed says', () => {
  const later = new Date('2026-03-09T08:00:00Z')
  const said = (outcome: ReturnType<typeof draftComplaint>) =>
    outcome.ok ? outcome.events.map(({ type }) => type).join(' ') : [outcome.why, ...outcome.fields].join(' ')
  it.each<[Complaint['values']['status'], boolean, boolean, boolean]>([
    // its writer edits; whoever leads receives; whoever leads closes
    ['draft', true, false, false],
    ['sent', false, true, true],
    ['received', false, false, true],
    ['closed', false, false, false],
  ])('S1-51 of one that is %s its writer may edit: %s, whoever leads may receive: %s, and close: %s', (status, edits, receives, closes) => {
    const [own, led] = [complaint({ status }), complaint({ status, writer: 'other' }, true)]
    expect([mayEdit(own, actor()), mayEdit(led, actor())]).toEqual([edits, false])
    expect([mayReceive(led), mayClose(led)]).toEqual([receives, closes])
    expect([mayReceive(own), mayClose(own)]).toEqual([false, false])
  })
  it('S1-51 a draft is its writer’s alone, and says nothing yet of whoever is to have it', () => {
    expect(draftComplaint('c', asking, actor(), now)).toEqual({
      ok: true,
      next: { ...complaint(), values: { ...complaint().values } },
      events: [{ type: 'ethics_complaint.drafted' }],
    })
  })
  const other = actor([], 'other')
  const changed = { ...asking, about: 'Noe annet.' }
  it.each<[string, () => ReturnType<typeof draftComplaint>, string]>([
    ['edited', () => editComplaint(complaint(), changed, actor()), 'ethics_complaint.edited'],
    ['edited by another', () => editComplaint(complaint(), changed, other), 'notAllowed'],
    ['edited to the same', () => editComplaint(complaint(), asking, actor()), 'nothingChanged'],
    ['edited about nobody', () => editComplaint(complaint(), { ...asking, against: null }, actor()), 'incomplete against'],
    ['thrown away', () => discardComplaint(complaint(), actor()), 'ethics_complaint.discarded'],
    ['thrown away by another', () => discardComplaint(complaint(), other), 'notAllowed'],
    ['thrown away after it was sent', () => discardComplaint(complaint(sent), actor()), 'sentAlready'],
    ['sent', () => sendComplaint(complaint(), sending, actor(), now), 'ethics_complaint.sent'],
    ['sent about no group', () => sendComplaint(complaint({ personGroup: null }), sending, actor(), now), 'incomplete personGroup'],
    ['sent to nobody', () => sendComplaint(complaint(), { ...sending, receiverUnit: null }, actor(), now), 'noReceiver unit'],
    ['received', () => receiveComplaint(complaint(sent, true), actor(), now), 'ethics_complaint.received'],
    ['closed', () => closeComplaint(complaint(sent, true), { outcome: 'Brudd.' }, actor(), now), 'ethics_complaint.closed'],
    ['closed with nothing said', () => closeComplaint(complaint(sent, true), { outcome: null }, actor(), now), 'incomplete outcome'],
    ['sent on', () => rerouteComplaint(complaint(sent), 'top'), 'ethics_complaint.rerouted'],
    ['sent on to nobody', () => rerouteComplaint(complaint(sent), null), 'nothingChanged'],
  ])('S1-51 %s', (_, deed, expected) => {
    expect(said(deed())).toBe(expected)
  })
  it('an edit keeps all that it does not say', () => {
    expect(editComplaint(complaint(), changed, actor())).toMatchObject({ next: { id: 'c', values: { ...complaint().values, ...changed } } })
  })
  it.each<[string, Partial<Complaint['values']>, object]>([
    ['by whoever closes it, where nobody had', sent, { receivedBy: 'me', receivedAt: later }],
    [
      'by whom it was, and when',
      { ...sent, status: 'received', receivedBy: 'dean', receivedAt: now },
      { receivedBy: 'dean', receivedAt: now },
    ],
  ])('what is closed was received %s', (_, over, received) => {
    expect(closeComplaint(complaint(over, true), { outcome: 'Brudd.' }, actor(), later)).toMatchObject({
      next: { values: { ...received, closedBy: 'me', closedAt: later, outcome: 'Brudd.' } },
    })
  })
  it.each<[Complaint['values']['status'], 'receive' | 'close']>([
    ['sent', 'receive'],
    ['received', 'close'],
  ])('one that is %s is a task to %s it, in each language, and nobody’s where nobody leads', (status, word) => {
    const one = complaint({ ...sent, status })
    expect(complaintTasks(one, null)).toEqual([])
    expect(complaintTasks(one, 'dean')).toMatchObject([
      {
        kind: 'ethics_complaint.handle',
        title: { nb: texts('nb').tasks[word], nn: texts('nn').tasks[word], en: texts('en').tasks[word] },
      },
    ])
  })
})

describe('the heads of studies, and the talk with one of them', () => {
  const unit = (id: string, kind: string, ...path: readonly string[]) => ({ id, kind, leaderId: null, path: [...path, id] })
  const top = unit('top', 'organisation')
  const faculty = unit('f', 'faculty', 'top')
  const centre = unit('s', 'centre', 'top')
  const department = unit('d', 'department', 'top', 'f')
  const group = unit('g', 'group', 'top', 'f', 'd')
  const beside = unit('b', 'department', 'top', 'f')
  const inCentre = unit('c', 'group', 'top', 's')
  const all = [top, faculty, centre, department, group, beside, inCentre]
  it.each<[string, readonly (typeof top)[], readonly string[]]>([
    ['all of the faculty, and what lies above', [group, department, faculty, top], ['b', 'd', 'f', 'g', 'top']],
    ['all of the centre, and what lies above', [inCentre, centre, top], ['c', 's', 'top']],
    ['the unit with those below it, where no faculty lies above', [department, top], ['d', 'g', 'top']],
    ['none, where the unit is not known', [], []],
  ])('S1-52 are those of %s', (_, chain, ids) => {
    expect([...unitsOfStudies(chain, all)].sort()).toEqual(ids)
  })
  const talk: Talk = { id: 't', version: 1, values: { unit: 'u', head: 'head', writer: 'me', askedAt: now, arrangedAt: null } }
  const head = actor([], 'head')
  it('S1-52 is seen by the two of them alone', () => {
    expect([actor(), head, actor(['studyHead', 'admin'], 'x')].map((who) => maySeeTalk(talk, who))).toEqual([true, true, false])
  })
  it('S1-52 is asked of somebody who is head of studies', () => {
    for (const asked of [null, 'other'])
      expect(askTalk('t', { unit: 'u', head: asked }, ['head'], actor(), now)).toMatchObject({ why: 'notARecord', fields: ['head'] })
    expect(askTalk('t', { unit: 'u', head: 'head' }, ['head'], actor(), now)).toEqual({
      ok: true,
      next: talk,
      events: [{ type: 'ethics_talk.asked' }],
    })
  })
  it('S1-52 is arranged once, and says the rest as it was asked', () => {
    const arranged = { ...talk, values: { ...talk.values, arrangedAt: now } }
    expect(arrangeTalk(talk, head, now)).toEqual({ ok: true, next: arranged, events: [{ type: 'ethics_talk.arranged' }] })
    expect(arrangeTalk(arranged, head, now)).toMatchObject({ why: 'nothingChanged' })
  })
  it('S1-52 is the task of one head of studies, and nobody’s where none was named', () => {
    const title = { nb: texts('nb').tasks.talk, nn: texts('nn').tasks.talk, en: texts('en').tasks.talk }
    expect(talkTasks(talk)).toEqual([{ kind: 'ethics_talk.arrange', title, roles: [], dueAt: null, personId: 'head' }])
    expect(talkTasks({ ...talk, values: { ...talk.values, head: null } })).toEqual([])
  })
})

it('S1-51 the steps are done as they are drawn, from each status and by each part', () => {
  const at = (status: Complaint['values']['status'], part: string) =>
    complaint({ status, writer: part === 'writer' ? 'me' : 'other' }, part === 'receiver')
  const found = differing(
    workflow,
    recordFields.status.of,
    ['writer', 'receiver'],
    {
      edit: (status, part) => editComplaint(at(status, part), { ...asking, about: 'Et annet funn.' }, actor()),
      discard: (status, part) => discardComplaint(at(status, part), actor()),
      send: (status, part) => sendComplaint(at(status, part), sending, actor(), now),
      receive: (status, part) => receiveComplaint(at(status, part), actor(), now),
      close: (status, part) => closeComplaint(at(status, part), { outcome: 'Ikke noe galt.' }, actor(), now),
    },
    ({ values }) => values.status,
  )
  expect(found).toEqual([])
})
