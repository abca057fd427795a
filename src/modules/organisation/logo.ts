/** A picture for the top of documents. Width and height in pixels. */
export type Logo = { readonly id: string; readonly width: number; readonly height: number; readonly png: Uint8Array }

/** What stands at the top of the organisation's documents, and at the foot of them. */
export type Letterhead = {
  readonly lines: readonly string[]
  readonly logo: Logo | null
  /** The organisation's own words at the foot of its documents; null for none. */
  readonly footer: string | null
}

/** Why a picture was not taken. */
export const logoRefusals = ['noFile', 'tooLarge', 'notAPicture', 'pointsOut', 'oddShape'] as const
export type LogoRefusal = (typeof logoRefusals)[number]

/** The most that an uploaded logo may hold, in bytes. */
export const logoBytes = 1_048_576
