import { sql } from 'kysely'
import { type Holding, type Inside, newestIn, ringAnew, ringOf, sayAt, unsealAt } from './keys.ts'
import { beginningOf, type SealedIn } from './sealed.ts'

// Sealing anew what an older key of the organisation has sealed, and how its keys stand (docs/decisions/0050).

export type Resealed = { readonly done: number; readonly failed: number; readonly last: Readonly<Record<string, unknown>> | null }

/**
 * Seals anew what an older version has sealed, and what lay in the clear, at most `limit` rows of a column after `after`. What somebody else has locked is theirs to
 * write, and is looked for again. What cannot be opened stays as it is, and is counted.
 */
export async function resealSome(inside: Inside, place: SealedIn, after: Resealed['last'], limit: number): Promise<Resealed> {
  const { tx, actor } = inside
  const newest = newestIn(await ringAnew(inside))
  if (!newest) return { done: 0, failed: 0, last: null }
  const names = sql.join(place.names.map((name) => sql.ref(name)))
  const further = after ? sql`and (${names}) > (${sql.join(place.names.map((name) => sql`${after[name]}`))})` : sql``
  const clear = place.clear ? sql`${sql.ref(place.clear.column)}::text` : sql`null::text`
  const { rows } = await sql<Record<string, unknown> & { sealed_bytes: Uint8Array | null; clear_text: string | null }>`
    select ${names}, ${sql.ref(place.column)} as sealed_bytes, ${clear} as clear_text from ${sql.table(place.table)}
    where organisation_id = ${actor.organisationId} and ${waits(place, newest.version)} ${further}
    order by ${names} limit ${limit} for update skip locked`.execute(tx)
  let failed = 0
  for (const { sealed_bytes: bytes, clear_text: lying, ...row } of rows) {
    const text = lying ?? (bytes && (await unsealAt(inside, place, row, bytes).catch(() => null)))
    if (text === null) failed++
    else
      await sql`update ${sql.table(place.table)} set ${sql.join(
        Object.entries(await sayAt(inside, place, row, text)).map(([name, value]) => sql`${sql.ref(name)} = ${value}`),
      )}
        where organisation_id = ${actor.organisationId} and ${sql.join(
          place.names.map((name) => sql`${sql.ref(name)} = ${row[name]}`),
          sql` and `,
        )}`.execute(tx)
  }
  const last = rows.length < limit ? undefined : rows.at(-1)
  return { done: rows.length - failed, failed, last: last ? Object.fromEntries(place.names.map((name) => [name, last[name]])) : null }
}

const waits = ({ column, clear }: SealedIn, version: number) =>
  sql`(${sql.ref(column)} is not null and substring(${sql.ref(column)} from 1 for 7) <> ${beginningOf(version)}
    or ${
      clear
        ? sql`${sql.ref(clear.column)} is not null ${sql.join(
            Object.entries(clear.of ?? {}).map(([name, value]) => sql`and ${sql.ref(name)} = ${value}`),
            sql` `,
          )}`
        : sql`false`
    })`

/** How the organisation stands. `versions`: by number. `waiting`: what the newest has not sealed, by column. */
export type KeyState = {
  readonly versions: readonly { readonly version: number; readonly wrappedBy: string | null; readonly fault: string | null }[]
  readonly newest: number | null
  readonly sealed: number
  readonly waiting: Readonly<Record<string, number>>
}

/** How much the newest has not sealed, of what can be opened or not. */
export async function waitingIn(inside: Holding, places: readonly SealedIn[]): Promise<number> {
  const { waiting } = await stateOfKeys(inside, places)
  return Object.values(waiting).reduce((sum, one) => sum + one, 0)
}

export async function stateOfKeys(inside: Holding, places: readonly SealedIn[]): Promise<KeyState> {
  const { tx, actor } = inside
  const rows = await tx
    .selectFrom('organisation_key')
    .select(['version', 'wrapped_by as wrappedBy'])
    .where('organisation_id', '=', actor.organisationId)
    .orderBy('version')
    .execute()
  const { faults } = await ringOf(inside)
  const newest = rows.filter(({ wrappedBy }) => wrappedBy !== null).at(-1)?.version ?? null
  const waiting: Record<string, number> = {}
  let sealed = 0
  for (const place of places) {
    const { rows: counted } = await sql<{ all: number; waiting: number }>`
      select count(${sql.ref(place.column)})::integer as all, count(*) filter (where ${waits(place, newest ?? 0)})::integer as waiting
      from ${sql.table(place.table)} where organisation_id = ${actor.organisationId}`.execute(tx)
    const { all = 0, waiting: old = 0 } = counted[0] ?? {}
    sealed += all
    if (old > 0) waiting[`${place.table}.${place.column}`] = old
  }
  return { versions: rows.map((row) => ({ ...row, fault: faults.get(row.version)?.message ?? null })), newest, sealed, waiting }
}

/** Whether the sweep has anything to look for: a new version, or an organisation that has no key yet. */
export async function isToBeResealed({ tx, actor }: Inside): Promise<'no' | 'yes' | 'noKey'> {
  const row = await tx
    .selectFrom('organisation_key')
    .select('resealed_at')
    .where('organisation_id', '=', actor.organisationId)
    .where('wrapped', 'is not', null)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? (row.resealed_at ? 'no' : 'yes') : 'noKey'
}

/** Not before every process has heard of the newest version: until then one of them may still seal with the one before it. */
export async function noteResealed({ tx, actor }: Inside): Promise<void> {
  await sql`
    update organisation_key set resealed_at = now() where organisation_id = ${actor.organisationId} and made_at < now() - interval '10 minutes'
      and version = (select max(version) from organisation_key where organisation_id = ${actor.organisationId} and wrapped is not null)`.execute(
    tx,
  )
}
