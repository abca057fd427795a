import type { Tx } from '../../../kernel/ctx.ts'
import { hashOf } from '../store.ts'

const tokenName = 'setUpToken'
const demoName = 'demo'

export async function saveSetUpToken(tx: Tx, token: string): Promise<void> {
  const value = hashOf(token).toString('hex')
  await tx
    .insertInto('installation')
    .values({ name: tokenName, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute()
}

export async function isSetUpToken(tx: Tx, token: string): Promise<boolean> {
  const row = await tx.selectFrom('installation').select('value').where('name', '=', tokenName).executeTakeFirst()
  return row?.value === hashOf(token).toString('hex')
}

/** Takes the token for this transaction. Of two at once the second waits, and then finds none. */
export async function takeSetUpToken(tx: Tx, token: string): Promise<boolean> {
  const gone = await tx
    .deleteFrom('installation')
    .where('name', '=', tokenName)
    .where('value', '=', hashOf(token).toString('hex'))
    .executeTakeFirst()
  return gone.numDeletedRows === 1n
}

export async function markDemo(tx: Tx): Promise<void> {
  await tx
    .insertInto('installation')
    .values({ name: demoName, value: 'yes' })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute()
}

export const isMarkedDemo = async (tx: Tx): Promise<boolean> =>
  (await tx.selectFrom('installation').select('name').where('name', '=', demoName).executeTakeFirst()) !== undefined
