import { Readable } from 'node:stream'
import { createTransport } from 'nodemailer'
import { type MailRight, MailRightError, type MailTokens, mailTokens, rightIn, withoutRight } from '../../kernel/mail-right.ts'
import { isMailbox } from '../../kernel/mailbox.ts'
import { refuseInsideTransaction } from '../../kernel/outside.ts'
import type { Delivery, Letter } from './message.ts'
import { overTls, refusalOf, type SmtpError } from './rules.ts'

export type MailConfig = {
  /** smtp://user:password@host:587 or smtps://…, or by a right (kernel/mail-right.ts); null: nothing is sent, and mails wait in the outbox. */
  readonly smtpUrl: string | null
  /** The address mails come from, such as varde@kommune.no. */
  readonly from: string
  /** Longest wait for one mail in all, in milliseconds. */
  readonly deadlineMs?: number
}

/** `handOver` is awaited the moment before the text of the mail goes to the server: from there on nobody knows, until it answers. */
export type Post = (letter: Letter, handOver?: () => Promise<void>) => Promise<Delivery>

/** The road to the mail server. A connection a mail: few mails go out, and a kept connection is one more thing that dies. */
export function postTo(smtpUrl: string, { from, deadlineMs = 45_000 }: Pick<MailConfig, 'from' | 'deadlineMs'>): Post {
  const signIn = smtpSignIn(smtpUrl)
  const settings = {
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    dnsTimeout: 10_000,
    socketTimeout: 20_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  }
  return async (letter, handOver = async () => {}) => {
    refuseInsideTransaction('Mail is sent')
    if (!isMailbox(letter.to)) return { ok: false, code: 'address', permanent: true }
    let handedOver = false
    const server = await signIn().catch(rightFault)
    if ('ok' in server) return server
    const transport = createTransport({ ...settings, ...server })
    transport.use('stream', ({ message }, done) => {
      message.processFunc((text) =>
        Readable.from(
          (async function* () {
            await handOver()
            for await (const part of text) yield part
            handedOver = true
          })(),
          { objectMode: false },
        ),
      )
      done()
    })
    try {
      // A server that answers one byte at a time passes every timeout but this one.
      await within(
        deadlineMs,
        transport.sendMail({
          messageId: letter.messageId,
          from: { name: 'Varde', address: from },
          // As an object it is not read as a list of addresses: one receiver, whatever it holds.
          to: { name: '', address: letter.to },
          ...(letter.replyTo ? { replyTo: { name: '', address: letter.replyTo } } : {}),
          subject: letter.subject,
          text: letter.text,
          // RFC 3834: machines do not answer machines. The second is what Exchange listens to.
          headers: {
            'Auto-Submitted': 'auto-generated',
            'X-Auto-Response-Suppress': 'All',
            'Content-Language': letter.language,
          },
        }),
      )
      return { ok: true }
    } catch (error) {
      const refusal = refusalOf((error ?? {}) as SmtpError)
      return handedOver && !refusal.ok && !/^\d/.test(refusal.code) ? { ...refusal, permanent: false, uncertain: true } : refusal
    }
  }
}

/**
 * How a mail server is reached and signed in to: what is given in the address, or a token where it takes no passwords. Throws `MailRightError`
 * where there is none. A token that the server does not take is asked for anew, once.
 */
export function smtpSignIn(smtpUrl: string, tokens: MailTokens = mailTokens()): () => Promise<SmtpServer> {
  const url = overTls(smtpUrl)
  const address = new URL(url)
  const right = rightIn(address)
  if (!right) return async () => ({ url })
  const user = decodeURIComponent(address.username)
  const plain = withoutRight(address)
  plain.username = ''
  plain.password = ''
  return async () => ({
    url: plain.href,
    auth: { type: 'OAuth2', user, accessToken: await tokens.of(right), provisionCallback: renewed(tokens, right) },
  })
}

type Renewed = (user: string, renew: boolean, done: (error: Error | null, token?: string) => void) => void
export type SmtpServer = {
  readonly url: string
  readonly auth?: { readonly type: 'OAuth2'; readonly user: string; readonly accessToken: string; readonly provisionCallback: Renewed }
}

const renewed =
  (tokens: MailTokens, right: MailRight): Renewed =>
  (_, renew, done) => {
    if (renew) tokens.forget(right)
    tokens.of(right).then((token) => done(null, token), done)
  }

/** Neither is of this mail: it waits, and is tried again. */
const rightFault = (fault: unknown): Delivery => {
  if (!(fault instanceof MailRightError)) throw fault
  return { ok: false, code: fault.why === 'away' ? 'ETOKEN' : 'EAUTH', permanent: false }
}

function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(Object.assign(new Error('The mail server was too slow.'), { code: 'ETIMEDOUT' })), ms)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}
