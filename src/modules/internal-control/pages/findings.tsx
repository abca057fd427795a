import { type LocalDate, localDate } from '../../../kernel/calendar/calendar.ts'
import { formatDate } from '../../../kernel/calendar/words.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { Actions, LinkButton } from '../../../ui/button.tsx'
import { Stack, TextLink } from '../../../ui/page.tsx'
import { Section } from '../../../ui/section.tsx'
import { StatusTag } from '../../../ui/status-tag.tsx'
import { DataTable } from '../../../ui/table.tsx'
import type { Audit, Finding } from '../internal-control.ts'
import { texts } from '../texts.ts'

const gradeTones = { major: 'danger', minor: 'warning', improvement: 'info' } as const

type Props = {
  readonly audit: Audit
  readonly findings: readonly Finding[]
  readonly names: ReadonlyMap<string, { readonly name: string }>
  readonly mayAdd: boolean
  readonly now: Date
  readonly locale: Locale
}

/** Under an audit: what it found, and the report of it. */
export function FindingsPanel({ audit, findings, names, mayAdd, now, locale }: Props) {
  const { audits: t, findings: f } = texts(locale)
  const today = localDate(now)
  return (
    <Stack gap="lg">
      <Section title={`${t.findings} (${findings.length})`} locale={locale}>
        {findings.length === 0 ? (
          <p className="v-soft">{t.noFindings}</p>
        ) : (
          <DataTable
            caption={t.findings}
            rows={findings}
            rowKey={({ id }) => id}
            columns={[
              {
                key: 'name',
                label: f.one,
                heading: true,
                cell: ({ id, values }) => <TextLink href={`/revisjonsfunn/${id}`}>{values.name ?? ''}</TextLink>,
              },
              {
                key: 'grade',
                label: f.columns.grade,
                cell: ({ values: { grade } }) => grade && <StatusTag tone={gradeTones[grade]}>{f.fields.grade.choices[grade]}</StatusTag>,
              },
              { key: 'action', label: f.fields.action.label, cell: ({ values }) => values.action ?? t.noAction },
              { key: 'owner', label: f.columns.owner, cell: ({ values: { owner } }) => (owner && names.get(owner)?.name) || '–' },
              {
                key: 'due',
                label: f.fields.dueOn.label,
                figures: true,
                cell: ({ values: { dueOn } }) => (dueOn === null ? '–' : formatDate(dueOn, locale)),
              },
              { key: 'status', label: t.status, cell: (finding) => <FindingStatus {...{ finding, today, locale }} /> },
            ]}
          />
        )}
        {mayAdd && (
          <Actions>
            <LinkButton href={`/revisjonsfunn/nytt?revisjon=${audit.id}`} variant="secondary" icon="plus">
              {t.addFinding}
            </LinkButton>
          </Actions>
        )}
      </Section>
      <Section title={t.report} locale={locale}>
        <p>{t.reportText}</p>
        <Actions>
          <LinkButton href={`/revisjoner/${audit.id}/rapport.pdf`} variant="secondary" download>
            {t.pdf}
          </LinkButton>
          <LinkButton href={`/revisjoner/${audit.id}/rapport.docx`} variant="tertiary" download>
            {t.word}
          </LinkButton>
        </Actions>
      </Section>
    </Stack>
  )
}

function FindingStatus({ finding, today, locale }: { readonly finding: Finding; readonly today: LocalDate; readonly locale: Locale }) {
  const { audits: t } = texts(locale)
  const { closedOn, dueOn } = finding.values
  if (closedOn !== null)
    return (
      <StatusTag tone="success" done>
        {t.closed}
      </StatusTag>
    )
  return dueOn !== null && dueOn < today ? <StatusTag tone="danger">{t.late}</StatusTag> : <StatusTag tone="info">{t.open}</StatusTag>
}
