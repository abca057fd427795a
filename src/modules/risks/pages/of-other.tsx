import type { LocalDate } from '../../../kernel/calendar/calendar.ts'
import { formatDate } from '../../../kernel/calendar/words.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { PostButton } from '../../../ui/button.tsx'
import { TextLink } from '../../../ui/page.tsx'
import { Section } from '../../../ui/section.tsx'
import { StatusTag } from '../../../ui/status-tag.tsx'
import { DataTable } from '../../../ui/table.tsx'
import { TaskList } from '../../../ui/task-list.tsx'
import type { Line } from '../queries.ts'
import type { MeasureLine } from '../queries-measures.ts'
import { texts } from '../texts.ts'
import { MeasureState } from './measure-state.tsx'

/** On the page of a system: its analyses and how each stands, and the way to begin one where none is being written. */
export function AnalysisOf({
  lines,
  begins,
  locale,
}: {
  readonly lines: readonly Line[]
  readonly begins: Readonly<Record<string, string>> | null
  readonly locale: Locale
}) {
  const t = texts(locale)
  const statuses = t.fields.status.choices
  const isApproved = ({ status }: Line) => status === 'approved'
  return (
    <Section title={t.ofOther.title} locale={locale}>
      {!lines.some(isApproved) && <p className="v-soft">{lines.length === 0 ? t.ofOther.none : t.ofOther.noneApproved}</p>}
      {lines.length > 0 && (
        <TaskList
          tasks={lines.map((line) => ({
            name: line.name,
            href: `/ros/${line.id}`,
            status: <StatusTag tone={isApproved(line) ? 'success' : 'info'}>{statuses[line.status]}</StatusTag>,
          }))}
        />
      )}
      {begins && lines.every(isApproved) && (
        <PostButton action="/ros/nytt/begynt" hidden={begins} variant="secondary">
          {t.ofOther.begin}
        </PostButton>
      )}
    </Section>
  )
}

type OfZone = {
  readonly lines: readonly MeasureLine[]
  readonly names: ReadonlyMap<string, { readonly name: string }>
  readonly begins: Readonly<Record<string, string>> | null
  readonly today: LocalDate
  readonly locale: Locale
}

/** Under a zone: the measures of the analyses that are about it, and the way to begin one. */
export function MeasuresOfZone({ lines, names, begins, today, locale }: OfZone) {
  const { ofZone: t, measure, ofOther } = texts(locale)
  return (
    <Section title={t.title} locale={locale}>
      {lines.length === 0 ? (
        <p className="v-soft">{t.none}</p>
      ) : (
        <DataTable
          caption={t.title}
          rows={lines}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'name',
              label: t.measure,
              heading: true,
              cell: ({ risk, name }) => <TextLink href={`/ros/${risk}#tiltak`}>{name}</TextLink>,
            },
            { key: 'kind', label: t.kind, cell: ({ kind }) => measure.kind.choices[kind] },
            { key: 'owner', label: t.owner, cell: ({ owner }) => (owner && names.get(owner)?.name) || '–' },
            { key: 'due', label: t.due, figures: true, cell: ({ dueOn }) => (dueOn === null ? '–' : formatDate(dueOn, locale)) },
            { key: 'state', label: t.state, cell: (line) => <MeasureState {...line} today={today} locale={locale} /> },
          ]}
        />
      )}
      {begins && (
        <PostButton action="/ros/nytt/begynt" hidden={begins} variant="secondary">
          {ofOther.begin}
        </PostButton>
      )}
    </Section>
  )
}
