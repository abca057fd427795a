import { ownProfile, type Preset, type Profile } from '../../kernel/profile.ts'

/**
 * How a mail about a case that is classed as sensitive goes inside the organisation (S0-18): with a word in its subject, as any other mail,
 * or not at all. It never holds anything of the case (S0-17).
 */
export const waysOfMail = ['marked', 'plain', 'none'] as const
export type WayOfMail = (typeof waysOfMail)[number]

/** In what organisations differ in their mail. This module's part of the profile. */
export type MailProfile = {
  readonly sensitive: WayOfMail
  /** The word in the subject. */
  readonly mark: string
}

const mark = 'Fortrolig'
const parts: Readonly<Record<Preset, { readonly mail: MailProfile }>> = {
  oslomet: { mail: { sensitive: 'marked', mark } },
  uio: { mail: { sensitive: 'plain', mark } },
  sauda: { mail: { sensitive: 'plain', mark } },
  sandnes: { mail: { sensitive: 'plain', mark } },
}
export const own = ownProfile(parts)
export const mailProfile = (profile: Profile): MailProfile => own(profile).mail
