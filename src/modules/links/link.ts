import type { Happening } from '../../kernel/change.ts'
import type { Linked, MarkRule } from '../../kernel/link.ts'

export type Subject = { readonly type: string; readonly id: string }

/** What the rows of all modules say, when it is asked. */
export type Linkings = {
  readonly of: (type: string) => Linked | undefined
  readonly all: () => readonly (readonly [type: string, linked: Linked])[]
  readonly rules: () => readonly MarkRule[]
}

/** A record that must be looked at again, and why. */
export type Mark = {
  readonly id: string
  readonly subject: Subject
  readonly because: Subject
  /** The event, and the questions whose answers changed. */
  readonly event: string
  readonly fields: readonly string[]
  /** Null: the clock. */
  readonly by: string | null
  readonly at: Date
}

export type LookedAt = Mark & { readonly lookedBy: string; readonly lookedAt: Date; readonly note: string | null }

export type LinkEvent = Happening &
  (
    | { readonly type: 'link.marked'; readonly because: string; readonly event: string; readonly fields: readonly string[] }
    | { readonly type: 'link.looked'; readonly count: number }
  )
