import { describe, expect, it } from 'vitest'
import type { Actor, Role } from '../../kernel/actor.ts'
import { differing } from '../../kernel/factory.ts'
import { emptyValues, type Field } from '../../kernel/fields.ts'
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
  mayAdd,
  mayApprove,
  mayEdit,
  mayRegister,
  needsDpia,
  openDeeds,
  removeCamera,
  reportCamera,
  turnOffCamera,
} from './rules.ts'
import { editWorkflow, workflow } from './workflow.ts'

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
  const onNothing = [
    'name',
    'origin',
    'site',
    'system',
    'processing',
    'dpia',
    'consultedOn',
    'consultedWith',
    'viewers',
    'viewersText',
  ] as const
  const ofTheSign = ['signOn', 'signPlace', 'signMore'] as const
  const rest = Object.keys(cameraFields).filter((name) => ![...onNothing, ...ofTheSign].some((one) => one === name)) as (keyof Answers)[]
  it.each(rest)('S4-186 another answer to %s is approved again', (name) => {
    const field: Field = cameraFields[name]
    const before = camera({ status: 'active', otherPurpose: 'Noe.' })
    const was = before.values[name]
    const other =
      field.kind === 'choice' || field.kind === 'choices'
        ? field.of.find((one) => one !== was && !(Array.isArray(was) && was.includes(one)))
        : field.kind === 'whole'
          ? 3
          : field.kind === 'reference'
            ? '019a0000-0000-7000-8000-000000000003'
            : 'Noe annet.'
    const more = field.kind === 'choices' ? [...(was as readonly string[]), other] : other
    const said = { ...answers({ otherPurpose: 'Noe.' }), [name]: more } as Answers
    expect(editCamera(before, said, { ...property }, office)).toMatchObject({ ok: true, next: { values: { status: 'changed' } } })
  })
  it('turned off it may be used again; changed and turned off it is approved first', () => {
    expect(turnOffCamera(camera({ status: 'active' }), head, heads)).toMatchObject({ next: { values: { status: 'off' } } })
    expect(turnOffCamera(camera({ status: 'changed' }), head, heads)).toMatchObject({ next: { values: { status: 'planned' } } })
    expect(uses(camera({ status: 'off' }))).toMatchObject({ ok: true })
    expect(removeCamera(camera({ status: 'removed' }), head, now, heads)).toMatchObject({ why: 'notNow' })
  })
})

const said = (outcome: ReturnType<typeof addCamera>) =>
  outcome.ok ? outcome.events.map(({ type }) => type).join(' ') : [outcome.why, ...outcome.fields].join(' ')
const other = '019a0000-0000-7000-8000-000000000009'
const leading = (role: Role, ...leads: readonly string[]): Actor => ({ ...makeActor(['employee', role]), leads })

describe('cameras: by role and by place', () => {
  it.each<[Role, boolean]>([
    ...(['property', 'unitHead', 'leader', 'itHead', 'ciso', 'dpo', 'privacyContact', 'admin'] as const).map((role): [Role, boolean] => [
      role,
      true,
    ]),
    ...(['employee', 'auditor', 'caseworker', 'systemOwner'] as const).map((role): [Role, boolean] => [role, false]),
  ])('S2-66 %s writes down a camera that was found: %s', (role, may) => {
    expect(mayAdd(makeActor([role]))).toBe(may)
    expect(mayEdit(camera({ status: 'unauthorised', origin: 'found' }), makeActor([role]), heads)).toBe(may)
  })
  it('S2-66 so does whoever leads a unit, whatever the role', () => {
    expect(mayAdd(leading('employee', unit))).toBe(true)
  })
  it.each<[string, Actor, boolean]>([
    ['the head of the unit', leading('unitHead', unit), true],
    ['a leader in the unit', leading('leader', unit), true],
    ['the head of another unit', leading('unitHead', other), false],
    ['whoever leads the unit without the role', leading('employee', unit), false],
    ['the Property Department, which the profile does not name', property, false],
  ])('S2-66 where heads and leaders put up cameras: %s', (_, who, may) => {
    expect(mayRegister({ unit }, who, heads)).toBe(may)
  })
  it('S2-66 a camera of no unit is nobody’s by leading', () => {
    expect(mayRegister({ unit: null }, leading('leader', unit), heads)).toBe(false)
  })
  it.each<[string, Actor, boolean]>([
    ['the controller', controller, true],
    ['the head of the unit', leading('unitHead', unit), true],
    ['the head of another unit', leading('unitHead', other), false],
    ['a leader in the unit', leading('leader', unit), false],
  ])('S4-189 approved by the controller or the head of the unit: %s', (_, who, may) => {
    expect(mayApprove({ unit }, who, { ...heads, approvers: ['controller', 'unitHead'] })).toBe(may)
  })
  it('S2-66 whoever leads the area takes down what nobody has allowed, and nothing else', () => {
    const found = { origin: 'found', status: 'unauthorised' } as const
    expect(openDeeds(camera(found), leading('leader', other), office)).toEqual([])
    expect(openDeeds(camera({ status: 'active' }), leading('leader', unit), office)).toEqual([])
    expect(said(removeCamera(camera({ status: 'active' }), leading('leader', unit), now, office))).toBe('notAllowed')
  })
  it.each<[Camera['values']['status'], readonly string[]]>([
    ['planned', ['remove']],
    ['approved', ['activate', 'remove']],
    ['active', ['turnOff', 'remove']],
    ['changed', ['turnOff', 'remove']],
    ['off', ['activate', 'remove']],
    ['unauthorised', ['remove', 'adopt']],
    ['removed', []],
  ])('of one that is %s the head of the unit may %j', (status, deeds) => {
    expect(openDeeds(camera({ status }), head, heads)).toEqual(deeds)
  })
})

describe('cameras: what a refusal is blamed on, and what is written in the log', () => {
  const found = camera({ origin: 'found', status: 'unauthorised', purposes: [] })
  const employee = makeActor(['employee'])
  it.each<[string, () => ReturnType<typeof addCamera>, string]>([
    ['another purpose that is not said', () => addCamera(id, answers({ purposes: ['other'] }), head, heads), 'otherMissing otherPurpose'],
    ['one of ours where others put them up', () => addCamera(id, answers(), head, office), 'onlyRegistrars origin'],
    ['one that was found, as ours', () => editCamera(found, answers(), head, heads), 'adoptInstead origin'],
    ['one of ours, as found', () => editCamera(camera(), answers({ origin: 'found' }), head, heads), 'oursAlready origin'],
    ['moved to another’s unit', () => editCamera(camera(), answers({ unit: other }), head, heads), 'onlyRegistrars unit'],
    [
      'a found one, moved to where it hangs',
      () => editCamera(found, answers({ origin: 'found', unit: other }), head, office),
      'camera.edited',
    ],
    ['nothing new', () => editCamera(camera(), answers(), head, heads), 'nothingChanged'],
    [
      'nothing new, of one that lacks its purpose',
      () => editCamera(camera({ purposes: [] }), answers({ purposes: [] }), head, heads),
      'nothingChanged',
    ],
    ['approved', () => approves(camera()), 'camera.approved'],
    ['in use', () => uses(camera({ status: 'approved' })), 'camera.activated'],
    ['turned off', () => turnOffCamera(camera({ status: 'active' }), head, heads), 'camera.turnedOff'],
    ['turned off by somebody else', () => turnOffCamera(camera({ status: 'active' }), employee, heads), 'notAllowed'],
    ['turned off before it is in use', () => turnOffCamera(camera(), head, heads), 'notNow'],
    ['taken down', () => removeCamera(camera(), head, now, heads), 'camera.removed'],
    ['made ours', () => adoptCamera(camera({ origin: 'found', status: 'unauthorised' }), head, heads), 'camera.adopted'],
    ['made ours by somebody else', () => adoptCamera(found, employee, heads), 'notAllowed'],
    ['made ours though it is', () => adoptCamera(camera(), head, heads), 'notNow'],
    ['reported again', () => reportCamera(camera({ status: 'unauthorised', reportedOn: '2026-03-01' }), head, now), 'nothingChanged'],
  ])('%s', (_, deed, expected) => {
    expect(said(deed())).toBe(expected)
  })
  it('one thing that was approved is enough, among others that were not', () => {
    const outcome = editCamera(camera({ status: 'approved' }), answers({ area: 'Hele plassen.', signPlace: 'På døren' }), head, heads)
    expect(outcome).toMatchObject({ next: { values: { status: 'planned' } }, events: [{ fields: ['area', 'signPlace'] }] })
  })
})

describe('cameras: what is asked of which', () => {
  const lacks = (over: Partial<Camera['values']>) => gaps(camera(over)).map(({ field, because }) => `${field} ${because}`)
  it.each<[string, Partial<Camera['values']>, readonly string[]]>([
    [
      'each question of the assessment',
      { largeScale: null, publicPlace: null, workplace: null },
      ['largeScale', 'publicPlace', 'workplace'],
    ],
    ['the law of a public task', { lawReference: null }, ['lawReference']],
    ['the law of an obligation', { lawReference: null, basis: 'legalObligation' }, ['lawReference']],
    ['no law for legitimate interests', { lawReference: null, basis: 'legitimateInterests' }, []],
    ['who looks at it', { viewersText: null }, ['viewersText']],
    ['nobody in words where they are named', { viewersText: null, viewers: [id] }, []],
    ['how long what is recorded is kept', { retentionDays: null, erase: null }, ['retentionDays', 'erase']],
    ['nothing of keeping where it only shows', { mode: 'live', retentionDays: null, erase: null }, []],
    ['nothing of keeping beyond the norm where it only shows', { mode: 'live', retentionDays: 30 }, []],
  ])('S4-191 %s', (_, over, fields) => {
    expect(lacks(over)).toEqual(fields.map((field) => `${field} missing`))
  })
  it('what is missing only before use does not stop the approval; of several wants the worst is told', () => {
    expect(said(approves(camera({ signOn: null })))).toBe('camera.approved')
    expect(said(approves(camera({ area: null, altStaff: 'enough' })))).toBe('alternativeEnough')
    expect(said(approves(camera({ area: null, altLighting: null })))).toBe('alternativesMissing')
    const large = { systematic: 'yes', largeScale: 'yes', publicPlace: 'yes' } as const
    expect(said(uses(camera({ ...large, status: 'approved', signOn: null })))).toBe('dpiaMissing')
    // What films already is approved and used at once: both are asked.
    expect(said(approves(camera({ status: 'changed', area: null })))).toBe('answersMissing')
    expect(said(uses(camera({ status: 'off', area: null })))).toBe('answersMissing')
  })
})

describe('cameras: the steps', () => {
  const players = {
    registrar: makeActor(['employee', 'property']),
    approver: makeActor(['employee', 'controller']),
    areaLeader: { ...makeActor(['employee', 'leader']), leads: [unit] },
  } as const
  const by: CameraProfile = { registrars: ['property'], approvers: ['controller'], normDays: 7 }
  const parts = ['registrar', 'approver', 'areaLeader'] as const
  const at = (status: Camera['values']['status']) => camera({ status, ...(status === 'unauthorised' ? { origin: 'found' as const } : {}) })
  const { of: statuses } = recordFields.status
  it('S4-186 are done as they are drawn, from each status and by each part', () => {
    const found = differing(
      workflow,
      statuses,
      parts,
      {
        approve: (status, part) => approveCamera(at(status), [], 'Ja.', players[part], now, by),
        activate: (status, part) => activateCamera(at(status), [], players[part], now, by),
        turnOff: (status, part) => turnOffCamera(at(status), players[part], by),
        remove: (status, part) => removeCamera(at(status), players[part], now, by),
        adopt: (status, part) => adoptCamera(at(status), players[part], by),
      },
      ({ values }) => values.status,
    )
    // Whoever leads the area takes down what nobody has allowed, and nothing else.
    expect(found).toEqual(
      (['planned', 'approved', 'active', 'changed', 'off'] as const).map((status) => `remove from ${status} by areaLeader: notAllowed`),
    )
  })
  it('S4-186 what is edited falls as it is drawn, and stays where it is not', () => {
    const edited = (status: Camera['values']['status']) => editCamera(at(status), answers({ area: 'Heile torget' }), players.registrar, by)
    const falls = statuses.map((status) => {
      const outcome = edited(status)
      return [status, outcome.ok ? outcome.next.values.status : outcome.why]
    })
    const drawn = (status: string | null) =>
      Object.values(editWorkflow).find(({ from }) => from.some((one) => one === status))?.to ?? status
    expect(falls.filter(([status, to]) => to !== drawn(status ?? null))).toEqual([
      ['unauthorised', 'adoptInstead'],
      ['removed', 'notNow'],
    ])
  })
})
