import { ownProfile, type Preset, type Profile } from '../../kernel/profile.ts'

/** In what organisations differ in their internal control. This module's part of the profile. */
export type ControlProfile = {
  /** Leaders have information security as a fixed item at meetings, and are reminded of it (S4-055). */
  readonly meetings: boolean
}

const parts: Readonly<Record<Preset, { readonly control: ControlProfile }>> = {
  oslomet: { control: { meetings: false } },
  uio: { control: { meetings: false } },
  sauda: { control: { meetings: false } },
  sandnes: { control: { meetings: true } },
}
export const own = ownProfile(parts)
export const controlProfile = (profile: Profile): ControlProfile => own(profile).control
