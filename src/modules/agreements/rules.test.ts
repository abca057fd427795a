import { describe, expect, it } from 'vitest'
import type { Actor, Role } from '../../kernel/actor.ts'
import { emptyValues } from '../../kernel/fields.ts'
import type { Agreement, Answers, Audit, SubProcessor } from './agreement.ts'
import { wholeAnswers } from './factory-answers.ts'
import { agreementFields, auditFields, standingFields, subProcessorFields } from './fields.ts'
import { coverageOf, gapsOf, notChosen } from './gaps.ts'
import { mayAdd, mayEdit, seesMissing } from './permissions.ts'
import {
  addAgreement,
  confirmData,
  dataOpen,
  editAgreement,
  endAgreement,
  enterAgreement,
  nextAudit,
  objectBy,
  removeSubProcessor,
  renewAgreement,
  replaceAgreement,
  saveAudit,
  saveSubProcessor,
  signAgreement,
  withdrawSignature,
} from './rules.ts'
import { dueTasks } from './tasks.ts'

const now = new Date('2026-03-02T08:00:00Z')
const actor = (roles: readonly Role[], more: Partial<Actor> = {}): Actor => ({
  ...{ personId: 'me', organisationId: 'o', roles, unitId: null, leads: [], profileVersion: 1 },
  ...more,
})
const dpo = actor(['dpo'])
const blank: Answers = { ...emptyValues(agreementFields), name: 'Avtalen', ourRole: 'controller', supplier: 's', unit: 'u' }
const whole: Answers = { ...blank, ...wholeAnswers }
const both = { ourSignatory: 'Vi', ourSignedOn: '2026-02-01', theirSignatory: 'De', theirSignedOn: '2026-02-03' } as const
const record = (over: Partial<Agreement['values']> = {}): Agreement => ({
  id: 'a',
  version: 3,
  values: { ...emptyValues(standingFields), ...whole, status: 'draft', ...over },
})
const running = (over: Partial<Agreement['values']> = {}) => record({ ...both, status: 'inForce', inForceOn: '2026-02-03', ...over })
const signature = { signatory: 'Direktør', signedOn: '2026-02-01' }
const audit = (over: Partial<Audit['values']> = {}): Audit['values'] => ({
  ...emptyValues(auditFields),
  plannedOn: '2026-03-20',
  ...over,
})
const sub = (over: Partial<SubProcessor['values']> = {}): SubProcessor['values'] => ({
  ...emptyValues(subProcessorFields),
  ...{ name: 'Under AS', country: 'Irland', inEea: 'yes' },
  ...over,
})

describe('who keeps an agreement', () => {
  it('whoever follows it up, the head of its unit, Procurement, the controller and those who keep the record', () => {
    for (const role of ['dpo', 'gdprUnit', 'procurement', 'controller', 'privacyContact'] as const)
      expect([role, mayEdit(record(), actor([role])), mayAdd(actor([role]))]).toEqual([role, true, true])
    expect(mayEdit(record({ responsible: 'me' }), actor(['employee']))).toBe(true)
    expect(mayEdit(record(), actor(['leader'], { leads: ['u'] }))).toBe(true)
    expect(mayEdit(record(), actor(['leader'], { leads: ['another'] }))).toBe(false)
    expect(mayEdit(record(), actor(['employee', 'auditor']))).toBe(false)
    // Whoever registered it, while it is a draft, in whatever unit they have put it.
    const own = (status: 'draft' | 'inForce' | 'ended') =>
      mayEdit(record({ status, registeredBy: 'me', unit: null }), actor(['systemOwner']))
    expect([own('draft'), own('inForce'), own('ended')]).toEqual([true, false, false])
    expect(addAgreement('a', blank, actor(['systemOwner']))).toMatchObject({ next: { values: { registeredBy: 'me' } } })
    expect([seesMissing(actor(['auditor'])), seesMissing(actor(['employee']))]).toEqual([true, false])
  })
  it('no deed is open to those who do not keep it', () => {
    const other = actor(['employee'])
    for (const outcome of [
      addAgreement('a', blank, other),
      editAgreement(record(), { ...whole, purpose: 'x' }, other),
      signAgreement(record(), 'ours', signature, other, now),
      withdrawSignature(record(both), 'ours', other),
      enterAgreement(record(both), other, now),
      endAgreement(running(), { endedOn: '2026-03-01', endReason: 'terminated' }, other, now),
      confirmData(running({ status: 'ended' }), { dataAtEnd: 'deleted', dataAtEndOn: '2026-03-01', dataAtEndNote: null }, other, now),
      renewAgreement(running(), 'b', 'Ny', other),
      saveSubProcessor(record({ subProcessing: 'general' }), sub(), undefined, other, now),
      removeSubProcessor(record(), sub(), other),
      saveAudit(running(), audit(), undefined, other, now),
    ])
      expect(outcome).toMatchObject({ ok: false, why: 'notAllowed' })
  })
})

describe('what the law asks of an agreement', () => {
  const blocking = (values: Answers) => gapsOf(values).flatMap(({ field, blocks }) => (blocks ? [field] : []))
  it('an empty one lacks every point, each with its article', () => {
    expect(gapsOf({ ...blank, supplier: null }).map(({ field, article }) => `${article} ${field}`)).toEqual([
      '28 (3) supplier',
      '28 (1) conclusion',
      '28 (1) assessedOn',
      '28 (2) subProcessing',
      '28 (3) purpose',
      '28 (3) nature',
      '28 (3) dataSubjects',
      '28 (3) dataKinds',
      '28 (3) duration',
      '28 (3) (a) instructions',
      '28 (3) (a) transfers',
      '28 (3) (c), 32 securityMeasures',
      '28 (3) (g) atEnd',
      '33 (2) noticeHours',
      '28 (3) (b) confidentiality',
      '28 (3) (e) assistsRights',
      '28 (3) (f) assistsSecurity',
      '28 (3) (h) auditRight',
      '28 (3) warnsUnlawful',
      '30 (1) processings',
      '24 responsible',
    ])
    expect(blocking(whole)).toEqual([])
  })
  it('a no is no promise', () => {
    for (const field of ['confidentiality', 'assistsRights', 'assistsSecurity', 'auditRight', 'warnsUnlawful'] as const)
      expect([field, blocking({ ...whole, [field]: 'no' })]).toEqual([field, [field]])
  })
  it('sub-processors bring the same duties with them, and a general authorisation says how early we are told', () => {
    expect(blocking({ ...whole, subProcessing: 'specific' })).toEqual(['subProcessorDuties'])
    expect(blocking({ ...whole, subProcessing: 'general', subProcessorDuties: 'yes' })).toEqual(['subProcessorNoticeDays'])
    expect(blocking({ ...whole, transfers: 'yes' })).toEqual(['transferBasis'])
  })
  it('as processor we name whom we process for, and assess nobody', () => {
    const processor = { ...whole, ourRole: 'processor', supplier: null, otherParty: null, conclusion: null, assessedOn: null } as const
    expect(blocking(processor)).toEqual(['otherParty'])
    expect(addAgreement('a', { ...processor, supplier: 's' }, dpo)).toMatchObject({ ok: false, why: 'supplierIsForController' })
    expect(addAgreement('a', { ...whole, otherParty: 'Nabokommunen' }, dpo)).toMatchObject({ ok: false, why: 'otherIsForProcessor' })
    expect(addAgreement('a', { ...whole, conclusion: 'conditions' }, dpo)).toMatchObject({ ok: false, fields: ['conditions'] })
  })
})

describe('signed and in force', () => {
  it('S2-43 one signature is not in force; two are', () => {
    for (const party of ['ours', 'theirs'] as const) {
      const one = signAgreement(record(), party, signature, dpo, now)
      if (!one.ok) throw new Error(one.why)
      expect(one.next.values.status).toBe('draft')
      expect(enterAgreement(one.next, dpo, now)).toMatchObject({ ok: false, why: 'signatureMissing' })
      const other = signAgreement(one.next, party === 'ours' ? 'theirs' : 'ours', { ...signature, signedOn: '2026-02-20' }, dpo, now)
      if (!other.ok) throw new Error(other.why)
      expect(enterAgreement(other.next, dpo, now)).toMatchObject({
        ok: true,
        next: { values: { status: 'inForce', inForceOn: '2026-02-20' } },
      })
    }
  })
  it('S4-095 in force asks for an assessment of the processor, and for one that says it may be used', () => {
    for (const missing of [{ conclusion: null }, { assessedOn: null }])
      expect(enterAgreement(record({ ...both, ...missing }), dpo, now)).toMatchObject({ ok: false, why: 'assessmentMissing' })
    expect(enterAgreement(record({ ...both, conclusion: 'unsound' }), dpo, now)).toMatchObject({ ok: false, why: 'notSound' })
    expect(enterAgreement(record({ ...both, conclusion: 'conditions', conditions: 'Logg' }), dpo, now)).toMatchObject({ ok: true })
    expect(enterAgreement(record(both), dpo, now)).toMatchObject({ ok: true })
    expect(enterAgreement(record({ ...both, endsOn: '2026-03-01' }), dpo, now)).toMatchObject({ why: 'endPassed', fields: ['endsOn'] })
    expect(enterAgreement(record({ ...both, endsOn: '2026-03-02' }), dpo, now)).toMatchObject({ ok: true })
  })
  it('S4-109 without the right of access and audit it is neither signed nor in force', () => {
    for (const auditRight of [null, 'no'] as const) {
      expect(signAgreement(record({ auditRight }), 'ours', signature, dpo, now)).toMatchObject({ ok: false, why: 'answersMissing' })
      expect(enterAgreement(record({ ...both, auditRight }), dpo, now)).toMatchObject({ ok: false, why: 'answersMissing' })
    }
  })
  it('a signature says who and when, is not of tomorrow, and stands until it is withdrawn', () => {
    expect(signAgreement(record(), 'ours', { ...signature, signatory: null }, dpo, now)).toMatchObject({ why: 'incomplete' })
    expect(signAgreement(record(), 'ours', { ...signature, signedOn: '2026-03-03' }, dpo, now)).toMatchObject({ why: 'signedLater' })
    expect(signAgreement(record(), 'ours', { ...signature, signedOn: '2026-03-02' }, dpo, now)).toMatchObject({ ok: true })
    const signed = record({ ourSignatory: 'Direktør', ourSignedOn: '2026-02-01' })
    expect(signAgreement(signed, 'ours', signature, dpo, now)).toMatchObject({ why: 'nothingChanged' })
    expect(signAgreement(signed, 'ours', { ...signature, signatory: 'Rektor' }, dpo, now)).toMatchObject({ why: 'signedAlready' })
    expect(withdrawSignature(signed, 'ours', dpo)).toMatchObject({ ok: true, next: { values: { ourSignedOn: null, ourSignatory: null } } })
    expect(withdrawSignature(signed, 'theirs', dpo)).toMatchObject({ why: 'nothingChanged' })
    expect(signAgreement(running(), 'ours', signature, dpo, now)).toMatchObject({ why: 'notNow' })
  })
  it('a signature falls when what was signed is changed, and with no other change', () => {
    const signed = record({ ourSignatory: 'Direktør', ourSignedOn: '2026-02-01' })
    const { archiveReference: _, ...rest } = whole
    expect(editAgreement(signed, { ...rest, archiveReference: '26/1' }, dpo)).toMatchObject({
      ok: true,
      next: { values: { ourSignedOn: '2026-02-01' } },
    })
    expect(editAgreement(signed, { ...whole, purpose: 'Noe annet' }, dpo)).toMatchObject({
      ok: true,
      next: { values: { ourSignedOn: null } },
      events: [{ type: 'agreement.edited', fields: ['purpose'] }, { type: 'agreement.signaturesFell' }],
    })
    const chained = { subProcessing: 'general', ourSignatory: 'Direktør', ourSignedOn: '2026-02-01' } as const
    expect(saveSubProcessor(record(chained), sub(), undefined, dpo, now)).toMatchObject({
      ok: true,
      next: { values: { ourSignedOn: null } },
    })
    expect(removeSubProcessor(record(chained), sub(), dpo)).toMatchObject({ ok: true, next: { values: { ourSignedOn: null } } })
  })
  it('what is in force is not changed but in how we look after it: it is renewed', () => {
    expect(editAgreement(running(), { ...whole, noticeHours: 48 }, dpo)).toMatchObject({ why: 'signedStands', fields: ['noticeHours'] })
    expect(editAgreement(running(), { ...whole, archiveReference: '26/1' }, dpo)).toMatchObject({ ok: true })
  })

  it('S4-095 what is in force keeps an assessment: another takes its place, and none does not', () => {
    for (const name of ['conclusion', 'assessedOn'] as const)
      expect(editAgreement(running(), { ...whole, [name]: null }, dpo)).toMatchObject({ why: 'assessmentStands', fields: [name] })
    expect(editAgreement(record(), { ...whole, conclusion: null }, dpo)).toMatchObject({ ok: true })
    expect(editAgreement(running(), { ...whole, assessedOn: '2026-02-20', conclusion: 'unsound' }, dpo)).toMatchObject({ ok: true })
    const renewed = renewAgreement(running({ endsOn: '2026-04-01', archiveReference: '25/9' }), 'b', 'Avtalen 2026', dpo)
    expect(renewed).toMatchObject({
      ok: true,
      next: {
        id: 'b',
        values: {
          name: 'Avtalen 2026',
          status: 'draft',
          replaces: 'a',
          ourSignedOn: null,
          endsOn: null,
          archiveReference: null,
          noticeHours: 24,
        },
      },
    })
    expect(renewAgreement(record(), 'b', 'Ny', dpo)).toMatchObject({ why: 'notNow' })
    expect(replaceAgreement(running(), whole as Agreement['values'], now)).toMatchObject({
      next: { values: { status: 'ended', endReason: 'replaced' } },
      events: [{ type: 'agreement.replaced' }],
    })
    // Another party: the first has the data still.
    const other = { ...whole, supplier: 'another' } as Agreement['values']
    const ended = replaceAgreement(running(), other, now)
    expect(ended).toMatchObject({ next: { values: { endReason: 'serviceEnded' } }, events: [{ type: 'agreement.ended' }] })
    expect(ended.ok && dataOpen(ended.next.values)).toBe(true)
    expect(replaceAgreement(record(), other, now)).toMatchObject({ why: 'notNow' })
  })
})

it('S2-41 what a text names beside the chosen suppliers is named too, and the chosen are not named twice', () => {
  expect(notChosen('Visma AS, Acme og Posten', ['visma as'])).toBe('Acme, Posten')
  expect(notChosen('Visma AS.', ['Visma AS'])).toBe('')
  expect(notChosen('Et firma, og noen til', [])).toBe('Et firma, og noen til')
})

describe('ended', () => {
  const ending = { endedOn: '2026-03-01', endReason: 'terminated' } as const
  it('on a day that has been, and not before it was in force', () => {
    expect(endAgreement(running(), ending, dpo, now)).toMatchObject({ ok: true, next: { values: { status: 'ended', ...ending } } })
    expect(endAgreement(running(), { ...ending, endedOn: '2026-03-03' }, dpo, now)).toMatchObject({ why: 'endedLater' })
    expect(endAgreement(running(), { ...ending, endedOn: '2026-02-02' }, dpo, now)).toMatchObject({ why: 'endedFirst' })
    expect(endAgreement(running(), { ...ending, endReason: null }, dpo, now)).toMatchObject({ why: 'incomplete', fields: ['endReason'] })
    expect(endAgreement(running(), ending, dpo, now)).toMatchObject({ events: [{ fields: ['status'] }] })
    const draft = endAgreement(running({ status: 'draft', inForceOn: null }), ending, dpo, now)
    expect(draft).toMatchObject({ ok: true, events: [{ type: 'agreement.ended', fields: [] }] })
    expect(endAgreement(running({ status: 'ended' }), ending, dpo, now)).toMatchObject({ why: 'notNow' })
  })
  it('what became of the data is asked until it is confirmed, unless another took its place', () => {
    const ended = running({ status: 'ended', ...ending })
    expect(dataOpen(ended.values)).toBe(true)
    expect(dataOpen({ ...ended.values, endReason: 'replaced' })).toBe(false)
    expect(dataOpen({ ...ended.values, inForceOn: null })).toBe(false)
    const data = { dataAtEnd: 'deleted', dataAtEndOn: '2026-03-02', dataAtEndNote: null } as const
    const confirmed = confirmData(ended, data, dpo, now)
    if (!confirmed.ok) throw new Error(confirmed.why)
    expect(dataOpen(confirmed.next.values)).toBe(false)
    expect(confirmData(confirmed.next, data, dpo, now)).toMatchObject({ why: 'nothingChanged' })
    expect(confirmData(ended, { ...data, dataAtEndOn: '2026-03-03' }, dpo, now)).toMatchObject({ why: 'confirmedLater' })
    expect(confirmData(running(), data, dpo, now)).toMatchObject({ why: 'notNow' })
  })
})

describe('sub-processors and audits', () => {
  const chained = record({ subProcessing: 'general' })
  it('a sub-processor outside the EEA says what the transfer rests on', () => {
    expect(saveSubProcessor(chained, sub({ country: 'India', inEea: 'no' }), undefined, dpo, now)).toMatchObject({
      fields: ['transferBasis'],
    })
    expect(
      saveSubProcessor(chained, sub({ country: 'India', inEea: 'no', transferBasis: 'standardClauses' }), undefined, dpo, now).ok,
    ).toBe(true)
    expect(saveSubProcessor(chained, sub(), sub(), dpo, now)).toMatchObject({ why: 'nothingChanged' })
    expect(saveSubProcessor(record(), sub(), undefined, dpo, now)).toMatchObject({ why: 'noSubProcessors' })
    expect(removeSubProcessor(chained, undefined, dpo)).toMatchObject({ why: 'nothingChanged' })
  })
  it('S4-109 an audit is planned, then held with what was found; the next follows by the interval', () => {
    expect(saveAudit(running(), audit(), undefined, dpo, now)).toMatchObject({ events: [{ type: 'agreement.auditPlanned' }] })
    expect(saveAudit(running(), audit({ heldOn: '2026-03-01' }), audit(), dpo, now)).toMatchObject({ fields: ['finding'] })
    expect(saveAudit(running(), audit({ heldOn: '2026-03-03', finding: 'x' }), audit(), dpo, now)).toMatchObject({ why: 'heldLater' })
    const held = audit({ heldOn: '2026-03-01', finding: 'I orden' })
    expect(saveAudit(running(), held, audit(), dpo, now)).toMatchObject({ events: [{ type: 'agreement.auditHeld' }] })
    expect(nextAudit(running({ auditEveryMonths: 12 }), held, audit(), [])).toMatchObject({ plannedOn: '2027-03-01', heldOn: null })
    expect(nextAudit(running(), held, audit(), [])).toBeNull()
    expect(nextAudit(running({ auditEveryMonths: 12 }), held, held, [])).toBeNull()
    expect(nextAudit(running({ auditEveryMonths: 12 }), held, audit(), [{ id: 'x', values: audit() }])).toBeNull()
  })
})

describe('what an agreement covers', () => {
  const one = (over: Partial<Parameters<typeof coverageOf>[0][number]> = {}) => ({
    ...{ status: 'inForce' as const, endsOn: null, covers: true },
    ...over,
  })
  it.each([
    [[], 'missing'],
    [[one()], 'covered'],
    [[one({ covers: false })], 'notCovered'],
    [[one({ covers: false }), one()], 'covered'],
    [[one({ status: 'draft' })], 'draft'],
    [[one({ status: 'ended' })], 'missing'],
    [[one({ endsOn: '2026-03-02' })], 'covered'],
    [[one({ endsOn: '2026-03-01' })], 'expired'],
    [[one({ endsOn: '2026-03-01' }), one({ status: 'draft' })], 'draft'],
  ] as const)('S2-42 %j is %s', (agreements, coverage) => {
    expect(coverageOf(agreements, '2026-03-02')).toBe(coverage)
  })
})

describe('tasks', () => {
  const kinds = (over: Partial<Agreement['values']>, audits: readonly Audit[] = [], head: string | null = null) =>
    dueTasks(record(over), [], audits, head, now).map(({ kind }) => kind.replace('agreement.', ''))
  const inForce = { ...both, status: 'inForce', archiveReference: '26/1' } as const
  it('S4-112 in force without an archive reference is a task', () => {
    expect(kinds({ ...inForce, archiveReference: null })).toEqual(['archive'])
    expect(kinds(inForce)).toEqual([])
    expect(kinds({ archiveReference: null })).toEqual([])
  })
  it('S4-121 one that runs out is a task ninety days before, with a reminder two weeks before', () => {
    expect(kinds({ ...inForce, endsOn: '2026-05-31' })).toEqual(['ends'])
    expect(kinds({ ...inForce, endsOn: '2026-06-01' })).toEqual([])
    const [task] = dueTasks(record({ ...inForce, endsOn: '2026-05-31', responsible: 'r' }), [], [], 'head', now)
    expect(task).toMatchObject({ personId: 'r', remindAtHoursLeft: [336, 72], dueAt: new Date('2026-05-31T22:00:00Z') })
  })
  it('S4-109 an audit that is planned within a month is a task of its own until it is held', () => {
    const planned = { id: 'k', values: audit({ plannedOn: '2026-04-01' }) }
    expect(dueTasks(record(inForce), [], [planned], 'head', now)).toMatchObject([{ kind: 'agreement.audit', key: 'k', personId: 'head' }])
    expect(kinds(inForce, [{ id: 'k', values: audit({ plannedOn: '2026-04-02' }) }])).toEqual([])
    expect(kinds(inForce, [{ id: 'k', values: audit({ plannedOn: '2026-03-01', heldOn: '2026-03-01' }) }])).toEqual([])
  })
  it('ended: only what became of the data', () => {
    const ended = { ...inForce, status: 'ended', inForceOn: '2026-02-01', endedOn: '2026-03-01', endReason: 'terminated' } as const
    expect(kinds(ended, [{ id: 'k', values: audit() }])).toEqual(['data'])
    expect(kinds({ ...ended, dataAtEndOn: '2026-03-02' })).toEqual([])
  })
})

describe('the clock for objecting to a new sub-processor (Article 28(2))', () => {
  const general = { subProcessing: 'general', subProcessorNoticeDays: 30 } as const
  const told = (over: Partial<SubProcessor['values']> = {}) => ({ id: 'l', values: sub({ noticedOn: '2026-02-20', ...over }) })
  it('runs for the days of the agreement from the notice, under a general authorisation alone', () => {
    expect(objectBy(general, { noticedOn: '2026-02-20' })).toBe('2026-03-22')
    expect(objectBy({ ...general, subProcessing: 'specific' }, { noticedOn: '2026-02-20' })).toBeNull()
    expect(objectBy({ ...general, subProcessorNoticeDays: null }, { noticedOn: '2026-02-20' })).toBeNull()
    expect(objectBy(general, { noticedOn: null })).toBeNull()
  })
  it('is a task of whoever follows the agreement up until we have answered, each of them its own', () => {
    const due = (line: ReturnType<typeof told>, over: Partial<Agreement['values']> = {}) =>
      dueTasks(running({ ...general, archiveReference: 'x', responsible: 'r', ...over }), [line], [], 'head', now)
    expect(due(told())).toMatchObject([{ kind: 'agreement.object', key: 'l', personId: 'r', dueAt: new Date('2026-03-22T23:00:00Z') }])
    expect(due(told({ answer: 'accepted', answeredOn: '2026-02-21' }))).toEqual([])
    expect(due(told({ noticedOn: null }))).toEqual([])
    expect(due(told(), { status: 'draft' })).toEqual([])
  })
  it('no answer comes before the notice or from the future, and an objection says what it is about', () => {
    const why = (over: Partial<SubProcessor['values']>) => {
      const outcome = saveSubProcessor(running(general), sub(over), undefined, dpo, now)
      return outcome.ok ? 'ok' : outcome.why
    }
    expect(why({ noticedOn: '2026-03-03' })).toBe('noticedLater')
    expect(why({ answer: 'accepted', answeredOn: '2026-02-21' })).toBe('noticeMissing')
    expect(why({ noticedOn: '2026-02-20', answer: 'accepted' })).toBe('answerDayMissing')
    expect(why({ noticedOn: '2026-02-20', answer: 'accepted', answeredOn: '2026-02-19' })).toBe('answeredOff')
    expect(why({ noticedOn: '2026-02-20', answer: 'objected', answeredOn: '2026-02-21' })).toBe('objectionMissing')
    expect(why({ noticedOn: '2026-02-20', answer: 'objected', answeredOn: '2026-02-21', objection: 'Landet' })).toBe('ok')
  })
})

describe('who may begin one, and who sees what is missing', () => {
  it.each<[string, Actor, boolean, boolean]>([
    ['a leader by role', actor(['leader']), true, true],
    ['a system owner', actor(['systemOwner']), true, true],
    ['who leads a unit', actor(['employee'], { leads: ['u'] }), true, true],
    ['top management', actor(['managementGroup']), false, true],
    ['the auditor', actor(['auditor']), false, true],
    ['an employee', actor(['employee']), false, false],
  ])('S2-42 %s', (_, who, adds, sees) => {
    expect([mayAdd(who), seesMissing(who)]).toEqual([adds, sees])
  })
  it('one that belongs to no unit is nobody’s by leading', () => {
    expect(mayEdit(record({ unit: null }), actor(['leader'], { leads: ['u'] }))).toBe(false)
  })
})

const said = (outcome: ReturnType<typeof addAgreement>) =>
  outcome.ok ? outcome.events.map(({ type }) => type).join(' ') : [outcome.why, ...outcome.fields].join(' ')
const tomorrow = '2026-03-03'
const today = '2026-03-02'

describe('what an answer that is refused is blamed on', () => {
  const bare = { ...blank, supplier: null, ourRole: 'processor', otherParty: 'Nabokommunen' } as const
  it.each<[string, Answers, string]>([
    ['as processor with a supplier', { ...bare, supplier: 's' }, 'supplierIsForController supplier'],
    ['as processor with whom we process for', bare, 'agreement.added'],
    ['as controller with another party', { ...blank, otherParty: 'Nabokommunen' }, 'otherIsForProcessor otherParty'],
    ['on conditions that are not said', { ...blank, conclusion: 'conditions' }, 'conditionsMissing conditions'],
    ['on conditions that are said', { ...blank, conclusion: 'conditions', conditions: 'Logg' }, 'agreement.added'],
  ])('S4-095 %s', (_, answers, expected) => {
    expect(said(addAgreement('a', answers, dpo))).toBe(expected)
  })
  it('what somebody may not edit is not told of, and what is unchanged is nothing', () => {
    expect(said(editAgreement(running(), { ...whole, noticeHours: 48 }, actor(['employee'])))).toBe('notAllowed')
    expect(said(editAgreement(record(), whole, dpo))).toBe('nothingChanged')
  })
  it('S4-095 in force, other answers of the follow-up may be emptied', () => {
    const kept = running({ archiveReference: '26/1' })
    expect(said(editAgreement(kept, { ...whole, archiveReference: null }, dpo))).toBe('agreement.edited')
  })
})

describe('a signature', () => {
  it.each<[string, Partial<Agreement['values']>, Partial<typeof signature>, string]>([
    ['of tomorrow', {}, { signedOn: tomorrow }, 'signedLater signedOn'],
    ['where another stands', { ourSignatory: 'Rektor', ourSignedOn: '2026-02-01' }, {}, 'signedAlready signatory'],
    ['of today', {}, { signedOn: today }, 'agreement.signed'],
  ])('S2-43 %s', (_, stands, over, expected) => {
    expect(said(signAgreement(record(stands), 'ours', { ...signature, ...over }, dpo, now))).toBe(expected)
  })
  it('S2-43 says which party it is of, and so does taking it back', () => {
    expect(signAgreement(record(), 'theirs', signature, dpo, now)).toMatchObject({
      events: [{ type: 'agreement.signed', party: 'theirs' }],
    })
    expect(withdrawSignature(record(both), 'theirs', dpo)).toMatchObject({
      events: [{ type: 'agreement.signatureWithdrawn', party: 'theirs' }],
      next: { values: { ourSignedOn: '2026-02-01', theirSignedOn: null, theirSignatory: null } },
    })
  })
  it('falls for the other party too, and nothing falls where nobody has signed', () => {
    const theirs = record({ theirSignatory: 'De', theirSignedOn: '2026-02-03' })
    const edit = (from: Agreement) => said(editAgreement(from, { ...whole, purpose: 'Noe annet' }, dpo))
    expect(edit(theirs)).toBe('agreement.edited agreement.signaturesFell')
    expect(edit(record())).toBe('agreement.edited')
  })
  it('S2-43 in force from the day that the last of them signed, whoever that was', () => {
    for (const [ours, theirs] of [
      ['2026-02-01', '2026-02-20'],
      ['2026-02-20', '2026-02-01'],
    ] as const)
      expect(enterAgreement(record({ ...both, ourSignedOn: ours, theirSignedOn: theirs }), dpo, now)).toMatchObject({
        next: { values: { inForceOn: '2026-02-20' } },
        events: [{ type: 'agreement.inForce' }],
      })
  })
})

describe('days of ending', () => {
  const ending = { endedOn: today, endReason: 'terminated' } as const
  it.each<[string, string, string]>([
    ['today', today, 'agreement.ended'],
    ['tomorrow', tomorrow, 'endedLater endedOn'],
    ['the day it came into force', '2026-02-03', 'agreement.ended'],
    ['the day before it came into force', '2026-02-02', 'endedFirst endedOn'],
  ])('an end %s', (_, endedOn, expected) => {
    expect(said(endAgreement(running(), { ...ending, endedOn }, dpo, now))).toBe(expected)
  })
  it('28 (3) (g): what became of the data has a day that has come, and is asked of none that is in force', () => {
    const ended = running({ status: 'ended', ...ending })
    const data = { dataAtEnd: 'returned', dataAtEndOn: today, dataAtEndNote: null } as const
    expect(said(confirmData(ended, data, dpo, now))).toBe('agreement.dataConfirmed')
    expect(said(confirmData(ended, { ...data, dataAtEnd: null }, dpo, now))).toBe('incomplete dataAtEnd')
    expect(said(confirmData(ended, { ...data, dataAtEndOn: tomorrow }, dpo, now))).toBe('confirmedLater dataAtEndOn')
    expect(dataOpen(running().values)).toBe(false)
  })
  it.each<[string, Partial<Agreement['values']>]>([
    ['another supplier', { supplier: 'another' }],
    ['another party that we process for', { otherParty: 'Nabokommunen' }],
    ['the other way round', { ourRole: 'processor' }],
  ])('S4-121 replaced by one with %s, it has ended as any other', (_, over) => {
    expect(replaceAgreement(running(), { ...running().values, ...over }, now)).toMatchObject({
      next: { values: { endedOn: today, endReason: 'serviceEnded' } },
      events: [{ type: 'agreement.ended', fields: ['status'] }],
    })
  })
  it('S4-121 what is renewed is a new agreement in the log', () => {
    expect(said(renewAgreement(running(), 'b', 'Ny', dpo))).toBe('agreement.added agreement.renewed')
  })
})

describe('lines of annex B', () => {
  const chained = record({ subProcessing: 'general' })
  it.each<[string, Partial<SubProcessor['values']>, string]>([
    ['unchanged', {}, 'nothingChanged'],
    ['with another service', { service: 'Lagring' }, 'agreement.subProcessorSaved'],
    ['moved out of the EEA on no basis', { country: 'India', inEea: 'no' }, 'basisMissing transferBasis'],
  ])('28 (4): one that is saved again %s', (_, over, expected) => {
    expect(said(saveSubProcessor(chained, sub(over), sub(), dpo, now))).toBe(expected)
  })
  it.each<[string, Partial<SubProcessor['values']>, string]>([
    ['a notice of today', { noticedOn: today }, 'agreement.subProcessorSaved'],
    ['a notice of tomorrow', { noticedOn: tomorrow }, 'noticedLater noticedOn'],
    ['an answer to no notice', { answer: 'accepted', answeredOn: today }, 'noticeMissing noticedOn'],
    ['an answer on no day', { noticedOn: today, answer: 'accepted' }, 'answerDayMissing answeredOn'],
    ['an answer the same day', { noticedOn: today, answer: 'accepted', answeredOn: today }, 'agreement.subProcessorSaved'],
    ['an answer of tomorrow', { noticedOn: today, answer: 'accepted', answeredOn: tomorrow }, 'answeredOff answeredOn'],
    ['an objection to nothing', { noticedOn: today, answer: 'objected', answeredOn: today }, 'objectionMissing objection'],
  ])('28 (2): %s', (_, over, expected) => {
    expect(said(saveSubProcessor(chained, sub(over), undefined, dpo, now))).toBe(expected)
  })
  it('one that is taken away is in the log', () => {
    expect(said(removeSubProcessor(chained, sub(), dpo))).toBe('agreement.subProcessorRemoved')
  })
})

describe('an audit', () => {
  const held = audit({ heldOn: today, finding: 'I orden' })
  it.each<[string, Audit['values'], Audit['values'] | undefined, string]>([
    ['held today, never planned', held, undefined, 'agreement.auditHeld'],
    ['held tomorrow', { ...held, heldOn: tomorrow }, audit(), 'heldLater heldOn'],
    ['held with no finding', audit({ heldOn: today }), audit(), 'findingMissing finding'],
    ['planned again on the same day', audit(), audit(), 'nothingChanged'],
    ['planned for another day', audit({ plannedOn: '2026-03-21' }), audit(), 'agreement.auditPlanned'],
    ['held before, with more to say', { ...held, action: 'Følg opp' }, held, 'agreement.auditPlanned'],
  ])('S4-109 %s', (_, next, before, expected) => {
    expect(said(saveAudit(running(), next, before, dpo, now))).toBe(expected)
  })
  it('S4-109 the next follows one that was never planned, and others that have been held do not stand in its way', () => {
    const yearly = running({ auditEveryMonths: 12 })
    expect(nextAudit(yearly, held, undefined, [{ id: 'x', values: held }])).toMatchObject({ plannedOn: '2027-03-02' })
    expect(nextAudit(yearly, audit(), undefined, [])).toBeNull()
  })
})
