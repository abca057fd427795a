import type { Happening } from '../../kernel/change.ts'
import type { RecordKey } from '../../kernel/ids.ts'

/** What a scanner has said of a file: `waiting` is quarantine, `unscanned` where no scanner is set. */
export const states = ['waiting', 'unscanned', 'clean', 'infected'] as const
export type State = (typeof states)[number]

/** The record that a file hangs on. */

/** What somebody may do with the files of a record. */
export type Right = 'none' | 'read' | 'add'

export type StoredFile = {
  readonly id: string
  readonly place: RecordKey
  readonly name: string
  /** By its content. */
  readonly mediaType: string
  /** In bytes. */
  readonly size: number
  readonly state: State
  readonly addedAt: Date
  readonly addedBy: string | null
  readonly removedAt: Date | null
  readonly removalReason: string | null
}

export const refusals = [
  'noFile',
  'emptyFile',
  'tooLarge',
  'program',
  'picture',
  'quarantined',
  'gone',
  'notAllowed',
  'notFound',
  'incomplete',
] as const
export type FileRefusal = (typeof refusals)[number]

/** Never the file's name: people name files after people. */
export type FileEvent = Happening &
  (
    | { readonly type: 'file.added'; readonly mediaType: string; readonly size: number }
    | { readonly type: 'file.opened' }
    | { readonly type: 'file.scanned'; readonly state: State }
    | { readonly type: 'file.removed' }
    | { readonly type: 'file.refused'; readonly why: string }
  )
