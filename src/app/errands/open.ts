import type { Database } from '../../db/database.ts'
import type { Config } from '../config.ts'
import { openFor } from '../start.ts'

/** The database for one piece of work, closed after it however that ends. Nothing is migrated. */
export async function openedFor<T>(config: Config, work: (db: Database) => Promise<T>): Promise<T> {
  const db = await openFor(config)
  try {
    return await work(db)
  } finally {
    await db.close()
  }
}
