import type { Values } from '../../../kernel/fields.ts'
import type { OpenIdFault } from '../../../kernel/openid.ts'
import type { passwordFields, providerFields } from './fields.ts'

export type ProviderValues = Values<typeof providerFields>
/** One organisation's way in by one provider. `secretAt`: when a secret was last written here; it is never shown. */
export type Provider = { readonly id: string; readonly version: number; readonly values: ProviderValues; readonly secretAt: Date | null }

/** How somebody was linked to what a provider calls them. */
export type LinkWay = 'invitation' | 'email' | 'claim'

/** Whether people may sign in with a password, and who may in an emergency. `id`: the organisation's. */
export type PasswordRule = { readonly id: string; readonly version: number; readonly values: Values<typeof passwordFields> }

/** Where one organisation's people sign in. */
export type SignInPlace = {
  readonly organisationId: string
  readonly organisation: string
  readonly profileVersion: number
  readonly slug: string
  readonly providers: readonly Provider[]
  /** Passwords are for emergencies. */
  readonly isFolded: boolean
}

/** Why nobody was signed in, though a provider may have known them. */
export type ComeBackFault = OpenIdFault | 'notLinked' | 'otherLinked' | 'deadLink'

export type ProviderEvent =
  | { readonly type: 'openidProvider.added' }
  | { readonly type: 'openidProvider.edited'; readonly fields: readonly string[] }
  | { readonly type: 'openidProvider.secretSet' }
export type PasswordRuleEvent = { readonly type: 'passwordRule.edited'; readonly passwords: 'everyone' | 'emergency' }
