import { localDate } from '../../../kernel/calendar/calendar.ts'
import { formatDate } from '../../../kernel/calendar/words.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { LinkButton } from '../../../ui/button.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { PageHeading } from '../../../ui/page.tsx'
import { Section } from '../../../ui/section.tsx'
import { StatusTag } from '../../../ui/status-tag.tsx'
import { DataTable } from '../../../ui/table.tsx'
import { TaskList } from '../../../ui/task-list.tsx'
import type { Campaign, CampaignUnit } from '../questionnaire.ts'
import { unitAddress } from '../tasks.ts'
import { texts } from '../texts.ts'

export type RoundsProps = {
  readonly campaigns: readonly Campaign[]
  readonly owed: readonly CampaignUnit[]
  readonly sent: ReadonlyMap<string, { readonly sent: number; readonly of: number }>
  readonly may: { readonly run: boolean; readonly begin: boolean }
  readonly now: Date
  readonly locale: Locale
}

export const campaignTones = { planned: 'neutral', open: 'info', closed: 'success' } as const

/** What one answers for first, then the rounds. */
export function RoundsPage({ campaigns, owed, sent, may, now, locale }: RoundsProps) {
  const t = texts(locale)
  const today = localDate(now)
  const actions = (
    <>
      {may.begin && <LinkButton href="/internkontroll/ny">{t.list.begin}</LinkButton>}
      {may.run && (
        <LinkButton href="/internkontroll/skjemaer" variant="secondary">
          {t.list.questionnaires}
        </LinkButton>
      )}
    </>
  )
  return (
    <>
      <PageHeading title={t.title} lead={t.lead} actions={actions} />
      {owed.length > 0 && (
        <Section title={t.list.owed} locale={locale} plain>
          <TaskList
            tasks={owed.map((unit) => {
              const late = unit.status === 'open' && unit.dueOn < today
              return {
                name: unit.name,
                href: unitAddress(unit),
                hint: campaigns.find(({ id }) => id === unit.campaignId)?.values.name ?? '',
                deadline: unit.status === 'open' ? t.list.due(formatDate(unit.dueOn, locale)) : undefined,
                status: (
                  <StatusTag tone={unit.status === 'sent' ? 'success' : late ? 'danger' : 'neutral'}>
                    {unit.status === 'sent' ? t.statuses.sent : late ? t.statuses.late : t.statuses.waiting}
                  </StatusTag>
                ),
              }
            })}
          />
        </Section>
      )}
      {campaigns.length === 0 ? (
        <Empty title={t.list.none}>{may.run && !may.begin ? t.list.noneRun : t.list.noneText}</Empty>
      ) : (
        <Section title={t.list.rounds} locale={locale} plain={owed.length === 0}>
          <DataTable
            caption={t.list.rounds}
            rows={campaigns}
            rowKey={({ id }) => id}
            columns={[
              {
                key: 'name',
                label: t.list.name,
                heading: true,
                cell: ({ id, values }) => (
                  <a className="ds-link" href={`/internkontroll/${id}`}>
                    {values.name}
                  </a>
                ),
              },
              { key: 'year', label: t.list.year, figures: true, cell: ({ values }) => String(values.year) },
              {
                key: 'sent',
                label: t.list.answered,
                cell: ({ id, status, values }) => {
                  const count = sent.get(id)
                  return status === 'planned'
                    ? t.list.opens(formatDate(values.opensOn ?? today, locale))
                    : count
                      ? t.list.sent(count.sent, count.of)
                      : ''
                },
              },
              { key: 'due', label: t.round.due, figures: true, cell: ({ values }) => formatDate(values.dueOn ?? today, locale) },
              {
                key: 'state',
                label: t.list.state,
                cell: ({ status }) => <StatusTag tone={campaignTones[status]}>{t.statuses[status]}</StatusTag>,
              },
            ]}
          />
        </Section>
      )}
    </>
  )
}
