import { expect, it } from 'vitest'
import { type Actor, type Role, roles } from '../../kernel/actor.ts'
import { refuse } from '../../kernel/change.ts'
import { differing } from '../../kernel/factory.ts'
import { emptyValues } from '../../kernel/fields.ts'
import { measureFields, recordFields, riskFields, scenarioFields } from './fields.ts'
import { levelsOf, matrixOf, placeOf, protectionOf, riskOf } from './matrix.ts'
import type { Analysis, Answers, Measure, Risk, Scenario } from './risk.ts'
import {
  acceptRisk,
  addRisk,
  approveRisk,
  confirmRisk,
  dpiaBegun,
  editRisk,
  endRisk,
  gapsOf,
  isAssessed,
  isLookedAt,
  type KnownOwners,
  mayAccept,
  mayAdd,
  mayApprove,
  mayEdit,
  mayRead,
  mayReadAll,
  needsAcceptance,
  removePart,
  waitsForApproval,
  writeMeasure,
  writeScenario,
} from './rules.ts'
import { workflow } from './workflow.ts'

const now = new Date('2026-03-02T08:00:00Z')
const today = '2026-03-02'
const by = (personId: string, roles: readonly Role[] = [], leads: readonly string[] = []): Actor => ({
  ...{ personId, organisationId: 'o', roles, leads, unitId: null, profileVersion: 1 },
})
const owner = by('owner')
const nobody: KnownOwners = { before: [], after: [] }
const author = by('author')
const answers: Answers = {
  ...emptyValues(riskFields),
  ...({ name: 'Journal', reason: 'new', about: 'Alt', owner: 'owner', author: 'author', unit: 'u' } as const),
  ...({
    purpose: 'Føre journal',
    dataAccount: 'Helse',
    content: 'strict',
    context: 'inHouse',
    dpiaNeeded: 'no',
    dpiaReason: 'Ingen tegn',
  } as const),
}
const record: Risk = {
  id: 'r',
  version: 1,
  values: { ...emptyValues(recordFields), ...answers, status: 'draft', scale: '5', initiator: 'leader', begunOn: today, touchedAt: now },
}
const but = (values: Partial<Risk['values']>): Risk => ({ ...record, values: { ...record.values, ...values } })
const scenario = (over: Partial<Scenario> = {}): Scenario => ({
  ...emptyValues(scenarioFields),
  ...({ id: 's', name: 'Feil mottaker', cause: 'humanCompetence', touches: ['confidentiality'] } as const),
  ...({ likelihood: '1', forSubjects: '2', forOrganisation: '1' } as const),
  ...over,
})
const measure = (over: Partial<Measure> = {}): Measure => ({
  ...emptyValues(measureFields),
  ...({ id: 'm', name: 'Opplæring', kind: 'training', effect: ['preventing'], owner: 'carrier', dueOn: '2026-06-01' } as const),
  ...{ decidedBy: 'owner', decidedOn: '2026-02-01' },
  ...over,
})
const analysis = (over: Partial<Analysis> = {}): Analysis => ({ record, scenarios: [scenario()], measures: [], ...over })
const gaps = (over: Partial<Analysis> = {}) => gapsOf(analysis(over), 'print', today).map(({ what }) => what)

it('S4-117 S4-118 without purpose, personal data or the answer about a DPIA it cannot be approved', () => {
  expect(gaps()).toEqual([])
  for (const what of ['purpose', 'dataAccount', 'dpiaNeeded', 'dpiaReason', 'owner'] as const) {
    const lacking = analysis({ record: but({ [what]: null }) })
    expect(gapsOf(lacking, 'print', today)).toEqual([{ what }])
    expect(approveRisk(lacking, 'print', now)).toMatchObject({ ok: false, why: 'answersMissing' })
  }
  expect(gaps({ record: but({ about: null }) })).toEqual(['systems'])
  expect(gaps({ record: but({ about: null, systems: ['x'] }) })).toEqual([])
  expect(gaps({ record: but({ about: null, processings: ['x'] }) })).toEqual([])
  expect(approveRisk(analysis(), 'print', now)).toMatchObject({ ok: true, next: { values: { status: 'approved', approvedAt: now } } })
})

it('S3-46 without a scenario it cannot be approved', () => {
  expect(gaps({ scenarios: [] })).toEqual(['scenarios'])
  expect(approveRisk(analysis({ scenarios: [] }), 'print', now)).toMatchObject({ ok: false, why: 'answersMissing' })
})

it('what is judged lower after measures has a measure against it, or it cannot be approved', () => {
  for (const lower of [
    { likelihood: '3', likelihoodAfter: '1' },
    { forSubjects: '3', forSubjectsAfter: '2' },
    { forOrganisation: '2', forOrganisationAfter: '1' },
  ] as const) {
    const scenarios = [scenario({ likelihood: '1', ...lower })]
    for (const measures of [[], [measure()], [measure({ scenarios: ['another'] })]]) {
      expect(gapsOf(analysis({ scenarios, measures }), 'print', today)).toEqual([{ what: 'measures', scenario: scenarios[0] }])
      expect(approveRisk(analysis({ scenarios, measures }), 'print', now)).toMatchObject({ why: 'answersMissing' })
    }
    expect(gaps({ scenarios, measures: [measure({ scenarios: ['s'] })] })).toEqual([])
  }
  expect(gaps({ scenarios: [scenario({ likelihoodAfter: '1', forSubjectsAfter: '2' })] })).toEqual([])
})

it('S4-003 the same content in another context asks for another protection, and both are needed', () => {
  expect(protectionOf('internal', 'inHouse')).toBe('increased')
  expect(protectionOf('internal', 'supplier')).toBe('high')
  expect(protectionOf('protected', 'mobile')).toBe('veryHigh')
  expect(protectionOf('strict', 'shared')).toBe('veryHigh')
  expect(protectionOf('open', 'shared')).toBe('basic')
  expect(protectionOf('internal', null)).toBeNull()
  expect(protectionOf(null, 'inHouse')).toBeNull()
  expect(gaps({ record: but({ content: null }) })).toEqual(['content'])
  expect(gaps({ record: but({ context: null }) })).toEqual(['context'])
})

it.each([
  ['4', '1', '3', 'low'],
  ['4', '2', '2', 'medium'],
  ['4', '2', '4', 'medium'],
  ['4', '3', '3', 'high'],
  ['5', '1', '4', 'low'],
  ['5', '1', '5', 'medium'],
  ['5', '3', '3', 'medium'],
  ['5', '3', '4', 'high'],
] as const)('on the scale of %s, likelihood %s and consequence %s is %s', (scale, likelihood, consequence, level) => {
  expect(riskOf(scale, scenario({ likelihood, forSubjects: consequence, forOrganisation: '1' }), 'before')).toBe(level)
  expect(riskOf(scale, scenario({ likelihood, forSubjects: '1', forOrganisation: consequence }), 'before')).toBe(level)
})

it('the matrix has the most likely on top and each scenario in one cell; what is not judged after measures stands where it stood', () => {
  const one = scenario({ id: 'a', likelihood: '4', forSubjects: '3', forOrganisation: '2', likelihoodAfter: '2' })
  const two = scenario({ id: 'b', likelihood: null })
  const rows = matrixOf('5', [one, two], 'before', 'worst')
  expect(rows.map(({ likelihood }) => likelihood)).toEqual(['5', '4', '3', '2', '1'])
  expect(rows[1]?.cells.map(({ ids }) => ids)).toEqual([[], [], ['a'], [], []])
  expect(rows[1]?.cells.map(({ level }) => level)).toEqual(['low', 'medium', 'high', 'high', 'high'])
  expect(matrixOf('4', [], 'before', 'worst')).toHaveLength(4)
  expect(placeOf(one, 'after', 'worst')).toEqual({ likelihood: '2', consequence: '3' })
  expect(placeOf(one, 'before', 'organisation')).toEqual({ likelihood: '4', consequence: '2' })
  expect(placeOf(one, 'before', 'subjects')).toEqual({ likelihood: '4', consequence: '3' })
  expect(levelsOf('5', [one, two], 'before')).toEqual({ low: 0, medium: 0, high: 1 })
  expect(levelsOf('5', [one, two], 'after')).toEqual({ low: 0, medium: 1, high: 0 })
})

const high = scenario({ likelihood: '5', forSubjects: '5' })
const until = '2026-12-31'

it('what is not low after measures waits for the risk owner, who accepts it with an end of at most a year', () => {
  expect(needsAcceptance(analysis())).toBe(false)
  const risky = analysis({ scenarios: [high] })
  expect(gapsOf(risky, 'print', today)).toEqual([{ what: 'acceptance' }])
  const accept = (over: { until?: string | null; reason?: string | null } = {}, actor = owner) =>
    acceptRisk(risky, { until, reason: 'Forsvarlig', ...over }, 'print', [], actor, now)
  expect(accept({}, by('ciso', ['ciso']))).toMatchObject({ ok: false, why: 'notAllowed' })
  expect(accept({ until: null })).toMatchObject({ ok: false, why: 'incomplete', fields: ['until'] })
  expect(accept({ reason: null })).toMatchObject({ ok: false, why: 'incomplete', fields: ['reason'] })
  expect(accept({ until: today })).toMatchObject({ ok: false, why: 'untilPast' })
  expect(accept({ until: '2027-03-03' })).toMatchObject({ ok: false, why: 'untilFar' })
  expect(acceptRisk(analysis(), { until, reason: 'x' }, 'print', [], owner, now)).toMatchObject({ ok: false, why: 'notNow' })
  const other = { ...risky, record: but({ riskOwner: 'chief' }) }
  expect(acceptRisk(other, { until, reason: 'x' }, 'print', [], owner, now)).toMatchObject({ ok: false, why: 'notAllowed' })
  expect(acceptRisk(other, { until, reason: 'x' }, 'print', [], by('chief'), now).ok).toBe(true)
  const accepted = accept({ until: '2027-03-02' })
  if (!accepted.ok) throw new Error(accepted.why)
  const after = { ...risky, record: accepted.next }
  expect(gapsOf(after, 'print', today)).toEqual([])
  expect(gapsOf(after, 'another', today)).toEqual([{ what: 'acceptance' }])
  expect(gapsOf(after, 'print', '2027-03-02')).toEqual([])
  expect(gapsOf(after, 'print', '2027-03-03')).toEqual([{ what: 'acceptance' }])
})

it('S4-083 S4-104 a leader and a super user begin one; it says who did, and what was approved is changed by the next change', () => {
  expect([by('x', ['leader']), by('x', ['superUser']), by('x', ['systemOwner']), by('x', ['ciso']), by('x', [], ['u'])].every(mayAdd)).toBe(
    true,
  )
  expect(mayAdd(by('x', ['employee']))).toBe(false)
  const added = addRisk('r', answers, '4', [], by('leader', ['leader']), now)
  expect(added).toMatchObject({ ok: true, next: { values: { initiator: 'leader', status: 'draft', scale: '4', begunOn: today } } })
  expect(addRisk('r', answers, '4', [], by('x'), now)).toMatchObject({ ok: false, why: 'notAllowed' })
  const edited = editRisk(but({ status: 'approved' }), { ...answers, purpose: 'Noe annet' }, nobody, author, now)
  expect(edited).toMatchObject({ ok: true, next: { values: { status: 'changed', touchedAt: now } }, events: [{ fields: ['purpose'] }] })
  expect(editRisk(record, { ...answers, purpose: 'Noe annet' }, nobody, author, now)).toMatchObject({
    ok: true,
    next: { values: { status: 'draft' } },
  })
  expect(editRisk(record, answers, nobody, author, now)).toMatchObject({ ok: false, why: 'nothingChanged' })
  expect(editRisk(record, { ...answers, purpose: 'x' }, nobody, by('x'), now)).toMatchObject({ ok: false, why: 'notAllowed' })
  expect(editRisk(but({ status: 'ended' }), { ...answers, purpose: 'x' }, nobody, author, now)).toMatchObject({ ok: false, why: 'notNow' })
})

it('S4-104 S4-117 whoever drafts an analysis neither names nor is the one who approves or accepts it, but where the register has them', () => {
  const said = (over: Partial<Answers>, who: Actor, known = nobody, from = record) => {
    const outcome = editRisk(from, { ...answers, ...over }, known, who, now)
    return outcome.ok ? 'edited' : [outcome.why, ...outcome.fields].join(' ')
  }
  const guest = by('guest')
  const held = but({ participants: ['guest'] })
  for (const field of ['owner', 'riskOwner'] as const) {
    // Themselves, whoever wrote it and whoever began it: none of them, whoever writes it down; another is named by anybody.
    expect(said({ [field]: 'author' }, author)).toBe(`drafterDecides ${field}`)
    expect(said({ [field]: 'guest', participants: ['guest'] }, guest, nobody, held)).toBe(`drafterDecides ${field}`)
    for (const drafter of ['author', 'leader']) expect(said({ [field]: drafter }, by('c', ['ciso']))).toBe(`drafterDecides ${field}`)
    expect(said({ [field]: 'chief' }, author)).toBe('edited')
    expect(said({ [field]: 'author' }, author, { before: [], after: ['author'] })).toBe('edited')
    // By way of a system of one's own, and back.
    const own = but({ [field]: 'author' })
    expect(said({ [field]: 'author', purpose: 'x' }, author, { before: ['author'], after: [] }, own)).toBe(`drafterDecides ${field}`)
    expect(said({ [field]: 'author', purpose: 'x' }, author, nobody, own)).toBe('edited')
  }
  // Without a risk owner the owner is the one.
  expect(said({ owner: 'author', riskOwner: null }, author, nobody, but({ owner: 'chief', riskOwner: 'author' }))).toBe(
    'drafterDecides owner',
  )
  const begun = (owner: string | null, known: readonly string[]) =>
    addRisk('r', { ...answers, owner }, '5', known, by('me', ['superUser']), now)
  expect([begun('me', []), begun('me', ['me']), begun('chief', [])].map(({ ok }) => ok)).toEqual([false, true, true])
  for (const name of ['author', 'leader', 'chief'])
    for (const known of [[], [name]]) {
      const may = name === 'chief' || known.length > 0
      expect([name, mayApprove(but({ owner: name }), known, by(name))]).toEqual([name, may])
      expect([name, mayAccept(but({ riskOwner: name }), known, by(name))]).toEqual([name, may])
      const risky = analysis({ record: but({ riskOwner: name }), scenarios: [high] })
      expect(acceptRisk(risky, { until, reason: 'x' }, 'print', known, by(name), now).ok).toBe(may)
    }
  expect([mayApprove(record, ['other'], by('other')), mayAccept(record, ['other'], by('other'))]).toEqual([false, false])
})

it('those who take part write and read; the weaknesses of a system are not for everybody', () => {
  const held = but({ riskOwner: 'chief', participants: ['guest'] })
  for (const person of ['owner', 'chief', 'author', 'leader', 'guest'])
    expect([mayEdit(held, by(person)), mayRead(held, by(person))]).toEqual([true, true])
  expect([mayEdit(held, by('x', [], ['u'])), mayEdit(held, by('x', [], ['other']))]).toEqual([true, false])
  expect([mayEdit(held, by('x', ['ciso'])), mayEdit(held, by('x', ['auditor']))]).toEqual([true, false])
  expect([mayRead(held, by('x')), mayRead(held, by('x', ['auditor']))]).toEqual([false, true])
  expect([mayReadAll(by('guest')), mayReadAll(by('x', ['controller']))]).toEqual([false, true])
})

it('a scenario is on the scale of its analysis, and changes what was approved', () => {
  const approved = but({ status: 'approved', scale: '4' })
  expect(writeScenario(approved, null, scenario(), author, now)).toMatchObject({
    ok: true,
    next: { record: { values: { status: 'changed' } } },
    events: [{ type: 'risk.scenarioAdded' }],
  })
  expect(writeScenario(approved, null, scenario({ likelihood: '5' }), author, now)).toMatchObject({
    why: 'beyondScale',
    fields: ['likelihood'],
  })
  expect(writeScenario(record, null, scenario({ likelihood: '5' }), author, now).ok).toBe(true)
  expect(writeScenario(record, scenario(), scenario({ name: 'Ny' }), author, now)).toMatchObject({
    events: [{ type: 'risk.scenarioEdited' }],
  })
  expect(writeScenario(record, scenario(), scenario(), author, now)).toMatchObject({ why: 'nothingChanged' })
  expect(writeScenario(record, null, scenario(), by('x'), now)).toMatchObject({ why: 'notAllowed' })
  expect(writeScenario(but({ status: 'ended' }), null, scenario(), author, now)).toMatchObject({ why: 'notNow' })
  expect(removePart(approved, 'risk.scenarioRemoved', author, now)).toMatchObject({ ok: true, next: { values: { status: 'changed' } } })
  expect(removePart(approved, 'risk.scenarioRemoved', by('x'), now)).toMatchObject({ why: 'notAllowed' })
})

it('S4-005 a measure carried out has its day and what shows it, by whoever carries it out; its plan is approved anew when it changes', () => {
  const approved = but({ status: 'approved' })
  const carrier = by('carrier')
  const done = measure({ doneOn: '2026-03-01', evidence: 'Sak 12' })
  expect(writeMeasure(approved, measure(), done, carrier, now)).toMatchObject({
    ok: true,
    next: { record: { values: { status: 'approved' } } },
    events: [{ type: 'risk.measureDone' }],
  })
  expect(writeMeasure(approved, measure(), measure({ doneOn: '2026-03-01' }), carrier, now)).toMatchObject({ why: 'evidenceMissing' })
  expect(writeMeasure(approved, measure(), measure({ doneOn: '2026-03-03', evidence: 'x' }), carrier, now)).toMatchObject({
    why: 'doneLater',
  })
  expect(writeMeasure(approved, measure(), measure({ name: 'Annet' }), carrier, now)).toMatchObject({ why: 'notAllowed' })
  expect(writeMeasure(approved, measure(), measure({ name: 'Annet' }), author, now)).toMatchObject({
    next: { record: { values: { status: 'changed' } } },
    events: [{ type: 'risk.measureEdited' }],
  })
  expect(writeMeasure(approved, null, measure(), author, now)).toMatchObject({ events: [{ type: 'risk.measureAdded' }] })
  expect(writeMeasure(approved, null, measure(), carrier, now)).toMatchObject({ why: 'notAllowed' })
  expect(writeMeasure(approved, measure(), measure(), author, now)).toMatchObject({ why: 'nothingChanged' })
  expect(writeMeasure(but({ status: 'ended' }), measure(), done, carrier, now)).toMatchObject({ why: 'notNow' })
})

it('only what is approved is confirmed; the owner or the manager ends it', () => {
  const later = new Date('2026-04-01T08:00:00Z')
  expect(confirmRisk(but({ status: 'approved' }), author, later)).toMatchObject({
    ok: true,
    next: { values: { touchedAt: later, status: 'approved' } },
  })
  expect(confirmRisk(but({ status: 'changed' }), author, now)).toMatchObject({ why: 'notApproved' })
  expect(confirmRisk(but({ status: 'approved' }), by('x'), now)).toMatchObject({ why: 'notAllowed' })
  expect(endRisk(record, owner, now)).toMatchObject({ ok: true, next: { values: { status: 'ended' } } })
  expect(endRisk(record, by('x', ['ciso']), now).ok).toBe(true)
  expect(endRisk(record, author, now)).toMatchObject({ why: 'notAllowed' })
  expect(endRisk(but({ status: 'ended' }), owner, now)).toMatchObject({ why: 'nothingChanged' })
  expect(approveRisk(analysis({ record: but({ status: 'approved' }) }), 'print', now)).toMatchObject({ why: 'notNow' })
  expect(['draft', 'changed', 'approved', 'ended'].map((status) => waitsForApproval(but({ status: status as 'draft' })))).toEqual([
    true,
    true,
    false,
    false,
  ])
})

it('S4-037 S4-119 a system is assessed by an approved analysis; one is looked at when approved or confirmed in the last ninety days', () => {
  expect(isAssessed([])).toBe(false)
  expect(isAssessed([{ status: 'draft' }, { status: 'changed' }])).toBe(false)
  expect(isAssessed([{ status: 'draft' }, { status: 'approved' }])).toBe(true)
  const at = (day: string, status: 'approved' | 'changed' = 'approved') => [{ status, touchedAt: new Date(`${day}T12:00:00Z`) }]
  expect(isLookedAt(at('2025-12-02'), today)).toBe(true)
  expect(isLookedAt(at('2025-12-01'), today)).toBe(false)
  expect(isLookedAt(at('2026-03-01', 'changed'), today)).toBe(false)
})

it.each([
  [
    'S4-083 S4-104 begin an analysis',
    mayAdd,
    [...['leader', 'unitHead', 'privacyContact', 'dpo', 'privacyAdviser', 'ciso', 'systemOwner', 'superUser', 'itHead', 'admin']],
  ],
  [
    'read the weaknesses of every system',
    mayReadAll,
    [
      ...['leader', 'unitHead', 'privacyContact', 'dpo', 'privacyAdviser', 'ciso', 'controller', 'managementGroup', 'centralAssessor'],
      ...['cert', 'systemOwner', 'superUser', 'itHead', 'auditor', 'admin'],
    ],
  ],
  [
    'S4-089 write in an analysis that they take no part in',
    (actor: Actor) => mayEdit(record, actor),
    ['privacyContact', 'dpo', 'privacyAdviser', 'ciso', 'itHead', 'admin'],
  ],
] as const)('of all roles, these %s', (_, may, who) => {
  expect(roles.filter((role) => may(by('x', [role])))).toEqual(who)
})

it('S4-089 whoever stands in for the information security manager assists too, and ends one', () => {
  const standIn = { ...by('x', ['caseworker']), standsInFor: ['ciso'] } as const
  expect([mayAdd(standIn), mayReadAll(standIn), mayEdit(record, standIn), endRisk(record, standIn, now).ok]).toEqual([
    false,
    true,
    true,
    true,
  ])
})

it('each step is told of by its own name', () => {
  const risky = analysis({ scenarios: [high] })
  const approved = but({ status: 'approved' })
  const told = [
    ...[addRisk('r', answers, '5', [], by('leader', ['leader']), now), editRisk(record, { ...answers, purpose: 'x' }, nobody, author, now)],
    ...[acceptRisk(risky, { until, reason: 'x' }, 'print', [], owner, now), approveRisk(analysis(), 'print', now)],
    ...[confirmRisk(approved, author, now), dpiaBegun(record, now), endRisk(record, owner, now)],
    ...(['risk.scenarioRemoved', 'risk.measureRemoved'] as const).map((type) => removePart(record, type, author, now)),
  ].map((outcome) => outcome.ok && outcome.events)
  expect(told).toEqual([
    ...[[{ type: 'risk.added' }], [{ type: 'risk.edited', fields: ['purpose'] }], [{ type: 'risk.accepted' }], [{ type: 'risk.approved' }]],
    ...[[{ type: 'risk.confirmed' }], [{ type: 'risk.dpiaBegun' }], [{ type: 'risk.ended' }]],
    ...[[{ type: 'risk.scenarioRemoved' }], [{ type: 'risk.measureRemoved' }]],
  ])
})

it('S4-118 the impact assessment that it asks for begins once', () => {
  const begun = dpiaBegun(record, now)
  expect(begun).toMatchObject({ ok: true, next: { id: 'r', values: { name: 'Journal', dpiaBegunAt: now } } })
  expect(dpiaBegun(but({ dpiaBegunAt: now }), new Date('2026-05-01T08:00:00Z'))).toMatchObject({ ok: false, why: 'nothingChanged' })
})

it.each([
  ['today', today, ['untilPast', 'until']],
  ['tomorrow', '2026-03-03', null],
  ['in a year', '2027-03-02', null],
  ['a day after that', '2027-03-03', ['untilFar', 'until']],
])('what is left is accepted until %s', (_, day, blamed) => {
  const outcome = acceptRisk(analysis({ scenarios: [high] }), { until: day, reason: 'x' }, 'print', [], owner, now)
  expect(outcome.ok ? null : [outcome.why, ...outcome.fields]).toEqual(blamed)
})

it('is about something: a system, an activity, a zone or what is said in words', () => {
  const about = (over: Partial<Risk['values']>) => gaps({ record: but({ about: null, ...over }) })
  expect([about({ zones: ['z'] }), about({ systems: ['s'], zones: ['z'] }), about({})]).toEqual([[], [], ['systems']])
})

it('S4-119 of several analyses one that was looked at is enough; one that nobody has touched is not looked at', () => {
  const [old, fresh] = [
    { status: 'approved', touchedAt: new Date('2024-01-01T12:00:00Z') },
    { status: 'approved', touchedAt: now },
  ] as const
  expect([isLookedAt([old, fresh], today), isLookedAt([old], today), isLookedAt([], today)]).toEqual([true, false, false])
})

it('S4-005 whoever carries out one measure does not carry out those of others', () => {
  const done = measure({ owner: 'another', doneOn: '2026-03-01', evidence: 'Sak 12' })
  expect(writeMeasure(record, measure({ owner: 'another' }), done, by('carrier'), now)).toMatchObject({ why: 'notAllowed' })
})

it('S4-117 the steps are done as they are drawn, from each status and by each part', () => {
  const players = { writer: author, owner, riskOwner: by('risk'), approver: by('x') }
  const at = (status: Risk['values']['status']) => but({ status, riskOwner: 'risk' })
  const edited = (status: Risk['values']['status'], part: keyof typeof players) =>
    editRisk(at(status), { ...answers, riskOwner: 'risk', name: 'Nytt navn' }, nobody, players[part], now)
  const high = [scenario({ likelihood: '5', forSubjects: '5' })]
  // Whoever owns it, or its risk, writes in it too: what they may besides is what is asked here.
  const writes = (part: keyof typeof players) => part === 'writer'
  const found = differing(
    workflow,
    recordFields.status.of,
    ['writer', 'owner', 'riskOwner', 'approver'],
    {
      edit: (status, part) => (status === 'approved' || !writes(part) ? refuse('notNow') : edited(status, part)),
      editApproved: (status, part) => (status === 'approved' && writes(part) ? edited(status, part) : refuse('notNow')),
      accept: (status, part) => {
        const given = { until: '2026-06-01', reason: 'Tålt til det nye kommer.' }
        return acceptRisk({ record: at(status), scenarios: high, measures: [] }, given, 'print', [], players[part], now)
      },
      // Who approves is asked by the approvals.
      approve: (status, part) => (part === 'approver' ? approveRisk(analysis({ record: at(status) }), 'print', now) : refuse('notAllowed')),
      confirm: (status, part) => (writes(part) ? confirmRisk(at(status), players[part], now) : refuse('notAllowed')),
      end: (status, part) => endRisk(at(status), players[part], now),
    },
    ({ values }) => values.status,
  )
  expect(found).toEqual([])
})

it.each([
  [{ decidedBy: null }, ['decidedBy']],
  [{ decidedOn: null }, ['decidedOn']],
  [{ decidedBy: null, decidedOn: null }, ['decidedBy', 'decidedOn']],
] as const)('S4-005 a measure that is carried out says who decided it, and when: %o', (lacking, fields) => {
  const done = measure({ ...lacking, doneOn: '2026-03-01', evidence: 'Sak 12' })
  expect(writeMeasure(record, null, done, author, now)).toMatchObject({ ok: false, why: 'decisionMissing', fields })
  expect(writeMeasure(record, null, { ...done, doneOn: null, evidence: null }, author, now).ok).toBe(true)
  expect(writeMeasure(record, null, { ...done, decidedBy: 'owner', decidedOn: '2026-02-01' }, author, now).ok).toBe(true)
})
