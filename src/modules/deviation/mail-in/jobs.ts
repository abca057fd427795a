import { createHash, randomUUID } from 'node:crypto'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { hoursAfter } from '../../../kernel/calendar/calendar.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { isId } from '../../../kernel/ids.ts'
import { MailboxError, type Mailboxes, type MailHead, type OpenMailbox } from '../../../kernel/imap.ts'
import type { Handler, InOrganisation, Sweep } from '../../../kernel/jobs.ts'
import { type Letter, readLetter } from '../../../kernel/letter.ts'
import type { Incoming } from '../../../kernel/upload.ts'
import type { Vault } from '../../../kernel/vault.ts'
import { organisationsById } from '../../organisation/public.ts'
import { profileOf } from '../queries-profile.ts'
import { type Arrived, keepsText, roomFor, takeIn, tellOfHeld, tellOfMail } from './commands.ts'
import { type Hourly, usualHourly } from './mail.ts'
import {
  beginReading,
  forgetNumbers,
  moveReading,
  noteKnown,
  type Reading,
  readingOf,
  resetReading,
  setMarked,
  settleReading,
  stopReading,
  unmarkedIn,
} from './store-reading.ts'
import { forgetMarks, hasRoom, heldState, hold, letGo, letGoBefore, nextHeld } from './store-room.ts'
import { mailInTexts } from './texts.ts'

/** Each minute, where an organisation reads its mailbox: one reader at a time, in the queue, since a mail server may be slow. */
export const mailboxSweep: Sweep = {
  name: 'mailbox',
  everyMs: 60_000,
  run: async ({ organisationIds, inOrganisation }) => {
    for (const organisationId of organisationIds)
      await inOrganisation(organisationId, async (ctx) => {
        if ((await profileOf(ctx)).deviation.mailIn.on) await ctx.house.enqueue(ctx.tx, 'mailbox', { organisationId })
        else await stopReading(ctx)
      })
  },
}

export type MailReader = {
  readonly mailboxes: Mailboxes
  readonly vault: Vault
  /** The address that our own mails come from. */
  readonly sender: string
  /** The largest mail that is taken, in bytes. */
  readonly most?: number
  /** How much is taken in an hour. */
  readonly hourly?: Hourly
}

/** How many are looked at in one round; the next minute takes the rest. */
const atOnce = 300
const largest = 30 * 1024 * 1024

/**
 * Reads what has come since the last time. The database knows how far: a mail and how far it is read are written together, and what is marked
 * in the mailbox comes after, so that nothing is lost or doubled whenever this is killed.
 */
export const mailboxHandler =
  (inOrganisation: InOrganisation, reader: MailReader): Handler =>
  async ({ organisationId }) => {
    if (!isId(organisationId)) return
    const start = await inOrganisation(organisationId, async (ctx) => ({
      on: (await profileOf(ctx)).deviation.mailIn.on,
      slug: (await organisationsById(ctx.tx, [organisationId])).get(organisationId)?.slug ?? '',
      reading: await readingOf(ctx),
    }))
    if (!start.on) return
    try {
      await reader.mailboxes.open(start.slug, (box) => readBox(inOrganisation, organisationId, reader, box, start.reading))
      await inOrganisation(organisationId, (ctx) => settleReading(ctx, null))
    } catch (cause) {
      if (!(cause instanceof MailboxError)) throw cause
      await inOrganisation(organisationId, (ctx) => settleReading(ctx, cause.why))
    }
  }

type Box = {
  readonly inOrganisation: InOrganisation
  readonly organisationId: string
  readonly reader: MailReader
  readonly box: OpenMailbox
}

async function readBox(
  inOrganisation: InOrganisation,
  organisationId: string,
  reader: MailReader,
  box: OpenMailbox,
  reading: Reading | undefined,
): Promise<void> {
  const { validity, place } = box
  const within = <T>(work: (ctx: Ctx) => Promise<T>) => inOrganisation(organisationId, work)
  const all: Box = { inOrganisation, organisationId, reader, box }
  if (!reading) return within((ctx) => beginReading(ctx, validity, box.next))
  const anew = await isAnother(box, reading)
  if (anew) await within(forgetNumbers)
  else await markRead(inOrganisation, organisationId, box)
  const begun = await within(async ({ now }) => now)
  const heads = anew ? await headsSince(box, reading, await within(heldState)) : await box.heads({ uid: reading.nextUid }, atOnce)
  for (const head of heads) await takeHead(all, head, anew ? async () => {} : (ctx) => moveReading(ctx, validity, head.uid + 1))
  const last = heads.at(-1)
  // Not before all of it is looked through: killed until then it begins again, and what is known is known again.
  if (anew)
    await within(async (ctx) => {
      await resetReading(ctx, validity, last && heads.length === mostSince ? last.uid + 1 : Math.max(box.next, (last?.uid ?? 0) + 1))
      await letGoBefore(ctx, begun)
    })
  await takeHeld(all)
  const next = (await within(readingOf))?.nextUid ?? box.next
  const below = await box.below(next)
  await within(async (ctx) => {
    await noteKnown(ctx, { place, below, anchor: last ?? (anew ? null : undefined) })
    await forgetMarks(ctx)
    await tellOfMail(ctx)
    await tellOfHeld(ctx)
  })
  await markRead(inOrganisation, organisationId, box)
}

/**
 * Whether it is another mailbox than was read, or one that is numbered anew. A mailbox may be exchanged for one with the same number of
 * validity: but it then counts from another place, holds more below that, or has something else where the last one read was.
 */
async function isAnother(box: OpenMailbox, { validity, nextUid, place, below, anchor }: Reading): Promise<boolean> {
  if (validity !== box.validity || (place !== null && place !== box.place) || box.next < nextUid) return true
  if (below !== null && (await box.below(nextUid)) > below) return true
  if (!anchor) return false
  const [found] = await box.heads({ uid: anchor.uid }, 1)
  return found?.uid !== anchor.uid || found.size !== anchor.size || found.at.getTime() !== anchor.at.getTime()
}

const mostSince = 3 * atOnce
/** The day before is read once more, and from the oldest that was held; what is known is known again. */
async function headsSince(
  box: OpenMailbox,
  { begunAt, readAt }: Reading,
  { oldest }: { readonly oldest: Date | null },
): Promise<readonly MailHead[]> {
  // Mail servers count in whole seconds.
  const whole = (at: number) => new Date(Math.floor(at / 1000) * 1000)
  const day = readAt ? hoursAfter(readAt, -24).getTime() : 0
  const since = whole(Math.max(begunAt.getTime(), Math.min(day, oldest?.getTime() ?? day)))
  // A server's day may begin some hours before ours.
  return (await box.heads({ since: hoursAfter(since, -24) }, mostSince)).filter(({ at }) => at >= since)
}

/** Looked at by its head; whole only where there is room for it. `move`: what is then read, in the transaction that takes or holds it. */
async function takeHead(all: Box, head: MailHead, move: (ctx: Ctx) => Promise<void>): Promise<void> {
  const { inOrganisation, organisationId, reader, box } = all
  const source = await box.source(head.uid, false)
  const letter = source && (await readLetter(source, { bytes: 0, files: 0 }))
  const holds = await inOrganisation(organisationId, async (ctx) => {
    const held = source ? await roomFor(ctx, letter, reader.sender, reader.hourly ?? usualHourly) : null
    if (held) {
      await hold(ctx, box.validity, { ...head, ...held })
      await move(ctx)
    }
    return held !== null
  })
  if (!holds) await takeWhole(all, head, move)
}

async function takeWhole(
  { inOrganisation, organisationId, reader, box }: Box,
  head: MailHead,
  after: (ctx: Ctx) => Promise<void>,
): Promise<void> {
  const folder = reader.vault.incoming(randomUUID())
  try {
    const arrived = await fetched(box, reader, head, folder)
    await inOrganisation(organisationId, async (ctx) => {
      if (arrived) await takeIn(ctx, arrived, reader.sender)
      await after(ctx)
    })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Those whose turn it is, as long as there is room. One that somebody has taken out of the mailbox is let go. */
async function takeHeld(all: Box): Promise<void> {
  const { inOrganisation, organisationId, reader, box } = all
  const hourly = reader.hourly ?? usualHourly
  const held = await inOrganisation(organisationId, (ctx) => nextHeld(ctx, box.validity, hourly, atOnce))
  for (const one of held) {
    const there = await box.source(one.uid, false)
    const room = !there || (await inOrganisation(organisationId, (ctx) => hasRoom(ctx, one, hourly)))
    if (room) await takeWhole(all, one, (ctx) => letGo(ctx, box.validity, one.uid))
  }
}

async function markRead(inOrganisation: InOrganisation, organisationId: string, box: OpenMailbox): Promise<void> {
  const uids = await inOrganisation(organisationId, (ctx) => unmarkedIn(ctx, box.validity))
  if (uids.length === 0) return
  await box.markRead(uids)
  await inOrganisation(organisationId, (ctx) => setMarked(ctx, box.validity, uids))
}

/** Undefined: somebody has taken it out of the mailbox meanwhile. */
async function fetched(box: OpenMailbox, { most = largest }: MailReader, head: MailHead, folder: string): Promise<Arrived | undefined> {
  const tooLarge = head.size > most
  const source = await box.source(head.uid, !tooLarge)
  if (!source) return undefined
  const letter = await readLetter(source, { bytes: most, files: mostFiles })
  const digest = createHash('sha256').update(source).digest('hex')
  const unread = tooLarge ? ('tooLarge' as const) : letter ? null : ('broken' as const)
  const kept = { validity: box.validity, uid: head.uid, at: head.at, letter, unread, digest }
  return { ...kept, files: letter && !unread ? await filesIn(folder, letter) : [] }
}
const mostFiles = 20

/** On the disk, as what people attach is: a text that is longer than is shown comes whole, as a file. */
async function filesIn(folder: string, { files, text }: Letter): Promise<readonly Incoming[]> {
  const whole = text.length > keepsText ? [{ name: mailInTexts('nb').wholeText, bytes: new TextEncoder().encode(text) }] : []
  const all = [...whole, ...files]
  if (all.length > 0) await mkdir(folder, { recursive: true, mode: 0o700 })
  const kept: Incoming[] = []
  for (const { name, bytes } of all) {
    const path = join(folder, randomUUID())
    await writeFile(path, bytes, { flag: 'wx', mode: 0o600 })
    kept.push({ name, size: bytes.length, sha256: createHash('sha256').update(bytes).digest(), path })
  }
  return kept
}
