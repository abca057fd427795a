import type { Ctx } from '../../kernel/ctx.ts'
import { fingerprint, mark, seal, unseal } from '../../kernel/seal.ts'
import type { Account } from './store.ts'

// That somebody wrote the right password, while they look for the code of their app: sealed in the page, and stored nowhere.

const minutes = 5

export const proofOf = ({ house, now }: Pick<Ctx, 'house' | 'now'>, email: string, account: Account): string =>
  seal(keyOf(house), JSON.stringify({ email, of: markOf(account), until: now.getTime() + minutes * 60_000 }), 'right password').toString(
    'base64url',
  )

/** Undefined where it is none of ours, or too old. `isOf`: the account is the same, with the same password. */
export function openProof({ house, now }: Pick<Ctx, 'house' | 'now'>, proof: string) {
  try {
    const { email, of, until } = JSON.parse(unseal(keyOf(house), Buffer.from(proof, 'base64url'), 'right password'))
    return until > now.getTime() ? { email: String(email), isOf: (account: Account) => markOf(account) === of } : undefined
  } catch {
    return undefined
  }
}

const markOf = ({ id, passwordHash }: Account): string => fingerprint(`${id} ${passwordHash}`)
const keyOf = (house: Ctx['house']) => mark(house.sealingKey, 'right password')

/** The address of whoever has just chosen a password, for the page where they sign in: sealed, for a quarter of an hour. */
export const sealAddress = ({ house, now }: Pick<Ctx, 'house' | 'now'>, email: string): string =>
  seal(keyOfAddress(house), JSON.stringify({ email, until: now.getTime() + 15 * 60_000 }), 'chosen for').toString('base64url')

export function openAddress({ house, now }: Pick<Ctx, 'house' | 'now'>, kept: string | null): string | undefined {
  try {
    const { email, until } = JSON.parse(unseal(keyOfAddress(house), Buffer.from(kept ?? '', 'base64url'), 'chosen for'))
    return until > now.getTime() ? String(email) : undefined
  } catch {
    return undefined
  }
}

const keyOfAddress = (house: Ctx['house']) => mark(house.sealingKey, 'chosen for')
