import { sql } from 'kysely'
import type { Ctx } from '../../../kernel/ctx.ts'
import type { Linked } from '../../../kernel/link.ts'
import { reference, type Status } from '../deviation.ts'
import { workedBy } from '../queries-standing.ts'
import { texts as reportTexts } from '../report/texts.ts'
import { texts } from '../texts.ts'
import { numberIn } from './worklist.ts'

/** The cases, as those see them that they name: whoever works on a case, and nobody else, sees that it exists (S1-13). */
export const linkedCases: Linked = {
  table: 'deviation',
  title: (locale) => texts(locale).nav.deviations,
  href: (id) => `/avvik/${id}`,
  seen: (ctx) =>
    sql`(select ${workedBy(ctx)} from deviation d where d.organisation_id = r.organisation_id and d.id = r.id) and r.status <> 'draft'`,
  name: sql`r.year || '-' || lpad(r.number::text, 4, '0')`,
  state: sql`r.status`,
  stateIn: (state, locale) => texts(locale).statuses[state as Status] ?? null,
  order: sql`r.year desc, r.number desc, r.id`,
  points: [
    { field: 'system', column: 'system_id', several: false, to: 'system', label: (locale) => reportTexts(locale).fields.system.label },
    {
      field: 'routine',
      column: 'routine_id',
      several: false,
      to: 'article',
      label: (locale) => reportTexts(locale).fields.routine.label,
    },
  ],
  label: () => null,
  folded: true,
}

/** For the log's search: the record that a case number names, whoever may see the case itself. The log holds no content. */
export async function caseIdsOf(ctx: Ctx, reference: string): Promise<readonly string[]> {
  const read = numberIn(reference)
  if (!read || read.year === null) return []
  const rows = await ctx.tx
    .selectFrom('deviation')
    .select('id')
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('year', '=', read.year)
    .where('number', '=', read.number)
    .execute()
  return rows.map(({ id }) => id)
}

/** The other way: the numbers of these cases. What is no case, or has no number yet, is left out. */
export async function caseNumbersOf(ctx: Ctx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await ctx.tx
    .selectFrom('deviation')
    .select(['id', 'year', 'number'])
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('id', 'in', [...ids])
    .execute()
  return new Map(rows.flatMap((row) => (reference(row) ? [[row.id, reference(row) ?? '']] : [])))
}

/** Whether anybody has reported anything here: no more than that. */
export const anyReported = async (ctx: Ctx): Promise<boolean> =>
  (await ctx.tx
    .selectFrom('deviation')
    .select('id')
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('status', '<>', 'draft')
    .limit(1)
    .executeTakeFirst()) !== undefined

/** How many cases of a unit were received in a year, of those that whoever asks works on. One incident counts once. */
export async function casesOfUnit(ctx: Ctx, unitId: string, year: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from deviation d
    where ${workedBy(ctx)} and d.affected_unit_id = ${unitId} and d.counted_year = ${year}
      and d.status <> 'draft' and d.merged_into is null`.execute(ctx.tx)
  return rows[0]?.count ?? 0
}
