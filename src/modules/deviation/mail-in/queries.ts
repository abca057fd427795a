import { type Selectable, sql } from 'kysely'
import type { Schema } from '../../../db/types.ts'
import { type Actor, workRoles, worksAs } from '../../../kernel/actor.ts'
import { hoursAfter } from '../../../kernel/calendar/calendar.ts'
import type { Attaches, Ctx } from '../../../kernel/ctx.ts'
import type { MailboxPlace } from '../../../kernel/imap.ts'
import { inAll } from '../../../kernel/texts.ts'
import { organisationsById } from '../../organisation/public.ts'
import { audienceOf } from '../audience.ts'
import { reference } from '../deviation.ts'
import type { Profile } from '../profile.ts'
import { caseView } from '../queries.ts'
import { profileOf } from '../queries-profile.ts'
import { protectsReporters } from '../rules-profile.ts'
import { type Aside, asides, type MailIn } from './mail.ts'
import { mailOf } from './store.ts'
import { type Reading, readingOf } from './store-reading.ts'
import { heldState } from './store-room.ts'
import { mailInTexts } from './texts.ts'

/** Who reads what comes to the security address: those whom a report of a privacy deviation goes to, and those who assess. */
export const mayReadMail = (actor: Actor, { deviation, assessment }: Profile): boolean =>
  [...deviation.routes.privacyDeviation.queue, ...assessment.assessors].some((role) => workRoles(actor).includes(role))

/** Where nobody may know who reports, who a mail says it is from is for the data protection officer alone (S4-131). */
const withoutSender = (actor: Actor, profile: Profile, mail: MailIn): MailIn & { readonly hidden: boolean } => {
  const hidden = protectsReporters(profile) && !worksAs(actor, 'dpo') && mail.sender !== null
  return { ...mail, sender: hidden ? null : mail.sender, hidden }
}

/** Whether there is anything to read: the mailbox is read, or mails wait from when it was. */
export const hasMails = async (ctx: Ctx, profile: Profile): Promise<boolean> =>
  profile.deviation.mailIn.on || (await waitingMails(ctx, profile, allMails, 1)).count > 0

export type MailView = { readonly mail: MailIn & { readonly hidden: boolean }; readonly profile: Profile; readonly number: string | null }

/** One mail, for those who read them; once it is laid to a case, for those who have that whole. */
export async function mailView(ctx: Ctx, id: string): Promise<MailView | undefined> {
  const row = await ctx.tx
    .selectFrom('mail_in')
    .selectAll()
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('id', '=', id)
    .where('status', '<>', 'aside')
    .executeTakeFirst()
  if (!row) return undefined
  const [mail, profile] = [await mailOf(ctx, row), await profileOf(ctx)]
  if (mail.deviationId === null)
    return mayReadMail(ctx.actor, profile) ? { mail: withoutSender(ctx.actor, profile, mail), profile, number: null } : undefined
  const view = await caseView(ctx, mail.deviationId)
  if (!view || audienceOf(view, ctx.actor) !== 'full') return undefined
  return { mail: withoutSender(ctx.actor, view.profile, mail), profile, number: reference(view.deviation) }
}

/** Which of those that wait: from senders that are known or not, from the one that a mail is from, after the last one of a page. */
export type MailsView = {
  readonly known: boolean | null
  readonly like: string | null
  readonly after: string | null
  readonly among?: readonly string[]
}
export const allMails: MailsView = { known: null, like: null, after: null }
export type Waiting = { readonly mails: readonly MailView['mail'][]; readonly more: boolean; readonly count: number }
export const pageSize = 50

/** Whether two mails may be seen to be from one sender, and one to be from somebody who is known: not where nobody may know who reports. */
export const showsSenders = (actor: Actor, profile: Profile): boolean => !protectsReporters(profile) || worksAs(actor, 'dpo')

/** Those that nobody has looked at: known senders first, each the newest first. */
export async function waitingMails(ctx: Ctx, profile: Profile, view: MailsView, most = pageSize): Promise<Waiting> {
  const { organisationId } = ctx.actor
  const may = showsSenders(ctx.actor, profile)
  const own = sql`m.organisation_id = ${organisationId} and m.status = 'waiting'`
  const narrowed = sql`${own}
    ${may && view.known !== null ? sql`and m.known = ${view.known}` : sql``}
    ${may && view.like !== null ? sql`and m.sender_mark = (select sender_mark from mail_in where organisation_id = ${organisationId} and id = ${view.like})` : sql``}
    ${view.among ? sql`and m.id = any(${[...view.among]}::uuid[])` : sql``}`
  const behind = view.after
    ? sql`and (m.known, m.received_at, m.id) < (select known, received_at, id from mail_in where organisation_id = ${organisationId} and id = ${view.after})`
    : sql``
  const { rows } = await sql<Selectable<Schema['mail_in']>>`
    select m.* from mail_in m where ${narrowed} ${behind}
    order by m.known desc, m.received_at desc, m.id desc limit ${most + 1}`.execute(ctx.tx)
  const counted = await sql<{ n: number }>`select count(*)::integer as n from mail_in m where ${narrowed}`.execute(ctx.tx)
  return {
    mails: await Promise.all(rows.slice(0, most).map(async (row) => withoutSender(ctx.actor, profile, await mailOf(ctx, row)))),
    more: rows.length > most,
    count: counted.rows[0]?.n ?? 0,
  }
}

/** How many wait, by whether their senders are known. */
export async function waitingCounts(ctx: Ctx): Promise<{ readonly known: number; readonly unknown: number }> {
  const { rows } = await sql<{ known: number; unknown: number }>`
    select count(*) filter (where known)::integer as known, count(*) filter (where not known)::integer as unknown
    from mail_in where organisation_id = ${ctx.actor.organisationId} and status = 'waiting'`.execute(ctx.tx)
  return rows[0] ?? { known: 0, unknown: 0 }
}

/** How many wait in the mailbox for their turn. */
export const heldCount = async (ctx: Ctx): Promise<number> => (await heldState(ctx)).count

/** What has been put aside in thirty days, by why. */
export async function asideCounts(ctx: Ctx): Promise<readonly (readonly [Aside, number])[]> {
  const { rows } = await sql<{ aside: Aside; n: number }>`
    select aside, count(*)::integer as n from mail_in
    where organisation_id = ${ctx.actor.organisationId} and status = 'aside' and received_at > ${hoursAfter(ctx.now, -30 * 24)}
    group by aside`.execute(ctx.tx)
  return asides.flatMap((aside) => rows.filter((row) => row.aside === aside).map(({ n }) => [aside, n] as const))
}

/** What was answered to mails about a case, the first one first. */
export async function mailsOfCase(ctx: Ctx, deviationId: string): Promise<readonly MailView['mail'][]> {
  const rows = await ctx.tx
    .selectFrom('mail_in')
    .selectAll()
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('deviation_id', '=', deviationId)
    .where('status', '=', 'joined')
    .orderBy('received_at')
    .orderBy('id')
    .execute()
  const profile = await profileOf(ctx)
  return Promise.all(rows.map(async (row) => withoutSender(ctx.actor, profile, await mailOf(ctx, row))))
}

/** The files of a mail, for those who read it. Nothing is added to what somebody sent. */
export async function filesOfMail(ctx: Ctx, id: string): Promise<Attaches | undefined> {
  const view = await mailView(ctx, id)
  return view && { page: `/avvik/epost/${id}`, name: inAll((locale) => mailInTexts(locale).one), add: false, protectedBy: false }
}

/** The task of all that wait bears the organisation's own id. */
export const opensMail = async (ctx: Ctx, id: string): Promise<boolean> =>
  id === ctx.actor.organisationId ? mayReadMail(ctx.actor, await profileOf(ctx)) : (await mailView(ctx, id)) !== undefined

/** The mailbox as its administrator sees it. */
export type MailboxState = {
  readonly on: boolean
  /** Null: whoever runs the installation has given none. */
  readonly place: MailboxPlace | null
  readonly reading: Reading | undefined
  readonly waiting: number
  /** In the mailbox, because more came than is taken in an hour. */
  readonly held: number
  readonly aside: readonly (readonly [Aside, number])[]
}
export async function mailboxState(ctx: Ctx): Promise<MailboxState> {
  const { on } = (await profileOf(ctx)).deviation.mailIn
  const slug = (await organisationsById(ctx.tx, [ctx.actor.organisationId])).get(ctx.actor.organisationId)?.slug ?? ''
  const place = await ctx.house.mailboxes.of(slug).catch(() => null)
  const { rows } = await sql<{ n: number }>`
    select count(*)::integer as n from mail_in where organisation_id = ${ctx.actor.organisationId} and status = 'waiting'`.execute(ctx.tx)
  return {
    on,
    place,
    reading: await readingOf(ctx),
    waiting: rows[0]?.n ?? 0,
    held: await heldCount(ctx),
    aside: on ? await asideCounts(ctx) : [],
  }
}
