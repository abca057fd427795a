import { randomBytes } from 'node:crypto'
import type { Ctx } from '../../../kernel/ctx.ts'
import { sealAt, unsealAt } from '../../../kernel/keys.ts'
import { mark } from '../../../kernel/seal.ts'
import type { SealedIn } from '../../../kernel/sealed.ts'

// What an answer to a mail about a case is known by: 128 bits from the system, and in no row in the clear.

/** Of a case that has none yet it is made. */
export async function replyTokenOf(ctx: Ctx, deviationId: string): Promise<string> {
  const token = base32(randomBytes(16))
  const { organisationId } = ctx.actor
  await ctx.tx
    .insertInto('deviation_reply')
    .values({
      organisation_id: organisationId,
      deviation_id: deviationId,
      token_mark: markOf(ctx, token),
      sealed: await sealAt(ctx, replyPlace, { deviation_id: deviationId }, token),
    })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'deviation_id']).doNothing())
    .execute()
  const row = await ctx.tx
    .selectFrom('deviation_reply')
    .select('sealed')
    .where('organisation_id', '=', organisationId)
    .where('deviation_id', '=', deviationId)
    .executeTakeFirstOrThrow()
  return unsealAt(ctx, replyPlace, { deviation_id: deviationId }, row.sealed)
}

/** The case that answers by one of these belong to. */
export async function caseOfTokens(ctx: Ctx, tokens: readonly string[]): Promise<string | undefined> {
  if (tokens.length === 0) return undefined
  const row = await ctx.tx
    .selectFrom('deviation_reply')
    .select('deviation_id')
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where(
      'token_mark',
      'in',
      tokens.map((token) => markOf(ctx, token)),
    )
    .executeTakeFirst()
  return row?.deviation_id
}

/** The case is closed: what was given out leads nowhere any more, also if it is opened again. */
export async function endReplies(ctx: Ctx, deviationId: string): Promise<void> {
  await ctx.tx
    .deleteFrom('deviation_reply')
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('deviation_id', '=', deviationId)
    .execute()
}

const markOf = ({ house, actor }: Ctx, token: string): Buffer => mark(house.houseKey, `mail reply|${actor.organisationId}|${token}`)
export const replyPlace: SealedIn<'deviation_id'> = {
  table: 'deviation_reply',
  column: 'sealed',
  names: ['deviation_id'],
  about: (organisationId, row) => `mail reply|${organisationId}|${row.deviation_id}`,
}

const letters = 'abcdefghijklmnopqrstuvwxyz234567'
/** 26 letters of 128 bits, as RFC 4648 writes them, without a distinction of case: mail servers make none. */
function base32(bytes: Uint8Array): string {
  let bits = BigInt(`0x${Buffer.from(bytes).toString('hex')}`) << 2n
  let text = ''
  for (let at = 0; at < 26; at++, bits >>= 5n) text = `${letters[Number(bits & 31n)]}${text}`
  return text
}
