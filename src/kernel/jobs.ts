import { CompiledQuery, type PostgresPool } from 'kysely'
import { PgBoss, type QueueOptions } from 'pg-boss'
import { nobody } from './actor.ts'
import type { Ctx, Tx } from './ctx.ts'

/** Which try this is (the first is 1), and whether the queue gives up after it. */
export type Attempt = { readonly number: number; readonly last: boolean }
export type Handler = (data: Readonly<Record<string, unknown>>, attempt: Attempt) => Promise<void>

export type Jobs = {
  /** Puts a job in the queue inside the caller's transaction. The queue must be one of `queues`. */
  readonly enqueue: (tx: Tx, queue: string, data: object) => Promise<void>
  /** Begins to work a queue in this process, and to look after the queues. A handler that throws is tried again later. */
  readonly work: (queue: string, handler: Handler) => Promise<void>
  /** Waits for the handlers at work, at most ten seconds; what they do not finish is tried again by another. */
  readonly stop: () => Promise<void>
}

/** One transaction inside one organisation, with the clockwork as the actor. Never one inside another. */
export type InOrganisation = <T>(organisationId: string, work: (ctx: Ctx) => Promise<T>) => Promise<T>
/** Work that falls due by the clock: found by asking, not by waiting, so that a restart loses none of it. */
export type SweepRound = { readonly organisationIds: readonly string[]; readonly inOrganisation: InOrganisation; readonly now: Date }
export type Sweep = {
  readonly name: string
  /** Longest time between two rounds; without it, every round of the worker. */
  readonly everyMs?: number
  readonly run: (round: SweepRound) => Promise<void>
}

/**
 * Goes through records of each organisation, some a transaction, from one id to the next: a restart begins again, and finds done what is
 * done. `batch`: does at most `size` of those after an id, and answers their ids.
 */
export async function inBatches(
  { organisationIds, inOrganisation }: SweepRound,
  size: number,
  batch: (ctx: Ctx, after: string) => Promise<readonly string[]>,
): Promise<void> {
  for (const organisationId of organisationIds) {
    for (let after: string | undefined = nobody; after !== undefined; ) {
      const begins: string = after
      const ids = await inOrganisation(organisationId, (ctx) => batch(ctx, begins))
      after = ids.length < size ? undefined : ids.at(-1)
    }
  }
}

/**
 * Does work in turns until none is left, each in a transaction of `some`: as many as go in a fifth of a second, since the others wait
 * meanwhile, who edit the same register or have the embedded database's one connection to share.
 */
export async function paced(turn: (some: number) => Promise<boolean>, clock: () => number = () => performance.now()): Promise<void> {
  for (let some = fewest, left = true; left; ) {
    const began = clock()
    left = await turn(some)
    const fits = (some * turnMs) / Math.max(1, clock() - began)
    some = Math.max(fewest, Math.min(some * 2, Math.floor(fits), mostATurn))
  }
}
const fewest = 5
const mostATurn = 100
const turnMs = 200

/** `key`: jobs with the same key are one job for as long as it waits or runs. Times in seconds. */
export type Queue = QueueOptions & { readonly key?: (data: object) => string }

const day = 86_400

const aFile = {
  key: (data: object) => ('id' in data ? String(data.id) : ''),
  heartbeatSeconds: 10,
  retentionSeconds: 3 * day,
  deleteAfterSeconds: day,
}

/**
 * A mail is tried again after 5 seconds, 10, 20 … and then each quarter of an hour, for about a day. A job whose worker
 * died is found by its missing heartbeat and begun again within half a minute. What nobody fetched in three days is given up.
 */
export const queues: Readonly<Record<string, Queue>> = {
  mail: {
    key: (data) => ('id' in data ? String(data.id) : ''),
    retryLimit: 100,
    retryDelay: 5,
    retryBackoff: true,
    retryDelayMax: 900,
    expireInSeconds: 180,
    heartbeatSeconds: 10,
    retentionSeconds: 3 * day,
    deleteAfterSeconds: day,
  },
  // A scanner that is down is asked again each few minutes, for a day; the sweep brings back what waits longer.
  scan: { ...aFile, retryLimit: 300, retryDelay: 10, retryBackoff: true, retryDelayMax: 300, expireInSeconds: 180 },
  // Some rows a transaction: a try that breaks off goes on where the one before it was.
  import: { ...aFile, retryLimit: 5, retryDelay: 2, retryBackoff: true, retryDelayMax: 60, expireInSeconds: 900 },
  // One reader of each mailbox at a time. What it did not come to, the next round does.
  mailbox: {
    key: (data) => ('organisationId' in data ? String(data.organisationId) : ''),
    retryLimit: 0,
    expireInSeconds: 300,
    heartbeatSeconds: 10,
    retentionSeconds: 3600,
    deleteAfterSeconds: 3600,
  },
  'file-removal': { ...aFile, retryLimit: 100, retryDelay: 10, retryBackoff: true, retryDelayMax: 900, expireInSeconds: 60 },
}

/** Jobs that no attempt could do end here, and are kept for a month. */
const deadQueue = 'dead'
const dead: QueueOptions = { retryLimit: 0, retentionSeconds: 30 * day, deleteAfterSeconds: 30 * day }

export type JobsDatabase = { readonly kind: 'pglite' | 'postgres'; readonly pools: { readonly owner: PostgresPool } }
export type JobsOptions = {
  readonly queues?: Readonly<Record<string, Queue>>
  /** How often a worker looks for jobs, in seconds; at least 0.5. */
  readonly pollSeconds?: number
  /** Told what went wrong in the queue's own work. It goes on by itself. */
  readonly onError?: (error: Error) => void
}

/**
 * Opens the queue (pg-boss, schema `pgboss`), making or mending its tables as their owner. The web role may only put jobs
 * in; taking them out is done on the owner's connections. A process that never calls `work` looks after nothing.
 */
export async function startJobs(db: JobsDatabase, options: JobsOptions = {}): Promise<Jobs> {
  const defined = options.queues ?? queues
  const owner = { executeSql: (text: string, values?: unknown[]) => asOwner(db, text, values) }
  const boss = new PgBoss({
    db: owner,
    schema: 'pgboss',
    backend: db.kind,
    schedule: false,
    supervise: false,
    // Below the pause between our calls: pg-boss skips a call that comes a moment early.
    monitorIntervalSeconds: superviseMs / 1000 - 1,
    maintenanceIntervalSeconds: 3600,
    // Rebuilding indexes is the operator's, who sees what else runs.
    reindex: false,
    monitorVacuum: false,
  })
  boss.on('error', (error) => (options.onError ?? console.error)(error))
  await boss.start()
  await makeQueues(boss, defined)
  await owner.executeSql(grants)

  let supervision: ReturnType<typeof setInterval> | undefined
  return {
    enqueue: async (tx, queue, data) => {
      const key = defined[queue]?.key?.(data)
      await boss.send(queue, data, { ...(key && { singletonKey: key }), db: inside(tx) })
    },
    work: async (queue, handler) => {
      const look = async () => {
        await owner.executeSql(mendTimes(defined))
        await boss.supervise()
      }
      supervision ??= setInterval(() => void look().catch((error) => boss.emit('error', error)), superviseMs)
      const each = {
        batchSize,
        perJobResults: true,
        includeMetadata: true,
        burstWhenBatchFull: true,
        pollingIntervalSeconds: options.pollSeconds ?? 1,
      } as const
      await boss.work<Readonly<Record<string, unknown>>, unknown, typeof each>(queue, each, (jobs) =>
        Promise.all(
          jobs.map(async ({ id, data, retryCount, retryLimit }) => {
            try {
              await handler(data, { number: retryCount + 1, last: retryCount >= retryLimit })
              return { id, status: 'completed' as const }
            } catch (error) {
              // The queue keeps what went wrong: a code where there is one, never what a server answered about a person.
              return { id, status: 'failed' as const, output: { code: codeOf(error) } }
            }
          }),
        ),
      )
    },
    stop: async () => {
      clearInterval(supervision)
      await boss.stop({ graceful: true, timeout: 10_000 })
    },
  }
}

const superviseMs = 5_000
const batchSize = 5

/**
 * The queue counts by the database's clock. When that clock has been wrong for a moment, what was written then lies days ahead, and
 * would wait for them: a time further ahead than the queue itself ever sets is a mistake, and means now.
 */
const mendTimes = (defined: Readonly<Record<string, Queue>>): string => {
  const longest = Math.max(60, ...Object.values(defined).map((queue) => queue.retryDelayMax ?? (queue.retryDelay ?? 0) * 2)) + 60
  return `begin;
    set local lock_timeout = '1s';
    update pgboss.job set start_after = now() where state in ('created', 'retry') and start_after > now() + interval '${longest} s';
    update pgboss.job set started_on = least(started_on, now()), heartbeat_on = least(heartbeat_on, now())
      where state = 'active' and greatest(started_on, heartbeat_on) > now() + interval '10 s';
    update pgboss.queue set monitor_on = null, monitor_claim_on = null, maintain_on = null
      where greatest(monitor_on, monitor_claim_on, maintain_on) > now() + interval '10 s';
    update pgboss.version set monitor_backoff_on = null where monitor_backoff_on > now() + interval '1 hour';
    commit`
}

async function makeQueues(boss: PgBoss, defined: Readonly<Record<string, Queue>>): Promise<void> {
  const named = { [deadQueue]: dead, ...defined }
  for (const [name, { key, ...settings }] of Object.entries<Queue>(named)) {
    const toDead = name === deadQueue ? {} : { deadLetter: deadQueue }
    await boss.createQueue(name, { ...settings, ...toDead, policy: key ? 'exclusive' : 'standard' })
    // A queue made by an older version keeps its settings until told.
    await boss.updateQueue(name, { ...settings, ...toDead })
    // Lets pg-boss learn the queue now: inside a transaction it could not ask.
    await boss.findJobs(name, { id: '00000000-0000-0000-0000-000000000000' })
  }
}

// Two processes that start at once must not grant at once: PostgreSQL then says "tuple concurrently updated".
const grants = `begin;
  select pg_advisory_xact_lock(7277202);
  grant usage on schema pgboss to varde_web;
  grant select, insert on all tables in schema pgboss to varde_web;
  grant execute on all functions in schema pgboss to varde_web;
  commit`

/** pg-boss sends whole transactions as one text: one that breaks off must not leave the connection inside it. */
async function asOwner(db: JobsDatabase, text: string, values?: unknown[]): Promise<{ rows: unknown[] }> {
  const connection = await db.pools.owner.connect()
  try {
    return await connection.query(text, values ?? [])
  } catch (error) {
    await connection.query('rollback', []).catch(() => {})
    throw error
  } finally {
    connection.release()
  }
}

const inside = (tx: Tx) => ({
  executeSql: async (text: string, values?: unknown[]) => {
    const { rows } = await tx.executeQuery(CompiledQuery.raw(text, values))
    return { rows }
  },
})

const codeOf = (error: unknown): string => {
  const { code, name } = (error ?? {}) as { readonly code?: unknown; readonly name?: unknown }
  return typeof code === 'string' ? code : typeof name === 'string' ? name : 'unknown'
}
