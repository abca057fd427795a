import type { Role } from '../../kernel/actor.ts'
import { ownProfile, type Preset, type Profile } from '../../kernel/profile.ts'

export const registrarRoles = ['unitHead', 'leader', 'property', 'itHead', 'ciso'] as const satisfies readonly Role[]
export const approverRoles = ['controller', 'property', 'managementGroup', 'unitHead'] as const satisfies readonly Role[]

/** In what organisations differ about cameras. This module's part of the profile. */
export type CameraProfile = {
  /** Who registers a camera that is to be put up; heads and leaders for their own units (S2-66). */
  readonly registrars: readonly (typeof registrarRoles)[number][]
  readonly approvers: readonly (typeof approverRoles)[number][]
  /** How many days recordings may be kept without a reason of their own. */
  readonly normDays: number
}

/** Datatilsynet's rule of thumb for cameras that prevent, and the longest at a workplace (FOR-2018-07-02-1107), read 2026-11-28. */
const week = 7
const heads: CameraProfile = { registrars: ['unitHead', 'leader'], approvers: ['controller'], normDays: week }
const parts: Readonly<Record<Preset, { readonly cameras: CameraProfile }>> = {
  oslomet: { cameras: heads },
  uio: { cameras: { registrars: ['property'], approvers: ['property'], normDays: week } },
  sauda: { cameras: heads },
  sandnes: { cameras: heads },
}
export const own = ownProfile(parts)
export const cameraProfile = (profile: Profile): CameraProfile => own(profile).cameras
