import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Database } from '../db/database.ts'
import { inOrganisations } from '../db/transaction.ts'
import { unavailable } from '../db/unavailable.ts'
import { clockwork } from '../kernel/actor.ts'
import type { Ctx, House } from '../kernel/ctx.ts'
import type { InOrganisation, Jobs, Sweep } from '../kernel/jobs.ts'
import { mailboxHandler } from '../modules/deviation/public.ts'
import { clamd, removalHandler, scanHandler } from '../modules/files/public.tsx'
import { type MailConfig, mailHandler, mailSweep, postTo, tell } from '../modules/messages/public.ts'
import { organisationsById } from '../modules/organisation/public.ts'
import { loadActor } from '../modules/people/public.ts'
import { taskSweep, vacancySweep } from '../modules/tasks/public.ts'
import { importHandler, importSweep } from '../register/import/jobs.ts'
import { importSteps } from './house.ts'

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
  await jobs.work('mailbox', mailboxHandler(inOrganisation, { mailboxes: house.mailboxes, vault: house.vault, sender: mail.from }))
  await jobs.work('file-removal', removalHandler(inOrganisation, house.vault))
  await jobs.work('import', importHandler(inOrganisation, actorToday, importSteps))
  const sweeps = [
    importSweep,
    taskSweep(tell),
    vacancySweep(tell),
    ...(mail.smtpUrl === null ? [] : [mailSweep]),
    ...(options.sweeps ?? []),
  ]
  const begun = new Map<string, number>()

  const sweep = async (one: Sweep) => {
    const now = clock()
    const last = begun.get(one.name)
    // A clock set back must not silence a sweep until it is where it was.
    const waits = last !== undefined && now.getTime() >= last && now.getTime() - last < (one.everyMs ?? 0)
    if (waits || stopping) return
    begun.set(one.name, now.getTime())
    const over = (organisationIds: readonly string[]) => one.run({ organisationIds, inOrganisation, now })
    const failed = (err: unknown) => {
      // Not after its whole pause: what it looks for waits already.
      begun.delete(one.name)
      log.error({ err, sweep: one.name }, 'A sweep did not finish. It is tried again.')
    }
    try {
      await over(await organisationIds(db))
    } catch (err) {
      failed(err)
      if (unavailable(err) !== null) return
      // What is wrong in one organisation keeps none of the others waiting. What the failed round did is found done.
      for (const id of await organisationIds(db)) await over([id]).catch(failed)
    }
  }
  const round = async () => {
    try {
      await alone(db, async (goOn) => {
        for (const one of sweeps) {
          await sweep(one)
          await goOn()
        }
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
export const clockworkIn =
  (db: Database, house: House, clock: () => Date): InOrganisation =>
  (organisationId, work) =>
    inOrganisations(db, [organisationId], async (tx) => {
      const organisation = (await organisationsById(tx, [organisationId])).get(organisationId)
      if (!organisation) throw new Error(`There is no organisation ${organisationId}.`)
      return work({ tx, actor: clockwork(organisationId, organisation.profileVersion), now: clock(), house })
    })

/** Work that somebody set going is done with the rights that they have when it is done. */
const actorToday = async ({ tx, actor, now }: Ctx, personId: string) => (await loadActor(tx, actor.organisationId, personId, now))?.actor

/** As the owner: no page may list them. */
const organisationIds = async (db: Database): Promise<readonly string[]> =>
  (await db.owner.selectFrom('organisation').select('id').orderBy('id').execute()).map((row) => row.id)

/** Longer than any round; a worker that died in its round keeps the others waiting no longer. */
const turnSeconds = 60

/**
 * One worker sweeps at a time, so that two do not ask for the same work; what each sweep does is safe without it. A turn that
 * lies ahead was taken while the clock was wrong, and counts for nothing. The embedded database has one process.
 */
async function alone(db: Database, work: (goOn: () => Promise<void>) => Promise<void>): Promise<void> {
  if (db.kind === 'pglite') return work(async () => {})
  const holder = randomUUID()
  const taken = await sql`
    insert into sweep_turn (name, holder, taken_at) values ('sweep', ${holder}, clock_timestamp())
    on conflict (name) do update set holder = excluded.holder, taken_at = excluded.taken_at
    where sweep_turn.taken_at not between clock_timestamp() - ${`${turnSeconds} s`}::interval and clock_timestamp() + interval '5 s'
    returning 1`.execute(db.owner)
  if (taken.rows.length === 0) return
  try {
    await work(async () => void (await sql`update sweep_turn set taken_at = clock_timestamp() where holder = ${holder}`.execute(db.owner)))
  } finally {
    await sql`delete from sweep_turn where holder = ${holder}`.execute(db.owner)
  }
}
