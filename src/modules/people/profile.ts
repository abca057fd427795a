import { ownProfile, type Preset, type Profile } from '../../kernel/profile.ts'

/** In what organisations differ in who is asked. This module's part of the profile. */
export type PeopleProfile = {
  /** Units have privacy contacts, and there is a directory of them (S0-33). */
  readonly privacyContacts: boolean
}

const parts: Readonly<Record<Preset, { readonly people: PeopleProfile }>> = {
  oslomet: { people: { privacyContacts: true } },
  uio: { people: { privacyContacts: false } },
  sauda: { people: { privacyContacts: false } },
  sandnes: { people: { privacyContacts: false } },
}
export const own = ownProfile(parts)
export const peopleProfile = (profile: Profile): PeopleProfile => own(profile).people
