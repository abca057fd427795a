import type { Ctx } from '../../kernel/ctx.ts'
import type { OwnStep } from '../../kernel/step.ts'
import type { Locale } from '../../kernel/texts.ts'
import { LinkButton, PostButton } from '../../ui/button.tsx'
import { partOf } from './fields.ts'
import { openStep } from './guide.ts'
import { findProcessing } from './queries.ts'
import { gapsOf, isStale, mayEdit } from './rules.ts'
import { texts } from './texts.ts'

/** What is to be done with an activity: what the law asks and nobody has answered, and a look at what has stood for a year. */
export async function processingSteps(ctx: Ctx, id: string, locale: Locale): Promise<readonly OwnStep[]> {
  const record = await findProcessing(ctx, id)
  if (!record || record.values.status === 'ended') return []
  const { values, version } = record
  const t = texts(locale)
  const at = `/behandlinger/${id}`
  const may = mayEdit(record, ctx.actor)
  const open = gapsOf(values).filter(({ blocks }) => blocks)
  const [first] = open
  const guided = values.status === 'draft' && openStep(values) !== undefined
  return [
    ...(first
      ? [
          {
            kind: 'processing.fill',
            title: t.steps.fill(open.length),
            deed: (
              <LinkButton href={guided ? `${at}/veiviser` : `${at}/endring/${partOf(first.field)}#${first.field}`}>
                {guided ? t.guide.goOn : t.steps.answer}
              </LinkButton>
            ),
            may,
          },
        ]
      : []),
    {
      kind: 'processing.review',
      text: t.show.stale,
      deed: (
        <PostButton action={`${at}/bekreftelse`} hidden={{ version }}>
          {t.show.confirm}
        </PostButton>
      ),
      may: may && isStale(record, ctx.now),
      whenTask: true,
    },
    {
      kind: 'processing.deletionRoutine',
      deed: <LinkButton href={`${at}/endring/${partOf('deletionRoutine')}#deletionRoutine`}>{t.steps.answer}</LinkButton>,
      may,
      whenTask: true,
    },
  ]
}
