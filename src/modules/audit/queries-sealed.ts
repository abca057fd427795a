import { type Expression, sql } from 'kysely'
import type { Tx } from '../../kernel/ctx.ts'
import { type Header, type SignedSeal, sealIn } from '../../kernel/verify-log.ts'

/** A line as it is sealed: every column as the database writes it, so that it is the same bytes each time. */
export type Line = { readonly line: readonly (string | null)[] }

/** The columns of `audit_event e`, as text. */
export const lineText: Expression<unknown> = sql`array[e.id::text, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
  e.actor_id::text, e.actor_kind, e.subject_type, e.subject_id::text, e.type, e.data::text] as line`

/** What is hashed, and what stands in an exported log: organisation, time, id, who, of which kind, about what, its id, what happened, details. */
export const lineOf = (organisationId: string, { line: [id = null, at = null, ...rest] }: Line): string =>
  JSON.stringify([organisationId, id, at, ...rest])

const seals = 200
const lines = 20_000

/**
 * A whole log as an auditor takes it away, a line of the file at a time (src/kernel/verify-log.ts): under each seal its lines, then the
 * seal. At last what waits, and what should not be there: lines that neither stand under a seal nor wait for one.
 */
export async function* exportedLog(tx: Tx, organisationId: string, now: Date): AsyncGenerator<string> {
  const header: Header = { varde: 'log', version: 1, organisation: organisationId, exportedAt: now.toISOString() }
  yield JSON.stringify(header)
  for (let after = 0; ; ) {
    const some = await sealsAfter(tx, organisationId, after)
    const [first, last] = [some[0]?.number, some.at(-1)?.number]
    if (first === undefined || last === undefined) break
    const under = Map.groupBy(await linesUnder(tx, organisationId, first, last), ({ seal }) => seal)
    for (const { number, text, signature } of some) {
      const own = under.get(number) ?? []
      // A line that is gone is not left out in silence: the hash of what stands in its place is another.
      for (const one of own) yield one.line[0] === null ? JSON.stringify([organisationId, one.id, null]) : lineOf(organisationId, one)
      const hashes = Buffer.concat(own.map(({ hash }) => hash)).toString('base64')
      yield JSON.stringify({ seal: text, signature: Buffer.from(signature).toString('base64'), lines: hashes } satisfies SignedSeal)
    }
    after = last
  }
  for (const { sort, ...row } of await unsealed(tx, organisationId)) yield JSON.stringify({ [sort]: lineOf(organisationId, row) })
}

/** As many seals as say that they have some thousand lines together, and at least one: a log need not fit in the memory. */
async function sealsAfter(tx: Tx, organisationId: string, after: number) {
  const rows = await tx
    .selectFrom('audit_seal')
    .select(['number', 'text', 'signature'])
    .where('organisation_id', '=', organisationId)
    .where('number', '>', after)
    .orderBy('number')
    .limit(seals)
    .execute()
  let [sum, whole] = [0, 0]
  for (const { text } of rows) {
    sum += sealIn(text)?.lines ?? lines
    if (whole > 0 && sum > lines) break
    whole += 1
  }
  return rows.slice(0, whole)
}

async function linesUnder(tx: Tx, organisationId: string, first: number, last: number) {
  const { rows } = await sql<Line & { seal: number; id: string; hash: Uint8Array }>`
    select l.seal, l.event_id::text as id, l.hash, ${lineText} from audit_sealed l
    left join audit_event e on e.organisation_id = l.organisation_id and e.id = l.event_id
    where l.organisation_id = ${organisationId} and l.seal between ${first} and ${last} order by l.seal, l.place`.execute(tx)
  return rows
}

async function unsealed(tx: Tx, organisationId: string) {
  const { rows } = await sql<Line & { sort: 'waiting' | 'stray' }>`
    select case when u.event_id is null then 'stray' else 'waiting' end as sort, ${lineText} from audit_event e
    left join audit_unsealed u on u.organisation_id = e.organisation_id and u.at = e.at and u.event_id = e.id
    where e.organisation_id = ${organisationId} and not exists (
      select from audit_sealed l where l.organisation_id = e.organisation_id and l.event_id = e.id)
    order by e.at, e.id`.execute(tx)
  return rows
}

/** The seals after one, as they are kept elsewhere. */
export async function signedSealsAfter(tx: Tx, organisationId: string, after: number): Promise<readonly SignedSeal[]> {
  const rows = await tx
    .selectFrom('audit_seal')
    .select(['text', 'signature'])
    .where('organisation_id', '=', organisationId)
    .where('number', '>', after)
    .orderBy('number')
    .execute()
  return rows.map(({ text, signature }) => ({ seal: text, signature: Buffer.from(signature).toString('base64') }))
}
