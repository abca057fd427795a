import { ownProfile, type Preset, type Profile } from '../../kernel/profile.ts'

/** This module's part of the profile: how long what is left stays, how long a declaration holds, and the organisation's own checklist. */
export type LeavingProfile = {
  readonly oneDriveDays: number
  readonly accountMonths: number
  /** Null: a declaration is signed once. */
  readonly declarationYears: number | null
  readonly ownList: string | null
  /** How the service desk is reached: a number, an address, opening hours. */
  readonly serviceDesk: string | null
}

const sandnes: LeavingProfile = { oneDriveDays: 30, accountMonths: 3, declarationYears: null, ownList: null, serviceDesk: null }
const parts: Readonly<Record<Preset, { readonly leaving: LeavingProfile }>> = {
  // The days and months are Sandnes's (S4-045, S4-046); the others begin with the same, and set their own.
  oslomet: { leaving: sandnes },
  uio: { leaving: sandnes },
  sauda: { leaving: sandnes },
  sandnes: { leaving: sandnes },
}
export const own = ownProfile(parts)
export const leavingProfile = (profile: Profile): LeavingProfile => own(profile).leaving
/** How the service desk is reached, in the organisation's own words. */
export const serviceDeskOf = (profile: Profile): string | null => leavingProfile(profile).serviceDesk
