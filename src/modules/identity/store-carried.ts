import { carried, carry, type Use } from '../../kernel/carried.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { fingerprint } from '../../kernel/seal.ts'
import type { Account } from './store.ts'

// What a page or a cookie carries while somebody is on the way in, and nothing else keeps.

type Inside = Pick<Ctx, 'house' | 'now'>

/** That somebody wrote the right password, while they look for the code of their app. */
const rightPassword: Use = { name: 'right password', whose: 'a browser', minutes: 5 }
type Proved = { readonly email: string; readonly of: string }

export const proofOf = (ctx: Inside, email: string, account: Account): string =>
  carry(ctx, rightPassword, { email, of: markOf(account) } satisfies Proved)

/** Undefined where it is none of ours, or too old. `isOf`: the account is the same, with the same password. */
export function openProof(ctx: Inside, proof: string) {
  const proved = carried<Proved>(ctx, rightPassword, proof)
  return proved && { email: proved.email, isOf: (account: Account) => markOf(account) === proved.of }
}

const markOf = ({ id, passwordHash }: Account): string => fingerprint(`${id} ${passwordHash}`)

/** The address of whoever has just chosen a password, for the page where they sign in. */
const chosenFor: Use = { name: 'chosen for', whose: 'a browser', minutes: 15 }
export const sealAddress = (ctx: Inside, email: string): string => carry(ctx, chosenFor, email)
export const openAddress = (ctx: Inside, kept: string | null): string | undefined => carried(ctx, chosenFor, kept)
