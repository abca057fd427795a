import { sql } from 'kysely'
import type { Tx } from '../../../kernel/ctx.ts'
import { hashOf } from '../store.ts'

// The functions of the database write only while no organisation is there.
const hexOf = (token: string): string => hashOf(token).toString('hex')

export async function saveSetUpToken(tx: Tx, token: string): Promise<void> {
  await sql`select varde_keep_setup_token(${hexOf(token)})`.execute(tx)
}

export async function isSetUpToken(tx: Tx, token: string): Promise<boolean> {
  const { rows } = await sql<{ is: boolean }>`select varde_is_setup_token(${hexOf(token)}) as is`.execute(tx)
  return rows[0]?.is ?? false
}

/** Takes the token for this transaction. Of two at once the second waits, and then finds none. */
export async function takeSetUpToken(tx: Tx, token: string): Promise<boolean> {
  const { rows } = await sql<{ taken: boolean }>`select varde_take_setup_token(${hexOf(token)}) as taken`.execute(tx)
  return rows[0]?.taken ?? false
}

export async function markDemo(tx: Tx): Promise<void> {
  await sql`select varde_mark_demo()`.execute(tx)
}

export async function isMarkedDemo(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{ is: boolean }>`select varde_is_demo() as is`.execute(tx)
  return rows[0]?.is ?? false
}
