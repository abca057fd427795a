import { sql } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'
import { defaultGuardOptions, findPersonalData, maskPersonalData } from '../../kernel/guard/guard.ts'
import { guardTexts } from '../../kernel/guard/texts.ts'
import { isId, type RecordKey } from '../../kernel/ids.ts'
import type { Reference } from '../../kernel/reference.ts'
import type { Read, Shareable } from '../../kernel/shared.ts'
import type { Content } from '../../kernel/version.ts'
import { profileOf } from '../organisation/public.ts'
import { sharedFrom, sharedRows, takenFrom, takenRows } from './queries-rows.ts'
import { goesAlong, partOf, textsIn } from './rules.ts'
import type { Shared, Source, Taken, Told } from './sharing.ts'

const ours = (ctx: Ctx) => ctx.actor.organisationId

/** What a record would be to those it is shared with. */
export async function snapshotOf(ctx: Ctx, kind: Shareable, { content }: Pick<Read, 'content'>): Promise<Content> {
  return goesAlong(kind, content, await namesIn(ctx, kind, content), await withoutIdentifiers(ctx))
}

/** Takes identity numbers, addresses and the like out of what leaves the organisation. */
export async function withoutIdentifiers(ctx: Ctx): Promise<(text: string) => string> {
  const { marks } = guardTexts((await profileOf(ctx)).locale)
  return (text) => maskPersonalData(text, findPersonalData(text, defaultGuardOptions), marks)
}

/** What is called what, of all that goes along: one question a kind of record. */
async function namesIn(ctx: Ctx, kind: Shareable, content: Content): Promise<ReadonlyMap<string, string>> {
  const asked = new Map<Reference, Set<string>>()
  for (const [key, said] of Object.entries(content)) {
    const part = partOf(kind, key)
    for (const [name, reference] of Object.entries(part?.references ?? {})) {
      if (!part?.goes.includes(name)) continue
      const ids = asked.get(reference) ?? new Set()
      for (const id of [said[name]].flat()) if (isId(id)) ids.add(id)
      asked.set(reference, ids)
    }
  }
  const named = new Map<string, string>()
  for (const [reference, ids] of asked) for (const { id, name } of (await reference.named(ctx, [...ids])).values()) named.set(id, name)
  return named
}

/** Names of people in the organisation that stand in what would go along, or in the other `words` that go with it. */
export async function personsNamedIn(
  ctx: Ctx,
  kind: Shareable,
  content: Content,
  words: readonly string[] = [],
): Promise<readonly string[]> {
  const all = [...textsIn(kind, content).map(({ text }) => text), ...words]
  if (all.length === 0) return []
  const { rows } = await sql<{ name: string }>`
    select distinct name from person where organisation_id = ${ours(ctx)} and length(name) > 4 and strpos(name, ' ') > 0
      and strpos(lower(${all.join('\n')}), lower(name)) > 0 order by name limit 20`.execute(ctx.tx)
  return rows.map(({ name }) => name)
}

/** What we share of a record. */
export async function sharedOf(ctx: Ctx, { type, id }: RecordKey): Promise<Shared | null> {
  const rows = sharedRows(ctx).where('s.organisation_id', '=', ours(ctx))
  const row = await rows.where('s.subject_type', '=', type).where('s.subject_id', '=', id).executeTakeFirst()
  return row ? sharedFrom(row) : null
}

/**
 * The last edition that we have shared of a record, and the last that something was taken out of, also where it was withdrawn since: whoever
 * took one must see that what is shared anew is another, and that what they have was taken away. None: 0 and null.
 */
export async function lastEditions(
  ctx: Ctx,
  { type, id }: RecordKey,
): Promise<{ readonly edition: number; readonly redacted: number | null }> {
  const { rows } = await sql<{ edition: number; redacted: number | null }>`
    select coalesce(max((data->>'edition')::integer), 0) as edition,
        max((data->>'edition')::integer) filter (where type = 'sharing.redacted') as redacted
      from audit_event where organisation_id = ${ours(ctx)}
        and subject_type = ${type} and subject_id = ${id} and type in ('sharing.shared', 'sharing.redacted')`.execute(ctx.tx)
  return rows[0] ?? { edition: 0, redacted: null }
}

/** It has been shared, and is not any more. */
export const isWithdrawn = async (ctx: Ctx, subject: RecordKey): Promise<boolean> =>
  (await sharedOf(ctx, subject)) === null && (await lastEditions(ctx, subject)).edition > 0

export async function takenOf(ctx: Ctx, { type, id }: RecordKey): Promise<Taken | null> {
  const row = await takenRows(ctx).where('t.subject_type', '=', type).where('t.subject_id', '=', id).executeTakeFirst()
  return row ? takenFrom(row) : null
}

/** Those of ours that began with one source: one for the organisation, or one a unit. */
export async function takenFromSource(ctx: Ctx, { organisation, type, id }: Source): Promise<readonly Taken[]> {
  const rows = takenRows(ctx).where('t.source_organisation_id', '=', organisation).where('t.subject_type', '=', type)
  return (await rows.where('t.source_id', '=', id).orderBy('t.taken_at').orderBy('t.subject_id').execute()).map(takenFrom)
}

/**
 * What is shared with the organisation that asks, and not what else the transaction may see: a person with several organisations takes for
 * one of them. Its own only where it is for its units.
 */
export const withUs = (ctx: Ctx) => sql<boolean>`(
  (s.everyone and s.organisation_id <> ${ours(ctx)})
  or (s.organisation_id = ${ours(ctx)} and not s.everyone and s.circle_id is null)
  or exists (select from sharing_member m where m.organisation_id = s.organisation_id and m.circle_id = s.circle_id
    and m.member_id = ${ours(ctx)} and m.organisation_id <> ${ours(ctx)}))`

export async function findShared(ctx: Ctx, { organisation, type, id }: Source): Promise<Shared | null> {
  const rows = sharedRows(ctx).where(withUs(ctx)).where('s.organisation_id', '=', organisation)
  const row = await rows.where('s.subject_type', '=', type).where('s.subject_id', '=', id).executeTakeFirst()
  return row ? sharedFrom(row) : null
}

/** What we have been told of an incident, and said to it. */
export async function toldOf(ctx: Ctx, { organisation, type, id }: Source, lock = false): Promise<Told | null> {
  const rows = ctx.tx
    .selectFrom('sharing_told')
    .selectAll()
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('source_organisation_id', '=', organisation)
    .where('subject_type', '=', type)
    .where('source_id', '=', id)
  const row = await (lock ? rows.forUpdate() : rows).executeTakeFirst()
  const declined = row?.declined_at && row.reason !== null ? { at: row.declined_at, reason: row.reason } : null
  return row ? { id: row.id, source: { organisation, type, id }, at: row.told_at, declined } : null
}

/** As many as a page shows of a kind. */
export const mostShown = 1000

export type Offered = Omit<Shared, 'content'> & { readonly taken: readonly (RecordKey & { readonly edition: number })[] }
/** What is shared with us of these kinds, the newest first, with those of ours that began with it. */
export async function sharedWithUs(ctx: Ctx, kinds: readonly string[]): Promise<readonly Offered[]> {
  if (kinds.length === 0) return []
  const rows = await sharedRows(ctx)
    .where(withUs(ctx))
    .where('s.subject_type', 'in', [...kinds])
    .select((row) =>
      row
        .selectFrom('taken_record as t')
        .select(
          sql<Offered['taken']>`json_agg(json_build_object('type', t.subject_type, 'id', t.subject_id, 'edition', t.edition))`.as('all'),
        )
        .where('t.organisation_id', '=', ours(ctx))
        .whereRef('t.source_organisation_id', '=', 's.organisation_id')
        .whereRef('t.subject_type', '=', 's.subject_type')
        .whereRef('t.source_id', '=', 's.subject_id')
        .as('taken'),
    )
    .orderBy('s.shared_at', 'desc')
    .orderBy('s.subject_id')
    .limit(mostShown)
    .execute()
  return rows.map((row) => ({ ...sharedFrom(row), taken: row.taken ?? [] }))
}

/** Our own units that have a record of theirs from one of ours, by name. */
export async function unitsWithTaken(ctx: Ctx, { type, id }: RecordKey): Promise<readonly string[]> {
  const rows = await takenRows(ctx)
    .innerJoin('unit as u', (on) => on.onRef('u.organisation_id', '=', 't.organisation_id').onRef('u.id', '=', 't.unit_id'))
    .clearSelect()
    .select('u.name')
    .where('t.source_organisation_id', '=', ours(ctx))
    .where('t.subject_type', '=', type)
    .where('t.source_id', '=', id)
    .orderBy('u.name')
    .execute()
  return rows.map(({ name }) => name)
}

/** What we share, the newest first. */
export async function sharedByUs(ctx: Ctx, kinds: readonly string[]): Promise<readonly Shared[]> {
  if (kinds.length === 0) return []
  const rows = sharedRows(ctx)
    .where('s.organisation_id', '=', ours(ctx))
    .where('s.subject_type', 'in', [...kinds])
  return (await rows.orderBy('s.shared_at', 'desc').orderBy('s.subject_id').limit(mostShown).execute()).map(sharedFrom)
}

/** Those of ours whose source stands otherwise than their owner has been told, one after the other. */
export async function untold(ctx: Ctx, after: string, most: number): Promise<readonly { readonly taken: Taken; readonly told: string }[]> {
  const rows = await takenRows(ctx)
    .leftJoin('shared_record as s', (on) =>
      on
        .onRef('s.organisation_id', '=', 't.source_organisation_id')
        .onRef('s.subject_type', '=', 't.subject_type')
        .onRef('s.subject_id', '=', 't.source_id')
        .on(withUs(ctx)),
    )
    .select(stands.as('stands'))
    .where('t.subject_id', '>', after)
    .whereRef('t.told', '<>', stands)
    .orderBy('t.subject_id')
    .limit(most)
    .execute()
  return rows.map((row) => ({ taken: takenFrom(row), told: row.stands }))
}
const stands = sql<string>`case when s.edition is null then 'gone' when s.edition > t.edition then s.edition::text else 'same' end`
