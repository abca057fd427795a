import type { Happening } from '../../kernel/change.ts'
import type { RecordKey } from '../../kernel/ids.ts'
import type { Shareable } from '../../kernel/shared.ts'
import type { Content } from '../../kernel/version.ts'

/** Every kind of record that is shared, as the rows of the modules say. */
export type Shareables = (type: string) => Shareable | undefined

/** Whom a record is shared with: a circle, every organisation of the installation, or the units of one's own organisation. */
export type Audience = { readonly to: 'circle'; readonly circle: string } | { readonly to: 'everyone' } | { readonly to: 'own' }

/** The newest edition of what is shared. `source`: the organisation that shares it, and its record. */
export type Shared = {
  readonly organisation: string
  readonly from: string
  readonly subject: RecordKey
  readonly edition: number
  readonly version: number
  readonly audience: Audience
  readonly name: string
  readonly note: string | null
  readonly content: Content
  readonly at: Date
  /** Of an incident: since when whoever shares it has known. Null: it is none, or was shared before that went along. */
  readonly knownAt: Date | null
  /** The last edition in which something was taken out of it. */
  readonly redacted: number | null
}

export type Source = { readonly organisation: string; readonly type: string; readonly id: string }

/** Ours by the id at the source. A line that is not named has the same id in both. */
export type LineIds = Readonly<Record<string, string>>

/** A record of one's own that began with a shared one. `edition`, `content`: what was taken, or answered last. */
export type Taken = {
  readonly subject: RecordKey
  readonly source: Source
  readonly from: string
  readonly edition: number
  readonly content: Content
  /** Our lines by the ids they have at the source. */
  readonly lines: LineIds
  readonly at: Date
  readonly unit: string | null
}

/** An incident that another organisation has told of. `declined`: it is not ours. */
export type Told = {
  readonly id: string
  readonly source: Source
  readonly at: Date
  readonly declined: { readonly at: Date; readonly reason: string } | null
}

export type Circle = { readonly id: string; readonly version: number; readonly name: string; readonly members: readonly Member[] }
export type Member = { readonly id: string; readonly name: string }

/** What differs between what was taken and what the source says now. */
export type Difference =
  | {
      readonly kind: 'answer'
      readonly key: string
      readonly field: string
      readonly before: unknown
      readonly now: unknown
      readonly ours: unknown
    }
  /** A whole line that came, or went. */
  | { readonly kind: 'line'; readonly key: string; readonly came: boolean }

export const choices = ['accept', 'keep'] as const
export type Choice = (typeof choices)[number]

export type SharingEvent = Happening &
  (
    | { readonly type: 'sharing.shared'; readonly edition: number; readonly to: Audience['to'] }
    | { readonly type: 'sharing.taken' | 'sharing.redacted'; readonly edition: number }
    | { readonly type: 'sharing.answered'; readonly edition: number; readonly accepted: number; readonly kept: number }
    | {
        readonly type:
          | 'sharing.told'
          | 'sharing.declined'
          | 'sharing.withdrawn'
          | 'sharing.released'
          | 'sharing.circleSaved'
          | 'sharing.circleRemoved'
          | 'sharing.memberNamed'
          | 'sharing.memberRemoved'
      }
  )
