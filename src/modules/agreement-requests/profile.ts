import type { Role } from '../../kernel/actor.ts'
import { ownProfile, type Preset, type Profile } from '../../kernel/profile.ts'
import type { Kind } from './agreement-request.ts'

/** Who answers each kind of request. This module's part of the profile. */
export type Receivers = Readonly<Record<Kind, readonly Role[]>>

const office: Receivers = { agreement: ['controller'], drafting: ['procurement'] }
const parts: Readonly<Record<Preset, { readonly requests: Receivers }>> = {
  oslomet: { requests: office },
  uio: { requests: office },
  sauda: { requests: office },
  sandnes: { requests: { ...office, agreement: ['controller', 'gdprUnit'] } },
}
export const own = ownProfile(parts)
export const receiversIn = (profile: Profile): Receivers => own(profile).requests
