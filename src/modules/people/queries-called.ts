import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'

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

/** As a pattern of `like` that means the word itself. */
export const likely = (word: string): string => word.replace(/[\\%_]/g, '\\$&')

/** Ids of those called so, also those who have left: the log and old cases still name them. Those at work first. */
export async function personsCalled(ctx: Ctx, written: string, limit: number): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select p.id from person p where p.organisation_id = ${ctx.actor.organisationId} and ${hasWords(wordsOf(written), [sql`p.name`])}
    order by p.active desc, p.sort_key, p.id limit ${limit}`.execute(ctx.tx)
  return rows.map(({ id }) => id)
}
