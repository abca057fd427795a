import { sql } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'
import { isId } from '../../kernel/ids.ts'
import { type Locale, locales } from '../../kernel/texts.ts'
import { anchorsIn, linksIn } from '../../ui/markdown.ts'
import { bodyIn, languageOf } from './in-language.ts'
import { type Fault, faultOf, type Way, waysAmong } from './links.ts'

type Named = { readonly id: string; readonly name: string }
type Row = Named & { readonly bodyNb: string | null; readonly bodyNn: string | null; readonly bodyEn: string | null }
export type DeadLink = {
  readonly text: Named
  readonly language: Locale
  readonly words: string
  readonly fault: Fault
  /** What it leads to, and what stands in its place. */
  readonly to: Named | null
  readonly instead: Named | null
}

/** As many texts as are looked through. */
const most = 1000
const bodies = sql`p.body_nb as "bodyNb", p.body_nn as "bodyNn", p.body_en as "bodyEn"`

/** The links in texts that are in force which lead nowhere. `only`: those of one text. */
export async function deadLinks(ctx: Ctx, only: string | null = null): Promise<readonly DeadLink[]> {
  const said = sql`concat(p.body_nb, p.body_nn, p.body_en)`
  const linking = sql`(position('/veiledning/' in ${said}) > 0 or position('](#' in ${said}) > 0)`
  const { rows } = await sql<Row>`
    select p.id, p.name, ${bodies} from article_published p
    where p.organisation_id = ${ctx.actor.organisationId} and ${linking} and (${only}::uuid is null or p.id = ${only})
    order by p.sort_key, p.id limit ${most}`.execute(ctx.tx)
  const found = rows.flatMap((text) =>
    locales.flatMap((language) => {
      const body = bodyIn(text, language)
      const ways = waysAmong(linksIn(body))
      const own = ways.length > 0 ? anchorsIn(body) : new Set<string>()
      return ways.map((way) => ({ text, language, way, own }))
    }),
  )
  const targets = await targetsOf(
    ctx,
    found.map(({ way }) => way),
  )
  return found.flatMap(({ text: { id, name }, language, way, own }): readonly DeadLink[] => {
    const target = way.text === null ? undefined : targets.get(way.text)
    const read = target && languageOf(target, language)
    const fault = faultOf(way, own, target && { ...target, parts: anchorsIn(read ? bodyIn(target, read) : '') })
    if (fault === null) return []
    const { words } = way
    return [{ text: { id, name }, language, words, fault, to: target ?? null, instead: target?.instead ?? null }]
  })
}

type Target = Row & { readonly inForce: boolean; readonly retired: boolean; readonly instead: Named | null }
async function targetsOf(ctx: Ctx, ways: readonly Way[]): Promise<ReadonlyMap<string, Target>> {
  const ids = [...new Set(ways.flatMap(({ text }) => (isId(text) ? [text] : [])))]
  if (ids.length === 0) return new Map()
  const { rows } = await sql<Target>`
    select a.id, a.name, p.id is not null as "inForce", a.status = 'retired' as retired, ${bodies},
      case when i.id is not null then jsonb_build_object('id', i.id, 'name', i.name) end as instead
    from article a
    left join article_published p on p.organisation_id = a.organisation_id and p.id = a.id
    left join article i on i.organisation_id = a.organisation_id and i.id = a.replaced_by_id
    where a.organisation_id = ${ctx.actor.organisationId} and a.id = any(${ids}::uuid[])`.execute(ctx.tx)
  return new Map(rows.map((row) => [row.id, row]))
}

/** The texts in force that lead to one. */
export async function leadingTo(ctx: Ctx, id: string): Promise<readonly Named[]> {
  const { rows } = await sql<Named>`
    select p.id, p.name from article_published p
    where p.organisation_id = ${ctx.actor.organisationId} and p.id <> ${id}
      and position(${`/veiledning/${id}`} in concat(p.body_nb, p.body_nn, p.body_en)) > 0
    order by p.sort_key, p.id limit ${most}`.execute(ctx.tx)
  return rows
}
