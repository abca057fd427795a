import { localDate } from '../../kernel/calendar/calendar.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import type { OwnStep } from '../../kernel/step.ts'
import type { Locale } from '../../kernel/texts.ts'
import { LinkButton } from '../../ui/button.tsx'
import { partOf } from './fields.ts'
import { analysisOf, findRisk } from './queries.ts'
import { planFingerprint } from './queries-parts.ts'
import { type Gap, gapsOf, mayEdit } from './rules.ts'
import { texts } from './texts.ts'

/** What is to be done with an analysis before it can be approved. What is left over is accepted by a task of its own. */
export async function riskSteps(ctx: Ctx, id: string, locale: Locale): Promise<readonly OwnStep[]> {
  const record = await findRisk(ctx, id)
  if (!record || record.values.status === 'ended') return []
  const analysis = await analysisOf(ctx, record)
  const t = texts(locale)
  const own = gapsOf(analysis, planFingerprint(analysis.scenarios, analysis.measures), localDate(ctx.now)).filter(
    ({ what }) => what !== 'acceptance',
  )
  const [first] = own
  const accept = { kind: 'risk.accept', deed: <LinkButton href={`/ros/${id}/aksept`}>{t.show.acceptDeed}</LinkButton>, may: false }
  return [
    ...(first
      ? [
          {
            kind: 'risk.fill',
            title: t.steps.fill(own.length),
            deed: (
              <LinkButton href={`/ros/${id}/${placeOf(first)}`}>
                {first.what === 'scenarios' ? t.show.addScenario : t.steps.answer}
              </LinkButton>
            ),
            may: mayEdit(record, ctx.actor),
          },
        ]
      : []),
    { ...accept, whenTask: true },
  ]
}

function placeOf(gap: Gap): string {
  switch (gap.what) {
    case 'scenarios':
      return 'scenarioer/ny'
    case 'acceptance':
      return 'aksept'
    case 'measures':
      return `scenarioer/${gap.scenario.id}`
    default:
      return `endring/${partOf(gap.what)}#${gap.what}`
  }
}
