import type { Happening } from '../../kernel/change.ts'
import type { Values } from '../../kernel/fields.ts'
import type { RecordHold } from '../../register/holds/holds.ts'
import type { RegisterEvent, Registered } from '../../register/rules.ts'
import type { archiveFields, handOverFields, holdFields, moveHoldFields, recordFields, recordingFields } from './fields.ts'

export type Answers = Values<typeof recordingFields>
export type Recording = Registered<typeof recordFields>
export type Status = NonNullable<Recording['values']['status']>
export type Hold = Values<typeof holdFields>
export type MovedHold = Values<typeof moveHoldFields>
/** One of its reasons. */
export type Held = RecordHold<NonNullable<Hold['holdReason']>>
export type HandOver = Values<typeof handOverFields>
export type Archived = Values<typeof archiveFields>

/** Somebody has opened the page of a recording. */
export type Opening = { readonly at: Date; readonly by: string | null }

export type RecordingEvent =
  | RegisterEvent<'recording'>
  | (Happening & {
      readonly type:
        | 'recording.opened'
        | 'recording.held'
        | 'recording.holdMoved'
        | 'recording.holdEnded'
        | 'recording.released'
        | 'recording.handedOver'
        | 'recording.archived'
        | 'recording.erased'
        | 'recording.noteMade'
    })
