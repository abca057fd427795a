import { sql } from 'kysely'
import { carried, carry, type Use } from '../../../kernel/carried.ts'
import type { Ctx, House, Tx } from '../../../kernel/ctx.ts'
import { newId } from '../../../kernel/ids.ts'
import { mark } from '../../../kernel/seal.ts'
import { type Known, type NewKey, newChallenge } from './passkey.ts'

/** As its owner sees it. */
export type Passkey = {
  readonly id: string
  readonly name: string
  readonly synced: boolean
  readonly createdAt: Date
  readonly usedAt: Date | null
}
/** What is needed to know whether an answer is of it. */
export type PasskeyAtDoor = { readonly id: string; readonly email: string; readonly publicKey: Uint8Array; readonly counter: number }

/** Only of an account that is open. */
export async function passkeyBy(tx: Tx, credential: Buffer): Promise<PasskeyAtDoor | undefined> {
  const { rows } = await sql<PasskeyAtDoor & { counter: string }>`select * from varde_passkey(${credential})`.execute(tx)
  return rows[0] && { ...rows[0], counter: Number(rows[0].counter) }
}

export async function passkeysOf(tx: Tx, accountId: string): Promise<readonly (Passkey & Known)[]> {
  const { rows } = await sql<Passkey & Known>`select * from varde_passkeys(${accountId})`.execute(tx)
  return rows
}

/** False where it is somebody's already. */
export async function addPasskey({ tx, now }: Pick<Ctx, 'tx' | 'now'>, accountId: string, key: NewKey, name: string): Promise<boolean> {
  const { credential, publicKey, counter, transports, synced } = key
  const { rows } = await sql<{ added: boolean }>`select varde_add_passkey(${newId(now)}, ${accountId}, ${credential}, ${publicKey},
    ${counter}, ${[...transports]}::text[], ${name}, ${synced}, ${now}) as added`.execute(tx)
  return rows[0]?.added ?? false
}

/** `id`: null for all of them. Answers how many went. */
export async function removePasskeys(tx: Tx, accountId: string, id: string | null): Promise<number> {
  const { rows } = await sql<{ gone: number }>`select varde_remove_passkeys(${accountId}, ${id}) as gone`.execute(tx)
  return rows[0]?.gone ?? 0
}

/** False: the same was answered before, or the passkey has been copied and its copy has counted further. */
export async function takeAnswer({ tx, house, now }: Ctx, id: string, counter: number, challenge: string): Promise<boolean> {
  const until = new Date(now.getTime() + 2 * minutes * 60_000)
  const { rows } = await sql<{ taken: boolean }>`select varde_use_passkey(${id}, ${counter},
    ${mark(house.houseKey, `passkey answered|${challenge}`)}, ${now}, ${until}) as taken`.execute(tx)
  return rows[0]?.taken ?? false
}

/** How long a page that asks for a passkey may stand open. */
const minutes = 60
type Inside = Pick<Ctx, 'house' | 'now'>

/** What is asked, as the page carries it: nothing is kept of who has looked at the page. */
export function askedAtDoor(ctx: Inside): { readonly challenge: string; readonly sealed: string } {
  const challenge = newChallenge()
  return { challenge, sealed: carry(ctx, atDoor, challenge) }
}
export const openAsked = (ctx: Inside, sealed: string): string | undefined => carried(ctx, atDoor, sealed)
const atDoor: Use = { name: 'passkey asked', whose: 'a browser', minutes }

/** Whose it is, and in which session: only there it stands for the password. */
type Maker = { readonly accountId: string; readonly token: string | null }

/** Only for whoever has just shown who they are. */
export function askedOf(ctx: Inside, maker: Maker): { readonly challenge: string; readonly sealed: string } {
  const challenge = newChallenge()
  return { challenge, sealed: carry(ctx, madeBy(maker), challenge) }
}
export const openAskedOf = (ctx: Inside, maker: Maker, sealed: string): string | undefined => carried(ctx, madeBy(maker), sealed)
const madeBy = ({ accountId, token }: Maker): Use => ({ name: 'passkey to make', whose: `${accountId} ${token}`, minutes: minutesToMake })

/** False: something was made by it already. What a password has begun makes one passkey. */
export async function takeMaking({ tx, house, now }: Ctx, challenge: string): Promise<boolean> {
  const until = new Date(now.getTime() + 2 * minutesToMake * 60_000)
  const { rows } = await sql<{ taken: boolean }>`
    select varde_take_answer(${mark(house.houseKey, `passkey made|${challenge}`)}, ${now}, ${until}) as taken`.execute(tx)
  return rows[0]?.taken ?? false
}

/** Long enough to find one's telephone, short enough for a machine that is left. */
const minutesToMake = 10

/** Whose a passkey is, for the machine that keeps it: says nothing to anybody else. */
export const ownerMark = (house: House, accountId: string): Buffer => mark(house.houseKey, `passkey owner|${accountId}`)
