import type { Happening } from '../../kernel/change.ts'
import type { Audience } from '../../kernel/comment.ts'
import type { RecordKey } from '../../kernel/ids.ts'

export type Comment = {
  readonly id: string
  readonly version: number
  readonly place: RecordKey
  readonly audience: Audience
  /** Empty where it is withdrawn. */
  readonly text: string
  readonly mentions: readonly string[]
  readonly writtenAt: Date
  readonly writtenBy: string
  readonly editedAt: Date | null
  readonly withdrawnAt: Date | null
}

/** Never what was written, nor who was mentioned. */
export type CommentEvent = Happening &
  (
    | { readonly type: 'comment.added' | 'comment.edited'; readonly audience: Audience; readonly mentions: number }
    | { readonly type: 'comment.withdrawn' }
    | { readonly type: 'comment.refused'; readonly why: string }
  )
