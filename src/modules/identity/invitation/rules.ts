/** Long enough to meet the person; a forgotten link on a desk stops working the day after tomorrow. */
export const linkHours = 48

/** A link that came by mail is for whoever asked a moment ago. */
export const forgottenHours = 1

/** What stands between an administrator and giving somebody a way in. */
export type SignInState =
  | { readonly kind: 'noEmail' }
  | { readonly kind: 'none' }
  /** No password yet: the link lets the person choose one. */
  | { readonly kind: 'link' }
  /** `ours`: it is ours to take away, when the person has forgotten it. */
  | { readonly kind: 'has'; readonly ours: boolean }
  /** Another organisation made this account; its link is theirs to give, or an administrator could take over an account elsewhere. */
  | { readonly kind: 'elsewhere' }

/** `home`: the organisation that made the account. */
type Known = { readonly hasPassword: boolean; readonly home: string | null; readonly organisationIds: readonly string[] }

export function stateOf(email: string | null, account: Known | undefined, here: string): SignInState {
  if (email === null) return { kind: 'noEmail' }
  if (!account?.organisationIds.includes(here)) return { kind: 'none' }
  const ours = account.home === here || account.organisationIds.length === 1
  if (account.hasPassword) return { kind: 'has', ours }
  return ours ? { kind: 'link' } : { kind: 'elsewhere' }
}
