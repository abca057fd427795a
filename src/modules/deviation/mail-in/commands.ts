import { sql } from 'kysely'
import { record } from '../../../kernel/audit.ts'
import { hoursAfter } from '../../../kernel/calendar/calendar.ts'
import { refuse } from '../../../kernel/change.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { decide } from '../../../kernel/deed.ts'
import { emptyValues, type Values } from '../../../kernel/fields.ts'
import { newId } from '../../../kernel/ids.ts'
import type { Letter } from '../../../kernel/letter.ts'
import type { ReplyTo } from '../../../kernel/mailbox.ts'
import { takeTurn } from '../../../kernel/once.ts'
import type { Kept, Removal } from '../../../kernel/removal.ts'
import { inAll } from '../../../kernel/texts.ts'
import type { Incoming } from '../../../kernel/upload.ts'
import type { Ticked } from '../../../register/many.tsx'
import { attachAll, moveFiles, removeAll } from '../../files/public.tsx'
import { tell } from '../../messages/public.ts'
import { syncTasks } from '../../tasks/public.ts'
import { reportFields } from '../fields-report.ts'
import { caseNumbered, handles } from '../merging/queries.ts'
import type { Profile } from '../profile.ts'
import { profileOf } from '../queries-profile.ts'
import { registerReport } from '../report/commands.ts'
import type { DeviationOutcome } from '../rules.ts'
import { protectsReporters } from '../rules-profile.ts'
import { goingOn, load } from '../store.ts'
import type { caseOfMail } from './fields.ts'
import type { Dismissal, Held, Hourly, MailInEvent, Unread } from './mail.ts'
import { mailsOfCase, mailView, showsSenders } from './queries.ts'
import { asideOf, dismissed, dmarcOf, joined, made, tokensIn } from './rules.ts'
import { addLeftOut, fingerprintOf, insertMail, mailStore, rewriteMail } from './store.ts'
import { caseOfTokens, replyTokenOf } from './store-reply.ts'
import { hasRoom, hasRoomInCase, heldState, isKnown, letGoOf, senderMarkOf, tellsOfHeld } from './store-room.ts'
import { mailInTexts } from './texts.ts'

/** A mail as it was found in the mailbox. `letter`: undefined where nobody could read it. */
export type Arrived = {
  readonly validity: string
  readonly uid: number
  readonly at: Date
  readonly letter: Letter | undefined
  readonly unread: Unread | null
  /** Of its bytes, where there is no letter to know it by. */
  readonly digest: string
  readonly files: readonly Incoming[]
}

const mostText = 20_000

/**
 * Takes one mail in: it waits for those who read them, or stands in the case that it answers, or is put aside. The same mail twice is one,
 * wherever in the mailbox it lies.
 */
export async function takeIn(ctx: Ctx, { letter, validity, uid, at, unread, digest, files }: Arrived, sender: string): Promise<void> {
  const { mailIn } = (await profileOf(ctx)).deviation
  const attached = files.map(({ sha256 }) => sha256.toString('hex'))
  const fingerprint = fingerprintOf(ctx, letter ? [letter.messageId, letter.from, letter.subject, letter.text, ...attached] : [digest])
  const aside = letter ? asideOf(letter, { sender, address: mailIn.address }) : null
  const tokens = letter && aside === null ? tokensIn(letter) : []
  const answered = await caseAnswered(ctx, tokens)
  const senderMark = senderMarkOf(ctx, letter?.from ?? null)
  const id = newId(ctx.now)
  const mail = {
    id,
    status: aside ? ('aside' as const) : answered ? ('joined' as const) : ('waiting' as const),
    aside,
    receivedAt: at > ctx.now ? ctx.now : at,
    sender: aside ? null : (letter?.from ?? null),
    subject: aside ? null : (letter?.subject?.slice(0, 300) ?? null),
    text: aside ? null : (letter?.text.slice(0, mostText) ?? null),
    unread,
    leftOut: letter?.leftOut ?? 0,
    dmarc: letter ? dmarcOf(letter, mailIn.verifiedBy) : null,
    late: tokens.length > 0 && !answered,
    known: aside === null && (await knownIn(ctx, letter, senderMark)),
    mark: senderMark,
    deviationId: answered ?? null,
  }
  if (!(await insertMail(ctx, mail, { validity, uid, fingerprint }))) return
  const event: MailInEvent = aside ? { type: 'mailIn.putAside', aside } : { type: 'mailIn.came', files: files.length, unread }
  await record(ctx, { type: 'mailIn', id }, [event])
  if (aside) return
  const { refused } = await attachAll(ctx, { type: 'mailIn', id }, files)
  if (refused.length > 0) await addLeftOut(ctx, id, refused.length)
  if (answered) await tellOfAnswer(ctx, answered)
  else await syncMailTask(ctx)
}

export const keepsText = mostText

/** Not where nobody may know who reports (S4-131), nor where the own server found that it is not from there. */
async function knownIn(ctx: Ctx, letter: Head | undefined, senderMark: Buffer): Promise<boolean> {
  const profile = await profileOf(ctx)
  if (!letter || protectsReporters(profile) || dmarcOf(letter, profile.deviation.mailIn.verifiedBy) === 'fail') return false
  return isKnown(ctx, letter.from, senderMark)
}
type Head = Pick<Letter, 'from' | 'header'>

/** Whether a mail is taken now, by its head alone. `held`: it waits in the mailbox, and this is what it is known by meanwhile. */
export async function roomFor(
  ctx: Ctx,
  letter: Head | undefined,
  sender: string,
  hourly: Hourly,
): Promise<Pick<Held, 'mark' | 'known'> | null> {
  const { mailIn } = (await profileOf(ctx)).deviation
  // What a machine sends is put aside, with nothing in it.
  if (letter && asideOf(letter, { sender, address: mailIn.address })) return null
  const answered = letter && (await caseAnswered(ctx, tokensIn(letter)))
  if (answered && (await hasRoomInCase(ctx, answered, hourly))) return null
  const senderMark = senderMarkOf(ctx, letter?.from ?? null)
  const held = { mark: senderMark, known: await knownIn(ctx, letter, senderMark) }
  return !answered && (await hasRoom(ctx, held, hourly)) ? null : held
}

/** Those who read the mails, and the administrator, learn once a day that more come than are taken in. */
export async function tellOfHeld(ctx: Ctx): Promise<void> {
  const { count } = await heldState(ctx)
  if (count === 0 || !(await tellsOfHeld(ctx))) return
  const { queue } = (await profileOf(ctx)).deviation.routes.privacyDeviation
  const title = inAll((locale) => mailInTexts(locale).news.held(count))
  await tell(ctx, { to: { roles: queue }, kind: 'mailIn.held', title, reference: null, href: '/avvik/epost' })
  await tell(ctx, { to: { roles: ['admin'] }, kind: 'mailIn.held', title, reference: null, href: '/innstillinger#postkasse' })
}

/** The open case that these answer; the one that goes on, where theirs was merged into another. */
async function caseAnswered(ctx: Ctx, tokens: readonly string[]): Promise<string | undefined> {
  const id = await caseOfTokens(ctx, tokens)
  const found = id === undefined ? undefined : await load(ctx, id)
  const heir = found && (await goingOn(ctx, found))
  return heir && heir.status !== 'closed' ? heir.id : undefined
}

async function tellOfAnswer(ctx: Ctx, deviationId: string): Promise<void> {
  const subject = { type: 'deviation', id: deviationId }
  await record(ctx, subject, [{ type: 'deviation.mailCame' }])
  const found = await load(ctx, deviationId)
  if (!found) return
  const roles = found.queueRoles as Profile['assessment']['assessors']
  await tell(ctx, {
    to: found.takenBy ? { persons: [found.takenBy], instead: roles } : { roles },
    kind: 'mailIn.answered',
    title: inAll((locale) => mailInTexts(locale).news.answered),
    about: subject,
    reference: found.year === null ? null : `${found.year}-${String(found.number).padStart(4, '0')}`,
    href: `/avvik/${deviationId}`,
  })
}

/** One task for all that wait, of the oldest: within a day somebody has looked at it, since the 72 hours may be running. */
async function syncMailTask(ctx: Ctx): Promise<void> {
  await takeTurn(ctx, 'mail in task')
  const { organisationId } = ctx.actor
  const { rows } = await sql<{ oldest: Date | null }>`
    select min(received_at) as oldest from mail_in where organisation_id = ${organisationId} and status = 'waiting'`.execute(ctx.tx)
  const oldest = rows[0]?.oldest
  const { routes } = (await profileOf(ctx)).deviation
  const title = inAll((locale) => mailInTexts(locale).task)
  const task = { kind: 'mailIn.read', title, roles: routes.privacyDeviation.queue, remindAtHoursLeft: [4] }
  const subject = { type: 'mailIn', id: organisationId, reference: null, href: '/avvik/epost' }
  await syncTasks(ctx, subject, 'mailIn.', oldest ? [{ ...task, dueAt: hoursAfter(oldest, 24) }] : [])
}
async function endTasks(ctx: Ctx, id: string): Promise<void> {
  // One that was begun while each mail had a task of its own.
  await syncTasks(ctx, { type: 'mailIn', id, reference: null, href: `/avvik/epost/${id}` }, 'mailIn.', [])
  await syncMailTask(ctx)
}

/** Tells, once for all that has come since it was last told: a hundred of them are one notice. */
export async function tellOfMail(ctx: Ctx): Promise<void> {
  const { numUpdatedRows } = await ctx.tx
    .updateTable('mail_in')
    .set({ told: true })
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('status', '=', 'waiting')
    .where('told', '=', false)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return
  const { queue, tell: alsoTold } = (await profileOf(ctx)).deviation.routes.privacyDeviation
  await tell(ctx, {
    to: { roles: [...new Set([...queue, ...alsoTold])] },
    kind: 'mailIn.came',
    title: inAll((locale) => mailInTexts(locale).news.came(Number(numUpdatedRows))),
    reference: null,
    href: '/avvik/epost',
  })
}

export const viewMail = (ctx: Ctx, id: string): Promise<void> =>
  record(ctx, { type: 'mailIn', id }, [{ type: 'mailIn.viewed' } satisfies MailInEvent])

/**
 * A report of what a mail tells, with the mail's own time: from then on the organisation could know (EDPB 9/2022, no. 31). The sender stands
 * as somebody outside, whoever they say they are. Twice is once: the case has the id of the mail.
 */
export async function makeCase(
  ctx: Ctx,
  id: string,
  version: number | null,
  answers: Values<typeof caseOfMail>,
): Promise<DeviationOutcome> {
  const view = await mailView(ctx, id)
  if (!view) return refuse('notFound')
  // Who it says it is from is known to the house, also where whoever makes the case may not know.
  const mail = await mailStore.lock(ctx, id)
  if (mail?.status === 'made') return refuse('alreadySent')
  if (mail?.status !== 'waiting') return refuse('mailSettled')
  const outcome = await registerReport(ctx, id, { ...emptyValues(reportFields), ...answers }, [], {
    channel: 'email',
    receivedAt: mail.receivedAt,
    person: null,
    outside: mail.sender,
    isProtected: false,
  })
  if (!outcome.ok) return outcome
  const settled = await decide(ctx, mailStore, id, version, (one) => made(one, id))
  // The case must not stand where the mail was settled meanwhile.
  if (!settled.ok) throw Object.assign(new Error('The mail was settled meanwhile.'), { code: settled.why })
  await moveFiles(ctx, { type: 'mailIn', id }, { type: 'report', id })
  await endTasks(ctx, id)
  return outcome
}

/** Lays it to a case that whoever does it handles. */
export async function joinCase(ctx: Ctx, id: string, version: number | null, number: string) {
  const view = await mailView(ctx, id)
  if (!view) return refuse('notFound')
  const found = await caseNumbered(ctx, number)
  // Whoever may not handle it learns nothing of it.
  if (!found || !(await handles(ctx, found))) return refuse('noSuchCase', ['into'])
  if ((await load(ctx, found))?.status === 'closed') return refuse('caseClosed', ['into'])
  const outcome = await decide(ctx, mailStore, id, version, (mail) => joined(mail, found))
  if (!outcome.ok) return outcome
  await endTasks(ctx, id)
  await tellOfAnswer(ctx, found)
  return outcome
}

/** It was no report: what it said is gone here at once, and stands in the mailbox as before. */
export async function dismissMail(ctx: Ctx, id: string, version: number | null, dismissal: Dismissal | null) {
  if (!(await mailView(ctx, id))) return refuse('notFound')
  if (dismissal === null) return refuse('incomplete', ['dismissal'])
  const outcome = await decide(ctx, mailStore, id, version, (mail) => dismissed(mail, dismissal))
  if (!outcome.ok) return outcome
  await removeAll(ctx, { type: 'mailIn', id }, mailInTexts('nb').dismissals[dismissal])
  await endTasks(ctx, id)
  return outcome
}

export type Dismissed = { readonly done: number; readonly left: number; readonly held: number }
/**
 * Several at once, each by its own rule and with its own line in the log; what somebody has settled meanwhile is left. `of`: a mail whose
 * sender's others, that wait in the mailbox, are not taken in.
 */
export async function dismissMails(ctx: Ctx, mails: readonly Ticked[], dismissal: Dismissal, of: string | null): Promise<Dismissed> {
  let done = 0
  const held = of === null ? 0 : await letGoSender(ctx, of)
  for (const { id, version } of mails) if ((await dismissMail(ctx, id, version, dismissal)).ok) done += 1
  return { done, left: mails.length - done, held }
}
/** Not by those who may not see that two mails are from one sender: how many more there are would say it. */
async function letGoSender(ctx: Ctx, id: string): Promise<number> {
  const view = await mailView(ctx, id)
  if (!view || !showsSenders(ctx.actor, view.profile)) return 0
  const row = await ctx.tx
    .selectFrom('mail_in')
    .select('sender_mark')
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.sender_mark ? letGoOf(ctx, row.sender_mark) : 0
}

/** Where an answer to a mail about a case goes: only where the mailbox is read, and for as long as the case takes answers. */
export async function repliesToCase(ctx: Ctx, id: string): Promise<ReplyTo | null> {
  const { on, address, plus } = (await profileOf(ctx)).deviation.mailIn
  if (!on || !address) return null
  const found = await load(ctx, id)
  if (!found || found.status === 'draft' || found.status === 'closed') return null
  const token = await replyTokenOf(ctx, id)
  return { token, address: plus ? address.replace(/(\+[^@]*)?@/, `+${token}@`) : address }
}

/** What is taken out of a case is taken out of its mails too (S1-42). */
export async function removeFromMails(ctx: Ctx, caseId: string, remove: Removal): Promise<readonly Kept[]> {
  for (const mail of await mailsOfCase(ctx, caseId)) {
    const [subject, text] = [mail.subject && remove(mail.subject), mail.text && remove(mail.text)]
    if (subject !== mail.subject || text !== mail.text) await rewriteMail(ctx, { id: mail.id, subject, text })
  }
  return []
}
