import { ownProfile, type Preset, type Profile } from '../../kernel/profile.ts'

/** In what organisations differ in their training. This module's part of the profile. */
export type TrainingProfile = {
  /** The organisation's own page about training (S0-11); null: none. */
  readonly page: string | null
}

const none = { training: { page: null } }
const parts: Readonly<Record<Preset, { readonly training: TrainingProfile }>> = { oslomet: none, uio: none, sauda: none, sandnes: none }
export const own = ownProfile(parts)
export const trainingProfile = (profile: Profile): TrainingProfile => own(profile).training
