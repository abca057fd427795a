import { ownProfile, type Preset, type Profile } from '../../kernel/profile.ts'

/** In what organisations differ in their guidance. This module's part of the profile. */
export type GuidanceProfile = {
  /** After how many months without a review an article says that it may be out of date (S3-01). */
  readonly staleMonths: number
  /** How many days people have to confirm what they must have read. */
  readonly confirmDays: number
  /** Sensitive data may be sent by e-mail inside the organisation when the message is marked (S0-18). */
  readonly markedMail: boolean
}

const standard = { guidance: { staleMonths: 12, confirmDays: 14, markedMail: false } }
const parts: Readonly<Record<Preset, { readonly guidance: GuidanceProfile }>> = {
  oslomet: { guidance: { ...standard.guidance, markedMail: true } },
  uio: standard,
  sauda: standard,
  sandnes: standard,
}
export const own = ownProfile(parts)
export const guidanceProfile = (profile: Profile): GuidanceProfile => own(profile).guidance
