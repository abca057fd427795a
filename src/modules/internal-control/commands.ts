import { record } from '../../kernel/audit.ts'
import { localDate } from '../../kernel/calendar/calendar.ts'
import { type Outcome, refuse } from '../../kernel/change.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { decide } from '../../kernel/deed.ts'
import type { Values } from '../../kernel/fields.ts'
import { newId } from '../../kernel/ids.ts'
import { strangeIn } from '../../kernel/reference.ts'
import { inAll } from '../../kernel/texts.ts'
import { registerCommands } from '../../register/commands.ts'
import { tell } from '../messages/public.ts'
import { profileOf } from '../organisation/public.ts'
import { leaderOfUnit, personsWithRoles } from '../people/public.ts'
import { syncTasks, type TaskSpec } from '../tasks/public.ts'
import type { activityFields, documentFields, findingFields, meetingFields } from './fields.ts'
import type {
  Activity,
  ActivityAnswers,
  ActivityEvent,
  Audit,
  DocumentEvent,
  Finding,
  GoverningDocument,
  Meeting,
  OutageCriterion,
  OutageEvent,
} from './internal-control.ts'
import { controlProfile } from './profile.ts'
import {
  activityReferences,
  auditReferences,
  documentReferences,
  documentsInForce,
  exerciseReferences,
  findingReferences,
  heldFinding,
  inspectionReferences,
  leaderOfAudit,
  meetingReferences,
  meetingsByUnit,
  objectiveReferences,
  requirementReferences,
  unitParts,
} from './queries.ts'
import { tiesOf } from './queries-independence.ts'
import {
  activityRules,
  approvalFalls,
  approveDocument as approved,
  auditRules,
  checkerOf,
  closingRefused,
  unitDone as didPart,
  documentRules,
  exerciseRules,
  findingRules,
  inspectionRules,
  isLed,
  lacksSecurityLead,
  meantDay,
  meetingRules,
  nextActivity,
  objectiveRules,
  ownMeeting,
  remindUnits as reminded,
  requirementRules,
  waitsForCheck,
  wayRoundRefused,
} from './rules.ts'
import { type AuditAnswers, independenceRefused } from './rules-independence.ts'
import {
  activityStore,
  auditStore,
  documentStore,
  exerciseStore,
  findingStore,
  inspectionStore,
  isFollowed,
  meantDayOf,
  meetingStore,
  objectiveStore,
  requirementStore,
  writeFollows,
  writeOutage,
  writeUnitDone,
} from './store.ts'
import { actionTasks, activityTasks, auditTasks, checkTasks, documentTasks, meetingDue, meetingTasks } from './tasks.ts'
import { texts } from './texts.ts'

export const { add: addRequirement, edit: editRequirement } = registerCommands(requirementStore, requirementRules, requirementReferences)
export const { add: addObjective, edit: editObjective } = registerCommands(objectiveStore, objectiveRules, objectiveReferences)
export const { add: addExercise, edit: editExercise } = registerCommands(exerciseStore, exerciseRules, exerciseReferences)

type Sync = (type: string, id: string, at: string, prefix: string, specs: readonly TaskSpec[]) => Promise<void>
const syncIn =
  (ctx: Ctx): Sync =>
  (type, id, at, prefix, specs) =>
    syncTasks(ctx, { type, id, reference: null, href: at }, prefix, specs)

/** What is to be followed up is its owner's task for as long as it stands open. */
type Followed = {
  readonly id: string
  readonly values: {
    readonly name: string | null
    readonly owner: string | null
    readonly dueOn: string | null
    readonly closedOn: string | null
  }
}
const withAction =
  (type: string, at: string) =>
  async <O extends { readonly ok: boolean }>(ctx: Ctx, outcome: O): Promise<O> => {
    const next = (outcome as { readonly next?: Followed }).next
    if (!outcome.ok || !next) return outcome
    const { name, owner, dueOn, closedOn } = next.values
    const specs = actionTasks(`${type}.action`, { name: name ?? '', owner, dueOn, closed: closedOn !== null })
    await syncIn(ctx)(type, next.id, `${at}/${next.id}`, `${type}.`, specs)
    return outcome
  }
const findings = registerCommands(findingStore, findingRules, findingReferences)
type FindingAnswers = Values<typeof findingFields>
type FindingDone = ReturnType<typeof findings.add>
/** Its owner's until it is done; then, where somebody is to see that it helped, whoever led the audit. */
async function followFinding(ctx: Ctx, outcome: Awaited<FindingDone>): FindingDone {
  if (!outcome.ok) return outcome
  const { id, values } = outcome.next
  const waits = waitsForCheck(values, controlProfile(await profileOf(ctx)))
  const { name, owner, dueOn, closedOn } = values
  const specs = waits
    ? checkTasks(values, checkerOf(values, await leaderOfAudit(ctx, values.audit)), localDate(ctx.now))
    : actionTasks('audit_finding.action', { name: name ?? '', owner, dueOn, closed: closedOn !== null })
  await syncIn(ctx)('audit_finding', id, `/revisjonsfunn/${id}`, 'audit_finding.', specs)
  return outcome
}
const closingOf = async (ctx: Ctx, before: FindingAnswers | null, next: FindingAnswers) =>
  closingRefused(before, next, await leaderOfAudit(ctx, before?.audit ?? next.audit), ctx.actor, controlProfile(await profileOf(ctx)))
const roundOf = async (ctx: Ctx, before: FindingAnswers, next: FindingAnswers) =>
  wayRoundRefused(before, next, ctx.actor, controlProfile(await profileOf(ctx)))
export const addFinding: typeof findings.add = async (ctx, id, values) =>
  (await closingOf(ctx, null, values)) ?? followFinding(ctx, await findings.add(ctx, id, values))
export const editFinding: typeof findings.edit = async (ctx, id, version, values) => {
  const held = await heldFinding(ctx, id)
  const strange = await strangeIn<typeof findingFields>(ctx, findingReferences, values, held?.values)
  if (strange.length > 0) return refuse('notARecord', strange)
  const refused = held && ((await closingOf(ctx, held.values, values)) ?? (await roundOf(ctx, held.values, values)))
  if (refused) return refused
  const leader = held?.leader ?? null
  const rule = (record: Finding) => findingRules.edit({ ...record, leader } as Finding, values, ctx.actor)
  return followFinding(ctx, await findingStore.edit(ctx, id, version, values, rule))
}
const inspections = registerCommands(inspectionStore, inspectionRules, inspectionReferences)
const followInspection = withAction('inspection', '/tilsyn')
export const addInspection: typeof inspections.add = async (ctx, ...given) => followInspection(ctx, await inspections.add(ctx, ...given))
export const editInspection: typeof inspections.edit = async (ctx, ...given) => followInspection(ctx, await inspections.edit(ctx, ...given))

const audits = registerCommands(auditStore, auditRules, auditReferences)
const lacksManager = async (ctx: Ctx, values: AuditAnswers) =>
  lacksSecurityLead(
    values,
    (await personsWithRoles(ctx, ['ciso'])).map(({ id }) => id),
  )
const followAudit = async <O extends { readonly ok: boolean }>(ctx: Ctx, outcome: O): Promise<O> => {
  const next = (outcome as { readonly next?: Audit }).next
  if (outcome.ok && next) await syncIn(ctx)('security_audit', next.id, `/revisjoner/${next.id}`, 'security_audit.', auditTasks(next))
  return outcome
}
const notIndependent = async (ctx: Ctx, before: AuditAnswers | null, values: AuditAnswers) =>
  independenceRefused(before, values, await tiesOf(ctx, values))
export const addAudit: typeof audits.add = async (ctx, id, values) =>
  (await lacksManager(ctx, values)) ?? (await notIndependent(ctx, null, values)) ?? followAudit(ctx, await audits.add(ctx, id, values))
export async function editAudit(ctx: Ctx, id: string, version: number | null, values: AuditAnswers): ReturnType<typeof audits.edit> {
  const before = (await auditStore.find(ctx, id))?.values ?? null
  const refused = (await lacksManager(ctx, values)) ?? (await notIndependent(ctx, before, values))
  return refused ?? followAudit(ctx, await audits.edit(ctx, id, version, values))
}

type DocumentAnswers = Values<typeof documentFields>
type DocumentDone = Promise<Outcome<GoverningDocument, DocumentEvent>>
const followDocument = async (ctx: Ctx, outcome: Awaited<DocumentDone>): DocumentDone => {
  if (outcome.ok) {
    const { id } = outcome.next
    await syncIn(ctx)('governing_document', id, `/styringsdokumenter/${id}`, 'governing_document.', documentTasks(outcome.next))
  }
  return outcome
}
const unapproved = { approvedAt: null, approvedBy: null }
export async function addDocument(ctx: Ctx, id: string, given: DocumentAnswers): DocumentDone {
  const values = { ...given, ...unapproved }
  const strange = await strangeIn<typeof documentFields>(ctx, documentReferences, given)
  if (strange.length > 0) return refuse('notARecord', strange)
  return followDocument(
    ctx,
    await documentStore.add(ctx, id, values, (newId) => {
      const outcome = documentRules.add(newId, given, ctx.actor)
      return outcome.ok ? { ...outcome, next: { ...outcome.next, values } } : outcome
    }),
  )
}
export async function editDocument(ctx: Ctx, id: string, version: number | null, given: DocumentAnswers): DocumentDone {
  const stands = (await documentStore.find(ctx, id))?.values
  const strange = await strangeIn<typeof documentFields>(ctx, documentReferences, given, stands)
  if (strange.length > 0) return refuse('notARecord', strange)
  const asked = stands ? { ...stands, ...given } : { ...given, ...unapproved }
  return followDocument(
    ctx,
    await documentStore.edit(ctx, id, version, asked, (record) => {
      const outcome = documentRules.edit(record, given, ctx.actor)
      if (!outcome.ok) return outcome
      const kept = approvalFalls(record.values, given)
        ? unapproved
        : { approvedAt: record.values.approvedAt, approvedBy: record.values.approvedBy }
      return { ...outcome, next: { ...record, values: { ...given, ...kept } } }
    }),
  )
}
export const approveDocument = async (ctx: Ctx, id: string, version: number | null): DocumentDone =>
  followDocument(ctx, await decide(ctx, documentStore, id, version, (record) => approved(record, ctx.actor, ctx.now)))

type MeetingAnswers = Values<typeof meetingFields>
const meetings = registerCommands(meetingStore, meetingRules, meetingReferences)
/** A meeting that was held moves the next one of its unit. */
const followMeeting = async <O extends { readonly ok: boolean }>(ctx: Ctx, outcome: O): Promise<O> => {
  const next = (outcome as { readonly next?: Meeting }).next
  if (outcome.ok && next?.values.unit) await syncMeetings(ctx, [next.values.unit])
  return outcome
}
export const addMeeting: typeof meetings.add = async (ctx, id, values: MeetingAnswers) =>
  ownMeeting(values, ctx.actor) ?? followMeeting(ctx, await meetings.add(ctx, id, values))
export const editMeeting: typeof meetings.edit = async (ctx, id, version, values: MeetingAnswers) =>
  ownMeeting(values, ctx.actor) ?? followMeeting(ctx, await meetings.edit(ctx, id, version, values))
/** Units with a leader are to have it on the agenda: the leader's task, due so long after the last. `only`: these, where they have the task. */
export async function syncMeetings(ctx: Ctx, only: readonly string[] | null): Promise<void> {
  for (const unit of (await meetingsByUnit(ctx, only)).filter(isLed)) {
    // Where none was held yet, the day is counted from when it was first asked for.
    if (unit.last === null && (only !== null || unit.told)) continue
    const due = meetingDue(unit.last, localDate(ctx.now))
    await syncIn(ctx)('unit', unit.id, `/enhetsmoter/nytt?enhet=${unit.id}`, 'unit_meeting.', meetingTasks(unit, unit.leader, due))
  }
}

type ActivityDone = Promise<Outcome<Activity, ActivityEvent>>
const strangeActivity = async (ctx: Ctx, values: ActivityAnswers, stands?: ActivityAnswers) => {
  const fields = await strangeIn<typeof activityFields>(ctx, activityReferences, values, stands)
  return fields.length > 0 ? refuse('notARecord', fields) : null
}
export async function syncActivity(ctx: Ctx, activity: Activity): Promise<void> {
  const parts = []
  for (const part of await unitParts(ctx, activity.id)) parts.push({ ...part, leader: (await leaderOfUnit(ctx, part.unit))?.id ?? null })
  await syncIn(ctx)('control_activity', activity.id, `/aktiviteter/${activity.id}`, 'control_activity.', activityTasks(activity, parts))
}
const followActivity = async (ctx: Ctx, outcome: Awaited<ActivityDone>): ActivityDone => {
  if (outcome.ok) await syncActivity(ctx, outcome.next)
  return outcome
}
export const addActivity = async (ctx: Ctx, id: string, values: ActivityAnswers): ActivityDone =>
  followActivity(
    ctx,
    await activityStore.add(
      ctx,
      id,
      values,
      async (newId) => (await strangeActivity(ctx, values)) ?? activityRules.add(newId, values, ctx.actor),
    ),
  )
export async function editActivity(ctx: Ctx, id: string, version: number | null, values: ActivityAnswers): ActivityDone {
  const before = (await activityStore.find(ctx, id))?.values ?? null
  const strange = await strangeActivity(ctx, values, before ?? undefined)
  if (strange) return strange
  const outcome = await followActivity(
    ctx,
    await activityStore.edit(ctx, id, version, values, (record) => activityRules.edit(record, values, ctx.actor)),
  )
  // Somebody may take back that it was done, and say it anew: its next is there then.
  const meant = await meantDayOf(ctx, id)
  const next = outcome.ok && !(await isFollowed(ctx, id)) ? nextActivity(before, outcome.next, meant) : null
  // Whoever does an activity that comes again may not add new ones: it follows of itself.
  if (next) {
    const added = await activityStore.add(ctx, newId(ctx.now), next, (newId) => ({
      ok: true,
      next: { id: newId, version: 1, values: next },
      events: [{ type: 'control_activity.added' }],
    }))
    if (added.ok) {
      await writeFollows(ctx, added.next.id, id, meantDay(values.dueOn ?? '', meant))
      await syncActivity(ctx, added.next)
    }
  }
  return outcome
}
export async function reportUnitPart(ctx: Ctx, id: string, unit: string): ActivityDone {
  const parts = await unitParts(ctx, id)
  const isDone = parts.some((part) => part.unit === unit && part.doneAt !== null)
  const outcome = await decide(ctx, activityStore, id, null, (record) => didPart(record, unit, isDone, ctx.actor))
  if (outcome.ok) await writeUnitDone(ctx, id, unit)
  return followActivity(ctx, outcome)
}
/** Tells the leaders of the units that have not done their part. */
export async function remindUnits(ctx: Ctx, id: string): ActivityDone {
  const open = (await unitParts(ctx, id)).filter(({ doneAt }) => doneAt === null)
  const outcome = await decide(ctx, activityStore, id, null, (record) => reminded(record, open.length, ctx.actor))
  if (!outcome.ok) return outcome
  const leaders = []
  for (const { unit } of open) leaders.push((await leaderOfUnit(ctx, unit))?.id)
  await tell(ctx, {
    to: { persons: [...new Set(leaders.filter((one) => one !== undefined))], instead: ['ciso', 'dpo'] },
    kind: 'control_activity.reminded',
    title: inAll((locale) => texts(locale).reminder),
    reference: null,
    href: `/aktiviteter/${id}`,
  })
  return outcome
}

/** A case is a major outage: those who own the plan are told at once (S4-099). Who may say so is for the route. */
export async function sayMajorOutage(ctx: Ctx, deviation: string, criteria: readonly OutageCriterion[]) {
  if (criteria.length === 0) return refuse('missing', ['criteria'])
  if (!(await writeOutage(ctx, deviation, criteria))) return refuse('nothingChanged')
  const event: OutageEvent = { type: 'deviation.majorOutage', criteria }
  await record(ctx, { type: 'deviation', id: deviation }, [event])
  const [plan] = await documentsInForce(ctx, ['contingencyPlan'])
  await tell(ctx, {
    to: plan?.values.owner ? { persons: [plan.values.owner], instead: ['itHead'] } : { roles: ['itHead'] },
    kind: 'deviation.majorOutage',
    title: inAll((locale) => texts(locale).outage.told),
    reference: null,
    href: plan ? `/styringsdokumenter/${plan.id}` : '/styringsdokumenter',
  })
  return { ok: true as const, next: deviation }
}
