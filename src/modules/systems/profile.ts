import { ownProfile, type Preset, type Profile } from '../../kernel/profile.ts'

/** In what organisations differ when they keep their systems. This module's part of the profile. */
export type SystemProfile = {
  /** Whoever looks after information security or privacy, and IT, take part in the yearly review of a system (S4-120). */
  readonly reviewedTogether: boolean
  /** Where the organisation's own rules for purchasing are, and their address where that is known (S4-056). Null: nothing is said of it. */
  readonly purchasing: { readonly text: string; readonly address: string | null } | null
}

const parts: Readonly<Record<Preset, { readonly systems: SystemProfile }>> = {
  oslomet: { systems: { reviewedTogether: false, purchasing: null } },
  uio: { systems: { reviewedTogether: false, purchasing: null } },
  sauda: { systems: { reviewedTogether: false, purchasing: null } },
  sandnes: { systems: { reviewedTogether: true, purchasing: { text: 'Pulsen: reglement for innkjøp', address: null } } },
}
export const own = ownProfile(parts)
export const systemProfile = (profile: Profile): SystemProfile => own(profile).systems
