import { type Asked, nothing, one } from '../../../kernel/http.ts'
import { placeInside } from '../../../kernel/place.ts'
import { hasShownEnough, type Proof } from '../commands-proof.ts'
import { accountOf, type OwnAccount, shownBy } from '../queries.ts'
import { secretOf } from '../rules.ts'
import type { Standing } from './pages/shut.tsx'

/** Only whoever signs in with a password here has anything beside it here; a provider has its own. */
export function forOwner<A>(answer: (asked: Asked, account: OwnAccount) => Promise<A>) {
  return async (asked: Asked): Promise<A | typeof nothing> => {
    const account = asked.token === null ? undefined : await accountOf(asked.ctx, asked.token)
    return account?.hasPassword ? answer(asked, account) : nothing
  }
}

/** The password and the code of the app, as they were written. */
export const writtenProof = ({ form }: Asked): Proof => ({ password: secretOf(form, 'password'), code: one(form, 'code') })

/** Where whoever was sent here wanted to go; `usual`: of those who came by themselves. */
export const placeAfter = ({ query, form }: Asked, usual: string): string => placeInside(query.get('til') ?? (one(form, 'til') || usual))

export async function standingOf(asked: Asked, account: OwnAccount, usual: string): Promise<Standing> {
  const { ctx, token } = asked
  const isShut = !(await hasShownEnough(ctx, account, asked))
  return { isShut, confined: (await shownBy(ctx, token)) === 'confined', to: placeAfter(asked, usual) }
}
