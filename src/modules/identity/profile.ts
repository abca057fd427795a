import { ownProfile, type Preset, type Profile } from '../../kernel/profile.ts'
import type { Demand } from './identity.ts'
import { longestIdle } from './rules.ts'

/** In what organisations differ when people sign in. This module's part of the profile. */
export type IdentityProfile = {
  /** After how many minutes of quiet a session ends (S0-22). */
  readonly idleMinutes: number
  /** Of whom more than a password is asked, where they sign in with one. */
  readonly more: Demand
}

const standard: { readonly identity: IdentityProfile } = { identity: { idleMinutes: longestIdle, more: 'nobody' } }
const parts: Readonly<Record<Preset, { readonly identity: IdentityProfile }>> = {
  oslomet: standard,
  uio: standard,
  sauda: standard,
  sandnes: standard,
}
export const own = ownProfile(parts)
export const identityProfile = (profile: Profile): IdentityProfile => own(profile).identity
