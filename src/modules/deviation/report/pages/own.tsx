import type { ComponentChildren } from 'preact'
import { formatDueShort, formatInstant, formatShort } from '../../../../kernel/calendar/words.ts'
import type { Locale } from '../../../../kernel/texts.ts'
import { LinkButton } from '../../../../ui/button.tsx'
import { CertainButton } from '../../../../ui/certain.tsx'
import { each } from '../../../../ui/each.ts'
import { Notice } from '../../../../ui/notice.tsx'
import { Stack } from '../../../../ui/page.tsx'
import { NextStep, RecordPage } from '../../../../ui/record-page.tsx'
import { Section } from '../../../../ui/section.tsx'
import { StatusTag } from '../../../../ui/status-tag.tsx'
import { type Step, Steps } from '../../../../ui/steps.tsx'
import { SummaryList } from '../../../../ui/summary-list.tsx'
import { reference, type Status } from '../../deviation.ts'
import { mergingTexts } from '../../merging/texts.ts'
import type { ReportOffers } from '../../queries-references.ts'
import { texts as caseTexts } from '../../texts.ts'
import { guidesFor } from '../layout.ts'
import type { ReporterView } from '../queries.ts'
import { shownQuestions } from '../rules.ts'
import { texts } from '../texts.ts'
import { Answers } from './answers.tsx'
import { Guides } from './guidance.tsx'
import { statusTones } from './mine.tsx'

export type OwnPageProps = {
  readonly own: ReporterView
  readonly offers: ReportOffers
  readonly files: ComponentChildren
  readonly locale: Locale
}

/** A case as its reporter follows it: where it stands in plain words, what is asked, and what was written. */
export const OwnPage = ({ own, offers, files, locale }: OwnPageProps) => {
  const { deviation, profile, reporter } = own.view
  const words = texts(locale)
  const { statuses } = caseTexts(locale)
  const { id, version, receivedAt } = deviation
  const { status } = own
  const draft = status === 'draft'
  return (
    <RecordPage
      kind={words.own.kind}
      reference={reference(deviation) ?? words.own.draftTitle}
      title={draft ? words.own.draftTitle : words.own.sentTitle}
      locale={locale}
      status={
        <StatusTag tone={statusTones[status]} done={status === 'closed'}>
          {statuses[status]}
        </StatusTag>
      }
      // First, also where the page is narrow: whoever reported comes back to see this.
      lead={draft ? undefined : <StandsWords status={status} merged={deviation.mergedInto !== null} locale={locale} />}
      steps={draft ? undefined : <Steps locale={locale} steps={stepsOf(status, statuses)} />}
      next={<Next own={own} locale={locale} />}
      notices={deviation.redactedFields.length > 0 && <Notice locale={locale}>{words.own.redacted}</Notice>}
      aside={
        <Section title={words.own.status} locale={locale} plain>
          <Stack gap="sm">
            {draft && <p>{words.statusWords[status]}</p>}
            {receivedAt && (
              <SummaryList narrow locale={locale} items={[{ label: words.mine.columns.when, value: formatInstant(receivedAt, locale) }]} />
            )}
            {reporter.kind === 'protected' && <p>{words.receipt.protected}</p>}
            {!draft && (
              <LinkButton href={`/avvik/${id}/dokumenter/avviksmelding`} variant="secondary" icon="document">
                {words.receipt.document}
              </LinkButton>
            )}
            {draft && (
              <CertainButton action={`/avvik/${id}/forkast`} hidden={{ version }} locale={locale}>
                {words.form.discard}
              </CertainButton>
            )}
          </Stack>
        </Section>
      }
    >
      {own.questions.length > 0 && <Asked own={own} locale={locale} />}
      <Answers deviation={deviation} shown={shownQuestions(deviation.report, profile)} offers={offers} profile={profile} locale={locale} />
      {files}
      <Guides guides={guidesFor(deviation.report)} locale={locale} />
    </RecordPage>
  )
}

/** In one voice with the badge: where it stands, and that others have reported the same. */
const StandsWords = ({ status, merged, locale }: { readonly status: Status; readonly merged: boolean; readonly locale: Locale }) => (
  <>
    {merged && <p>{mergingTexts(locale).reporter}</p>}
    {(!merged || status === 'closed') && <p>{texts(locale).statusWords[status]}</p>}
  </>
)

const Next = ({ own, locale }: { readonly own: ReporterView; readonly locale: Locale }) => {
  const words = texts(locale)
  const { id, status } = own.view.deviation
  const waiting = own.questions.filter((question) => question.answeredAt === null)
  const [first] = waiting
  if (status === 'draft')
    return (
      <NextStep locale={locale} title={words.statusWords.draft} text={words.form.sendAnyway}>
        <LinkButton href={`/avvik/${id}/kontroll`}>{words.own.check}</LinkButton>
        <LinkButton href={`/avvik/${id}/skjema`} variant="secondary">
          {words.own.goOn}
        </LinkButton>
      </NextStep>
    )
  if (!first) return null
  return (
    <NextStep locale={locale} title={words.mine.questions(waiting.length)} text={first.question}>
      <LinkButton href={`/avvik/${id}/sporsmal/${first.id}`}>{words.own.answer}</LinkButton>
    </NextStep>
  )
}

const Asked = ({ own, locale }: { readonly own: ReporterView; readonly locale: Locale }) => {
  const words = texts(locale).own
  return (
    <Section title={words.questions} id="sporsmal" locale={locale}>
      {each(own.questions, ({ id, question, askedAt, dueAt, answer, answeredAt }) => (
        <Stack gap="sm">
          <p>
            <b>{question}</b>
          </p>
          <p className="v-soft">
            {words.askedOn(formatShort(askedAt, locale))}
            {dueAt && !answeredAt && ` · ${words.dueOn(formatDueShort(dueAt, locale))}`}
          </p>
          {answeredAt ? (
            <p>{`${words.yourAnswer}: ${answer}`}</p>
          ) : (
            <div>
              <LinkButton href={`/avvik/${own.view.deviation.id}/sporsmal/${id}`} variant="secondary">
                {words.answer}
              </LinkButton>
            </div>
          )}
        </Stack>
      ))}
    </Section>
  )
}

/** A case need not be proposed on its way to closed, so the reporter is shown three steps. */
function stepsOf(status: Status, labels: Readonly<Record<Status, string>>): readonly Step[] {
  const way = ['received', 'open', 'closed'] as const
  const at = status === 'proposed' ? 1 : way.indexOf(status as (typeof way)[number])
  return way.map((one, index) => ({
    label: labels[one],
    state: index < at || status === 'closed' ? 'done' : index === at ? 'current' : 'ahead',
  }))
}
