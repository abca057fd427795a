import { ownProfile, type Preset, type Profile } from '../../kernel/profile.ts'

/** In what organisations differ in their internal control. This module's part of the profile. */
export type ControlProfile = {
  /** Leaders have information security as a fixed item at meetings, and are reminded of it (S4-055). */
  readonly meetings: boolean
  /** Minor findings too are closed by whoever led the audit, when they have seen that what was done helped. */
  readonly checksMinor: boolean
}

const parts: Readonly<Record<Preset, { readonly control: ControlProfile }>> = {
  oslomet: { control: { meetings: false, checksMinor: false } },
  uio: { control: { meetings: false, checksMinor: false } },
  sauda: { control: { meetings: false, checksMinor: false } },
  sandnes: { control: { meetings: true, checksMinor: false } },
}
export const own = ownProfile(parts)
export const controlProfile = (profile: Profile): ControlProfile => own(profile).control
