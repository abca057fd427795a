import { localDate } from '../../kernel/calendar/calendar.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import type { OwnStep } from '../../kernel/step.ts'
import type { Locale } from '../../kernel/texts.ts'
import { mayTake } from '../../kernel/workflow.ts'
import { LinkButton, PostButton } from '../../ui/button.tsx'
import { parties, partOf } from './fields.ts'
import { gapsOf, unsaid } from './gaps.ts'
import { mayEdit, partsIn } from './permissions.ts'
import { findAgreement } from './queries.ts'
import { signatureOf, whyNotInForce } from './rules.ts'
import { texts } from './texts.ts'
import { workflow } from './workflow.ts'

/** What is to be done with an agreement: what Article 28 asks, the signatures, and what makes it hold; in force, what its tasks say. */
export async function agreementSteps(ctx: Ctx, id: string, locale: Locale): Promise<readonly OwnStep[]> {
  const record = await findAgreement(ctx, id)
  if (!record) return []
  const { values, version } = record
  const t = texts(locale)
  const at = `/databehandleravtaler/${id}`
  const may = (action: keyof typeof workflow) =>
    values.status !== null && mayTake(workflow[action], values.status, partsIn(record, ctx.actor))
  const task = (kind: string, href: string, label: string): OwnStep => ({
    ...{ kind: `agreement.${kind}`, may: false, whenTask: true },
    deed: <LinkButton href={href}>{label}</LinkButton>,
  })
  const edit = (field: Parameters<typeof partOf>[0]) => `${at}/endring/${partOf(field)}#${field}`
  const tasks = [
    task('data', `${at}/opplysninger`, t.show.data),
    ...(mayEdit(record, ctx.actor) ? [task('archive', edit('archiveReference'), t.steps.archive)] : []),
  ]
  if (values.status !== 'draft') return tasks
  const open = gapsOf(values).filter(({ blocks }) => blocks)
  const [first] = open
  if (first)
    return [
      {
        kind: 'agreement.fill',
        title: t.steps.fill(open.length),
        deed: <LinkButton href={edit(first.field)}>{t.steps.answer}</LinkButton>,
        may: mayEdit(record, ctx.actor),
      },
    ]
  const party = parties.find((one) => signatureOf(one, values).signedOn === null)
  if (party && unsaid(values).length === 0)
    return [
      {
        kind: 'agreement.sign',
        title: t.steps.sign,
        deed: <LinkButton href={`${at}/signatur/${party}`}>{t.show.sign[party]}</LinkButton>,
        may: may('sign'),
      },
    ]
  return whyNotInForce(values, localDate(ctx.now)) === null
    ? [
        {
          kind: 'agreement.enter',
          title: t.steps.enter,
          deed: (
            <PostButton action={`${at}/ikraft`} hidden={{ version }}>
              {t.show.enter}
            </PostButton>
          ),
          may: may('enter'),
        },
      ]
    : []
}
