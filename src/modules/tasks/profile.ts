import { ownProfile, type Preset, type Profile } from '../../kernel/profile.ts'

/** In what organisations differ when work is late. This module's part of the profile. */
export type TaskProfile = {
  /** After how many days a task that is still not done goes from one leader to the next above (S4-074). */
  readonly lineDays: number
}

export const longestLineDays = 60

const standard = { tasks: { lineDays: 7 } }
const parts: Readonly<Record<Preset, { readonly tasks: TaskProfile }>> = {
  oslomet: standard,
  uio: standard,
  sauda: standard,
  sandnes: standard,
}
export const own = ownProfile(parts)
export const taskProfile = (profile: Profile): TaskProfile => own(profile).tasks
