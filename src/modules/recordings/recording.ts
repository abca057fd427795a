import type { Happening } from '../../kernel/change.ts'
import type { Values } from '../../kernel/fields.ts'
import type { RegisterEvent, Registered } from '../../register/rules.ts'
import type { archiveFields, handOverFields, holdFields, recordFields, recordingFields } from './fields.ts'

export type Answers = Values<typeof recordingFields>
export type Recording = Registered<typeof recordFields>
export type Status = NonNullable<Recording['values']['status']>
export type Hold = Values<typeof holdFields>
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
        | 'recording.released'
        | 'recording.handedOver'
        | 'recording.archived'
        | 'recording.erased'
        | 'recording.noteMade'
    })
