// npm run db:types: src/db/types.ts from the migrated database, so a query that misnames a column does not compile.
import { onMigrated, type Rows, writeOrCheck } from './db-catalogue.ts'

type Column = {
  readonly table: string
  readonly column: string
  readonly type: string
  readonly isArray: boolean
  readonly nullable: boolean
  readonly hasDefault: boolean
  readonly always: boolean
  readonly choices: readonly string[] | null
}
type Check = { readonly table: string; readonly column: string; readonly definition: string }

const main = async (): Promise<void> => {
  await writeOrCheck('src/db/types.ts', await onMigrated(typesFile), 'npm run db:types')
}

const typesFile = async (rows: Rows): Promise<string> => {
  const columns = await rows<Column>(columnQuery)
  const checks = await rows<Check>(checkQuery)
  const tables = Map.groupBy(columns, (column) => column.table)
  const schema = `
export interface Schema {
${[...tables].map(([table, own]) => `  ${table}: {\n${own.map((column) => `    ${column.column}: ${typeOf(column, checks)}\n`).join('')}  }\n`).join('')}}
`
  return (
    head +
    helpers
      .filter(([name]) => new RegExp(`\\b${name}\\b`).test(schema))
      .map(([, text]) => text)
      .join('') +
    schema
  )
}

const head = `// Made by \`npm run db:types\` from the migrations. Do not edit.
import type { ColumnType } from 'kysely'

`

const helpers: readonly (readonly [name: string, text: string])[] = [
  [
    'Generated',
    `/** Has a default: may be left out when inserted. */
type Generated<T> = T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S, I | undefined, U> : ColumnType<T, T | undefined, T>
`,
  ],
  ['Always', '/** Made by the database: may not be written. */\ntype Always<T> = ColumnType<T, never, never>\n'],
  [
    'Json',
    `/** Parse it where it is read. Written with JSON.stringify: an array would otherwise become a PostgreSQL array. */
type Json = ColumnType<unknown, string, string>
`,
  ],
  ['Bytes', 'type Bytes = ColumnType<Buffer, Uint8Array, Uint8Array>\n'],
]

const columnQuery = `
  select c.relname as "table", a.attname as "column", coalesce(element.typname, t.typname) as "type", element.oid is not null as "isArray",
    not a.attnotnull as "nullable", a.atthasdef or a.attidentity = 'd' as "hasDefault", a.attidentity = 'a' or a.attgenerated <> '' as "always",
    (select array_agg(e.enumlabel::text order by e.enumsortorder) from pg_enum e where e.enumtypid = coalesce(element.oid, t.oid)) as "choices"
  from pg_class c
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  join pg_type t on t.oid = a.atttypid
  left join pg_type element on element.oid = t.typelem and t.typcategory = 'A'
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v') and not c.relispartition
  order by c.relname collate "C", a.attnum`

const checkQuery = `
  select c.relname as "table", a.attname as "column", pg_get_constraintdef(k.oid, true) as "definition"
  from pg_constraint k
  join pg_class c on c.oid = k.conrelid
  join pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[1]
  where k.contype = 'c' and c.relnamespace = 'public'::regnamespace and cardinality(k.conkey) = 1`

const typeOf = (column: Column, checks: readonly Check[]): string => {
  const own = checks.filter((check) => check.table === column.table && check.column === column.column)
  const union = column.choices?.map(quote) ?? own.map((check) => choicesOf(check.definition)).find((choices) => choices !== null)
  const one = union ? union.join(' | ') : (scalars[column.type] ?? 'string')
  const whole = column.isArray ? (union && union.length > 1 ? `(${one})[]` : `${one}[]`) : one
  const nullable = column.nullable ? `${whole} | null` : whole
  return column.always ? `Always<${nullable}>` : column.hasDefault ? `Generated<${nullable}>` : nullable
}

// As src/db/values.ts parses them.
const scalars: Readonly<Record<string, string>> = {
  bool: 'boolean',
  int2: 'number',
  int4: 'number',
  int8: 'number',
  float4: 'number',
  float8: 'number',
  timestamptz: 'Date',
  timestamp: 'Date',
  bytea: 'Bytes',
  json: 'Json',
  jsonb: 'Json',
}

/** The allowed values of a check like `status in ('open', 'closed')`, or `kinds <@ array['a', 'b']`, as TypeScript literals. */
const choicesOf = (definition: string): readonly string[] | null => {
  const plain = definition.replace(/::(text|character varying|integer|smallint|bigint)(\[\])?/g, '')
  const allowed = /^CHECK \((?:\w+ IS NULL OR )?\(?\w+\)? (?:= ANY|=|<@) (.*)\)$/.exec(plain)?.[1]
  // Anything beside literals and brackets, as lower(email), is a rule and no list.
  if (allowed === undefined || !/^[ARY[\](), ]*$/.test(allowed.replace(literal, ''))) return null
  return [...allowed.matchAll(literal)].map(([text]) => (text.startsWith("'") ? quote(text.slice(1, -1).replaceAll("''", "'")) : text))
}

const literal = /'(?:[^']|'')*'|-?\d+/g

const quote = (value: string): string => `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`

await main()
