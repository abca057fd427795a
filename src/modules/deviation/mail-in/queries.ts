import { sql } from 'kysely'
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
  profile.deviation.mailIn.on || (await waitingMails(ctx, profile)).length > 0

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
  const [mail, profile] = [mailOf(ctx, row), await profileOf(ctx)]
  if (mail.deviationId === null)
    return mayReadMail(ctx.actor, profile) ? { mail: withoutSender(ctx.actor, profile, mail), profile, number: null } : undefined
  const view = await caseView(ctx, mail.deviationId)
  if (!view || audienceOf(view, ctx.actor) !== 'full') return undefined
  return { mail: withoutSender(ctx.actor, view.profile, mail), profile, number: reference(view.deviation) }
}

/** Those that nobody has looked at, the oldest first. */
export async function waitingMails(ctx: Ctx, profile: Profile): Promise<readonly MailView['mail'][]> {
  const rows = await ctx.tx
    .selectFrom('mail_in')
    .selectAll()
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('status', '=', 'waiting')
    .orderBy('received_at')
    .orderBy('id')
    .limit(mostShown)
    .execute()
  return rows.map((row) => withoutSender(ctx.actor, profile, mailOf(ctx, row)))
}
export const mostShown = 200

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
  return rows.map((row) => withoutSender(ctx.actor, profile, mailOf(ctx, row)))
}

/** The files of a mail, for those who read it. Nothing is added to what somebody sent. */
export async function filesOfMail(ctx: Ctx, id: string): Promise<Attaches | undefined> {
  const view = await mailView(ctx, id)
  return view && { page: `/avvik/epost/${id}`, name: inAll((locale) => mailInTexts(locale).one), add: false, protectedBy: false }
}

export const opensMail = async (ctx: Ctx, id: string): Promise<boolean> => (await mailView(ctx, id)) !== undefined

/** The mailbox as its administrator sees it. */
export type MailboxState = {
  readonly on: boolean
  /** Null: whoever runs the installation has given none. */
  readonly place: MailboxPlace | null
  readonly reading: Reading | undefined
  readonly waiting: number
  readonly aside: readonly (readonly [Aside, number])[]
}
export async function mailboxState(ctx: Ctx): Promise<MailboxState> {
  const { on } = (await profileOf(ctx)).deviation.mailIn
  const slug = (await organisationsById(ctx.tx, [ctx.actor.organisationId])).get(ctx.actor.organisationId)?.slug ?? ''
  const place = await ctx.house.mailboxes.of(slug).catch(() => null)
  const { rows } = await sql<{ n: number }>`
    select count(*)::integer as n from mail_in where organisation_id = ${ctx.actor.organisationId} and status = 'waiting'`.execute(ctx.tx)
  return { on, place, reading: await readingOf(ctx), waiting: rows[0]?.n ?? 0, aside: on ? await asideCounts(ctx) : [] }
}
