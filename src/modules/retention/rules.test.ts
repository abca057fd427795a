import { describe, expect, it } from 'vitest'
import { roles } from '../../kernel/actor.ts'
import { differing } from '../../kernel/factory.ts'
import { emptyValues } from '../../kernel/fields.ts'
import { makeActor } from '../deviation/factory.ts'
import { profiles } from '../organisation/public.ts'
import { dueOfCamera, dueOfProcessing, dueOfRecording } from './due.ts'
import { deletionFields, proofFields } from './fields.ts'
import { type RetentionProfile, retentionProfile } from './profile.ts'
import type { Deletion, Proof } from './retention.ts'
import {
  carryOut,
  confirmDeletion,
  followSubject,
  isLate,
  mayCarryOut,
  mayConfirm,
  mayRead,
  oversees,
  ownLimits,
  planDeletion,
  sendBack,
} from './rules.ts'
import { workflow } from './workflow.ts'

const now = new Date('2026-03-02T08:00:00Z')
const today = '2026-03-02'
const [id, unit, other, third] = ['1', '2', '3', '4'].map((n) => `019a0000-0000-7000-8000-00000000000${n}`) as [
  string,
  string,
  string,
  string,
]
const owner = makeActor(['employee'])
const leader = makeActor(['employee', 'leader'], { personId: other, leads: [unit] })
const officer = makeActor(['employee', 'dpo'], { personId: third })
const stranger = makeActor(['employee', 'admin'], { personId: third })
const one: RetentionProfile = {
  anonymise: true,
  twoPersons: false,
  proofYears: 5,
  traceMonths: 12,
  ownMonths: retentionProfile(profiles.sandnes).ownMonths,
}
const two: RetentionProfile = { ...one, twoPersons: true }

const deletion = (over: Partial<Deletion['values']> = {}): Deletion => ({
  id,
  version: 1,
  values: {
    ...emptyValues(deletionFields),
    ...({ name: 'Søknader', subject: 'processing', subjectId: id, unit, owner: owner.personId } as const),
    ...({ why: 'purposeEnded', dueOn: '2026-02-01', planned: 'delete', state: 'due' } as const),
    ...over,
  },
})
const proof = (over: Partial<Proof> = {}): Proof => ({
  ...emptyValues(proofFields),
  ...{ doneOn: today, what: 'Alle søknader fra 2024, om lag 200.', method: 'Slettet i systemet og i sikkerhetskopien.' },
  ...({ archive: 'no', archiveBasis: 'Kassasjonsplanen punkt 4', outcome: 'deleted' } as const),
  ...over,
})
const done = (over: Partial<Proof> = {}, profile = one, by = owner) => carryOut(deletion(), proof(over), by, now, profile)

describe('retention: what is due', () => {
  it('S2-58 the end of the purpose or of the basis, whichever comes first, makes the data due; a month before it is seen coming', () => {
    const of = (purposeEndsOn: string | null, basisEndsOn: string | null) =>
      dueOfProcessing({ purposeEndsOn, basisEndsOn, erase: null }, today)
    expect(of('2026-03-01', null)).toEqual({ why: 'purposeEnded', dueOn: '2026-03-01', planned: 'delete' })
    expect(of(null, '2026-02-01')).toMatchObject({ why: 'basisEnded', dueOn: '2026-02-01' })
    expect(of('2026-03-01', '2026-02-01')).toMatchObject({ why: 'basisEnded' })
    expect(of('2026-04-01', null)).toMatchObject({ dueOn: '2026-04-01' })
    expect(of('2026-04-02', '2030-01-01')).toBeNull()
    expect(of(null, null)).toBeNull()
  })
  it('S4-191 to delete or to anonymise, of an activity, a camera and a recording', () => {
    for (const erase of ['delete', 'anonymise'] as const) {
      expect(dueOfProcessing({ purposeEndsOn: today, basisEndsOn: null, erase }, today)).toMatchObject({ planned: erase })
      expect(dueOfRecording({ status: 'kept', eraseOn: today, erase }, today)).toMatchObject({ planned: erase })
      const camera = { status: 'removed', kind: 'real', mode: 'recording', removedOn: '2026-02-20', retentionDays: 7, erase } as const
      expect(dueOfCamera(camera)).toEqual({ why: 'takenDown', dueOn: '2026-02-27', planned: erase })
      for (const none of [{ status: 'active' }, { kind: 'dummy' }, { mode: 'live' }] as const)
        expect(dueOfCamera({ ...camera, ...none })).toBeNull()
    }
  })
  it('S4-198 S4-199 a recording is due on its day; held for the police it is not, and released it is again', () => {
    const of = (status: 'kept' | 'held' | 'handedOver' | 'erased', eraseOn = today) =>
      dueOfRecording({ status, eraseOn, erase: 'delete' }, today)
    expect(of('kept')).toMatchObject({ why: 'timeUp', dueOn: today })
    expect(of('kept', '2026-04-02')).toBeNull()
    expect(of('held')).toBe('held')
    expect(of('handedOver')).toMatchObject({ dueOn: today })
    expect(of('erased')).toBeNull()
    const subject = { name: 'Søknader', unit, owner: owner.personId }
    expect(followSubject(deletion(), { ...subject, wanted: 'held' })).toMatchObject({ ok: true, next: { values: { state: 'stopped' } } })
    expect(followSubject(deletion(), { ...subject, wanted: null })).toMatchObject({ next: { values: { state: 'dropped' } } })
    expect(carryOut(deletion({ state: 'stopped' }), proof(), owner, now, one)).toMatchObject({ why: 'isHeld' })
    expect(isLate(deletion(), today)).toBe(true)
    expect(isLate(deletion({ dueOn: today }), today)).toBe(false)
    expect(isLate(deletion({ state: 'done' }), today)).toBe(false)
  })
  it('follows its record: another day or owner moves it, the same changes nothing', () => {
    const subject = { name: 'Søknader', unit, owner: owner.personId }
    const due = { why: 'purposeEnded', dueOn: '2026-02-01', planned: 'delete' } as const
    expect(followSubject(deletion(), { ...subject, wanted: due })).toMatchObject({ why: 'nothingChanged' })
    expect(followSubject(deletion(), { ...subject, owner: other, wanted: due })).toMatchObject({ next: { values: { owner: other } } })
    expect(followSubject(deletion({ state: 'done' }), { ...subject, wanted: null })).toMatchObject({ why: 'notNow' })
    expect(planDeletion(id, 'processing', id, { ...subject, wanted: due }, due)).toMatchObject({
      next: { values: { state: 'due', outcome: null } },
    })
  })
})

describe('retention: the proof', () => {
  it('S2-58 says who, when, what and how; without one of them it is no proof', () => {
    expect(done()).toMatchObject({ ok: true, next: { values: { state: 'done', doneBy: owner.personId, doneAt: now, outcome: 'deleted' } } })
    for (const field of ['doneOn', 'what', 'method', 'archive', 'outcome'] as const)
      expect(done({ [field]: null }), field).toMatchObject({ ok: false, why: 'incomplete', fields: [field] })
    expect(done({ doneOn: '2026-03-03' })).toMatchObject({ why: 'dayAhead' })
    expect(done({}, one, stranger)).toMatchObject({ why: 'notAllowed' })
    expect(done({}, one, leader)).toMatchObject({ ok: true })
    expect(carryOut(deletion({ state: 'done' }), proof(), owner, now, one)).toMatchObject({ why: 'notNow' })
  })
  it('S2-58 names nobody: a number, a telephone or an address is refused', () => {
    for (const [field, text] of [
      ['what', 'Saken til 15838530181'],
      ['method', 'Sendt til ola@example.org'],
      ['archiveBasis', 'Ring 22 33 44 55'],
    ] as const)
      expect(done({ [field]: text }), text).toMatchObject({ why: 'personalData', fields: [field] })
  })
  it('what must be preserved is not destroyed: kept in the archive it says where, destroyed it says what allows it', () => {
    expect(done({ archive: 'yes' })).toMatchObject({ why: 'archiveDuty' })
    expect(done({ archive: 'yes', outcome: 'anonymised' })).toMatchObject({ why: 'archiveDuty' })
    expect(done({ archive: 'yes', outcome: 'archived' })).toMatchObject({ why: 'placeMissing' })
    expect(done({ archive: 'yes', outcome: 'archived', archivePlace: 'Sak og arkiv 26/12' })).toMatchObject({ ok: true })
    expect(done({ outcome: 'archived' })).toMatchObject({ why: 'nothingToArchive' })
    expect(done({ archiveBasis: null })).toMatchObject({ why: 'basisMissing' })
  })
  it('S4-191 anonymised is as good as deleted where the profile says so, and refused where it does not', () => {
    expect(done({ outcome: 'anonymised' })).toMatchObject({ ok: true, next: { values: { outcome: 'anonymised' } } })
    expect(done({ outcome: 'anonymised' }, { ...one, anonymise: false })).toMatchObject({ why: 'noAnonymising' })
  })
  it('where two are wanted another confirms, never whoever carried it out; not so, it is sent back', () => {
    expect(done({}, two)).toMatchObject({ next: { values: { state: 'confirming', secondBy: null } } })
    const waiting = deletion({ ...proof(), state: 'confirming', doneBy: owner.personId })
    expect(confirmDeletion(waiting, owner, now)).toMatchObject({ why: 'samePerson' })
    expect(confirmDeletion(waiting, stranger, now)).toMatchObject({ why: 'notAllowed' })
    expect(confirmDeletion(waiting, officer, now)).toMatchObject({ next: { values: { state: 'done', secondBy: third } } })
    expect(confirmDeletion(deletion(), officer, now)).toMatchObject({ why: 'notNow' })
    expect(sendBack(waiting, leader)).toMatchObject({ next: { values: { state: 'due', what: null, doneBy: null } } })
    expect(sendBack(deletion(), leader)).toMatchObject({ why: 'notNow' })
  })
  it('is read by whose it is, who leads the unit and those who oversee', () => {
    expect([owner, leader, officer].map((actor) => mayRead(deletion(), actor))).toEqual([true, true, true])
    expect(mayRead(deletion(), stranger)).toBe(false)
  })
  it('Varde’s own traces are old by the same rules', () => {
    expect(ownLimits(one, today)).toEqual({ proofs: '2021-03-02', recordings: '2025-03-02' })
  })
})

/** What happened, or why not and what is asked again. */
const said = (outcome: ReturnType<typeof carryOut>) =>
  outcome.ok ? outcome.events.map(({ type }) => type) : [outcome.why, ...outcome.fields]

describe('retention: who', () => {
  const somebody = (role: (typeof roles)[number]) => makeActor([role], { personId: third })
  it('of all roles, those who oversee read; the controller carries out; the officer and the security manager confirm too', () => {
    expect(roles.filter((role) => oversees(somebody(role)))).toEqual(['dpo', 'privacyAdviser', 'ciso', 'controller', 'gdprUnit', 'auditor'])
    expect(roles.filter((role) => mayRead(deletion(), somebody(role)))).toEqual([
      'dpo',
      'privacyAdviser',
      'ciso',
      'controller',
      'gdprUnit',
      'auditor',
    ])
    expect(roles.filter((role) => mayCarryOut(deletion(), somebody(role)))).toEqual(['controller'])
    expect(roles.filter((role) => mayConfirm(deletion(), somebody(role)))).toEqual(['dpo', 'ciso', 'controller'])
  })
  it('whoever carried it out or confirmed it reads it afterwards too, and confirms nothing of their own', () => {
    const mine = deletion({ owner: other, unit: null, doneBy: third })
    expect([mayRead(mine, stranger), mayRead(deletion({ secondBy: third }), stranger)]).toEqual([true, true])
    expect(mayConfirm(mine, officer)).toBe(false)
    expect([
      mayCarryOut(deletion({ owner: other, unit: null }), leader),
      mayCarryOut(deletion({ unit: null, owner: third }), leader),
    ]).toEqual([true, false])
  })
})

describe('retention: each step', () => {
  const subject = { name: 'Søknader', unit, owner: owner.personId }
  const due = { why: 'purposeEnded', dueOn: '2026-02-01', planned: 'delete' } as const
  const waiting = deletion({ ...proof(), state: 'confirming', doneBy: owner.personId })

  it.each<readonly [string, () => ReturnType<typeof carryOut>, readonly string[]]>([
    ['planned', () => planDeletion(id, 'processing', id, { ...subject, wanted: due }, due), ['deletion.added']],
    ['moved to another day', () => followSubject(deletion(), { ...subject, wanted: { ...due, dueOn: '2026-05-01' } }), ['deletion.moved']],
    [
      'moved while it waits for a second person',
      () => followSubject(waiting, { ...subject, wanted: { ...due, dueOn: '2026-05-01' } }),
      ['deletion.moved'],
    ],
    ['stopped by a hold', () => followSubject(deletion(), { ...subject, wanted: 'held' }), ['deletion.stopped']],
    ['dropped', () => followSubject(deletion(), { ...subject, wanted: null }), ['deletion.dropped']],
    ['carried out', () => done(), ['deletion.carriedOut']],
    ['carried out while it is held', () => carryOut(deletion({ state: 'stopped' }), proof(), owner, now, one), ['isHeld']],
    ['carried out today', () => done({ doneOn: today }), ['deletion.carriedOut']],
    ['carried out tomorrow', () => done({ doneOn: '2026-03-03' }), ['dayAhead', 'doneOn']],
    [
      'S2-58 of the sick: an illness in the proof names nobody',
      () => done({ what: 'Alle sykmeldinger fra 2024' }),
      ['deletion.carriedOut'],
    ],
    ['to be preserved, and destroyed', () => done({ archive: 'yes' }), ['archiveDuty', 'outcome']],
    ['to be preserved, and nobody says where', () => done({ archive: 'yes', outcome: 'archived' }), ['placeMissing', 'archivePlace']],
    ['archived, though nothing is to be preserved', () => done({ outcome: 'archived' }), ['nothingToArchive', 'outcome']],
    ['destroyed, and nothing allows it', () => done({ archiveBasis: null }), ['basisMissing', 'archiveBasis']],
    [
      'kept in the archive, which needs no leave to destroy',
      () => done({ archive: 'yes', outcome: 'archived', archivePlace: 'Sak 26/12', archiveBasis: null }),
      ['deletion.carriedOut'],
    ],
    [
      'anonymised where the profile does not allow it',
      () => done({ outcome: 'anonymised' }, { ...one, anonymise: false }),
      ['noAnonymising', 'outcome'],
    ],
    ['deleted where the profile does not let one anonymise', () => done({}, { ...one, anonymise: false }), ['deletion.carriedOut']],
    ['confirmed by another', () => confirmDeletion(waiting, officer, now), ['deletion.confirmed']],
    ['confirmed though nothing is carried out', () => confirmDeletion(deletion(), leader, now), ['notNow']],
    ['confirmed by somebody who may not even read it', () => confirmDeletion(deletion(), stranger, now), ['notAllowed']],
    ['sent back', () => sendBack(waiting, officer), ['deletion.sentBack']],
    ['sent back by whoever carried it out', () => sendBack(waiting, owner), ['notAllowed']],
  ])('%s', (_, deed, expected) => expect(said(deed())).toEqual(expected))

  it.each([
    ['due, the day before', { state: 'due', dueOn: '2026-03-01' }, true],
    ['due today', { state: 'due', dueOn: today }, false],
    ['carried out, and not confirmed in time', { state: 'confirming', dueOn: '2026-03-01' }, true],
    ['held', { state: 'stopped', dueOn: '2026-03-01' }, false],
  ] as const)('is late or not: %s', (_, over, late) => expect(isLate(deletion(over), today)).toBe(late))
})

it('S2-58 the steps are done as they are drawn, from each state and by each part', () => {
  const players = { owner: leader, officer: makeActor(['employee', 'dpo'], { personId: third }) }
  const at = (state: Deletion['values']['state']) => deletion({ state, doneBy: state === 'due' ? null : owner.personId })
  for (const profile of [one, two])
    expect(
      differing(
        workflow,
        deletionFields.state.of,
        ['owner', 'officer'],
        {
          carryOut: (state, part) => carryOut(at(state), proof(), players[part], now, profile),
          confirm: (state, part) => confirmDeletion(at(state), players[part], now),
          sendBack: (state, part) => sendBack(at(state), players[part]),
        },
        ({ values }) => values.state,
      ),
    ).toEqual([])
})
