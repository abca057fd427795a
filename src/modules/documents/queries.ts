import type { Ctx } from '../../kernel/ctx.ts'
import { isLocale, type Locale } from '../../kernel/texts.ts'
import { logoById } from '../organisation/public.ts'
import { type Document, headOf } from './document.ts'

/** One finished document, without its file. */
export type StoredDocument = {
  readonly id: string
  readonly kind: string
  readonly number: number
  readonly language: Locale
  readonly content: Document
  /** Hexadecimal SHA-256 of the file. */
  readonly sha256: string
  readonly createdAt: Date
  readonly createdBy: string | null
}

/** The finished documents of a record, oldest first. Ask only for a record that whoever asks may see. */
export async function storedDocuments(ctx: Ctx, subjectId: string): Promise<readonly StoredDocument[]> {
  const rows = await documentRows(ctx).where('subject_id', '=', subjectId).orderBy('created_at').orderBy('id').execute()
  return Promise.all(rows.map((row) => documentOf(ctx, row)))
}

/** One finished document; undefined where there is none. Ask only where whoever asks may see its record. */
export async function storedDocument(ctx: Ctx, id: string): Promise<StoredDocument | undefined> {
  const row = await documentRows(ctx).where('id', '=', id).executeTakeFirst()
  return row && documentOf(ctx, row)
}

/** The file as it was made, byte for byte; undefined where this record has no such document. */
export async function storedPdf(ctx: Ctx, subjectId: string, id: string): Promise<Uint8Array | undefined> {
  const row = await ctx.tx
    .selectFrom('document')
    .select('pdf')
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('subject_id', '=', subjectId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.pdf
}

/** A finished file by its id. Ask only where whoever asks may see its record. */
export async function storedFile(ctx: Ctx, id: string): Promise<{ readonly pdf: Uint8Array; readonly content: Document } | undefined> {
  const row = await ctx.tx
    .selectFrom('document')
    .select(['pdf', 'content'])
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && { pdf: row.pdf, content: row.content as unknown as Document }
}

const documentRows = (ctx: Ctx) =>
  ctx.tx
    .selectFrom('document')
    .select(['id', 'kind', 'number', 'language', 'content', 'sha256', 'created_at', 'created_by'])
    .where('organisation_id', '=', ctx.actor.organisationId)

type DocumentRow = Awaited<ReturnType<ReturnType<typeof documentRows>['execute']>>[number]

const documentOf = async (ctx: Ctx, row: DocumentRow): Promise<StoredDocument> => ({
  id: row.id,
  kind: row.kind,
  number: row.number,
  language: isLocale(row.language) ? row.language : 'nb',
  content: await withLogo(ctx, row.content as unknown as Document),
  sha256: Buffer.from(row.sha256).toString('hex'),
  createdAt: row.created_at,
  createdBy: row.created_by,
})

/** A document names its logo and does not hold it. */
async function withLogo(ctx: Ctx, document: Document): Promise<Document> {
  const letterhead = headOf(document)
  return letterhead.logo
    ? { ...document, letterhead: { ...letterhead, logo: (await logoById(ctx, letterhead.logo.id)) ?? null } }
    : document
}
