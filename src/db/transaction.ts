import { Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient, sql, Transaction } from 'kysely'
import { isIn } from '../kernel/lasting.ts'
import { insideTransaction } from '../kernel/outside.ts'
import type { Database } from './database.ts'
import { Gathering } from './gather.ts'
import type { Schema } from './types.ts'

/**
 * One transaction that sees and writes the rows of these organisations, and of no other: row-level security is the second wall,
 * behind the query's own `where organisation_id`. Commits when `work` resolves, rolls back when it throws; nothing is tried again.
 * Throws on an id that is not a UUID. No organisations: no rows.
 */
export const inOrganisations = async <T>(
  db: Database,
  organisationIds: readonly string[],
  work: (tx: Transaction<Schema>) => Promise<T>,
): Promise<T> => {
  // `begin` and the organisations travel together, with what is asked first.
  const begin = `begin${db.limits}; select set_config('varde.organisations', '${organisationIds.map(uuid).join(',')}', true)`
  return inTransaction(db, db.pools.web, begin, work)
}

/** From here on the transaction sees no organisation. */
export const seeNothing = async (tx: Transaction<Schema>): Promise<void> => {
  await sql`select set_config('varde.organisations', '', true)`.execute(tx)
}

/**
 * One transaction as the owner of the tables, for the installation as a whole: set-up and changes of data between versions.
 * Row-level security is forced on the owner too: to touch organisations' rows, set varde.organisations in it first.
 */
export const asOwner = <T>(db: Database, work: (tx: Transaction<Schema>) => Promise<T>): Promise<T> =>
  inTransaction(db, db.pools.owner, `begin${db.limits}`, work)

async function inTransaction<T>(
  db: Database,
  pool: PostgresPool,
  begin: string,
  work: (tx: Transaction<Schema>) => Promise<T>,
): Promise<T> {
  const client = await pool.connect()
  const connection = new Gathering(client, begin)
  let spoiled = false
  try {
    const tx = over(connection)
    isIn(tx, db)
    const result = await insideTransaction(() => work(tx))
    if (!(await connection.end())) return result
    // A statement that failed, and whose failure was not passed on: nothing of the transaction is kept, and nobody may think so.
    if ((await ask(client, 'commit')).command === 'ROLLBACK') throw new Error('The transaction was undone: a statement in it had failed.')
    return result
  } catch (error) {
    if (!(await connection.end())) throw error
    // Of several statements the first may have been done: the transaction would be open on a connection that others get.
    await ask(client, 'rollback').catch(() => {
      spoiled = true
    })
    throw error
  } finally {
    ;(client.release as (discard?: boolean) => void)(spoiled)
  }
}

const ask = (client: PostgresPoolClient, text: string): Promise<{ readonly command: string }> => client.query(text, undefined as never)

const dialect = new PostgresDialect({ pool: async () => Promise.reject(new Error('A transaction has a connection of its own.')) })
const builder = new Kysely<Schema>({ dialect })

/** What builds the statements is made once; each transaction adds its connection. */
const over = (connection: Gathering): Transaction<Schema> =>
  new Transaction<Schema>({
    config: { dialect },
    dialect,
    // Begins and ends transactions; this one is begun and ended above.
    driver: {} as never,
    executor: builder.getExecutor().withConnectionProvider({ provideConnection: (use) => use(connection) }),
  })

const uuid = (id: string): string => {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) throw new TypeError('An organisation id must be a UUID in lower case.')
  return id
}
