import { record } from '../../kernel/audit.ts'
import { localDate } from '../../kernel/calendar/calendar.ts'
import { refuse } from '../../kernel/change.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { newId } from '../../kernel/ids.ts'
import { timelineOf } from '../audit/public.ts'
import type { Profile } from '../deviation/public.ts'
import {
  audienceOf,
  type By,
  caseView,
  countOrders,
  decideDeviation,
  reference,
  trackAuthority,
  trackSubjects,
} from '../deviation/public.ts'
import { finish } from '../documents/public.ts'
import { tell } from '../messages/public.ts'
import { letterheadFor, organisationDetails, organisationName } from '../organisation/public.ts'
import { syncTasks } from '../tasks/public.ts'
import { messageDocument } from './documents/message.ts'
import { noticeDocument } from './documents/notice.ts'
import { draftMessageTexts, draftNoticeTexts, refilled } from './draft.ts'
import { newsOf } from './news.ts'
import type { LetterLanguage, MessageTexts, NoticeEvent, NoticeFile, NoticeKind, NoticeTexts } from './notice.ts'
import { draftSource, namesIn } from './queries.ts'
import {
  copyNotice,
  discardNotice,
  draftNotice,
  editNotice,
  followOrder,
  type NewCopy,
  type NewLetter,
  type NoticeOutcome,
  openOrders,
  type Promised,
  registerLetter,
  type Sending,
  sendNotice,
  trackAfter,
} from './rules.ts'
import {
  discardMessage,
  draftMessage,
  editMessage,
  type MessageSending,
  sendMessage,
  signaturesAfter,
  signMessage,
  withdrawSignature,
} from './rules-message.ts'
import { apply, hasAny, load } from './store.ts'
import { dueNoticeTasks } from './tasks.ts'

/**
 * The road of every deed here: the case is locked, the rule decides over all that has been said outside, what differs is
 * written and logged on the case, and tasks and messages follow. All in the caller's transaction.
 */
async function decideNotices(
  ctx: Ctx,
  caseId: string,
  rule: (file: NoticeFile, by: By) => NoticeOutcome | Promise<NoticeOutcome>,
): Promise<NoticeOutcome> {
  const view = await caseView(ctx, caseId, true)
  if (!view || audienceOf(view, ctx.actor) !== 'full') return refuse('notFound')
  const { profile, parts } = view
  const before = await load(ctx, view.deviation)
  const outcome = await rule(before, { actor: ctx.actor, parts, profile, now: ctx.now, newId: newId(ctx.now) })
  if (!outcome.ok) {
    const refused: NoticeEvent = { type: 'notices.refused', why: outcome.why, fields: outcome.fields }
    await record(ctx, { type: 'deviation', id: caseId }, [refused])
    return outcome
  }
  await apply(ctx, outcome, before)
  await follow(ctx, before, outcome.next, profile)
  return outcome
}

async function follow(ctx: Ctx, before: NoticeFile, next: NoticeFile, profile: Profile): Promise<void> {
  const { id } = next.deviation
  const number = reference(next.deviation)
  const subject = { type: 'deviation', id, reference: number }
  const due = dueNoticeTasks(next, profile)
  const subjectsHref = `/avvik/${id}/berorte`
  await syncTasks(ctx, { ...subject, href: `/avvik/${id}/datatilsynet` }, 'notices.authority.', due.authority)
  await syncTasks(ctx, { ...subject, href: subjectsHref }, 'notices.subjects.', due.subjects)
  for (const { kind, title, roles } of newsOf(before, next, profile))
    await tell(ctx, { kind, title, to: { roles }, about: { type: 'deviation', id }, reference: number, href: subjectsHref })
}

export const makeNotice = (ctx: Ctx, caseId: string, kind: NoticeKind) =>
  decideNotices(ctx, caseId, async (file, by) => draftNotice(file, kind, draftNoticeTexts(await draftSource(ctx, file), kind), by))

/** `promised` without an id is new. */
export const saveNotice = (
  ctx: Ctx,
  caseId: string,
  id: string,
  version: number | null,
  texts: NoticeTexts,
  promised: readonly (Omit<Promised, 'id'> & { readonly id: string | null })[],
) =>
  decideNotices(ctx, caseId, (file, by) => {
    const known = new Set(file.owed.map((one) => one.id))
    const rows = promised.map((one) => ({ ...one, id: one.id !== null && known.has(one.id) ? one.id : newId(ctx.now) }))
    return editNotice(file, id, version, texts, rows, by)
  })

/** Fills what is still empty from the case as it stands now. */
export const refillNotice = (ctx: Ctx, caseId: string, id: string, version: number | null) =>
  decideNotices(ctx, caseId, async (file, by) => {
    const notice = file.notices.find((one) => one.id === id)
    if (!notice) return refuse('notFound')
    const texts = refilled(notice.texts, draftNoticeTexts(await draftSource(ctx, file), notice.kind))
    return editNotice(file, id, version, texts, asPromised(file), by)
  })

export const discardNoticeOf = (ctx: Ctx, caseId: string, id: string, version: number | null) =>
  decideNotices(ctx, caseId, (file, by) => discardNotice(file, id, version, by))

/** Registers as sent, moves the case's own track, and keeps the document as it was sent: one transaction. */
export const registerNoticeSent = (ctx: Ctx, caseId: string, id: string, version: number | null, sending: Sending) =>
  decideNotices(ctx, caseId, async (file, by) => {
    const outcome = sendNotice(file, id, version, sending, by)
    const notice = outcome.ok && outcome.next.notices.find((one) => one.id === id)
    if (!outcome.ok || !notice) return outcome
    const after = trackAfter(outcome.next)
    let { deviation } = file
    if (after && after.track !== deviation.authorityTrack) {
      const tracked = await decideDeviation(ctx, caseId, null, (before, as) => trackAuthority(before, after.track, after.at, as))
      if (!tracked.ok) return tracked
      deviation = tracked.next
    }
    const exempt = sending.access === 'exempt' ? sending.accessGround : null
    const told = { ...outcome.next, deviation }
    const document = noticeDocument({ file: told, notice, ...(await senderOf(ctx, notice)), now: ctx.now, exempt })
    const { id: documentId } = await finish(ctx, { type: 'deviation', id: caseId }, document)
    const notices = told.notices.map((one) => (one === notice ? { ...notice, documentId } : one))
    return { ...outcome, next: { ...told, notices } }
  })

export const registerLetterOf = (ctx: Ctx, caseId: string, letter: NewLetter) =>
  decideNotices(ctx, caseId, async (file, by) => withOrders(ctx, file, registerLetter(file, letter, by)))

export const registerOrderFollowed = (ctx: Ctx, caseId: string, letterId: string, at: Date | null, how: string | null) =>
  decideNotices(ctx, caseId, async (file, by) => withOrders(ctx, file, followOrder(file, letterId, at, how, by)))

/** The case counts the orders that wait: it is not done before they are followed, and a closed one is opened again. */
async function withOrders(ctx: Ctx, { deviation }: NoticeFile, outcome: NoticeOutcome): Promise<NoticeOutcome> {
  if (!outcome.ok || openOrders(outcome.next) === deviation.openOrders) return outcome
  const open = openOrders(outcome.next)
  const counted = await decideDeviation(ctx, deviation.id, null, (before, by) => countOrders(before, open, by))
  return counted.ok ? { ...outcome, next: { ...outcome.next, deviation: counted.next } } : counted
}

/**
 * Something has happened in the case: what was signed about something else falls, and the tasks follow. A case of which nothing has been
 * said outside has nothing to follow.
 */
export async function followCase(ctx: Ctx, caseId: string): Promise<void> {
  if (!(await hasAny(ctx, caseId))) return
  const view = await caseView(ctx, caseId)
  if (!view) return
  const before = await load(ctx, view.deviation)
  const outcome = signaturesAfter(before)
  if (outcome?.ok) await apply(ctx, outcome, before)
  await follow(ctx, before, outcome?.ok ? outcome.next : before, view.profile)
}

export const registerCopy = (ctx: Ctx, caseId: string, noticeId: string, copy: NewCopy) =>
  decideNotices(ctx, caseId, (file, by) => copyNotice(file, noticeId, copy, by))

export const makeMessage = (ctx: Ctx, caseId: string, language: LetterLanguage) =>
  decideNotices(ctx, caseId, async (file, by) =>
    draftMessage(file, language, draftMessageTexts(await draftSource(ctx, file), language), by),
  )

export const saveMessage = (ctx: Ctx, caseId: string, id: string, version: number | null, texts: MessageTexts) =>
  decideNotices(ctx, caseId, (file, by) => editMessage(file, id, version, texts, by))

export const discardMessageOf = (ctx: Ctx, caseId: string, id: string, version: number | null) =>
  decideNotices(ctx, caseId, (file, by) => discardMessage(file, id, version, by))

export const signMessageOf = (ctx: Ctx, caseId: string, id: string, version: number | null) =>
  decideNotices(ctx, caseId, (file, by) => signMessage(file, id, version, by))

export const withdrawSignatureOf = (ctx: Ctx, caseId: string, id: string, version: number | null) =>
  decideNotices(ctx, caseId, (file, by) => withdrawSignature(file, id, version, by))

/** Registers as sent; the case's own track says informed from the first message on. */
export const registerMessageSent = (ctx: Ctx, caseId: string, id: string, version: number | null, sending: MessageSending) =>
  decideNotices(ctx, caseId, async (file, by) => {
    const outcome = sendMessage(file, id, version, sending, by)
    const message = outcome.ok ? outcome.next.messages.find((one) => one.id === id) : undefined
    if (!outcome.ok || !message?.sentAt) return outcome
    const { sentAt } = message
    let { deviation } = file
    if (deviation.subjectsTrack !== 'informed') {
      const tracked = await decideDeviation(ctx, caseId, null, (before, as) => trackSubjects(before, sentAt, as))
      if (!tracked.ok) return tracked
      deviation = tracked.next
    }
    const signer = (await namesIn(ctx, outcome.next)).get(message.signedBy ?? '') ?? null
    const document = messageDocument({ deviation, message, ...(await senderOf(ctx, message)), signer, now: ctx.now })
    const { id: documentId } = await finish(ctx, { type: 'deviation', id: caseId }, document)
    const messages = outcome.next.messages.map((one) => (one === message ? { ...message, documentId } : one))
    return { ...outcome, next: { ...outcome.next, deviation, messages } }
  })

/** Whose letter it is, as it stands today. */
const senderOf = async (ctx: Ctx, { language }: { readonly language: LetterLanguage }) => ({
  organisation: await organisationName(ctx),
  details: await organisationDetails(ctx),
  letterhead: await letterheadFor(ctx, language === 'se' ? 'nb' : language),
})

/** Reading on is one view: a new line in the log each ten minutes and person. */
const oneView = 10 * 60_000

/** A confidential page was opened, or a file fetched: the log says so, and never what it held (M23). */
export async function noteViewed(ctx: Ctx, caseId: string, what: string): Promise<void> {
  const since = ctx.now.getTime() - oneView
  const lately = (await timelineOf(ctx, caseId)).some(
    ({ type, actorId, at }) => type === 'notices.viewed' && actorId === ctx.actor.personId && at.getTime() > since,
  )
  if (!lately) await record(ctx, { type: 'deviation', id: caseId }, [{ type: 'notices.viewed', what } as NoticeEvent])
}
export const noteFetched = (ctx: Ctx, caseId: string, what: string) =>
  record(ctx, { type: 'deviation', id: caseId }, [{ type: 'notices.documentMade', what } as NoticeEvent])

const asPromised = (file: NoticeFile): readonly Promised[] =>
  file.owed.filter((one) => one.suppliedAt === null).map(({ id, what, dueAt }) => ({ id, what, dueOn: localDate(dueAt) }))
