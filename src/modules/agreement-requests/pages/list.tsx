import { localDate } from '../../../kernel/calendar/calendar.ts'
import { formatDate } from '../../../kernel/calendar/words.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { Actions, LinkButton } from '../../../ui/button.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { PageHeading } from '../../../ui/page.tsx'
import { Section } from '../../../ui/section.tsx'
import { StatusTag } from '../../../ui/status-tag.tsx'
import { TaskList } from '../../../ui/task-list.tsx'
import type { Kind, Request } from '../agreement-request.ts'
import { texts } from '../texts.ts'

export function RequestsPage({ requests, locale }: { readonly requests: readonly Request[]; readonly locale: Locale }) {
  const t = texts(locale)
  const add = (
    <LinkButton href="/avtaleforesporsler/nytt" icon="plus">
      {t.add}
    </LinkButton>
  )
  return (
    <>
      <PageHeading title={t.title} lead={t.lead} actions={requests.length > 0 ? add : undefined} />
      {requests.length === 0 ? (
        <Empty title={t.none} action={add}>
          {t.noneText}
        </Empty>
      ) : (
        <TaskList
          tasks={requests.map(({ id, values: { counterpart, kind, askedAt, answeredAt } }) => ({
            name: counterpart ?? '',
            href: `/avtaleforesporsler/${id}`,
            hint: kind === null ? undefined : t.ask.kind.choices[kind],
            deadline: askedAt === null ? undefined : formatDate(localDate(askedAt), locale),
            status: (
              <StatusTag tone={answeredAt === null ? 'warning' : 'success'}>
                {answeredAt === null ? t.status.waiting : t.status.answered}
              </StatusTag>
            ),
          }))}
        />
      )}
    </>
  )
}

/** Beside what needs an agreement: whom to ask. */
export const AskPanel = ({ kinds, locale }: { readonly kinds: readonly Kind[]; readonly locale: Locale }) => {
  const { panel } = texts(locale)
  return (
    <Section title={panel.title} locale={locale}>
      <p>{panel.text}</p>
      <Actions>
        {kinds.map((kind) => (
          <LinkButton key={kind} href={`/avtaleforesporsler/nytt?type=${kind}`} variant="secondary">
            {panel[kind]}
          </LinkButton>
        ))}
      </Actions>
    </Section>
  )
}
