import type { RawBuilder } from 'kysely'
import type { Role } from './actor.ts'
import type { Ctx } from './ctx.ts'
import type { Locale, Localised } from './texts.ts'

// How records hang together, as data: a module says of its kind of record where it stands and what it points at. docs/decisions/0030.

/** A question that points at other records. `to`: the kind of record they are. */
export type Pointer = {
  readonly field: string
  readonly column: string
  readonly several: boolean
  readonly to: string
  readonly label: (locale: Locale) => string
}

/** One kind of record, as those see it that hang together with it. The row stands as `r` in what is asked of the database. */
export type Linked = {
  readonly table: string
  /** What several are called, and where one is read. */
  readonly title: (locale: Locale) => string
  readonly href: (id: string) => string
  /** Which rows whoever asks may open: the organisation, and the rule of its space. */
  readonly seen: (ctx: Ctx) => RawBuilder<boolean>
  readonly name: RawBuilder<string>
  /** Where it stands, as it is kept, and its words; null where it says nothing. */
  readonly state?: RawBuilder<string | null>
  readonly stateIn?: (state: string, locale: Locale) => string | null
  readonly order: RawBuilder<unknown>
  readonly points: readonly Pointer[]
  /** What its questions are called, for why something must be looked at again. */
  readonly label: (field: string, locale: Locale) => string | null
  /** Its list, of those alone that point at a record by this question; null where it cannot be narrowed so. */
  readonly list?: (field: string, id: string) => string | null
  /** Those that are still to be right: what has ended is not marked. All where absent. */
  readonly runs?: RawBuilder<boolean>
  /** Who says that it is still right; absent where nothing marks it. */
  readonly held?: (ctx: Ctx, id: string) => Promise<Held | undefined>
  /** The kinds of record on whose page a panel of its own shows these: they are not listed there once more. */
  readonly shownOn?: readonly string[]
  /** Its page is parts, a line each. */
  readonly folded?: true
}

export type Held = { readonly name: Localised; readonly owner: string | null; readonly roles: readonly Role[]; readonly may: boolean }

/** A change in records of one kind that those of another, which hang together with them, must be looked at again for. */
export type MarkRule = {
  /** The type of the event, which begins with the kind of the record. */
  readonly when: string
  /** Only where one of these questions has another answer. */
  readonly fields?: readonly string[]
  readonly marks: string
}
