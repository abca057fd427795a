import type { Ctx } from '../../kernel/ctx.ts'
import type { RecordKey } from '../../kernel/ids.ts'
import type { OwnStep } from '../../kernel/step.ts'
import type { Locale } from '../../kernel/texts.ts'
import { LinkButton } from '../../ui/button.tsx'
import { texts } from './texts.ts'

/** A review that is due is registered from the record's own page. */
export async function reviewSteps(ctx: Ctx, subject: RecordKey, locale: Locale): Promise<readonly OwnStep[]> {
  const reviewed = await ctx.house.reviewed(ctx, subject)
  if (!reviewed?.mayReview) return []
  const deed = <LinkButton href={`/gjennomganger/${subject.type}/${subject.id}/ny`}>{texts(locale).doHold}</LinkButton>
  return [{ kind: 'review.due', title: texts(locale).isDue, deed, may: true, whenTask: true }]
}
