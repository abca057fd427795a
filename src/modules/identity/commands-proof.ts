import { type Refusal, refuse } from '../../kernel/change.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { guarded } from './commands-guarded.ts'
import type { From, GuessRefusal, IdentityEvent } from './identity.ts'
import { verifyPassword } from './password/password.ts'
import type { OwnAccount } from './queries.ts'
import { accountByEmail, closeOthers, hasPasskey, hasSecondFactor, recordFor, showedMore, shownIn, tellOwner } from './store.ts'

// Whoever changes how an account opens shows once more who they are: somebody who found a machine open would else lock its owner out.

/** The password and the code, as they were written. */
export type Proof = { readonly password: string; readonly code: string }
export type Said = { readonly ok: true } | GuessRefusal

/** `more` is asked when the password is right, and answers null where the code is wrong. Guesses are counted here as at the door. */
export async function shows<T>(ctx: Ctx, { email }: OwnAccount, { password }: Proof, from: From, more: () => Promise<T | null>) {
  const account = await accountByEmail(ctx.tx, email)
  let isPassword = false
  const said = await guarded(ctx, { email, account, from, who: ctx.actor }, async () => {
    isPassword = await verifyPassword(account?.passwordHash ?? null, password, true)
    return isPassword ? more() : null
  })
  if (said.ok) return said
  if (said.why === 'wait') return { ...said, fields: ['password'] }
  return isPassword ? refuse('wrongCode', ['code']) : refuse('wrongPassword', ['password'])
}

/**
 * Whether this session may change what opens the account beside its password. Whoever has a passkey has come by it, or writes a code of their
 * app: the password alone, which others may know, neither adds a way in nor takes one away.
 */
export async function hasShownEnough(ctx: Ctx, { id }: OwnAccount, { token }: From): Promise<boolean> {
  if (await hasSecondFactor(ctx.tx, id)) return true
  return !(await hasPasskey(ctx.tx, id)) || (token !== null && (await shownIn(ctx.tx, token)) === 'more')
}

type Changed = Extract<IdentityEvent, { readonly type: `account.factor${string}` | 'account.codesRenewed' | `account.passkey${string}` }>

/** What was signed in elsewhere ends, and the owner is told (ASVS 6.3.7, 7.4.3). `more`: this session opens by more than a password now. */
export async function settled(ctx: Ctx, { id }: OwnAccount, from: From, event: Changed, more: boolean): Promise<Said | Refusal> {
  const { organisationId, personId } = ctx.actor
  await closeOthers(ctx, { accountId: id, organisationId, personId }, from.token)
  if (more && from.token !== null) await showedMore(ctx.tx, from.token)
  await recordFor(ctx, ctx.actor, id, event)
  await tellOwner(ctx, ctx.actor, id)
  return { ok: true }
}
