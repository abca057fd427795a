import { describe, expect, it } from 'vitest'
import type { Actor } from '../../kernel/actor.ts'
import { emptyValues } from '../../kernel/fields.ts'
import { makeActor } from '../deviation/factory.ts'
import { threatened } from './factory-answers.ts'
import { handOverFields, holdFields, recordFields, recordingFields } from './fields.ts'
import type { Answers, HandOver, Held, Hold, Recording } from './recording.ts'
import { addRecording, archiveNote, editRecording, erasedRecording, lacksNote, mayArchive, mayEdit, wrongIn } from './rules.ts'
import * as rules from './rules-hold.ts'
import { mayRead } from './space.ts'

const now = new Date('2026-03-02T08:00:00Z')
const id = '019a0000-0000-7000-8000-000000000001'
const [unit, other, third] = ['2', '3', '4'].map((n) => `019a0000-0000-7000-8000-00000000000${n}`) as [string, string, string]
const maker = makeActor(['employee'])
const leader = makeActor(['employee', 'leader'], { personId: other, leads: [unit] })
const stranger = makeActor(['employee'], { personId: third })

const answers = (over: Partial<Answers> = {}): Answers => ({
  ...emptyValues(recordingFields),
  ...threatened,
  unit,
  recordedBy: maker.personId,
  access: [maker.personId],
  ...over,
})
const recording = (over: Partial<Recording['values']> = {}): Recording => ({
  id,
  version: 2,
  values: { ...emptyValues(recordFields), ...answers(), status: 'kept', ...over },
})
/** The one reason that it is held for, as it says itself. */
const heldFor = ({ values: { status, holdReason, holdReviewOn, holdReviewer } }: Recording): readonly Held[] =>
  status === 'held' && holdReason && holdReviewOn && holdReviewer
    ? [{ id: 'h', reason: holdReason, reviewOn: holdReviewOn, reviewer: holdReviewer, since: '2026-03-01', endedOn: null }]
    : []
const holdRecording = (record: Recording, given: Hold, by: Actor, at: Date) =>
  rules.holdRecording(record, heldFor(record), given, { id: 'n', actor: by, now: at })
const releaseRecording = (record: Recording, by: Actor, at: Date) => rules.endHold(record, heldFor(record), null, { actor: by, now: at })
const handOverRecording = (record: Recording, given: HandOver, by: Actor, at: Date) =>
  rules.handOverRecording(record, heldFor(record), given, by, at)
const wrong = (over: Partial<Answers>) => wrongIn(answers(over))?.why ?? null
const hold = { ...emptyValues(holdFields), holdReason: 'crime', holdReviewOn: '2026-04-01', holdReviewer: other } as const

describe('recordings: what each must say', () => {
  it('S4-192 without a purpose it is refused; another is explained; both of the list may be chosen', () => {
    expect(addRecording(id, answers({ purposes: [] }), maker)).toMatchObject({ ok: false, why: 'incomplete', fields: ['purposes'] })
    expect(wrong({ purposes: ['other'] })).toBe('otherMissing')
    expect(wrong({ purposes: ['other'], otherWhy: 'Opplæring', situation: null })).toBeNull()
    expect(addRecording(id, answers({ purposes: ['police', 'claims'] }), maker)).toMatchObject({
      ok: true,
      next: { values: { status: 'kept' } },
    })
    for (const field of ['unit', 'startedAt', 'recordedBy'] as const)
      expect(addRecording(id, answers({ [field]: null }), maker), field).toMatchObject({ why: 'incomplete', fields: [field] })
  })
  it('S4-193 a caller who was not told is so for a risk, and for nothing else', () => {
    expect(wrong({ told: null })).toBe('toldMissing')
    expect(wrong({ told: 'no' })).toBe('riskMissing')
    expect(wrong({ told: 'no', notToldWhy: 'Innringeren truet med å komme.' })).toBeNull()
    expect(wrong({ told: 'yes' })).toBeNull()
  })
  it('S4-194 S4-195 the situation is one of two; a complaint says why it was recorded', () => {
    expect(wrong({ situation: null })).toBe('situationMissing')
    expect(wrong({ situation: 'threat' })).toBeNull()
    expect(wrong({ situation: 'complaint' })).toBe('complaintMissing')
    for (const complaint of ['wontSpeak', 'notAvailable'] as const) expect(wrong({ situation: 'complaint', complaint })).toBeNull()
  })
  it('S4-196 a complaint without a note is saved with a warning; with the note it has a caseworker', () => {
    const complaint = { situation: 'complaint', complaint: 'wontSpeak' } as const
    expect([lacksNote(answers(complaint)), wrong(complaint)]).toEqual([true, null])
    expect(wrong({ ...complaint, note: 'Vil ha svar.' })).toBe('caseworkerMissing')
    expect(lacksNote(answers({ ...complaint, note: 'Vil ha svar.', caseworker: other }))).toBe(false)
    expect(lacksNote(answers())).toBe(false)
  })
  it('S4-197 it says where it lies and who has access', () => {
    expect(addRecording(id, answers({ storagePlace: null }), maker)).toMatchObject({ why: 'incomplete', fields: ['storagePlace'] })
    expect(addRecording(id, answers({ access: [] }), maker)).toMatchObject({ why: 'incomplete', fields: ['access'] })
  })
  it('S4-191 S4-198 it says when it is deleted, and whether it is deleted or anonymised', () => {
    for (const erase of ['delete', 'anonymise'] as const) expect(addRecording(id, answers({ erase }), maker)).toMatchObject({ ok: true })
    expect(addRecording(id, answers({ eraseOn: null }), maker)).toMatchObject({ why: 'incomplete', fields: ['eraseOn'] })
    expect(wrong({ eraseOn: '2026-02-19' })).toBe('eraseBefore')
    expect(wrong({ kind: 'camera' })).toBe('cameraMissing')
  })
})

describe('recordings: who', () => {
  it('S4-197 whoever made it, the access list, the leader, the caseworker and those who oversee read it, and nobody else', () => {
    const record = recording({ access: [] })
    expect(mayRead(record, maker)).toBe(true)
    expect(mayRead(record, leader)).toBe(true)
    expect(mayRead(record, stranger)).toBe(false)
    expect(mayRead(recording({ access: [third] }), stranger)).toBe(true)
    expect(mayRead(recording({ caseworker: third }), stranger)).toBe(true)
    expect(mayRead(recording({ holdReviewers: [third] }), stranger)).toBe(true)
    expect(mayRead(record, makeActor(['dpo'], { personId: third }))).toBe(true)
    expect(mayRead(record, makeActor(['admin', 'controller', 'leader'], { personId: third }))).toBe(false)
  })
  it('whoever made it, who has access and who leads the unit change it; the caseworker reads it alone', () => {
    const next = answers({ minutes: 9 })
    expect(editRecording(recording(), next, maker)).toMatchObject({ ok: true })
    expect(editRecording(recording(), next, leader)).toMatchObject({ ok: true })
    expect(editRecording(recording({ caseworker: third }), next, stranger)).toMatchObject({ why: 'notAllowed' })
    expect(editRecording(recording({ access: [third] }), next, stranger)).toMatchObject({ ok: true })
    expect(editRecording(recording(), answers(), maker)).toMatchObject({ why: 'nothingChanged' })
    expect(editRecording(recording({ status: 'erased' }), next, maker)).toMatchObject({ why: 'notNow' })
  })
})

describe('recordings: the police', () => {
  it('S4-199 a hold says crime or accident, and who considers it when; it is released or handed over', () => {
    for (const holdReason of ['crime', 'accident'] as const)
      expect(holdRecording(recording(), { ...hold, holdReason }, maker, now)).toMatchObject({
        next: { values: { status: 'held', heldOn: '2026-03-02' } },
      })
    expect(holdRecording(recording(), { ...hold, holdReason: null }, maker, now)).toMatchObject({ why: 'incomplete' })
    expect(holdRecording(recording(), { ...hold, holdReviewOn: '2026-03-02' }, maker, now)).toMatchObject({ why: 'dayPast' })
    expect(holdRecording(recording(), hold, stranger, now)).toMatchObject({ why: 'notAllowed' })
    const held = recording({ ...hold, status: 'held' })
    expect(holdRecording(held, hold, maker, now)).toMatchObject({ why: 'nothingChanged' })
    expect(releaseRecording(held, leader, now)).toMatchObject({ next: { values: { status: 'kept', releasedOn: '2026-03-02' } } })
    expect(releaseRecording(held, stranger, now)).toMatchObject({ why: 'notAllowed' })
    const given = { ...emptyValues(handOverFields), handedOn: '2026-03-01', handedTo: 'Politidistriktet', handedReference: '123/26' }
    expect(handOverRecording(held, given, maker, now)).toMatchObject({
      next: { values: { status: 'handedOver', handedReference: '123/26' } },
    })
    expect(handOverRecording(held, { ...given, handedOn: '2026-03-03' }, maker, now)).toMatchObject({ why: 'dayAhead' })
    expect(handOverRecording(recording(), given, maker, now)).toMatchObject({ why: 'notNow' })
    expect(erasedRecording(held, 'Lydopptak', '2026-03-02')).toMatchObject({ why: 'isHeld' })
  })
  it('what is left of one that is deleted holds nothing that anybody said', () => {
    const full = recording({
      note: 'Sa mye.',
      notToldWhy: 'Truet.',
      caseReference: '26/1',
      otherWhy: 'x',
      keepReason: 'y',
      name: 'Samtale med noen',
    })
    const gone = erasedRecording(full, 'Lydopptak', '2026-03-02')
    expect(gone).toMatchObject({ ok: true, next: { values: { status: 'erased', erasedOn: '2026-03-02', name: 'Lydopptak' } } })
    expect(JSON.stringify(gone)).not.toMatch(/Sa mye|Truet|26\/1|noen/)
  })
  it('S4-196 the caseworker says where the note lies', () => {
    const record = recording({ note: 'Vil ha svar.', caseworker: third })
    expect(archiveNote(record, { archiveReference: '26/123' }, stranger)).toMatchObject({
      next: { values: { archiveReference: '26/123' } },
    })
    expect(archiveNote(record, { archiveReference: null }, stranger)).toMatchObject({ why: 'incomplete' })
    expect(archiveNote(recording(), { archiveReference: '26/123' }, maker)).toMatchObject({ why: 'notNow' })
  })
})

/** What happened, or why not and what is asked again. */
const said = (outcome: ReturnType<typeof archiveNote>) => (outcome.ok ? outcome.events : [outcome.why, ...outcome.fields])

describe('recordings: the question that mends it', () => {
  const startedAt = new Date('2026-02-20T12:00:00Z')
  it.each<readonly [string, Partial<Answers>, readonly string[] | null]>([
    ['S4-192 another purpose that is not explained', { purposes: ['other'] }, ['otherMissing', 'otherWhy']],
    ['a recording by camera, and not which', { kind: 'camera' }, ['cameraMissing', 'camera']],
    [
      'by a camera that is named: no situation, and nobody is told on a telephone',
      { kind: 'camera', camera: other, situation: null, told: null },
      null,
    ],
    ['S4-194 of a call in no situation', { situation: null }, ['situationMissing', 'situation']],
    ['S4-195 of a complaint without why', { situation: 'complaint' }, ['complaintMissing', 'complaint']],
    ['S4-193 of a caller, and not whether told', { told: null }, ['toldMissing', 'told']],
    ['S4-193 of one who was not told, without the risk', { told: 'no' }, ['riskMissing', 'notToldWhy']],
    ['S4-196 with a note to nobody', { note: 'Vil ha svar.' }, ['caseworkerMissing', 'caseworker']],
    ['S4-196 with a note to a caseworker', { note: 'Vil ha svar.', caseworker: third }, null],
    ['S4-191 to be deleted the day before it was made', { startedAt, eraseOn: '2026-02-19' }, ['eraseBefore', 'eraseOn']],
    ['S4-191 to be deleted the same day', { startedAt, eraseOn: '2026-02-20' }, null],
  ])('%s', (_, over, blamed) => {
    const refusal = wrongIn(answers(over))
    expect(refusal && [refusal.why, ...refusal.fields]).toEqual(blamed)
  })
})

describe('recordings: each step, who may take it and when', () => {
  const held = recording({ ...hold, status: 'held', holdReviewer: third })
  const reader = makeActor(['employee'], { personId: '019a0000-0000-7000-8000-000000000009' })
  const given = { ...emptyValues(handOverFields), handedOn: '2026-03-02', handedTo: 'Politidistriktet', handedReference: '123/26' }
  const noted = recording({ note: 'Vil ha svar.', caseworker: third, archiveReference: '26/1' })

  it('S4-197 it is in the hands of whoever made it, the access list and who leads its unit', () => {
    const bare = { access: [], recordedBy: other, unit: null, caseworker: reader.personId }
    const in_ = (over: Partial<Recording['values']>, actor = maker) => mayEdit(recording({ ...bare, ...over }), actor)
    expect([in_({}), in_({ recordedBy: maker.personId }), in_({ access: [maker.personId] })]).toEqual([false, true, true])
    expect([in_({ unit }, leader), in_({ unit: third, recordedBy: maker.personId }, leader)]).toEqual([true, false])
    expect([mayArchive(noted, maker), mayArchive(noted, stranger), mayArchive(noted, reader)]).toEqual([true, true, false])
  })

  it.each<readonly [string, () => ReturnType<typeof archiveNote>, readonly unknown[]]>([
    ['changed', () => editRecording(recording(), answers({ minutes: 9 }), maker), [{ type: 'recording.edited', fields: ['minutes'] }]],
    ['changed to the same', () => editRecording(recording(), answers(), maker), ['nothingChanged']],
    ['changed to the same by somebody else', () => editRecording(recording(), answers(), reader), ['notAllowed']],
    ['changed after it was deleted', () => editRecording(recording({ status: 'erased' }), answers({ minutes: 9 }), maker), ['notNow']],
    [
      'changed after it was deleted, by somebody else',
      () => editRecording(recording({ status: 'erased' }), answers(), reader),
      ['notAllowed'],
    ],
    ['S4-199 held', () => holdRecording(recording(), hold, maker, now), [{ type: 'recording.held' }]],
    [
      'S4-199 held to a day that is today',
      () => holdRecording(recording(), { ...hold, holdReviewOn: '2026-03-02' }, maker, now),
      ['dayPast', 'holdReviewOn'],
    ],
    [
      'S4-199 held, and nobody says for what',
      () => holdRecording(recording(), { ...hold, holdReason: null }, maker, now),
      ['incomplete', 'holdReason'],
    ],
    ['S4-199 held after it was deleted', () => holdRecording(recording({ status: 'erased' }), hold, maker, now), ['notNow']],
    [
      'S4-199 held again after the police had it',
      () => holdRecording(recording({ status: 'handedOver' }), hold, maker, now),
      [{ type: 'recording.held' }],
    ],
    ['S4-199 released by whoever considers it', () => releaseRecording(held, stranger, now), [{ type: 'recording.released' }]],
    ['S4-199 released by somebody else', () => releaseRecording(held, reader, now), ['notAllowed']],
    ['S4-199 released when nobody holds it', () => releaseRecording(recording(), maker, now), ['notNow']],
    ['S4-199 handed over today', () => handOverRecording(held, given, maker, now), [{ type: 'recording.handedOver' }]],
    [
      'S4-199 handed over tomorrow',
      () => handOverRecording(held, { ...given, handedOn: '2026-03-03' }, maker, now),
      ['dayAhead', 'handedOn'],
    ],
    ['S4-199 handed over to nobody', () => handOverRecording(held, { ...given, handedTo: null }, maker, now), ['incomplete', 'handedTo']],
    ['S4-199 handed over by whoever considers it', () => handOverRecording(held, given, stranger, now), ['notAllowed']],
    ['S4-196 its note archived', () => archiveNote(noted, { archiveReference: '26/2' }, stranger), [{ type: 'recording.archived' }]],
    [
      'S4-196 its note archived where it lies already',
      () => archiveNote(noted, { archiveReference: '26/1' }, stranger),
      ['nothingChanged'],
    ],
    [
      'S4-196 its note archived nowhere',
      () => archiveNote(noted, { archiveReference: null }, stranger),
      ['incomplete', 'archiveReference'],
    ],
    ['S4-196 its note archived by somebody else', () => archiveNote(noted, { archiveReference: '26/2' }, reader), ['notAllowed']],
    [
      'S4-196 its note archived after it was deleted',
      () => archiveNote(recording({ note: 'x', status: 'erased' }), { archiveReference: '26/2' }, maker),
      ['notNow'],
    ],
    ['S4-198 deleted', () => erasedRecording(recording(), 'Lydopptak', '2026-03-02'), [{ type: 'recording.erased' }]],
    ['S4-198 deleted twice', () => erasedRecording(recording({ status: 'erased' }), 'Lydopptak', '2026-03-02'), ['nothingChanged']],
  ])('%s', (_, deed, expected) => expect(said(deed())).toEqual(expected))

  it('S4-199 released or handed over, nobody is asked about it any more', () => {
    expect(releaseRecording(held, maker, now)).toMatchObject({ next: { values: { holdReviewOn: null } } })
    expect(handOverRecording(held, given, maker, now)).toMatchObject({ next: { values: { holdReviewOn: null } } })
    expect(holdRecording(recording({ releasedOn: '2026-03-01' }), hold, maker, now)).toMatchObject({
      next: { values: { releasedOn: null } },
    })
  })
})
