import type { Role } from '../../kernel/actor.ts'
import { ownProfile, type Preset, type Profile } from '../../kernel/profile.ts'

/** This module's part of the profile. */
export type DisclosureProfile = {
  /** Who decides where a system has both an owner and a unit that owns it: the person, or those whom the unit has named (S2-39). */
  readonly decides: 'owner' | 'unit'
  /** The controller's representative, who is consulted when in doubt (S2-37). */
  readonly representative: readonly Role[]
}

const usual: DisclosureProfile = { decides: 'owner', representative: ['controller'] }
const parts: Readonly<Record<Preset, { readonly disclosures: DisclosureProfile }>> = {
  oslomet: { disclosures: usual },
  uio: { disclosures: { ...usual, decides: 'unit' } },
  sauda: { disclosures: usual },
  sandnes: { disclosures: usual },
}
export const own = ownProfile(parts)
export const disclosureProfile = (profile: Profile): DisclosureProfile => own(profile).disclosures
