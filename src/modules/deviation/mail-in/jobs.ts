import { createHash, randomUUID } from 'node:crypto'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { hoursAfter } from '../../../kernel/calendar/calendar.ts'
import { isId } from '../../../kernel/ids.ts'
import { MailboxError, type Mailboxes, type MailHead, type OpenMailbox } from '../../../kernel/imap.ts'
import type { Handler, InOrganisation, Sweep } from '../../../kernel/jobs.ts'
import { type Letter, readLetter } from '../../../kernel/letter.ts'
import type { Incoming } from '../../../kernel/upload.ts'
import type { Vault } from '../../../kernel/vault.ts'
import { organisationsById } from '../../organisation/public.ts'
import { profileOf } from '../queries-profile.ts'
import { type Arrived, keepsText, takeIn, tellOfMail } from './commands.ts'
import { beginReading, moveReading, type Reading, readingOf, setMarked, settleReading, stopReading, unmarkedIn } from './store-reading.ts'
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
}

/** How many are taken in one round; the next minute takes the rest. */
const atOnce = 50
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

async function readBox(
  inOrganisation: InOrganisation,
  organisationId: string,
  reader: MailReader,
  box: OpenMailbox,
  reading: Reading | undefined,
): Promise<void> {
  const { validity } = box
  if (!reading) return inOrganisation(organisationId, (ctx) => beginReading(ctx, validity, box.next))
  await markRead(inOrganisation, organisationId, box)
  for (const head of await headsOf(box, reading)) {
    const folder = reader.vault.incoming(randomUUID())
    try {
      const arrived = await fetched(box, reader, head, folder)
      await inOrganisation(organisationId, async (ctx) => {
        if (arrived) await takeIn(ctx, arrived, reader.sender)
        await moveReading(ctx, validity, head.uid + 1)
      })
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }
  await inOrganisation(organisationId, tellOfMail)
  await markRead(inOrganisation, organisationId, box)
}

/** Where the server has numbered the mailbox anew, the day before is read once more, and what is known is known again. */
async function headsOf(box: OpenMailbox, { validity, nextUid, begunAt, readAt }: Reading): Promise<readonly MailHead[]> {
  if (validity === box.validity) return box.heads({ uid: nextUid }, atOnce)
  // Mail servers count in whole seconds.
  const whole = (at: number) => new Date(Math.floor(at / 1000) * 1000)
  const since = whole(Math.max(begunAt.getTime(), readAt ? hoursAfter(readAt, -24).getTime() : 0))
  // A server's day may begin some hours before ours.
  return (await box.heads({ since: hoursAfter(since, -24) }, 20 * atOnce)).filter(({ at }) => at >= since)
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
