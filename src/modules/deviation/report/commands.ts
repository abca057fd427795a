import { workRoles } from '../../../kernel/actor.ts'
import { yearIn } from '../../../kernel/calendar/calendar.ts'
import { change, refuse } from '../../../kernel/change.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { emptyValues, type Fields, type Problem } from '../../../kernel/fields.ts'
import { summarise } from '../../../kernel/guard/guard.ts'
import { guardTexts } from '../../../kernel/guard/texts.ts'
import { newId } from '../../../kernel/ids.ts'
import { type Kept, type Removal, removalOf } from '../../../kernel/removal.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { leaderOfPerson, leaderOfUnit, personsById } from '../../people/public.ts'
import { type Rewrite, removeFromVersions } from '../../versions/public.ts'
import { blankDeviation } from '../blank.ts'
import { decideDeviation, follow, withAccess } from '../commands.ts'
import type { Channel, Deviation, Measure } from '../deviation.ts'
import { type RedactionReason, type Report, reportFields } from '../fields-report.ts'
import type { Profile } from '../profile.ts'
import { profileOf } from '../queries-profile.ts'
import { unknownReferences } from '../queries-references.ts'
import type { By, DeviationOutcome } from '../rules.ts'
import { protectsReporters } from '../rules-profile.ts'
import { exists, insert, load, nextNumber } from '../store.ts'
import { isReporter, keepCode, keepOutsideReporter, keepReporter } from '../store-reporter.ts'
import { partNamed, versionedParts } from '../versions.ts'
import { keptInCase, withoutRemoved } from './reach.ts'
import {
  discard,
  editReport,
  findingsIn,
  hide,
  maskedText,
  mayRegister,
  type OnBehalfChannel,
  received,
  redact,
  reportProblems,
  sent,
  submit,
  supplement,
  textOf,
} from './rules.ts'
import { masked, maskedMeasures } from './stop.ts'
import { deleteDraft, giveBackNumber } from './store.ts'
import { texts } from './texts.ts'

/**
 * The first save of a report, with an id that the page made: posting it twice makes one draft (G-38). A profile that protects
 * reporters keeps the reporter sealed from the first moment (S4-131).
 */
export async function startDraft(
  ctx: Ctx,
  id: string,
  channel: Channel,
  answers: Partial<Report>,
  measures: readonly Measure[] | null = null,
): Promise<DeviationOutcome> {
  const unknown = await unknownReferences(ctx, answers)
  if (unknown.length > 0) return incomplete(unknown)
  const profile = await profileOf(ctx)
  const isProtected = protectsReporters(profile)
  const report = await prefilled(ctx, { ...emptyValues(reportFields), ...answers }, isProtected)
  const started = change({ ...blank(ctx, id, channel, profile), report, measures: measures ?? [] }, { type: 'deviation.drafted' } as const)
  if (!(await insert(ctx, started, isProtected ? 'protected' : 'actor'))) return saveDraft(ctx, id, null, answers, measures)
  await keepReporter(ctx, id, ctx.actor.personId, isProtected)
  return started
}

/** Saves the answers given, one part of the form or all of it; the others stand as they were. Null: the measures too. */
export const saveDraft = (
  ctx: Ctx,
  id: string,
  version: number | null,
  answers: Partial<Report>,
  measures: readonly Measure[] | null = null,
) =>
  decideDeviation(ctx, id, version, async (deviation, by) => {
    if (deviation.status !== 'draft') return refuse('alreadySent')
    const unknown = await unknownReferences(ctx, answers, deviation.report)
    if (unknown.length > 0) return incomplete(unknown)
    const said = { ...deviation.report, ...answers }
    const report = await withLeader(ctx, deviation.report, protectsReporters(by.profile) ? unnamed(said) : said)
    return editReport(deviation, report, measures ?? deviation.measures, by)
  })

/**
 * Sends the draft. One that is already sent is refused as such, and the page shows its receipt (G-38). `masks`: identifiers are taken out
 * of it first, in the same deed (S0-17).
 */
export const submitReport = (ctx: Ctx, id: string, version: number | null, masks = false): Promise<DeviationOutcome> =>
  decideDeviation(ctx, id, version, async (draft, by) => {
    if (draft.status !== 'draft') return by.parts.has('reporter') ? refuse('alreadySent') : refuse('notNow')
    const deviation = masks
      ? {
          ...draft,
          report: masked(draft.report, draft.language, by.profile),
          measures: maskedMeasures(draft.measures, draft.language, by.profile),
        }
      : draft
    // The number is taken last: a refused report must leave no gap.
    const guard = guardCounts(deviation.report, by.profile)
    const trial = submit(deviation, noNumber, guard, by)
    return trial.ok ? submit(deviation, await numberFor(ctx), guard, by) : trial
  })

/**
 * Saves and sends in one deed: the quick report. A page kept open in the browser may post its old id with a new story: that
 * story becomes a case of its own, and is never lost.
 */
export async function sendReport(ctx: Ctx, id: string, channel: Channel, answers: Partial<Report>): Promise<DeviationOutcome> {
  const profile = await profileOf(ctx)
  const isProtected = protectsReporters(profile)
  const report = { ...emptyValues(reportFields), ...answers }
  // Nearly every report is new: whether it is, is asked with what a new one needs, and before a whole case is read.
  const [stands, unknown, begun] = await Promise.all([exists(ctx, id), unknownReferences(ctx, report), prefilled(ctx, report, isProtected)])
  const existing = stands ? await load(ctx, id) : undefined
  if (existing && existing.status !== 'draft') {
    const isOther = existing.report.whatHappened !== answers.whatHappened && !existing.redactedFields.includes('whatHappened')
    if (isOther && (await isReporter(ctx, id))) return sendReport(ctx, newId(ctx.now), channel, answers)
    return submitReport(ctx, id, null)
  }
  if (existing) {
    const problems = reportProblems({ ...existing.report, ...answers }, ctx.now)
    if (problems.length > 0) return incomplete(problems)
    const saved = await saveDraft(ctx, id, null, answers)
    return saved.ok || saved.why === 'nothingChanged' ? submitReport(ctx, id, null) : saved
  }
  const problems = [...reportProblems(report, ctx.now), ...unknown]
  if (problems.length > 0) return incomplete(problems)
  const draft = { ...blank(ctx, id, channel, profile), report: begun }
  return receive(ctx, draft, ctx.now, profile, isProtected ? 'protected' : 'actor', () =>
    keepReporter(ctx, id, ctx.actor.personId, isProtected),
  )
}

export type OnBehalf = {
  readonly channel: OnBehalfChannel
  readonly receivedAt: Date
  /** Who told it: a person here, somebody outside, or nobody (own initiative, S4-132). */
  readonly person: string | null
  readonly outside: string | null
  readonly isProtected: boolean
}

/** Registers a report that came by word, telephone, text message, e-mail or on a form, or that the handler starts (S4-130, S4-132). */
export async function registerReport(
  ctx: Ctx,
  id: string,
  report: Report,
  measures: readonly Measure[],
  behalf: OnBehalf,
): Promise<DeviationOutcome> {
  const profile = await profileOf(ctx)
  if (!mayRegister(workRoles(ctx.actor), profile)) return refuse('notAllowed')
  const problems = [...reportProblems(report, ctx.now), ...(await unknownReferences(ctx, report))]
  if (problems.length > 0) return incomplete(problems)
  if (behalf.person && !(await personsById(ctx, [behalf.person])).has(behalf.person)) return refuse('incomplete', ['person'])
  if (behalf.receivedAt > ctx.now) return refuse('future', ['receivedAt'])
  if (await load(ctx, id)) return refuse('alreadySent')
  // Whoever starts a case on own initiative reports for nobody: a name left over in the form is nobody's (S4-132).
  const { person, outside } = behalf.channel === 'ownInitiative' ? { person: null, outside: null } : behalf
  const isProtected = toldByAnother(behalf, ctx.actor.personId) && (behalf.isProtected || protectsReporters(profile))
  const known = await withReporter(ctx, isProtected ? unnamed(report) : report, isProtected ? null : person)
  const draft = { ...blank(ctx, id, behalf.channel, profile), report: await withLeader(ctx, emptyValues(reportFields), known), measures }
  return receive(ctx, draft, behalf.receivedAt, profile, 'actor', () =>
    person ? keepReporter(ctx, id, person, isProtected) : keepOutsideReporter(ctx, id, outside, isProtected),
  )
}

/**
 * A report by somebody who is not signed in (S4-131). `ctx` knows the day and no more; `receiptMark` is of the code that the case is followed
 * with. Refused as `alreadySent` where the same page has sent the same before.
 */
export async function receiveOpenly(ctx: Ctx, id: string, answers: Partial<Report>, receiptMark: string): Promise<DeviationOutcome> {
  if (await exists(ctx, id)) return refuse('alreadySent')
  const profile = await profileOf(ctx)
  const report = { ...emptyValues(reportFields), ...answers }
  // Whoever is outside owes what happened, and no place in the organisation.
  const problems = reportProblems(report, ctx.now).filter(({ field, code }) => code !== 'missing' || field === 'whatHappened')
  const wrong = [...problems, ...(await unknownReferences(ctx, report))]
  if (wrong.length > 0) return incomplete(wrong)
  const draft = { ...blank(ctx, id, 'open', profile), report: await prefilled(ctx, report, true) }
  return receive(ctx, draft, ctx.now, profile, 'protected', () => keepCode(ctx, id, receiptMark))
}

/** Whoever starts a case on their own initiative is no reporter, and has nothing to be protected from (S4-132). */
const toldByAnother = ({ channel, person, outside }: OnBehalf, registrar: string): boolean =>
  channel !== 'ownInitiative' && ((person !== null && person !== registrar) || outside !== null)

/** Changes of a sent report, by those who handle it. Null: the measures stand as they are. */
export const editSentReport = (
  ctx: Ctx,
  id: string,
  version: number | null,
  answers: Partial<Report>,
  measures: readonly Measure[] | null = null,
) =>
  decideDeviation(ctx, id, version, async (deviation, by) => {
    if (deviation.status === 'draft') return refuse('notNow')
    const unknown = await unknownReferences(ctx, answers, deviation.report)
    if (unknown.length > 0) return incomplete(unknown)
    return editReport(deviation, { ...deviation.report, ...answers }, measures ?? deviation.measures, by)
  })

/** What the reporter answers when the report is sent. */
export const supplementReport = (ctx: Ctx, id: string, answers: Partial<Report>): Promise<DeviationOutcome> =>
  decideDeviation(ctx, id, null, (deviation, by) => supplement(deviation, answers, by))

/** What is left of what was removed, where it may not be changed: a redaction says what it did not reach. */
export type Redacted = DeviationOutcome & { readonly kept?: readonly Kept[] }

/**
 * Takes a text out of a sent report, and out of every copy in the case that may change. `replacement` null: hides what the guard finds,
 * and leaves the rest. What it did not reach is told in `locale`.
 */
export const redactField = (
  ctx: Ctx,
  id: string,
  version: number | null,
  field: string,
  replacement: string | null,
  why: RedactionReason | null,
  locale: Locale = 'nb',
): Promise<Redacted> =>
  everywhere(ctx, id, version, field, locale, why !== 'irrelevant' && replacement !== null, (deviation, by) =>
    redact(deviation, field, replacement ?? maskedText(textOf(deviation.report, field) ?? '', deviation.language, by.profile), why, by),
  )

/** "Skjul for meg": the reporter has the identifiers of one field hidden; once sent, in the copies too. */
export const hideInField = (ctx: Ctx, id: string, version: number | null, field: string): Promise<Redacted> =>
  everywhere(ctx, id, version, field, 'nb', false, (deviation, by) => hide(deviation, field, by))

async function everywhere(
  ctx: Ctx,
  id: string,
  version: number | null,
  field: string,
  locale: Locale,
  names: boolean,
  rule: (deviation: Deviation, by: By) => DeviationOutcome,
): Promise<Redacted> {
  let remove: Removal | undefined
  const outcome = await decideDeviation(ctx, id, version, (deviation, by) => {
    const decided = rule(deviation, by)
    if (!decided.ok || deviation.status === 'draft') return decided
    const [before, after] = [textOf(deviation.report, field) ?? '', textOf(decided.next.report, field) ?? '']
    const marks = { ...guardTexts(deviation.language).marks, removed: texts(deviation.language).redaction.mark }
    const { newNationalIdRule } = by.profile.deviation
    remove = removalOf(before, after, marks, { newNationalIdRule, names })
    const rest = withoutRemoved(decided.next, remove)
    // What somebody wrote in its place stands as written.
    return { ...decided, next: { ...rest, report: { ...rest.report, [field]: after } } }
  })
  if (!outcome.ok || !remove) return outcome
  const subject = { type: 'deviation', id }
  const kept = [...keptInCase(outcome.next, remove, locale), ...(await ctx.house.remove(ctx, subject, remove, locale))]
  await removeFromVersions(ctx, subject, withoutText(field, textOf(outcome.next.report, field) ?? '', remove))
  return { ...outcome, kept }
}

/** What stood in the field itself is gone from every version, also where it was worded in another way. */
const withoutText =
  (redacted: string, after: string, remove: Removal): Rewrite =>
  (key, field, text) => {
    const part = partNamed(key)
    if (part === 'report' && field === redacted) return after
    const fields: Fields = part ? versionedParts[part] : {}
    return fields[field]?.kind === 'text' ? remove(text) : text
  }

/** A draft is deleted whole; the log keeps that there was one. */
export async function discardDraft(ctx: Ctx, id: string, version: number | null): Promise<DeviationOutcome> {
  const outcome = await decideDeviation(ctx, id, version, discard)
  if (outcome.ok) await deleteDraft(ctx, id)
  return outcome
}

/** The kinds and counts of what the guard sees, never the values. */
export const guardCounts = (report: Report, profile: Profile): Readonly<Record<string, number>> => {
  const found = [...findingsIn(report, profile).values()].flat()
  return Object.fromEntries(Object.entries(summarise(found)).filter(([, count]) => count > 0))
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
  const number = await numberFor(ctx)
  const next = received(draft, number, receivedAt, profile)
  const arrived = await withAccess(ctx, change(next, ...sent(draft, guardCounts(draft.report, profile), profile)), profile)
  if (!(await insert(ctx, arrived, as))) {
    await giveBackNumber(ctx, number.year)
    return refuse('alreadySent')
  }
  await keep()
  await follow(ctx, arrived, profile)
  return arrived
}

const incomplete = (problems: readonly Problem[]) =>
  refuse(
    'incomplete',
    problems.map((problem) => problem.field),
  )

const noNumber = { year: 0, number: 0 }
const numberFor = async (ctx: Ctx) => {
  const year = yearIn(ctx.now)
  return { year, number: await nextNumber(ctx, year) }
}

/** What the organisation already knows is filled in (S1-28 to S1-30); nothing of it for a protected reporter. */
async function prefilled(ctx: Ctx, report: Report, isProtected: boolean): Promise<Report> {
  if (isProtected) return withLeader(ctx, emptyValues(reportFields), unnamed(report))
  const own = { ...report, reporterUnit: report.reporterUnit ?? ctx.actor.unitId }
  const [reported, led] = await Promise.all([withReporter(ctx, own, ctx.actor.personId), withLeader(ctx, emptyValues(reportFields), own)])
  return { ...reported, affectedLeader: led.affectedLeader }
}

/** The leader of whoever reports is the one who is told (S1-30). */
const withReporter = async (ctx: Ctx, report: Report, personId: string | null): Promise<Report> =>
  report.reporterLeader !== null || personId === null
    ? report
    : { ...report, reporterLeader: (await leaderOfPerson(ctx, personId))?.id ?? null }

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
