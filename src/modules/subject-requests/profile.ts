import type { Role } from '../../kernel/actor.ts'
import { ownProfile, type Preset, type Profile } from '../../kernel/profile.ts'

/** This module's part of the profile (F40). */
export type RequestProfile = {
  /** Those who receive requests and see that they are answered. */
  readonly receivers: readonly Role[]
  /** Days to answer where the organisation has set them (S2-31); null: the month of the law. */
  readonly days: number | null
  /** Whether somebody without an account may ask. */
  readonly openForm: boolean
  /** Where requests for public documents are to go: the routine, or the archive plan (S4-169). */
  readonly documentsLink: string | null
}

const closed = { openForm: false, documentsLink: null }
const parts: Readonly<Record<Preset, { readonly subjectRequests: RequestProfile }>> = {
  oslomet: { subjectRequests: { ...closed, receivers: ['privacyContact'], days: null } },
  uio: { subjectRequests: { ...closed, receivers: ['controller'], days: 30 } },
  sauda: { subjectRequests: { ...closed, receivers: ['controller'], days: null } },
  sandnes: { subjectRequests: { ...closed, receivers: ['gdprUnit'], days: null, documentsLink: 'https://sandnes.arkivplan.no' } },
}
export const own = ownProfile(parts)
export const requestProfile = (profile: Profile): RequestProfile => own(profile).subjectRequests
