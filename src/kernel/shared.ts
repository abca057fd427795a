import type { Actor, Role } from './actor.ts'
import type { Refusal } from './change.ts'
import type { Ctx } from './ctx.ts'
import type { Fields, FieldTexts } from './fields.ts'
import type { Reference } from './reference.ts'
import type { Locale } from './texts.ts'
import type { Content } from './version.ts'

// A record that is written once and used by many organisations, as data: a module says of its kind of record what goes along, and by which
// of its own deeds another organisation begins with it and takes over what changed. docs/decisions/0044.

/** The kinds of record that are shared: the words of their modules. */
export const sharedKinds = ['processing', 'system', 'risk', 'dpia', 'agreement', 'article', 'deviation'] as const
export type SharedKind = (typeof sharedKinds)[number]

/** The record itself, or lines that belong to it: scenarios, measures, sub-processors. */
export type SharedPart = {
  readonly fields: Fields
  readonly texts: (locale: Locale) => FieldTexts<Fields>
  /** Who answers for what it points at; a reference to another line of the same record is none of them. */
  readonly references: Readonly<Record<string, Reference>>
  /** The questions that go along, each by its name. What is not named is the organisation's own: who, when, and what was decided. */
  readonly goes: readonly string[]
  /** What one line is called, and the question that names it; the record itself has none. */
  readonly line?: { readonly title: (locale: Locale) => string; readonly name: string }
  /** What a line must say of its organisation, out of what whoever takes it has answered. */
  readonly own?: (own: Own) => Readonly<Record<string, unknown>>
}

/** What an organisation says itself when it takes a record. `due`: where its lines are carried out by a day. */
export type Own = {
  readonly unit: string | null
  readonly owner: string
  readonly due: string | null
  /** Of an incident: whom it came from, what they call it, and since when the organisation knows. */
  readonly told?: { readonly from: string; readonly name: string; readonly at: Date }
}

export type LineKey = { readonly part: string; readonly id: string }
type Answers = Readonly<Record<string, unknown>>
type Done = Promise<{ readonly ok: true; readonly next: { readonly id: string } } | Refusal>

/** Where a record stands here, without what its lines say. */
export type Stands = {
  readonly version: number
  readonly name: string
  /** It says what was decided, and may be shared as it stands. */
  readonly ready: boolean
  /** Nothing more is asked about it. */
  readonly ended: boolean
  /** Whose it is here, who stands behind, and whether whoever asks may edit it. */
  readonly owner: string | null
  readonly roles: readonly Role[]
  readonly may: boolean
  /** Whoever asks may share it by what the profile says of its kind, beside those who answer for what leaves the organisation. */
  readonly shares?: boolean
  /** Of an incident: from when the 72 hours of this organisation count. */
  readonly knownAt?: Date | null
}
export type Read = Stands & {
  /** All it says: the record by its kind, lines by `part.id`. */
  readonly content: Content
}

export type Shareable = {
  readonly at: `/${string}`
  readonly main: SharedPart
  /** In the order that they are written in. */
  readonly lines: Readonly<Record<string, SharedPart>>
  /** On its page the parts are folded, and so is this one. */
  readonly folded?: true
  /** It tells of weaknesses: only those who are named have it. */
  readonly named?: true
  /**
   * An incident that several answer for (GDPR art. 33): those who are named are told at once, and each takes it once, as a case of its own.
   * Whose task that is.
   */
  readonly incident?: (ctx: Ctx) => Promise<readonly Role[]>
  /** Who reads such records here, and who begins one. */
  readonly sees: (actor: Actor) => boolean
  readonly takes: (actor: Actor) => boolean
  readonly stands: (ctx: Ctx, id: string) => Promise<Stands | undefined>
  readonly read: (ctx: Ctx, id: string) => Promise<Read | undefined>
  /** The module's own deeds, with its rules. `answers`: what goes along, complete with what is the organisation's own. */
  readonly begin: (ctx: Ctx, id: string, answers: Answers, own: Own) => Done
  readonly edit: (ctx: Ctx, id: string, version: number, answers: Answers) => Done
  /** Writes one line, or takes it out (null). */
  readonly writeLine: (ctx: Ctx, id: string, version: number | null, line: LineKey, answers: Answers | null) => Done
  readonly refusals: (locale: Locale) => Readonly<Record<string, string>>
}
