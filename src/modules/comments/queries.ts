import { formatShort } from '../../kernel/calendar/words.ts'
import type { Addendum, Ctx } from '../../kernel/ctx.ts'
import type { RecordKey } from '../../kernel/ids.ts'
import type { Locale } from '../../kernel/texts.ts'
import { personsById } from '../people/public.ts'
import type { Comment } from './comment.ts'
import { commentsOf } from './store.ts'
import { texts } from './texts.ts'

export { commentsOf, findComment } from './store.ts'

/** Those who wrote and those who are mentioned, by id: whoever has left keeps the name. */
export async function namesIn(ctx: Ctx, comments: readonly Comment[]): Promise<ReadonlyMap<string, string>> {
  const people = await personsById(ctx, [...new Set(comments.flatMap(({ writtenBy, mentions }) => [writtenBy, ...mentions]))])
  return new Map([...people].map(([id, { name }]) => [id, name]))
}

/** Who has said something of a record that still stands there: those who were invited to. */
export const commentersOf = async (ctx: Ctx, place: RecordKey): Promise<readonly string[]> =>
  (await commentsOf(ctx, place)).filter(({ withdrawnAt }) => withdrawnAt === null).map(({ writtenBy }) => writtenBy)

/** The comments in the document of the whole case: who, when, what. */
export async function commentsInDocument(ctx: Ctx, place: RecordKey, language: Locale): Promise<Addendum | null> {
  const t = texts(language)
  const comments = await commentsOf(ctx, place)
  if (comments.length === 0) return null
  const names = await namesIn(ctx, comments)
  const items = comments.map((one) => {
    const who = names.get(one.writtenBy) ?? t.somebody
    if (one.withdrawnAt) return t.withdrawn(who, formatShort(one.withdrawnAt, language))
    return `${who}, ${formatShort(one.writtenAt, language)}: ${one.text}`
  })
  return { heading: t.section, items }
}
