import { localDate } from '../../../kernel/calendar/calendar.ts'
import { formatDate } from '../../../kernel/calendar/words.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { Actions, LinkButton } from '../../../ui/button.tsx'
import { each } from '../../../ui/each.ts'
import { Empty } from '../../../ui/empty.tsx'
import { PageHeading, Stack, TextLink } from '../../../ui/page.tsx'
import { DataTable } from '../../../ui/table.tsx'
import { Tag } from '../../../ui/tag.tsx'
import type { Offered } from '../queries.ts'
import type { Circle, Shared } from '../sharing.ts'
import { texts } from '../texts.ts'

export const sourceHref = ({ organisation, subject }: Pick<Shared, 'organisation' | 'subject'>) =>
  `/delt/fra/${organisation}/${subject.type}/${subject.id}`
export const shareHref = ({ type, id }: Shared['subject']) => `/delt/${type}/${id}/deling`
export const changesHref = ({ type, id }: Shared['subject']) => `/delt/${type}/${id}/endringer`

type WithUsProps = {
  readonly offered: readonly Offered[]
  readonly kindOf: (type: string) => string
  readonly pageOf: (type: string, id: string) => string
  readonly shortName: string
  readonly shares: boolean
  /** Reads what was said of incidents at others. */
  readonly answers: boolean
  readonly locale: Locale
}

/** What is shared with us, and what we have made of it. */
export function WithUsPage({ offered, kindOf, pageOf, shortName, shares, answers, locale }: WithUsProps) {
  const t = texts(locale)
  return (
    <Stack gap="lg">
      <PageHeading title={t.title} lead={t.lead} />
      {(shares || answers) && (
        <Actions>
          {shares && (
            <LinkButton href="/delt/fra-oss" variant="secondary">
              {t.ours}
            </LinkButton>
          )}
          {shares && (
            <LinkButton href="/delt/samarbeid" variant="secondary">
              {t.circles}
            </LinkButton>
          )}
          {answers && (
            <LinkButton href="/delt/hendelser" variant="secondary">
              {t.answers.title}
            </LinkButton>
          )}
        </Actions>
      )}
      <p>
        {t.shortName} <strong>{shortName}</strong>.
      </p>
      {offered.length === 0 ? (
        <Empty title={t.none}>{t.noneText}</Empty>
      ) : (
        <DataTable
          caption={t.title}
          rows={offered}
          rowKey={({ organisation, subject }) => `${organisation} ${subject.type} ${subject.id}`}
          columns={[
            { key: 'name', label: t.columns.name, heading: true, cell: (one) => <TextLink href={sourceHref(one)}>{one.name}</TextLink> },
            { key: 'kind', label: t.columns.kind, cell: ({ subject }) => kindOf(subject.type) },
            { key: 'from', label: t.columns.from, cell: ({ from }) => from },
            { key: 'edition', label: t.columns.edition, figures: true, cell: ({ edition }) => edition },
            { key: 'at', label: t.columns.at, figures: true, cell: ({ at }) => formatDate(localDate(at), locale) },
            { key: 'state', label: t.columns.state, cell: (one) => <Standing one={one} pageOf={pageOf} locale={locale} /> },
          ]}
        />
      )}
    </Stack>
  )
}

const Standing = ({ one, pageOf, locale }: { readonly one: Offered; readonly pageOf: WithUsProps['pageOf']; readonly locale: Locale }) => {
  const { states } = texts(locale)
  if (one.taken.length === 0) return <Tag>{states.free}</Tag>
  return each(one.taken, (mine) =>
    mine.edition < one.edition ? (
      <p>
        <Tag tone="warning" icon="warning">
          {states.changed}
        </Tag>{' '}
        <TextLink href={changesHref(mine)}>{texts(locale).panel.see}</TextLink>
      </p>
    ) : (
      <p>
        <TextLink href={pageOf(mine.type, mine.id)}>{states.taken}</TextLink>
      </p>
    ),
  )
}

type OursProps = {
  readonly shared: readonly Shared[]
  readonly circles: readonly Circle[]
  readonly kindOf: (type: string) => string
  readonly locale: Locale
}

export function OursPage({ shared, circles, kindOf, locale }: OursProps) {
  const t = texts(locale)
  return (
    <Stack gap="lg">
      <PageHeading title={t.ours} lead={t.oursLead} />
      {shared.length === 0 ? (
        <Empty title={t.oursNone}>{t.oursNoneText}</Empty>
      ) : (
        <DataTable
          caption={t.ours}
          rows={shared}
          rowKey={({ subject }) => `${subject.type} ${subject.id}`}
          columns={[
            {
              key: 'name',
              label: t.columns.name,
              heading: true,
              cell: (one) => <TextLink href={shareHref(one.subject)}>{one.name}</TextLink>,
            },
            { key: 'kind', label: t.columns.kind, cell: ({ subject }) => kindOf(subject.type) },
            { key: 'with', label: t.columns.with, cell: (one) => audienceIn(one, circles, locale) },
            { key: 'edition', label: t.columns.edition, figures: true, cell: ({ edition }) => edition },
            { key: 'at', label: t.columns.at, figures: true, cell: ({ at }) => formatDate(localDate(at), locale) },
          ]}
        />
      )}
    </Stack>
  )
}

export const audienceIn = ({ audience }: Pick<Shared, 'audience'>, circles: readonly Circle[], locale: Locale): string =>
  texts(locale).audience(audience.to, audience.to === 'circle' ? (circles.find(({ id }) => id === audience.circle)?.name ?? '') : '')
