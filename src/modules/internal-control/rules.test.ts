import { describe, expect, it } from 'vitest'
import type { Actor, Role } from '../../kernel/actor.ts'
import { emptyValues } from '../../kernel/fields.ts'
import {
  activityFields,
  auditFields,
  documentRecordFields,
  exerciseFields,
  findingFields,
  inspectionFields,
  meetingFields,
  objectiveFields,
  requirementFields,
} from './fields.ts'
import type { Activity, Audit, GoverningDocument, HeldFinding } from './internal-control.ts'
import {
  activityRules,
  approvalFalls,
  approveDocument,
  auditRules,
  auditState,
  closingRefused,
  documentRules,
  exerciseRules,
  findingRules,
  inspectionRules,
  isLed,
  lacksSecurityLead,
  lastMeeting,
  leadsUnit,
  mayLogMeeting,
  mayReadFindings,
  meantDay,
  meetingRules,
  nextActivity,
  objectiveRules,
  ownMeeting,
  remindUnits,
  requirementRules,
  unitDone,
  waitsForApproval,
  waitsForCheck,
  wayRoundRefused,
} from './rules.ts'
import { activityTasks, auditTasks, documentTasks, meetingDue, meetingTasks } from './tasks.ts'

const now = new Date('2026-03-02T08:00:00Z')
const actor = (...roles: readonly Role[]): Actor => ({
  personId: 'p',
  organisationId: 'o',
  roles,
  unitId: 'u',
  leads: [],
  profileVersion: 1,
})
const dpo = actor('dpo')
const audit = (over: Partial<Audit['values']> = {}): Audit => ({
  id: 'a',
  version: 1,
  values: { ...emptyValues(auditFields), name: 'Tilganger', kind: 'internal', plannedOn: '2026-03-01', ...over },
})
const activity = (over: Partial<Activity['values']> = {}): Activity => ({
  id: 'k',
  version: 1,
  values: {
    ...emptyValues(activityFields),
    name: 'Ryddeuke',
    kind: 'campaign',
    dueOn: '2026-06-01',
    every: 'once',
    units: ['u', 'v'],
    ...over,
  },
})

it('an audit is late when its day has passed, and reported when it says what it found and concluded', () => {
  expect(auditState(audit(), '2026-03-01')).toBe('planned')
  expect(auditState(audit(), '2026-03-02')).toBe('late')
  expect(auditState(audit({ heldOn: '2026-03-01' }), '2026-03-02')).toBe('held')
  expect(auditState(audit({ heldOn: '2026-03-01', results: 'r', conclusions: 'k' }), '2026-03-02')).toBe('reported')
  const says = (over: Partial<Audit['values']>) => auditRules.add('a', audit(over).values, dpo)
  expect(says({ results: 'r', conclusions: 'k' })).toMatchObject({ ok: false, why: 'reportedBeforeHeld', fields: ['heldOn'] })
  expect(says({ heldOn: '2026-03-01', results: 'r' })).toMatchObject({ ok: false, why: 'resultsWithConclusions', fields: ['conclusions'] })
  expect(says({ heldOn: '2026-03-01', conclusions: 'k' })).toMatchObject({ ok: false, fields: ['results'] })
  expect(says({ heldOn: '2026-03-01', results: 'r', conclusions: 'k' }).ok).toBe(true)
})

it('S4-090 the security manager takes part in an audit, as its leader or in its team', () => {
  expect(lacksSecurityLead(audit({ leader: 'x', team: ['y'] }).values, ['c'])).toMatchObject({ why: 'lacksSecurityLead', fields: ['team'] })
  expect(lacksSecurityLead(audit({ leader: 'x', team: ['c'] }).values, ['c'])).toBeNull()
  expect(lacksSecurityLead(audit({ leader: 'c' }).values, ['c'])).toBeNull()
  expect(lacksSecurityLead(audit().values, [])).toBeNull()
})

it('a finding that breaks a rule has an action with owner and day; what is closed says what was done', () => {
  const blank = { ...emptyValues(findingFields), name: 'n', audit: 'a', grade: 'minor' as const }
  const add = (over: Readonly<Record<string, unknown>>) => findingRules.add('f', { ...blank, ...over } as never, dpo)
  expect(add({})).toMatchObject({ why: 'findingWithoutAction' })
  expect(add({ grade: 'improvement' }).ok).toBe(true)
  expect(add({ action: 'rydd' })).toMatchObject({ why: 'actionWithoutOwner' })
  expect(add({ action: 'rydd', owner: 'x' })).toMatchObject({ why: 'actionWithoutDay' })
  expect(add({ action: 'rydd', owner: 'x', dueOn: '2026-04-01', closedOn: '2026-03-03' })).toMatchObject({ why: 'closedWithoutOutcome' })
  expect(add({ action: 'rydd', owner: 'x', dueOn: '2026-04-01', closedOn: '2026-03-03', outcome: 'ryddet' }).ok).toBe(true)
  const inspection = { ...emptyValues(inspectionFields), name: 'n', kind: 'public' as const, heldOn: '2026-02-01', action: 'rydd' }
  expect(inspectionRules.add('i', inspection, dpo)).toMatchObject({ why: 'actionWithoutDay' })
})

it('a serious finding is closed by whoever led the audit, who says what shows that it helped, and never by the one who mended it', () => {
  const by = (personId: string, roles: readonly Role[] = []): Actor => ({ ...dpo, personId, roles })
  const plain = { meetings: false, checksMinor: false }
  const stands = { ...emptyValues(findingFields), name: 'f', audit: 'a', grade: 'major' as const, owner: 'mender', outcome: 'ryddet' }
  const done = { ...stands, doneOn: '2026-03-02' }
  const closed = { ...done, closedOn: '2026-03-03', effect: 'Stikkprøve uten funn' }
  const closing = (actor: Actor, over: object = {}, leader: string | null = 'leader', profile = plain) =>
    closingRefused(done, { ...closed, ...over }, leader, actor, profile)
  expect(closing(by('leader'))).toBeNull()
  for (const actor of [by('mender'), by('mender', ['dpo']), by('other', ['ciso']), by('other', ['auditor'])])
    expect(closing(actor)).toMatchObject({ why: 'leaderCloses', fields: ['closedOn'] })
  expect(closing(by('leader'), { doneOn: null })).toMatchObject({ why: 'notDoneYet' })
  expect(closing(by('leader'), { effect: null })).toMatchObject({ why: 'effectMissing' })
  // Said to be less serious in the same breath, or handed to another, it is closed alone no more than before.
  expect(closing(by('mender'), { grade: 'improvement', owner: 'other' })).toMatchObject({ why: 'leaderCloses' })
  expect(closing(by('mender', ['ciso']), { owner: 'leader' })).toMatchObject({ why: 'leaderCloses' })
  // Whoever led it mended it, or is not here: those who coordinate see to it, and not the one who mended it.
  for (const leader of ['mender', null]) {
    expect(closing(by('other', ['ciso']), {}, leader)).toBeNull()
    expect(closing(by('mender', ['ciso']), {}, leader)).toMatchObject({ why: 'leaderCloses' })
    expect(closing(by('other', ['auditor']), {}, leader)).toMatchObject({ why: 'leaderCloses' })
  }
  expect(closingRefused(null, closed, 'leader', by('mender'), plain)).toMatchObject({ why: 'leaderCloses' })
  expect(closingRefused(closed, { ...closed, outcome: 'mer' }, 'leader', by('mender'), plain)).toBeNull()
  // Nor in one breath after the other: whoever mends it does not say that it is less, or another's to see to.
  const changing = (before: object, over: object, actor: Actor) =>
    wayRoundRefused({ ...stands, ...before }, { ...stands, ...before, ...over }, actor, plain)
  expect(changing({}, { grade: 'improvement' }, by('mender'))).toMatchObject({ why: 'menderGrades', fields: ['grade'] })
  expect(changing({}, { audit: 'another' }, by('mender', ['ciso']))).toMatchObject({ fields: ['audit'] })
  expect(changing({ doneOn: '2026-03-02' }, { owner: 'other' }, by('mender', ['ciso']))).toMatchObject({ fields: ['owner'] })
  expect(changing({}, { owner: 'other' }, by('mender', ['ciso']))).toBeNull()
  expect(changing({}, { grade: 'improvement' }, by('leader'))).toBeNull()
  expect(changing({}, { grade: 'improvement' }, by('other', ['auditor']))).toBeNull()
  expect(changing({ grade: 'improvement' }, { audit: 'another', owner: 'other' }, by('mender'))).toBeNull()
  expect(changing({ closedOn: '2026-03-03' }, { grade: 'improvement' }, by('mender'))).toBeNull()
  expect(wayRoundRefused(null, { ...stands, grade: 'improvement' }, by('mender'), plain)).toBeNull()
  const minor = { ...done, grade: 'minor' as const }
  const lesser = (checksMinor: boolean) =>
    closingRefused(minor, { ...closed, grade: 'minor' }, 'leader', by('mender'), { ...plain, checksMinor })
  expect([lesser(false), lesser(true)?.why]).toEqual([null, 'leaderCloses'])
  expect([waitsForCheck(done, plain), waitsForCheck(minor, plain), waitsForCheck(closed, plain)]).toEqual([true, false, false])
})

it('findings are read by those who lead or oversee, and by no employee', () => {
  expect([actor('employee'), actor('leader'), actor('managementGroup'), actor('auditor'), dpo].map(mayReadFindings)).toEqual([
    false,
    true,
    true,
    true,
    true,
  ])
})

it('S4-019 top management approves a document; one that then says something else is approved no more', () => {
  const values = { ...emptyValues(documentRecordFields), name: 'Mål', kind: 'goals' as const, content: 'Trygg.', inForce: 'yes' as const }
  const document: GoverningDocument = { id: 'd', version: 1, values }
  expect(approveDocument(document, dpo, now)).toMatchObject({ why: 'notAllowed' })
  expect(approveDocument({ ...document, values: { ...values, content: null } }, actor('controller'), now)).toMatchObject({
    why: 'documentEmpty',
  })
  const approved = approveDocument(document, actor('managementGroup'), now)
  expect(approved).toMatchObject({
    ok: true,
    next: { values: { approvedAt: now, approvedBy: 'p' } },
    events: [{ type: 'governing_document.approved' }],
  })
  expect(approved.ok && approveDocument(approved.next, actor('controller'), now)).toMatchObject({ why: 'nothingChanged' })
  expect(approvalFalls(values, { ...values, content: 'Tryggere.' })).toBe(true)
  expect(approvalFalls(values, { ...values, owner: 'x' })).toBe(false)
  expect(documentTasks(document)).toMatchObject([{ kind: 'governing_document.approve', roles: ['controller'] }])
  expect(approved.ok && documentTasks(approved.next)).toEqual([])
})

it('S4-087 a campaign has units, and the leader of each has the task until the unit has done its part', () => {
  expect(activityRules.add('k', activity({ units: [] }).values, dpo)).toMatchObject({ why: 'campaignWithoutUnits' })
  expect(activityRules.mayAdd(actor('ciso')) && activityRules.mayAdd(dpo)).toBe(true)
  expect(activityRules.mayAdd(actor('leader'))).toBe(false)
  const parts = [
    { unit: 'u', doneAt: null, doneBy: null, leader: 'x' },
    { unit: 'v', doneAt: now, doneBy: 'y', leader: 'y' },
  ]
  const tasks = activityTasks(activity(), parts)
  expect(tasks.map(({ kind, key, personId }) => [kind, key, personId])).toEqual([
    ['control_activity.carryOut', undefined, undefined],
    ['control_activity.unit', 'u', 'x'],
  ])
  expect(activityTasks(activity({ doneOn: '2026-03-01' }), parts)).toEqual([])
  expect(unitDone(activity(), 'u', false, { ...actor('leader'), leads: ['u'] })).toMatchObject({ ok: true })
  expect(unitDone(activity(), 'v', false, { ...actor('leader'), leads: ['u'] })).toMatchObject({ why: 'notAllowed' })
  expect(unitDone(activity(), 'w', false, dpo)).toMatchObject({ why: 'notFound' })
  expect(remindUnits(activity(), 1, actor('leader'))).toMatchObject({ why: 'notAllowed' })
  expect(remindUnits(activity(), 0, dpo)).toMatchObject({ why: 'nothingChanged' })
})

it('an activity that comes again is followed by the next, once, so many months after it was due', () => {
  const done = activity({ every: '12', doneOn: '2026-06-20', outcome: 'Gjort' })
  expect(nextActivity(activity({ every: '12' }).values, done)).toMatchObject({ dueOn: '2027-06-01', doneOn: null, outcome: null })
  expect(nextActivity(done.values, done)).toBeNull()
  // Done long after: the next is ahead, and what was not done meanwhile is not owed. Counted from the first, a month keeps its last day.
  const late = (dueOn: string, every: '1' | '3', doneOn: string) =>
    nextActivity(null, activity({ dueOn, every, doneOn, outcome: 'Gjort' }))?.dueOn
  expect(late('2025-01-10', '1', '2026-02-20')).toBe('2026-03-10')
  expect(late('2025-01-10', '1', '2025-02-10')).toBe('2025-03-10')
  expect(late('2026-01-31', '1', '2026-03-02')).toBe('2026-03-31')
  expect(late('2026-06-01', '3', '2026-05-20')).toBe('2026-09-01')
  // Each from the one before it: after February it is on the 31st again, unless somebody has moved it.
  const each = (dueOn: string, meant: number | null) =>
    nextActivity(null, activity({ dueOn, every: '1', doneOn: dueOn, outcome: 'Gjort' }), meant)?.dueOn
  expect([each('2026-01-31', null), each('2026-02-28', 31), each('2026-04-30', 31), each('2028-02-29', 30)]).toEqual([
    ...['2026-02-28', '2026-03-31', '2026-05-31', '2028-03-30'],
  ])
  expect([each('2026-02-28', null), each('2026-03-15', 31), each('2026-02-27', 31)]).toEqual(['2026-03-28', '2026-04-15', '2026-03-27'])
  expect([meantDay('2026-02-28', 31), meantDay('2026-02-27', 31), meantDay('2026-01-31', 28)]).toEqual([31, 27, 31])
  expect(nextActivity(activity().values, activity({ doneOn: '2026-06-20', outcome: 'Gjort' }))).toBeNull()
})

it('S4-055 a unit without a leader of its own was at the meetings of the unit it follows', () => {
  const above = (last: string | null) => ({ id: 'above', last })
  const of = (last: string | null, follows: { id: string; last: string | null } | null) => {
    const held = lastMeeting({ id: 'own', last, follows })
    return [held.id, held.last]
  }
  expect(of(null, null)).toEqual(['own', null])
  expect(of('2026-01-02', null)).toEqual(['own', '2026-01-02'])
  expect(of('2026-01-02', above(null))).toEqual(['own', '2026-01-02'])
  expect(of('2026-01-02', above('2026-01-01'))).toEqual(['own', '2026-01-02'])
  expect(of('2026-01-02', above('2026-01-03'))).toEqual(['above', '2026-01-03'])
  expect(of(null, above('2026-01-03'))).toEqual(['above', '2026-01-03'])
  expect([
    isLed({ leader: 'p', follows: null }),
    isLed({ leader: 'p', follows: above(null) }),
    isLed({ leader: null, follows: null }),
  ]).toEqual([true, false, false])
})

it('S4-055 a unit is to have security on the agenda each third month, and its leader is reminded', () => {
  expect(meetingDue('2026-01-15', '2026-03-02')).toBe('2026-04-15')
  expect(meetingDue(null, '2026-03-02')).toBe('2026-06-02')
  expect(meetingTasks({ id: 'u1', name: 'Skolen' }, null, '2026-04-15')).toEqual([])
  expect(meetingTasks({ id: 'u1', name: 'Skolen' }, 'x', '2026-04-15')).toMatchObject([{ kind: 'unit_meeting.due', personId: 'x' }])
  const unit = 'u'
  expect(ownMeeting({ unit }, actor('leader'))).toMatchObject({ why: 'notYourUnit' })
  expect(ownMeeting({ unit }, { ...actor('leader'), leads: ['u'] })).toBeNull()
  expect(auditTasks(audit({ heldOn: '2026-03-01' }))).toMatchObject([{ kind: 'security_audit.hold' }])
})

describe('who keeps what', () => {
  const of = <V>(values: V) => ({ id: 'r', version: 1, values })
  const blank = {
    requirement: of(emptyValues(requirementFields)),
    finding: { ...of(emptyValues(findingFields)), leader: null } as HeldFinding,
    inspection: of(emptyValues(inspectionFields)),
    document: of(emptyValues(documentRecordFields)),
    objective: of(emptyValues(objectiveFields)),
    exercise: of(emptyValues(exerciseFields)),
    meeting: of(emptyValues(meetingFields)),
  }
  const plan: GoverningDocument = of({ ...emptyValues(documentRecordFields), kind: 'contingencyPlan' as const })
  const added = (by: Actor) => ({
    requirements: requirementRules.mayAdd(by),
    audits: auditRules.mayAdd(by),
    findings: findingRules.mayAdd(by),
    inspections: inspectionRules.mayAdd(by),
    documents: documentRules.mayAdd(by),
    objectives: objectiveRules.mayAdd(by),
    exercises: exerciseRules.mayAdd(by),
    activities: activityRules.mayAdd(by),
  })
  const edited = (by: Actor) => ({
    requirements: requirementRules.mayEdit(blank.requirement, by),
    audits: auditRules.mayEdit(audit(), by),
    findings: findingRules.mayEdit(blank.finding, by),
    inspections: inspectionRules.mayEdit(blank.inspection, by),
    documents: documentRules.mayEdit(blank.document, by),
    plans: documentRules.mayEdit(plan, by),
    objectives: objectiveRules.mayEdit(blank.objective, by),
    exercises: exerciseRules.mayEdit(blank.exercise, by),
    meetings: meetingRules.mayEdit(blank.meeting, by),
    activities: activityRules.mayEdit(activity(), by),
  })
  const names = (may: Readonly<Record<string, boolean>>) => Object.keys(may).filter((name) => may[name])
  it.each(['dpo', 'ciso', 'controller', 'privacyAdviser', 'gdprUnit'] as const)(
    'S4-087 %s coordinates: adds and edits all of it',
    (role) => {
      expect(Object.values(added(actor(role)))).not.toContain(false)
      expect(Object.values(edited(actor(role)))).not.toContain(false)
      expect([mayLogMeeting(actor(role)), mayReadFindings(actor(role))]).toEqual([true, true])
    },
  )
  it.each<[Role, readonly string[], readonly string[]]>([
    ['auditor', ['audits', 'findings'], ['findings']],
    ['itHead', ['documents', 'exercises'], ['plans', 'exercises']],
    ['leader', [], []],
    ['managementGroup', [], []],
    ['employee', [], []],
  ])('%s adds %j and edits %j', (role, adds, edits) => {
    expect(names(added(actor(role)))).toEqual(adds)
    expect(names(edited(actor(role)))).toEqual(edits)
  })
  it('whoever owns or leads one edits it, and no other of its kind', () => {
    const own = actor('employee')
    const mine = { owner: 'p', leader: 'p', responsible: 'p' }
    const held = <V extends { readonly values: object }>(record: V): V => ({ ...record, values: { ...record.values, ...mine } })
    expect([
      requirementRules.mayEdit(held(blank.requirement), own),
      auditRules.mayEdit(audit({ leader: 'p' }), own),
      auditRules.mayEdit(audit({ team: ['x', 'p'] }), own),
      auditRules.mayEdit(audit({ leader: 'x', team: ['y'] }), own),
      findingRules.mayEdit(held(blank.finding), own),
      findingRules.mayEdit({ ...blank.finding, leader: 'p' } as HeldFinding, own),
      findingRules.mayEdit({ ...blank.finding, leader: 'x' } as HeldFinding, own),
      inspectionRules.mayEdit(held(blank.inspection), own),
      documentRules.mayEdit(held(blank.document), own),
      objectiveRules.mayEdit(held(blank.objective), own),
      exerciseRules.mayEdit(held(blank.exercise), own),
      activityRules.mayEdit(activity({ responsible: 'p' }), own),
    ]).toEqual([true, true, true, false, true, true, false, true, true, true, true, true])
  })
  it('S4-055 meetings are written down by whoever leads the unit', () => {
    const leads = { ...actor('employee'), leads: ['u'] }
    expect([mayLogMeeting(leads), mayLogMeeting(actor('leader'))]).toEqual([true, false])
    const meeting = (unit: string | null) => of({ ...emptyValues(meetingFields), unit })
    expect([meetingRules.mayEdit(meeting('u'), leads), meetingRules.mayEdit(meeting('v'), leads)]).toEqual([true, false])
    expect([leadsUnit('u', leads), leadsUnit(null, leads)]).toEqual([true, false])
    expect(ownMeeting({ unit: 'v' }, leads)).toMatchObject({ why: 'notYourUnit', fields: ['unit'] })
    expect(ownMeeting({ unit: 'v' }, dpo)).toBeNull()
  })
  it.each([
    'managementGroup',
    'auditor',
    'itHead',
    'unitHead',
    'leader',
    'systemOwner',
    'privacyContact',
    'cert',
    'centralAssessor',
  ] as const)('%s reads findings', (role) => expect(mayReadFindings(actor(role))).toBe(true))
})

describe('what a refusal is blamed on', () => {
  const said = (outcome: { readonly ok: boolean; readonly why?: string; readonly fields?: readonly string[] } | null) =>
    outcome === null || outcome.ok ? 'done' : [outcome.why, ...(outcome.fields ?? [])].join(' ')
  const finding = { ...emptyValues(findingFields), name: 'f', audit: 'a', grade: 'minor' as const }
  const mended = { action: 'rydd', owner: 'x', dueOn: '2026-04-01' }
  it.each<[string, Partial<typeof finding> & object, string]>([
    ['that breaks a rule, with no action', {}, 'findingWithoutAction action'],
    ['that is to be mended by nobody', { action: 'rydd' }, 'actionWithoutOwner owner'],
    ['that is to be mended on no day', { action: 'rydd', owner: 'x' }, 'actionWithoutDay dueOn'],
    ['that is to be mended', mended, 'done'],
    ['that is closed with nothing done', { ...mended, closedOn: '2026-03-03' }, 'closedWithoutOutcome outcome'],
    ['that is closed', { ...mended, closedOn: '2026-03-03', outcome: 'ryddet' }, 'done'],
  ])('a finding %s', (_, over, expected) => {
    expect(said(findingRules.add('f', { ...finding, ...over }, dpo))).toBe(expected)
  })
  it.each<[string, Partial<Audit['values']>, string]>([
    ['that is planned', {}, 'done'],
    ['that concluded without results, before it was held', { conclusions: 'k' }, 'resultsWithConclusions results'],
    ['that found something before it was held', { results: 'r', conclusions: 'k' }, 'reportedBeforeHeld heldOn'],
  ])('an audit %s', (_, over, expected) => {
    expect(said(auditRules.add('a', audit(over).values, dpo))).toBe(expected)
  })
  it('S4-090 one of several security managers is enough', () => {
    expect(lacksSecurityLead(audit({ team: ['c'] }).values, ['c', 'd'])).toBeNull()
  })
  const objective = { ...emptyValues(objectiveFields), name: 'Mål', state: 'notStarted' as const }
  it.each<[string, object, string]>([
    ['that is not begun', {}, 'done'],
    ['that is under way, seen on no day', { state: 'underWay' }, 'assessedWithoutDay assessedOn'],
    ['that is under way', { state: 'underWay', assessedOn: '2026-03-01' }, 'done'],
    ['that is reached by nothing', { state: 'reached', assessedOn: '2026-03-01' }, 'reachedByNothing measures'],
    ['that is reached by a measure', { state: 'reached', assessedOn: '2026-03-01', measures: ['m'] }, 'done'],
    ['that is reached by an activity', { state: 'reached', assessedOn: '2026-03-01', activities: ['k'] }, 'done'],
    ['that is reached, seen on no day', { state: 'reached', measures: ['m'] }, 'assessedWithoutDay assessedOn'],
  ])('S4-014 an objective %s', (_, over, expected) => {
    expect(said(objectiveRules.add('o', { ...objective, ...over }, dpo))).toBe(expected)
  })
  it.each<[string, Partial<Activity['values']>, string]>([
    ['a campaign of units', {}, 'done'],
    ['a campaign of none', { units: [] }, 'campaignWithoutUnits units'],
    ['an exercise of none', { kind: 'exercise', units: [] }, 'done'],
    ['done, with nothing said', { doneOn: '2026-03-01' }, 'closedWithoutOutcome outcome'],
    ['done', { doneOn: '2026-03-01', outcome: 'Gjort' }, 'done'],
  ])('S4-087 an activity: %s', (_, over, expected) => {
    expect(said(activityRules.add('k', activity(over).values, dpo))).toBe(expected)
  })

  const profile = { meetings: false, checksMinor: true }
  const done = { ...finding, ...mended, grade: 'major' as const, outcome: 'ryddet', doneOn: '2026-03-02' }
  const closed = { ...done, closedOn: '2026-03-03', effect: 'Stikkprøve uten funn' }
  const leader = { ...actor('employee'), personId: 'leader' }
  const closing = (before: typeof finding | null, next: object, by = leader) =>
    said(closingRefused(before as never, next as never, 'leader', by, profile))
  it.each<[string, () => string, string]>([
    ['not closed', () => closing(done as never, done, dpo), 'done'],
    ['not done', () => closing(done as never, { ...closed, doneOn: null }), 'notDoneYet doneOn'],
    ['with no effect seen', () => closing(done as never, { ...closed, effect: null }), 'effectMissing effect'],
    ['an improvement, from the first', () => closing(null, { ...closed, grade: 'improvement' }, dpo), 'done'],
    [
      'one that was an improvement, now serious',
      () => closing({ ...done, grade: 'improvement' } as never, closed, dpo),
      'leaderCloses closedOn',
    ],
  ])('a finding that is closed: %s', (_, deed, expected) => {
    expect(deed()).toBe(expected)
  })
  it('waits to be seen by whoever led the audit from it is done until it is closed', () => {
    const waits = (over: object) => waitsForCheck({ ...done, ...over } as never, profile)
    expect([waits({}), waits({ doneOn: null }), waits({ closedOn: '2026-03-03' })]).toEqual([true, false, false])
    expect([waits({ grade: 'minor' }), waits({ grade: 'improvement' })]).toEqual([true, false])
  })
})

describe('documents, and activities that come again', () => {
  const values = { ...emptyValues(documentRecordFields), name: 'Mål', kind: 'goals' as const, inForce: 'yes' as const }
  const document = (over: Partial<GoverningDocument['values']>): GoverningDocument => ({
    id: 'd',
    version: 1,
    values: { ...values, ...over },
  })
  it.each<[string, Partial<GoverningDocument['values']>, boolean]>([
    ['its text', { content: 'Ny' }, true],
    ['its edition', { edition: '2' }, true],
    ['where it is kept', { place: 'Arkivet' }, true],
    ['what it is', { kind: 'strategy' }, true],
    ['its name', { name: 'Måla' }, false],
    ['whose it is', { owner: 'x' }, false],
  ])('S4-019 the approval falls with %s: %s', (_, over, falls) => {
    expect(approvalFalls(values, { ...values, ...over })).toBe(falls)
  })
  it('S4-019 what is in force waits to be approved, wherever it is kept; an empty one is approved by nobody', () => {
    expect([waitsForApproval(document({})), waitsForApproval(document({ inForce: 'no' }))]).toEqual([true, false])
    expect(approveDocument(document({ place: 'Arkivet' }), actor('controller'), now)).toMatchObject({ ok: true })
    expect(approveDocument(document({}), actor('controller'), now)).toMatchObject({ why: 'documentEmpty', fields: ['content'] })
  })
  it('the next follows one that was never there before, and none that is not done, has no day or comes once', () => {
    const yearly = { every: '12', doneOn: '2026-06-20', outcome: 'Gjort' } as const
    expect(nextActivity(null, activity(yearly))).toMatchObject({ dueOn: '2027-06-01' })
    for (const over of [{ doneOn: null }, { dueOn: null }, { every: null }, { every: 'once' as const }])
      expect([over, nextActivity(null, activity({ ...yearly, ...over }))]).toEqual([over, null])
  })
  it('S4-087 a unit does its part once, and a reminder says to how many', () => {
    expect(unitDone(activity(), 'u', false, dpo)).toMatchObject({ events: [{ type: 'control_activity.unitDone', unit: 'u' }] })
    expect(unitDone(activity(), 'u', true, dpo)).toMatchObject({ why: 'nothingChanged' })
    expect(remindUnits(activity(), 2, dpo)).toMatchObject({ events: [{ type: 'control_activity.reminded', units: 2 }] })
  })
})
