import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'
import { lastSign } from '../../kernel/words.ts'

const mostWords = 8

/** What was written, as words. */
export const wordsOf = (written: string): readonly string[] =>
  written
    .normalize('NFC')
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, mostWords)

/** Every word is a part of one of the columns, in any case and any order: people write the family name first, or two spaces. */
export const hasWords = (words: readonly string[], columns: readonly RawBuilder<unknown>[]): RawBuilder<boolean> =>
  words.length === 0
    ? sql`true`
    : sql`(${sql.join(
        words.map(
          (word) =>
            sql`(${sql.join(
              columns.map((column) => sql`varde_fold(${column}) like '%' || varde_fold(${likely(word)}) || '%'`),
              sql` or `,
            )})`,
        ),
        sql` and `,
      )})`

/** As long as a part of a name that is kept (migration 0057). */
const longestPart = 60

/**
 * The people in whose name each word is, from any letter: by an index, and without reading the others. `units`: those whose unit counts too,
 * by word.
 */
export const withWords = ({ actor }: Ctx, words: readonly string[], units: UnitsByWord = new Map()): RawBuilder<boolean> =>
  words.length === 0
    ? sql`true`
    : sql`(${sql.join(
        words.map((word) => sql`p.id in (${withWord(actor.organisationId, word, units.get(word) ?? [])})`),
        sql` and `,
      )})`

function withWord(organisationId: string, word: string, units: readonly string[]): RawBuilder<unknown> {
  const part = word.slice(0, longestPart)
  const named = sql`
    select w.person_id from person_word w
    where w.organisation_id = ${organisationId} and w.part >= varde_fold(${part}) and w.part < varde_fold(${part}) || ${lastSign}`
  if (units.length === 0) return named
  return sql`${named} union all
    select m.id from person m where m.organisation_id = ${organisationId} and m.unit_id = any(${[...units]}::uuid[])`
}

export type UnitsByWord = ReadonlyMap<string, readonly string[]>

/** The units in whose name each word is. There are some hundreds of units: all are read. */
export async function unitsByWord({ tx, actor }: Ctx, words: readonly string[]): Promise<UnitsByWord> {
  const { rows } = await sql<{ word: string; id: string }>`
    select word, u.id from unnest(${[...words]}::text[]) as word join unit u
      on u.organisation_id = ${actor.organisationId} and position(varde_fold(word) in varde_fold(u.name)) > 0`.execute(tx)
  return new Map([...Map.groupBy(rows, ({ word }) => word)].map(([word, found]) => [word, found.map(({ id }) => id)]))
}

/** As a pattern of `like` that means the word itself. */
export const likely = (word: string): string => word.replace(/[\\%_]/g, '\\$&')

/** Ids of those called so, also those who have left: the log and old cases still name them. Those at work first. */
export async function personsCalled(ctx: Ctx, written: string, limit: number): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select p.id from person p where p.organisation_id = ${ctx.actor.organisationId} and ${withWords(ctx, wordsOf(written))}
    order by p.active desc, p.sort_key, p.id limit ${limit}`.execute(ctx.tx)
  return rows.map(({ id }) => id)
}
