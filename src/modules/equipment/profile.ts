import { ownProfile, type Preset, type Profile } from '../../kernel/profile.ts'

/** Whether equipment is followed here, and where a time is agreed. This module's part of the profile. */
export type EquipmentProfile = {
  readonly on: boolean
  /** The page of the service desk (S4-210). */
  readonly serviceDesk: string | null
}

const off: EquipmentProfile = { on: false, serviceDesk: null }
const parts: Readonly<Record<Preset, { readonly equipment: EquipmentProfile }>> = {
  oslomet: { equipment: off },
  uio: { equipment: off },
  sauda: { equipment: off },
  sandnes: { equipment: { ...off, on: true } },
}
export const own = ownProfile(parts)
export const equipmentProfile = (profile: Profile): EquipmentProfile => own(profile).equipment
