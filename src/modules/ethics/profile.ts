import { ownProfile, type Preset, type Profile } from '../../kernel/profile.ts'

/** Whether complaints of research ethics are received here, and where one reads of the committee. This module's part of the profile. */
export type EthicsProfile = { readonly on: boolean; readonly committee: string | null }

const off: EthicsProfile = { on: false, committee: null }
const parts: Readonly<Record<Preset, { readonly ethics: EthicsProfile }>> = {
  oslomet: { ethics: { on: true, committee: 'https://ansatt.oslomet.no/forskningsetisk-utvalg' } },
  uio: { ethics: off },
  sauda: { ethics: off },
  sandnes: { ethics: off },
}
export const own = ownProfile(parts)
export const ethicsProfile = (profile: Profile): EthicsProfile => own(profile).ethics
