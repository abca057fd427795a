import {
  CompiledQuery,
  Kysely,
  PostgresAdapter,
  PostgresDriver,
  PostgresIntrospector,
  type PostgresPool,
  PostgresQueryCompiler,
  type Transaction,
} from 'kysely'
import type { Database } from './database.ts'
import { insideTransaction } from './pool.ts'
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
  const begin = `begin${db.limits}; select set_config('varde.organisations', '${organisationIds.map(uuid).join(',')}', true)`
  return transactionOf(db.pools.web, begin).execute((tx) => insideTransaction(() => work(tx)))
}

/**
 * One transaction as the owner of the tables, for the installation as a whole: set-up and changes of data between versions.
 * Row-level security is forced on the owner too: to touch organisations' rows, set varde.organisations in it first.
 */
export const asOwner = <T>(db: Database, work: (tx: Transaction<Schema>) => Promise<T>): Promise<T> =>
  transactionOf(db.pools.owner, `begin${db.limits}`).execute((tx) => insideTransaction(() => work(tx)))

// `begin` and the organisations travel together: one round trip fewer for every page.
const transactionOf = (pool: PostgresPool, begin: string) =>
  new Kysely<Schema>({
    dialect: {
      createDriver: () => new BeginWith(pool, begin),
      createAdapter: () => new PostgresAdapter(),
      createQueryCompiler: () => new PostgresQueryCompiler(),
      createIntrospector: (kysely) => new PostgresIntrospector(kysely),
    },
  }).transaction()

class BeginWith extends PostgresDriver {
  readonly #begin: string

  constructor(pool: PostgresPool, begin: string) {
    super({ pool })
    this.#begin = begin
  }

  override async beginTransaction(connection: Parameters<PostgresDriver['beginTransaction']>[0]): Promise<void> {
    try {
      await connection.executeQuery(CompiledQuery.raw(this.#begin))
    } catch (error) {
      // Of several statements the first may have been done: the transaction would be open on a connection that others get.
      await connection.executeQuery(CompiledQuery.raw('rollback')).catch(() => {})
      throw error
    }
  }
}

const uuid = (id: string): string => {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) throw new TypeError('An organisation id must be a UUID in lower case.')
  return id
}
