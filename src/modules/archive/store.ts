import { sql } from 'kysely'
import { record } from '../../kernel/audit.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { newId } from '../../kernel/ids.ts'
import type { ArchiveEvent, DocumentRow, Package } from './archive.ts'
import { isFile } from './plan.ts'

export type NewFiling = Pick<DocumentRow, 'id' | 'record_type' | 'record_id' | 'kind' | 'title' | 'made_at' | 'edition'> & {
  readonly access: 'public' | 'exempt'
  readonly ground: string | null
  readonly reference: string | null
  readonly kept: {
    readonly where: 'documents' | 'files'
    readonly id: string
    readonly folder: string
    readonly fileName: string
    readonly sha256: Buffer
  } | null
}

/** Writes a package with all that is in it, unless it was made before under the same id. */
export async function insertPackage(ctx: Ctx, id: string, all: readonly NewFiling[]): Promise<boolean> {
  const made = await ctx.tx
    .insertInto('archive_package')
    .values({ organisation_id: ctx.actor.organisationId, id, made_at: ctx.now, made_by: ctx.actor.personId, documents: all.length })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!made) return false
  for (const one of all) await insertFiling(ctx, id, one)
  const event: ArchiveEvent = { type: 'archive_package.made', documents: all.length }
  await record(ctx, { type: 'archive_package', id }, [event])
  return true
}

export async function insertFiling(ctx: Ctx, packageId: string | null, one: NewFiling): Promise<void> {
  await ctx.tx
    .insertInto('archive_filing')
    .values({
      organisation_id: ctx.actor.organisationId,
      id: newId(ctx.now),
      package_id: packageId,
      document_id: one.id,
      record_type: one.record_type,
      record_id: one.record_id,
      kind: one.kind,
      document_at: one.made_at,
      edition: one.edition,
      kept_where: one.kept?.where ?? null,
      kept_id: one.kept?.id ?? null,
      // What a file is called says whom it is about, often: it is sealed where the file lies, and stands nowhere else.
      title: isFile(one.kind) ? '' : one.title,
      folder: one.kept?.folder ?? null,
      file_name: one.kept?.fileName ?? null,
      sha256: one.kept?.sha256 ?? null,
      access: one.access,
      ground: one.ground,
      reference: one.reference,
      filed_at: ctx.now,
      filed_by: ctx.actor.personId,
    })
    .execute()
}

/** Takes the package for a deed: nobody else registers its receipt until the transaction ends. */
export const lockPackage = async (ctx: Ctx, id: string) =>
  ctx.tx
    .selectFrom('archive_package')
    .select(['version', 'reference', 'documents'])
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

/** The receipt of the archive: the package has it, and every document in it. */
export async function setReceived(
  ctx: Ctx,
  { id, documents }: Pick<Package, 'id' | 'documents'>,
  reference: string,
  receivedOn: string,
): Promise<void> {
  const own = { organisation_id: ctx.actor.organisationId }
  await ctx.tx
    .updateTable('archive_package')
    .set({ reference, received_on: receivedOn, received_by: ctx.actor.personId, version: sql`version + 1` })
    .where('organisation_id', '=', own.organisation_id)
    .where('id', '=', id)
    .execute()
  await ctx.tx
    .updateTable('archive_filing')
    .set({ reference })
    .where('organisation_id', '=', own.organisation_id)
    .where('package_id', '=', id)
    .execute()
  const event: ArchiveEvent = { type: 'archive_package.received', documents }
  await record(ctx, { type: 'archive_package', id }, [event])
}

/** What a document is called in our own list, when something is taken out of the case it is about (S1-42). */
export const renameFiling = async (ctx: Ctx, id: string, title: string): Promise<void> =>
  void (await ctx.tx
    .updateTable('archive_filing')
    .set({ title })
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('id', '=', id)
    .execute())

/** Who took out what, or said what the archive calls it. `about`: the kind of the record. */
export const note = (ctx: Ctx, subject: { readonly type: string; readonly id: string }, event: ArchiveEvent): Promise<void> =>
  record(ctx, subject, [event])
