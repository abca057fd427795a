import type { Ctx } from '../../kernel/ctx.ts'
import type { OwnStep } from '../../kernel/step.ts'
import type { Locale } from '../../kernel/texts.ts'
import { LinkButton } from '../../ui/button.tsx'
import { findRequirement, keepsSystems } from './queries.ts'
import { isOffered } from './queries-plan.ts'
import { mayRequire } from './rules.ts'
import { texts } from './texts.ts'

/** A requirement that nobody is asked for yet says why, and what its keeper does about it. */
export async function requirementSteps(ctx: Ctx, id: string, locale: Locale): Promise<readonly OwnStep[]> {
  const found = await findRequirement(ctx, id)
  if (found?.values.inForce !== 'yes' || !mayRequire(ctx.actor, await keepsSystems(ctx)) || (await isOffered(ctx, id))) return []
  const t = texts(locale).requirements.nothingToTake
  const reads = found.values.fulfilledBy === 'acknowledgement'
  return [
    {
      kind: 'training_requirement.offer',
      title: t.title,
      text: reads ? t.text : t.course,
      deed: reads ? (
        <LinkButton href={`/kompetansekrav/${id}/endring`}>{t.chooseText}</LinkButton>
      ) : (
        <LinkButton href={`/kurs/nytt?krav=${id}`}>{t.addCourse}</LinkButton>
      ),
      may: true,
    },
  ]
}
