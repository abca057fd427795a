import { record } from '../../../kernel/audit.ts'
import { hoursAfter } from '../../../kernel/calendar/calendar.ts'
import { refuse } from '../../../kernel/change.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { decide } from '../../../kernel/deed.ts'
import { emptyValues, type Values } from '../../../kernel/fields.ts'
import { newId } from '../../../kernel/ids.ts'
import type { Letter } from '../../../kernel/letter.ts'
import type { ReplyTo } from '../../../kernel/mailbox.ts'
import type { Kept, Removal } from '../../../kernel/removal.ts'
import { inAll } from '../../../kernel/texts.ts'
import type { Incoming } from '../../../kernel/upload.ts'
import { attachAll, moveFiles, removeAll } from '../../files/public.tsx'
import { tell } from '../../messages/public.ts'
import { syncTasks } from '../../tasks/public.ts'
import { reportFields } from '../fields-report.ts'
import { caseNumbered, handles } from '../merging/queries.ts'
import type { Profile } from '../profile.ts'
import { profileOf } from '../queries-profile.ts'
import { registerReport } from '../report/commands.ts'
import type { DeviationOutcome } from '../rules.ts'
import { goingOn, load } from '../store.ts'
import type { caseOfMail } from './fields.ts'
import type { Dismissal, MailInEvent, Unread } from './mail.ts'
import { mailsOfCase, mailView } from './queries.ts'
import { asideOf, dismissed, dmarcOf, joined, made, tokensIn } from './rules.ts'
import { addLeftOut, fingerprintOf, insertMail, mailStore, rewriteMail } from './store.ts'
import { caseOfTokens, replyTokenOf } from './store-reply.ts'
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
    deviationId: answered ?? null,
  }
  if (!(await insertMail(ctx, mail, { validity, uid, fingerprint }))) return
  const event: MailInEvent = aside ? { type: 'mailIn.putAside', aside } : { type: 'mailIn.came', files: files.length, unread }
  await record(ctx, { type: 'mailIn', id }, [event])
  if (aside) return
  const { refused } = await attachAll(ctx, { type: 'mailIn', id }, files)
  if (refused.length > 0) await addLeftOut(ctx, id, refused.length)
  if (answered) await tellOfAnswer(ctx, answered)
  else await taskOf(ctx, id, mail.receivedAt)
}

export const keepsText = mostText

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

/** Within a day somebody has looked at it: the 72 hours may be running. */
async function taskOf(ctx: Ctx, id: string, receivedAt: Date): Promise<void> {
  const { routes } = (await profileOf(ctx)).deviation
  const subject = { type: 'mailIn', id, reference: null, href: `/avvik/epost/${id}` }
  const title = inAll((locale) => mailInTexts(locale).task)
  await syncTasks(ctx, subject, 'mailIn.', [
    { kind: 'mailIn.read', title, roles: routes.privacyDeviation.queue, dueAt: hoursAfter(receivedAt, 24), remindAtHoursLeft: [4] },
  ])
}
const endTasks = (ctx: Ctx, id: string) =>
  syncTasks(ctx, { type: 'mailIn', id, reference: null, href: `/avvik/epost/${id}` }, 'mailIn.', [])

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
