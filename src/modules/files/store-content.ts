import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { pipeline, type Readable } from 'node:stream'
import { pipeline as flow } from 'node:stream/promises'
import type { Ctx } from '../../kernel/ctx.ts'
import { isId } from '../../kernel/ids.ts'
import { saidAt, sayAt } from '../../kernel/keys.ts'
import { mark } from '../../kernel/seal.ts'
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

/** What a content is opened with, and its sum (SHA-256), which lies nowhere else. */
export type Key = { readonly key: Buffer; readonly sha256: Buffer }

export const keyColumns = (ctx: Ctx, id: string, { key, sha256 }: Key) =>
  sayAt(ctx, keyPlace, { id }, JSON.stringify({ key: key.toString('base64'), sha256: sha256.toString('hex') }))

/** Null of a file that lies in the clear still: it came before files were sealed. */
export async function keyIn(ctx: Ctx, row: { readonly id: string; readonly key_sealed: unknown }): Promise<Key | null> {
  const said = await saidAt(ctx, keyPlace, row)
  if (said === null) return null
  const { key, sha256 } = JSON.parse(said) as { readonly key: string; readonly sha256: string }
  return { key: Buffer.from(key, 'base64'), sha256: Buffer.from(sha256, 'hex') }
}

/** Tells that the same content hangs there under the same name, and nothing of either. */
export const markOf = ({ house, actor }: Ctx, sha256: Buffer, name: string): Buffer =>
  mark(house.houseKey, `file|${actor.organisationId}|${sha256.toString('hex')}|${name}`)

/** What a content lies under: beside the one that lies in the clear, for as long as both are there. */
export const nameOf = (id: string, isSealed: boolean): string => (isSealed ? `${id}${ending}` : id)
const ending = '.sealed'
/** The file that a content is of; undefined where it is none of ours. */
export function idIn(name: string): string | undefined {
  const id = name.endsWith(ending) ? name.slice(0, -ending.length) : name
  return isId(id) ? id : undefined
}
const aboutOf = (organisationId: string, id: string) => `file|${organisationId}|${id}`

/** Seals a content as it is read, and keeps it. `path`: where it lies until it is whole. */
export async function keepSealed(
  vault: Vault,
  organisationId: string,
  id: string,
  key: Buffer,
  from: Readable,
  path: string,
): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  await flow(from, sealingContent(key, aboutOf(organisationId, id)), createWriteStream(path, { mode: 0o600, flags: 'wx' }))
  await vault.keep(organisationId, nameOf(id, true), path)
}

/** Opened as it is read; undefined where it is gone. A piece that was changed breaks it off. */
export async function openContent(vault: Vault, organisationId: string, id: string, key: Key | null): Promise<Readable | undefined> {
  const lying = await vault.open(organisationId, nameOf(id, key !== null))
  if (!lying || !key) return lying
  // Each hears of the other's end; whoever reads hears of a fault.
  return pipeline(lying, openingContent(key.key, aboutOf(organisationId, id)), () => {})
}
