import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { serversOf } from '../db/servers.ts'
import { isMailboxUrl, type MailboxSettings } from '../kernel/imap.ts'
import { rightIn } from '../kernel/mail-right.ts'
import { isMailbox } from '../kernel/mailbox.ts'
import type { OpenIdSettings } from '../kernel/openid.ts'
import { notAnAddress } from './address.ts'

/** Nobody answers here: for trying on one's own machine. */
const noSender = 'varde@localhost'

const port = z.coerce.number().int().min(0).max(65_535)
const url = (protocols: readonly string[]) =>
  z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), {
    message: `must be an address that begins with ${protocols.join(' or ')}//`,
  })

function isWholeRight(text: string): boolean {
  try {
    rightIn(new URL(text))
    return true
  } catch {
    return false
  }
}

/** Of PostgreSQL: with several servers between commas, where there are. */
const databaseUrl = z
  .string()
  .refine((text) => serversOf(text).every((one) => URL.canParse(one) && /^postgres(ql)?:$/.test(new URL(one).protocol)), {
    message: 'must be an address that begins with postgres:// or postgresql://',
  })

const parsedOrNull = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** Every setting, read and checked once at start; a bad value is named with its cure. */
const settings = z.object({
  PORT: port.default(3000).describe('the port to listen on, 0 to 65535'),
  HOST: z.string().min(1).default('127.0.0.1').describe('the address to listen on'),
  BASE_URL: url(['http:', 'https:']).optional().describe('the address people use, as https://varde.kommune.no'),
  DATA_DIR: z.string().min(1).default('./data').describe('the folder of the embedded database and the sealing key'),
  DATABASE_URL: databaseUrl
    .optional()
    .describe('a PostgreSQL server, as postgres://user:password@host:5432/varde; with its standbys, as @one:5432,two:5432/'),
  DATABASE_WEB_URL: databaseUrl
    .optional()
    .describe('a login in varde_web that owns nothing, for pages and jobs; without it Varde makes one'),
  DATABASE_POOLER: z
    .enum(['none', 'transaction'])
    .default('none')
    .describe('transaction behind a pooler such as PgBouncer that gives each transaction another connection, else none'),
  DATABASE_POOL: z.coerce.number().int().min(1).max(200).default(10).describe('most connections at once, 1 to 200'),
  SMTP_URL: url(['smtp:', 'smtps:'])
    .refine(
      (text) => !URL.canParse(text) || isWholeRight(text),
      'must have the secret, token=https://… and client=… together, or none of them',
    )
    .optional()
    .describe(
      'the mail server, as smtps://user:password@mail.kommune.no, or as docs/operations.md says of a server that takes no passwords',
    ),
  MAIL_FROM: z
    .string()
    .refine((address) => address === noSender || isMailbox(address), 'must be one e-mail address')
    .default(noSender)
    .describe('the sender of notices'),
  MAILBOXES_DIR: z
    .string()
    .min(1)
    .optional()
    .describe(
      'a folder with the mailbox that each organisation is reported to by e-mail, in a file named by its short name: imaps://user:password@imap.kommune.no',
    ),
  MAILBOXES: z
    .string()
    .default('{}')
    .transform((text, check) => {
      const read = z.record(z.string().regex(/^[a-z0-9-]+$/), z.string().refine(isMailboxUrl)).safeParse(parsedOrNull(text))
      if (!read.success)
        check.addIssue({
          code: 'custom',
          message: 'must be JSON with short names of organisations and imaps://user:password@host for each',
        })
      return read.data ?? {}
    })
    .describe('the same as JSON, {"sandnes": "imaps://…"}, where there is no folder'),
  FILES_DIR: z.string().min(1).optional().describe('the folder of attached files; files in DATA_DIR when absent'),
  FILE_MEGABYTES: z.coerce.number().int().min(1).max(2_000).default(50).describe('the most one attached file may hold, in MB, 1 to 2000'),
  CLAMD: z
    .string()
    .regex(/^(unix:\/.+|tcp:[^:]+(:\d+)?)$/, 'must be as unix:/run/clamav/clamd.ctl or tcp:host:3310')
    .optional()
    .describe('the virus scanner that must say OK before anybody opens a file'),
  SEALING_KEY: z
    .string()
    .regex(/^[0-9a-f]{64}$/, 'must be 64 hexadecimal digits: openssl rand -hex 32')
    .optional()
    .describe('the key that all other keys are wrapped by; made in DATA_DIR when absent'),
  SEALING_KEY_OLD: z
    .string()
    .regex(/^[0-9a-f]{64}$/, 'must be 64 hexadecimal digits: the SEALING_KEY that was there before')
    .optional()
    .describe('the sealing key before this one, while npm run keys -- master has not wrapped all keys anew'),
  SEALS_DIR: z
    .string()
    .min(1)
    .optional()
    .describe('a folder on another machine, where the seals of the log are kept too, so that nobody can cut off its end unseen'),
  OPENID_HOSTS: z
    .string()
    .default('')
    .transform((text) => text.split(',').flatMap((one) => one.trim().toLowerCase() || []))
    .refine((all) => all.every((one) => /^([a-z0-9-]+\.)+[a-z0-9-]+$/.test(one)), 'must be names of hosts with commas between')
    .describe('hosts of other providers of sign-in than Entra ID, Feide, ID-porten and Ansattporten, as login.kommune.no'),
  OPENID_SECRETS_DIR: z
    .string()
    .min(1)
    .optional()
    .describe('a folder with the secret of each provider of sign-in, in a file named by the id on its page'),
  OPENID_SECRETS: z
    .string()
    .default('{}')
    .transform((text, check) => {
      const read = z.record(z.uuid(), z.string().min(1)).safeParse(parsedOrNull(text))
      if (!read.success) check.addIssue({ code: 'custom', message: 'must be JSON with the id of a provider and its secret' })
      return read.data ?? {}
    })
    .describe('the same as JSON, {"id": "secret"}, where there is no folder'),
  PROCESS: z.enum(['all', 'web', 'worker']).default('all').describe('what this process does: all, web or worker'),
  TRUSTED_PROXIES: z
    .string()
    .default('')
    .transform((text) => text.split(',').flatMap((one) => one.trim() || []))
    .superRefine((all, check) => {
      const wrong = notAnAddress(all)
      if (wrong !== undefined) check.addIssue({ code: 'custom', message: `"${wrong}" is no address and no network` })
    })
    .describe('the proxies in front of Varde, whose X-Forwarded-For is believed: addresses or networks, as 10.0.0.5,10.1.0.0/16'),
  RESCUE: z
    .string()
    .optional()
    .describe('the e-mail address of an account that is given a new link, and nothing else is done: npm run rescue -- address'),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'])
    .default('info')
    .describe('fatal, error, warn, info, debug or silent'),
  LEAKED_PASSWORDS: z
    .string()
    .min(1)
    .optional()
    .describe('a file of SHA-1 sums of passwords that have leaked, one a line in their order, as Have I Been Pwned gives it out'),
  DEMO: z.enum(['0', '1']).default('0').describe('1 begins with example data and a sign-in page without passwords'),
})

export type Config = {
  readonly port: number
  readonly host: string
  readonly baseUrl: string | null
  readonly dataDir: string | null
  readonly databaseUrl: string | null
  readonly databaseWebUrl: string | null
  readonly pooled: boolean
  readonly poolSize: number
  readonly smtpUrl: string | null
  readonly mailFrom: string
  readonly mailboxes: MailboxSettings
  readonly filesDir: string
  readonly fileMegabytes: number
  readonly clamd: string | null
  readonly sealingKey: string | null
  readonly oldSealingKey: string | null
  readonly sealsDir: string | null
  readonly openid: OpenIdSettings
  readonly leakedPasswords: string | null
  readonly process: 'all' | 'web' | 'worker'
  readonly trustedProxies: readonly string[]
  readonly rescue: string | null
  readonly logLevel: string
  readonly demo: boolean
}

/** The names that settings go by. */
export const settingNames: readonly string[] = Object.keys(settings.shape)

/**
 * What opens something. Each may lie in a file instead, which NAME_FILE names: the environment of a process is read by whoever may look at
 * the machine, and is handed on to what the process starts.
 */
export const secretSettings = [
  'DATABASE_URL',
  'DATABASE_WEB_URL',
  'SMTP_URL',
  'MAILBOXES',
  'SEALING_KEY',
  'SEALING_KEY_OLD',
  'OPENID_SECRETS',
] as const

/** Throws one error that names every bad setting and says what it should be; never what it is. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const inFiles = secretSettings.map((name) => fromFile(name, env))
  const unread = inFiles.flatMap(({ fault }) => fault ?? [])
  if (unread.length > 0) throw new Error(`Varde cannot start with these settings:\n${unread.join('\n')}`)
  const all = { ...env, ...Object.fromEntries(inFiles.flatMap(({ name, value }) => (value === undefined ? [] : [[name, value]]))) }
  const given = Object.fromEntries(settingNames.flatMap((name) => (all[name] ? [[name, all[name]]] : [])))
  const read = settings.safeParse(given)
  if (!read.success) throw new Error(`Varde cannot start with these settings:\n${read.error.issues.map(complaint).join('\n')}`)
  const s = read.data
  if (s.DEMO === '1' && !loopback.includes(s.HOST)) {
    throw new Error(
      `Varde cannot start with these settings:\n  HOST is ${s.HOST}, but the demo lets anyone be anyone: set HOST to 127.0.0.1, or DEMO to 0.`,
    )
  }
  const mailsFar = s.SMTP_URL !== undefined && s.DEMO === '0' && !loopback.includes(plainHost(s.SMTP_URL))
  if (s.BASE_URL === undefined && (s.PROCESS === 'worker' || mailsFar)) {
    throw new Error(
      `Varde cannot start with these settings:\n  BASE_URL is missing, and ${s.PROCESS === 'worker' ? 'a process that only works, with PROCESS=worker,' : 'mail to others, with SMTP_URL,'} needs it: it is the beginning of every link in an e-mail. Set BASE_URL to the address people use, as https://varde.kommune.no.`,
    )
  }
  return {
    port: s.PORT,
    host: s.HOST,
    baseUrl: s.BASE_URL?.replace(/\/+$/, '') ?? null,
    dataDir: s.DATA_DIR,
    databaseUrl: s.DATABASE_URL ?? null,
    databaseWebUrl: s.DATABASE_WEB_URL ?? null,
    pooled: s.DATABASE_POOLER === 'transaction',
    poolSize: s.DATABASE_POOL,
    smtpUrl: s.SMTP_URL ?? null,
    mailFrom: s.MAIL_FROM,
    mailboxes: { dir: s.MAILBOXES_DIR ?? null, given: s.MAILBOXES },
    filesDir: s.FILES_DIR ?? join(s.DATA_DIR, 'files'),
    fileMegabytes: s.FILE_MEGABYTES,
    clamd: s.CLAMD ?? null,
    sealingKey: s.SEALING_KEY ?? null,
    oldSealingKey: s.SEALING_KEY_OLD ?? null,
    sealsDir: s.SEALS_DIR ?? null,
    openid: { hosts: s.OPENID_HOSTS, secretsDir: s.OPENID_SECRETS_DIR ?? null, secrets: s.OPENID_SECRETS },
    leakedPasswords: s.LEAKED_PASSWORDS ?? null,
    process: s.PROCESS,
    trustedProxies: s.TRUSTED_PROXIES,
    rescue: s.RESCUE ?? null,
    logLevel: s.LOG_LEVEL,
    demo: s.DEMO === '1',
  }
}

type InFile = { readonly name: string; readonly value?: string; readonly fault?: string }

function fromFile(name: (typeof secretSettings)[number], env: Readonly<Record<string, string | undefined>>): InFile {
  const path = env[`${name}_FILE`]
  if (!path) return { name }
  if (env[name]) return { name, fault: `  ${name}_FILE: ${name} is set too. Keep one of them.` }
  const cure = `It is a file that holds ${settings.shape[name].description}, and that this user may read.`
  try {
    const value = readFileSync(path, 'utf8').trim()
    return value === '' ? { name, fault: `  ${name}_FILE: ${path} is empty. ${cure}` } : { name, value }
  } catch (error) {
    return { name, fault: `  ${name}_FILE: ${path} cannot be read (${(error as NodeJS.ErrnoException).code}). ${cure}` }
  }
}

export const loopback: readonly string[] = ['127.0.0.1', '::1', 'localhost']
const plainHost = (address: string) => new URL(address).hostname.replace(/^\[|\]$/g, '')

const complaint = (issue: z.core.$ZodIssue): string => {
  const name = String(issue.path[0]) as keyof typeof settings.shape
  return `  ${name}: ${issue.message}. It is ${settings.shape[name].description}.`
}
