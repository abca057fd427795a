import { type Asked, nothing } from '../../../kernel/http.ts'
import { accountOf, type OwnAccount } from '../queries.ts'

/** Only whoever signs in with a password here has anything beside it here; a provider has its own. */
export function forOwner<A>(answer: (asked: Asked, account: OwnAccount) => Promise<A>) {
  return async (asked: Asked): Promise<A | typeof nothing> => {
    const account = asked.token === null ? undefined : await accountOf(asked.ctx, asked.token)
    return account?.hasPassword ? answer(asked, account) : nothing
  }
}
