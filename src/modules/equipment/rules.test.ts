import { describe, expect, it } from 'vitest'
import type { Actor } from '../../kernel/actor.ts'
import { makeActor } from '../deviation/factory.ts'
import type { Asking, Delivery, DeliveryStatus, Device, DeviceAnswers } from './equipment.ts'
import { laptop } from './factory-answers.ts'
import { reasons } from './fields.ts'
import { reportWords } from './report-words.ts'
import { addDevice, blockBy, editDevice, ended, handedIn, isGone, mayAdd, mayEdit, moveDevice, openDeviceDeeds, returnBy } from './rules.ts'
import { askForDevice, askForTime, type Given, isLate, moveDelivery, openDeeds } from './rules-delivery.ts'
import { maySeeDelivery, maySeeDevice } from './space.ts'
import { deliveryTasks, deviceTasks } from './tasks.ts'

const now = new Date('2026-03-02T08:00:00Z')
const hours = (n: number) => new Date(now.getTime() + n * 3_600_000)
const somebody = (id: string, roles: Actor['roles'] = [], leads: readonly string[] = []): Actor => ({
  ...makeActor(['employee', ...roles]),
  personId: id,
  leads,
})
const it_ = somebody('it', ['serviceDesk'])
const holder = somebody('holder')
const leader = somebody('leader', ['leader'], ['unit'])
const other = somebody('other', ['leader'], ['elsewhere'])

const must = <T>(outcome: { readonly ok: true; readonly next: T } | { readonly ok: false }): T => {
  if (!outcome.ok) throw new Error(`refused: ${JSON.stringify(outcome)}`)
  return outcome.next
}
const answers = (over: Partial<DeviceAnswers> = {}): DeviceAnswers => ({
  ...laptop,
  number: 'PC-1',
  unit: 'unit',
  holder: 'holder',
  ...over,
})
const device = (over: Partial<Device['values']> = {}): Device => {
  const made = must(addDevice('d', answers(), it_))
  return { ...made, values: { ...made.values, ...over } }
}

describe('equipment: a device', () => {
  it.each(['availability', 'preparedness', 'flexibility', 'tool'] as const)(
    'S4-041 is given for %s, and nobody for no reason',
    (reason) => {
      expect(reasons).toContain(reason)
      expect(addDevice('d', answers({ reasons: [reason] }), it_)).toMatchObject({ ok: true, next: { values: { reasons: [reason] } } })
      expect(addDevice('d', answers({ reasons: [] }), it_)).toMatchObject({ why: 'reasonMissing', fields: ['reasons'] })
      expect(addDevice('d', answers({ reasons: [], holder: null }), it_)).toMatchObject({ ok: true })
    },
  )

  it('is kept by IT and by whoever leads its unit; a leader does not write into another’s', () => {
    expect(addDevice('d', answers(), holder)).toMatchObject({ why: 'notAllowed' })
    expect(addDevice('d', answers(), leader)).toMatchObject({ ok: true })
    expect(addDevice('d', answers(), other)).toMatchObject({ why: 'notYourUnit', fields: ['unit'] })
    expect(editDevice(device(), answers({ unit: 'elsewhere' }), leader)).toMatchObject({ why: 'notYourUnit' })
    expect(editDevice(device(), answers(), other)).toMatchObject({ why: 'notAllowed' })
    expect(editDevice(device(), answers({ holder: null, issuedOn: '2026-01-01' }), it_)).toMatchObject({ why: 'holderMissing' })
    expect(editDevice(device({ status: 'scrapped' }), answers({ model: 'Ny' }), it_)).toMatchObject({ why: 'notNow' })
    expect(editDevice(device({ status: 'reusable', holder: null }), answers(), it_)).toMatchObject({
      next: { values: { status: 'inUse' } },
    })
  })

  it.each([
    ['the holder', holder, false, true],
    ['who leads the holder', other, true, true],
    ['who leads the unit', leader, false, true],
    ['IT', it_, false, true],
    ['the security manager', somebody('ciso', ['ciso']), false, true],
    ['anybody else', other, false, false],
    ['the data protection officer', somebody('dpo', ['dpo']), false, false],
  ])('is seen by %s: %#', (_, actor, leadsHolder, seen) => {
    expect(maySeeDevice({ values: device().values, leadsHolder }, actor)).toBe(seen)
    expect(openDeviceDeeds(device(), leadsHolder, actor)).toEqual(seen ? ['reportLoss'] : [])
  })

  it('that is gone is IT’s to block within a day, and what is known of it is the beginning of a report', () => {
    expect(moveDevice(device(), 'reportLoss', 'lost', false, other, now)).toMatchObject({ why: 'notAllowed' })
    expect(moveDevice(device(), 'reportLoss', null, false, holder, now)).toMatchObject({ why: 'incomplete', fields: ['how'] })
    const lost = must(moveDevice(device(), 'reportLoss', 'stolen', false, holder, now))
    expect(deviceTasks(lost, null)).toMatchObject([{ kind: 'device.block', dueAt: hours(24) }])
    expect(moveDevice(lost, 'reportLoss', 'lost', false, holder, now)).toMatchObject({ why: 'nothingChanged' })
    expect(moveDevice(lost, 'block', null, false, holder, now)).toMatchObject({ why: 'notAllowed' })
    const blocked = must(moveDevice(lost, 'block', null, false, it_, hours(1)))
    expect([blocked.values.blockedAt, deviceTasks(blocked, null)]).toEqual([hours(1), []])
    expect(reportWords(blocked, 'nb')).toBe(
      'Bærbar PC med utstyrsnummer PC-1 er stjålet. Det er lagret informasjon på utstyret. Utstyret er sperret av IT.',
    )
    expect(must(moveDevice(blocked, 'find', null, false, holder, now)).values).toMatchObject({
      status: 'inUse',
      lostAt: null,
      blockedAt: null,
    })
  })
})

const asking = (over: Partial<Asking> = {}): Asking => ({
  ...({ what: 'En gammel PC', kind: 'desktop', unit: 'unit', storesData: 'yes', proposedAt: hours(48) } as const),
  ...over,
})
const asked = (over: Partial<Delivery['values']> = {}): Delivery => {
  const made = must(askForTime('l', asking(), holder, now))
  return { ...made, values: { ...made.values, ...over } }
}
const erasure = { method: 'overwritten', erasedOn: '2026-03-02', erasedBy: 'it', tool: 'Rapport 17' } as const
const moved = (delivery: Delivery, ...all: readonly (readonly [Parameters<typeof moveDelivery>[1], Given?])[]): Delivery =>
  all.reduce((one, [deed, given = {}]) => must(moveDelivery(one, deed, given, it_, now)), delivery)
const planned = (over: Partial<Delivery['values']> = {}) => moved(asked(over), ['plan', { agreedAt: hours(50) }])
const received = (storesData: 'yes' | 'no' | 'unknown' = 'yes') => moved(planned({ storesData }), ['receive', { storesData }])

describe('equipment: the way back to IT', () => {
  it('S4-210 a delivery is planned when IT has confirmed a time, and never without', () => {
    expect(asked().values).toMatchObject({ status: 'asked', proposedAt: hours(48), agreedAt: null })
    expect(moveDelivery(asked(), 'plan', {}, it_, now)).toMatchObject({ why: 'incomplete', fields: ['agreedAt'] })
    expect(moveDelivery(asked(), 'plan', { agreedAt: hours(-1) }, it_, now)).toMatchObject({ why: 'timePast' })
    for (const actor of [holder, leader])
      expect(moveDelivery(asked(), 'plan', { agreedAt: hours(50) }, actor, now)).toMatchObject({ why: 'notAllowed' })
    expect(moveDelivery(asked(), 'receive', { storesData: 'yes' }, it_, now)).toMatchObject({ why: 'notNow' })
    expect(planned().values).toMatchObject({ status: 'planned', agreedAt: hours(50), agreedBy: 'it' })
    // Another time is asked for: what was agreed no longer holds.
    const again = must(moveDelivery(planned(), 'move', { proposedAt: hours(72) }, holder, now))
    expect(again.values).toMatchObject({ status: 'asked', agreedAt: null, agreedBy: null })
  })

  it('is asked for whole, for a time to come, and a device of the register says what it is', () => {
    expect(askForTime('l', asking({ what: null }), holder, now)).toMatchObject({ why: 'incomplete', fields: ['what'] })
    expect(askForTime('l', asking({ proposedAt: hours(-1) }), holder, now)).toMatchObject({ why: 'timePast', fields: ['proposedAt'] })
    const timed = { storesData: 'unknown', proposedAt: hours(3) } as const
    expect(askForDevice('l', device(), timed, holder, now)).toMatchObject({
      next: { values: { device: 'd', kind: 'laptop', unit: 'unit' } },
    })
    for (const status of ['received', 'scrapped', 'lost', 'stolen'] as const)
      expect(askForDevice('l', device({ status }), timed, holder, now)).toMatchObject({ why: 'notNow' })
  })

  it.each(['yes', 'unknown'] as const)(
    'S4-209 with stored information (%s) is neither reused nor scrapped without proof of deletion',
    (stored) => {
      for (const deed of ['reuse', 'scrap'] as const) {
        expect(moveDelivery(received(stored), deed, {}, it_, now)).toMatchObject({ why: 'notProved' })
        for (const gap of ['method', 'erasedOn', 'erasedBy'] as const) {
          const { values } = moved(received(stored), ['erase', erasure])
          expect([gap, moveDelivery({ ...received(stored), values: { ...values, [gap]: null } }, deed, {}, it_, now)]).toMatchObject([
            gap,
            { why: 'notProved' },
          ])
        }
      }
      expect(openDeeds(received(stored), it_)).toEqual(['erase'])
      expect(moved(received(stored), ['erase', erasure], ['reuse']).values).toMatchObject({ ...erasure, status: 'reused', endedBy: 'it' })
    },
  )

  it('S4-209 without stored information needs no proof; what was said to be on it is not taken back', () => {
    expect(moved(received('no'), ['reuse']).values.status).toBe('reused')
    expect(moveDelivery(planned(), 'receive', { storesData: 'no' }, it_, now)).toMatchObject({ why: 'saidStored', fields: ['storesData'] })
    expect(moved(planned({ storesData: 'unknown' }), ['receive', { storesData: 'no' }]).values.storesData).toBe('no')
  })

  it('S4-209 what is destroyed is scrapped and not reused, and nothing is deleted tomorrow', () => {
    const destroyed = moved(received(), ['erase', { ...erasure, method: 'destroyed' }])
    expect(moveDelivery(destroyed, 'reuse', {}, it_, now)).toMatchObject({ why: 'destroyed' })
    expect(moved(destroyed, ['scrap']).values.status).toBe('scrapped')
    expect(moveDelivery(received(), 'erase', { ...erasure, erasedOn: '2026-03-03' }, it_, now)).toMatchObject({ why: 'dayAhead' })
    expect(moveDelivery(received(), 'erase', {}, it_, now)).toMatchObject({ why: 'incomplete', fields: ['method', 'erasedOn', 'erasedBy'] })
  })

  it('is somebody’s task at each step, and late when its day has passed', () => {
    const kinds = (delivery: Delivery) => deliveryTasks(delivery).map(({ kind, personId = null }) => [kind.split('.')[1], personId])
    const all: readonly (readonly [Delivery, unknown])[] = [
      [asked(), [['plan', null]]],
      [
        planned(),
        [
          ['receive', null],
          ['deliver', 'holder'],
        ],
      ],
      [received(), [['erase', null]]],
      [received('no'), [['end', null]]],
      [moved(received(), ['erase', erasure]), [['end', null]]],
      [moved(received('no'), ['scrap']), []],
      [moved(asked(), ['cancel']), []],
    ]
    for (const [delivery, tasks] of all) expect(kinds(delivery)).toEqual(tasks)
    expect([isLate(planned(), now), isLate(planned(), hours(80)), isLate(received(), hours(80))]).toEqual([false, true, false])
  })

  it('is seen by whoever asked, who leads the unit, and IT; the deeds of IT are IT’s', () => {
    const seen = [holder, leader, it_, other].map((actor) => maySeeDelivery(asked(), actor))
    expect(seen).toEqual([true, true, true, false])
    const open = (status: DeliveryStatus, actor: Actor) => openDeeds(asked({ status }), actor)
    expect([open('asked', holder), open('asked', leader), open('received', holder)]).toEqual([['move', 'cancel'], [], []])
  })

  it('does to its device what became of it: nobody holds it, and in the end nothing is stored on it', () => {
    const back = must(handedIn(device()))
    expect(back.values).toMatchObject({ status: 'received', holder: null, reasons: [], storesData: 'yes' })
    expect(must(ended(back, 'reused')).values).toMatchObject({ status: 'reusable', storesData: 'no' })
    expect(must(ended(back, 'scrapped')).values).toMatchObject({ status: 'scrapped', storesData: 'no' })
  })
})

describe('equipment: what a deed says, and what a refusal is blamed on', () => {
  const said = (outcome: ReturnType<typeof addDevice>) =>
    outcome.ok ? outcome.events.map(({ type }) => type).join(' ') : [outcome.why, ...outcome.fields].join(' ')
  it('IT and whoever leads a unit keep the register; a device of no unit is IT’s alone', () => {
    expect([it_, leader, holder].map(mayAdd)).toEqual([true, true, false])
    expect([it_, leader, other].map((who) => mayEdit({ values: { unit: null } }, who))).toEqual([true, false, false])
    // Which unit it belongs to is asked before whose unit it is.
    for (const who of [leader, it_]) expect(said(addDevice('d', answers({ unit: null }), who))).toBe('incomplete unit')
  })
  it.each<[string, Partial<Device['values']>, Partial<DeviceAnswers>, string]>([
    ['another model', {}, { model: 'Ny' }, 'device.edited'],
    ['nothing new', {}, {}, 'nothingChanged'],
    ['to another’s unit', {}, { unit: 'elsewhere' }, 'notYourUnit unit'],
    ['given on a day to nobody', {}, { holder: null, reasons: [], issuedOn: '2026-01-01' }, 'holderMissing holder'],
    ['given on a day to somebody', {}, { issuedOn: '2026-01-02' }, 'device.edited'],
    ['after IT has it', { status: 'received' }, { model: 'Ny' }, 'notNow'],
    ['after it is scrapped', { status: 'scrapped' }, { model: 'Ny' }, 'notNow'],
  ])('S4-041 an edit: %s', (_, stands, over, expected) => {
    expect(said(editDevice(device(stands), answers(over), leader))).toBe(expected)
  })
  it.each<[string, Partial<Device['values']>, Partial<DeviceAnswers>, Partial<Device['values']>]>([
    ['one to be used again is in use when somebody gets it', { status: 'reusable', holder: null }, {}, { status: 'inUse' }],
    ['one to be used again stays so on the shelf', { status: 'reusable' }, { holder: null, model: 'Ny' }, { status: 'reusable' }],
    ['one that is lost stays lost', { status: 'lost', lostAt: now }, { model: 'Ny' }, { status: 'lost', lostAt: now }],
    ['whoever gets it keeps it past the last day of the one before', { leavesOn: '2026-03-31' }, { holder: 'new' }, { leavesOn: null }],
    ['another model changes no last day', { leavesOn: '2026-03-31' }, { model: 'Ny' }, { leavesOn: '2026-03-31' }],
  ])('%s', (_, stands, over, next) => {
    expect(editDevice(device(stands), answers(over), it_)).toMatchObject({ next: { values: next } })
  })
  it.each<[Device['values']['status'], boolean]>([
    ['inUse', false],
    ['lost', true],
    ['stolen', true],
    ['received', false],
    ['reusable', false],
    ['scrapped', false],
  ])('one that is %s is gone: %s, and IT may then block it, once', (status, gone) => {
    expect(isGone(device({ status }))).toBe(gone)
    expect(openDeviceDeeds(device({ status, lostAt: now }), false, it_).includes('block')).toBe(gone)
    expect(openDeviceDeeds(device({ status, lostAt: now, blockedAt: now }), false, it_)).not.toContain('block')
  })
  it('is blocked within a day of when it was gone, and not at all before', () => {
    expect([blockBy(device()), blockBy(device({ lostAt: now }))]).toEqual([null, hours(24)])
  })
  it.each<[string, Partial<Device['values']>, string | null, string]>([
    ['leaves', {}, '2026-03-31', 'device.returnStarted'],
    ['leaves another day', { leavesOn: '2026-03-31' }, '2026-04-30', 'device.returnStarted'],
    ['leaves the same day', { leavesOn: '2026-03-31' }, '2026-03-31', 'nothingChanged'],
    ['stays after all', { leavesOn: '2026-03-31' }, null, 'device.returnStopped'],
    ['stays', {}, null, 'nothingChanged'],
    ['is nobody', { holder: null }, '2026-03-31', 'nothingChanged'],
  ])('S4-041 whoever has it %s', (_, stands, leavesOn, expected) => {
    const outcome = returnBy(device(stands), leavesOn)
    expect(said(outcome)).toBe(expected)
    if (outcome.ok) expect(outcome.next.values).toEqual({ ...device(stands).values, leavesOn })
  })
  it('what happens to it is in the log', () => {
    expect([handedIn(device()), ended(device(), 'reused'), ended(device(), 'scrapped')].map(said)).toEqual([
      'device.handedIn',
      'device.reusable',
      'device.scrapped',
    ])
  })
})
