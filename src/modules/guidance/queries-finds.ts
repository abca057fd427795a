import { sql } from 'kysely'
import type { Ctx, Hit } from '../../kernel/ctx.ts'
import type { Finds } from '../../kernel/module.ts'
import { askedFor, everybody, foundBy, wordsIn } from '../../kernel/words.ts'
import { placeIn } from '../../ui/markdown.ts'
import { bodyIn, byName, languageOf } from './in-language.ts'
import { ownPath } from './queries.ts'
import { texts } from './texts.ts'

type Row = Parameters<typeof byName>[0] & Parameters<typeof languageOf>[0] & { readonly id: string; readonly kind: string }

/** What of guidance has these words, and applies where the reader works. */
export async function foundIn(ctx: Ctx, words: string, most: number): Promise<readonly Row[]> {
  const path = await ownPath(ctx)
  const { rows } = await sql<Row>`
    select t.id, t.kind, t.name, t.title_nb as "titleNb", t.title_nn as "titleNn", t.title_en as "titleEn",
      t.body_nb as "bodyNb", t.body_nn as "bodyNn", t.body_en as "bodyEn"
    from (${foundBy('article_published', askedFor(words), everybody)}) f
    join article_published t on t.organisation_id = ${ctx.actor.organisationId} and t.id = f.id
    where t.unit_id is null or t.unit_id = any(${[...path]}::uuid[])
    order by f.place limit ${most}`.execute(ctx.tx)
  return rows
}

/** Each hit leads to the part of the text where the words stand. */
export const findsGuidance: Finds = {
  label: (locale) => texts(locale).read.title,
  hits: async (ctx, words, locale, most): Promise<readonly Hit[]> => {
    const sought = wordsIn(words).map((word) => word.toLowerCase())
    return (await foundIn(ctx, words, most)).map((row) => {
      const language = languageOf(row, locale)
      const place = language ? placeIn(bodyIn(row, language), sought) : null
      return { href: `/veiledning/${row.id}${place ? `#${place.id}` : ''}`, title: byName(row, locale), beside: place?.title ?? null }
    })
  },
  list: () => '/veiledning',
}
