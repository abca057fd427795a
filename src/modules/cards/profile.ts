import { ownProfile, type Preset, type Profile } from '../../kernel/profile.ts'

/** Whether ID cards are ordered and followed here. This module's part of the profile. */
export type CardsProfile = { readonly on: boolean }

const parts: Readonly<Record<Preset, { readonly cards: CardsProfile }>> = {
  oslomet: { cards: { on: false } },
  uio: { cards: { on: false } },
  sauda: { cards: { on: false } },
  sandnes: { cards: { on: true } },
}
export const own = ownProfile(parts)
export const cardsProfile = (profile: Profile): CardsProfile => own(profile).cards
