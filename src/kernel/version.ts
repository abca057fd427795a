import { nobody } from './actor.ts'
import type { Ctx, Subject } from './ctx.ts'
import type { Fields, FieldTexts } from './fields.ts'
import type { Reference } from './reference.ts'
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

/**
 * Keeps what a record says now, in the transaction of the change. `before`: what it said until now, kept too where nothing is
 * kept of it yet, so that the first difference can be read.
 */
export async function keepVersion(ctx: Ctx, subject: Subject, next: Saved, before: Saved | null, how: How = {}): Promise<void> {
  const { organisationId, personId } = ctx.actor
  const kind = how.by === 'protected' ? 'protected' : personId === nobody ? 'clockwork' : 'person'
  const row = ({ version, content }: Saved) => ({
    organisation_id: organisationId,
    subject_type: subject.type,
    subject_id: subject.id ?? '',
    version,
    content: JSON.stringify(content),
  })
  if (before !== null && !(await isKept(ctx, subject)))
    await ctx.tx
      .insertInto('record_version')
      .values({ ...row(before), at: null, by_id: null, by_kind: 'clockwork' })
      .execute()
  await ctx.tx
    .insertInto('record_version')
    .values({ ...row(next), at: ctx.now, by_id: kind === 'person' ? personId : null, by_kind: kind, approved: how.approved ?? false })
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

/** A record that is taken away takes its versions with it: its line in the log stays. */
export async function forgetVersions(ctx: Ctx, subject: Subject): Promise<void> {
  await ctx.tx
    .deleteFrom('record_version')
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('subject_type', '=', subject.type)
    .where('subject_id', '=', subject.id ?? '')
    .execute()
}
