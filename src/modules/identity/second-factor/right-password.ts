import { carried, carry, type Use } from '../../../kernel/carried.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { fingerprint } from '../../../kernel/seal.ts'
import type { Account } from '../store.ts'

// That somebody wrote the right password, while they look for the code of their app: carried by the page, and stored nowhere.

const use: Use = { name: 'right password', whose: 'a browser', minutes: 5 }
type Proved = { readonly email: string; readonly of: string }

export const proofOf = (ctx: Pick<Ctx, 'house' | 'now'>, email: string, account: Account): string =>
  carry(ctx, use, { email, of: markOf(account) } satisfies Proved)

/** Undefined where it is none of ours, or too old. `isOf`: the account is the same, with the same password. */
export function openProof(ctx: Pick<Ctx, 'house' | 'now'>, proof: string) {
  const proved = carried<Proved>(ctx, use, proof)
  return proved && { email: proved.email, isOf: (account: Account) => markOf(account) === proved.of }
}

const markOf = ({ id, passwordHash }: Account): string => fingerprint(`${id} ${passwordHash}`)
