import type { RawBuilder } from 'kysely'
import type { Ctx } from './ctx.ts'

// Varde's own records that go by themselves when nobody needs them any more: a module says when the time of one runs from, and how it is taken
// away; `retention` says how long it is kept, and stops it where somebody must keep it. docs/decisions/0047.

/** The kinds of record that go, by their tables: the words of their modules. */
export const expiringKinds = [
  'subject_request',
  'question',
  'employment',
  'access_grant',
  'mailbox_access',
  'id_card',
  'loan_card',
  'equipment_delivery',
  'ethics_complaint',
  'ethics_talk',
  'training_completion',
  'article_confirmation',
  'sharing_told',
  'person',
] as const
export type ExpiringKind = (typeof expiringKinds)[number]

export type Expiring = {
  /** The day its time runs from, of its row `r`; null for as long as it is in use. */
  readonly since: RawBuilder<string | null>
  /** Takes the rows away with all that belongs to them and stands in the module's own tables. */
  readonly remove: (ctx: Ctx, ids: readonly string[]) => Promise<void>
  /** It may have to be kept in the archive: it goes no sooner than somebody has said where it is kept. */
  readonly archived?: true
}
export type Expirings = (kind: ExpiringKind) => Expiring
