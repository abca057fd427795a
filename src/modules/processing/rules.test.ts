import { describe, expect, it, test } from 'vitest'
import type { Actor, Role } from '../../kernel/actor.ts'
import { refuse } from '../../kernel/change.ts'
import { differing } from '../../kernel/factory.ts'
import { emptyValues } from '../../kernel/fields.ts'
import { profiles } from '../deviation/presets.ts'
import { fieldsOf } from '../deviation/report/layout.ts'
import { bases, checkFields, duties, kindsOfUse, processingFields, qualities, standingFields } from './fields.ts'
import type { Answers, Check, Checks, Processing } from './processing.ts'
import {
  addProcessing,
  approveProcessing,
  checkProcessing,
  confirmProcessing,
  daysLate,
  editProcessing,
  endProcessing,
  gapsOf,
  isCompliant,
  isSensitive,
  isStale,
  latestNotice,
  mayAdd,
  mayApprove,
  mayEdit,
  mayEnd,
  notifyProcessing,
  permitProcessing,
} from './rules.ts'
import { dueTasks } from './tasks.ts'
import { workflow } from './workflow.ts'

test('S4-006 those whose data the municipality has can be chosen in the record of processing and in a report', () => {
  const people = ['employees', 'pupils', 'kindergartenChildren', 'serviceRecipients', 'others']
  expect(processingFields.dataSubjects.of).toEqual(expect.arrayContaining(people))
  expect(fieldsOf(profiles.sandnes).relation.of).toEqual(expect.arrayContaining(people))
})

const now = new Date('2026-03-02T08:00:00Z')
const actor = (roles: readonly Role[], more: Partial<Actor> = {}): Actor => ({
  personId: 'me',
  organisationId: 'o',
  roles,
  unitId: null,
  leads: [],
  profileVersion: 1,
  ...more,
})
const dpo = actor(['dpo'])
const controller = actor(['controller'])
const head = actor(['unitHead'], { leads: ['u'] })
const plain = { notifies: false, permits: false }
const strict = { notifies: true, permits: true }
const blank: Answers = { ...emptyValues(processingFields), name: 'Opptak', kind: 'administrative', ourRole: 'controller' }
const whole: Answers = {
  ...blank,
  ...{ purpose: 'Ta opp studenter.', dataSubjects: ['applicants'], dataKinds: ['name', 'contact'] },
  ...{ basis: ['publicTask'], lawReference: 'universitets- og høyskoleloven § 4-15', recipients: 'Ingen', transfers: 'no' },
  ...{ securityMeasures: 'Tilgangsstyring', securityJudged: 'satisfactory', securityJudgedOn: '2026-01-15' },
  ...{ unit: 'u', responsible: 'r', storageTime: '5 år', deletionRoutine: 'Slettes ved årsskiftet.' },
}
const record = (over: Partial<Processing['values']> = {}): Processing => ({
  id: 'a',
  version: 3,
  values: { ...emptyValues(standingFields), ...whole, status: 'draft', touchedAt: now, ...over },
})
const check = (over: Partial<Check> = {}): Check => ({ ...emptyValues(checkFields), answer: 'yes', checkedOn: '2026-03-01', ...over })
const all = (points: readonly (keyof Checks)[], over: Partial<Check> = {}): Checks =>
  Object.fromEntries(points.map((point) => [point, check(over)]))

describe('who keeps an activity', () => {
  it('S4-091 the person named, the head of its unit, and those who keep the record; the controller approves, and no keeper does', () => {
    expect([mayEdit(record(), dpo), mayEdit(record(), head), mayEdit(record(), actor([], { personId: 'r' }))]).toEqual([true, true, true])
    expect([mayEdit(record(), actor(['leader'], { leads: ['other'] })), mayEdit(record(), actor(['employee']))]).toEqual([false, false])
    // Whoever registered it writes and ends it while it is a draft, in whatever unit or in none; approved it is theirs no longer.
    const writer = actor(['systemOwner'], { personId: 'w' })
    const own = (over: Partial<Processing['values']>) => record({ registeredBy: 'w', unit: null, responsible: null, ...over })
    expect((['draft', 'approved', 'changed', 'ended'] as const).map((status) => mayEdit(own({ status }), writer))).toEqual([
      true,
      false,
      false,
      false,
    ])
    expect([mayEnd(own({}), writer), mayEnd(own({ status: 'approved' }), writer), mayApprove(own({}), writer)]).toEqual([
      true,
      false,
      false,
    ])
    const added = addProcessing('a', { ...whole, unit: null, responsible: null }, writer, now)
    expect(added).toMatchObject({ next: { values: { registeredBy: 'w' } } })
    expect(added.ok && editProcessing(added.next, { ...whole, unit: null, responsible: null, name: 'Annet' }, writer, now).ok).toBe(true)
    expect([mayApprove(record(), head), mayApprove(record(), controller), mayApprove(record(), actor([], { personId: 'r' }))]).toEqual([
      true,
      true,
      true,
    ])
    // By their own word alone nobody approves: not whoever registered it, nor whoever keeps the record and names themselves.
    const named = record({ registeredBy: 'r' })
    expect([mayApprove(named, actor([], { personId: 'r' })), mayApprove(named, head)]).toEqual([false, true])
    expect(mayApprove(record({ registeredBy: 'r' }), actor([], { personId: 'r', leads: ['u'] }))).toBe(true)
    const keeper = { ...dpo, personId: 'd' }
    const naming = (one: Actor) => editProcessing(record(), { ...whole, responsible: one.personId }, one, now)
    expect(naming(keeper)).toMatchObject({ ok: false, why: 'namesSelf', fields: ['responsible'] })
    expect([naming({ ...keeper, leads: ['u'] }).ok, editProcessing(record(), { ...whole, responsible: 'x' }, keeper, now).ok]).toEqual([
      true,
      true,
    ])
    expect([mayApprove(record(), dpo), mayApprove(record(), actor(['admin']))]).toEqual([false, false])
    expect([
      mayAdd(actor(['leader'])),
      mayAdd(actor(['systemOwner'])),
      mayAdd(actor([], { leads: ['u'] })),
      mayAdd(actor(['employee'])),
    ]).toEqual([true, true, true, false])
  })
})

describe('what the law asks of an activity', () => {
  it('nothing is missing of one that is whole', () => {
    expect(gapsOf(whole)).toEqual([])
  })

  it('each answer that is missing is named with its article; those of Article 30 (f) and (g) are asked for and stop nobody', () => {
    const articleOf = (field: keyof Answers, over: Partial<Answers> = {}) =>
      gapsOf({ ...whole, ...over, [field]: Array.isArray(whole[field]) ? [] : null }).map((gap) => [gap.field, gap.article, gap.blocks])
    expect(articleOf('purpose')).toEqual([['purpose', '30 (1) (b)', true]])
    expect(articleOf('dataSubjects')).toEqual([['dataSubjects', '30 (1) (c)', true]])
    expect(articleOf('dataKinds')).toEqual([['dataKinds', '30 (1) (c)', true]])
    expect(articleOf('recipients')).toEqual([['recipients', '30 (1) (d)', true]])
    expect(articleOf('transfers')).toEqual([['transfers', '30 (1) (e)', true]])
    expect(articleOf('safeguards', { transfers: 'yes' })).toEqual([['safeguards', '30 (1) (e)', true]])
    expect(articleOf('storageTime')).toEqual([['storageTime', '30 (1) (f)', false]])
    expect(articleOf('deletionRoutine')).toEqual([['deletionRoutine', '5 (1) (e)', false]])
    expect(articleOf('securityMeasures')).toEqual([['securityMeasures', '30 (1) (g)', false]])
    expect(articleOf('unit')).toEqual([['unit', '24', true]])
  })

  it('S2-59 without a routine for deletion it is incomplete, and whoever keeps it is reminded', () => {
    const bare = { deletionRoutine: null }
    expect(gapsOf({ ...whole, ...bare }).map(({ field }) => field)).toEqual(['deletionRoutine'])
    const tasks = (over: Partial<Processing['values']>) => dueTasks(record(over), {}, 'leader', plain, now)
    expect(tasks({ ...bare, status: 'approved' })).toMatchObject([{ kind: 'processing.deletionRoutine', personId: 'leader' }])
    expect(tasks({ status: 'approved' })).toEqual([])
    expect(tasks({ ...bare, status: 'ended' })).toEqual([])
  })

  it('S4-007 there is a basis, and authority in law names its provision; consent does not', () => {
    expect(gapsOf({ ...whole, basis: [] }).map(({ field }) => field)).toEqual(['basis'])
    for (const basis of ['publicTask', 'legalObligation'] as const)
      expect(gapsOf({ ...whole, basis: [basis], lawReference: null }).map(({ field }) => field)).toEqual(['lawReference'])
    expect(gapsOf({ ...whole, basis: ['consent'], lawReference: null })).toEqual([])
    expect(bases.slice(0, 3)).toEqual(['publicTask', 'legalObligation', 'consent'])
    expect(approveProcessing(record({ basis: [] }), head, now, plain)).toMatchObject({ ok: false, why: 'answersMissing' })
    expect(approveProcessing(record({ lawReference: null }), head, now, plain)).toMatchObject({ ok: false, why: 'answersMissing' })
  })

  it('S2-26 each of the sensitive kinds of the older law makes an activity sensitive, and asks for its own basis', () => {
    // What the law of 2000 § 2 no. 8 called sensitive, in its order (a) to (e): special categories today, or criminal matters.
    for (const kind of ['ethnicity', 'politics', 'religion', 'criminal', 'health', 'sexuality', 'union'] as const) {
      expect([kind, isSensitive({ dataKinds: ['name', kind] })]).toEqual([kind, true])
      const asks = gapsOf({ ...whole, dataKinds: [kind] }).map(({ field }) => field)
      expect([kind, asks]).toEqual([kind, [kind === 'criminal' ? 'specialReference' : 'specialBasis']])
    }
    expect(isSensitive({ dataKinds: ['name', 'nationalId', 'grades'] })).toBe(false)
  })

  it('a processor is asked for whom it processes, and not for a basis or recipients of its own', () => {
    const asProcessor: Answers = { ...whole, ourRole: 'processor', basis: [], lawReference: null, recipients: null, storageTime: null }
    expect(gapsOf(asProcessor).map(({ field }) => field)).toEqual(['jointControllers'])
    expect(gapsOf({ ...asProcessor, jointControllers: 'En kommune' })).toEqual([])
  })

  it('S2-18 the five kinds of use of the older law, and others, may all be chosen together', () => {
    expect(kindsOfUse).toEqual(expect.arrayContaining(['collection', 'registration', 'compilation', 'storage', 'disclosure']))
    const outcome = addProcessing('a', { ...blank, kindsOfUse: [...kindsOfUse] }, dpo, now)
    expect(outcome).toMatchObject({ ok: true, next: { values: { kindsOfUse: [...kindsOfUse] } } })
  })
})

describe('the notification', () => {
  it('S2-15 thirty days before the start is in time to the day, and each day after is a day late', () => {
    expect(latestNotice('2026-04-01')).toBe('2026-03-02')
    expect(daysLate('2026-04-01', '2026-03-02')).toBe(0)
    expect(daysLate('2026-04-11', '2026-03-02')).toBe(0)
    expect(daysLate('2026-03-22', '2026-03-02')).toBe(10)
    expect(daysLate('2026-03-31', '2026-03-02')).toBe(1)
    // Over the night the clocks are set, a day is a day.
    expect(daysLate('2026-04-20', '2026-03-30')).toBe(9)
  })

  it('S2-15 a late one says why; one in time needs no reason, and keeps none', () => {
    const in20 = record({ startsOn: '2026-03-22' })
    expect(notifyProcessing(in20, null, head, now)).toEqual({ ok: false, why: 'lateReasonMissing', fields: ['lateReason'] })
    expect(notifyProcessing(in20, 'Ny lov', head, now)).toMatchObject({
      ok: true,
      next: { values: { notifiedAt: now, lateReason: 'Ny lov', status: 'draft' } },
      events: [{ type: 'processing.notified', daysLate: 10 }],
    })
    const in40 = record({ startsOn: '2026-04-11' })
    expect(notifyProcessing(in40, null, head, now)).toMatchObject({ ok: true, events: [{ daysLate: 0 }] })
    expect(notifyProcessing(in40, 'Uten grunn', head, now)).toMatchObject({ ok: true, next: { values: { lateReason: null } } })
  })

  it('S2-23 research is not notified here, but to Sikt', () => {
    const research = record({ kind: 'research', startsOn: '2027-01-01' })
    expect(notifyProcessing(research, null, head, now)).toMatchObject({ ok: false, why: 'researchGoesElsewhere' })
  })

  it('asks for a start and a purpose', () => {
    expect(notifyProcessing(record({ startsOn: null }), null, head, now)).toMatchObject({ why: 'startMissing' })
    expect(notifyProcessing(record({ startsOn: '2027-01-01', purpose: null }), null, head, now)).toMatchObject({ why: 'purposeMissing' })
    expect(notifyProcessing(record({ startsOn: '2027-01-01' }), null, actor(['employee']), now)).toMatchObject({ why: 'notAllowed' })
    expect(notifyProcessing(record({ startsOn: '2027-01-01', status: 'ended' }), null, head, now)).toMatchObject({ why: 'notNow' })
  })

  it('S2-22 makes a task for the data protection officer, and research makes none', () => {
    const kinds = (over: Partial<Processing['values']>) =>
      dueTasks(record(over), {}, null, strict, now).map(({ kind, roles }) => [kind, roles])
    expect(kinds({ notifiedAt: now })).toEqual([['processing.read', ['dpo']]])
    expect(kinds({ notifiedAt: null })).toEqual([])
    expect(kinds({ kind: 'research' })).toEqual([])
    expect(kinds({ notifiedAt: now, status: 'approved' })).toEqual([])
    expect(kinds({ notifiedAt: now, status: 'changed' })).toEqual([['processing.read', ['dpo']]])
  })
})

describe('the permission', () => {
  const sensitive = record({ dataKinds: ['health'], specialBasis: ['g'], notifiedAt: now })
  it('S2-25 an administrative activity with sensitive data is approved only when the controller has permitted it', () => {
    expect(approveProcessing(sensitive, head, now, strict)).toMatchObject({ ok: false, why: 'permissionMissing' })
    expect(approveProcessing(sensitive, head, now, plain)).toMatchObject({ ok: true })
    expect(permitProcessing(sensitive, true, head, now)).toMatchObject({ why: 'notAllowed' })
    const granted = permitProcessing(sensitive, true, controller, now)
    expect(granted).toMatchObject({
      ok: true,
      next: { values: { permission: 'granted', permissionAt: now, permissionBy: 'me' } },
      events: [{ type: 'processing.permitted' }],
    })
    expect(granted.ok && approveProcessing(granted.next, head, now, strict)).toMatchObject({ ok: true })
    const refused = permitProcessing(sensitive, false, controller, now)
    expect(refused).toMatchObject({ ok: true, events: [{ type: 'processing.forbidden' }] })
    expect(refused.ok && approveProcessing(refused.next, head, now, strict)).toMatchObject({ why: 'permissionMissing' })
    expect(permitProcessing(record(), true, controller, now)).toMatchObject({ why: 'notNow' })
    expect(permitProcessing(record({ kind: 'research', dataKinds: ['health'] }), true, controller, now)).toMatchObject({ why: 'notNow' })
    expect(granted.ok && permitProcessing(granted.next, true, controller, now)).toMatchObject({ why: 'nothingChanged' })
  })

  it('falls with what it rested on, and stands when something else is edited', () => {
    const granted = record({ dataKinds: ['health'], specialBasis: ['g'], permission: 'granted', permissionAt: now, permissionBy: 'me' })
    expect(editProcessing(granted, { ...granted.values, purpose: 'Et annet' }, dpo, now)).toMatchObject({
      next: { values: { permission: null, permissionAt: null, permissionBy: null } },
    })
    expect(editProcessing(granted, { ...granted.values, recipients: 'Ingen andre' }, dpo, now)).toMatchObject({
      next: { values: { permission: 'granted', permissionBy: 'me' } },
    })
  })
})

describe('the approval', () => {
  it('S4-053 S2-47 needs a purpose, somebody responsible and a judgement of the security', () => {
    expect(approveProcessing(record(), head, now, plain)).toMatchObject({
      ok: true,
      next: { values: { status: 'approved', approvedAt: now, approvedBy: 'me' } },
      events: [{ type: 'processing.approved' }],
    })
    for (const gap of ['purpose', 'responsible', 'securityJudged'] as const)
      expect([gap, approveProcessing(record({ [gap]: null }), head, now, plain)]).toMatchObject([gap, { why: 'answersMissing' }])
    expect(approveProcessing(record({ securityJudged: 'notSatisfactory' }), head, now, plain)).toMatchObject({ why: 'notSecure' })
    expect(approveProcessing(record({ status: 'approved' }), head, now, plain)).toMatchObject({ why: 'notNow' })
  })

  it('S4-096 an activity that others carry out still has somebody responsible here', () => {
    expect(approveProcessing(record({ processors: 'Et driftsselskap', responsible: null }), head, now, plain)).toMatchObject({
      why: 'answersMissing',
    })
    expect(approveProcessing(record({ processors: 'Et driftsselskap' }), head, now, plain)).toMatchObject({ ok: true })
  })

  it('waits for the notification where the profile asks for one, and for none in research', () => {
    expect(approveProcessing(record(), head, now, strict)).toMatchObject({ why: 'notNotified' })
    expect(approveProcessing(record({ notifiedAt: now }), head, now, strict)).toMatchObject({ ok: true })
    expect(approveProcessing(record({ kind: 'research' }), head, now, strict)).toMatchObject({ ok: true })
  })

  it('what was approved is changed when an answer is, and is approved again', () => {
    const approved = record({ status: 'approved', touchedAt: new Date('2026-01-01T00:00:00Z') })
    const edited = editProcessing(approved, { ...approved.values, recipients: 'Lånekassen' }, dpo, now)
    expect(edited).toMatchObject({
      ok: true,
      next: { values: { status: 'changed', touchedAt: now } },
      events: [{ type: 'processing.edited', fields: ['recipients'] }],
    })
    expect(edited.ok && approveProcessing(edited.next, head, now, plain)).toMatchObject({ ok: true })
    expect(editProcessing(approved, approved.values, dpo, now)).toMatchObject({ why: 'nothingChanged' })
    expect(editProcessing(record({ status: 'ended' }), { ...approved.values, recipients: 'x' }, dpo, now)).toMatchObject({ why: 'notNow' })
  })
})

describe('what is refused when it is saved', () => {
  it('S2-49 special needs without a measure, its owner and its date', () => {
    const needs = (over: Partial<Answers>) => addProcessing('a', { ...blank, specialNeeds: 'yes', ...over }, dpo, now)
    const measure = { extendedMeasure: 'Eget nett', extendedOwner: 'r', extendedDue: '2026-06-01' }
    expect(needs({})).toEqual({ ok: false, why: 'measureMissing', fields: ['extendedMeasure', 'extendedOwner', 'extendedDue'] })
    for (const gap of Object.keys(measure))
      expect(needs({ ...measure, [gap]: null })).toMatchObject({ why: 'measureMissing', fields: [gap] })
    expect(needs(measure)).toMatchObject({ ok: true })
    expect(addProcessing('a', { ...blank, specialNeeds: 'no' }, dpo, now)).toMatchObject({
      ok: true,
      next: { values: { status: 'draft' } },
    })
  })

  it('S2-17 a licence on an activity that is new: it was given before 2018, and is entered on those that exist', () => {
    expect(addProcessing('a', { ...blank, priorApproval: 'licence' }, dpo, now)).toEqual({
      ok: false,
      why: 'licenceIsHistoric',
      fields: ['priorApproval'],
    })
    expect(editProcessing(record(), { ...whole, priorApproval: 'licence', priorApprovalUntil: '2026-03-20' }, dpo, now)).toMatchObject({
      ok: true,
    })
  })
})

describe('what is checked', () => {
  it('S4-092 six duties, each for itself; compliant only when all are answered with yes', () => {
    expect(duties).toHaveLength(6)
    expect(isCompliant(all(duties), duties)).toBe(true)
    for (const point of duties) {
      expect(isCompliant({ ...all(duties), [point]: undefined }, duties)).toBe(false)
      expect(isCompliant({ ...all(duties), [point]: check({ answer: 'no' }) }, duties)).toBe(false)
    }
  })

  it('S0-06 an activity is confirmed when all four sides of data quality are answered', () => {
    expect(confirmProcessing(record(), all(qualities), head, now)).toMatchObject({
      ok: true,
      next: { values: { touchedAt: now } },
      events: [{ type: 'processing.confirmed' }],
    })
    for (const point of qualities)
      expect(confirmProcessing(record(), { ...all(qualities), [point]: undefined }, head, now)).toMatchObject({ why: 'qualityOpen' })
    expect(confirmProcessing(record(), all(qualities), actor(['employee']), now)).toMatchObject({ why: 'notAllowed' })
    expect(confirmProcessing(record({ status: 'ended' }), all(qualities), head, now)).toMatchObject({ why: 'notNow' })
  })

  it('a no says what is done; the same answer twice is one', () => {
    expect(checkProcessing(record(), 'lawful', check({ answer: 'no' }), undefined, head)).toMatchObject({
      why: 'noteMissing',
      fields: ['note'],
    })
    expect(checkProcessing(record(), 'lawful', check({ answer: 'no', note: 'Rutine kommer' }), undefined, head)).toMatchObject({
      ok: true,
      events: [{ type: 'processing.checked', point: 'lawful' }],
    })
    expect(checkProcessing(record(), 'lawful', check(), check(), head)).toMatchObject({ why: 'nothingChanged' })
    expect(checkProcessing(record(), 'lawful', check({ answer: null }), undefined, head)).toMatchObject({
      why: 'incomplete',
      fields: ['answer'],
    })
    expect(checkProcessing(record(), 'lawful', check(), undefined, actor(['employee']))).toMatchObject({ why: 'notAllowed' })
    expect(checkProcessing(record({ status: 'ended' }), 'lawful', check(), undefined, head)).toMatchObject({ why: 'notNow' })
  })
})

test('an activity ends once, by whoever answers for it or keeps the record', () => {
  expect(endProcessing(record(), dpo, now)).toMatchObject({
    ok: true,
    next: { values: { status: 'ended' } },
    events: [{ type: 'processing.ended' }],
  })
  expect(endProcessing(record(), controller, now)).toMatchObject({ ok: true })
  expect(endProcessing(record(), actor(['employee']), now)).toMatchObject({ why: 'notAllowed' })
  expect(endProcessing(record({ status: 'ended' }), dpo, now)).toMatchObject({ why: 'nothingChanged' })
})

describe('what the clock makes due', () => {
  const nine = (day: string) => new Date(`${day}T09:00:00Z`)
  it('S2-20 stale after a year to the day, and never when it has ended', () => {
    expect(isStale(record(), nine('2027-03-01'))).toBe(false)
    expect(isStale(record(), nine('2027-03-02'))).toBe(true)
    expect(isStale(record({ status: 'ended' }), nine('2028-03-02'))).toBe(false)
    const [task, ...others] = dueTasks(record(), {}, 'leader', plain, nine('2027-04-02'))
    expect(task).toMatchObject({ kind: 'processing.review', personId: 'leader', dueAt: new Date('2027-03-01T23:00:00Z') })
    expect(others).toEqual([])
    expect(dueTasks(record(), {}, 'leader', plain, nine('2027-03-01'))).toEqual([])
  })

  it('S0-06 a review of data quality becomes a task a month before it is due, for whoever follows it up', () => {
    const checks = { correct: check({ dueOn: '2026-06-01', responsible: 'q' }) }
    expect(dueTasks(record(), checks, 'leader', plain, nine('2026-05-01'))).toEqual([])
    expect(dueTasks(record(), checks, 'leader', plain, nine('2026-05-02'))).toMatchObject([
      { kind: 'processing.quality', key: 'correct', personId: 'q', dueAt: new Date('2026-06-01T22:00:00Z') },
    ])
    const nobody = { correct: check({ dueOn: '2026-06-01' }) }
    expect(dueTasks(record(), nobody, 'leader', plain, nine('2026-06-01'))).toMatchObject([{ personId: 'leader' }])
    expect(dueTasks(record(), nobody, null, plain, nine('2026-06-01'))).toMatchObject([{ personId: 'r' }])
  })

  it('S2-17 the end of a licence is told a month before', () => {
    const licensed = record({ priorApproval: 'licence', priorApprovalUntil: '2026-06-01' })
    expect(dueTasks(licensed, {}, 'leader', plain, nine('2026-05-01'))).toEqual([])
    expect(dueTasks(licensed, {}, 'leader', plain, nine('2026-05-02'))).toMatchObject([
      { kind: 'processing.priorApproval', personId: 'leader' },
    ])
    expect(dueTasks({ ...licensed, values: { ...licensed.values, status: 'ended' } }, {}, 'leader', plain, nine('2026-05-02'))).toEqual([])
  })

  it('S2-25 the controller is asked for permission once it is notified', () => {
    const sensitive = { dataKinds: ['health'] as const, notifiedAt: now }
    const kinds = (over: Partial<Processing['values']>) =>
      dueTasks(record({ ...sensitive, ...over }), {}, null, strict, now).map(({ kind }) => kind)
    expect(kinds({})).toEqual(['processing.read', 'processing.permit'])
    expect(kinds({ permission: 'granted' })).toEqual(['processing.read'])
    expect(kinds({ notifiedAt: null })).toEqual([])
    expect(dueTasks(record(sensitive), {}, null, plain, now).map(({ kind }) => kind)).toEqual(['processing.read'])
  })
})

it('S2-20 the steps are done as they are drawn, from each status and by each part', () => {
  const players = { writer: actor([], { personId: 'r' }), controller, approver: actor([], { personId: 'x' }) }
  const at = (status: Processing['values']['status']) => record({ status, dataKinds: ['name', 'health'], startsOn: '2026-06-01' })
  const edited = (status: Processing['values']['status'], part: keyof typeof players) =>
    editProcessing(at(status), { ...at(status).values, name: 'Nytt' }, players[part], now)
  const found = differing(
    workflow,
    processingStatuses,
    ['writer', 'controller', 'approver'],
    {
      edit: (status, part) => (status === 'approved' ? refuse('notNow') : edited(status, part)),
      editApproved: (status, part) => (status === 'approved' ? edited(status, part) : refuse('notNow')),
      notify: (status, part) => notifyProcessing(at(status), null, players[part], now),
      permit: (status, part) => permitProcessing(at(status), true, players[part], now),
      // Who approves is asked by the approvals.
      approve: (status, part) =>
        part === 'approver' ? approveProcessing(record({ status }), players[part], now, plain) : refuse('notAllowed'),
      confirm: (status, part) => confirmProcessing(at(status), all(qualities), players[part], now),
      check: (status, part) => checkProcessing(at(status), qualities[0], check(), undefined, players[part]),
      end: (status, part) => endProcessing(at(status), players[part], now),
    },
    ({ values }) => values.status,
  )
  expect(found).toEqual([])
})
const processingStatuses = standingFields.status.of
