import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '../kernel/ctx.ts'
import type { Linked } from '../kernel/link.ts'

type Recorded = {
  readonly table: string
  readonly kind: string
  readonly seen: Linked['seen']
  /** Which of its records are decided, and so are documents. */
  readonly when: RawBuilder<boolean>
  readonly madeAt: RawBuilder<Date>
  readonly edition: RawBuilder<number>
  /** Where the record itself keeps what the archive calls it. */
  readonly reference?: RawBuilder<string | null>
}

/** The records of a register that are documents themselves, once they are decided: one each. The row stands as `r`. */
export const recordDocuments =
  ({ table, kind, seen, when, madeAt, edition, reference }: Recorded) =>
  (ctx: Ctx): RawBuilder<unknown> =>
    sql`
    select r.id, r.id as record_id, ${kind}::text as kind, r.name as title, ${madeAt} as made_at, ${edition}::int as edition, r.unit_id,
      ${reference ?? sql`null`}::text as reference, null::int as year, null::text as about, null::date as about_on
    from ${sql.table(table)} r where ${seen(ctx)} and ${when}`
