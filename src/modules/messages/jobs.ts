import { sql } from 'kysely'
import { record } from '../../kernel/audit.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { isId } from '../../kernel/ids.ts'
import type { Handler, InOrganisation, Sweep } from '../../kernel/jobs.ts'
import type { Locale } from '../../kernel/texts.ts'
import { organisationName } from '../organisation/public.ts'
import { isOfSomebodyGone } from '../people/public.ts'
import type { Post } from './jobs-smtp.ts'
import type { Delivery, Mail, MailEvent } from './message.ts'
import { letterOf } from './rules.ts'
import { sealLetter, unsealLetter, unsealReply } from './store-unlinked.ts'

type Taken = Mail & {
  readonly attempts: number
  readonly organisation: string
  readonly baseUrl: string
  /** Nothing that stays may say that it was sent, or whom it reached. */
  readonly leavesNothing: boolean
  /** The address was somebody's who has left since. */
  readonly left: boolean
}

/**
 * Sends one mail of the outbox. The row is marked before the text goes to the server and again when it has answered, and no
 * transaction is open in between. Mail has no exactly once (RFC 1047): where the answer never came, or we died waiting for it,
 * the mail is uncertain. It is shown to the administrator, who may have it sent again with the same Message-ID; never by itself.
 * A mail already sent, or given up, is left alone; one to somebody who has left since is not sent.
 */
export const mailHandler =
  (inOrganisation: InOrganisation, post: Post, from: string): Handler =>
  async ({ organisationId, id }, attempt) => {
    if (!isId(organisationId) || !isId(id)) return
    const mail = await inOrganisation(organisationId, (ctx) => takeMail(ctx, id))
    if (!mail) return
    // Whom it is to has no address: they are told in Varde alone.
    if (mail.address === null) return inOrganisation(organisationId, (ctx) => forget(ctx, id))
    if (mail.left) return inOrganisation(organisationId, (ctx) => settle(ctx, mail, { ok: false, code: 'left', permanent: true }, true))
    const letter = letterOf({ ...mail, address: mail.address }, mail.organisation, mail.baseUrl, from)
    const delivery = await post(letter, () => inOrganisation(organisationId, (ctx) => markSending(ctx, id)))
    await inOrganisation(organisationId, (ctx) => settle(ctx, mail, delivery, attempt.last))
    if (!delivery.ok && !delivery.permanent && !delivery.uncertain && !attempt.last)
      throw Object.assign(new Error('The mail was not sent this time.'), { code: delivery.code })
  }

async function takeMail(ctx: Ctx, id: string): Promise<Taken | undefined> {
  // Whoever had it last died, or lost the database, after the text had begun to go.
  await makeUncertain(ctx, { id })
  const row = await ctx.tx
    .updateTable('mail')
    .set({ attempts: sql`attempts + 1` })
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('id', '=', id)
    .where('status', '=', 'waiting')
    .returning(['id', 'address', 'language', 'kind', 'title', 'reference', 'href', 'more', 'attempts', 'sealed', 'leaves_nothing', 'reply'])
    .executeTakeFirst()
  if (!row) return undefined
  const { sealed, leaves_nothing, reply, ...open } = row
  const shown = sealed
    ? await unsealLetter(ctx, id, sealed)
    : { address: open.address, language: open.language as Locale, title: open.title }
  const left = shown.address !== null && (await isOfSomebodyGone(ctx, shown.address))
  return {
    ...open,
    ...shown,
    replyTo: reply && (await unsealReply(ctx, id, reply)),
    left,
    leavesNothing: sealed !== null || leaves_nothing,
    organisation: await organisationName(ctx),
    baseUrl: ctx.house.baseUrl,
  }
}

/** Throws where another has taken it since: then nothing goes to the server. */
async function markSending(ctx: Ctx, id: string): Promise<void> {
  const row = await ctx.tx
    .updateTable('mail')
    .set({ status: 'sending', tried_at: ctx.now })
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('id', '=', id)
    .where('status', '=', 'waiting')
    .executeTakeFirst()
  if (row.numUpdatedRows !== 1n) throw new Error('The mail is no longer waiting.')
}

async function makeUncertain(ctx: Ctx, which: { readonly id: string } | { readonly before: Date }): Promise<void> {
  const rows = await ctx.tx
    .updateTable('mail')
    .set({ status: 'uncertain', last_error: 'noAnswer' })
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('status', '=', 'sending')
    .where((row) => ('id' in which ? row('id', '=', which.id) : row('tried_at', '<', which.before)))
    .returning(['id', 'kind', 'attempts'])
    .execute()
  for (const { id, kind, attempts } of rows) {
    const event: MailEvent = { type: 'mail.uncertain', kind, attempts }
    await record(ctx, { type: 'mail', id }, [event])
  }
}

async function settle(ctx: Ctx, mail: Taken, delivery: Delivery, last: boolean): Promise<void> {
  const { id, kind, attempts } = mail
  if (mail.leavesNothing && delivery.ok) return forget(ctx, id)
  const status = delivery.ok ? 'sent' : delivery.uncertain ? 'uncertain' : delivery.permanent || last ? 'failed' : 'waiting'
  await ctx.tx
    .updateTable('mail')
    .set({
      status,
      tried_at: ctx.now,
      sent_at: delivery.ok ? ctx.now : null,
      last_error: delivery.ok ? null : delivery.code,
      // Sent, or given up: what it held for the one it was to is of no more use.
      ...(delivery.ok || status === 'failed' ? { reply: null } : {}),
    })
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('id', '=', id)
    // An answer that came after all settles what another try had called uncertain.
    .where('status', 'in', delivery.ok ? ['waiting', 'sending', 'uncertain'] : ['waiting', 'sending'])
    .execute()
  if (status === 'failed') await emptyLetter(ctx, id)
  const events: MailEvent[] = []
  if (delivery.ok) events.push({ type: 'mail.sent', kind, attempts })
  else if (status === 'uncertain') events.push({ type: 'mail.uncertain', kind, attempts })
  else if (status === 'failed') events.push({ type: 'mail.failed', kind, attempts, code: delivery.code })
  await record(ctx, { type: 'mail', id }, events)
}

/** Of a mail that is given up and was to leave nothing it stays that it was, and how; not whom it was to, what it told of, nor the link in it. */
const emptyLetter = async (ctx: Ctx, id: string): Promise<void> => {
  const sealed = await sealLetter(ctx, id, { address: null, language: 'nb', title: '' })
  await ctx.tx
    .updateTable('mail')
    .set({ sealed, address: null, title: '', reference: null, href: '/' })
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('id', '=', id)
    .where((row) => row.or([row('sealed', 'is not', null), row('leaves_nothing', '=', true)]))
    .execute()
}

const forget = async (ctx: Ctx, id: string): Promise<void> => {
  await ctx.tx.deleteFrom('mail').where('organisation_id', '=', ctx.actor.organisationId).where('id', '=', id).execute()
}

const minute = 60_000
const waitedMs = 10 * minute
const tooOldMs = 3 * 24 * 60 * minute

/**
 * Looks for mails that no job fetches: put back into the queue, where one that is already there stays one. A notice three
 * days old tells nobody anything new; it is given up, and seen to be.
 */
export const mailSweep: Sweep = {
  name: 'mail',
  everyMs: 10 * minute,
  run: async ({ organisationIds, inOrganisation, now }) => {
    for (const organisationId of organisationIds) {
      await inOrganisation(organisationId, async (ctx) => {
        await giveUpOld(ctx)
        await makeUncertain(ctx, { before: new Date(now.getTime() - waitedMs) })
        const forgotten = await ctx.tx
          .selectFrom('mail')
          .select('id')
          .where('organisation_id', '=', organisationId)
          .where('status', '=', 'waiting')
          // Or of a time to come: written while the clock was wrong.
          .where((row) =>
            row.or([row('created_at', '<', new Date(now.getTime() - waitedMs)), row('created_at', '>', new Date(now.getTime() + minute))]),
          )
          .orderBy('created_at')
          .limit(500)
          .execute()
        for (const { id } of forgotten) await ctx.house.enqueue(ctx.tx, 'mail', { organisationId, id })
      })
    }
  },
}

/** What waits, and what nobody has asked to have sent again since it became uncertain: an address and a link are not kept without end. */
async function giveUpOld(ctx: Ctx): Promise<void> {
  // By our clock and the database's: one of them alone may be wrong for a moment, and what is given up is not sent.
  const before = sql<Date>`least(${ctx.now}::timestamptz, clock_timestamp()) - ${`${tooOldMs} ms`}::interval`
  const old = await ctx.tx
    .updateTable('mail')
    .set({ status: 'failed', tried_at: ctx.now, last_error: 'tooOld', reply: null })
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where((row) =>
      row.or([
        row.and([row('status', '=', 'waiting'), row('created_at', '<', before)]),
        row.and([row('status', '=', 'uncertain'), row(sql<Date>`greatest(created_at, tried_at)`, '<', before)]),
      ]),
    )
    .returning(['id', 'kind', 'attempts'])
    .execute()
  for (const { id, kind, attempts } of old) {
    const event: MailEvent = { type: 'mail.failed', kind, attempts, code: 'tooOld' }
    await emptyLetter(ctx, id)
    await record(ctx, { type: 'mail', id }, [event])
  }
}
