import type { Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import type { Hono } from 'hono'
import type { Logger } from 'pino'
import { type Database, openDatabase } from '../db/database.ts'
import { migrate } from '../db/migrate.ts'
import { seedDemo } from '../db/seed/demo.ts'
import { fillCases, fillSystems } from '../db/seed/fill.ts'
import { fillAccess } from '../db/seed/fill-access.ts'
import { fillAgreements } from '../db/seed/fill-agreements.ts'
import { fillCameras } from '../db/seed/fill-cameras.ts'
import { fillDelegations } from '../db/seed/fill-delegations.ts'
import { fillDpia } from '../db/seed/fill-dpia.ts'
import { fillEquipment } from '../db/seed/fill-equipment.ts'
import { fillEthics } from '../db/seed/fill-ethics.ts'
import { fillGuidance } from '../db/seed/fill-guidance.ts'
import { fillProcessing } from '../db/seed/fill-processing.ts'
import { fillQuestionnaire } from '../db/seed/fill-questionnaire.ts'
import { fillRecordings } from '../db/seed/fill-recordings.ts'
import { fillRights } from '../db/seed/fill-rights.ts'
import { fillRisks } from '../db/seed/fill-risks.ts'
import { fillTraining } from '../db/seed/fill-training.ts'
import { fillYear } from '../db/seed/fill-year.ts'
import { inOrganisations } from '../db/transaction.ts'
import type { Ctx, House } from '../kernel/ctx.ts'
import { mailboxes } from '../kernel/imap.ts'
import { type Jobs, startJobs } from '../kernel/jobs.ts'
import { leakedIn, nothingLeaked } from '../kernel/leaked.ts'
import { openId } from '../kernel/openid.ts'
import type { Masters } from '../kernel/sealed.ts'
import { folderVault } from '../kernel/vault.ts'
import { carrySweep } from '../modules/audit/public.ts'
import { isMarkedDemo, openSetup, rescue } from '../modules/identity/public.ts'
import type { Config } from './config.ts'
import { securityHeaders } from './headers.ts'
import { between } from './house.ts'
import { modules, sealedPlaces } from './modules.ts'
import { resealSweep } from './reseal.ts'
import { server } from './server.ts'
import { houseKey, mastersOf } from './store-sealing-key.ts'
import { answerUnreadable } from './unreadable.ts'
import { startWorker, type Worker } from './worker.ts'

/** `setup`: the address that sets the installation up, while nobody has. */
export type Running = { readonly url: string; readonly setup: string | null; readonly house: House; readonly stop: () => Promise<void> }

/** Opens the database, brings it up to date, and starts web, worker or both. Throws with a cure when it cannot. */
export async function start(config: Config, clock: () => Date, log: Logger): Promise<Running> {
  const db = await open(config, (error) => log.warn({ message: error.message }, 'a database connection was lost'))
  try {
    await migrate(db, { log: (line) => log.info(line) })
    return await startOn(db, config, clock, log)
  } catch (error) {
    await db.close()
    throw error
  }
}

/** The database alone, for a command: nothing is migrated and nothing is served. */
export const openFor = (config: Config): Promise<Database> => open(config, () => {}, 'varde command')

const open = (config: Config, onConnectionError: (error: Error) => void, name?: string): Promise<Database> =>
  openDatabase({
    url: config.databaseUrl,
    webUrl: config.databaseWebUrl,
    pooled: config.pooled,
    dataDir: config.databaseUrl ? null : config.dataDir,
    poolSize: config.poolSize,
    onConnectionError,
    ...(name ? { name } : {}),
  })

/** A new link for whoever has no other way in: nothing is served. Throws when no account has the address. */
export async function rescueAccount(config: Config, address: string, now: Date): Promise<string> {
  const db = await open(config, () => {})
  try {
    await migrate(db, {})
    const masters = await mastersOf(config, db)
    const house = houseOf(config, await houseKey(db, masters), { enqueue: async () => {} }, masters)
    const path = await inOrganisations(db, [], (tx) => rescue({ tx, now, house }, address))
    if (!path) throw new Error('No open account has this e-mail address. Write it as it stands on the sign-in page.')
    return `${house.baseUrl}${path}`
  } finally {
    await db.close()
  }
}

async function startOn(db: Database, config: Config, clock: () => Date, log: Logger): Promise<Running> {
  const jobs = await startJobs(db, { onError: (error) => log.error(queueFault(error), 'the job queue had an error') })
  const masters = await mastersOf(config, db)
  const house = houseOf(config, await houseKey(db, masters), jobs, masters)
  // A file that is none is told of now, and not to whoever chooses a password.
  await house.leaked('')
  const example = async (ctx: Omit<Ctx, 'actor'>) => {
    await seedDemo(ctx, [
      fillSystems,
      fillProcessing,
      fillAgreements,
      fillRisks,
      fillDpia,
      fillRights,
      fillCameras,
      fillRecordings,
      fillGuidance,
      fillQuestionnaire,
      fillTraining,
      fillYear,
      // Before the employments: whoever leaves has their card to hand in.
      fillEquipment,
      fillAccess,
      fillDelegations,
      fillEthics,
      fillCases,
    ])
    house.demo = true
  }
  if (config.demo) await inOrganisations(db, [], (tx) => example({ tx, now: clock(), house }))
  else house.demo = await inOrganisations(db, [], isMarkedDemo)
  const worker =
    config.process === 'web'
      ? null
      : await startWorker(db, jobs, house, {
          clock,
          mail: { smtpUrl: demoMail(config), from: config.mailFrom },
          log,
          sweeps: [
            ...modules.flatMap((module) => module.sweeps?.(house.vault) ?? []),
            ...(config.sealsDir ? [carrySweep(config.sealsDir)] : []),
            resealSweep(sealedPlaces),
          ],
          clamd: config.clamd,
        })
  if (config.process === 'worker') return { url: '', setup: null, house, stop: () => stop(null, worker, jobs, db) }

  const parts = { db, house, example, clock, log, trustedProxies: config.trustedProxies, origins: new Set([house.baseUrl]) }
  const { listening, port } = await listen(server(parts), config)
  const address = `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`
  parts.origins.add(address)
  parts.origins.add(`http://localhost:${port}`)
  log.info(`Varde listens on ${address}`)
  const setup = config.demo ? null : await openSetup(db, clock())
  return { url: address, setup: setup && `${config.baseUrl ?? address}${setup}`, house, stop: () => stop(listening, worker, jobs, db) }
}

/** What went wrong in the queue, for the log: never what the job held, though jobs hold ids only. */
export const queueFault = (error: unknown): { readonly type: string; readonly code: string | null; readonly message: string } => {
  const { name, code, message } = (error ?? {}) as { readonly name?: unknown; readonly code?: unknown; readonly message?: unknown }
  return { type: typeof name === 'string' ? name : 'unknown', code: typeof code === 'string' ? code : null, message: String(message ?? '') }
}

export const houseOf = (
  config: Pick<Config, 'baseUrl' | 'demo' | 'host' | 'port'> &
    Partial<Pick<Config, 'filesDir' | 'fileMegabytes' | 'clamd' | 'openid' | 'smtpUrl' | 'process' | 'leakedPasswords' | 'mailboxes'>>,
  key: Uint8Array,
  jobs: Pick<Jobs, 'enqueue'>,
  masters: Masters = { newest: key, older: [] },
): Changeable<House> => ({
  baseUrl: config.baseUrl ?? `http://${config.host}:${config.port}`,
  demo: config.demo,
  // Pages in a process of their own are not told of the mail server: the process that works has it.
  mails: config.process === 'web' || demoMail(config) !== null,
  houseKey: key,
  masters,
  enqueue: jobs.enqueue,
  ...between,
  vault: folderVault(config.filesDir ?? join(tmpdir(), 'varde-files')),
  uploads: { bytes: (config.fileMegabytes ?? 50) * 1_048_576, files: 20 },
  scans: config.clamd !== null && config.clamd !== undefined,
  // Invented people have no mailbox.
  mailboxes: mailboxes((config.demo ? null : config.mailboxes) ?? { dir: null, given: {} }),
  openid: openId(config.openid ?? { hosts: [], secretsDir: null, secrets: {} }),
  leaked: config.leakedPasswords ? leakedIn(config.leakedPasswords) : nothingLeaked,
})

/** The house learns it is a demo when somebody chooses the example data at set-up. */
type Changeable<T> = { -readonly [K in keyof T]: T[K] }

/** Invented people have invented addresses: the demo sends no mail off this machine. */
const demoMail = ({ smtpUrl, demo }: Pick<Config, 'demo'> & Partial<Pick<Config, 'smtpUrl'>>): string | null =>
  smtpUrl && (!demo || ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(smtpUrl).hostname)) ? smtpUrl : null

const listen = (app: Hono, config: Config): Promise<{ readonly listening: Server; readonly port: number }> =>
  new Promise((resolve, reject) => {
    const listening = serve({ fetch: app.fetch, hostname: config.host, port: config.port }, (info) =>
      resolve({ listening, port: info.port }),
    ) as Server
    // A client that dribbles its request must not hold a place for ever (G-26).
    listening.headersTimeout = 10_000
    // Files may take long; other forms have a limit of their own (server.ts).
    listening.requestTimeout = 600_000
    listening.keepAliveTimeout = 20_000
    answerUnreadable(listening, securityHeaders(config.baseUrl?.startsWith('https:') ?? false))
    listening.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new Error(`Port ${config.port} is in use. Stop what uses it, or set PORT to another.`) : error),
    )
  })

/** Answers what has begun, takes nothing new, and closes the database last. */
async function stop(listening: Server | null, worker: Worker | null, jobs: Jobs, db: Database): Promise<void> {
  if (listening) {
    listening.closeIdleConnections()
    await new Promise<void>((resolve) => {
      listening.close(() => resolve())
      setTimeout(() => listening.closeAllConnections(), 5_000).unref()
    })
  }
  await worker?.stop()
  await jobs.stop()
  await db.close()
}
