import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readConfig } from '../src/app/config.ts'
import { machineFindings } from '../src/app/errands/doctor-machine.ts'
import { isMailboxUrl, MailboxError, mailboxes } from '../src/kernel/imap.ts'
import { type MailRight, mailTokens, rightIn } from '../src/kernel/mail-right.ts'
import { postTo } from '../src/modules/messages/public.ts'
import { type ImapServer, startDovecot } from './support/dovecot.ts'
import { installationOf } from './support/errand.ts'
import { clientId, clientSecret, type Rights, startRights } from './support/openid.ts'
import { freePort } from './support/postgres.ts'

// A mail server that takes no passwords, as Exchange Online: Dovecot and an SMTP server that ask a certified provider about each token they are
// shown. The provider here is none of Microsoft's; what Exchange Online itself wants is in docs/operations.md, and was not tried.

let rights: Rights
let imap: ImapServer
let bearer: ImapServer
let smtp: SMTPServer
const taken: string[] = []
beforeAll(async () => {
  rights = await startRights()
  ;[imap, bearer] = await Promise.all([
    startDovecot({ introspection: rights.introspection }),
    startDovecot({ introspection: rights.introspection, mechanisms: 'oauthbearer' }),
  ])
  for (const one of [imap, bearer]) one.deliver('Subject: Funnet\r\n\r\nEt brev.\r\n')
  smtp = new SMTPServer({
    authMethods: ['XOAUTH2'],
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    disableReverseLookup: true,
    onAuth: async ({ accessToken = '', username = '' }, _, done) => {
      const { origin, username: user, password, pathname } = new URL(rights.introspection)
      const answer = await fetch(`${origin}${pathname}`, {
        method: 'POST',
        headers: { authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}` },
        body: new URLSearchParams({ token: accessToken }),
      })
      const known = (await answer.json()) as { readonly active?: boolean; readonly username?: string }
      if (known.active && known.username === username) return done(null, { user: username })
      done(null, { data: { status: '401', schemes: 'bearer' } } as never)
    },
    onData: (stream, _, done) => {
      let text = ''
      stream.on('data', (part: Buffer) => (text += part.toString()))
      stream.on('end', () => {
        taken.push(text)
        done()
      })
    },
  })
  smtp.on('error', () => {})
  await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve))
}, 60_000)
afterAll(async () => {
  await Promise.all([imap.stop(), bearer.stop(), rights.stop(), new Promise<void>((resolve) => smtp.close(() => resolve()))])
})

type Part = { readonly secret?: string; readonly tokenAt?: string; readonly scope?: string; readonly user?: string }
const right = (
  { secret = clientSecret, tokenAt = rights.tokenAt, scope = 'epost', user = 'sikkerhet' }: Part,
  port: number,
  scheme: string,
) =>
  `${scheme}://${user}:${encodeURIComponent(secret)}@127.0.0.1:${port}?${new URLSearchParams({ token: tokenAt, client: clientId, scope })}`
const open = (url: string) =>
  mailboxes({ dir: null, given: { sandnes: url } }).open('sandnes', async (box) => (await box.heads({ uid: 1 }, 10)).length)
const fault = async (url: string) =>
  open(url).then(
    () => 'none',
    (error: unknown) => (error instanceof MailboxError ? `${error.why} ${error.code}` : String(error)),
  )

test('a mailbox is read by a token of the client’s own, in both ways that servers have', async () => {
  expect(await open(right({}, imap.port, 'imap'))).toBe(1)
  expect(await open(right({}, bearer.port, 'imap'))).toBe(1)
})

test('a token is asked for once while it holds, anew before it ends, and anew where it was taken back', async () => {
  const boxes = mailboxes({ dir: null, given: { sandnes: right({}, imap.port, 'imap') } })
  const read = () => boxes.open('sandnes', async (box) => box.next)
  const before = rights.given()
  await read()
  await read()
  expect(rights.given() - before).toBe(1)
  await rights.takeBack()
  await read()
  expect(rights.given() - before).toBe(2)

  let clock = 0
  const tokens = mailTokens(() => clock)
  const asked = rightIn(new URL(right({}, 1, 'imap'))) as MailRight
  const first = await tokens.of(asked)
  clock = 3_299_000
  expect(await tokens.of(asked)).toBe(first)
  clock = 3_301_000
  expect(await tokens.of(asked)).not.toBe(first)
})

test('what is wrong is told apart: another’s mailbox, a wrong secret, a wrong scope, and a provider that is away', async () => {
  rights.opens = 'en-annen'
  expect(await fault(right({}, imap.port, 'imap'))).toBe('signIn null')
  rights.opens = 'sikkerhet'
  expect(await fault(right({ secret: 'gammel' }, imap.port, 'imap'))).toBe('tokenRefused invalid_client')
  expect(await fault(right({ scope: 'alt' }, imap.port, 'imap'))).toBe('tokenRefused invalid_scope')
  expect(await fault(right({ tokenAt: 'http://127.0.0.1:1/token' }, imap.port, 'imap'))).toBe('tokenAway unavailable')
  expect(await fault(right({}, await freePort(), 'imap'))).toBe('unavailable null')
})

test('a right is given whole or not at all, over TLS, and of Exchange Online its scope is known', () => {
  const exchange = 'imaps://sikkerhet%40kommune.no:hemmelig@outlook.office365.com?client=x&token='
  const token = encodeURIComponent('https://login.microsoftonline.com/id/oauth2/v2.0/token')
  expect(isMailboxUrl(exchange + token)).toBe(true)
  expect(rightIn(new URL(exchange + token))?.scope).toBe('https://outlook.office365.com/.default')
  for (const bad of [
    exchange,
    exchange + encodeURIComponent('http://login.microsoftonline.com/token'),
    `imaps://a:b@imap.kommune.no?token=${token}`,
    `imaps://a@imap.kommune.no?client=x&token=${token}`,
    `${exchange}${token}&tull=1`,
    'imaps://a:b@imap.kommune.no?tull=1',
  ])
    expect(isMailboxUrl(bad), bad).toBe(false)
  const given = (SMTP_URL: string) => () => readConfig({ SMTP_URL, BASE_URL: 'https://varde.kommune.no', MAIL_FROM: 'varde@kommune.no' })
  expect(given(`smtp://varde:hemmelig@smtp.office365.com:587?client=x&token=${token}`)).not.toThrow()
  expect(given('smtp://varde:hemmelig@smtp.office365.com:587?client=x')).toThrow(/SMTP_URL: must have the secret, token=/)
  expect(given('smtp://varde:hemmelig@smtp.office365.com:587?client=x')).not.toThrow(/hemmelig/)
})

test('mail goes out by a token, anew where the server no longer takes the one we had; what the provider refuses is never final', async () => {
  const letter = {
    messageId: '<en@prove.test>',
    replyTo: null,
    to: 'ombod@prove.test',
    subject: 'Sak',
    text: 'Sak 1',
    language: 'nb',
  } as const
  const { port } = smtp.server.address() as AddressInfo
  const post = postTo(right({}, port, 'smtp'), { from: 'varde@prove.test' })
  const before = rights.given()
  expect(await post(letter)).toEqual({ ok: true })
  expect(await post(letter)).toEqual({ ok: true })
  expect([taken.length, rights.given() - before]).toEqual([2, 1])
  await rights.takeBack()
  expect(await post(letter)).toEqual({ ok: true })
  expect([taken.length, rights.given() - before]).toEqual([3, 2])
  const refused = (part: Part) => postTo(right(part, port, 'smtp'), { from: 'varde@prove.test' })(letter)
  expect(await refused({ secret: 'gammel' })).toEqual({ ok: false, code: 'EAUTH', permanent: false })
  expect(await refused({ user: 'en-annen' })).toMatchObject({ ok: false, permanent: false })
  expect(await refused({ tokenAt: 'http://127.0.0.1:1/token' })).toEqual({ ok: false, code: 'ETOKEN', permanent: false })
  expect(taken).toHaveLength(3)
})

test('the doctor says what is wrong with the right to send, and how to mend it', async () => {
  const { port } = smtp.server.address() as AddressInfo
  const look = async (part: Part) => {
    const { config, remove } = installationOf({ SMTP_URL: right(part, port, 'smtp'), MAIL_FROM: 'varde@prove.test' })
    try {
      const found = (await machineFindings(config)).find(({ what }) => what === 'The mail server')
      return `${found?.state}: ${found?.says} ${found && 'cure' in found ? found.cure : ''}`
    } finally {
      remove()
    }
  }
  expect(await look({})).toMatch(/^ok: 127.0.0.1 answers/)
  expect(await look({ secret: 'gammel' })).toMatch(/^wrong: .*\(invalid_client\) .*make a new secret/)
  expect(await look({ user: 'en-annen' })).toMatch(/^wrong: .*SMTP.SendAsApp/)
  expect(await look({ secret: 'gammel' })).not.toContain('gammel')
})
