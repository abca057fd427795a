import { formatDate } from '../../../kernel/calendar/words.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { Actions, Button, LinkButton } from '../../../ui/button.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Form } from '../../../ui/form.tsx'
import { PageHeading, TextLink } from '../../../ui/page.tsx'
import type { After } from '../../../ui/refused.ts'
import { Section } from '../../../ui/section.tsx'
import { StatusTag } from '../../../ui/status-tag.tsx'
import { SummaryList } from '../../../ui/summary-list.tsx'
import { TaskList } from '../../../ui/task-list.tsx'
import { uiTexts } from '../../../ui/texts.ts'
import type { DpoCases, DpoReport } from '../annual-wheel.ts'
import { caseRows } from '../documents/dpo-report.ts'
import { texts } from '../texts.ts'

const at = '/ombudsrapporter'
type Reports = { readonly reports: readonly DpoReport[]; readonly mayAdd: boolean; readonly locale: Locale }

export function DpoReportsPage({ reports, mayAdd, locale }: Reports) {
  const t = texts(locale).dpoReports
  const add = mayAdd ? (
    <LinkButton href={`${at}/nytt`} icon="plus">
      {t.add}
    </LinkButton>
  ) : null
  return (
    <>
      <PageHeading title={t.title} lead={t.lead} actions={reports.length > 0 && add} />
      {reports.length === 0 ? (
        <Empty title={t.none} action={add}>
          {t.noneText}
        </Empty>
      ) : (
        <TaskList
          tasks={reports.map(({ id, values }) => ({
            name: values.name ?? '',
            href: `${at}/${id}`,
            hint: `${formatDate(values.periodFrom ?? '', locale)} – ${formatDate(values.periodTo ?? '', locale)}`,
            status: values.deliveredOn ? (
              <StatusTag tone="success" done>
                {t.fields.deliveredOn.label}
              </StatusTag>
            ) : (
              <StatusTag tone="warning">{t.notDelivered}</StatusTag>
            ),
          }))}
        />
      )}
    </>
  )
}

type Props = Pick<After, 'refused'> & {
  readonly report: DpoReport
  readonly cases: DpoCases
  readonly mayEdit: boolean
  readonly locale: Locale
}
export function DpoReportPage({ report, cases, mayEdit, refused, locale }: Props) {
  const t = texts(locale).dpoReports
  const { values } = report
  const here = `${at}/${report.id}`
  return (
    <>
      <ErrorSummary errors={refused?.errors ?? []} locale={locale} />
      <PageHeading
        title={values.name ?? ''}
        kicker={t.one}
        actions={
          mayEdit && (
            <LinkButton href={`${here}/endring`} variant="secondary" icon="pencil">
              {uiTexts(locale).change}
            </LinkButton>
          )
        }
      />
      <p>
        {formatDate(values.periodFrom ?? '', locale)} – {formatDate(values.periodTo ?? '', locale)}.{' '}
        {values.deliveredOn ? t.delivered(formatDate(values.deliveredOn, locale)) : t.live}
      </p>
      <SummaryList
        locale={locale}
        items={[
          { label: t.fields.summary.label, value: values.summary, text: true },
          { label: t.fields.advice.label, value: values.advice, text: true },
        ]}
      />
      <Section title={t.cases} locale={locale}>
        <SummaryList locale={locale} items={caseRows(cases, locale)} />
        <p className="v-soft">{texts(locale).pack.allCases}</p>
      </Section>
      {mayEdit && (
        <Form action={`${here}/levering`} version={report.version} unsaved={false}>
          <Actions>
            <Button>{t.deliver}</Button>
          </Actions>
        </Form>
      )}
      <p>
        <TextLink href={`${here}/rapport.pdf`}>{t.pdf}</TextLink>, <TextLink href={`${here}/rapport.docx`}>{t.word}</TextLink>
      </p>
      <p>
        <TextLink href={`/historikk/dpo_report/${report.id}`}>{uiTexts(locale).history}</TextLink>
      </p>
    </>
  )
}
