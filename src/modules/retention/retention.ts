import type { LocalDate } from '../../kernel/calendar/calendar.ts'
import type { Happening } from '../../kernel/change.ts'
import type { ExpiringKind } from '../../kernel/expiring.ts'
import type { Values } from '../../kernel/fields.ts'
import type { RegisterEvent, Registered } from '../../register/rules.ts'
import type { deletionFields, proofFields } from './fields.ts'

export type Deletion = Registered<typeof deletionFields>
export type State = NonNullable<Deletion['values']['state']>
export type Deed = 'carryOut' | 'confirm' | 'sendBack'
/** `owner`: answers for the data, by name, by unit or for the whole. Nobody confirms what they did themselves. */
export type Part = 'owner' | 'officer'
export type SubjectKind = NonNullable<Deletion['values']['subject']>
export type Proof = Values<typeof proofFields>

/** What follows from how a record stands: a deletion, none, or one that a hold stops. */
export type Due = {
  readonly why: NonNullable<Deletion['values']['why']>
  readonly dueOn: LocalDate
  readonly planned: 'delete' | 'anonymise'
}
export type Wanted = Due | 'held' | null
/** The same with whose it is, and what it is called where nobody may be named. */
export type Subject = { readonly wanted: Wanted; readonly name: string; readonly unit: string | null; readonly owner: string | null }

export type DeletionEvent =
  | RegisterEvent<'deletion'>
  | (Happening & {
      readonly type:
        | 'deletion.moved'
        | 'deletion.stopped'
        | 'deletion.dropped'
        | 'deletion.carriedOut'
        | 'deletion.confirmed'
        | 'deletion.sentBack'
        | 'deletion.reportMade'
    })
  | (Happening & {
      readonly type: 'deletion.ownRemoved'
      readonly kind: 'recordings' | 'proofs' | 'names' | ExpiringKind
      readonly count: number
    })
