import { type LocalDate, localDate } from '../../../kernel/calendar/calendar.ts'
import { formatDate } from '../../../kernel/calendar/words.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { Actions, LinkButton, PostButton } from '../../../ui/button.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeading, Stack, TextLink } from '../../../ui/page.tsx'
import { Section } from '../../../ui/section.tsx'
import { DataTable } from '../../../ui/table.tsx'
import type { Access } from '../access.ts'
import { texts } from '../texts.ts'
import { StateTag } from './state.tsx'

export type OverviewLine = {
  readonly access: Access
  readonly what: string
  /** It is time to look at it again. */
  readonly due: boolean
  /** It may be confirmed now, due or not. */
  readonly open: boolean
}
export type OverviewPerson = { readonly person: string; readonly name: string; readonly lines: readonly OverviewLine[] }

type Props = {
  /** Whose access it is: of those whom the reader leads, or of all. */
  readonly title: string
  readonly people: readonly OverviewPerson[]
  readonly months: number
  readonly today: LocalDate
  /** Whether whoever reads may give somebody access. */
  readonly mayGrant: boolean
  readonly locale: Locale
}

/** A leader's people, what each has access to in which role, and the two answers to whether it is still needed (S4-049). */
export function OverviewPage({ title, people, months, today, mayGrant, locale }: Props) {
  const t = texts(locale)
  const due = people.flatMap(({ lines }) => lines).filter((line) => line.due).length
  const add = mayGrant && (
    <LinkButton href="/tilganger/nytt" icon="plus">
      {t.add}
    </LinkButton>
  )
  return (
    <Stack>
      <PageHeading title={title} lead={t.overview.lead(months)} actions={people.length > 0 && add} />
      {people.length === 0 ? (
        <Empty title={t.overview.none} action={add}>
          {t.overview.noneText}
        </Empty>
      ) : (
        <Notice tone={due > 0 ? 'warning' : 'success'} locale={locale}>
          {due > 0 ? t.overview.due(due) : t.overview.fine}
        </Notice>
      )}
      {people.map(({ person, name, lines }) => (
        <Section key={person} title={name} locale={locale}>
          <DataTable
            caption={name}
            rows={lines}
            rowKey={({ access }) => access.id}
            columns={[
              {
                key: 'what',
                label: t.columns.what,
                heading: true,
                cell: ({ access, what }) => <TextLink href={`/tilganger/${access.id}`}>{what}</TextLink>,
              },
              { key: 'role', label: t.columns.role, cell: ({ access }) => access.values.role ?? '–' },
              {
                key: 'confirmed',
                label: t.columns.confirmed,
                figures: true,
                cell: ({ access: { values } }) => (values.confirmedAt ? formatDate(localDate(values.confirmedAt), locale) : t.never),
              },
              { key: 'state', label: t.columns.state, cell: ({ access }) => <StateTag access={access} today={today} locale={locale} /> },
              {
                key: 'deed',
                label: t.overview.deed,
                deed: true,
                cell: ({ access, due: waits, open }) => (
                  <Actions>
                    {open && (
                      <PostButton
                        action={`/tilganger/${access.id}/bekreftelse`}
                        variant={waits ? 'secondary' : 'tertiary'}
                        hidden={{ fra: 'oversikt' }}
                      >
                        {t.confirm}
                        <span className="ds-sr-only">: {name}</span>
                      </PostButton>
                    )}
                    {access.values.removalAskedAt === null && (
                      <PostButton action={`/tilganger/${access.id}/fjerningsonske`} variant="tertiary" hidden={{ fra: 'oversikt' }}>
                        {t.askRemoval}
                        <span className="ds-sr-only">: {name}</span>
                      </PostButton>
                    )}
                  </Actions>
                ),
              },
            ]}
          />
        </Section>
      ))}
    </Stack>
  )
}
