import type { ComponentChildren } from 'preact'
import { capital, type Locale } from '../../../../kernel/texts.ts'
import { LinkButton, PostButton } from '../../../../ui/button.tsx'
import { each } from '../../../../ui/each.ts'
import { Place, Places } from '../../../../ui/places.tsx'
import { NextStep, RecordPage } from '../../../../ui/record-page.tsx'
import { StatusTag } from '../../../../ui/status-tag.tsx'
import { Tag } from '../../../../ui/tag.tsx'
import { CaseDeadline } from '../../deed/pages/deadline.tsx'
import { affectedWords, statusTone } from '../../deed/pages/words.tsx'
import { type Deviation, reference } from '../../deviation.ts'
import { QuestionsRead, QuestionsState } from '../../handling/pages/inquiries.tsx'
import { handlingTexts } from '../../handling/texts.ts'
import { importTexts } from '../../import/texts.ts'
import { TogetherNotice } from '../../merging/pages/merge.tsx'
import { mayStillPart } from '../../merging/rules.ts'
import { RegimesRead, RegimesState, regimesIn } from '../../regimes/pages/regimes.tsx'
import { regimeTexts } from '../../regimes/texts.ts'
import { texts } from '../../texts.ts'
import { titleOfCase } from '../../title.ts'
import { whenShort } from '../../when.ts'
import { isOverdue, nextStep, type Step } from '../next-step.ts'
import { wordsOf } from '../step-words.ts'
import { overviewTexts } from '../texts.ts'
import { CaseAside, EventsRead, latestEvent } from './aside.tsx'
import { BreachDecision } from './breach-decision.tsx'
import { Decisions } from './decisions.tsx'
import { HandlingRead, HandlingState } from './handling.tsx'
import { headWords, ReportRead } from './report.tsx'
import type { CaseProps } from './section.tsx'
import { WaitsFor, Work } from './tasks.tsx'
import { AuthorityState, AuthorityTrack, SubjectsState, SubjectsTrack } from './tracks.tsx'

/** A part of the case that its own capability draws: where it stands, in a word, and what is read when it is unfolded. */
type Part = { readonly state: ComponentChildren; readonly body: ComponentChildren }

export type CasePageProps = CaseProps & {
  readonly assessment: Part
  readonly closing: Part
  /** Drawn by later modules: a `Place` each. */
  readonly related: readonly ComponentChildren[]
  /** Drawn by later modules under the two courses: what has been said outside. */
  readonly outside: { readonly authority: readonly ComponentChildren[]; readonly subjects: readonly ComponentChildren[] }
}

/**
 * The whole case, for those who take part in handling it. First what it is, what happened, the clock and the one next step; then
 * its parts, a line each, with where they stand and on whom they wait: tasks and the two courses are no lists beside them.
 */
export function CasePage(props: CasePageProps) {
  const { view, locale, surroundings, outside } = props
  const { deviation } = view
  const t = overviewTexts(locale).page
  const last = latestEvent(surroundings)
  return (
    <RecordPage
      {...caseHead(props)}
      deadline={hasStep(deviation) ? undefined : <CaseDeadline view={view} now={props.now} locale={locale} />}
      lead={<WhatHappened view={view} locale={locale} graveness />}
      next={<Next {...props} />}
      notices={
        <TogetherNotice
          view={view}
          together={surroundings.together}
          mayPart={view.actions.includes('unmerge') && mayStillPart(deviation, props.now)}
          locale={locale}
        />
      }
      aside={<CaseAside {...props} />}
    >
      <Places label={t.places}>
        <Place
          id="melding"
          title={t.report.title}
          open={deviation.status === 'received'}
          state={
            deviation.receivedAt && <span className="v-soft">{t.report.received(whenShort(deviation, deviation.receivedAt, locale))}</span>
          }
        >
          <ReportRead view={view} locale={locale} />
        </Place>
        <Place
          id="behandling"
          title={t.handling.title}
          state={<HandlingState view={view} locale={locale} />}
          who={<WaitsFor {...props} place="handling" />}
        >
          <Work {...props} place="handling" />
          <HandlingRead view={view} locale={locale} />
        </Place>
        {(deviation.report.personalData !== 'no' || outside.authority.length + outside.subjects.length > 0) && (
          <>
            <Place
              id="vurdering"
              title={t.assessment.title}
              state={props.assessment.state}
              who={<WaitsFor {...props} place="assessment" />}
            >
              <Work {...props} place="assessment" />
              <BreachDecision view={view} locale={locale} />
              {props.assessment.body}
            </Place>
            <Place
              id="varsling"
              title={t.tracks.authority}
              state={<AuthorityState view={view} locale={locale} />}
              who={<WaitsFor {...props} place="authority" />}
            >
              <AuthorityTrack {...props} />
              {each(outside.authority, (panel) => panel)}
            </Place>
            <Place
              id="berorte"
              title={t.tracks.subjects}
              state={<SubjectsState view={view} locale={locale} />}
              who={<WaitsFor {...props} place="subjects" />}
            >
              <SubjectsTrack {...props} />
              {each(outside.subjects, (panel) => panel)}
            </Place>
          </>
        )}
        {regimesIn(view).length > 0 && (
          <Place
            id="regelverk"
            title={regimeTexts(locale).place}
            state={<RegimesState view={view} now={props.now} locale={locale} />}
            who={<WaitsFor {...props} place="regimes" />}
          >
            <RegimesRead view={view} now={props.now} locale={locale} />
          </Place>
        )}
        <Place
          id="sporsmal"
          title={handlingTexts(locale).asked.title}
          state={<QuestionsState view={view} merged={surroundings.merged} locale={locale} />}
          who={<WaitsFor {...props} place="questions" />}
        >
          <QuestionsRead {...props} merged={surroundings.merged} />
        </Place>
        {each(props.related, (panel) => panel)}
        <Place id="lukking" title={t.closing.title} state={props.closing.state} who={<WaitsFor {...props} place="closing" />}>
          <Work {...props} place="closing" />
          {props.closing.body}
          <Decisions view={view} kinds={['triage', 'closing', 'reopening']} locale={locale} />
        </Place>
        <Place
          id="hendelser"
          title={t.timeline.title}
          state={last && <span className="v-soft">{t.timeline.latest(whenShort(deviation, last.at, locale))}</span>}
        >
          <EventsRead {...props} />
        </Place>
      </Places>
    </RecordPage>
  )
}

/** The first words of the report; for those who take part, also what the choice of procedure rests on: how grave, and how many (S3-19). */
export function WhatHappened({ view, locale, graveness }: Pick<CaseProps, 'view' | 'locale'> & { readonly graveness?: boolean }) {
  const { assessedAt, assessment, handling, report } = view.deviation
  const t = overviewTexts(locale).page
  const { words, whole } = headWords(report)
  const severity = handling.severity && handlingTexts(locale).fields.severity.choices[handling.severity]
  return (
    <>
      {words !== '' && (
        <p className="v-said">
          {words} {!whole && <a href="#melding">{t.report.readAll}</a>}
        </p>
      )}
      {graveness && (
        <dl className="v-inline-facts">
          <div>
            <dt>{t.facts.severity}</dt>
            <dd data-tone={isGrave(handling.severity) ? 'danger' : undefined}>{severity ?? t.facts.notAssessed}</dd>
          </div>
          {assessedAt && assessment.level && (
            <div>
              <dt>{t.facts.risk}</dt>
              <dd>{capital(texts(locale).levels[assessment.level])}</dd>
            </div>
          )}
          <div>
            <dt>{t.facts.affected}</dt>
            <dd>{affectedWords(report, locale) ?? t.facts.notStated}</dd>
          </div>
        </dl>
      )}
    </>
  )
}

const isGrave = (severity: Deviation['handling']['severity']): boolean => severity === 'serious' || severity === 'critical'

/** While something is to be done, the clock stands with the next step; afterwards beside the status. */
const hasStep = ({ status }: Deviation): boolean => status !== 'closed'

/** Reference, name, status and deadline: the same on every page of a case. */
export function caseHead({ view, locale, now }: Pick<CaseProps, 'view' | 'locale' | 'now'>) {
  const { deviation } = view
  const t = overviewTexts(locale).page
  return {
    reference: reference(deviation) ?? '',
    kind: texts(locale).kind,
    title: titleOfCase(deviation, locale),
    locale,
    status: (
      <StatusTag tone={statusTone[deviation.status]} done={deviation.status === 'closed'}>
        {texts(locale).statuses[deviation.status]}
      </StatusTag>
    ),
    tags:
      deviation.channel === 'imported' ? (
        <Tag>{importTexts(locale).history.mark}</Tag>
      ) : (
        deviation.urgent && <Tag tone="danger">{t.urgent}</Tag>
      ),
    deadline: <CaseDeadline view={view} now={now} locale={locale} />,
  }
}

function Next({ view, actor, locale, now }: CasePageProps) {
  const t = overviewTexts(locale).page
  const { deviation } = view
  if (deviation.channel === 'imported') {
    const { title, number, text } = importTexts(locale).history
    return <NextStep locale={locale} title={title} text={`${number(deviation.report.externalReference ?? '')} ${text}`} tone="quiet" />
  }
  const next = nextStep(view, actor, now)
  if (next.kind === 'done') {
    return (
      <NextStep locale={locale} title={t.done.title} text={t.done.text} tone="quiet">
        <Reopen view={view} locale={locale} />
      </NextStep>
    )
  }
  const clock = <CaseDeadline view={view} now={now} locale={locale} plain />
  // What is past its time must not look as if all were well, whatever comes next.
  const tone = isOverdue(view, now) ? 'danger' : next.kind === 'wait' ? 'quiet' : undefined
  if (next.kind === 'wait') return <NextStep locale={locale} clock={clock} tone={tone} title={t.wait.title} text={t.wait.text} />
  const { title, text } = wordsOf(next.step, locale)
  return (
    <NextStep locale={locale} clock={clock} tone={tone} title={title} text={text}>
      <StepButton step={next.step} locale={locale} version={deviation.version} />
      {next.also && <StepButton step={next.also} locale={locale} version={deviation.version} beside />}
      {deviation.status === 'closed' && <Reopen view={view} locale={locale} />}
    </NextStep>
  )
}

const Reopen = ({ view: { actions, deviation }, locale }: Pick<CaseProps, 'view' | 'locale'>) =>
  actions.includes('reopen') && (
    <LinkButton href={`/avvik/${deviation.id}/gjenapning`} variant="secondary">
      {overviewTexts(locale).page.done.reopen}
    </LinkButton>
  )

const StepButton = ({
  step,
  locale,
  version,
  beside,
}: {
  readonly step: Step
  readonly locale: Locale
  readonly version: number
  readonly beside?: boolean
}) => {
  const variant = beside ? 'secondary' : 'primary'
  return step.post ? (
    <PostButton action={step.href} variant={variant} hidden={{ version }}>
      {wordsOf(step, locale).button}
    </PostButton>
  ) : (
    <LinkButton href={step.href} variant={variant}>
      {wordsOf(step, locale).button}
    </LinkButton>
  )
}
