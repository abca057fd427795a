import { describe, expect, it } from 'vitest'
import { type Actor, type Role, roles } from '../../kernel/actor.ts'
import { differing } from '../../kernel/factory.ts'
import { emptyValues } from '../../kernel/fields.ts'
import { wholeNeed } from './factory.ts'
import { endingFields, lifeFields, needFields, procurementFields, stages } from './fields.ts'
import {
  appoint,
  beginEnding,
  beginProcurement,
  closeProcurement,
  decommission,
  dutiesOf,
  endingGaps,
  gatesOf,
  involved,
  isPhaseOf,
  type Known,
  lacksOf,
  mayAppoint,
  mayLead,
  missingOf,
  playsPart,
  type Standing,
  stopEnding,
  takeIntoUse,
  whyNotInUse,
  whyNotOutOfUse,
  writeEnding,
  writeNeed,
  writeProcurement,
} from './rules.ts'
import type { Consultation, Life, LifeValues } from './system-life.ts'
import { workflow } from './workflow.ts'

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
    ['S4-101', { analysedOn: null }, ['analysis']],
    ['S4-101', { agreement: 'draft' }, ['agreement']],
    ['S4-101', { agreement: null }, ['agreement']],
    ['S4-101', { agreement: null, suppliedBy: null }, []],
    ['S4-170', {}, []],
    ['S4-170', { reviewDueOn: '2026-03-02' }, []],
    ['S4-115', { owner: null }, ['owner']],
    ['S4-102', { superUser: null, appointed: null }, ['superUser']],
  ] as const)('%s what a system in use lacks: %j', (_, values, lacks) => {
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
    [{ reviewDueOn: '2026-03-02' }, []],
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
  it.each([
    ['one that has it all', {}, 'inUse', []],
    ['one that nobody has assessed', { analysedOn: null }, 'inUse', ['analysis']],
    ['one whose supplier has signed nothing', { agreement: null }, 'inUse', ['agreement']],
    ['one whose agreement is a draft, which has tasks of its own', { agreement: 'draft' }, 'inUse', []],
    ['one that nobody supplies', { agreement: null, suppliedBy: null }, null, []],
    ['one that lacks both', { analysedOn: null, agreement: null }, 'ending', ['analysis', 'agreement']],
    ['one that is decommissioned', { analysedOn: null, agreement: null }, 'ended', []],
  ] as const)('what is missing of %s', (_, over, stage, lacking) => {
    expect(missingOf({ ...whole, ...over }, stage)).toEqual(lacking)
  })
})

describe('system life: each step in its stage, and in no other', () => {
  const stages = [null, 'need', 'procurement', 'procured', 'inUse', 'ending', 'ended'] as const
  const points = {
    ...{ securedConfidentiality: 'a', securedIntegrity: 'b', securedAvailability: 'c' },
    ...{ archivedWhere: 'd', carriedOn: 'e', archivist: 'f' },
  }
  const whole = { ...procured, kind: 'application', ...points } as const
  const other = { ...emptyValues(needFields), need: 'Noe annet' }
  const buying = { ...emptyValues(procurementFields), byDesign: 'Noe annet' }

  it.each([
    ['the need is written', (one: Life) => writeNeed(one, other), ['need'], 'system.needWritten', 'need'],
    ['the procurement begins', beginProcurement, ['need'], 'system.procurementBegun', 'procurement'],
    [
      'the procurement is written',
      (one: Life) => writeProcurement(one, buying),
      ['procurement'],
      'system.procurementWritten',
      'procurement',
    ],
    ['the procurement is closed', (one: Life) => closeProcurement(one, known), ['procurement'], 'system.procured', 'procured'],
    ['S4-122 the decommissioning begins', beginEnding, ['inUse'], 'system.endingBegun', 'ending'],
    ['S4-122 the decommissioning is stopped', stopEnding, ['ending'], 'system.endingStopped', 'inUse'],
    [
      'S4-122 its points are written',
      (one: Life) => writeEnding(one, { ...points, carriedOn: 'x' }),
      ['ending'],
      'system.endingWritten',
      'ending',
    ],
    ['S4-122 it is decommissioned', (one: Life) => decommission(one, 'eier'), ['ending'], 'system.decommissioned', 'ended'],
  ] as const)('%s', (_, deed, from, type, to) => {
    for (const stage of stages) {
      const outcome = deed(life({ ...whole, stage }))
      if (from.some((one) => one === stage))
        expect([stage, outcome]).toMatchObject([stage, { ok: true, next: { values: { stage: to } }, events: [{ type }] }])
      else expect([stage, outcome]).toMatchObject([stage, { ok: false, why: 'notNow' }])
    }
  })
  it('the phases before use are none of a system that was entered as in use, whatever is begun later', () => {
    const phases = (one: Life | undefined) =>
      (['need', 'procurement', 'procured', 'inUse', 'ending'] as const).map((stage) => isPhaseOf(stage, one))
    for (const entered of [undefined, life({ stage: 'inUse' }), life({ stage: 'ending' }), life({ stage: 'ended' })])
      expect(phases(entered)).toEqual([false, false, false, true, true])
    expect(phases(life({ stage: 'ending', askedBy: 'teacher' }))).toEqual([true, true, true, true, true])
  })
  it('it is taken into use once', () => {
    expect(takeIntoUse(life({ stage: 'procured' }))).toMatchObject({
      ok: true,
      next: { values: { stage: 'inUse' } },
      events: [{ type: 'system.taken' }],
    })
    expect(takeIntoUse(life({ stage: 'inUse' }))).toMatchObject({ ok: false, why: 'nothingChanged' })
  })
  it('what says the same is not written again', () => {
    const one = life({ ...whole, stage: 'need' })
    const same = { ...emptyValues(needFields), ...wholeNeed }
    expect(writeNeed(life({ ...same, stage: 'need' }), same)).toMatchObject({ why: 'nothingChanged' })
    expect(writeProcurement({ ...one, values: { ...one.values, ...buying, stage: 'procurement' } }, buying)).toMatchObject({
      why: 'nothingChanged',
    })
    expect(writeEnding(life({ ...points, stage: 'ending' }), points)).toMatchObject({ why: 'nothingChanged' })
  })
  it.each([
    ['need', true],
    ['procurement', true],
    ['procured', false],
    ['inUse', false],
    ['ending', false],
  ] as const)('whoever had the need takes part in %s: %s; those who buy and those who keep it always do', (stage, mine) => {
    const values = { stage, askedBy: 'p1' }
    expect([
      mayLead(values, actor(['employee']), false),
      mayLead(values, actor(['procurement'], 'p2'), false),
      mayLead(values, actor([], 'p2'), true),
    ]).toEqual([...[mine, true, true]])
  })
  it.each([
    ['it', 'itHead'],
    ['dpo', 'dpo'],
    ['ciso', 'ciso'],
  ] as const)('S4-057 %s is said by the %s alone', (part, who) => {
    expect(roles.filter((role) => playsPart(part, actor([role])))).toEqual([who])
  })
  it('a system that is not procured is mended at whether it is in use; one that holds personal data is decommissioned first', () => {
    for (const stage of ['need', 'procurement'] as const)
      expect(whyNotInUse(life({ stage }))).toMatchObject({ why: 'notProcured', fields: ['inUse'] })
    expect(whyNotOutOfUse(['none', 'contact'])).toMatchObject({ fields: ['inUse'] })
  })
})

describe('S4-102 system life: the super user is appointed', () => {
  const today = '2026-03-02'
  const by = (over: Partial<LifeValues> = {}, on = today) => appoint(life({ stage: 'inUse', ...over }), 'x', on, today, 'p1')
  it('from today or before, by somebody; the same again changes nothing', () => {
    expect(by()).toMatchObject({
      next: { values: { appointed: 'x', appointedOn: today, appointedBy: 'p1' } },
      events: [{ type: 'system.superUserAppointed' }],
    })
    expect(by({}, '2026-03-03')).toMatchObject({ why: 'appointedLater', fields: ['appointedOn'] })
    expect(by({ appointed: 'x', appointedOn: today, appointedBy: 'p1' })).toMatchObject({ why: 'nothingChanged' })
    expect(by({ appointed: 'y', appointedOn: today, appointedBy: 'p1' })).toMatchObject({ ok: true })
  })
  it('never of a system that is decommissioned', () => expect(by({ stage: 'ended' })).toMatchObject({ why: 'notNow' }))
  it('of all roles by those who keep the register', () => {
    expect(roles.filter((role) => mayAppoint('u', actor([role])))).toEqual(['itHead', 'admin'])
    expect(mayAppoint(null, actor(['leader'], 'p1', ['u']))).toBe(false)
  })
})

it('S4-122 the steps are done as they are drawn, from each stage', () => {
  const ended = {
    securedConfidentiality: 'Ja',
    securedIntegrity: 'Ja',
    securedAvailability: 'Ja',
    archivedWhere: 'Arkivet',
    carriedOn: 'Nei',
  }
  const at = (stage: LifeValues['stage']) => life({ ...wholeNeed, ...procured, ...ended, stage })
  const yes = { owner: 'eier', consultations: [answered], waiting: [] }
  const found = differing(
    { ...workflow, ...everybody },
    stages,
    ['keeper'],
    {
      writeNeed: (stage) => writeNeed(at(stage), { ...emptyValues(needFields), need: 'Et annet' }),
      beginProcurement: (stage) => beginProcurement(at(stage)),
      writeProcurement: (stage) => writeProcurement(at(stage), { ...emptyValues(procurementFields), byDesign: 'Nytt' }),
      closeProcurement: (stage) => closeProcurement(at(stage), yes),
      takeIntoUse: (stage) => takeIntoUse(at(stage)),
      beginEnding: (stage) => beginEnding(at(stage)),
      stopEnding: (stage) => stopEnding(at(stage)),
      writeEnding: (stage) => writeEnding(at(stage), { ...emptyValues(endingFields), archivedWhere: 'Et annet sted' }),
      decommission: (stage) => decommission(at(stage), 'eier'),
      appoint: (stage) => appoint(at(stage), 'p2', '2026-03-01', '2026-03-02', 'p1'),
    },
    ({ values }) => values.stage,
  )
  expect(found).toEqual([])
})
// Who may is asked where the system is known, in the commands.
const everybody = {
  decommission: { ...workflow.decommission, by: ['keeper'] },
  appoint: { ...workflow.appoint, by: ['keeper'] },
} as const
