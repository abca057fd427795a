import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Rows } from '../../register/view.ts'
import { namesOfFiles } from '../files/public.tsx'
import type { Documenteds, DocumentRow, Filing, Package } from './archive.ts'

/** All documents that whoever asks may open, of every module, with what the archive has answered: the row stands as `d`. */
export function documentRows(ctx: Ctx, all: Documenteds): RawBuilder<unknown> {
  const organisation = sql`${ctx.actor.organisationId}::uuid`
  const parts = all.all().map(([type, { kinds, rows }]) => {
    const said = (of: 'class' | 'type') =>
      sql`case x.kind ${sql.join(
        Object.entries(kinds).map(([kind, one]) => sql`when ${kind} then ${one[of]}`),
        sql` `,
      )} end`
    return sql`select ${type}::text as record_type, x.*, ${said('class')} as class, ${said('type')} as type from (${rows(ctx)}) x`
  })
  return sql`
    select u.*, ${organisation} as organisation_id, coalesce(u.reference, f.reference) as archived_as,
      case when u.reference is not null then 'filed'
        when f.reference is not null and f.document_at >= u.made_at then 'filed'
        when s.id is not null then 'sent'
        when f.reference is not null then 'older' else 'missing' end as state
    from (${sql.join(parts, sql` union all `)}) u
    left join lateral (
      select a.reference, a.document_at from archive_filing a
      where a.organisation_id = ${organisation} and a.document_id = u.id and a.reference is not null
      order by a.document_at desc, a.filed_at desc, a.id desc limit 1) f on true
    left join lateral (
      select a.id from archive_filing a
      where a.organisation_id = ${organisation} and a.document_id = u.id and a.reference is null and a.document_at >= u.made_at limit 1) s on true`
}

const columns = sql`d.id, d.record_type, d.record_id, d.kind, d.class, d.type, d.title, d.made_at, d.edition, d.unit_id, d.year, d.about,
  d.about_on::text as about_on, d.archived_as as reference, d.state`

export const rowsSeen =
  (all: Documenteds) =>
  (ctx: Ctx): Rows => ({ table: documentRows(ctx, all), as: 'd', seen: sql`true`, select: columns })

type Wanted = { readonly ids?: readonly string[]; readonly records?: readonly { readonly type: string; readonly id: string }[] }

/** Some of them: by their own ids, or those of some records, the newest first. */
export async function documentsIn(ctx: Ctx, all: Documenteds, { ids, records }: Wanted, most = 500): Promise<readonly DocumentRow[]> {
  const of = records
    ? sql`(d.record_type, d.record_id) in (select * from unnest(${records.map(({ type }) => type)}::text[], ${records.map(({ id }) => id)}::uuid[]))`
    : sql`d.id = any(${[...(ids ?? [])]}::uuid[])`
  const { rows } = await sql<DocumentRow>`
    select ${columns} from (${documentRows(ctx, all)}) d where ${of} order by d.made_at desc, d.id desc limit ${most}`.execute(ctx.tx)
  return named(ctx, rows)
}

/** Those that the archive has not, the oldest first: what a package is made of. `record`: of one record alone. */
export async function unfiled(ctx: Ctx, all: Documenteds, record: string | null, most: number): Promise<readonly DocumentRow[]> {
  const { rows } = await sql<DocumentRow>`
    select ${columns} from (${documentRows(ctx, all)}) d
    where d.state in ('missing', 'older') ${record === null ? sql`` : sql`and d.record_id = ${record}`}
    order by d.made_at, d.id limit ${most}`.execute(ctx.tx)
  return named(ctx, rows)
}

/** With the names of those that are files: they are sealed, and stand in no row that the database has put together. */
export async function named(ctx: Ctx, rows: readonly DocumentRow[]): Promise<readonly DocumentRow[]> {
  const names = await namesOfFiles(
    ctx,
    rows.filter(({ title }) => title === null).map(({ id }) => id),
  )
  return rows.map((row) => ({ ...row, title: row.title ?? names.get(row.id) ?? '' }))
}

const packages = (ctx: Ctx) => ctx.tx.selectFrom('archive_package').selectAll().where('organisation_id', '=', ctx.actor.organisationId)
type PackageRow = Awaited<ReturnType<ReturnType<typeof packages>['execute']>>[number]
const packageOf = (row: PackageRow): Package => ({
  id: row.id,
  version: row.version,
  madeAt: row.made_at,
  madeBy: row.made_by,
  documents: row.documents,
  reference: row.reference,
  receivedOn: row.received_on as string | null,
})

export async function findPackage(ctx: Ctx, id: string): Promise<Package | undefined> {
  const row = await packages(ctx).where('id', '=', id).executeTakeFirst()
  return row && packageOf(row)
}

/** The last packages, the newest first: how many documents and when, and nothing of what they are. */
export const lastPackages = async (ctx: Ctx, most: number): Promise<readonly Package[]> =>
  (await packages(ctx).orderBy('made_at', 'desc').orderBy('id', 'desc').limit(most).execute()).map(packageOf)

const filings = (ctx: Ctx) => ctx.tx.selectFrom('archive_filing').selectAll().where('organisation_id', '=', ctx.actor.organisationId)
type FilingRow = Awaited<ReturnType<ReturnType<typeof filings>['execute']>>[number]
const filingOf = (row: FilingRow): Filing => ({
  id: row.id,
  documentId: row.document_id,
  recordType: row.record_type,
  recordId: row.record_id,
  kind: row.kind,
  title: row.title,
  documentAt: row.document_at,
  edition: row.edition,
  where: row.kept_where as Filing['where'],
  keptId: row.kept_id,
  folder: row.folder,
  fileName: row.file_name,
  sha256: row.sha256 && Buffer.from(row.sha256).toString('hex'),
  access: row.access as Filing['access'],
  ground: row.ground,
  reference: row.reference,
  filedAt: row.filed_at,
})

export const filingsIn = async (ctx: Ctx, packageId: string): Promise<readonly Filing[]> =>
  (await filings(ctx).where('package_id', '=', packageId).orderBy('id').execute()).map(filingOf)

/** What was filed of a record, whatever document. */
export const filingsOfRecord = async (ctx: Ctx, type: string, id: string): Promise<readonly Filing[]> =>
  (await filings(ctx).where('record_type', '=', type).where('record_id', '=', id).orderBy('id').execute()).map(filingOf)

export const filingsOf = async (ctx: Ctx, documentId: string): Promise<readonly Filing[]> =>
  (await filings(ctx).where('document_id', '=', documentId).orderBy('filed_at', 'desc').orderBy('id', 'desc').execute()).map(filingOf)
