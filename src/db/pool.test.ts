import { PGlite } from '@electric-sql/pglite'
import { createPgConfig } from '@electric-sql/pglite/node-postgres'
import type { PostgresPool } from 'kysely'
import { Pool, type PoolConfig } from 'pg'
import { expect, test } from 'vitest'
import { type DatabaseKind, kinds, makeDatabase } from '../../test/support/database.ts'
import { surviveLostConnections } from './unavailable.ts'

/** A reading of its own: which statements come often is remembered for the process, and other tests have filled it. */
const apart: string = './pool.ts?apart'
const { patiently, roleSwitch }: typeof import('./pool.ts') = await import(apart)

test.each(kinds)(
  'on %s a statement that comes again and again is prepared once; a column that its table gets meanwhile spoils one try, and no more',
  async (kind) => {
    const { pool, end } = await poolOf(kind)
    try {
      await asked(pool, 'create table probe (id int, note text)', [])
      await asked(pool, "insert into probe values (1, 'one')", [])
      const whole = () => asked(pool, 'select * from probe where note <> $1', ['none'])
      const prepared = "select count(*)::int as n from pg_prepared_statements where statement like 'select * from probe%'"
      for (let times = 0; times < 12; times++) await whole()
      expect(await asked(pool, prepared, [])).toEqual([{ n: 1 }])
      await asked(pool, 'alter table probe add column more text', [])
      await expect(whole()).rejects.toThrow(/cached plan must not change/)
      for (let times = 0; times < 12; times++) expect(await whole()).toEqual([{ id: 1, note: 'one', more: null }])
      expect(await asked(pool, prepared, [])).toEqual([{ n: 1 }])
    } finally {
      await end()
    }
  },
  300_000,
)

async function asked(pool: PostgresPool, text: string, values: readonly unknown[]): Promise<readonly unknown[]> {
  const client = await pool.connect()
  try {
    return (await client.query<object>(text, values)).rows
  } finally {
    client.release()
  }
}

/** One connection, as each kind is asked. */
async function poolOf(kind: DatabaseKind): Promise<{ readonly pool: PostgresPool; readonly end: () => Promise<unknown> }> {
  if (kind === 'pglite') {
    const embedded = await PGlite.create('memory://')
    const pool = new Pool({ ...(createPgConfig(embedded) as unknown as PoolConfig), max: 1, idleTimeoutMillis: 0 })
    surviveLostConnections(pool, () => {})
    return { pool: roleSwitch(pool)('postgres'), end: () => pool.end().then(() => embedded.close()) }
  }
  const made = await makeDatabase(kind)
  const pool = new Pool({ connectionString: made.url ?? '', max: 1 })
  surviveLostConnections(pool, () => {})
  return { pool: patiently(pool, { prepare: true, several: false }), end: () => pool.end().then(() => made.remove()) }
}
