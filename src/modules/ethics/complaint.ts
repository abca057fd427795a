import type { Happening, Refused } from '../../kernel/change.ts'
import type { Values } from '../../kernel/fields.ts'
import type { Registered } from '../../register/rules.ts'
import type { askFields, closingFields, recordFields, talkFields, talkRecordFields } from './fields.ts'

export type Asking = Values<typeof askFields>
export type Closing = Values<typeof closingFields>
/** `receives`: whoever asks leads the unit that it was sent to; the database alone knows. */
export type Complaint = Registered<typeof recordFields> & { readonly receives: boolean }
export type Status = NonNullable<Complaint['values']['status']>
export type Part = 'writer' | 'receiver'
export type Deed = 'edit' | 'discard' | 'send' | 'receive' | 'close'
export type ComplaintEvent =
  | (Happening & {
      readonly type: `ethics_complaint.${'drafted' | 'edited' | 'discarded' | 'sent' | 'received' | 'closed' | 'rerouted'}`
    })
  | Refused<'ethics_complaint'>

export type TalkAsking = Values<typeof talkFields>
export type Talk = Registered<typeof talkRecordFields>
export type TalkEvent = (Happening & { readonly type: `ethics_talk.${'asked' | 'arranged'}` }) | Refused<'ethics_talk'>

/** FE-2026-0001: a series of its own, beside that of the deviations. */
export const referenceOf = ({ values: { year, number } }: Pick<Complaint, 'values'>): string | null =>
  year === null || number === null ? null : `FE-${year}-${String(number).padStart(4, '0')}`
