import { sql } from 'kysely'
import type { Actor } from './actor.ts'
import type { House, Tx } from './ctx.ts'
import { forgetIn, keptIn } from './lasting.ts'
import { newKey, unseal } from './seal.ts'
import {
  type DataKey,
  dataKey,
  KeyAway,
  nameOfMaster,
  openedWith,
  type SealedIn,
  sealedWith,
  unwrapped,
  versionOf,
  wrapped,
} from './sealed.ts'

// The keys of an organisation (docs/decisions/0050). They lie wrapped in the database, and unwrapped in memory for a minute at a time, of so
// many organisations and no more. Whoever has not heard of a newer version yet seals with the one before it: that is read all the same, and
// sealed anew by the sweep.

export type KeysOfHouse = Pick<House, 'houseKey' | 'masters'>
/** A transaction, the keys and whose they are: what sealing asks for. */
export type Inside = { readonly tx: Tx; readonly house: KeysOfHouse; readonly actor: Pick<Actor, 'organisationId'> }

/** The same, where keys are looked at and nothing is opened. */
export type Holding = Omit<Inside, 'house'> & { readonly house: Pick<House, 'masters'> }

/** Seals for this row of this column, with the newest key of the organisation. One that has no key yet is given its first. */
export async function sealAt<Name extends string>(
  inside: Inside,
  place: SealedIn<Name>,
  row: Readonly<Record<Name, unknown>>,
  text: string,
): Promise<Buffer> {
  const { organisationId } = inside.actor
  const key = newestIn(await ringOf(inside)) ?? newestIn(await withNewKey(inside))
  if (!key) throw new KeyAway(`There is no key to seal with in ${organisationId}.`)
  return sealedWith(key, { organisationId, place, about: place.about(organisationId, row) }, text)
}

/** Throws where the bytes were changed or belong to another row, column or organisation; KeyAway where their key is not here. */
export async function unsealAt<Name extends string>(
  inside: Inside,
  place: SealedIn<Name>,
  row: Readonly<Record<Name, unknown>>,
  bytes: Uint8Array,
): Promise<string> {
  const { organisationId } = inside.actor
  const about = place.about(organisationId, row)
  const before = () => unseal(inside.house.houseKey, bytes, about)
  const version = versionOf(bytes)
  if (version === null) return before()
  try {
    return openedWith(keyIn(await ringOf(inside, version), version, organisationId), { organisationId, place, about }, bytes)
  } catch (fault) {
    // Of what was sealed before there were versions, one in sixteen million begins as if it had one.
    try {
      return before()
    } catch {
      throw fault
    }
  }
}

/**
 * What a row says in a place. What lies in the clear comes first: the sweep has not been there, or a process of an older version has written
 * it since, which leaves what is sealed as it was.
 */
export async function saidAt<Name extends string>(
  inside: Inside,
  place: SealedIn<Name>,
  row: Readonly<Record<string, unknown>>,
): Promise<string | null> {
  const clear = place.clear ? (row[place.clear.column] ?? null) : null
  if (clear !== null) return typeof clear === 'string' ? clear : JSON.stringify(clear)
  const bytes = row[place.column]
  return bytes instanceof Uint8Array ? unsealAt(inside, place, row as Readonly<Record<Name, unknown>>, bytes) : null
}

/** The columns of a row that says this from now on: nothing of it in the clear. */
export async function sayAt<Name extends string>(
  inside: Inside,
  place: SealedIn<Name>,
  row: Readonly<Record<Name, unknown>>,
  text: string | null,
): Promise<Record<string, Buffer | null>> {
  const sealed = text === null ? null : await sealAt(inside, place, row, text)
  return { ...(place.clear ? { [place.clear.column]: null } : {}), [place.column]: sealed }
}

/** As `unsealAt`; null where the key was deleted for good, so that nobody will ever open it. */
export async function unsealIfEver<Name extends string>(
  inside: Inside,
  place: SealedIn<Name>,
  row: Readonly<Record<Name, unknown>>,
  bytes: Uint8Array,
): Promise<string | null> {
  try {
    return await unsealAt(inside, place, row, bytes)
  } catch (fault) {
    if (fault instanceof Error && isGone(fault)) return null
    throw fault
  }
}

/** A further version, that all is sealed with from now on. Undefined: somebody else made one at the same moment. */
export async function addKey(inside: Inside): Promise<number | undefined> {
  const { tx, house, actor } = inside
  const { rows } = await sql<{ newest: number }>`
    select coalesce(max(version), 0) as newest from organisation_key where organisation_id = ${actor.organisationId}`.execute(tx)
  const version = (rows[0]?.newest ?? 0) + 1
  const made = wrapped(house.masters.newest, newKey(), `${actor.organisationId} ${version}`)
  const added = await tx
    .insertInto('organisation_key')
    .values({ organisation_id: actor.organisationId, version, wrapped: Buffer.from(made.wrapped), wrapped_by: made.wrappedBy })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'version']).doNothing())
    .executeTakeFirst()
  forgetIn(tx, kind, actor.organisationId)
  return (added.numInsertedOrUpdatedRows ?? 0n) > 0n ? version : undefined
}

/** All of its versions, for good: only the owner of the tables may. Their numbers are never used again. Answers which. */
export async function forgetKeys({ tx, actor }: Pick<Inside, 'tx' | 'actor'>): Promise<readonly number[]> {
  const { rows } = await sql<{ version: number }>`
    update organisation_key set wrapped = null, wrapped_by = null
    where organisation_id = ${actor.organisationId} and wrapped is not null returning version`.execute(tx)
  forgetIn(tx, kind, actor.organisationId)
  return rows.map(({ version }) => version)
}

/** Wraps anew, by the newest sealing key, what an older one has wrapped: only the owner of the tables may. Answers how many. */
export async function wrapAnew({ tx, house, actor }: Inside): Promise<number> {
  const { organisationId } = actor
  const name = nameOfMaster(house.masters.newest)
  const rows = await tx
    .selectFrom('organisation_key')
    .select(['version', 'wrapped', 'wrapped_by as wrappedBy'])
    .where('organisation_id', '=', organisationId)
    .where('wrapped_by', '<>', name)
    .forUpdate()
    .execute()
  for (const { version, wrapped: bytes, wrappedBy } of rows) {
    if (!bytes || !wrappedBy) continue
    const whose = `${organisationId} ${version}`
    const made = wrapped(house.masters.newest, unwrapped(house.masters, { wrapped: bytes, wrappedBy }, whose), whose)
    await tx
      .updateTable('organisation_key')
      .set({ wrapped: Buffer.from(made.wrapped), wrapped_by: made.wrappedBy })
      .where('organisation_id', '=', organisationId)
      .where('version', '=', version)
      .execute()
  }
  return rows.length
}

async function withNewKey(inside: Inside): Promise<Ring> {
  await addKey(inside)
  return ringOf(inside)
}

/** As the database has them now, whatever is remembered. */
export function ringAnew(inside: Holding): Promise<Ring> {
  forgetIn(inside.tx, kind, inside.actor.organisationId)
  return ringOf(inside)
}

/** `faults`: versions that cannot be unwrapped here, and why. */
type Ring = { readonly keys: ReadonlyMap<number, DataKey>; readonly faults: ReadonlyMap<number, Error>; readonly at: number }

const kind = 'keys'
const most = 500
const freshMs = 60_000

export async function ringOf(inside: Holding, version?: number): Promise<Ring> {
  const { tx, house, actor } = inside
  const { organisationId } = actor
  const known = keptIn<Ring>(tx, kind)
  const before = known.get(organisationId)
  const has = before && (version === undefined || before.keys.has(version) || before.faults.has(version))
  if (before && has && performance.now() - before.at < freshMs) return before
  const rows = await tx
    .selectFrom('organisation_key')
    .select(['version', 'wrapped', 'wrapped_by'])
    .select(sql<boolean>`made_in is distinct from pg_current_xact_id_if_assigned()::text`.as('stands'))
    .where('organisation_id', '=', organisationId)
    .orderBy('version')
    .execute()
  const keys = new Map<number, DataKey>()
  const faults = new Map<number, Error>()
  for (const row of rows) {
    const { version, wrapped: bytes, wrapped_by: wrappedBy } = row
    const whose = `${organisationId} ${version}`
    try {
      if (!bytes || !wrappedBy) throw new KeyAway(`The key of ${whose} was deleted for good.`, true)
      keys.set(version, before?.keys.get(version) ?? dataKey(version, unwrapped(house.masters, { wrapped: bytes, wrappedBy }, whose)))
    } catch (fault) {
      faults.set(version, fault as Error)
    }
  }
  const ring = { keys, faults, at: performance.now() }
  // A key of this very transaction may be undone with it, and what was sealed with it afterwards would be lost.
  if (rows.length > 0 && rows.every(({ stands }) => stands)) {
    known.delete(organisationId)
    const [oldest] = known.keys()
    if (known.size >= most && oldest !== undefined) known.delete(oldest)
    known.set(organisationId, ring)
  }
  return ring
}

/** Never an older one in the place of the newest: what is sealed now must be read by those who have the newest alone. */
export function newestIn({ keys, faults }: Ring): DataKey | undefined {
  const newest = Math.max(0, ...keys.keys(), ...[...faults].flatMap(([version, fault]) => (isGone(fault) ? [] : [version])))
  if (newest === 0) return undefined
  const fault = faults.get(newest)
  if (fault) throw fault
  return keys.get(newest)
}
const isGone = (fault: Error) => fault instanceof KeyAway && fault.gone

function keyIn({ keys, faults }: Ring, version: number, organisationId: string): DataKey {
  const key = keys.get(version)
  if (key) return key
  throw faults.get(version) ?? new KeyAway(`There is no version ${version} of the key of ${organisationId}.`)
}
