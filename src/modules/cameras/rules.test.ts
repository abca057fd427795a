import { describe, expect, it } from 'vitest'

import { emptyValues } from '../../kernel/fields.ts'
import { makeActor } from '../deviation/factory.ts'
import type { Answers, Camera } from './camera.ts'
import { wholeAnswers } from './factory-answers.ts'
import { cameraFields, purposes, recordFields } from './fields.ts'
import type { CameraProfile } from './profile.ts'
import {
  activateCamera,
  addCamera,
  adoptCamera,
  approveCamera,
  editCamera,
  gapsOf,
  needsDpia,
  openDeeds,
  removeCamera,
  reportCamera,
  turnOffCamera,
} from './rules.ts'

const now = new Date('2026-03-02T08:00:00Z')
const id = '019a0000-0000-7000-8000-000000000001'
const unit = '019a0000-0000-7000-8000-000000000002'
const heads: CameraProfile = { registrars: ['unitHead', 'leader'], approvers: ['controller'], normDays: 7 }
const office: CameraProfile = { registrars: ['property'], approvers: ['property'], normDays: 7 }
const head = { ...makeActor(['employee', 'unitHead']), leads: [unit] }
const controller = makeActor(['employee', 'controller'])
const property = makeActor(['employee', 'property'])

const answers = (over: Partial<Answers> = {}): Answers => ({
  ...emptyValues(cameraFields),
  ...wholeAnswers,
  name: 'Inngangen',
  unit,
  signOn: '2026-02-01',
  ...over,
})
const camera = (over: Partial<Camera['values']> = {}): Camera => ({
  id,
  version: 3,
  values: { ...emptyValues(recordFields), ...answers(), status: 'planned', ...over },
})
const gaps = (record: Camera, dpiaApproved = false, profile = heads) => gapsOf(record.values, profile, dpiaApproved)
const approves = (record: Camera, by = controller, profile = heads) =>
  approveCamera(record, gaps(record, false, profile), 'Ja.', by, now, profile)
const uses = (record: Camera, dpiaApproved = false) => activateCamera(record, gaps(record, dpiaApproved), head, now, heads)

describe('cameras: who registers and approves', () => {
  it('S2-66 where the Property Department alone puts up cameras, a head of unit registers and approves none; the department does', () => {
    expect(addCamera(id, answers(), head, office)).toMatchObject({ ok: false, why: 'onlyRegistrars' })
    expect(approves(camera(), head, office)).toMatchObject({ ok: false, why: 'notAllowed' })
    expect(editCamera(camera(), answers({ site: 'B' }), head, office)).toMatchObject({ why: 'notAllowed' })
    expect(addCamera(id, answers(), property, office)).toMatchObject({ ok: true, next: { values: { status: 'planned' } } })
    expect(approves(camera(), property, office)).toMatchObject({ ok: true, next: { values: { status: 'approved' } } })
  })
  it('S2-66 what others have put up is registered as not allowed by whoever found it, and begins a report once', () => {
    const found = addCamera(id, answers({ origin: 'found', purposes: [] }), head, office)
    expect(found).toMatchObject({ ok: true, next: { values: { status: 'unauthorised' } } })
    if (!found.ok) throw new Error(found.why)
    expect(activateCamera(found.next, [], property, now, office)).toMatchObject({ why: 'notNow' })
    expect(openDeeds(found.next, head, office)).toEqual(['remove'])
    const reported = reportCamera(found.next, head, now)
    expect(reported).toMatchObject({ ok: true, next: { values: { reportedOn: '2026-03-02' } }, events: [{ type: 'camera.reported' }] })
    expect(reportCamera(found.next, makeActor(['employee']), now)).toMatchObject({ why: 'notAllowed' })
    expect(reportCamera(camera(), head, now)).toMatchObject({ why: 'notNow' })
    expect(removeCamera(found.next, head, now, office)).toMatchObject({
      ok: true,
      next: { values: { status: 'removed', removedOn: '2026-03-02' } },
    })
  })
  it('one that was found becomes ours when those who put cameras up say what it is for', () => {
    const found = camera({ origin: 'found', status: 'unauthorised', purposes: [] })
    expect(adoptCamera(found, head, heads)).toMatchObject({ why: 'purposeMissing' })
    expect(adoptCamera(camera({ origin: 'found', status: 'unauthorised' }), head, heads)).toMatchObject({
      next: { values: { status: 'planned', origin: 'ours' } },
    })
    expect(editCamera(found, answers(), head, heads)).toMatchObject({ why: 'adoptInstead' })
    expect(editCamera(camera(), answers({ origin: 'found' }), head, heads)).toMatchObject({ why: 'oursAlready' })
  })
  it('a head registers for the own units, and moves no camera to another', () => {
    const other = '019a0000-0000-7000-8000-000000000009'
    expect(addCamera(id, answers({ unit: other }), head, heads)).toMatchObject({ why: 'onlyRegistrars' })
    expect(editCamera(camera(), answers({ unit: other }), head, heads)).toMatchObject({ why: 'onlyRegistrars' })
    expect(addCamera(id, answers(), makeActor(['employee']), heads)).toMatchObject({ why: 'notAllowed' })
  })
})

describe('cameras: what each must say', () => {
  it('S4-186 without a purpose it is not saved; all of them may be chosen together, another is said in words', () => {
    expect(addCamera(id, answers({ purposes: [] }), head, heads)).toMatchObject({ ok: false, why: 'purposeMissing', fields: ['purposes'] })
    expect(addCamera(id, answers({ purposes: [...purposes] }), head, heads)).toMatchObject({ why: 'otherMissing' })
    expect(addCamera(id, answers({ purposes: [...purposes], otherPurpose: 'Trafikk' }), head, heads)).toMatchObject({ ok: true })
    expect(editCamera(camera(), answers({ purposes: [] }), head, heads)).toMatchObject({ why: 'purposeMissing' })
  })
  it('S4-187 S3-30 systematic, on a large scale and of a public place: not in use without an approved DPIA', () => {
    const yes = { systematic: 'yes', largeScale: 'yes', publicPlace: 'yes' } as const
    expect(needsDpia(answers(yes))).toBe(true)
    for (const one of ['systematic', 'largeScale', 'publicPlace'] as const)
      expect(needsDpia(answers({ ...yes, [one]: 'no' })), one).toBe(false)
    const record = camera({ ...yes, status: 'approved' })
    expect(uses(record)).toMatchObject({ ok: false, why: 'dpiaMissing' })
    expect(uses(camera({ ...yes, status: 'approved', dpia: id }))).toMatchObject({ why: 'dpiaMissing' })
    expect(uses(record, true)).toMatchObject({ ok: true, next: { values: { status: 'active', activeOn: '2026-03-02' } } })
    expect(uses(camera({ status: 'approved' }))).toMatchObject({ ok: true })
    // What films already is not approved again without it.
    const changed = camera({ ...yes, status: 'changed' })
    expect(approves(changed)).toMatchObject({ why: 'dpiaMissing' })
    expect(approveCamera(changed, gaps(changed, true), 'Ja.', controller, now, heads)).toMatchObject({
      next: { values: { status: 'active' } },
    })
  })
  it('S4-188 with no alternative considered it is refused, and so it is where one is enough', () => {
    expect(approves(camera({ altLighting: null }))).toMatchObject({ ok: false, why: 'alternativesMissing' })
    expect(approves(camera({ altStaff: 'enough' }))).toMatchObject({ ok: false, why: 'alternativeEnough' })
    expect(approves(camera({ altStaff: 'unsuitable' }))).toMatchObject({ ok: true })
    expect(approves(camera({ alternativesWhy: null }))).toMatchObject({ why: 'answersMissing' })
  })
  it('S4-189 without justification or basis it is not approved; with them it is, and the decision is kept', () => {
    for (const field of ['justification', 'basis', 'lawReference', 'area'] as const)
      expect(approves(camera({ [field]: null })), field).toMatchObject({ why: 'answersMissing' })
    expect(approves(camera())).toMatchObject({
      ok: true,
      next: { values: { decision: 'Ja.', approvedBy: controller.personId, approvedAt: now } },
    })
    expect(approves(camera(), head)).toMatchObject({ why: 'notAllowed' })
    expect(approves(camera({ status: 'approved' }))).toMatchObject({ why: 'notNow' })
  })
  it('S4-191 recordings are deleted or anonymised; longer than the norm has a reason of its own', () => {
    for (const erase of ['delete', 'anonymise'] as const) expect(approves(camera({ erase }))).toMatchObject({ ok: true })
    expect(approves(camera({ erase: null }))).toMatchObject({ why: 'answersMissing' })
    expect(gaps(camera({ retentionDays: 8 }))).toContainEqual({ field: 'retentionReason', because: 'retention', before: 'approval' })
    expect(gaps(camera({ retentionDays: 7 }))).toEqual([])
    expect(gaps(camera({ retentionDays: 30, retentionReason: 'Politiet ba om det.' }))).toEqual([])
  })
  it('a dummy is judged as a camera, but keeps nothing; a workplace is discussed, and a sign is up, before use', () => {
    const dummy = camera({ kind: 'dummy', mode: null, sound: null, retentionDays: null, erase: null, viewersText: null })
    expect(gaps(dummy)).toEqual([])
    expect(gaps({ ...dummy, values: { ...dummy.values, justification: null } })).toHaveLength(1)
    const bare = camera({ status: 'approved', signOn: null, workplace: 'yes' })
    expect(gaps(bare).map(({ field, before }) => [field, before])).toEqual([
      ['consultedOn', 'use'],
      ['signOn', 'use'],
    ])
    expect(uses(bare)).toMatchObject({ why: 'answersMissing' })
    expect(gaps(camera({ sound: 'yes' }))).toMatchObject([{ field: 'soundReason' }])
  })
})

describe('cameras: what was approved and says something else', () => {
  it('is approved again; what nothing rests on changes nothing', () => {
    const to = (status: 'approved' | 'active' | 'off', over: Partial<Answers>) => {
      const outcome = editCamera(camera({ status }), answers(over), head, heads)
      return outcome.ok ? outcome.next.values.status : outcome.why
    }
    expect(to('approved', { retentionDays: 5 })).toBe('planned')
    expect(to('active', { area: 'Hele plassen.' })).toBe('changed')
    expect(to('off', { justification: 'Noe nytt.' })).toBe('planned')
    expect(to('active', { signPlace: 'På døren' })).toBe('active')
    expect(to('active', {})).toBe('nothingChanged')
    expect(editCamera(camera({ status: 'removed' }), answers({ site: 'C' }), head, heads)).toMatchObject({ why: 'notNow' })
  })
  it('turned off it may be used again; changed and turned off it is approved first', () => {
    expect(turnOffCamera(camera({ status: 'active' }), head, heads)).toMatchObject({ next: { values: { status: 'off' } } })
    expect(turnOffCamera(camera({ status: 'changed' }), head, heads)).toMatchObject({ next: { values: { status: 'planned' } } })
    expect(uses(camera({ status: 'off' }))).toMatchObject({ ok: true })
    expect(removeCamera(camera({ status: 'removed' }), head, now, heads)).toMatchObject({ why: 'notNow' })
  })
})
