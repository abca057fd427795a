import { randomBytes, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '../../src/kernel/ctx.ts'

/**
 * A row of an organisation in every table that has rows of organisations, made out of what the database itself says of the table: its
 * columns, what they may hold, and what they point at. A new table is planted without anybody thinking of it; one that cannot be is named.
 */
export type Planted = { readonly table: string; readonly columns: readonly Column[] }
type Column = {
  readonly name: string
  readonly type: string
  readonly needed: boolean
  readonly of: readonly string[]
  /** `by`: the column that says whose the row pointed at is; null where it is nobody's. */
  readonly to: { readonly table: string; readonly column: string; readonly by: string | null } | null
}

/** What no rule of the database tells: a pair of answers that go together. */
const special: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  archive_filing: { reference: '26/1' },
  campaign: { year: 2026 },
  ethics_complaint: { against: 'x' },
  deviation_inquiry: { to_reporter: true },
  deviation_regime: { applies: 'yes', known_at: new Date('2026-03-02T08:00:00Z') },
  mail: { address: 'noen@example.org' },
  message: { mark: Buffer.alloc(32, 1) },
  question: { about: 'x', office: 'dpo', receipt_mark: sql`gen_random_uuid()` },
  question_share: { role: 'ciso', reason: 'x' },
  record_version: { content: '{}' },
  // Not of whoever makes it: an organisation that is named sees its own line.
  sharing_member: { member_id: sql`gen_random_uuid()` },
  subject_request: { right: 'access' },
}

export async function tablesOfOrganisations(tx: Tx): Promise<readonly Planted[]> {
  const { rows } = await sql<{ table: string; name: string; type: string; needed: boolean }>`
    select c.relname as table, a.attname as name, format_type(a.atttypid, null) as type,
      a.attnotnull and not a.atthasdef and a.attgenerated = '' and a.attidentity = '' as needed
    from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relkind = 'r' and exists (select from pg_attribute o where o.attrelid = c.oid and o.attname = 'organisation_id')
    order by c.relname, a.attnum`.execute(tx)
  const { rows: foreign } = await sql<{ table: string; column: string; to: string; at: string }>`
    select c.conrelid::regclass::text as table, a.attname as column, c.confrelid::regclass::text as to, b.attname as at
    from pg_constraint c
    cross join unnest(c.conkey, c.confkey) as pair(mine, theirs)
    join pg_attribute a on a.attrelid = c.conrelid and a.attnum = pair.mine
    join pg_attribute b on b.attrelid = c.confrelid and b.attnum = pair.theirs
    where c.contype = 'f' and a.attname <> 'organisation_id'`.execute(tx)
  const { rows: checks } = await sql<{ table: string; says: string }>`
    select conrelid::regclass::text as table, pg_get_constraintdef(oid) as says from pg_constraint where contype = 'c'`.execute(tx)
  const ownerColumn = (table: string) =>
    table === 'organisation' ? 'id' : rows.some((row) => row.table === table) ? 'organisation_id' : null
  const column = (row: (typeof rows)[number]): Column => {
    const way = foreign.find((one) => one.table === row.table && one.column === row.name)
    const choices = checks.flatMap(({ table, says }) => (table === row.table ? [...choicesOf(says, row.name)] : []))
    return {
      name: row.name,
      type: row.type,
      needed: row.needed,
      of: choices,
      to: way ? { table: way.to, column: way.at, by: ownerColumn(way.to) } : null,
    }
  }
  return [...Map.groupBy(rows, ({ table }) => table)].map(([table, all]) => ({ table, columns: all.map(column) }))
}

/** What a check lets a column be, where it lists it. */
const choicesOf = (says: string, column: string): readonly string[] => {
  const list = new RegExp(`\\(${column} = ANY \\(ARRAY\\[([^\\]]*)\\]`).exec(says)?.[1] ?? ''
  return [...list.matchAll(/'([^']*)'/g)].map(([, one]) => one ?? '')
}

/** Plants where there is nothing yet; answers whether the organisation then has a row there. */
export async function plantIn(tx: Tx, tables: readonly Planted[], organisationId: string, table: string): Promise<void> {
  const there = await sql`select from ${sql.table(table)} where organisation_id = ${organisationId} limit 1`.execute(tx)
  if (there.rows.length > 0) return
  const found = tables.find((one) => one.table === table)
  if (!found) throw new Error(`${table} is no table of organisations`)
  for (const { to, needed } of found.columns)
    if (to?.by && needed && to.table !== table && to.table !== 'organisation') await plantIn(tx, tables, organisationId, to.table)
  await insertRow(tx, found, organisationId)
}

/** One row with what must be there and no more. What it points at is taken out of the same organisation, as far as whoever inserts sees it. */
export async function insertRow(tx: Tx, { table, columns }: Planted, organisationId: string): Promise<void> {
  const needed = columns.filter(({ needed }) => needed)
  const values: Record<string, unknown> = {}
  for (const one of needed) values[one.name] = await madeUp(tx, one, organisationId)
  await tx
    .insertInto(table as 'system')
    .values({ ...values, ...special[table], organisation_id: organisationId } as never)
    .execute()
}

async function madeUp(tx: Tx, { name, type, of, to }: Column, organisationId: string): Promise<unknown> {
  if (name === 'organisation_id') return organisationId
  if (to) {
    const whose = to.by ? sql`where ${sql.ref(to.by)} = ${organisationId}` : sql``
    const { rows } = await sql<{ id: string }>`select ${sql.ref(to.column)} as id from ${sql.table(to.table)} ${whose} limit 1`.execute(tx)
    if (rows[0]) return rows[0].id
  }
  if (of[0]) return of[0]
  if (type === 'uuid') return randomUUID()
  if (type === 'bytea') return randomBytes(32)
  if (type === 'boolean') return false
  if (type === 'date') return '2026-03-02'
  if (type.startsWith('timestamp')) return new Date('2026-03-02T08:00:00Z')
  if (['integer', 'bigint', 'smallint'].includes(type)) return 1
  if (type.startsWith('json')) return '{}'
  if (type.endsWith('[]')) return sql`'{}'`
  return `KANARI-4711 ${name}`
}
