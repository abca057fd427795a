import { ownProfile, type Preset, type Profile } from '../../kernel/profile.ts'

/** In what organisations differ when they assess risk. This module's part of the profile. */
export type RiskProfile = {
  /** How many steps likelihood and consequence have. An analysis keeps the scale it began with. */
  readonly scale: '4' | '5'
  /** A system is not taken into use before an analysis of it is approved (S4-037), and its review is not closed before one is looked at (S4-119). */
  readonly demandsAnalysis: boolean
}

/**
 * Acceptance criteria: likelihood times consequence. Up to `acceptable` a risk is low and accepted as it is; from `unacceptable` it is high.
 * What lies between, and what is high, is accepted by the risk owner with an end, or made smaller.
 */
export const criteria = {
  '4': { acceptable: 3, unacceptable: 9 },
  '5': { acceptable: 4, unacceptable: 12 },
} as const

/** For how many months at most the risk owner accepts what is left: what nobody looks at again is forgotten. */
export const longestAcceptance = 12
/** How many days before a review an analysis may have been updated or confirmed, and still be a part of it. */
export const reviewDays = 90

const parts: Readonly<Record<Preset, { readonly risks: RiskProfile }>> = {
  oslomet: { risks: { scale: '5', demandsAnalysis: false } },
  uio: { risks: { scale: '4', demandsAnalysis: false } },
  sauda: { risks: { scale: '4', demandsAnalysis: false } },
  sandnes: { risks: { scale: '5', demandsAnalysis: true } },
}
export const own = ownProfile(parts)
export const riskProfile = (profile: Profile): RiskProfile => own(profile).risks
