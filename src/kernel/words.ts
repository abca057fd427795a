import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from './ctx.ts'
import type { Stemmed } from './seeks.ts'

// Words are found by an index of their own, in any form and by their beginning (migration 0054, docs/decisions/0019).

/** More than these are not read: each costs. */
const mostWords = 12
/** Candidates of one search: the first in the order they are shown in. */
export const mostFound = 1000
/** Found by everybody in the organisation. */
export const everybody = ['*']

/** Behind everything that begins with the same letters, byte by byte. */
export const lastSign = '\u{10FFFF}'

/** What was written, as words: by what stands between them. */
export const wordsIn = (written: string): readonly string[] =>
  written
    .normalize('NFC')
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((word) => word !== '')
    .slice(0, mostWords)

/** The search itself. `also`: the marks that stand for a word where the text does not say it, such as the name of a kind. */
export const askedFor = (written: string, also: (word: string) => readonly string[] = () => []): RawBuilder<unknown> => {
  const words = wordsIn(written)
  return sql`varde_asked(${[...words]}::text[], ${words.map((word) => also(word).join('|'))}::text[])`
}

/**
 * The ids of one kind with these words, as `id` and `place`, in order. Whoever asks sees at most these: whether they may, each record is
 * asked again by its own rule.
 */
export const foundBy = (kind: string, asked: RawBuilder<unknown>, who: readonly string[], most: number = mostFound) =>
  sql<{
    id: string
    place: number
  }>`select id, place from varde_found(${kind}, ${asked}, ${[...who]}::text[], ${most}::integer) with ordinality as found(id, place)`

/** What was searched for, as the index reads it. */
export async function stemsOf({ tx }: Pick<Ctx, 'tx'>, written: string): Promise<readonly Stemmed[]> {
  const { rows } = await sql<Stemmed>`
    select word, (ts_lexize('pg_catalog.norwegian_stem', word))[1] as stem
    from unnest(${[...wordsIn(written)]}::text[]) as said, unnest(varde_tokens(said)) as word`.execute(tx)
  return rows
}
