import type { Role } from '../../kernel/actor.ts'
import { ownProfile, type Preset, type Profile } from '../../kernel/profile.ts'

/** This module's part of the profile: who grants access beside leaders and owners, and how often a leader looks at it again. */
export type AccessProfile = { readonly authorisers: readonly Role[]; readonly confirmMonths: number }

const parts: Readonly<Record<Preset, { readonly access: AccessProfile }>> = {
  // "Personal user": the service desk's manager gives what the leader has not (F41).
  oslomet: { access: { authorisers: ['itHead', 'admin'], confirmMonths: 12 } },
  // Unit leaders or the personnel department (S2-55): the administrator stands for the department.
  uio: { access: { authorisers: ['admin'], confirmMonths: 12 } },
  sauda: { access: { authorisers: ['admin'], confirmMonths: 12 } },
  // The leader alone (S4-047).
  sandnes: { access: { authorisers: [], confirmMonths: 12 } },
}
export const own = ownProfile(parts)
export const accessProfile = (profile: Profile): AccessProfile => own(profile).access
