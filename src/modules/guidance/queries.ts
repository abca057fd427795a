import { sql } from 'kysely'
import { fromRow } from '../../kernel/columns.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { referenceTo } from '../../register/reference.ts'
import { personReference, unitReference, unitsById } from '../people/public.ts'
import { sourceReference } from '../sources/public.ts'
import { systemReference } from '../systems/public.ts'
import { workProcessReference } from '../work-processes/public.ts'
import { publishedFields } from './fields.ts'
import type { Published } from './guidance.ts'
import { store } from './store.ts'
import { texts } from './texts.ts'

export const findArticle = store.find

/** A field that names a text that readers confirm. */
export const articleReference = referenceTo('article', {
  called: 'name',
  open: { column: 'must_confirm', is: 'yes' },
  gone: (locale) => texts(locale).notConfirmed,
})

/** A field that names a routine, or another text that says how something is to be done and is in force (S1-10). */
export const routineReference = referenceTo('article', {
  called: 'name',
  open: { column: 'status', is: 'adopted' },
  gone: (locale) => texts(locale).notInForce,
})

/** Who answers for what an article points at. */
export const references = {
  unit: unitReference,
  owner: personReference,
  systems: systemReference,
  workProcesses: workProcessReference,
  sources: sourceReference,
}
export const retireReferences = { replacedBy: routineReference }
export const recordReferences = { ...references, ...retireReferences, reviewedBy: personReference }

/** The reader's own unit and those above it: what applies here (S0-07). */
export async function ownPath(ctx: Ctx): Promise<readonly string[]> {
  const { unitId } = ctx.actor
  return unitId === null ? [] : ((await unitsById(ctx, [unitId])).get(unitId)?.path ?? [])
}

/** An article as a list shows it: without its text. */
export type Shelved = Published & { readonly confirmedAt: Date | null; readonly checkedOn: string | null }

const mostShelved = 1000

/** All that applies where the reader works: the nearest unit's own first, then by rank and name. */
export async function shelf(ctx: Ctx): Promise<readonly Shelved[]> {
  const path = await ownPath(ctx)
  const { rows } = await sql<Record<string, unknown> & { id: string; confirmed_at: Date | null; checked_on: unknown }>`
    select p.id, p.edition, p.name, p.kind, p.audiences, p.unit_id, p.owner_id, p.rank, p.valid_from, p.valid_until, p.must_confirm, p.shown_at,
      p.title_nb, p.title_nn, p.title_en, p.sources_ids, p.systems_ids, p.work_processes_ids, p.adopted_by, p.adopted_on, p.minutes,
      p.published_at, p.changed_at, c.at as confirmed_at, a.checked_on,
      case when p.kind = 'tip' then p.body_nb end as body_nb, case when p.kind = 'tip' then p.body_nn end as body_nn,
      case when p.kind = 'tip' then p.body_en end as body_en
    from article_published p
    join article a on a.organisation_id = p.organisation_id and a.id = p.id
    left join article_confirmation c on c.organisation_id = p.organisation_id and c.article_id = p.id and c.edition = p.edition
      and c.person_id = ${ctx.actor.personId}
    where p.organisation_id = ${ctx.actor.organisationId} and (p.unit_id is null or p.unit_id = any(${[...path]}::uuid[]))
    order by p.rank nulls last, p.sort_key, p.id
    limit ${mostShelved}`.execute(ctx.tx)
  const shelved = rows.map((row) => ({
    id: row.id,
    values: fromRow(publishedFields, row),
    confirmedAt: row.confirmed_at,
    checkedOn: row.checked_on === null ? null : String(row.checked_on),
  }))
  const nearness = ({ values: { unit } }: Shelved) => (unit === null ? -1 : path.indexOf(unit))
  return shelved.toSorted((a, b) => nearness(b) - nearness(a))
}

/** What of it stands in the reader's own checklist, with what they have ticked (S0-12). */
export async function checklist(ctx: Ctx): Promise<readonly { readonly point: Shelved; readonly ticked: Date | null }[]> {
  const points = (await shelf(ctx)).filter(({ values }) => values.shownAt.includes('checklist'))
  const rows = await ctx.tx
    .selectFrom('checklist_tick')
    .select(['article_id', 'at'])
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('person_id', '=', ctx.actor.personId)
    .execute()
  const ticks = new Map(rows.map((row) => [row.article_id, row.at]))
  return points.map((point) => ({ point, ticked: ticks.get(point.id) ?? null }))
}

/** The tips that stand where a case is printed (S0-15). */
export async function printTips(ctx: Ctx): Promise<readonly Published[]> {
  const rows = await ctx.tx
    .selectFrom('article_published')
    .selectAll()
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('kind', '=', 'tip')
    .where(sql<boolean>`'print' = any(shown_at)`)
    .where('unit_id', 'is', null)
    .orderBy('rank')
    .orderBy('sort_key')
    .limit(3)
    .execute()
  return rows.map((row) => ({ id: row.id, values: fromRow(publishedFields, row) }))
}

export type Lacking = { readonly id: string; readonly name: string }
const mostLacking = 500

/** Systems and work processes in use that no routine in force covers (S4-017). */
export async function withoutRoutine(ctx: Ctx, of: 'system' | 'work_process'): Promise<readonly Lacking[]> {
  const covered = sql.ref(of === 'system' ? 'a.systems_ids' : 'a.work_processes_ids')
  const { rows } = await sql<Lacking>`
    select r.id, r.name from ${sql.table(of)} r
    where r.organisation_id = ${ctx.actor.organisationId} and r.in_use = 'yes' and not exists (
      select from article_published a
      where a.organisation_id = r.organisation_id and a.kind = 'routine' and r.id = any(${covered}))
    order by r.sort_key, r.id limit ${mostLacking}`.execute(ctx.tx)
  return rows
}

/** The article that began as one of the ready-made texts, where readers have it: for a link from another page. */
export async function publishedFrom(ctx: Ctx, startKey: string): Promise<string | undefined> {
  const row = await ctx.tx
    .selectFrom('article')
    .innerJoin('article_published', (join) =>
      join.onRef('article_published.organisation_id', '=', 'article.organisation_id').onRef('article_published.id', '=', 'article.id'),
    )
    .select('article.id')
    .where('article.organisation_id', '=', ctx.actor.organisationId)
    .where('article.start_key', '=', startKey)
    .executeTakeFirst()
  return row?.id
}
