import { localDate } from '../../kernel/calendar/calendar.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import type { OwnStep } from '../../kernel/step.ts'
import type { Locale } from '../../kernel/texts.ts'
import { LinkButton, PostButton } from '../../ui/button.tsx'
import { mayAddRisk, mayReadAll, risksOf } from '../risks/public.ts'
import { findSystem, mayKeepSystem } from '../systems/public.ts'
import { findLife, knownOf, standingOf } from './queries.ts'
import { endingGaps, gatesOf, isNeedClear, lacksOf, mayAppoint, mayLead, playsPart } from './rules.ts'
import { consultationsOf } from './store.ts'
import { texts } from './texts.ts'

/** What is to be done with a system where it is in its life: the need, the procurement, the way into use, what its use asks for, the way out. */
export async function lifeSteps(ctx: Ctx, id: string, locale: Locale): Promise<readonly OwnStep[]> {
  const [system, life, standing, consultations] = await Promise.all([
    findSystem(ctx, id),
    findLife(ctx, id),
    standingOf(ctx, id),
    consultationsOf(ctx, id),
  ])
  if (!system || !standing) return []
  const t = texts(locale)
  const at = `/systemer/${id}`
  const keep = mayKeepSystem(system, ctx.actor)
  const lead = life ? mayLead(life.values, ctx.actor, keep) : keep
  const { inUse } = system.values
  const stage = life?.values.stage ?? (inUse === 'yes' ? 'inUse' : inUse === 'considered' ? 'procured' : null)
  const version = life?.version ?? 0
  const link = (kind: string, href: string, label: string, may: boolean, title?: string): OwnStep => ({
    ...{ kind, may, deed: <LinkButton href={href}>{label}</LinkButton> },
    ...(title === undefined ? {} : { title }),
  })
  const press = (kind: string, action: string, label: string, may: boolean, title?: string): OwnStep => ({
    ...{ kind, may },
    deed: (
      <PostButton action={action} hidden={{ version }}>
        {label}
      </PostButton>
    ),
    ...(title === undefined ? {} : { title }),
  })
  const asked = consultations.find(({ answer }) => answer === null)
  const answers = asked ? [link('life.answer', `${at}/radforing/${asked.id}`, t.doAnswer, playsPart('dpo', ctx.actor), t.steps.answer)] : []

  if (stage === 'need' && life)
    return [
      ...answers,
      isNeedClear(life)
        ? press('life.need', `${at}/anskaffelse/start`, t.begin, lead, t.steps.begin)
        : link('life.need', `${at}/behov`, t.editNeed, lead, t.steps.need),
    ]
  if (stage === 'procurement' && life) {
    const open = gatesOf(life, await knownOf(ctx, id)).filter(({ settled }) => !settled)
    return [
      ...answers,
      open.length === 0
        ? press('life.procurement', `${at}/anskaffelse/slutt`, t.close, lead)
        : {
            ...link('life.procurement', `${at}/anskaffelse`, t.editProcurement, lead),
            text: t.steps.gates(open.map(({ gate }) => t.gates[gate])),
          },
    ]
  }
  if (stage === 'procured') return [...answers, press('life.procured', `${at}/bruk`, t.take, keep, t.steps.take)]
  if (stage === 'ending' && life) {
    const open = endingGaps(life, system.values.owner)
    return [
      ...answers,
      {
        ...link('life.ending', `${at}/avhending`, t.editEnding, keep),
        text: open.length === 0 ? t.steps.signing : t.steps.points(open.length),
      },
    ]
  }
  if (stage !== 'inUse') return answers
  const lacks = lacksOf(standing, localDate(ctx.now))
  const draft = (await risksOf(ctx, 'systems_ids', id)).find(({ status }) => status !== 'approved')
  const analyses = draft ? mayReadAll(ctx.actor) : mayAddRisk(ctx.actor)
  return [
    ...answers,
    ...(lacks.includes('owner') ? [link('life.owner', `${at}/endring#owner`, t.steps.chooseOwner, keep, t.steps.owner)] : []),
    ...(!analyses
      ? []
      : [
          draft
            ? { ...link('life.analysis', `/ros/${draft.id}`, t.steps.goOnAnalysis, false), whenTask: true as const }
            : {
                kind: 'life.analysis',
                may: false,
                whenTask: true as const,
                deed: <BeginAnalysis system={id} label={t.steps.beginAnalysis} />,
              },
        ]),
    { ...link('life.agreement', '/databehandleravtaler/nytt', t.steps.beginAgreement, false), whenTask: true },
    ...(lacks.includes('superUser')
      ? [link('life.superUser', `${at}/superbruker`, t.appoint, mayAppoint(system.values.ownerUnit, ctx.actor), t.steps.superUser)]
      : []),
  ]
}

const BeginAnalysis = ({ system, label }: { readonly system: string; readonly label: string }) => (
  <PostButton action="/ros/nytt/begynt" hidden={{ systems: system }}>
    {label}
  </PostButton>
)
