import { sql } from 'kysely'
import { houseOf } from '../src/app/start.ts'
import { openDatabase } from '../src/db/database.ts'
import { migrate } from '../src/db/migrate.ts'
import { inOrganisations } from '../src/db/transaction.ts'
import type { Ctx } from '../src/kernel/ctx.ts'
import { startJobs } from '../src/kernel/jobs.ts'
import { findsCases } from '../src/modules/deviation/overview/queries-found.ts'
import { listedCases } from '../src/modules/deviation/overview/queries-list.ts'
import { noFilter } from '../src/modules/deviation/overview/worklist.ts'
import { loadActor } from '../src/modules/people/public.ts'
import { startPostgres } from '../test/support/postgres.ts'
import { seed } from './data.ts'
import { median } from './load.ts'

// tsx bench/search.ts 100000: what a search costs among so many cases of one organisation, as the role that serves the pages, beside what it cost
// when every row was read. Milliseconds, the median of some turns.
const cases = Number(process.argv[2] ?? 100_000)
const turns = 15
const now = new Date()

const postgres = await startPostgres({ durable: false })
try {
  const db = await openDatabase({ url: postgres.url, dataDir: null, poolSize: 2, waitMs: 10_000, statementMs: 3_600_000 } as never)
  await migrate(db)
  const jobs = await startJobs(db)
  const house = houseOf({ baseUrl: null, demo: false, host: '127.0.0.1', port: 0 }, Buffer.alloc(32, 7), jobs)
  const began = performance.now()
  const [first] = await seed(db, house, 1, cases, now)
  if (!first) throw new Error('nothing was seeded')
  const seededIn = Math.round(performance.now() - began)
  await sql`vacuum analyze deviation, word_index`.execute(db.owner)
  const size = await sql<{ size: string }>`select pg_size_pretty(pg_total_relation_size('word_index')) as size`.execute(db.owner)

  const as = async <T>(work: (ctx: Ctx) => Promise<T>): Promise<T> =>
    inOrganisations(db, [first.organisationId], async (tx) => {
      const signed = await loadActor(tx, first.organisationId, first.handlerId, now)
      if (!signed) throw new Error('nobody')
      return work({ tx, actor: signed.actor, now, house })
    })
  const timed = (work: (ctx: Ctx) => Promise<unknown>, most = turns) =>
    as(async (ctx) => {
      await sql`set local statement_timeout = 0`.execute(ctx.tx)
      const times: number[] = []
      for (let turn = 0; turn < most + most / 3; turn++) {
        const from = performance.now()
        await work(ctx)
        if (turn >= most / 3) times.push(performance.now() - from)
      }
      return Math.round(median(times) * 100) / 100
    })

  const listed = (words: string) => async (ctx: Ctx) => {
    const { seen } = await listedCases(ctx, { ...noFilter, search: { words, sealed: '' } })
    return sql`select d.id from deviation d where ${seen} order by d.year desc, d.number desc limit 51`.execute(ctx.tx)
  }
  const before = (words: string, isNumber: boolean) => async (ctx: Ctx) =>
    sql`select d.id from deviation d where d.organisation_id = ${ctx.actor.organisationId} and d.access_roles && ${[...ctx.actor.roles]}::text[]
      and d.status <> 'draft' and (starts_with(lower(d.external_reference), ${words.toLowerCase()})
        ${isNumber ? sql`or d.number = ${Number(words)}` : sql``} or (position(${words} in varde_fold(d.what_happened)) > 0
          or exists (select from deviation_handling n where n.organisation_id = d.organisation_id and n.deviation_id = d.id and position(${words} in varde_fold(n.short_name)) > 0)))
      order by d.year desc, d.number desc limit 51`.execute(ctx.tx)

  const searches = {
    number: ['4711', true],
    reference: ['sak-4711', false],
    'word in one of a thousand': ['kode471', false],
    'word in one of ten': ['gruppe7', false],
    'word that nothing has': ['finsikkje', false],
  } as const
  const figures: Record<string, unknown> = { cases, seededIn, index: size.rows[0]?.size }
  for (const [name, [words, isNumber]] of Object.entries(searches))
    figures[name] = {
      before: await timed(before(words, isNumber), 1),
      list: await timed(listed(words)),
      anywhere: await timed((ctx) => findsCases(ctx, words, 'nb', 6)),
    }
  process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`)
  await jobs.stop()
  await db.close()
} finally {
  await postgres.stop()
}
