import type { ComponentChildren } from 'preact'
import type { CommentedOf } from '../../kernel/comment.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import type { RecordKey } from '../../kernel/ids.ts'
import type { Locale } from '../../kernel/texts.ts'
import { CommentsPanel } from './pages/panel.tsx'
import { commentsOf, namesIn } from './queries.ts'
import { mayRead } from './rules.ts'

export { commentersOf, commentsInDocument } from './queries.ts'

/** The comments of a record that its reader may read, for its page; nothing where nobody comments it, or not they. */
export async function commentsPanel(ctx: Ctx, place: RecordKey, asks: CommentedOf | undefined, locale: Locale): Promise<ComponentChildren> {
  if (!asks) return null
  const [of, all] = await Promise.all([asks(ctx, place.id, locale), commentsOf(ctx, place)])
  if (!of) return null
  const comments = all.filter((one) => mayRead(one, of))
  const names = await namesIn(ctx, comments)
  return <CommentsPanel place={place} of={of} comments={comments} names={names} reader={ctx.actor.personId} locale={locale} />
}
