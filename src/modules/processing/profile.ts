import { ownProfile, type Preset, type Profile } from '../../kernel/profile.ts'

/** In what organisations differ when they keep the record of processing. This module's part of the profile. */
export type ProcessingProfile = {
  /** An administrative activity is notified to the data protection officer before it starts (S2-15, S2-22). */
  readonly notifies: boolean
  /** Sensitive data in an administrative activity need the controller's explicit permission (S2-25). */
  readonly permits: boolean
  /** Who is data protection officer for research, where it is not our own (S2-28); null: our own officer for everything. */
  readonly researchOfficer: string | null
  /** What is approved is read by those outside, without an account. */
  readonly openEdition: boolean
}

/** A university does research; another organisation where it says who its officer for research is. */
export const doesResearch = (profile: Profile): boolean =>
  profile.orgType === 'university' || processingProfile(profile).researchOfficer !== null

/** What is asked of an activity before it starts. */
export type Demands = Pick<ProcessingProfile, 'notifies' | 'permits'>

/** How many days before the start an activity is to be notified at the latest (S2-15). */
export const noticeDays = 30
/** After how many months without a change or a confirmation an activity is stale (S2-20). */
export const staleMonths = 12

const standard = { processing: { notifies: false, permits: false, researchOfficer: null, openEdition: false } }
const parts: Readonly<Record<Preset, { readonly processing: ProcessingProfile }>> = {
  oslomet: standard,
  uio: { processing: { notifies: true, permits: true, researchOfficer: 'NSD (nå Sikt)', openEdition: false } },
  sauda: standard,
  sandnes: standard,
}
export const own = ownProfile(parts)
export const processingProfile = (profile: Profile): ProcessingProfile => own(profile).processing
