import type { Locale } from '../../../kernel/texts.ts'

/** One of those whom a visitor of the demo may be. */
export type DemoPerson = {
  /** Stable: `sauda-personvernombud`. */
  readonly slug: string
  readonly name: string
  readonly role: string
  /** Under the name on the page: the role where the name does not say it, and the unit. */
  readonly hint: string
  readonly organisation: string
  readonly organisationId: string
  readonly personId: string
}

export type DemoGroup = { readonly organisation: string; readonly language: Locale; readonly people: readonly DemoPerson[] }
