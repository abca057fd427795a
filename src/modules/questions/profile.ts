import { ownProfile, type Preset, type Profile } from '../../kernel/profile.ts'

/** This module's part of the profile: what differs in whom people may ask. */
export type AdviceProfile = {
  /** The controller's mailbox for questions (S2-13); null where there is none. */
  readonly mailbox: string | null
  /** Whether somebody without an account may ask the data protection officer (S4-076). */
  readonly openForm: boolean
}

const none: AdviceProfile = { mailbox: null, openForm: false }
const parts: Readonly<Record<Preset, { readonly advice: AdviceProfile }>> = {
  oslomet: { advice: none },
  uio: { advice: { ...none, mailbox: 'behandlingsansvarlig@uio.no' } },
  sauda: { advice: none },
  sandnes: { advice: none },
}
export const own = ownProfile(parts)
export const adviceProfile = (profile: Profile): AdviceProfile => own(profile).advice
