import { CompiledQuery } from 'kysely'
import { afterEach, describe, expect, test } from 'vitest'
import { describeDatabase } from '../../test/support/database.ts'
import { inOrganisations } from '../db/transaction.ts'
import { type Jobs, type JobsOptions, paced, type Queue, startJobs } from './jobs.ts'

const someone = '019ac000-0000-7000-8000-000000000001'
const settings: Queue = {
  retryLimit: 2,
  retryDelay: 1,
  retryBackoff: false,
  expireInSeconds: 30,
  retentionSeconds: 3600,
  deleteAfterSeconds: 3600,
}
const queues = { post: { ...settings, key: (data: object) => ('id' in data ? String(data.id) : '') }, plain: settings }

describe('Work in turns', () => {
  /** How many were done in each turn, of so many, where each takes so many milliseconds. */
  const turns = async (all: number, eachMs: (done: number) => number): Promise<readonly number[]> => {
    const done: number[] = []
    let [now, sum] = [0, 0]
    const turn = async (some: number) => {
      const these = Math.min(some, all - sum)
      now += these * eachMs(sum)
      sum += these
      done.push(these)
      return sum < all
    }
    await paced(turn, () => now)
    return done
  }

  test('takes more in a turn while it is quick, and keeps nobody waiting for more than a fifth of a second', async () => {
    expect(await turns(300, () => 1)).toEqual([5, 10, 20, 40, 80, 100, 45])
    expect(await turns(100, () => 10)).toEqual([5, 10, 20, 20, 20, 20, 5])
    expect(await turns(12, () => 1_000)).toEqual([5, 5, 2])
    // What becomes slow on the way is done in smaller turns.
    expect(await turns(85, (done) => (done < 35 ? 2 : 20))).toEqual([5, 10, 20, 40, 10])
    expect(await turns(0, () => 1)).toEqual([0])
  })
})

describeDatabase('The queue', (db) => {
  const open: Jobs[] = []
  afterEach(async () => {
    for (const jobs of open.splice(0)) await jobs.stop()
  })
  const start = async (options: JobsOptions = {}) => {
    const jobs = await startJobs(db(), { queues, pollSeconds: 0.5, ...options })
    open.push(jobs)
    return jobs
  }
  const put = (jobs: Jobs, queue: string, ...all: readonly object[]) =>
    inOrganisations(db(), [someone], async (tx) => {
      for (const data of all) await jobs.enqueue(tx, queue, data)
    })
  const until = async (done: () => boolean, withinMs = 10_000) => {
    for (const end = performance.now() + withinMs; !done(); ) {
      if (performance.now() > end) throw new Error('It did not come.')
      await new Promise((resolve) => setTimeout(resolve, 25))
    }
  }

  test('a job is there if, and only if, the transaction that made it is', async () => {
    const jobs = await start()
    const seen: unknown[] = []
    await put(jobs, 'plain', { n: 1 })
    const undone = inOrganisations(db(), [someone], async (tx) => {
      await jobs.enqueue(tx, 'plain', { n: 2 })
      throw new Error('undone')
    })
    await expect(undone).rejects.toThrow('undone')
    await put(jobs, 'plain', { n: 3 })
    await jobs.work('plain', async (data) => void seen.push(data.n))
    await until(() => seen.length === 2)
    await new Promise((resolve) => setTimeout(resolve, 700))
    expect(seen.sort()).toEqual([1, 3])
  })

  test('jobs with one key are one job, until it is done', async () => {
    const jobs = await start()
    const seen: unknown[] = []
    await put(jobs, 'post', { id: 'a' }, { id: 'a' }, { id: 'b' })
    await put(jobs, 'post', { id: 'a' })
    await jobs.work('post', async (data) => void seen.push(data.id))
    await until(() => seen.length === 2)
    expect(seen.sort()).toEqual(['a', 'b'])
    await new Promise((resolve) => setTimeout(resolve, 300))
    await put(jobs, 'post', { id: 'a' })
    await until(() => seen.length === 3)
  })

  test('a job that fails is tried again, knows its last try, and rests with the dead afterwards', async () => {
    const jobs = await start()
    const tries: unknown[] = []
    await put(jobs, 'plain', { poison: true }, { poison: false })
    let healthy = 0
    await jobs.work('plain', async (data, attempt) => {
      if (!data.poison) {
        healthy++
        return
      }
      tries.push(attempt)
      throw Object.assign(new Error('secret words'), { code: 'E42' })
    })
    await until(() => tries.length === 3, 15_000)
    expect(tries).toEqual([
      { number: 1, last: false },
      { number: 2, last: false },
      { number: 3, last: true },
    ])
    expect(healthy).toBe(1)
    const dead = async () => {
      const connection = await db().pools.owner.connect()
      try {
        return (
          await connection.query<{ data: unknown; output: unknown }>(`select data, output::text from pgboss.job where name = 'dead'`, [])
        ).rows
      } finally {
        connection.release()
      }
    }
    await expect.poll(dead, { timeout: 5_000 }).toMatchObject([{ data: { poison: true } }])
    expect(JSON.stringify(await dead())).not.toContain('secret words')
  }, 30_000)

  test('jobs whose times lie days ahead, set while the clock of the database was wrong, are done now; a retry keeps its pause', async () => {
    const jobs = await start()
    const seen: unknown[] = []
    await put(jobs, 'plain', { n: 'late' }, { n: 'lost' }, { n: 'paused' })
    const wrong = async (text: string) => {
      const connection = await db().pools.owner.connect()
      try {
        await connection.query(text, [])
      } finally {
        connection.release()
      }
    }
    await wrong(`update pgboss.job set start_after = now() + interval '3 days' where data->>'n' = 'late'`)
    await wrong(`update pgboss.job set state = 'active', started_on = now() + interval '3 days', heartbeat_seconds = 1,
      heartbeat_on = now() + interval '3 days' where data->>'n' = 'lost'`)
    await wrong(`update pgboss.job set start_after = now() + interval '50 s' where data->>'n' = 'paused'`)
    await wrong(`update pgboss.queue set monitor_on = now() + interval '3 days', monitor_claim_on = now() + interval '3 days'`)
    await jobs.work('plain', async (data) => void seen.push(data.n))
    await until(() => seen.length === 2, 40_000)
    expect(seen.sort()).toEqual(['late', 'lost'])
  }, 60_000)

  test('what a process that only puts jobs in has put, another that works fetches', async () => {
    const web = await start()
    await put(web, 'plain', { from: 'web' })
    const worker = await start()
    const seen: unknown[] = []
    await worker.work('plain', async (data) => void seen.push(data.from))
    await until(() => seen.length === 1)
    expect(seen).toEqual(['web'])
  })

  test('the web role may put a job in, and neither take, change nor delete one', async () => {
    const jobs = await start()
    await put(jobs, 'plain', { n: 1 })
    const asWeb = (text: string) => inOrganisations(db(), [someone], (tx) => tx.executeQuery(CompiledQuery.raw(text)))
    for (const text of [
      'update pgboss.job set data = null',
      'delete from pgboss.job',
      'update pgboss.queue set retry_limit = 0',
      'drop table pgboss.job',
    ])
      await expect(asWeb(text)).rejects.toThrow(/permission denied|must be owner/)
    await jobs.work('plain', async () => {})
  })

  test('starts again on what is there, and two at once', async () => {
    const errors: Error[] = []
    const onError = (error: Error) => void errors.push(error)
    await Promise.all([start({ onError }), start({ onError })])
    await start({ onError, queues: { ...queues, plain: { ...settings, retryLimit: 7 } } })
    const connection = await db().pools.owner.connect()
    const { rows } = await connection.query<{ retry_limit: number }>(`select retry_limit from pgboss.queue where name = 'plain'`, [])
    connection.release()
    expect(rows).toEqual([{ retry_limit: 7 }])
    expect(errors).toEqual([])
  })
})

describe('The queues', () => {
  test('each has an end to its tries, its time and its keeping', async () => {
    const { queues: ours } = await import('./jobs.ts')
    for (const queue of Object.values(ours)) {
      expect(queue).toMatchObject({
        retryLimit: expect.any(Number),
        expireInSeconds: expect.any(Number),
        retentionSeconds: expect.any(Number),
        deleteAfterSeconds: expect.any(Number),
      })
    }
  })
})
