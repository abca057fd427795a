import type { ReactNode } from 'react'
import type { Locale } from '../../../kernel/texts.ts'
import { LinkButton, PostButton } from '../../../ui/button.tsx'
import { Deadline } from '../../../ui/deadline.tsx'
import { each } from '../../../ui/each.ts'
import { type KeyFact, KeyFacts } from '../../../ui/key-facts.tsx'
import { NextStep, RecordPage } from '../../../ui/record-page.tsx'
import { StatusTag } from '../../../ui/status-tag.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { nextStep, type Step } from '../casefile/next-step.ts'
import { type CasefileTexts, casefileTexts } from '../casefile/texts.ts'
import { clockState } from '../clock.ts'
import { type Deviation, reference } from '../deviation.ts'
import { handlingTexts } from '../handling/texts.ts'
import type { CaseView } from '../queries.ts'
import { texts } from '../texts.ts'
import { titleOfCase } from '../title.ts'
import { CaseAside } from './aside.tsx'
import { DecisionsSection } from './decisions.tsx'
import { HandlingSection } from './handling.tsx'
import { QuestionsSection } from './questions.tsx'
import { ReportSection } from './report.tsx'
import { OpenTasks } from './tasks.tsx'
import { TracksSection } from './tracks.tsx'
import { affectedWords, type CaseProps, metWords, statusTone } from './words.tsx'

export type CasePageProps = CaseProps & {
  /** Drawn by the capabilities they belong to. */
  readonly assessment?: ReactNode
  readonly closing?: ReactNode
  /** Drawn by later modules. */
  readonly related: readonly ReactNode[]
}

/** The whole case, for those who take part in handling it. */
export function CasePage(props: CasePageProps) {
  const { view, locale, now, surroundings } = props
  const t = casefileTexts(locale).page
  return (
    <RecordPage
      {...caseHead(props)}
      steps={<KeyFacts facts={keyFacts(view, t, locale)} />}
      next={<Next {...props} />}
      aside={<CaseAside {...props} />}
    >
      <OpenTasks {...props} />
      {view.deviation.status !== 'draft' && <TracksSection view={view} locale={locale} now={now} names={surroundings.names} />}
      <ReportSection view={view} locale={locale} />
      <HandlingSection view={view} locale={locale} />
      {props.assessment}
      <QuestionsSection view={view} locale={locale} now={now} />
      <DecisionsSection view={view} locale={locale} />
      {props.closing}
      {each(props.related, (panel) => panel)}
    </RecordPage>
  )
}

/** Reference, name, status and deadline: the same on every page of a case. */
export function caseHead({ view, locale, now }: Pick<CaseProps, 'view' | 'locale' | 'now'>) {
  const { deviation } = view
  const t = casefileTexts(locale).page
  return {
    reference: reference(deviation) ?? '',
    kind: t.kind,
    title: titleOfCase(deviation, locale),
    locale,
    status: (
      <StatusTag tone={statusTone[deviation.status]} done={deviation.status === 'closed'}>
        {texts(locale).statuses[deviation.status]}
      </StatusTag>
    ),
    tags: deviation.urgent && <Tag tone="danger">{t.urgent}</Tag>,
    deadline: <CaseDeadline deviation={deviation} now={now} locale={locale} />,
  }
}

/** The 72 hours: running, past, met or met late; nothing where nothing is owed. */
export function CaseDeadline({ deviation, now, locale }: { readonly deviation: Deviation; readonly now: Date; readonly locale: Locale }) {
  const state = clockState(deviation, now)
  if (state === 'none' || !deviation.notifyBy) return null
  return (
    <Deadline
      due={deviation.notifyBy}
      now={now}
      met={deviation.authorityNotifiedAt}
      metWords={metWords(deviation, locale)}
      locale={locale}
      chip
    />
  )
}

/** S3-19: severity and number first; then what is known of the risk. */
function keyFacts({ deviation }: CaseView, t: CasefileTexts['page'], locale: Locale): readonly KeyFact[] {
  const { handling, report, assessment, breach } = deviation
  const h = handlingTexts(locale)
  const words = texts(locale)
  const said = (label: string, value: string | null | undefined, missing: string, tone?: KeyFact['tone']): KeyFact =>
    value ? { label, value, tone } : { label, value: missing, open: true }
  const level = deviation.assessedAt ? assessment.level : null
  return [
    said(
      t.facts.severity,
      handling.severity && h.fields.severity.choices[handling.severity],
      t.facts.notAssessed,
      isGrave(handling.severity) ? 'danger' : undefined,
    ),
    said(t.facts.affected, affectedWords(report, t, locale), t.facts.notStated),
    said(t.facts.level, level && upper(words.levels[level]), t.facts.notAssessed, level === 'high' ? 'danger' : undefined),
    said(t.facts.breach, breach && words[breach], t.facts.notDecided),
    said(
      t.facts.contained,
      handling.contained && t.contained[handling.contained],
      t.facts.notClear,
      handling.contained === 'no' ? 'danger' : undefined,
    ),
  ]
}

const isGrave = (severity: Deviation['handling']['severity']): boolean => severity === 'serious' || severity === 'critical'
const upper = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

function Next({ view, actor, locale }: CasePageProps) {
  const t = casefileTexts(locale).page
  const next = nextStep(view, actor)
  if (next.kind === 'wait') return <NextStep locale={locale} title={t.wait.title} text={t.wait.text} />
  if (next.kind === 'done') {
    return (
      <NextStep locale={locale} title={t.done.title} text={t.done.text}>
        {view.actions.includes('reopen') && (
          <LinkButton href={`/avvik/${view.deviation.id}/gjenapning`} variant="secondary">
            {t.done.reopen}
          </LinkButton>
        )}
      </NextStep>
    )
  }
  const { title, text } = t.steps[next.step.kind]
  return (
    <NextStep locale={locale} title={title} text={text}>
      <StepButton step={next.step} t={t} version={view.deviation.version} />
      {next.also && <StepButton step={next.also} t={t} version={view.deviation.version} beside />}
    </NextStep>
  )
}

const StepButton = ({
  step,
  t,
  version,
  beside,
}: {
  readonly step: Step
  readonly t: CasefileTexts['page']
  readonly version: number
  readonly beside?: boolean
}) => {
  const variant = beside ? 'secondary' : 'primary'
  return step.post ? (
    <PostButton action={step.href} variant={variant} hidden={{ version }}>
      {t.steps[step.kind].button}
    </PostButton>
  ) : (
    <LinkButton href={step.href} variant={variant}>
      {t.steps[step.kind].button}
    </LinkButton>
  )
}
