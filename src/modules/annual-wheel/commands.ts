import { record } from '../../kernel/audit.ts'
import { type LocalDate, localDate } from '../../kernel/calendar/calendar.ts'
import { type Outcome, refuse } from '../../kernel/change.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { decide } from '../../kernel/deed.ts'
import { strangeIn } from '../../kernel/reference.ts'
import { inAll } from '../../kernel/texts.ts'
import { registerCommands } from '../../register/commands.ts'
import { mayCoordinate } from '../internal-control/public.ts'
import { tell } from '../messages/public.ts'
import { planFromStart } from '../reviews/public.tsx'
import { syncTasks } from '../tasks/public.ts'
import type {
  CoordinationEvent,
  Decision,
  DpoReport,
  DpoReportAnswers,
  DpoReportEvent,
  Review,
  ReviewAnswers,
  ReviewEvent,
} from './annual-wheel.ts'
import type { reviewFields } from './fields.ts'
import { decisionReferences, findReview, itemReferences, reviewClock, reviewReferences, systemLines } from './queries.ts'
import { dpoCasesFor, packFor } from './queries-pack.ts'
import {
  approveReview as approved,
  decisionRules,
  deliverReport as delivered,
  dpoReportRules,
  freezeReview as frozen,
  frozenStays,
  itemRules,
  reviewRules,
  systemState,
} from './rules.ts'
import { decisionStore, dpoReportStore, itemStore, reviewStore, writeCases, writePack } from './store.ts'
import { decisionTasks, dueTasks } from './tasks.ts'
import { texts } from './texts.ts'

type ReviewDone = Promise<Outcome<Review, ReviewEvent>>
const begins = { state: 'planned', frozenAt: null, approvedAt: null, approvedBy: null } as const
const strangeReview = async (ctx: Ctx, values: ReviewAnswers, stands?: ReviewAnswers) => {
  const fields = await strangeIn<typeof reviewFields>(ctx, reviewReferences, values, stands)
  return fields.length > 0 ? refuse('notARecord', fields) : null
}

export async function addReview(ctx: Ctx, id: string, given: ReviewAnswers): ReviewDone {
  const values = { ...given, ...begins }
  return reviewStore.add(ctx, id, values, async (newId) => {
    const outcome = (await strangeReview(ctx, given)) ?? reviewRules.add(newId, given, ctx.actor)
    return outcome.ok ? { ...outcome, next: { ...outcome.next, values } } : outcome
  })
}
export async function editReview(ctx: Ctx, id: string, version: number | null, given: ReviewAnswers): ReviewDone {
  const stands = (await reviewStore.find(ctx, id))?.values
  const strange = await strangeReview(ctx, given, stands)
  if (strange) return strange
  return reviewStore.edit(ctx, id, version, { ...begins, ...stands, ...given }, (before) => {
    const outcome = frozenStays(before, given) ?? reviewRules.edit(before, given, ctx.actor)
    return outcome.ok ? { ...outcome, next: { ...before, values: { ...before.values, ...given } } } : outcome
  })
}

/** Writes down what the registers say now, once and for all. By a coordinator, or by the clock when the day of the meeting has come. */
export async function freezeReview(ctx: Ctx, id: string): ReviewDone {
  const before = await reviewStore.lock(ctx, id)
  if (!before) return refuse('notFound')
  const outcome = frozen(before, ctx.now)
  if (!outcome.ok) return outcome
  const { periodFrom, periodTo } = before.values
  await writePack(ctx, id, await packFor(ctx, id, { from: periodFrom ?? '', to: periodTo ?? '' }))
  await reviewStore.apply(ctx, outcome, before)
  // The review is the management group's: each of its members has the papers as they are frozen (S4-068).
  await tell(ctx, {
    to: { roles: ['managementGroup'] },
    kind: 'management_review.papers',
    title: inAll((locale) => texts(locale).papersReady),
    reference: null,
    href: `/ledelsens-gjennomgang/${id}`,
  })
  return outcome
}
export async function freezeByHand(ctx: Ctx, id: string): ReviewDone {
  if (!(await findReview(ctx, id))) return refuse('notFound')
  return mayCoordinate(ctx.actor) ? freezeReview(ctx, id) : refuse('notAllowed')
}
/** The minutes are approved; what was not frozen is frozen with them, and the next review is due a year later. */
export async function approveReview(ctx: Ctx, id: string, version: number | null): ReviewDone {
  const today = localDate(ctx.now)
  const outcome = await decide(ctx, reviewStore, id, version, (before) => approved(before, today, ctx.actor, ctx.now))
  if (!outcome.ok) return outcome
  if (outcome.next.values.frozenAt === null) await freezeReview(ctx, id)
  await syncDue(ctx)
  return outcome
}

const yearly = (ctx: Ctx) => ({
  ...{ type: 'management_review', id: ctx.actor.organisationId, reference: null, href: '/ledelsens-gjennomgang' },
})
/** The task of holding the next review, as the clock says today. */
export async function syncDue(ctx: Ctx): Promise<void> {
  const { due } = await reviewClock(ctx)
  await syncTasks(ctx, yearly(ctx), 'management_review.', dueTasks(due, localDate(ctx.now)))
}

/** Of an approved review nothing is added, and no item of it is changed. Its decisions live on. */
const whileOpen = async (ctx: Ctx, review: string | null) => {
  const found = review === null ? undefined : await findReview(ctx, review)
  return found?.values.state === 'approved' ? refuse('reviewApproved', ['review']) : null
}
const items = registerCommands(itemStore, itemRules, itemReferences)
export const addItem: typeof items.add = async (ctx, id, values) => (await whileOpen(ctx, values.review)) ?? items.add(ctx, id, values)
export const editItem: typeof items.edit = async (ctx, id, version, values) =>
  (await whileOpen(ctx, (await itemStore.find(ctx, id))?.values.review ?? null)) ?? items.edit(ctx, id, version, values)

const decisions = registerCommands(decisionStore, decisionRules, decisionReferences)
const followDecision = async <O extends { readonly ok: boolean }>(ctx: Ctx, outcome: O): Promise<O> => {
  const next = (outcome as { readonly next?: Decision }).next
  if (outcome.ok && next) {
    const subject = { type: 'management_decision', id: next.id, reference: null, href: `/ledelsesvedtak/${next.id}` }
    await syncTasks(ctx, subject, 'management_decision.', decisionTasks(next))
  }
  return outcome
}
export const addDecision: typeof decisions.add = async (ctx, id, values) => followDecision(ctx, await decisions.add(ctx, id, values))
export const editDecision: typeof decisions.edit = async (ctx, id, version, values) =>
  followDecision(ctx, await decisions.edit(ctx, id, version, values))

type ReportDone = Promise<Outcome<DpoReport, DpoReportEvent>>
export async function addDpoReport(ctx: Ctx, id: string, given: DpoReportAnswers): ReportDone {
  const values = { ...given, deliveredOn: null }
  return dpoReportStore.add(ctx, id, values, (newId) => {
    const outcome = dpoReportRules.add(newId, given, ctx.actor)
    return outcome.ok ? { ...outcome, next: { ...outcome.next, values } } : outcome
  })
}
export const editDpoReport = (ctx: Ctx, id: string, version: number | null, given: DpoReportAnswers): ReportDone =>
  dpoReportStore.edit(ctx, id, version, { ...given, deliveredOn: null }, (before) => {
    const outcome = dpoReportRules.edit(before, given, ctx.actor)
    return outcome.ok ? { ...outcome, next: { ...before, values: { ...before.values, ...given } } } : outcome
  })
/** Delivers the report to the management group: its figures are frozen, and the group is told (S4-079). */
export async function deliverReport(ctx: Ctx, id: string, version: number | null): ReportDone {
  const before = await dpoReportStore.lock(ctx, id)
  if (!before) return refuse('notFound')
  const outcome = version !== null && version !== before.version ? refuse('stale') : delivered(before, localDate(ctx.now), ctx.actor)
  if (!outcome.ok) return outcome
  const { periodFrom, periodTo } = before.values
  await writeCases(ctx, id, await dpoCasesFor(ctx, { from: periodFrom ?? '', to: periodTo ?? '' }), localDate(ctx.now))
  await dpoReportStore.apply(ctx, outcome, before)
  await tell(ctx, {
    to: { roles: ['managementGroup'] },
    kind: 'dpo_report.delivered',
    title: inAll((locale) => texts(locale).dpoReports.told),
    reference: null,
    href: `/ombudsrapporter/${id}`,
  })
  return outcome
}

/** Reminds the owner of one system, or of all whose review is late or not planned (S4-171). Answers how many systems it was about. */
export async function remindOwners(ctx: Ctx, only: string | null) {
  if (!mayCoordinate(ctx.actor)) return refuse('notAllowed')
  const today = localDate(ctx.now)
  const lines = (await systemLines(ctx)).filter((line) =>
    only === null ? ['late', 'unplanned'].includes(systemState(line, today)) : line.id === only,
  )
  if (lines.length === 0) return refuse(only === null ? 'nothingChanged' : 'notFound')
  for (const { id, owner } of lines)
    await tell(ctx, {
      to: owner ? { persons: [owner], instead: ['itHead'] } : { roles: ['itHead'] },
      kind: 'system.reviewReminded',
      title: inAll((locale) => texts(locale).systems.reminder),
      reference: null,
      href: `/systemer/${id}`,
    })
  await note(ctx, { type: 'system.reviewReminded', systems: lines.length })
  return { ok: true as const, next: lines.length }
}
/** Begins the reviews of the year: every system in use that has none planned gets one, due on a day (S4-171). */
export async function beginReviews(ctx: Ctx, dueOn: LocalDate) {
  if (!mayCoordinate(ctx.actor)) return refuse('notAllowed')
  if (dueOn < localDate(ctx.now)) return refuse('dueBefore', ['dueOn'])
  const lines = (await systemLines(ctx)).filter((line) => systemState(line, dueOn) === 'unplanned')
  if (lines.length === 0) return refuse('nothingChanged')
  for (const { id } of lines) await planFromStart(ctx, { type: 'system', id }, 12, dueOn, 0)
  await note(ctx, { type: 'system.reviewsBegun', systems: lines.length })
  return { ok: true as const, next: lines.length }
}
const note = (ctx: Ctx, event: CoordinationEvent) => record(ctx, { type: 'system', id: null }, [event])
