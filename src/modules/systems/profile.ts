import { ownProfile, type Preset, type Profile } from '../../kernel/profile.ts'

/** In what organisations differ when they keep their systems. This module's part of the profile. */
export type SystemProfile = {
  /** Whoever looks after information security or privacy, and IT, take part in the yearly review of a system (S4-120). */
  readonly reviewedTogether: boolean
}

const parts: Readonly<Record<Preset, { readonly systems: SystemProfile }>> = {
  oslomet: { systems: { reviewedTogether: false } },
  uio: { systems: { reviewedTogether: false } },
  sauda: { systems: { reviewedTogether: false } },
  sandnes: { systems: { reviewedTogether: true } },
}
export const own = ownProfile(parts)
export const systemProfile = (profile: Profile): SystemProfile => own(profile).systems
