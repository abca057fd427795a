import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

export type Mail = {
  readonly from: string
  readonly to: readonly string[]
  /** As it came over the wire. */
  readonly source: string
  /** Names in lower case; a name that comes twice keeps the first value. Folded lines are one, encoded words are read. */
  readonly headers: Readonly<Record<string, string>>
  /** The first text/plain part, decoded. */
  readonly text: string
}

/** What the server does with a message: takes it; refuses it for good (550) or for now (451); takes it and hangs up without a word. */
export type MailboxMode = 'accept' | 'reject' | 'later' | 'drop'
/** Besides, of a whole connection: hangs up before a word; refuses the receiver; hangs up with half of the text; takes its time before it takes the mail. */
export type MailboxWeather = MailboxMode | 'away' | 'noReceiver' | 'receiverLater' | 'break' | 'slow'

export type Mailbox = {
  readonly host: string
  readonly port: number
  readonly mails: readonly Mail[]
  /** From now on, or for the next `times` messages only. */
  answer(mode: MailboxMode, times?: number): void
  /** Resolves when there are `count` mails; throws after `withinMs`. */
  until(count: number, withinMs?: number): Promise<readonly Mail[]>
  clear(): void
  close(): Promise<void>
}

/** A real SMTP server on loopback, on a free port, that keeps what it is sent. `weather`: drawn for each connection, instead of `answer`; `slowMs`: how slow. */
export const openMailbox = async (weather?: () => MailboxWeather, slowMs = 2_000): Promise<Mailbox> => {
  const mails: Mail[] = []
  const waiting: { readonly count: number; resolve(): void }[] = []
  let modes: MailboxMode[] = []
  let otherwise: MailboxMode = 'accept'
  const drawn = new Map<string, MailboxWeather>()
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    onConnect: (session, done) => {
      if (weather) drawn.set(session.id, weather())
      if (drawn.get(session.id) === 'away') return hangUp(server, session.id)
      done()
    },
    onClose: (session) => void drawn.delete(session.id),
    onRcptTo: (_, session, done) => {
      const mode = drawn.get(session.id)
      if (mode === 'noReceiver') return done(refusal(550, 'No such mailbox'))
      if (mode === 'receiverLater') return done(refusal(451, 'Try again later'))
      done()
    },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => {
        chunks.push(chunk)
        if (drawn.get(session.id) === 'break') hangUp(server, session.id)
      })
      stream.on('end', async () => {
        const mode = drawn.get(session.id) ?? modes.shift() ?? otherwise
        if (mode === 'break') return
        if (mode === 'slow') await new Promise((resolve) => setTimeout(resolve, slowMs * (0.5 + Math.random())))
        if (mode === 'reject') return done(refusal(550, 'No such mailbox'))
        if (mode === 'later') return done(refusal(451, 'Try again later'))
        const { mailFrom, rcptTo } = session.envelope
        mails.push(
          read(
            Buffer.concat(chunks).toString('latin1'),
            mailFrom ? mailFrom.address : '',
            rcptTo.map(({ address }) => address),
          ),
        )
        for (const one of waiting.filter(({ count }) => mails.length >= count)) one.resolve()
        // The worst failure of all: it was delivered, and the sender will never know.
        if (mode === 'drop') return hangUp(server, session.id)
        done()
      })
    },
  })
  server.on('error', () => {})
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    host: '127.0.0.1',
    port: (server.server.address() as AddressInfo).port,
    mails,
    answer: (mode, times) => {
      if (times === undefined) otherwise = mode
      modes = times === undefined ? [] : Array.from({ length: times }, () => mode)
    },
    until: (count, withinMs = 5_000) =>
      new Promise((resolve, reject) => {
        if (mails.length >= count) return resolve(mails)
        const late = setTimeout(() => reject(new Error(`${mails.length} of ${count} mails came in ${withinMs} ms.`)), withinMs)
        waiting.push({
          count,
          resolve: () => {
            clearTimeout(late)
            resolve(mails)
          },
        })
      }),
    clear: () => void mails.splice(0),
    close: () => {
      hangUp(server)
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

const refusal = (responseCode: number, message: string): Error => Object.assign(new Error(message), { responseCode })

const hangUp = (server: SMTPServer, id?: string): void => {
  for (const connection of server.connections as Set<{ readonly id: string; _socket: { destroy(): void } }>)
    if (id === undefined || connection.id === id) connection._socket.destroy()
}

const read = (source: string, from: string, to: readonly string[]): Mail => {
  const { headers, body } = split(source)
  return { from, to, source: Buffer.from(source, 'latin1').toString('utf8'), headers, text: plainText(headers, body) ?? '' }
}

const split = (part: string): { headers: Readonly<Record<string, string>>; body: string } => {
  const end = part.indexOf('\r\n\r\n')
  const headers: Record<string, string> = {}
  for (const line of part
    .slice(0, end)
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n')) {
    const colon = line.indexOf(':')
    headers[line.slice(0, colon).toLowerCase()] ??= encodedWords(line.slice(colon + 1).trim())
  }
  return { headers, body: part.slice(end + 4) }
}

const plainText = (headers: Readonly<Record<string, string>>, body: string): string | undefined => {
  const type = headers['content-type'] ?? 'text/plain'
  const boundary = /^multipart\/.*boundary="?([^";]+)"?/i.exec(type)?.[1]
  if (boundary === undefined) return /^text\/plain/i.test(type) ? decoded(body, headers['content-transfer-encoding'] ?? '') : undefined
  const parts = body.split(`--${boundary}`).slice(1, -1)
  return parts
    .map((part) => split(part.replace(/^\r\n/, '')))
    .map((part) => plainText(part.headers, part.body))
    .find((text) => text !== undefined)
}

const decoded = (body: string, encoding: string): string => {
  if (/base64/i.test(encoding)) return Buffer.from(body, 'base64').toString('utf8')
  if (/quoted-printable/i.test(encoding)) return quotedPrintable(body.replace(/=\r\n/g, ''))
  return Buffer.from(body, 'latin1').toString('utf8')
}

const quotedPrintable = (text: string): string =>
  Buffer.from(
    text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString('utf8')

const encodedWords = (value: string): string =>
  value
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, kind: string, text: string) =>
      kind.toLowerCase() === 'b' ? Buffer.from(text, 'base64').toString('utf8') : quotedPrintable(text.replaceAll('_', ' ')),
    )
