import { nobody } from './actor.ts'
import type { Ctx, Subject } from './ctx.ts'
import type { Fields, FieldTexts } from './fields.ts'
import type { RecordKey } from './ids.ts'
import { saidAt, sayAt } from './keys.ts'
import type { Reference } from './reference.ts'
import { sealedBeside } from './sealed.ts'
import type { Locale } from './texts.ts'

/** What a record said: by part, then by question. A plain register has one part, called as its kind of record. */
export type Content = Readonly<Record<string, Readonly<Record<string, unknown>>>>

/** One part of a record, for whoever reads its history. */
export type VersionedPart = {
  readonly title?: string
  readonly fields: Fields
  readonly texts: FieldTexts<Fields>
  readonly references: Readonly<Record<string, Reference>>
}

/** A record's history for one reader: where it is read, what it is called, and its parts; a part that is not given is not shown. */
export type Versioned = {
  readonly page: string
  readonly name: string
  readonly part: (key: string) => VersionedPart | undefined
}
export type VersionedOf = (ctx: Ctx, id: string, locale: Locale) => Promise<Versioned | undefined>

type Saved = { readonly version: number; readonly content: Content }
type How = { readonly approved?: boolean; readonly by?: 'actor' | 'protected' }

/** Kinds of record that hold what is confidential: what they said is sealed whole. */
const confidential = ['deviation']
type VersionKey = { readonly subject_type: string; readonly subject_id: string; readonly version: number }
/** One place for each such kind, as each is named where what lay in the clear is looked for. */
const placeOf = (type: string) =>
  sealedBeside('record_version', 'content', ['subject_type', 'subject_id', 'version'], { subject_type: type })
export const versionPlaces = confidential.map(placeOf)

/** The columns of a version that says this. */
const contentColumns = async (ctx: Ctx, key: VersionKey, content: Content): Promise<Record<string, unknown>> =>
  confidential.includes(key.subject_type)
    ? sayAt(ctx, placeOf(key.subject_type), key, JSON.stringify(content))
    : { content: JSON.stringify(content) }
/** What a version says. */
export const contentIn = async (
  ctx: Ctx,
  row: VersionKey & { readonly content: unknown; readonly content_sealed: unknown },
): Promise<Content> => JSON.parse((await saidAt(ctx, placeOf(row.subject_type), row)) ?? '{}') as Content

/**
 * Keeps what a record says now, in the transaction of the change. `before`: what it said until now, kept too where nothing is
 * kept of it yet, so that the first difference can be read.
 */
export async function keepVersion(ctx: Ctx, subject: Subject, next: Saved, before: Saved | null, how: How = {}): Promise<void> {
  const { organisationId, personId } = ctx.actor
  const kind = how.by === 'protected' ? 'protected' : personId === nobody ? 'clockwork' : 'person'
  const row = async ({ version, content }: Saved) => {
    const key = { subject_type: subject.type, subject_id: subject.id ?? '', version }
    return { organisation_id: organisationId, ...key, ...(await contentColumns(ctx, key, content)) }
  }
  if (before !== null && !(await isKept(ctx, subject)))
    await ctx.tx
      .insertInto('record_version')
      .values({ ...(await row(before)), at: null, by_id: null, by_kind: 'clockwork' })
      .execute()
  await ctx.tx
    .insertInto('record_version')
    .values({
      ...(await row(next)),
      at: ctx.now,
      by_id: kind === 'person' ? personId : null,
      by_kind: kind,
      approved: how.approved ?? false,
    })
    .execute()
}

async function isKept(ctx: Ctx, subject: Subject): Promise<boolean> {
  const row = await ctx.tx
    .selectFrom('record_version')
    .select('version')
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('subject_type', '=', subject.type)
    .where('subject_id', '=', subject.id ?? '')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** What one version says instead: who saved it, and when, stands. */
export async function rewriteVersion(ctx: Ctx, subject: RecordKey, { version, content }: Saved): Promise<void> {
  await ctx.tx
    .updateTable('record_version')
    .set(await contentColumns(ctx, { subject_type: subject.type, subject_id: subject.id, version }, content))
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('subject_type', '=', subject.type)
    .where('subject_id', '=', subject.id)
    .where('version', '=', version)
    .execute()
}

/** A record that is taken away takes its versions with it: its line in the log stays. */
export async function forgetVersions(ctx: Ctx, subject: Subject): Promise<void> {
  await ctx.tx
    .deleteFrom('record_version')
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('subject_type', '=', subject.type)
    .where('subject_id', '=', subject.id ?? '')
    .execute()
}
