import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Config, readConfig } from '../../src/app/config.ts'
import { runErrand } from '../../src/app/errands/errands.ts'
import { type Database, openDatabase } from '../../src/db/database.ts'
import { migrate } from '../../src/db/migrate.ts'
import { inOrganisations } from '../../src/db/transaction.ts'
import { clockwork } from '../../src/kernel/actor.ts'
import { sealWaiting } from '../../src/modules/audit/commands.ts'
import { houseForTests, makeExample } from './example.ts'

/** The key of `houseForTests`. */
export const testKey = '07'.repeat(32)

/** Settings as an operator writes them, in a data folder of one's own that goes when `remove` is called. */
export function installationOf(env: Readonly<Record<string, string>> = {}): {
  readonly config: Config
  readonly folder: string
  readonly remove: () => void
} {
  const folder = mkdtempSync(join(tmpdir(), 'varde-errand-'))
  return {
    config: readConfig({ DATA_DIR: join(folder, 'data'), SEALING_KEY: testKey, ...env }),
    folder,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** Opens the database as a start does: migrated, and closed again. */
export async function opened<T>(config: Config, work: (db: Database) => Promise<T>, waitMs = 20_000): Promise<T> {
  const db = await openDatabase({
    url: config.databaseUrl,
    webUrl: config.databaseWebUrl,
    dataDir: config.databaseUrl ? null : config.dataDir,
    poolSize: 4,
    waitMs,
  })
  try {
    await migrate(db)
    return await work(db)
  } finally {
    await db.close()
  }
}

/** The four example organisations, with their logs sealed. */
export const filled = (config: Config): Promise<void> =>
  opened(config, async (db) => {
    await makeExample(db)
    await sealAll(db, new Date('2026-03-04T08:00:00Z'))
  })

export async function sealAll(db: Database, now: Date): Promise<void> {
  const house = houseForTests({ enqueue: async () => {} } as never)
  for (const { id } of await db.owner.selectFrom('organisation').select('id').execute())
    while ((await inOrganisations(db, [id], (tx) => sealWaiting({ tx, actor: clockwork(id, 1), now, house }, 500))) > 0);
}

/** Runs a command; answers with what it ended with and all it said. */
export async function ran(
  config: Config,
  name: string,
  ...words: readonly string[]
): Promise<{ readonly code: number; readonly said: string }> {
  const said: string[] = []
  const code = await runErrand(name, {
    config,
    words,
    clock: () => new Date(),
    path: process.env.PATH ?? '',
    say: (line) => void said.push(line),
  })
  return { code, said: said.join('\n') }
}
