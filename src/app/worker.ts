import { sql } from 'kysely'
import type { Database } from '../db/database.ts'
import { inOrganisations } from '../db/transaction.ts'
import { clockwork } from '../kernel/actor.ts'
import type { House } from '../kernel/ctx.ts'
import type { InOrganisation, Jobs, Sweep } from '../kernel/jobs.ts'
import { clamd, removalHandler, scanHandler } from '../modules/files/public.tsx'
import { type MailConfig, mailHandler, mailSweep, postTo, tell } from '../modules/messages/public.ts'
import { organisationsById } from '../modules/organisation/public.ts'
import { taskSweep } from '../modules/tasks/public.ts'

export type WorkerLog = {
  readonly info: (text: string) => void
  readonly error: (details: { readonly err: unknown; readonly sweep?: string }, text: string) => void
}
export type WorkerOptions = {
  readonly clock: () => Date
  readonly mail: MailConfig
  readonly log: WorkerLog
  /** The scanner of files; null: none is set, and nothing waits for one. */
  readonly clamd?: string | null
  /** Besides reminders and mail: what the modules look for by the clock. */
  readonly sweeps?: readonly Sweep[]
  /** From the end of one round to the start of the next, in milliseconds. */
  readonly pauseMs?: number
}
export type Worker = {
  /** Begins no more, and waits for the round at work. */
  readonly stop: () => Promise<void>
}

/** What works without a page: sends the mail, and looks every 20 seconds for what has fallen due. Several may run at once. */
export async function startWorker(db: Database, jobs: Jobs, house: House, options: WorkerOptions): Promise<Worker> {
  const { clock, log, mail } = options
  const inOrganisation = clockworkIn(db, house, clock)
  if (mail.smtpUrl === null)
    log.info('No mail is sent, because no mail server is set. Mails wait in the outbox; notices are shown in Varde.')
  else await jobs.work('mail', mailHandler(inOrganisation, postTo(mail.smtpUrl, mail), mail.from))
  if (options.clamd) await jobs.work('scan', scanHandler(inOrganisation, house.vault, clamd(options.clamd)))
  await jobs.work('file-removal', removalHandler(inOrganisation, house.vault))
  const sweeps = [taskSweep(tell), ...(mail.smtpUrl === null ? [] : [mailSweep]), ...(options.sweeps ?? [])]
  const begun = new Map<string, number>()

  const sweep = async (one: Sweep) => {
    const now = clock()
    const last = begun.get(one.name)
    // A clock set back must not silence a sweep until it is where it was.
    const waits = last !== undefined && now.getTime() >= last && now.getTime() - last < (one.everyMs ?? 0)
    if (waits || stopping) return
    begun.set(one.name, now.getTime())
    try {
      await one.run({ organisationIds: await organisationIds(db), inOrganisation, now })
    } catch (err) {
      log.error({ err, sweep: one.name }, 'A sweep did not finish. It is tried again.')
    }
  }
  const round = async () => {
    try {
      await alone(db, async () => {
        for (const one of sweeps) await sweep(one)
      })
    } catch (err) {
      log.error({ err }, 'The database did not answer the worker. It is tried again.')
    }
  }

  let stopping = false
  let wake = () => {}
  const work = (async () => {
    while (!stopping) {
      await round()
      if (stopping) break
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, options.pauseMs ?? 20_000)
        wake = () => {
          clearTimeout(timer)
          resolve()
        }
      })
    }
  })()
  return {
    stop: async () => {
      stopping = true
      wake()
      await work
    },
  }
}

/** The clockwork holds no role and sees one organisation at a time. */
const clockworkIn =
  (db: Database, house: House, clock: () => Date): InOrganisation =>
  (organisationId, work) =>
    inOrganisations(db, [organisationId], async (tx) => {
      const organisation = (await organisationsById(tx, [organisationId])).get(organisationId)
      if (!organisation) throw new Error(`There is no organisation ${organisationId}.`)
      return work({ tx, actor: clockwork(organisationId, organisation.profileVersion), now: clock(), house })
    })

const organisationIds = async (db: Database): Promise<readonly string[]> =>
  (await db.web.selectFrom('organisation').select('id').orderBy('id').execute()).map((row) => row.id)

const sweepLock = 7_277_203

/**
 * One worker sweeps at a time, so that two do not ask for the same work; what each sweep does is safe without it. The lock
 * belongs to a connection, and is gone when its process is. The embedded database has one process and one connection.
 */
async function alone(db: Database, work: () => Promise<void>): Promise<void> {
  if (db.kind === 'pglite') return work()
  await db.owner.connection().execute(async (connection) => {
    const { rows } = await sql<{ mine: boolean }>`select pg_try_advisory_lock(${sweepLock}) as mine`.execute(connection)
    if (!rows[0]?.mine) return
    try {
      await work()
    } finally {
      await sql`select pg_advisory_unlock(${sweepLock})`.execute(connection)
    }
  })
}
