import { expect, it } from 'vitest'
import type { Actor, Role } from '../../kernel/actor.ts'
import { emptyValues } from '../../kernel/fields.ts'
import { activityFields, auditFields, documentRecordFields, findingFields, inspectionFields } from './fields.ts'
import type { Activity, Audit, GoverningDocument } from './internal-control.ts'
import {
  activityRules,
  approvalFalls,
  approveDocument,
  auditRules,
  auditState,
  closingRefused,
  findingRules,
  inspectionRules,
  lacksSecurityLead,
  mayReadFindings,
  nextActivity,
  ownMeeting,
  remindUnits,
  unitDone,
  waitsForCheck,
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
  expect(nextActivity(activity().values, activity({ doneOn: '2026-06-20', outcome: 'Gjort' }))).toBeNull()
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
