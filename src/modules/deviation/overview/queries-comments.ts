import type { Commented } from '../../../kernel/comment.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { audienceOf } from '../audience.ts'
import { reference } from '../deviation.ts'
import { caseView } from '../queries.ts'
import { titleOfCase } from '../title.ts'

/**
 * Comments in a case are between those who have it whole. Whoever reported is asked a question, and the leader is told: neither reads
 * along (docs/decisions/0023).
 */
export async function commentsOfCase(ctx: Ctx, id: string, locale: Locale): Promise<Commented | undefined> {
  const view = await caseView(ctx, id)
  if (!view || view.deviation.status === 'draft' || audienceOf(view, ctx.actor) !== 'full') return undefined
  const name = [reference(view.deviation), titleOfCase(view.deviation, locale)].filter(Boolean).join(' · ')
  return { page: `/avvik/${id}`, name, audiences: ['handlers'], folded: true }
}
