import { sql } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'
import { newId } from '../../kernel/ids.ts'
import { registerStore } from '../../register/store.ts'
import { recordFields } from './fields.ts'
import type { Correction, Finding, Search, SubjectRequestEvent } from './subject-request.ts'

export const store = registerStore<typeof recordFields, SubjectRequestEvent>('subject_request', recordFields, { unique: null })

/** The next number of the year, without gaps: the row is locked until the request is committed. */
export async function nextReference(ctx: Ctx, year: number): Promise<string> {
  const { last } = await ctx.tx
    .insertInto('subject_request_number')
    .values({ organisation_id: ctx.actor.organisationId, year, last: 1 })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'year']).doUpdateSet({ last: sql`subject_request_number.last + 1` }))
    .returning('last')
    .executeTakeFirstOrThrow()
  return `K-${year}-${String(last).padStart(4, '0')}`
}

export async function readSearches(ctx: Ctx, requestId: string): Promise<readonly Search[]> {
  const rows = await ctx.tx
    .selectFrom('subject_request_search')
    .selectAll()
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('subject_request_id', '=', requestId)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    system: row.system_id,
    searcher: row.searcher_id,
    finding: row.finding as Search['finding'],
    note: row.note,
    searchedAt: row.searched_at,
    searchedBy: row.searched_by_id,
  }))
}

export type Asked = { readonly system: string; readonly searcher: string | null }

/** One line a system, whoever presses twice. Answers how many are new. */
export async function addSearches(ctx: Ctx, requestId: string, systems: readonly Asked[]): Promise<number> {
  if (systems.length === 0) return 0
  const made = await ctx.tx
    .insertInto('subject_request_search')
    .values(
      systems.map(({ system, searcher }) => ({
        organisation_id: ctx.actor.organisationId,
        id: newId(ctx.now),
        subject_request_id: requestId,
        system_id: system,
        searcher_id: searcher,
      })),
    )
    .onConflict((conflict) => conflict.columns(['organisation_id', 'subject_request_id', 'system_id']).doNothing())
    .executeTakeFirst()
  return Number(made.numInsertedOrUpdatedRows ?? 0)
}

/** False: another has answered since the page was opened. */
export async function writeFinding(ctx: Ctx, id: string, version: number | null, { finding, note }: Finding): Promise<boolean> {
  const done = await ctx.tx
    .updateTable('subject_request_search')
    .set({ finding, note, searched_at: ctx.now, searched_by_id: ctx.actor.personId, version: sql`version + 1` })
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('id', '=', id)
    .$if(version !== null, (query) => query.where('version', '=', version))
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

export async function addCorrection(ctx: Ctx, requestId: string, fields: readonly string[], reason: string): Promise<void> {
  await ctx.tx
    .insertInto('subject_request_correction')
    .values({
      organisation_id: ctx.actor.organisationId,
      id: newId(ctx.now),
      subject_request_id: requestId,
      corrected_at: ctx.now,
      corrected_by_id: ctx.actor.personId,
      fields: [...fields],
      reason,
    })
    .execute()
}

/** What was corrected in a request, the latest first. */
export async function readCorrections(ctx: Ctx, requestId: string): Promise<readonly Correction[]> {
  const rows = await ctx.tx
    .selectFrom('subject_request_correction')
    .select(['id', 'corrected_at as at', 'corrected_by_id as by', 'fields', 'reason'])
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('subject_request_id', '=', requestId)
    .orderBy('id', 'desc')
    .execute()
  return rows
}
