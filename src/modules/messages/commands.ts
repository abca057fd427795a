import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { nobody, type Role } from '../../kernel/actor.ts'
import { record } from '../../kernel/audit.ts'
import { localDate, startOfDay } from '../../kernel/calendar/calendar.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { newId } from '../../kernel/ids.ts'
import { inAll, type Locale } from '../../kernel/texts.ts'
import { forgottenLink, invitationLink } from '../identity/public.ts'
import { organisationName, profileOf } from '../organisation/public.ts'
import { type Contact, personsAtWork, personsWithRoles, reachOf, titleOf } from '../people/public.ts'
import type { MailEvent, Notice } from './message.ts'
import { mailProfile } from './profile.ts'
import { isMine } from './queries.ts'
import { isOurPath, oneLine, sameMailbox } from './rules.ts'
import { messageMark, sealLetter, sealReply } from './store-unlinked.ts'
import { texts } from './texts.ts'

/** Whom it reached. */
export type Told = { readonly persons: readonly string[]; readonly mails: number }

/**
 * Tells people, in the product and by mail, in the transaction of what happened: they are told if, and only if, it did.
 * Each person and each mailbox once, whatever roles they hold; nobody who has left. Throws where `href` is not a path of ours.
 */
export async function tell(ctx: Ctx, notice: Notice): Promise<Told> {
  if (!isOurPath(notice.href)) throw new Error('A notice links to a path of Varde, such as /avvik/….')
  const { receivers, vacant } = await receiversOf(ctx, notice)
  await tellOfVacant(ctx, notice, vacant)
  if (receivers.length > 0) await putInBox(ctx, notice, receivers)
  const mails = await mailsTo(ctx, await marked(ctx, notice), receivers)
  return { persons: receivers.map((person) => person.id), mails }
}

async function receiversOf(
  ctx: Ctx,
  { to }: Notice,
): Promise<{ readonly receivers: readonly Contact[]; readonly vacant: readonly Role[] }> {
  const named = (to.persons ?? []).filter((id) => id !== nobody)
  const byId = new Map(await personsAtWork(ctx, [...new Set(named)]))
  const nobodyLeft = named.length > 0 && byId.size === 0
  const { reached, vacant } = await reachOf(ctx, [...(to.roles ?? []), ...(nobodyLeft ? (to.instead ?? []) : [])])
  for (const person of await personsWithRoles(ctx, reached)) byId.set(person.id, person)
  return { receivers: [...byId.values()], vacant }
}

/**
 * Where nobody holds a role and nobody stands in, the administrator is told what waits, by number, and where to give the role. Once a
 * day for each role and number: a case sends several notices in an hour, and the same line twice tells nothing more.
 */
async function tellOfVacant(ctx: Ctx, { reference }: Notice, vacant: readonly Role[]): Promise<void> {
  if (vacant.length === 0) return
  const profile = await profileOf(ctx)
  for (const role of vacant) {
    const title = inAll((locale) => texts(locale).vacant(titleOf(profile, role, locale)))
    const notice: Notice = { to: { roles: ['admin'] }, kind: 'role.vacant', title, reference, href: '/roller#ledige' }
    if (!(await toldToday(ctx, notice))) await tell(ctx, notice)
  }
}

async function toldToday(ctx: Ctx, { kind, title, reference }: Notice): Promise<boolean> {
  const told = await ctx.tx
    .selectFrom('message')
    .select('id')
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('kind', '=', kind)
    .where('created_at', '>=', startOfDay(localDate(ctx.now)))
    .where('reference', 'is not distinct from', reference)
    .where(sql<boolean>`title = ${JSON.stringify(title)}::jsonb`)
    .limit(1)
    .executeTakeFirst()
  return told !== undefined
}

/** How the mail of it goes: with the word of the profile before its title, or not at all. */
type Posted = Notice & { readonly withheld?: true }
async function marked(ctx: Ctx, notice: Notice): Promise<Posted> {
  if (!notice.about || !(await ctx.house.isSensitive(ctx, notice.about))) return notice
  const { sensitive, mark } = mailProfile(await profileOf(ctx))
  if (sensitive === 'plain') return notice
  if (sensitive === 'none') return { ...notice, withheld: true }
  return { ...notice, title: inAll((locale) => `${mark}: ${notice.title[locale]}`) }
}

/** Nobody is left untold in silence: what was not sent is in the log, and where only a mailbox would have got it, the administrator is told. */
async function withhold(ctx: Ctx, { kind, reference, href }: Notice, mails: number, receivers: readonly Contact[]): Promise<0> {
  const event: MailEvent = { type: 'mail.withheld', kind, mails }
  await record(ctx, { type: 'mail', id: null }, [event])
  if (receivers.length === 0) {
    const title = inAll((locale) => texts(locale).withheld)
    await tell(ctx, { to: { roles: ['admin'] }, kind: 'mail.withheld', title, reference, href })
  }
  return 0
}

async function putInBox(ctx: Ctx, notice: Notice, receivers: readonly Contact[]): Promise<void> {
  const at = notice.unlinked ? startOfDay(localDate(ctx.now)) : ctx.now
  await ctx.tx
    .insertInto('message')
    .values(
      receivers.map((person) => ({
        organisation_id: ctx.actor.organisationId,
        // What must not be joined to anybody has an id that tells neither time nor order.
        id: notice.unlinked ? randomUUID() : newId(at),
        ...(notice.unlinked ? { person_id: null, mark: messageMark(ctx, person.id) } : { person_id: person.id, mark: null }),
        kind: notice.kind,
        title: JSON.stringify(notice.title),
        reference: notice.reference,
        href: notice.href,
        created_at: at,
      })),
    )
    .execute()
}

async function mailsTo(ctx: Ctx, notice: Posted, receivers: readonly Contact[]): Promise<number> {
  // Of protected reporters nothing that is kept tells that anybody was told (S4-131).
  if (notice.withheld && notice.unlinked) return 0
  if (notice.unlinked) return sealedMailsTo(ctx, notice, receivers)
  const mailboxes = new Map<string, Locale | null>()
  for (const { email, locale } of receivers) if (email && !mailboxes.has(sameMailbox(email))) mailboxes.set(sameMailbox(email), locale)
  if (notice.address && !mailboxes.has(sameMailbox(notice.address))) mailboxes.set(sameMailbox(notice.address), null)
  if (mailboxes.size === 0) return 0
  if (notice.withheld) return withhold(ctx, notice, mailboxes.size, receivers)
  const { organisationId } = ctx.actor
  const ours = (await profileOf(ctx)).locale
  const apart: (readonly [string, Locale | null])[] = []
  for (const [address, locale] of mailboxes)
    if (!(gathers(notice) && (await gathered(ctx, notice, address, oneLine(notice.title[locale ?? ours]))))) apart.push([address, locale])
  if (apart.length === 0) return mailboxes.size
  const reply = notice.about ? await ctx.house.replyTo(ctx, notice.about) : null
  const letters = apart.map(([address, locale]) => ({ id: newId(ctx.now), address, locale }))
  const rows = await Promise.all(
    letters.map(async ({ id, address, locale }) => ({
      organisation_id: organisationId,
      id,
      address,
      language: locale ?? ours,
      kind: notice.kind,
      title: oneLine(notice.title[locale ?? ours]),
      reference: notice.reference,
      href: notice.href,
      created_at: ctx.now,
      leaves_nothing: notice.leavesNothing ?? false,
      reply: reply && (await sealReply(ctx, id, reply)),
    })),
  )
  await ctx.tx.insertInto('mail').values(rows).execute()
  for (const { id } of rows) await ctx.house.enqueue(ctx.tx, 'mail', { organisationId, id })
  return mailboxes.size
}

/** Reminders come in rounds: a hundred of the same, with no number to tell them apart, are one mail. */
const gathers = ({ kind, reference, leavesNothing }: Notice): boolean => kind.startsWith('task.') && reference === null && !leavesNothing
const gatheredForMs = 10 * 60_000

/** Whether a mail of this round that nobody has begun to send tells of it too; it then leads to the messages, where each stands by itself. */
async function gathered(ctx: Ctx, { kind, unlinked }: Notice, address: string, title: string): Promise<boolean> {
  if (unlinked) return false
  const { rows } = await sql`
    update mail set more = more + 1, href = '/varsler' where organisation_id = ${ctx.actor.organisationId} and id = (
      select id from mail where organisation_id = ${ctx.actor.organisationId} and status = 'waiting' and attempts = 0 and sealed is null
        and kind = ${kind} and lower(address) = ${address} and title = ${title} and reference is null
        and created_at between ${new Date(ctx.now.getTime() - gatheredForMs)} and ${ctx.now}
      order by created_at desc limit 1 for update)
    returning id`.execute(ctx.tx)
  return rows.length > 0
}

/** Sends the uncertain ones once more, because somebody asked for it, each with the Message-ID it had. Answers how many. */
export async function sendUncertain(ctx: Ctx): Promise<number> {
  const { organisationId } = ctx.actor
  const rows = await ctx.tx
    .updateTable('mail')
    .set({ status: 'waiting', created_at: ctx.now, last_error: null })
    .where('organisation_id', '=', organisationId)
    .where('status', '=', 'uncertain')
    .returning('id')
    .execute()
  for (const { id } of rows) await ctx.house.enqueue(ctx.tx, 'mail', { organisationId, id })
  if (rows.length > 0) {
    const event: MailEvent = { type: 'mail.sentAgain', mails: rows.length }
    await record(ctx, { type: 'organisation', id: organisationId }, [event])
  }
  return rows.length
}

/**
 * After the database was put back from a backup: what waited then may have gone since, and nobody can know. It goes again only when somebody
 * asks for it, as all that is uncertain. Answers how many.
 */
export async function holdMail(ctx: Ctx): Promise<number> {
  const rows = await ctx.tx
    .updateTable('mail')
    .set({ status: 'uncertain', last_error: null, tried_at: ctx.now })
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('status', 'in', ['waiting', 'sending'])
    .returning(['id', 'kind', 'attempts'])
    .execute()
  for (const { id, kind, attempts } of rows) {
    const event: MailEvent = { type: 'mail.uncertain', kind, attempts }
    await record(ctx, { type: 'mail', id }, [event])
  }
  return rows.length
}

/** One for each, also for whoever has no address: that there was none would tell who it is. Which language, and so which title, likewise. */
async function sealedMailsTo(ctx: Ctx, notice: Notice, receivers: readonly Contact[]): Promise<number> {
  const { organisationId } = ctx.actor
  const ours = (await profileOf(ctx)).locale
  for (const { email, locale } of receivers) {
    const id = newId(ctx.now)
    const language = locale ?? ours
    const row = {
      organisation_id: organisationId,
      id,
      address: null,
      language: ours,
      kind: notice.kind,
      title: '',
      reference: notice.reference,
    }
    const sealed = await sealLetter(ctx, id, { address: email, language, title: oneLine(notice.title[language]) })
    await ctx.tx
      .insertInto('mail')
      .values({ ...row, href: notice.href, created_at: ctx.now, sealed })
      .execute()
    await ctx.house.enqueue(ctx.tx, 'mail', { organisationId, id })
  }
  return receivers.length
}

/**
 * Marks as read what whoever asks had on the page: everything up to and with the newest shown, never one that came since. By the day: when somebody was here
 * is nobody's business, and a protected reporter would be found by it.
 */
export async function markRead(ctx: Ctx, upTo: Date): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    with read as (
      update message set read_at = ${startOfDay(localDate(ctx.now))}
      where organisation_id = ${ctx.actor.organisationId} and ${isMine(ctx.house, ctx.actor)} and read_at is null and created_at <= ${upTo}
      returning 1)
    select count(*)::integer as n from read`.execute(ctx.tx)
  return rows[0]?.n ?? 0
}

/** The link to a new password, to the address of the account (S0-24). */
export async function mailForgotten(ctx: Ctx, accountId: string): Promise<void> {
  const link = await forgottenLink(ctx, accountId)
  if (link) await mailLink(ctx, { ...link, personId: ctx.actor.personId }, 'account.passwordForgotten', 'forgotten')
}

/** The link to a first password, because the administrator asked for it. */
export async function mailInvitation(ctx: Ctx, accountId: string): Promise<void> {
  const link = await invitationLink(ctx, accountId)
  if (link) await mailLink(ctx, link, 'account.invited', 'invited')
}

/** A link to one question, to somebody without an account. It holds nothing of what is asked. */
export async function mailQuestion(ctx: Ctx, address: string, href: string): Promise<void> {
  const language = (await profileOf(ctx)).locale
  const title = oneLine(texts(language).mail.askedOutside(await organisationName(ctx)))
  await mailSealed(ctx, 'deviation.askedOutside', { address, href, language, title }, { language, href: '/' })
}

/** A link that lets somebody in, in their language. */
async function mailLink(
  ctx: Ctx,
  { personId, address, href }: { readonly personId: string; readonly address: string; readonly href: string },
  kind: string,
  words: 'forgotten' | 'invited',
): Promise<void> {
  const ours = (await profileOf(ctx)).locale
  const language = (await personsAtWork(ctx, [personId])).get(personId)?.locale ?? ours
  await mailSealed(ctx, kind, { address, href, language, title: texts(language).mail[words] }, { language: ours, href: '/logg-inn' })
}

type LinkLetter = { readonly address: string; readonly href: string; readonly language: Locale; readonly title: string }
/** The link is sealed, and nothing is left of the mail when it is sent. `open`: what its row says meanwhile. */
async function mailSealed(
  ctx: Ctx,
  kind: string,
  { address, href, language, title }: LinkLetter,
  open: { readonly language: Locale; readonly href: string },
): Promise<void> {
  const { organisationId } = ctx.actor
  const id = newId(ctx.now)
  const sealed = await sealLetter(ctx, id, { address, href, language, title })
  const row = { organisation_id: organisationId, id, address: null, kind, title: '', reference: null, ...open }
  await ctx.tx
    .insertInto('mail')
    .values({ ...row, created_at: ctx.now, sealed })
    .execute()
  await ctx.house.enqueue(ctx.tx, 'mail', { organisationId, id })
}

/** To whoever owns the account, by themselves or not (ASVS 6.3.7). When it was is known by the day alone: it says that they were here (S4-131). */
export async function tellsOwner(ctx: Ctx): Promise<void> {
  const title = inAll((locale) => texts(locale).ownAccount)
  const to = { persons: [ctx.actor.personId] }
  await tell(ctx, { to, unlinked: true, kind: 'account.ownerTold', title, reference: null, href: '/min-side' })
}

/** What was told of records that are gone, in mails too: it would lead nowhere, and say that they were there. */
export async function forgetTold(ctx: Ctx, subjects: readonly string[]): Promise<void> {
  const about = sql`organisation_id = ${ctx.actor.organisationId}
    and substring(href from '[0-9a-f]{8}-[0-9a-f-]{27}') = any(${subjects}::text[])`
  await sql`delete from message where ${about}`.execute(ctx.tx)
  await sql`delete from mail where ${about}`.execute(ctx.tx)
}
