import { describe, expect, it } from 'vitest'
import type { Actor, Role } from '../../kernel/actor.ts'
import { emptyValues } from '../../kernel/fields.ts'
import { wholeNeed } from './factory.ts'
import { lifeFields } from './fields.ts'
import {
  appoint,
  beginProcurement,
  closeProcurement,
  decommission,
  dutiesOf,
  endingGaps,
  gatesOf,
  involved,
  type Known,
  lacksOf,
  mayAppoint,
  mayLead,
  type Standing,
  whyNotInUse,
  whyNotOutOfUse,
  writeEnding,
} from './rules.ts'
import type { Consultation, Life, LifeValues } from './system-life.ts'

const actor = (roles: readonly Role[], personId = 'p1', leads: readonly string[] = []): Actor => ({
  personId,
  organisationId: 'o',
  roles,
  unitId: null,
  leads,
  profileVersion: 1,
})
const life = (values: Partial<LifeValues>): Life => ({
  id: 's',
  version: 1,
  values: { ...emptyValues(lifeFields), stage: 'need', ...values },
})
const answered: Consultation = {
  id: 'c',
  question: 'Spørsmål',
  askedBy: 'p',
  askedAt: new Date(0),
  answer: 'Svar',
  answeredBy: 'd',
  answeredAt: new Date(1),
}
const known: Known = { owner: 'eier', consultations: [answered], waiting: [] }
const procured = { ...wholeNeed, stage: 'procurement', rulesFollowed: 'yes', byDesign: 'Ja', byDefault: 'Ja' } as const

describe('system life: the need', () => {
  it('S0-32 with the management empty it cannot go on; complete, it becomes a procurement', () => {
    expect(beginProcurement(life({ ...wholeNeed, conditionsOfManagement: null }))).toMatchObject({
      ok: false,
      why: 'needIncomplete',
      fields: ['conditionsOfManagement'],
    })
    expect(beginProcurement(life(wholeNeed))).toMatchObject({ ok: true, next: { values: { stage: 'procurement' } } })
  })
  it('whoever has the need follows it until it is procured; another employee does not', () => {
    const mine = life({ askedBy: 'p1' }).values
    expect([mayLead(mine, actor(['employee']), false), mayLead(mine, actor(['employee'], 'p2'), false)]).toEqual([true, false])
    expect(mayLead({ ...mine, stage: 'ending' }, actor(['employee']), false)).toBe(false)
  })
})

describe('system life: the gates of the procurement', () => {
  it('S4-057 software passes by IT, the data protection officer and the information security manager; not with one missing', () => {
    for (const kind of ['application', 'software', 'itSystem'] as const) {
      const one = life({ ...procured, kind })
      expect(involved(kind)).toEqual(['it', 'dpo', 'ciso'])
      expect(closeProcurement(one, known)).toMatchObject({ ok: true, next: { values: { stage: 'procured' } } })
      for (const part of ['it', 'dpo', 'ciso'])
        expect(closeProcurement(one, { ...known, waiting: [part] })).toMatchObject({ ok: false, why: 'gatesOpen', fields: [part] })
    }
  })
  it('S4-058 equipment passes by the statement of IT alone, and not without it', () => {
    const one = life({ ...wholeNeed, kind: 'equipment', stage: 'procurement', rulesFollowed: 'yes' })
    const alone = { owner: null, consultations: [], waiting: [] }
    expect(gatesOf(one, alone).map(({ gate }) => gate)).toEqual(['rules', 'it'])
    expect(closeProcurement(one, alone)).toMatchObject({ ok: true })
    expect(closeProcurement(one, { ...alone, waiting: ['it'] })).toMatchObject({ ok: false, why: 'gatesOpen', fields: ['it'] })
  })
  it.each([
    ['S4-056', { rulesFollowed: 'no' as const }, known, 'rules'],
    ['S4-056', { rulesFollowed: null }, known, 'rules'],
    ['S4-113', { byDesign: null }, known, 'byDesign'],
    ['S4-113', { byDefault: null }, known, 'byDefault'],
    ['S4-115', {}, { ...known, owner: null }, 'owner'],
    ['S4-116', {}, { ...known, consultations: [{ ...answered, answer: null, answeredAt: null, answeredBy: null }] }, 'consulted'],
  ])('%s a procurement cannot be closed with %j', (_, values, beside, gate) => {
    expect(closeProcurement(life({ ...procured, ...values }), beside)).toMatchObject({ ok: false, why: 'gatesOpen', fields: [gate] })
  })
  it('a system on its way in is not in use; one that has no life here is asked nothing', () => {
    expect(whyNotInUse(life({ stage: 'procurement' }))).toMatchObject({ why: 'notProcured' })
    expect([whyNotInUse(life({ stage: 'procured' })), whyNotInUse(undefined)]).toEqual([null, null])
  })
})

describe('system life: out of use', () => {
  const points = {
    securedConfidentiality: 'a',
    securedIntegrity: 'b',
    securedAvailability: 'c',
    archivedWhere: 'd',
    carriedOn: 'e',
    archivist: 'f',
  }
  const begun = life({ stage: 'ending', ...points })
  it.each([
    ['S4-122', 'securedConfidentiality'],
    ['S4-122', 'securedIntegrity'],
    ['S4-122', 'securedAvailability'],
    ['S4-123', 'archivedWhere'],
    ['S4-123', 'carriedOn'],
    ['S4-124', 'archivist'],
  ])('%s a system is not decommissioned with %s open', (_, point) => {
    expect(decommission(life({ stage: 'ending', ...points, [point]: null }), 'eier')).toMatchObject({
      ok: false,
      why: 'pointsOpen',
      fields: [point],
    })
    expect(decommission(begun, 'eier')).toMatchObject({ ok: true, next: { values: { stage: 'ended' } } })
  })
  it('without an owner nobody answers for it', () => {
    expect(endingGaps(begun, null)).toEqual(['owner'])
  })
  it('one that holds personal data goes out of use by its decommissioning alone; one without is only set so', () => {
    expect(whyNotOutOfUse(['contact'])).toMatchObject({ why: 'decommissionFirst' })
    expect([whyNotOutOfUse(['none']), whyNotOutOfUse([])]).toEqual([null, null])
  })
  it('its points are written while it is being decommissioned, and at no other time', () => {
    expect(writeEnding(life({ stage: 'inUse' }), points)).toMatchObject({ ok: false, why: 'notNow' })
  })
})

describe('system life: who keeps it', () => {
  it('the head of the unit that owns it appoints; another does not', () => {
    expect(mayAppoint('u', actor(['leader'], 'p1', ['u']))).toBe(true)
    expect(mayAppoint('u', actor(['leader'], 'p1', ['v']))).toBe(false)
  })
  it('an appointment is of a day that has come', () => {
    expect(appoint(life({ stage: 'inUse' }), 'x', '2026-03-03', '2026-03-02', 'p1')).toMatchObject({ ok: false, why: 'appointedLater' })
  })
  const whole: Standing = {
    owner: 'o',
    superUser: 's',
    appointed: 's',
    logsSearches: 'yes',
    dataKinds: ['health'],
    reviewDueOn: '2026-04-01',
    reviewedOn: '2025-04-01',
    analysedOn: '2026-01-15',
    suppliedBy: 'supplier',
    agreement: 'inForce',
    openChanges: 0,
  }
  it.each([
    ['S4-102', { superUser: null }, ['superUser']],
    ['S4-102', { appointed: null }, ['superUser']],
    ['S4-102', { appointed: 'another' }, ['superUser']],
    ['S4-167', { logsSearches: 'no' }, ['logsSearches']],
    ['S4-167', { logsSearches: null }, ['logsSearches']],
    ['S4-167', { logsSearches: 'no', dataKinds: ['none'] }, []],
    ['S4-170', { reviewDueOn: '2026-03-01' }, ['review']],
    ['S4-170', { reviewDueOn: null }, ['review']],
    ['S4-170', {}, []],
  ])('%s what a system in use lacks: %j', (_, values, lacks) => {
    expect(lacksOf({ ...whole, ...values }, '2026-03-02')).toEqual(lacks)
  })
  it.each([
    [{}, []],
    [{ analysedOn: null }, ['analysis']],
    [{ reviewDueOn: '2026-03-01' }, ['review']],
    [{ agreement: 'draft' }, ['agreement']],
    [{ agreement: null }, ['agreement']],
    [{ agreement: null, suppliedBy: null }, []],
    [{ reviewedOn: null }, []],
    [{ appointed: null }, ['superUser']],
    [{ logsSearches: null }, ['logs']],
    [{ openChanges: 1 }, ['changes']],
  ] as const)('S4-101 what the owner of a system has yet to do: %j', (values, open) => {
    const left = dutiesOf({ ...whole, ...values }, '2026-03-02').filter(({ state }) => state === 'open')
    expect(left.map(({ duty }) => duty)).toEqual(open)
  })
  it.each([
    [{ agreement: null, suppliedBy: null }, 'agreement', 'notAsked'],
    [{ logsSearches: null, dataKinds: ['none'] }, 'logs', 'notAsked'],
    [{ reviewedOn: null }, 'review', 'notYet'],
    [{}, 'review', 'met'],
    [{}, 'agreement', 'met'],
  ] as const)('S4-101 what is not asked, and what nobody has done yet, is not said to be in order: %j %s', (values, duty, state) => {
    expect(dutiesOf({ ...whole, ...values }, '2026-03-02').find((one) => one.duty === duty)?.state).toBe(state)
  })
})
