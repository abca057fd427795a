import { log } from '../../src/app/modules.ts'
import { houseOf } from '../../src/app/start.ts'
import type { Database } from '../../src/db/database.ts'
import { type Fill, seedDemo } from '../../src/db/seed/demo.ts'
import { fillSystems } from '../../src/db/seed/fill.ts'
import { inOrganisations } from '../../src/db/transaction.ts'
import { DatabaseBusy } from '../../src/db/unavailable.ts'
import type { House } from '../../src/kernel/ctx.ts'
import { type Jobs, startJobs } from '../../src/kernel/jobs.ts'
import { locales } from '../../src/kernel/texts.ts'

// The four example organisations as the tests of pages and commands have them: made once a run, and copied with the database.

/** When a test begins, unless it says another time. */
export const exampleNow = new Date('2026-03-02T08:00:00Z')
export const exampleFills: readonly Fill[] = [fillSystems]

/** The surroundings of a test: what is sealed with this key is read by every test. */
export const houseForTests = (jobs: Jobs): House =>
  worded(
    houseOf(
      { baseUrl: null, demo: true, host: '127.0.0.1', port: 3000, smtpUrl: 'smtp://127.0.0.1:25', openid: providersHere },
      Buffer.alloc(32, 7),
      jobs,
    ),
  )

/**
 * S4-024: whatever a test lets happen has words in every language and a kind. A type that is put together of two words is seen here, and by
 * nothing that reads the code.
 */
export const worded = (house: House): House => ({
  ...house,
  react: (ctx, subject, events) => {
    const bare = events.map(({ type }) => type).filter((type) => !kinds.has(type) || locales.some((locale) => !log.hasWords(type, locale)))
    if (bare.length > 0) throw new Error(`recorded, and without words or kind in the log: ${bare.join(', ')}`)
    return house.react(ctx, subject, events)
  },
})
const kinds: ReadonlySet<string> = new Set(log.groups('nb').flatMap(({ options }) => options.flatMap(({ value }) => log.typesOf(value))))
/** Providers of sign-in on this machine, without TLS. */
const providersHere = { hosts: [], secretsDir: null, secrets: {}, insecure: true } as const

/** Makes them where there are none. */
export const seedExample = (db: Database, house: House, now: Date, fills: readonly Fill[]): Promise<void> =>
  inOrganisations(db, [], (tx) => seedDemo({ tx, now, house }, fills))

/**
 * The queue of a test. It looks for work by itself, and the embedded database has one connection: where a test has it for long, the queue
 * comes again, and that is no fault of the test. Any other fault is.
 */
export const jobsForTests = (db: Database): Promise<Jobs> =>
  startJobs(db, {
    onError: (error) => {
      if (!(error instanceof DatabaseBusy)) console.error(error)
    },
  })

/** All of it, and nothing left running. */
export async function makeExample(db: Database): Promise<void> {
  const jobs = await jobsForTests(db)
  // Just before a test begins: ids are in the order of their time, and what a test writes comes after what it found.
  await seedExample(db, houseForTests(jobs), new Date(exampleNow.getTime() - 1), exampleFills)
  await jobs.stop()
}
