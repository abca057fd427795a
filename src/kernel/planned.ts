import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from './ctx.ts'
import type { Locale } from './texts.ts'

/** What is planned in one kind of record: a measure, a finding to be put right, a decision to be carried out. */
export type PlannedActions = {
  /** Its word in the address of the list; never changed once it is out. */
  readonly key: string
  /** Where it comes from, in words. */
  readonly label: (locale: Locale) => string
  /** Those of records that whoever asks may open, as `plannedRows` reads them. */
  readonly rows: (ctx: Ctx) => RawBuilder<unknown>
  /** What somebody wrote of it stands on the page alone, and in no file (S3-11). */
  readonly quiet?: true
}

type Said = {
  readonly id: RawBuilder<unknown>
  readonly what: RawBuilder<unknown>
  /** What its record is called, and the address of its page. */
  readonly about: RawBuilder<unknown>
  readonly href: RawBuilder<unknown>
  readonly owner: RawBuilder<unknown>
  /** Who does it, where that is a role, or words from before either could be chosen. */
  readonly role?: RawBuilder<unknown>
  readonly words?: RawBuilder<unknown>
  readonly unit?: RawBuilder<unknown>
  readonly due: RawBuilder<unknown>
  readonly done: RawBuilder<unknown>
  /** Who decided it, when, and what shows that it is done (S4-005). */
  readonly decidedBy?: RawBuilder<unknown>
  readonly decidedOn?: RawBuilder<unknown>
  readonly evidence?: RawBuilder<unknown>
}

/** One select of a module, in the shape that all of them have. `from`: the tables, and who may open the record. */
export const plannedRows = (
  { id, what, about, href, owner, role, words, unit, due, done, decidedBy, decidedOn, evidence }: Said,
  from: RawBuilder<unknown>,
) => sql`
  select ${id} as id, ${what}::text as what, ${about}::text as about, ${href}::text as href, ${owner}::uuid as owner_id,
    ${role ?? sql`null`}::text as role, ${words ?? sql`null`}::text as words, ${unit ?? sql`null`}::uuid as unit_id,
    ${due}::date as due_on, ${done}::boolean as done,
    ${decidedBy ?? sql`null`}::uuid as decided_by_id, ${decidedOn ?? sql`null`}::date as decided_on, ${evidence ?? sql`null`}::text as evidence ${from}`
