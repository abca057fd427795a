import { sql } from 'kysely'
import type { Database } from '../../src/db/database.ts'

export type Held = { readonly name: string; readonly text: string }

/** Every row of every table that an organisation sees, the queue and the files among them, as text. */
export const heldBy = (db: Database, organisationId: string): Promise<readonly Held[]> =>
  db.owner.transaction().execute(async (tx) => {
    await sql`select set_config('varde.organisations', ${organisationId}, true)`.execute(tx)
    const { rows } = await sql<{ schema: string; name: string }>`
      select table_schema as schema, table_name as name from information_schema.tables
      where table_schema in ('public', 'pgboss') and table_type = 'BASE TABLE'`.execute(tx)
    const found: Held[] = []
    for (const { schema, name } of rows) {
      const { rows: all } = await sql<{ text: string }>`
        select t::text as text from ${sql.table(`${schema}.${name}`)} t`.execute(tx)
      found.push(...all.map(({ text }) => ({ name: `${schema}.${name}`, text })))
    }
    return found
  })
