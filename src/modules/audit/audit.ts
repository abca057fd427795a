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

/** Which filters were used and how many lines they found; never what was searched for (S4-167). */
export type AuditEvent =
  | { readonly type: 'audit.searched'; readonly filters: readonly string[]; readonly hits: number; readonly more: boolean }
  /** Everything was put back from a backup of that moment; what was logged after it is gone. */
  | { readonly type: 'audit.restored'; readonly madeAt: string }
  | { readonly type: 'audit.keyRenewed'; readonly version: number }
  | { readonly type: 'audit.keyDeleted'; readonly version: number }
  | { readonly type: 'audit.exported'; readonly filters: readonly string[]; readonly rows: number }
