import type { Searched } from '../../kernel/searched.ts'
import type { Locale } from '../../kernel/texts.ts'
import type { OptionGroup } from '../../ui/field.tsx'

/** Who did it: a person, a protected reporter whom the log does not know, or the clockwork on its own. */
export type ActorKind = 'person' | 'protected' | 'clockwork'

/** One line of the log. `data` holds names of fields and codes, never what a person wrote. */
export type TimelineEntry = {
  readonly id: string
  readonly at: Date
  readonly actorId: string | null
  readonly actorKind: ActorKind
  readonly subjectType: string
  readonly subjectId: string | null
  readonly type: string
  readonly data: Readonly<Record<string, unknown>>
}

/** Records by the numbers that people know them by; the shell knows the registers. */
export type Subjects<C> = {
  readonly idsOf: (ctx: C, reference: string) => Promise<readonly string[]>
  readonly numbersOf: (ctx: C, ids: readonly string[]) => Promise<ReadonlyMap<string, string>>
}

/** The kinds of event one can ask for: the shell knows every module's events, and names them. */
export type LogKinds = {
  readonly groups: (locale: Locale) => readonly OptionGroup[]
  /** The types of one kind; none where there is no such kind. */
  readonly typesOf: (kind: string) => readonly string[]
}

/** What the reader asked for. Days are whole days in Oslo. */
export type LogFilter = {
  readonly from: string | null
  readonly to: string | null
  readonly kind: string | null
  /** A number that a record has, or an id. What was written and is none of them finds nothing, and stands sealed in the address. */
  readonly subject: string | Searched | null
  /** Ids, because a name does not belong in an address; an empty list is nobody. */
  readonly persons: readonly string[] | null
}
export const filterNames = ['from', 'to', 'kind', 'subject', 'persons'] as const satisfies readonly (keyof LogFilter)[]

/** The filter as the database is asked: names have become ids and a kind its types. Null is no limit; an empty list is nobody. */
export type LogQuery = {
  readonly since: Date | null
  readonly before: Date | null
  readonly types: readonly string[] | null
  readonly subjectIds: readonly string[] | null
  readonly actorIds: readonly string[] | null
}

export type Place = { readonly at: Date; readonly id: string }

/** Which filters were used and how many lines they found; never what was searched for (S4-167). */
export type AuditEvent =
  | { readonly type: 'audit.searched'; readonly filters: readonly string[]; readonly hits: number; readonly more: boolean }
  | { readonly type: 'audit.exported'; readonly filters: readonly string[]; readonly rows: number; readonly more: boolean }
