import type { LocalDate } from '../../kernel/calendar/calendar.ts'
import type { Preset, Profile } from '../../kernel/profile.ts'

export type Organisation = {
  readonly id: string
  readonly name: string
  /** Short name in lower-case letters: the organisation's mark in addresses of the demo and in file names. */
  readonly slug: string
  readonly demo: boolean
  readonly profileVersion: number
}

/** What set-up or example data gives. */
export type NewOrganisation = { readonly name: string; readonly slug: string; readonly profile: Profile; readonly demo: boolean }

export type OrganisationEvent =
  | { readonly type: 'organisation.created'; readonly preset: Preset; readonly demo: boolean }
  | { readonly type: 'organisation.logoSet' | 'organisation.logoRemoved' }
  | { readonly type: 'organisation.detailsEdited'; readonly fields: readonly string[] }
  | { readonly type: 'organisation.settingPlanned'; readonly holdsFrom: LocalDate; readonly keys: readonly string[] }
  | { readonly type: 'organisation.planDropped' | 'organisation.planRefused' }
  | { readonly type: 'organisation.profileChanged'; readonly version: number; readonly keys: readonly string[] }
