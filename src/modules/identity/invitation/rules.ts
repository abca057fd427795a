/** Long enough to meet the person; a forgotten link on a desk stops working the day after tomorrow. */
export const linkHours = 48

/** What stands between an administrator and giving somebody a way in. */
export type SignInState =
  | { readonly kind: 'noEmail' }
  | { readonly kind: 'none' }
  /** No password yet: the link lets the person choose one. */
  | { readonly kind: 'link' }
  | { readonly kind: 'has' }
  /** Others let this account in; its link is theirs to give, or an administrator could take over an account elsewhere. */
  | { readonly kind: 'elsewhere' }

type Known = { readonly hasPassword: boolean; readonly organisationIds: readonly string[] }

export function stateOf(email: string | null, account: Known | undefined, here: string): SignInState {
  if (email === null) return { kind: 'noEmail' }
  if (!account?.organisationIds.includes(here)) return { kind: 'none' }
  if (account.hasPassword) return { kind: 'has' }
  return account.organisationIds.length === 1 ? { kind: 'link' } : { kind: 'elsewhere' }
}
