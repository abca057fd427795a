import { sql } from 'kysely'
import { carried, carry, type Use } from '../../../kernel/carried.ts'
import type { Ctx, Tx } from '../../../kernel/ctx.ts'
import { mark, seal, unseal } from '../../../kernel/seal.ts'

type Inside = Pick<Ctx, 'tx' | 'house'>

/** `codes`: how many recovery codes are left. */
export type SecondFactor = { readonly secret: string; readonly since: Date; readonly codes: number }

export async function readFactor({ tx, house }: Inside, accountId: string): Promise<SecondFactor | undefined> {
  const { rows } = await sql<{ secret: Uint8Array; since: Date; codes: number }>`select * from varde_second_factor(${accountId})`.execute(
    tx,
  )
  return rows[0] && { ...rows[0], secret: unseal(house.houseKey, rows[0].secret, `second factor|${accountId}`) }
}

/** Only for somebody in an organisation that the transaction sees. */
export async function keepFactor(
  { tx, house, now }: Inside & Pick<Ctx, 'now'>,
  accountId: string,
  secret: string,
  codes: readonly string[],
): Promise<void> {
  const sealed = seal(house.houseKey, secret, `second factor|${accountId}`)
  const marks = codes.map((code) => recoveryMark(house, accountId, code))
  await sql`select varde_set_second_factor(${accountId}, ${sealed}, ${now}, null, ${marks}::bytea[])`.execute(tx)
}

export async function removeFactor(tx: Tx, accountId: string): Promise<void> {
  await sql`select varde_set_second_factor(${accountId}, null, null, null, '{}')`.execute(tx)
}

/** False: the code was used before. Kept as a mark, and no longer than it opens: when somebody signed in stands nowhere (S4-131). */
export async function takeStep(
  { tx, house, now }: Inside & Pick<Ctx, 'now'>,
  accountId: string,
  secret: string,
  step: number,
): Promise<boolean> {
  const code = mark(house.houseKey, `code|${accountId}|${secret}|${step}`)
  const { rows } = await sql<{ taken: boolean }>`
    select varde_take_answer(${code}, ${now}, ${new Date(now.getTime() + opensMs)}) as taken`.execute(tx)
  return rows[0]?.taken ?? false
}
const opensMs = 5 * 60_000

/** False: it is none, or was used. */
export async function takeRecovery({ tx, house }: Inside, accountId: string, code: string): Promise<boolean> {
  const { rows } = await sql<{ taken: boolean }>`
    select varde_take_recovery(${accountId}, ${recoveryMark(house, accountId, code)}) as taken`.execute(tx)
  return rows[0]?.taken ?? false
}

const recoveryMark = (house: Inside['house'], accountId: string, code: string): Buffer =>
  mark(house.houseKey, `recovery|${accountId}|${code}`)

/** What a page carries until its person has shown that the app is set up: nothing is stored before. */
export type Begun = { readonly secret: string; readonly codes: readonly string[] }
export const sealBegun = (ctx: Ctx, accountId: string, begun: Begun): string => carry(ctx, begunBy(accountId), begun)
export const openBegun = (ctx: Ctx, accountId: string, sealed: string): Begun | undefined => carried(ctx, begunBy(accountId), sealed)
const begunBy = (accountId: string): Use => ({ name: 'second factor begun', whose: accountId, minutes: 24 * 60 })
