import { sql } from 'kysely'
import type { Ctx, Hit } from '../../../kernel/ctx.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { reference, type Status } from '../deviation.ts'
import type { Category } from '../fields-report.ts'
import { firstWords } from '../first-words.ts'
import { profileOf } from '../queries-profile.ts'
import { seenBy, workedBy } from '../queries-standing.ts'
import { ownCases } from '../store-reporter.ts'
import { texts } from '../texts.ts'
import { titleOfCase } from '../title.ts'
import { reads } from './queries-facets.ts'
import { soughtCases } from './queries-words.ts'
import { overviewTexts } from './texts.ts'

type Row = {
  readonly id: string
  readonly year: number
  readonly number: number
  readonly status: Status
  readonly reads: boolean
  readonly isOwn: boolean
  readonly categories: readonly Category[]
  readonly shortName: string | null
  readonly words: string | null
}

/** Enough to tell three letters sent astray from one another. */
const mostWords = 60
/** Read for them: signs may be of two places, and lines are put together. */
const mostRead = 300

/**
 * The cases that exist for whoever asks, the newest first. By its number whoever sees a case finds it; by its words only who may read them:
 * those who work on it, and whoever reported it, who finds it by their own words.
 */
export async function findsCases(ctx: Ctx, words: string, locale: Locale, most: number): Promise<readonly Hit[]> {
  const told = (await profileOf(ctx)).deviation.notifyLeader
  const { ids, asked, isExact } = soughtCases(ctx, words)
  const { rows } = await sql<Row>`
    with sought as materialized (${ids}), mine as materialized (${ownCases(ctx)})
    select d.id, d.year, d.number, d.status, k.reads, k.own as "isOwn", case when k.reads or k.own then d.categories else '{}' end as categories,
      case when k.reads then (select h.short_name from deviation_handling h
        where h.organisation_id = d.organisation_id and h.deviation_id = d.id) end as "shortName",
      case when k.reads or k.own then left(d.what_happened, ${mostRead}) end as words
    from deviation d
    cross join lateral (select ${workedBy(ctx)} and ${reads(ctx, told)} as reads, d.id in (select deviation_id from mine) as own) k
    where d.id in (select id from sought union all select deviation_id from mine) and d.status <> 'draft' and ${seenBy(ctx)}
      and (${isExact} or k.reads and d.id in (select id from sought) or k.own and varde_case_words(d, null) @@ ${asked})
    order by d.year desc, d.number desc limit ${most}`.execute(ctx.tx)
  return rows.map((row) => ({
    href: `/avvik/${row.id}`,
    title:
      row.reads || row.isOwn
        ? titleOfCase({ handling: { shortName: row.shortName }, report: { categories: row.categories } }, locale)
        : overviewTexts(locale).page.asked.title,
    // Two of one kind without a short name would read alike.
    beside: [row.shortName ? '' : firstWords(row.words, mostWords).words, reference(row), texts(locale).statuses[row.status]]
      .filter((one) => one !== '')
      .join(' · '),
  }))
}
