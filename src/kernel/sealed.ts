import { mark, seal, subkey, unseal } from './seal.ts'

// How a key lies wrapped, and how what is sealed with an organisation's key looks (docs/decisions/0050). Pure: whose key it is, is asked in keys.ts.

/** The sealing keys of whoever runs the installation, from a file or the environment. They wrap other keys, and do nothing else. */
export type Masters = { readonly newest: Uint8Array; readonly older: readonly Uint8Array[] }

/** Tells two sealing keys apart, and nothing of either. */
export const nameOfMaster = (master: Uint8Array): string => mark(master, 'varde sealing key').toString('hex').slice(0, 16)

export type Wrapped = { readonly wrapped: Uint8Array; readonly wrappedBy: string }

/** `whose`: bound to it, so that the key of one organisation cannot be laid in another's place. */
export const wrapped = (master: Uint8Array, key: Uint8Array, whose: string): Wrapped => ({
  wrapped: seal(subkey(master, 'varde wrap'), Buffer.from(key).toString('hex'), `key|${whose}`, 64),
  wrappedBy: nameOfMaster(master),
})

/** Throws where none of these keys wrapped it, or it was changed or laid in another's place. */
export function unwrapped(masters: Masters, { wrapped: bytes, wrappedBy }: Wrapped, whose: string): Buffer {
  const master = [masters.newest, ...masters.older].find((one) => nameOfMaster(one) === wrappedBy)
  if (!master) throw new KeyAway(`The key of ${whose} is wrapped by the sealing key ${wrappedBy}, and it is not here.`)
  return Buffer.from(unseal(subkey(master, 'varde wrap'), bytes, `key|${whose}`), 'hex')
}

/** What is sealed cannot be opened: its key was deleted for good (`gone`), or is wrapped by a sealing key that is not here. */
export class KeyAway extends Error {
  override readonly name = 'KeyAway'
  readonly gone: boolean
  constructor(message: string, gone = false) {
    super(message)
    this.gone = gone
  }
}

/** One version of an organisation's key. `uses`: a key for each place, made once. */
export type DataKey = { readonly version: number; readonly key: Uint8Array; readonly uses: Map<string, Buffer> }
export const dataKey = (version: number, key: Uint8Array): DataKey => ({ version, key, uses: new Map() })

/** A column that holds what is sealed. `names`: the columns that say which row it is. `about`: what the content is bound to, besides its place. */
export type SealedIn<Name extends string = string> = {
  readonly table: string
  readonly column: string
  readonly names: readonly Name[]
  about(organisationId: string, row: Readonly<Record<Name, unknown>>): string
  /** Filled up to whole blocks of bytes. */
  readonly block?: number
  /** The column that it lay in before it was sealed: read until the sweep has been there, and emptied by it. `of`: of these rows alone. */
  readonly clear?: { readonly column: string; readonly of?: Readonly<Record<string, string>> }
}

/** A column beside the one it lay in, for what was not sealed from the first day: `about_sealed` of `about`. */
export const sealedBeside = <Name extends string>(
  table: string,
  column: string,
  names: readonly Name[],
  of?: Readonly<Record<string, string>>,
): SealedIn<Name> => ({
  table,
  column: `${column}_sealed`,
  names,
  about: (organisationId, row) => `${table}.${column}|${organisationId}|${names.map((name) => row[name]).join('|')}`,
  clear: { column, ...(of ? { of } : {}) },
})

/** The first bytes of all that a version has sealed: found in the database without a key. What was sealed before there were versions has none. */
export const beginningOf = (version: number): Buffer => {
  const bytes = Buffer.concat([sign, Buffer.alloc(4)])
  bytes.writeUInt32BE(version, sign.length)
  return bytes
}
const sign = Buffer.from('vk1')
export const beginning = { sign, length: sign.length + 4 }

/** Null where it was sealed before there were versions. */
export function versionOf(bytes: Uint8Array): number | null {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return all.length > beginning.length && all.subarray(0, sign.length).equals(sign) ? all.readUInt32BE(sign.length) : null
}

type At = { readonly organisationId: string; readonly place: Pick<SealedIn, 'table' | 'column' | 'block'>; readonly about: string }

/** Opened again only as the same row of the same column in the same organisation, by the same version. */
export const sealedWith = (key: DataKey, at: At, text: string): Buffer =>
  Buffer.concat([beginningOf(key.version), seal(useOf(key, at), text, boundTo(key, at), at.place.block)])

export const openedWith = (key: DataKey, at: At, bytes: Uint8Array): string =>
  unseal(useOf(key, at), bytes.subarray(beginning.length), boundTo(key, at))

const nameOf = ({ place }: At) => `${place.table}.${place.column}`
const boundTo = ({ version }: DataKey, at: At) => JSON.stringify([at.organisationId, nameOf(at), version, at.about])

function useOf({ key, uses }: DataKey, at: At): Buffer {
  const name = nameOf(at)
  const made = uses.get(name) ?? subkey(key, `varde seal|${name}`)
  uses.set(name, made)
  return made
}
