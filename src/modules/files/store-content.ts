import { randomBytes } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { pipeline, type Readable } from 'node:stream'
import { pipeline as flow } from 'node:stream/promises'
import type { Ctx } from '../../kernel/ctx.ts'
import { isId } from '../../kernel/ids.ts'
import { saidAt, sayAt } from '../../kernel/keys.ts'
import { mark, newKey } from '../../kernel/seal.ts'
import { type SealedIn, sealedBeside } from '../../kernel/sealed.ts'
import { openingContent, sealingContent } from '../../kernel/sealed-content.ts'
import type { Vault } from '../../kernel/vault.ts'

// A file is sealed with a key of its own, and that key with the organisation's: whoever renews the keys of an organisation seals so many keys
// anew and no contents, and without them nobody opens a file.

/** People name files after people. */
export const namePlace = sealedBeside('file', 'name', ['id'])
const keyPlace: SealedIn<'id'> = {
  table: 'file',
  column: 'key_sealed',
  names: ['id'],
  about: (organisationId, row) => `file key|${organisationId}|${row.id}`,
}
export const filePlaces: readonly SealedIn[] = [namePlace, keyPlace]

/** What a content is sealed with, and what tells it from the same content sealed with another key. */
export type Sealing = { readonly key: Buffer; readonly as: string }
export const newSealing = (): Sealing => ({ key: newKey(), as: randomBytes(8).toString('hex') })

/** What a content is opened with, and its sum (SHA-256), which lies nowhere else. */
export type Key = Sealing & { readonly sha256: Buffer }

export const keyColumns = async (ctx: Ctx, id: string, { key, sha256, as }: Key) => ({
  ...(await sayAt(ctx, keyPlace, { id }, JSON.stringify({ key: key.toString('base64'), sha256: sha256.toString('hex') }))),
  sealed_as: as,
})

/** Null of a file that lies in the clear still: it came before files were sealed. */
export async function keyIn(ctx: Ctx, row: KeyRow): Promise<Key | null> {
  const said = await saidAt(ctx, keyPlace, row)
  if (said === null) return null
  const { key, sha256 } = JSON.parse(said) as { readonly key: string; readonly sha256: string }
  return { key: Buffer.from(key, 'base64'), sha256: Buffer.from(sha256, 'hex'), as: row.sealed_as ?? theFirst }
}
type KeyRow = { readonly id: string; readonly key_sealed: unknown; readonly sealed_as: string | null }
export const keyRow = ['id', 'key_sealed', 'sealed_as'] as const

/** Tells that the same content hangs there under the same name, and nothing of either. */
export const markOf = ({ house, actor }: Ctx, sha256: Buffer, name: string): Buffer =>
  mark(house.houseKey, `file|${actor.organisationId}|${sha256.toString('hex')}|${name}`)

/** What a content lies under: beside the one that lies in the clear, for as long as both are there. `as`: null for that one. */
export const nameOf = (id: string, as: string | null): string => (as === null ? id : `${id}.${as}`)
/** Before each sealing had a name of its own. */
const theFirst = 'sealed'
/** What the row of a file says that its content lies under. */
export const nameIn = ({ id, key_sealed, sealed_as }: KeyRow): string => nameOf(id, key_sealed === null ? null : (sealed_as ?? theFirst))
/** The file that a content is of; undefined where it is none of ours. */
export function idIn(name: string): string | undefined {
  const id = name.replace(/\.[0-9a-z]+$/, '')
  return isId(id) ? id : undefined
}
const aboutOf = (organisationId: string, id: string) => `file|${organisationId}|${id}`

/** Seals a content as it is read, and keeps it. `path`: where it lies until it is whole. */
export async function keepSealed(
  vault: Vault,
  organisationId: string,
  id: string,
  { key, as }: Sealing,
  from: Readable,
  path: string,
): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  await flow(from, sealingContent(key, aboutOf(organisationId, id)), createWriteStream(path, { mode: 0o600, flags: 'wx' }))
  await vault.keep(organisationId, nameOf(id, as), path)
}

/** Opened as it is read; undefined where it is gone. A piece that was changed breaks it off. */
export async function openContent(vault: Vault, organisationId: string, id: string, key: Key | null): Promise<Readable | undefined> {
  const lying = await vault.open(organisationId, nameOf(id, key?.as ?? null))
  if (!lying || !key) return lying
  // Each hears of the other's end; whoever reads hears of a fault.
  return pipeline(lying, openingContent(key.key, aboutOf(organisationId, id)), () => {})
}
