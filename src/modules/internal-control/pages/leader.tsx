import type { ComponentChildren } from 'preact'
import { localDate } from '../../../kernel/calendar/calendar.ts'
import { formatDate } from '../../../kernel/calendar/words.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { Actions, LinkButton } from '../../../ui/button.tsx'
import { each } from '../../../ui/each.ts'
import { PageHeading, TextLink } from '../../../ui/page.tsx'
import { Section } from '../../../ui/section.tsx'
import { StatusTag } from '../../../ui/status-tag.tsx'
import { TaskList } from '../../../ui/task-list.tsx'
import type { Activity, GoverningDocument } from '../internal-control.ts'
import { texts } from '../texts.ts'
import type { MeetingLine } from './meetings.tsx'
import { Standing, type StandingProps } from './standing.tsx'

type Props = {
  readonly approved: readonly { readonly document: GoverningDocument; readonly by: string }[]
  readonly meetings: readonly MeetingLine[]
  readonly activities: readonly { readonly activity: Activity; readonly late: boolean }[]
  readonly topic: string
  readonly leads: boolean
  readonly adviser: ComponentChildren
  /** How it stands where the reader leads, or in all units for whoever oversees; null where that is none. */
  readonly standing: StandingProps | null
  readonly locale: Locale
}

/** What a leader answers for in the security of the own units (S4-019), and what waits there. */
export function LeaderPage({ approved, meetings, activities, topic, leads, standing, adviser, locale }: Props) {
  const { leader: t, meetings: m, documents: d } = texts(locale)
  return (
    <>
      <PageHeading title={t.title} lead={leads ? t.lead : standing ? t.oversees : t.noUnits} />
      {standing && <Standing {...standing} locale={locale} />}
      {leads && (
        <Section
          title={t.meetings}
          locale={locale}
          aside={
            <LinkButton href="/enhetsmoter/nytt" variant="secondary" icon="plus">
              {m.add}
            </LinkButton>
          }
        >
          <TaskList
            tasks={meetings.map(({ id, name, last, due }) => ({
              name,
              href: last ? `/enhetsmoter?enhet=${id}` : undefined,
              hint: last ? formatDate(last, locale) : m.never,
              status: <StatusTag tone={due ? 'danger' : 'success'}>{due ? m.due : m.fine}</StatusTag>,
            }))}
          />
          <p>
            {m.suggestion}: <b>{topic}</b>
          </p>
        </Section>
      )}
      <Section title={t.duties} locale={locale} plain={!leads && !standing}>
        <ol className="ds-list">
          {each(t.list, (duty) => (
            <li>{duty}</li>
          ))}
        </ol>
        {approved.length === 0 ? (
          <p className="v-soft">{t.notAnchored}</p>
        ) : (
          <ul className="ds-list">
            {each(approved, ({ document, by }) => (
              <li>
                <TextLink href={`/styringsdokumenter/${document.id}`}>{document.values.name ?? ''}</TextLink>.{' '}
                {document.values.approvedAt && d.approvedBy(by, formatDate(localDate(document.values.approvedAt), locale))}
              </li>
            ))}
          </ul>
        )}
      </Section>
      {leads && (
        <Section title={t.activities} locale={locale}>
          {activities.length === 0 ? (
            <p className="v-soft">{t.nothing}</p>
          ) : (
            <TaskList
              tasks={activities.map(({ activity: { id, values }, late }) => ({
                name: values.name ?? '',
                href: `/aktiviteter/${id}`,
                deadline: <span data-tone={late ? 'danger' : undefined}>{formatDate(values.dueOn ?? '', locale)}</span>,
              }))}
            />
          )}
        </Section>
      )}
      {adviser}
      <Actions>
        <LinkButton href="/enhetsmoter" variant="tertiary">
          {m.title}
        </LinkButton>
      </Actions>
    </>
  )
}
