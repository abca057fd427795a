import type { LocalDate } from '../../kernel/calendar/calendar.ts'
import type { Happening } from '../../kernel/change.ts'
import type { Localised } from '../../kernel/texts.ts'

export const scopes = ['meg', 'enhet', 'alle'] as const
export type Scope = (typeof scopes)[number]

/** Something that is due. */
export type Entry = {
  readonly id: string
  /** The day it stands on, and the time of day where it has one. */
  readonly day: LocalDate
  readonly at: Date | null
  readonly title: Localised
  readonly reference: string | null
  /** What it is about; null where whoever reads may not know, or nobody said. */
  readonly about: Localised | null
  readonly href: string | null
  /** Who has it, in words; null where it is one's own. */
  readonly holder: string | null
}

export type Feed = { readonly id: string; readonly madeAt: Date; readonly readAt: Date | null }

export type FeedEvent = Happening & { readonly type: 'calendar.feedMade' | 'calendar.feedRevoked' }
