import { sql } from 'kysely'
import { endOfDay, type LocalDate } from '../../kernel/calendar/calendar.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import type { RecordKey } from '../../kernel/ids.ts'
import { contentIn } from '../../kernel/version.ts'
import type { Version } from './version.ts'

/** The newest first, at most `limit`; `before`: older than that one. Ask only for a record that whoever asks may see. */
export async function versionsOf(ctx: Ctx, place: RecordKey, limit: number, before: number | null = null): Promise<readonly Version[]> {
  let asked = rowsOf(ctx, place)
  if (before !== null) asked = asked.where('version', '<', before)
  const rows = await asked.orderBy('version', 'desc').limit(limit).execute()
  return Promise.all(rows.map((row) => versionFrom(ctx, row)))
}

/** What the record said at the end of a day; undefined where it was not there yet. */
export async function standingOn(ctx: Ctx, place: RecordKey, date: LocalDate): Promise<Version | undefined> {
  const until = endOfDay(date)
  const row = await rowsOf(ctx, place)
    .where((of) => of.or([of('at', 'is', null), of('at', '<', until)]))
    .orderBy('version', 'desc')
    .executeTakeFirst()
  return row && versionFrom(ctx, row)
}

export async function findVersion(ctx: Ctx, place: RecordKey, version: number): Promise<Version | undefined> {
  const row = await rowsOf(ctx, place).where('version', '=', version).executeTakeFirst()
  return row && versionFrom(ctx, row)
}

/** A version as one chooses it: when and by whom, and none of what it says. */
export type Named = Pick<Version, 'version' | 'at' | 'byId' | 'byKind' | 'approved'>

/** Those that can be compared, the newest first: all that were approved, and of the others the newest. */
export async function namedVersions(ctx: Ctx, { type, id }: RecordKey): Promise<readonly Named[]> {
  const { rows } = await sql<Named>`
    select version, at, by_id as "byId", by_kind as "byKind", approved from record_version
    where organisation_id = ${ctx.actor.organisationId} and subject_type = ${type} and subject_id = ${id}
    order by approved desc, version desc limit ${sql.lit(mostNamed)}`.execute(ctx.tx)
  return [...rows].sort((a, b) => b.version - a.version)
}
const mostNamed = 300

const rowsOf = (ctx: Ctx, { type, id }: RecordKey) =>
  ctx.tx
    .selectFrom('record_version')
    .select(['version', 'at', 'by_id', 'by_kind', 'approved', 'content', 'content_sealed', 'subject_type', 'subject_id'])
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('subject_type', '=', type)
    .where('subject_id', '=', id)

const versionFrom = async (ctx: Ctx, row: Awaited<ReturnType<ReturnType<typeof rowsOf>['execute']>>[number]): Promise<Version> => ({
  version: row.version,
  at: row.at,
  byId: row.by_id,
  byKind: row.by_kind as Version['byKind'],
  approved: row.approved,
  content: await contentIn(ctx, row),
})
