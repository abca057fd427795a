import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { createConnection } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { freePort, serverUser } from './postgres.ts'
import { programFolders, systemFile } from './system-file.ts'

export type ImapServer = {
  /** For MAILBOXES. */
  url(user?: string): string
  readonly port: number
  /** Lays a mail in a mailbox, as the mail server that receives it does. Answers its file. */
  deliver(source: string | Uint8Array, user?: string, at?: Date): string
  /** Whether the mail is marked as read. */
  isRead(file: string, user?: string): boolean
  /** Numbers the mailbox anew, as after it was restored (RFC 9051 § 2.3.1.1). */
  renumber(user?: string): void
  /** Puts another, empty mailbox in its place, that says the same of its numbers. */
  exchange(user?: string): void
  /** Takes a mail away, as somebody who clears out the mailbox does. */
  remove(file: string, user?: string): void
  stop(): Promise<void>
}

const password = 'hemmelig/ord'

/**
 * The real Dovecot on loopback, with a mailbox for whoever signs in with the one password. `introspection`: it takes no password, but a token that
 * this address (RFC 7662) says is of whoever signs in.
 */
export async function startDovecot({
  introspection,
  mechanisms = 'xoauth2',
}: {
  readonly introspection?: string
  readonly mechanisms?: string
} = {}): Promise<ImapServer> {
  const program = systemFile({ name: 'dovecot', folders: programFolders, debian: 'dovecot-imapd', env: 'DOVECOT' })
  const home = mkdtempSync(join(tmpdir(), 'varde-dovecot-'))
  chmodSync(home, 0o755)
  const mail = join(home, 'mail')
  mkdirSync(mail)
  const user = serverUser() ?? { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 }
  if (serverUser()) chownSync(mail, user.uid, user.gid)
  const port = await freePort()
  const own = serverUser() ? '' : `default_internal_user = ${userInfo().username}\ndefault_login_user = ${userInfo().username}\n`
  if (introspection)
    writeFileSync(
      join(home, 'oauth2.conf'),
      `introspection_mode = post\nintrospection_url = ${introspection}\nusername_attribute = username\nactive_attribute = active\nactive_value = true\n`,
    )
  const passdb = introspection
    ? `driver = oauth2\n  mechanisms = xoauth2 oauthbearer\n  args = ${join(home, 'oauth2.conf')}`
    : `driver = static\n  args = password=${password}`
  writeFileSync(
    join(home, 'dovecot.conf'),
    `protocols = imap
base_dir = ${join(home, 'run')}
state_dir = ${join(home, 'state')}
log_path = ${join(home, 'log')}
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
auth_failure_delay = 0
${own}first_valid_uid = 1
mail_location = maildir:${mail}/%u
auth_mechanisms = ${introspection ? mechanisms : 'plain'}
passdb {
  ${passdb}
}
userdb {
  driver = static
  args = uid=${user.uid} gid=${user.gid} home=${mail}/%u
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
`,
  )
  const child = spawn(program, ['-F', '-c', join(home, 'dovecot.conf')], { stdio: ['ignore', 'pipe', 'pipe'] })
  const said: string[] = []
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => said.push(text))
  const lastResort = () => child.kill('SIGKILL')
  process.once('exit', lastResort)
  await answers(port, child, said)
  const boxOf = (name: string) => join(mail, name)
  const folders = (name: string) => {
    for (const folder of ['', 'new', 'cur', 'tmp']) {
      const path = join(boxOf(name), folder)
      if (existsSync(path)) continue
      mkdirSync(path)
      if (serverUser()) chownSync(path, user.uid, user.gid)
    }
  }
  let delivered = 0
  return {
    port,
    url: (name = 'sikkerhet') => `imap://${name}:${encodeURIComponent(password)}@127.0.0.1:${port}`,
    deliver: (source, name = 'sikkerhet', at = new Date()) => {
      folders(name)
      delivered += 1
      const file = `${1_700_000_000 + delivered}.${process.pid}_${delivered}.prove`
      const path = join(boxOf(name), 'new', file)
      writeFileSync(path, source)
      utimesSync(path, at, at)
      if (serverUser()) chownSync(path, user.uid, user.gid)
      return file
    },
    isRead: (file, name = 'sikkerhet') => readdirSync(join(boxOf(name), 'cur')).some((one) => one.startsWith(file) && /:2,.*S/.test(one)),
    renumber: (name = 'sikkerhet') => {
      for (const one of readdirSync(boxOf(name))) if (one.startsWith('dovecot')) rmSync(join(boxOf(name), one), { recursive: true })
    },
    exchange: (name = 'sikkerhet') => {
      const list = readFileSync(join(boxOf(name), 'dovecot-uidlist'), 'utf8')
      const validity = / V(\d+) /.exec(list)?.[1]
      for (const one of readdirSync(boxOf(name))) rmSync(join(boxOf(name), one), { recursive: true })
      folders(name)
      const path = join(boxOf(name), 'dovecot-uidlist')
      writeFileSync(path, `3 V${validity} N1 G${randomBytes(16).toString('hex')}\n`)
      if (serverUser()) chownSync(path, user.uid, user.gid)
    },
    remove: (file, name = 'sikkerhet') => {
      for (const folder of ['new', 'cur'])
        for (const one of readdirSync(join(boxOf(name), folder))) if (one.startsWith(file)) rmSync(join(boxOf(name), folder, one))
    },
    stop: async () => {
      process.off('exit', lastResort)
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      await ended
      rmSync(home, { recursive: true, force: true })
    },
  }
}

async function answers(port: number, child: ChildProcess, said: readonly string[]): Promise<void> {
  for (const end = performance.now() + 10_000; ; ) {
    const open = await new Promise<boolean>((resolve) => {
      const socket = createConnection(port, '127.0.0.1')
      socket.on('data', (bytes) => {
        socket.destroy()
        resolve(bytes.toString().startsWith('* OK'))
      })
      socket.on('error', () => resolve(false))
    })
    if (open) return
    if (child.exitCode !== null || performance.now() > end) throw new Error(`Dovecot did not start:\n${said.join('')}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
