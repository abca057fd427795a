import { sql } from 'kysely'
import { record } from '../../kernel/audit.ts'
import { localDate, startOfDay } from '../../kernel/calendar/calendar.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { addKey, forgetKeys } from '../../kernel/keys.ts'
import { logKey, signed } from '../../kernel/log-seal.ts'
import { noSeal, sealIn, sha256 } from '../../kernel/verify-log.ts'
import type { AuditEvent } from './audit.ts'
import { type Line, lineOf, lineText } from './queries-sealed.ts'

/** A line of a moment that is longer past than this was written as of that moment: a seal of now would tell when it was (S4-131). */
const freshMs = 5 * 60_000

/**
 * Puts at most `limit` waiting lines under one seal, signed, that follows from the seal before it; answers how many. Two that seal at once
 * want the same number, and one of them is undone. Lines of an earlier hour, or of the day as a whole, wait until their day is over.
 */
export async function sealWaiting(ctx: Ctx, limit: number): Promise<number> {
  const { organisationId } = ctx.actor
  const today = startOfDay(localDate(ctx.now))
  const fresh = new Date(ctx.now.getTime() - freshMs)
  // By where they lie, which needs no plan: what the planner knows of a table that fills and empties each minute is always wrong.
  const { rows: due } = await sql<{ id: string }>`
    delete from audit_unsealed where ctid = any (array(
      select ctid from audit_unsealed where organisation_id = ${organisationId} and (at < ${today} or (at > ${today} and at >= ${fresh}))
      order by at limit ${limit}))
    returning event_id::text as id`.execute(ctx.tx)
  if (due.length === 0) return 0
  const { rows } = await sql<Line & { id: string }>`
    select ${lineText}, e.id::text as id from audit_event e
    where e.organisation_id = ${organisationId} and e.id = any (${due.map(({ id }) => id)}::uuid[]) order by e.at, e.id`.execute(ctx.tx)
  const last = await ctx.tx
    .selectFrom('audit_seal')
    .select('text')
    .where('organisation_id', '=', organisationId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  const before = last ? sealIn(last.text) : null
  if (last && !before) throw new Error('The newest seal of the log cannot be read. Run npm run audit:verify.')
  const hashes = rows.map((row) => sha256(lineOf(organisationId, row)))
  const number = (before?.number ?? 0) + 1
  const { seal, signature } = signed(logKey(ctx.house.houseKey), {
    organisation: organisationId,
    number,
    lines: rows.length,
    total: (before?.total ?? 0) + rows.length,
    previous: last ? sha256(last.text).toString('hex') : noSeal,
    content: sha256(Buffer.concat(hashes)).toString('hex'),
    // A clock that is set back makes no seal older than the one before it.
    at: [ctx.now.toISOString(), before?.at ?? ''].toSorted().at(-1) ?? '',
  })
  await ctx.tx
    .insertInto('audit_seal')
    .values({ organisation_id: organisationId, number, text: seal, signature: Buffer.from(signature, 'base64') })
    .execute()
  await sql`
    insert into audit_sealed (organisation_id, seal, place, event_id, hash)
    select ${organisationId}, ${number}, place, id, decode(hash, 'hex')
    from unnest(${rows.map(({ id }) => id)}::uuid[], ${hashes.map((hash) => hash.toString('hex'))}::text[]) with ordinality as line (id, hash, place)
  `.execute(ctx.tx)
  return rows.length
}

/** Whoever looks after the installation has made a newer key for the organisation. Undefined: another did at the same moment. */
export async function renewKey(ctx: Ctx): Promise<number | undefined> {
  const version = await addKey(ctx)
  if (version !== undefined) await recordKey(ctx, { type: 'audit.keyRenewed', version })
  return version
}

/** What is sealed with any of its keys can be read by nobody from now on. Only as the owner of the tables. Answers how many. */
export async function deleteKeys(ctx: Ctx): Promise<number> {
  const gone = await forgetKeys(ctx)
  for (const version of gone) await recordKey(ctx, { type: 'audit.keyDeleted', version })
  return gone.length
}

const recordKey = (ctx: Ctx, event: AuditEvent): Promise<void> => record(ctx, { type: 'audit', id: null }, [event])

/** Whoever reads the log must know that what came after the backup is not in it. */
export async function recordRestored(ctx: Ctx, madeAt: string): Promise<void> {
  const event: AuditEvent = { type: 'audit.restored', madeAt }
  await record(ctx, { type: 'audit', id: null }, [event])
}
