import type { LocalDate } from '../../../kernel/calendar/calendar.ts'
import { formatDate } from '../../../kernel/calendar/words.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { Actions, LinkButton } from '../../../ui/button.tsx'
import { TextLink } from '../../../ui/page.tsx'
import { Section } from '../../../ui/section.tsx'
import { StatusTag } from '../../../ui/status-tag.tsx'
import { DataTable } from '../../../ui/table.tsx'
import { MeasureState } from '../../risks/public.ts'
import type { Objective } from '../internal-control.ts'
import { texts } from '../texts.ts'

const tones = { notStarted: 'neutral', underWay: 'info', behind: 'warning', reached: 'success' } as const

/** Something that is done to reach an objective, wherever it is kept. */
export type ObjectiveLine = {
  readonly id: string
  readonly name: string
  /** Where it is read; null where the reader may not. */
  readonly href: string | null
  readonly owner: string | null
  readonly dueOn: LocalDate | null
  readonly doneOn: LocalDate | null
}
type Props = {
  readonly lines: readonly ObjectiveLine[]
  readonly names: ReadonlyMap<string, { readonly name: string }>
  readonly today: LocalDate
  readonly locale: Locale
}

/** Under an objective: its measures and activities, and how many of them are carried out. */
export function ObjectivePanel({ lines, names, today, locale }: Props) {
  const t = texts(locale).objectives
  if (lines.length === 0)
    return (
      <Section title={t.measures} locale={locale}>
        <p className="v-soft">{t.noMeasures}</p>
      </Section>
    )
  return (
    <Section title={t.measures} locale={locale}>
      <p>{t.progress(lines.filter(({ doneOn }) => doneOn !== null).length, lines.length)}</p>
      <DataTable
        caption={t.measures}
        rows={lines}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'name',
            label: t.measure,
            heading: true,
            cell: ({ href, name }) => (href === null ? name : <TextLink href={href}>{name}</TextLink>),
          },
          { key: 'owner', label: t.columns.owner, cell: ({ owner }) => (owner && names.get(owner)?.name) || '–' },
          { key: 'due', label: t.due, figures: true, cell: ({ dueOn }) => (dueOn === null ? '–' : formatDate(dueOn, locale)) },
          { key: 'status', label: t.status, cell: (line) => <MeasureState {...line} today={today} locale={locale} /> },
        ]}
      />
    </Section>
  )
}

/** Under the document that sets them: the objectives, each with how it goes. */
export function ObjectivesPanel({
  objectives,
  add,
  locale,
}: {
  readonly objectives: readonly Objective[]
  readonly add: string | null
  readonly locale: Locale
}) {
  const t = texts(locale).objectives
  return (
    <Section title={t.title} locale={locale}>
      {objectives.length === 0 ? (
        <p className="v-soft">{t.none}</p>
      ) : (
        <DataTable
          caption={t.title}
          rows={objectives}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'name',
              label: t.one,
              heading: true,
              cell: ({ id, values }) => <TextLink href={`/sikkerhetsmal/${id}`}>{values.name ?? ''}</TextLink>,
            },
            {
              key: 'state',
              label: t.columns.state,
              cell: ({ values: { state } }) => state && <StatusTag tone={tones[state]}>{t.fields.state.choices[state]}</StatusTag>,
            },
            { key: 'count', label: t.measures, figures: true, cell: ({ values }) => values.measures.length + values.activities.length },
          ]}
        />
      )}
      {add !== null && (
        <Actions>
          <LinkButton href={add} variant="secondary" icon="plus">
            {t.add}
          </LinkButton>
        </Actions>
      )}
    </Section>
  )
}
