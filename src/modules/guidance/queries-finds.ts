import { sql } from 'kysely'
import type { Ctx, Hit } from '../../kernel/ctx.ts'
import type { Finds } from '../../kernel/module.ts'
import { type Searched, searchFor, wordsKey } from '../../kernel/searched.ts'
import { type Seeks, seeking } from '../../kernel/seeks.ts'
import type { Locale } from '../../kernel/texts.ts'
import { askedFor, everybody, foundBy, stemsOf } from '../../kernel/words.ts'
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

/** What was searched for, for a page that shows where it stands. */
export const seeksOf = async (ctx: Ctx, words: string): Promise<Seeks> => seeking(await stemsOf(ctx, words))

/** Where in the text a reader is given the words stand, and the address that opens it there with the words marked. */
export function placeOf(row: Row, { sealed }: Searched, seeks: Seeks, locale: Locale): Pick<Hit, 'href' | 'beside'> {
  const language = languageOf(row, locale)
  const place = language ? placeIn(bodyIn(row, language), seeks) : null
  return {
    href: `/veiledning/${row.id}?${new URLSearchParams({ [wordsKey]: sealed })}${place ? `#${place.id}` : ''}`,
    beside: place?.title ?? null,
  }
}

/** Each hit leads to the part of the text where the words stand. */
export const findsGuidance: Finds = {
  label: (locale) => texts(locale).read.title,
  hits: async (ctx, words, locale, most): Promise<readonly Hit[]> => {
    const search = searchFor(ctx, words)
    if (!search) return []
    const seeks = await seeksOf(ctx, words)
    return (await foundIn(ctx, words, most)).map((row) => ({ ...placeOf(row, search, seeks, locale), title: byName(row, locale) }))
  },
  list: () => '/veiledning',
}
