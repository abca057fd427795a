import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Linked, Pointer } from '../../kernel/link.ts'
import type { Linkings, LookedAt, Mark, Subject } from './link.ts'

/** So many of one kind are shown on the page of a record; the rest is in the list. */
export const mostShown = 20
/** A mark reaches so many records at most: more hang on nothing. */
const mostMarked = 5000

export type Line = { readonly id: string; readonly name: string; readonly state: string | null }
/** Those of one kind that hang together with a record. */
export type Hanging = {
  readonly type: string
  readonly linked: Linked
  readonly lines: readonly Line[]
  readonly total: number
  readonly all: string | null
}

type Row = Line & { readonly total: number }

const organisation = ({ actor }: Ctx) => sql`${actor.organisationId}::uuid`

/** The ids of the rows of a kind that point at a record: each question by an index of its own. */
const pointing = (ctx: Ctx, { table }: Linked, points: readonly Pointer[], id: string): RawBuilder<unknown> =>
  sql.join(
    points.map(({ column, several }) => {
      const at = sql.ref(`p.${column}`)
      return sql`select p.id from ${sql.table(table)} p
        where p.organisation_id = ${organisation(ctx)} and ${several ? sql`${id}::uuid = any(${at})` : sql`${at} = ${id}::uuid`}`
    }),
    sql` union `,
  )

/** The ids that a record's questions point at. */
const pointedAt = (ctx: Ctx, { table }: Linked, points: readonly Pointer[], id: string): RawBuilder<unknown> =>
  sql.join(
    points.map(({ column, several }) => {
      const at = sql.ref(`p.${column}`)
      return sql`select ${several ? sql`unnest(${at})` : at} from ${sql.table(table)} p
        where p.organisation_id = ${organisation(ctx)} and p.id = ${id}::uuid`
    }),
    sql` union `,
  )

/**
 * What whoever asks may open of one kind, among these: one statement. They are found first, in an index alone; put into one with the rest,
 * every record would be read. A test reads its plan.
 */
export const linesOf = (ctx: Ctx, { table, seen, name, state, order }: Linked, among: RawBuilder<unknown>): RawBuilder<Row> =>
  sql<Row>`
    with among (id) as materialized (${among})
    select r.id, ${name} as name, ${state ?? sql`null::text`} as state, (count(*) over ())::int as total
    from ${sql.table(table)} r where ${seen(ctx)} and r.id in (select id from among) order by ${order} limit ${mostShown}`

const toward = ({ points }: Linked, to: string) => points.filter((point) => point.to === to)

/** The statement for what of one kind points at a record. */
export const pointingLines = (ctx: Ctx, linked: Linked, { type, id }: Subject): RawBuilder<Row> =>
  linesOf(ctx, linked, pointing(ctx, linked, toward(linked, type), id))

/** All that points at a record, by kind in the order of the modules, with the kinds that could and do not; and what it points at. */
export async function hangingOn(ctx: Ctx, kinds: Linkings, subject: Subject) {
  const own = kinds.of(subject.type)
  const hanging = async (type: string, linked: Linked, all: string | null, lines: RawBuilder<Row>): Promise<Hanging> => {
    const { rows } = await lines.execute(ctx.tx)
    return { type, linked, lines: rows, total: rows[0]?.total ?? 0, all }
  }
  const here = kinds.all().flatMap(([type, linked]) => {
    const points = linked.shownOn?.includes(subject.type) ? [] : toward(linked, subject.type)
    const only = points.length === 1 ? points[0] : undefined
    const all = (only && linked.list?.(only.field, subject.id)) ?? null
    return points.length === 0 ? [] : [hanging(type, linked, all, pointingLines(ctx, linked, subject))]
  })
  const there = kinds.all().flatMap(([type, linked]) => {
    const points = own ? toward(own, type) : []
    return own && points.length > 0 ? [hanging(type, linked, null, linesOf(ctx, linked, pointedAt(ctx, own, points, subject.id)))] : []
  })
  const [all, pointed] = await Promise.all([Promise.all(here), Promise.all(there)])
  return { here: all, there: pointed.filter(({ lines }) => lines.length > 0) }
}

/** All that hang together with some records, either way, that whoever asks may open: their ids by kind, at most so many of each. */
export async function idsAround(ctx: Ctx, kinds: Linkings, subjects: readonly Subject[], most: number): Promise<readonly Subject[]> {
  const found = kinds.all().map(async ([type, linked]) => {
    const among = subjects.flatMap((subject) => {
      const own = kinds.of(subject.type)
      const here = toward(linked, subject.type)
      const there = own ? toward(own, type) : []
      return [
        ...(here.length > 0 ? [pointing(ctx, linked, here, subject.id)] : []),
        ...(own && there.length > 0 ? [pointedAt(ctx, own, there, subject.id)] : []),
      ]
    })
    if (among.length === 0) return []
    const { rows } = await sql<{ id: string }>`
      select r.id from ${sql.table(linked.table)} r where ${linked.seen(ctx)} and r.id in (${sql.join(among, sql` union `)})
      order by r.id limit ${most}`.execute(ctx.tx)
    return rows.map(({ id }) => ({ type, id }))
  })
  return (await Promise.all(found)).flat()
}

/** The records of one kind that hang together with a record, either way, as far as they are still to be right. */
export async function idsToMark(ctx: Ctx, kinds: Linkings, subject: Subject, kind: string): Promise<readonly string[]> {
  const [own, other] = [kinds.of(subject.type), kinds.of(kind)]
  if (!other?.held) return []
  const here = toward(other, subject.type)
  const there = own ? toward(own, kind) : []
  const among = [
    ...(here.length > 0 ? [pointing(ctx, other, here, subject.id)] : []),
    ...(own && there.length > 0 ? [pointedAt(ctx, own, there, subject.id)] : []),
  ]
  if (among.length === 0) return []
  const { rows } = await sql<{ id: string }>`
    select r.id from ${sql.table(other.table)} r
    where r.organisation_id = ${organisation(ctx)} and ${other.runs ?? sql`true`} and r.id <> ${subject.id}::uuid
      and r.id in (${sql.join(among, sql` union `)})
    order by r.id limit ${mostMarked}`.execute(ctx.tx)
  return rows.map(({ id }) => id)
}

const marks = (ctx: Ctx) => ctx.tx.selectFrom('link_mark').selectAll().where('organisation_id', '=', ctx.actor.organisationId)
type MarkRow = Awaited<ReturnType<ReturnType<typeof marks>['execute']>>[number]
const read = (row: MarkRow): Mark => ({
  id: row.id,
  subject: { type: row.subject_type, id: row.subject_id },
  because: { type: row.because_type, id: row.because_id },
  event: row.event,
  fields: row.fields,
  by: row.marked_by,
  at: row.marked_at,
})

/** The marks of a record that still stand, the oldest first. */
export const marksOf = async (ctx: Ctx, { type, id }: Subject): Promise<readonly Mark[]> =>
  (
    await marks(ctx)
      .where('subject_type', '=', type)
      .where('subject_id', '=', id)
      .where('looked_at', 'is', null)
      .orderBy('marked_at')
      .orderBy('id')
      .execute()
  ).map(read)

/** What was looked at before, the newest first. */
export const lookedAt = async (ctx: Ctx, { type, id }: Subject, most: number): Promise<readonly LookedAt[]> =>
  (
    await marks(ctx)
      .where('subject_type', '=', type)
      .where('subject_id', '=', id)
      .where('looked_at', 'is not', null)
      .orderBy('looked_at', 'desc')
      .orderBy('id', 'desc')
      .limit(most)
      .execute()
  ).flatMap((row) =>
    row.looked_by && row.looked_at ? [{ ...read(row), lookedBy: row.looked_by, lookedAt: row.looked_at, note: row.note }] : [],
  )

export const isMarked = async (ctx: Ctx, { type, id }: Subject): Promise<boolean> =>
  (await marks(ctx).where('subject_type', '=', type).where('subject_id', '=', id).limit(1).execute()).length > 0

/** All marks that stand here, the oldest first. */
export const openMarks = async (ctx: Ctx, most: number): Promise<readonly Mark[]> =>
  (await marks(ctx).where('looked_at', 'is', null).orderBy('marked_at').orderBy('id').limit(most).execute()).map(read)

/** What these are called, as far as whoever asks may open them: one statement a kind. */
export async function namesOf(ctx: Ctx, kinds: Linkings, subjects: readonly Subject[]): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>()
  for (const [type, of] of Map.groupBy(subjects, (subject) => subject.type)) {
    const linked = kinds.of(type)
    if (!linked) continue
    const ids = [...new Set(of.map(({ id }) => id))]
    const { rows } = await sql<{ id: string; name: string }>`
      select r.id, ${linked.name} as name from ${sql.table(linked.table)} r
      where ${linked.seen(ctx)} and r.id = any(${ids}::uuid[])`.execute(ctx.tx)
    for (const { id, name } of rows) names.set(id, name)
  }
  return names
}
