import { randomBytes } from 'node:crypto'
import { mkdir, readFile, rm, stat, statfs, writeFile } from 'node:fs/promises'
import { freemem, totalmem } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { createTransport } from 'nodemailer'
import { MailRightError, rightIn } from '../../kernel/mail-right.ts'
import { clamd } from '../../modules/files/public.tsx'
import { smtpSignIn } from '../../modules/messages/public.ts'
import { type Config, loopback } from '../config.ts'
import { type Finding, looked, ok, saidOf, warning, wrong } from './finding.ts'

/** What can be seen without the database: this machine, the settings, and the servers beside. Nothing is sent, and nothing is left behind. */
export async function machineFindings(config: Config): Promise<readonly Finding[]> {
  const filesCure = 'Give the user that runs Varde the right to write there, or set FILES_DIR to another folder.'
  return [
    node(process.versions.node),
    ...address(config),
    ...(await looked('The sealing key', keyCure, () => keyFindings(config))),
    ...(await looked('The folder of files', filesCure, () => folderFindings('The folder of files', config.filesDir))),
    ...(config.databaseUrl === null && config.dataDir
      ? await looked('The data folder', filesCure, () => folderFindings('The data folder', config.dataDir ?? ''))
      : []),
    ...(config.sealsDir
      ? await looked('SEALS_DIR', 'Mount it again, or make it.', () => folderFindings('SEALS_DIR', config.sealsDir ?? '', false))
      : [
          warning(
            'Seals kept elsewhere',
            'SEALS_DIR is not set: nobody could see that the end of the log was cut off together with its seals',
            'Set SEALS_DIR to a folder on another machine.',
          ),
        ]),
    await mail(config),
    await scanner(config.clamd),
    memory(freemem(), totalmem(), await limitOfGroup()),
    ok('Chromium', 'is not needed by an installation; only the tests of Varde use it'),
  ]
}

const node = (version: string): Finding =>
  Number(version.split('.')[0]) >= 24
    ? ok('Node.js', version)
    : wrong('Node.js', `${version} runs this, and Varde needs 24`, 'Start with npm, which brings the right one: npm run doctor.')

export function address({ baseUrl, smtpUrl, host, trustedProxies, demo }: Config): readonly Finding[] {
  const what = 'BASE_URL'
  const cure = 'Set BASE_URL to the address people use, as https://varde.kommune.no.'
  const here = demo || (loopback.includes(host) && trustedProxies.length === 0)
  if (baseUrl === null) {
    const says = 'is not set'
    return [
      smtpUrl || !here
        ? wrong(what, `${says}, and every link in an e-mail begins with it`, cure)
        : warning(what, `${says}: well for trying on this machine`, cure),
    ]
  }
  const { protocol, hostname, pathname, search } = new URL(baseUrl)
  const isHere = loopback.includes(hostname.replace(/^\[|\]$/g, ''))
  const found: Finding[] = []
  if (pathname !== '/' || search !== '') found.push(wrong(what, `${baseUrl} has more than a host: Varde answers at the root of one`, cure))
  if (protocol === 'http:' && !isHere)
    found.push(
      wrong(what, `${baseUrl} is without TLS: passwords and sessions would be read on the way`, `${cure} Put a proxy with TLS in front.`),
    )
  if (protocol === 'https:' && trustedProxies.length === 0)
    found.push(
      warning(
        'TRUSTED_PROXIES',
        'is empty, and BASE_URL says https: a proxy stands in front, and all that comes through it counts as one sender',
        'Set TRUSTED_PROXIES to the address of the proxy.',
      ),
    )
  return found.length > 0 ? found : [ok(what, baseUrl)]
}

export const keyCure =
  'Put the key back from its copy: SEALING_KEY, or sealing.key in DATA_DIR. Never begin with a new one on an old database.'

/** Looks and makes nothing: a start makes the key, and a key made beside an old database would hide that the old one is lost. */
export async function keyFindings({ sealingKey, dataDir }: Pick<Config, 'sealingKey' | 'dataDir'>): Promise<readonly Finding[]> {
  const what = 'The sealing key'
  if (sealingKey) return [ok(what, 'is in SEALING_KEY')]
  const path = join(dataDir ?? './data', 'sealing.key')
  const kept = await readFile(path, 'utf8').catch((fault: NodeJS.ErrnoException) => {
    if (fault.code === 'ENOENT') return null
    throw fault
  })
  if (kept === null)
    return [
      warning(
        what,
        `there is none at ${path}; the first start makes it`,
        'Nothing, where Varde has never been started here. Else: put the key back from its copy.',
      ),
    ]
  if (!/^[0-9a-f]{64}$/i.test(kept.trim())) return [wrong(what, `${path} does not hold 64 hexadecimal digits`, keyCure)]
  const { mode } = await stat(path)
  return [
    (mode & 0o077) !== 0
      ? wrong(what, `${path} can be read by others on this machine (${(mode & 0o777).toString(8)})`, `chmod 600 ${path}`)
      : ok(what, `is in ${path}, for its owner alone`),
  ]
}

const gigabyte = 1024 ** 3

export async function folderFindings(what: string, folder: string, make = true): Promise<readonly Finding[]> {
  // Of the files: made by the first file that comes.
  if (make) await mkdir(folder, { recursive: true })
  const probe = join(folder, `doctor-${randomBytes(6).toString('hex')}`)
  try {
    await writeFile(probe, 'x', { flag: 'wx', mode: 0o600 })
  } finally {
    await rm(probe, { force: true })
  }
  const { bavail, bsize, ffree, files } = await statfs(folder)
  const free = (bavail * bsize) / gigabyte
  const says = `${folder} can be written, with ${free.toFixed(1)} GB free`
  if (files > 0 && ffree < 1000) return [wrong(what, `${folder} has room for no more files (inodes)`, 'Free some, or move the folder.')]
  if (free < 0.2) return [wrong(what, says, 'Free some space now: what people attach is refused when it is full.')]
  return [free < 2 ? warning(what, says, 'Free some space, or move the folder.') : ok(what, says)]
}

async function mail({ smtpUrl, mailFrom, demo }: Config): Promise<Finding> {
  const what = 'The mail server'
  const cure = 'Set SMTP_URL, as smtps://user:password@mail.kommune.no.'
  if (smtpUrl === null)
    return demo ? ok(what, 'a demo sends none') : warning(what, 'none is set: notices are shown in Varde, and mails wait', cure)
  const { hostname } = new URL(smtpUrl)
  const byToken = rightIn(new URL(smtpUrl)) !== null
  const server = await smtpSignIn(smtpUrl)().catch((fault: unknown) => {
    if (fault instanceof MailRightError) return fault
    throw fault
  })
  if (server instanceof MailRightError)
    return wrong(what, `the provider gives Varde no right to send (${server.code})`, rightCures[server.code] ?? rightCures.refused ?? '')
  const transport = createTransport({
    ...server,
    connectionTimeout: 5_000,
    greetingTimeout: 5_000,
    socketTimeout: 8_000,
    dnsTimeout: 5_000,
  })
  try {
    // Greets, and signs in where there is a user; no mail is sent.
    await transport.verify()
    const plain = smtpUrl.startsWith('smtp:') && new URL(smtpUrl).searchParams.get('requireTLS') === 'false' && !loopback.includes(hostname)
    if (mailFrom.endsWith('@localhost'))
      return warning(
        what,
        `${hostname} answers, but MAIL_FROM is ${mailFrom}`,
        'Set MAIL_FROM to an address that the mail server may send from.',
      )
    return plain
      ? warning(
          what,
          `${hostname} answers; with requireTLS=false mail goes over TLS only where the server offers it`,
          'Take it away where the server has TLS, or use smtps://.',
        )
      : ok(what, `${hostname} answers`)
  } catch (error) {
    return wrong(
      what,
      `${hostname} did not let us in: ${saidOf(error)}`,
      byToken
        ? `See that it runs, and that this machine may reach it. ${exchangeCure('SMTP.SendAsApp')}`
        : 'See that it runs, that this machine may reach it, and that user and password in SMTP_URL are right.',
    )
  } finally {
    transport.close()
  }
}

/** What the provider of a right answers (RFC 6749 § 5.2), and what is then done, with the names that Entra ID has for it. */
export const rightCures: Readonly<Record<string, string>> = {
  invalid_client:
    'The client or its secret is wrong, or the secret has run out: make a new secret at the provider, and write it with % signs as in an address.',
  unauthorized_client:
    'The provider does not know the client, or it may not ask by itself: see that client and token are of the same directory.',
  invalid_scope: 'The scope is wrong: of Exchange Online it is https://outlook.office365.com/.default, which is taken where none is given.',
  unavailable: 'See that this machine may reach the address in token=, and that its certificate is valid.',
  refused: 'See that token=, client= and scope= are as the provider says.',
}

/** What an administrator of Exchange Online must have done (Microsoft Learn, "Authenticate an IMAP, POP or SMTP connection using OAuth", read 2026-11-30). */
export const exchangeCure = (permission: string): string =>
  `In Exchange Online: see that an administrator has consented to ${permission}, that the app is made known with New-ServicePrincipal, and that it has the mailbox by Add-MailboxPermission.`

async function scanner(address: string | null): Promise<Finding> {
  const what = 'The virus scanner'
  if (address === null) return warning(what, 'none is set: attached files are opened unseen', 'Set CLAMD, as unix:/run/clamav/clamd.ctl.')
  const said = await clamd(address, 10_000)(Readable.from([Buffer.from('Varde asks whether anybody is there.')]))
  if (said === 'stream: OK') return ok(what, `${address} answers`)
  return wrong(what, `${address}: ${said}`, 'See that clamd runs and that this user may reach it. Until then no new file can be opened.')
}

export function memory(free: number, total: number, limit: number | null): Finding {
  const has = Math.min(total, limit ?? total) / gigabyte
  const says = `${has.toFixed(1)} GB for this process, ${(free / gigabyte).toFixed(1)} GB free on the machine`
  return has < 0.4 || free / gigabyte < 0.1
    ? warning('Memory', says, 'Varde wants 512 MB for itself; the database as much again.')
    : ok('Memory', says)
}

/** What a container may use; null where nothing is said. */
const limitOfGroup = async (): Promise<number | null> => {
  const said = await readFile('/sys/fs/cgroup/memory.max', 'utf8').catch(() => 'max')
  return /^\d+$/.test(said.trim()) ? Number(said) : null
}
