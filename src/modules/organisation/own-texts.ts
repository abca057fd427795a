import { noText, type OwnText, ownProfile, type Profile } from '../../kernel/profile.ts'

type Part = { readonly texts: { readonly footer: OwnText } }
const none: Part = { texts: { footer: noText } }

/** The organisation's own words that every module's documents have. */
export const ownTexts = ownProfile<Part>({ oslomet: none, uio: none, sauda: none, sandnes: none })
export const ownWords = (profile: Profile): Part['texts'] => ownTexts(profile).texts
