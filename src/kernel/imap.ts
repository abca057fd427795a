import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ImapFlow } from 'imapflow'
import { MailRightError, type MailTokens, mailTokens, rightIn, withoutRight } from './mail-right.ts'
import { refuseInsideTransaction } from './outside.ts'

// The mailbox that mail comes in to, as far as it goes over the network: the one place that asks a mail server for mail. What becomes of a
// mail is the module's that reads it. Nothing of a mail, an answer or a password is logged, and no fault carries more than its kind.

/** What of a mailbox may be shown: never the password. */
export type MailboxPlace = { readonly host: string; readonly port: number; readonly user: string; readonly byToken: boolean }
/** `size` in bytes, whole; `at`: when the server received it. */
export type MailHead = { readonly uid: number; readonly size: number; readonly at: Date }
export type OpenMailbox = {
  /** Uids are of the same mailbox for as long as this is the same (RFC 9051 § 2.3.1.1). */
  readonly validity: string
  /** Where it is: another mailbox may be numbered as this one. */
  readonly place: string
  /** How many lie in it before this uid: in the same mailbox never more than last time. */
  readonly below: (uid: number) => Promise<number>
  /** The uid of the next mail that comes. */
  readonly next: number
  /** The first mails from this uid on, or since this day, in the order of their uids. */
  readonly heads: (from: { readonly uid: number } | { readonly since: Date }, most: number) => Promise<readonly MailHead[]>
  /** The bytes of one; its headers alone where `whole` is false. Undefined where somebody has taken it away. */
  readonly source: (uid: number, whole: boolean) => Promise<Uint8Array | undefined>
  readonly markRead: (uids: readonly number[]) => Promise<void>
}

/**
 * setUp: what is given cannot be read. signIn: the server does not know us. unavailable: no answer, or one that does not hold. tokenRefused and
 * tokenAway: the provider that gives the right to the mailbox says no, or nothing.
 */
export const mailboxFaults = ['setUp', 'signIn', 'unavailable', 'tokenRefused', 'tokenAway'] as const
export type MailboxFault = (typeof mailboxFaults)[number]
export class MailboxError extends Error {
  readonly why: MailboxFault
  /** What the provider of the right answered: a code of RFC 6749, for whoever runs the installation. */
  readonly code: string | null
  constructor(why: MailboxFault, code: string | null = null) {
    super(`The mailbox: ${why}`)
    this.why = why
    this.code = code
  }
}

export type MailboxSettings = {
  /**
   * A folder with a file for each organisation, named by its short name: imaps://user:password@host, or, of a server that takes no passwords,
   * imaps://user:secret@host?token=https://…/token&client=id (kernel/mail-right.ts).
   */
  readonly dir: string | null
  /** The same by short name. */
  readonly given: Readonly<Record<string, string>>
}
export type Mailboxes = {
  /** Where an organisation's mailbox is; null where whoever runs the installation has given none. Throws `MailboxError` for one that cannot be read. */
  readonly of: (slug: string) => Promise<MailboxPlace | null>
  /** Opens it, works, and closes it again whatever happens. Throws `MailboxError`; what the work itself throws goes on. */
  readonly open: <T>(slug: string, work: (box: OpenMailbox) => Promise<T>) => Promise<T>
}

/** How long the server may take, in milliseconds: to answer at all, and between two words of an answer. */
const longest = { answer: 30_000, silence: 60_000 }
/** The most that one answer may hold, in bytes: a mail that is larger is never asked for (`most` of the reader). */
const largestAnswer = 64 * 1024 * 1024
const loopback = ['127.0.0.1', '::1', 'localhost']

export function mailboxes({ dir, given }: MailboxSettings): Mailboxes {
  const tokens = mailTokens()
  const addressOf = async (slug: string): Promise<URL | null> => {
    // A short name and nothing else: it must not choose which file is read.
    if (!/^[a-z0-9-]+$/.test(slug)) return null
    const inFile = dir && (await readFile(join(dir, slug), 'utf8').catch(() => null))
    const text = (inFile || given[slug])?.trim()
    if (!text) return null
    if (!isMailboxUrl(text)) throw new MailboxError('setUp')
    return new URL(text)
  }
  return {
    of: async (slug) => {
      const address = await addressOf(slug)
      return address && placeOf(address)
    },
    open: async (slug, work) => {
      refuseInsideTransaction('Mail is read')
      const address = await addressOf(slug)
      if (!address) throw new MailboxError('setUp')
      return opened(address, tokens, work)
    },
  }
}

/** imaps://user:password@host, with what is said of a right; imap:// is taken where the server then goes over to TLS, or is this machine. */
export function isMailboxUrl(text: string): boolean {
  if (!URL.canParse(text)) return false
  const address = new URL(text)
  const { protocol, hostname, username, password, search, hash } = address
  if (!/^imaps?:$/.test(protocol) || hostname === '' || username === '' || password === '' || hash !== '') return false
  try {
    return rightIn(address) === null ? search === '' : withoutRight(address).search === ''
  } catch {
    return false
  }
}

const placeOf = ({ protocol, hostname, port, username, search }: URL): MailboxPlace => ({
  host: hostname.replace(/^\[|\]$/g, ''),
  port: Number(port) || (protocol === 'imaps:' ? 993 : 143),
  user: decodeURIComponent(username),
  byToken: search !== '',
})

async function opened<T>(address: URL, tokens: MailTokens, work: (box: OpenMailbox) => Promise<T>): Promise<T> {
  const { host, port, user } = placeOf(address)
  const client = await signedIn(address, tokens)
  try {
    const box = await client.mailboxOpen('INBOX').catch(faulted)
    return await work({
      validity: String(box.uidValidity),
      place: `${user}@${host}:${port}`,
      below: (uid) => belowIn(client, uid).catch(faulted),
      next: box.uidNext,
      heads: (from, most) => headsIn(client, from, most).catch(faulted),
      source: async (uid, whole) => {
        const query = whole ? { source: true } : { headers: true }
        const found = await client.fetchOne(String(uid), query, { uid: true }).catch(faulted)
        return found ? (whole ? found.source : found.headers) : undefined
      },
      markRead: async (uids) => {
        if (uids.length > 0) await client.messageFlagsAdd(uids.join(','), ['\\Seen'], { uid: true }).catch(faulted)
      },
    })
  } finally {
    client.close()
  }
}

/** Whoever gives the right may have taken a token back before its end: a server that does not take the one we had is shown a new one, once. */
async function signedIn(address: URL, tokens: MailTokens): Promise<ImapFlow> {
  const right = rightIn(address)
  if (!right) return connected(address, { pass: decodeURIComponent(address.password) })
  const asked = async () => connected(address, { accessToken: await tokens.of(right).catch(refused) })
  const before = await tokens.of(right).catch(refused)
  try {
    return await connected(address, { accessToken: before })
  } catch (fault) {
    if (!(fault instanceof MailboxError) || fault.why !== 'signIn') throw fault
    tokens.forget(right)
    return asked()
  }
}

async function connected(address: URL, shows: { readonly pass: string } | { readonly accessToken: string }): Promise<ImapFlow> {
  const { host, port, user } = placeOf(address)
  const secure = address.protocol === 'imaps:'
  // Large, and for those who have a mailbox.
  const { ImapFlow } = await import('imapflow')
  const client = new ImapFlow({
    host,
    port,
    secure,
    // A password never goes in the clear off this machine.
    ...(secure ? {} : { doSTARTTLS: !loopback.includes(host) }),
    auth: { user, ...shows },
    logger: false,
    disableAutoIdle: true,
    connectionTimeout: longest.answer,
    greetingTimeout: longest.answer,
    socketTimeout: longest.silence,
    maxLineLength: largestAnswer / 8,
    maxLiteralSize: largestAnswer,
    maxResponseSize: largestAnswer + 1024 * 1024,
  })
  // A connection that dies is heard of by whoever waits for an answer; unheard it would end the process.
  client.on('error', () => {})
  try {
    await client.connect().catch(faulted)
    return client
  } catch (fault) {
    client.close()
    throw fault
  }
}

async function belowIn(client: ImapFlow, uid: number): Promise<number> {
  const found = await client.search({ uid: `${uid}:*` }, { uid: true })
  if (!client.mailbox || !Array.isArray(found)) throw new MailboxError('unavailable')
  return client.mailbox.exists - found.filter((one) => one >= uid).length
}

async function headsIn(client: ImapFlow, from: { readonly uid: number } | { readonly since: Date }, most: number) {
  const found = await client.search('uid' in from ? { uid: `${from.uid}:*` } : { since: from.since }, { uid: true })
  if (!found || !Array.isArray(found)) throw new MailboxError('unavailable')
  // "5:*" is the last one too, where it comes before the fifth.
  const uids = found.filter((uid) => !('uid' in from) || uid >= from.uid).sort((a, b) => a - b)
  if (uids.length === 0) return []
  const rows = await client.fetchAll(uids.slice(0, most).join(','), { uid: true, size: true, internalDate: true }, { uid: true })
  return rows
    .flatMap(({ uid, size, internalDate }) => (size === undefined ? [] : [{ uid, size, at: new Date(internalDate ?? 0) }]))
    .sort((a, b) => a.uid - b.uid)
}

const refused = (cause: unknown): never => {
  if (cause instanceof MailRightError) throw new MailboxError(cause.why === 'away' ? 'tokenAway' : 'tokenRefused', cause.code)
  throw cause
}

/** What the library says may hold what the server said, and the server may say anything. */
const faulted = (cause: unknown): never => {
  if (cause instanceof MailboxError) throw cause
  throw new MailboxError((cause as { authenticationFailed?: unknown } | null)?.authenticationFailed ? 'signIn' : 'unavailable')
}
