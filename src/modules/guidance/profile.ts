import { ownProfile, type Preset, type Profile } from '../../kernel/profile.ts'

/** In what organisations differ in their guidance. This module's part of the profile. */
export type GuidanceProfile = {
  /** After how many months without a review an article says that it may be out of date (S3-01). */
  readonly staleMonths: number
  /** How many days people have to confirm what they must have read. */
  readonly confirmDays: number
  /** Where the organisation’s own intranet has more, and its address where that is known (S4-040). Null: nothing is said of it. */
  readonly intranet: { readonly text: string; readonly address: string | null } | null
  /** Whether what is written for residents, pupils and partners can be read without an account. */
  readonly openEdition: boolean
}

const standard = { guidance: { staleMonths: 12, confirmDays: 14, intranet: null, openEdition: false } }
const parts: Readonly<Record<Preset, { readonly guidance: GuidanceProfile }>> = {
  oslomet: standard,
  uio: standard,
  sauda: standard,
  sandnes: { guidance: { ...standard.guidance, intranet: { text: 'Pulsen, under Hjelp i jobben', address: null } } },
}
export const own = ownProfile(parts)
export const guidanceProfile = (profile: Profile): GuidanceProfile => own(profile).guidance
