import { yearIn } from '../../../kernel/calendar/calendar.ts'
import { change, refuse } from '../../../kernel/change.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { emptyValues } from '../../../kernel/fields.ts'
import { findPersonalData, summarise } from '../../../kernel/guard/guard.ts'
import { newId } from '../../../kernel/ids.ts'
import { type Profile, profileOf } from '../../organisation/public.ts'
import { leaderOfPerson, leaderOfUnit } from '../../people/public.ts'
import { blankDeviation } from '../blank.ts'
import { decideDeviation, follow, withAccess } from '../commands.ts'
import type { Channel, Deviation, Measure } from '../deviation.ts'
import type { DeviationOutcome } from '../rules.ts'
import { insert, load, nextNumber } from '../store.ts'
import { keepOutsideReporter, keepReporter } from '../store-reporter.ts'
import { type Report, reportFields } from './fields.ts'
import { editReport, received, redact, reportProblems, sent, submit } from './rules.ts'

/**
 * The first save of a report, with an id that the page made: posting it twice makes one draft (G-38). A profile that protects
 * reporters keeps the reporter sealed from the first moment (S4-131).
 */
export async function startDraft(
  ctx: Ctx,
  id: string,
  channel: Channel,
  report: Report,
  measures: readonly Measure[],
): Promise<DeviationOutcome> {
  const profile = await profileOf(ctx)
  const isProtected = profile.deviation.reporterProtection === 'dpoOnly'
  const draft = { ...blank(ctx, id, channel, profile), report: await prefilled(ctx, report, isProtected), measures }
  const started = change(draft, { type: 'deviation.drafted' } as const)
  if (!(await insert(ctx, started, isProtected ? 'protected' : 'actor'))) return saveDraft(ctx, id, null, report, measures)
  await keepReporter(ctx, id, ctx.actor.personId, isProtected)
  return started
}

export const saveDraft = (ctx: Ctx, id: string, version: number | null, report: Report, measures: readonly Measure[]) =>
  decideDeviation(ctx, id, version, async (deviation, by) => {
    const isProtected = by.profile.deviation.reporterProtection === 'dpoOnly'
    return editReport(deviation, await withLeader(ctx, deviation.report, isProtected ? unnamed(report) : report), measures, by)
  })

/** Sends the draft. Sending one that is already sent is answered as a success: the receipt is there (G-38). */
export async function submitReport(ctx: Ctx, id: string, version: number | null): Promise<DeviationOutcome> {
  const outcome = await decideDeviation(ctx, id, version, async (deviation, by) => {
    if (deviation.status !== 'draft') return by.parts.has('reporter') ? refuse('alreadySent') : refuse('notNow')
    if (reportProblems(deviation.report, by.now).length > 0) return submit(deviation, noNumber, {}, by)
    return submit(deviation, await numberFor(ctx), guardCounts(deviation.report, by.profile), by)
  })
  return outcome
}

/** Saves and sends in one deed: the quick report. */
export async function sendReport(ctx: Ctx, id: string, channel: Channel, report: Report): Promise<DeviationOutcome> {
  const existing = await load(ctx, id)
  if (existing) {
    if (existing.status !== 'draft') return submitReport(ctx, id, null)
    const saved = await saveDraft(ctx, id, null, report, existing.measures)
    if (!saved.ok && saved.why !== 'nothingChanged') return saved
    return submitReport(ctx, id, null)
  }
  const problems = reportProblems(report, ctx.now)
  if (problems.length > 0)
    return refuse(
      'incomplete',
      problems.map((problem) => problem.field),
    )
  const profile = await profileOf(ctx)
  const isProtected = profile.deviation.reporterProtection === 'dpoOnly'
  const draft = { ...blank(ctx, id, channel, profile), report: await prefilled(ctx, report, isProtected) }
  return receive(ctx, draft, ctx.now, profile, isProtected ? 'protected' : 'actor', () =>
    keepReporter(ctx, id, ctx.actor.personId, isProtected),
  )
}

export type OnBehalf = {
  readonly channel: Exclude<Channel, 'form' | 'quick'>
  readonly receivedAt: Date
  /** Who told it: a person here, somebody outside, or nobody (own initiative, S4-132). */
  readonly person: string | null
  readonly outside: string | null
  readonly isProtected: boolean
}

/** Registers a report that came by word, telephone, text message or e-mail, or that the handler starts (S4-130, S4-132). */
export async function registerReport(
  ctx: Ctx,
  id: string,
  report: Report,
  measures: readonly Measure[],
  behalf: OnBehalf,
): Promise<DeviationOutcome> {
  const profile = await profileOf(ctx)
  const mayRegister = [...profile.assessment.assessors, ...Object.values(profile.deviation.routes).flatMap((route) => route.queue)]
  if (!mayRegister.some((role) => ctx.actor.roles.includes(role))) return refuse('notAllowed')
  const problems = reportProblems(report, ctx.now)
  if (problems.length > 0)
    return refuse(
      'incomplete',
      problems.map((problem) => problem.field),
    )
  if (behalf.receivedAt > ctx.now) return refuse('future', ['receivedAt'])
  if (await load(ctx, id)) return refuse('alreadySent')
  const isProtected = behalf.isProtected || profile.deviation.reporterProtection === 'dpoOnly'
  const said = isProtected ? unnamed(report) : report
  const draft = { ...blank(ctx, id, behalf.channel, profile), report: await withLeader(ctx, emptyValues(reportFields), said), measures }
  return receive(ctx, draft, behalf.receivedAt, profile, 'actor', () =>
    behalf.person ? keepReporter(ctx, id, behalf.person, isProtected) : keepOutsideReporter(ctx, id, behalf.outside, isProtected),
  )
}

export const editSentReport = (ctx: Ctx, id: string, version: number, report: Report, measures: readonly Measure[]) =>
  decideDeviation(ctx, id, version, (deviation, by) => editReport(deviation, report, measures, by))

export const redactField = (ctx: Ctx, id: string, version: number | null, field: string, replacement: string, reason: string | null) =>
  decideDeviation(ctx, id, version, (deviation, by) => redact(deviation, field, replacement, reason, by))

/** The kinds and counts of what the guard sees, never the values. */
export const guardCounts = (report: Report, profile: Profile): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {}
  for (const [name, field] of Object.entries(reportFields)) {
    const text = report[name as keyof Report]
    if (field.kind !== 'text' || typeof text !== 'string') continue
    for (const [kind, count] of Object.entries(
      summarise(findPersonalData(text, { newNationalIdRule: profile.deviation.newNationalIdRule })),
    )) {
      if (count > 0) counts[kind] = (counts[kind] ?? 0) + count
    }
  }
  return counts
}

/** A received report is one insert: there is no draft that anybody could have seen. */
async function receive(
  ctx: Ctx,
  draft: Deviation,
  receivedAt: Date,
  profile: Profile,
  as: 'actor' | 'protected',
  keep: () => Promise<void>,
): Promise<DeviationOutcome> {
  const next = received(draft, await numberFor(ctx), receivedAt, profile)
  const arrived = await withAccess(ctx, change(next, ...sent(draft, guardCounts(draft.report, profile), profile)), profile)
  if (!(await insert(ctx, arrived, as))) return refuse('alreadySent')
  await keep()
  await follow(ctx, arrived, profile)
  return arrived
}

const noNumber = { year: 0, number: 0 }
const numberFor = async (ctx: Ctx) => {
  const year = yearIn(ctx.now)
  return { year, number: await nextNumber(ctx, year) }
}

/** What the organisation already knows is filled in (S1-28 to S1-30); nothing of it for a protected reporter. */
async function prefilled(ctx: Ctx, report: Report, isProtected: boolean): Promise<Report> {
  if (isProtected) return withLeader(ctx, emptyValues(reportFields), unnamed(report))
  return withLeader(ctx, emptyValues(reportFields), {
    ...report,
    reporterUnit: report.reporterUnit ?? ctx.actor.unitId,
    reporterLeader: report.reporterLeader ?? (await leaderOfPerson(ctx, ctx.actor.personId))?.id ?? null,
  })
}

/** Choosing the unit fills in its leader, unless somebody chose another (S1-28). */
async function withLeader(ctx: Ctx, before: Report, report: Report): Promise<Report> {
  const { affectedUnit, affectedLeader } = report
  if (
    affectedUnit === null ||
    (affectedLeader !== null && (affectedUnit === before.affectedUnit || affectedLeader !== before.affectedLeader))
  )
    return report
  return { ...report, affectedLeader: (await leaderOfUnit(ctx, affectedUnit))?.id ?? null }
}

const unnamed = (report: Report): Report => ({ ...report, reporterUnit: null, reporterLeader: null })

const blank = (ctx: Ctx, id: string, channel: Channel, profile: Profile): Deviation =>
  blankDeviation({
    id,
    organisationId: ctx.actor.organisationId,
    profileVersion: ctx.actor.profileVersion,
    language: profile.locale,
    channel,
    createdAt: ctx.now,
  })

/** A new measure's id. */
export const measureId = (ctx: Ctx) => newId(ctx.now)
