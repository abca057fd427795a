import { parseLocal } from '../../kernel/calendar/calendar.ts'
import { change, type Outcome, type Refusal, refuse } from '../../kernel/change.ts'
import { changed, isEmpty } from '../../kernel/fields.ts'
import { findPersonalData, type GuardOptions } from '../../kernel/guard/guard.ts'
import { isSameAgain } from '../../kernel/same.ts'
import { mayTake } from '../../kernel/workflow.ts'
import type { By, Deviation, Part } from '../deviation/public.ts'
import { type LetterKind, noticeFields, type PartyRole } from './fields.ts'
import {
  lastSent,
  type Notice,
  type NoticeEvent,
  type NoticeFile,
  type NoticeKind,
  type NoticeTexts,
  type Owed,
  openDraft,
  stillOwed,
} from './notice.ts'
import { blocking } from './parts.ts'
import { draftNoticeBy, type NoticeAction, noticeWorkflow, registerLetterBy } from './workflow.ts'

export type NoticeOutcome = Outcome<NoticeFile, NoticeEvent>

/** Which versions may come next: first preliminary or complete, then what supplements or withdraws it. */
export function possibleKinds(notices: readonly Notice[]): readonly NoticeKind[] {
  const last = lastSent(notices)
  if (!last || last.kind === 'withdrawn') return ['complete', 'preliminary']
  const sent = notices.slice(notices.findLastIndex((one) => one.status === 'sent' && one.kind === 'withdrawn') + 1)
  const whole = sent.some((one) => one.status === 'sent' && one.kind === 'complete')
  return whole ? ['supplementary', 'withdrawn'] : ['supplementary', 'complete', 'withdrawn']
}

/** A draft can be begun before the duty is decided: the hours run. Where it is decided that none is owed, that is changed first. */
export function draftNotice(file: NoticeFile, kind: NoticeKind, texts: NoticeTexts, by: By): NoticeOutcome {
  const refusal = openCase(file.deviation, draftNoticeBy, by)
  if (refusal) return refusal
  if (openDraft(file.notices)) return refuse('draftOpen')
  if (!possibleKinds(file.notices).includes(kind)) return refuse('kindNotNow', ['kind'])
  if (file.deviation.authorityTrack === 'notOwed') return refuse('notOwed')
  const number = file.notices.length + 1
  const notice: Notice = {
    id: by.newId,
    version: 1,
    number,
    kind,
    status: 'draft',
    language: file.deviation.language,
    createdAt: by.now,
    texts,
    sentAt: null,
    registeredAt: null,
    registeredBy: null,
    reference: null,
    documentId: null,
  }
  return change({ ...file, notices: [...file.notices, notice] }, { type: 'notices.drafted', kind, number })
}

/** What a draft may promise for later. An id stays with its promise, so that its task does. */
export type Promised = { readonly id: string; readonly what: string | null; readonly dueOn: string | null }

export function editNotice(
  file: NoticeFile,
  id: string,
  version: number | null,
  texts: NoticeTexts,
  promised: readonly Promised[],
  by: By,
): NoticeOutcome {
  const notice = found(file, id, 'edit', version, by)
  if ('ok' in notice) return notice
  const owed = promises(notice.kind) ? owedAfter(file, promised, by.now) : file.owed
  if ('ok' in owed) return owed
  const fields: string[] = [...changed(noticeFields, notice.texts, texts)]
  if (JSON.stringify(owed) !== JSON.stringify(file.owed)) fields.push('owed')
  if (fields.length === 0) return refuse('nothingChanged')
  return change(
    { ...file, owed, notices: replaced(file.notices, { ...notice, texts }) },
    { type: 'notices.edited', kind: notice.kind, number: notice.number, fields },
  )
}

/** A draft that is put away keeps its number. What it alone had promised was never promised. */
export function discardNotice(file: NoticeFile, id: string, version: number | null, by: By): NoticeOutcome {
  const notice = found(file, id, 'discard', version, by)
  if ('ok' in notice) return notice
  const owed = lastSent(file.notices) ? file.owed : []
  return change(
    { ...file, owed, notices: replaced(file.notices, { ...notice, status: 'discarded' }) },
    { type: 'notices.discarded', kind: notice.kind, number: notice.number },
  )
}

export type Sending = {
  readonly sentAt: Date | null
  readonly reference: string | null
  readonly lateReason: string | null
  readonly access: 'public' | 'exempt' | null
  readonly accessGround: string | null
  /** Which promises this version keeps; a complete one keeps them all. */
  readonly supplies: readonly string[]
}

/**
 * Somebody has sent it in Altinn, and says so here (S3-16). Nothing is sent by Varde itself. At exactly the limit it is in
 * time; after it the reasons for the delay must be given (GDPR art. 33(1), S4-136).
 */
export function sendNotice(file: NoticeFile, id: string, version: number | null, sending: Sending, by: By): NoticeOutcome {
  const notice = found(file, id, 'send', version, by)
  if ('ok' in notice) return notice
  const { sentAt, reference, access } = sending
  const empty = [...(sentAt ? [] : ['sentAt']), ...(access ? [] : ['access'])]
  if (!sentAt || !access) return refuse('incomplete', empty)
  if (file.deviation.authorityTrack === 'notOwed') return refuse('notOwed')
  const wrong = timeRefusal(file, sentAt, by.now)
  if (wrong) return wrong
  if (access === 'exempt' && by.profile.authority.publicAccessLocked) return refuse('publicLocked', ['access'])
  if (access === 'exempt' && isEmpty(sending.accessGround)) return refuse('groundMissing', ['accessGround'])

  const open = stillOwed(file.owed)
  const supplied =
    notice.kind === 'complete' ? open : notice.kind === 'supplementary' ? open.filter((one) => sending.supplies.includes(one.id)) : []
  const closes = open.length > 0 && supplied.length === open.length
  const late = isLate(file.deviation, sentAt)
  const texts = { ...notice.texts, lateReason: sending.lateReason ?? notice.texts.lateReason }
  const gaps = blocking(notice.kind, texts, open.length, closes)
  const unexplained = late && isEmpty(texts.lateReason) && !gaps.includes('lateReason') ? ['lateReason'] : []
  // All that is missing is said at once.
  if (gaps.length > 0) return refuse('incomplete', [...gaps, ...unexplained])
  if (unexplained.length > 0) return refuse('lateReasonMissing', unexplained)
  if (notice.kind === 'supplementary' && supplied.length === 0 && saysTheSame(file, texts)) return refuse('nothingNew')

  const named = by.profile.authority.publicAccessLocked
    ? withNationalId(texts, promises(notice.kind) ? open : [], by.profile.deviation)
    : []
  if (named.length > 0) return refuse('identityNumberInPublic', named)

  const sent: Notice = { ...notice, texts, status: 'sent', sentAt, reference, registeredAt: by.now, registeredBy: by.actor.personId }
  const keep = (one: Owed): Owed => (supplied.includes(one) ? { ...one, suppliedBy: notice.id, suppliedAt: sentAt } : one)
  return change(
    { ...file, notices: replaced(file.notices, sent), owed: file.owed.map(keep) },
    { type: 'notices.sent', kind: notice.kind, number: notice.number, at: sentAt.toISOString(), late, access },
  )
}

/** Which parts hold a national identity number: what is public is sent without one (S4-137; offentleglova § 26 fifth paragraph). */
function withNationalId(texts: NoticeTexts, owed: readonly Owed[], options: GuardOptions): readonly string[] {
  const holds = (text: string | null) => findPersonalData(text ?? '', options).some((finding) => finding.kind === 'nationalId')
  const parts: readonly string[] = (Object.keys(noticeFields) as (keyof NoticeTexts)[]).filter((name) => holds(texts[name]))
  return owed.some(({ what }) => holds(what)) ? [...parts, 'owed'] : parts
}

/** Only the first telling is held against the 72 hours: what supplements it has dates of its own. */
export const isLate = ({ notifyBy, authorityNotifiedAt }: Deviation, at: Date): boolean =>
  authorityNotifiedAt === null && notifyBy !== null && at > notifyBy

/** Where the case stands towards Datatilsynet after what has been sent; null: nothing has. */
export function trackAfter(file: NoticeFile): { readonly track: 'preliminary' | 'notified' | 'withdrawn'; readonly at: Date } | null {
  const last = lastSent(file.notices)
  if (!last?.sentAt) return null
  if (last.kind === 'withdrawn') return { track: 'withdrawn', at: last.sentAt }
  return { track: stillOwed(file.owed).length > 0 ? 'preliminary' : 'notified', at: last.sentAt }
}

export type NewLetter = {
  readonly kind: LetterKind | null
  readonly at: Date | null
  readonly reference: string | null
  readonly question: string | null
  readonly content: string | null
  readonly dueOn: string | null
}

/** What came from Datatilsynet, and what was said with them: receipt, answer, order with a date, contact (S3-21, S4-142, S4-159). */
export function registerLetter(file: NoticeFile, letter: NewLetter, by: By): NoticeOutcome {
  const refusal = received(file.deviation, registerLetterBy, by)
  if (refusal) return refusal
  const { kind, at, content } = letter
  const empty = [
    ...(kind ? [] : ['kind']),
    ...(at ? [] : ['at']),
    ...(kind === 'contact' && isEmpty(letter.question) ? ['question'] : []),
    ...(isEmpty(content) ? ['content'] : []),
    ...(kind === 'order' && !letter.dueOn ? ['dueOn'] : []),
  ]
  if (!kind || !at || !content || empty.length > 0) return refuse('incomplete', empty)
  if (at > by.now) return refuse('future', ['at'])
  if (kind === 'receipt' || kind === 'answer') {
    if (!lastSent(file.notices)) return refuse('nothingSent', ['kind'])
    const first = file.notices.find((notice) => notice.status === 'sent')?.sentAt
    if (first && at < first) return refuse('letterBeforeNotice', ['at'])
  }
  const row = {
    id: by.newId,
    kind,
    at,
    content,
    reference: letter.reference,
    question: kind === 'contact' ? letter.question : null,
    dueAt: kind === 'order' && letter.dueOn ? endOf(letter.dueOn) : null,
    followedAt: null,
    followedHow: null,
    registeredBy: by.actor.personId,
  }
  // Pressed twice: the first one stands.
  if (
    file.letters.some((one) =>
      isSameAgain(one, { kind, at, content, reference: row.reference, question: row.question, registeredBy: row.registeredBy }),
    )
  )
    return refuse('nothingChanged')
  return change({ ...file, letters: [...file.letters, row] }, { type: 'notices.letterRegistered', kind, at: at.toISOString() })
}

/** Orders that wait to be followed. */
export const openOrders = ({ letters }: Pick<NoticeFile, 'letters'>): number =>
  letters.filter((letter) => letter.kind === 'order' && letter.followedAt === null).length

/** The order has been followed: when, and by what it can be seen (S4-159). */
export function followOrder(file: NoticeFile, id: string, at: Date | null, how: string | null, by: By): NoticeOutcome {
  const refusal = received(file.deviation, registerLetterBy, by)
  if (refusal) return refusal
  const order = file.letters.find((letter) => letter.id === id && letter.kind === 'order')
  if (!order) return refuse('notFound')
  if (order.followedAt) return refuse('notNow')
  const empty = [...(at ? [] : ['followedAt']), ...(isEmpty(how) ? ['followedHow'] : [])]
  if (!at || !how) return refuse('incomplete', empty)
  if (at > by.now) return refuse('future', ['followedAt'])
  if (at < order.at) return refuse('beforeOrder', ['followedAt'])
  const letters = file.letters.map((letter) => (letter === order ? { ...order, followedAt: at, followedHow: how } : letter))
  return change({ ...file, letters }, { type: 'notices.orderFollowed', at: at.toISOString() })
}

export type NewCopy = { readonly party: string | null; readonly partyRole: PartyRole | 'dataSubject' | null; readonly sentAt: Date | null }

/** A copy to another party to the breach. Never to a data subject: the notice says more than they should get, and they have their own (S3-18). */
export function copyNotice(file: NoticeFile, id: string, copy: NewCopy, by: By): NoticeOutcome {
  const notice = found(file, id, 'copy', null, by)
  if ('ok' in notice) return notice
  const { party, partyRole, sentAt } = copy
  if (partyRole === 'dataSubject') return refuse('subjectsHaveOwn', ['partyRole'])
  const empty = [...(party ? [] : ['party']), ...(partyRole ? [] : ['partyRole']), ...(sentAt ? [] : ['sentAt'])]
  if (!party || !partyRole || !sentAt) return refuse('incomplete', empty)
  if (sentAt > by.now) return refuse('future', ['sentAt'])
  if (notice.sentAt && sentAt < notice.sentAt) return refuse('beforeNotice', ['sentAt'])
  const row = { id: by.newId, noticeId: id, party, partyRole, sentAt, sentBy: by.actor.personId }
  if (file.copies.some((one) => isSameAgain(one, { noticeId: id, party, partyRole, sentAt, sentBy: row.sentBy })))
    return refuse('nothingChanged')
  return change({ ...file, copies: [...file.copies, row] }, { type: 'notices.copied', number: notice.number, role: partyRole })
}

/** The last minute of a day in Oslo: what is due on a day may come that whole day. */
export function endOf(date: string): Date {
  const read = parseLocal(`${date}T23:59`)
  if (!read.ok) throw new Error(`Not a day: ${date}`)
  return read.at
}

/** The case must be received, and the actor must play the part. */
export function received(deviation: Deviation, parts: readonly Part[], by: By): Refusal | null {
  if (!parts.some((part) => by.parts.has(part))) return refuse('notAllowed')
  return deviation.status === 'draft' ? refuse('notNow') : null
}

/** Nothing new is said outside about a closed case; it is opened again first. */
export const openCase = (deviation: Deviation, parts: readonly Part[], by: By): Refusal | null =>
  received(deviation, parts, by) ?? (deviation.status === 'closed' ? refuse('notNow') : null)

/** The version asked for, where this deed may be done with it now; otherwise why not. */
function found(file: NoticeFile, id: string, action: NoticeAction, version: number | null, by: By): Notice | Refusal {
  const step = noticeWorkflow[action]
  const refusal = (action === 'copy' ? received : openCase)(file.deviation, step.by, by)
  if (refusal) return refusal
  const notice = file.notices.find((one) => one.id === id)
  if (!notice) return refuse('notFound')
  if (version !== null && version !== notice.version) return refuse('stale')
  return mayTake(step as Parameters<typeof mayTake>[0], notice.status, by.parts) ? notice : refuse('notNow')
}

const replaced = (notices: readonly Notice[], next: Notice): readonly Notice[] => notices.map((one) => (one.id === next.id ? next : one))
const promises = (kind: NoticeKind): boolean => kind === 'preliminary' || kind === 'supplementary'

/**
 * What is kept stays as it was; of the rest what is listed now. A new promise cannot be due already, and what Datatilsynet has
 * been promised can be put off or said better, but not be left out.
 */
function owedAfter({ owed: before, notices }: NoticeFile, promised: readonly Promised[], now: Date): readonly Owed[] | Refusal {
  const wanted = promised.filter((one) => one.what !== null || one.dueOn !== null)
  const half = wanted.findIndex((one) => one.what === null || one.dueOn === null)
  if (half !== -1) return refuse('owedIncomplete', ['owed'])
  const open = wanted.map(({ id, what, dueOn }) => ({
    id,
    what: what ?? '',
    dueAt: endOf(dueOn ?? ''),
    suppliedBy: null,
    suppliedAt: null,
  }))
  const past = open.some(
    (one) => one.dueAt < now && !before.some((old) => old.id === one.id && old.dueAt.getTime() === one.dueAt.getTime()),
  )
  const told = lastSent(notices)
  const standing = before.filter(
    (one) => one.suppliedAt !== null || (told && told.kind !== 'withdrawn' && !open.some((other) => other.id === one.id)),
  )
  return past ? refuse('owedPast', ['owed']) : [...standing, ...open].sort(byDate)
}

/** The order they are read in, so that only what was changed counts as a change. */
const byDate = (a: Owed, b: Owed): number => a.dueAt.getTime() - b.dueAt.getTime() || (a.id < b.id ? -1 : 1)

function timeRefusal({ deviation, notices }: NoticeFile, sentAt: Date, now: Date): Refusal | null {
  if (sentAt > now) return refuse('future', ['sentAt'])
  const { discoveredAt } = deviation.report
  if (discoveredAt && sentAt < discoveredAt) return refuse('beforeDiscovered', ['sentAt'])
  const before = lastSent(notices)?.sentAt
  return before && sentAt < before ? refuse('beforePrevious', ['sentAt']) : null
}

const saysTheSame = (file: NoticeFile, texts: NoticeTexts): boolean => {
  const last = lastSent(file.notices)
  return last !== undefined && changed(noticeFields, last.texts, texts).length === 0
}
