import type { LocalDate } from '../../kernel/calendar/calendar.ts'
import type { Happening, Refused } from '../../kernel/change.ts'
import type { ExpiringKind } from '../../kernel/expiring.ts'
import type { Values } from '../../kernel/fields.ts'
import type { RecordHold } from '../../register/holds/holds.ts'
import type { Registered } from '../../register/rules.ts'
import type { archiveFields, holdFields, moveHoldFields, ownFields } from './fields-own.ts'

/** What is said of one of Varde's own records: it is kept back, or lies in the archive. */
export type Own = Registered<typeof ownFields>
export type Hold = Values<typeof holdFields>
export type MovedHold = Values<typeof moveHoldFields>
/** One reason to keep it back. */
export type Held = RecordHold<NonNullable<Hold['holdReason']>>
export type Archiving = Values<typeof archiveFields>
export type OwnEvent =
  | (Happening & { readonly type: `own_record.${'held' | 'holdMoved' | 'holdEnded' | 'released' | 'archived'}` })
  | Refused<'own_record'>

/** How one stands: the day that it goes on, where its time runs at all. */
export type OwnStanding = {
  readonly type: ExpiringKind
  readonly id: string
  readonly since: LocalDate
  readonly goesOn: LocalDate
  /** It goes no sooner than somebody has said where it is kept in the archive. */
  readonly needsArchive: boolean
  readonly own: Own | undefined
  /** Why it is kept back, each reason by itself. */
  readonly holds: readonly Held[]
}
