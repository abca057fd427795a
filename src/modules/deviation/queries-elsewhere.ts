import { sql } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'
import { reference, type Status } from './deviation.ts'
import { seenBy } from './queries-list.ts'

export type CaseLine = {
  readonly id: string
  readonly year: number
  readonly number: number
  readonly status: Status
  readonly receivedAt: Date
}

const mostShown = 20

/** For a system's page: the cases that name it, as far as this person may see them (S1-13). */
export async function deviationsOfSystem(ctx: Ctx, systemId: string): Promise<readonly CaseLine[]> {
  const { rows } = await sql<CaseLine>`
    select d.id, d.year, d.number, d.status, d.received_at as "receivedAt" from deviation d
    where ${seenBy(ctx)} and d.system_id = ${systemId}::uuid and d.status <> 'draft'
    order by d.year desc, d.number desc limit ${mostShown}`.execute(ctx.tx)
  return rows
}

/** For the log's search: the record that a case number names, whoever may see the case itself. The log holds no content. */
export async function caseIdsOf(ctx: Ctx, reference: string): Promise<readonly string[]> {
  const read = /^\s*(\d{4})\s*[-/]\s*(\d{1,6})\s*$/.exec(reference)
  if (!read) return []
  const rows = await ctx.tx
    .selectFrom('deviation')
    .select('id')
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('year', '=', Number(read[1]))
    .where('number', '=', Number(read[2]))
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
