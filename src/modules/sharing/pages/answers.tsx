import type { ComponentChildren } from 'preact'
import { localDate } from '../../../kernel/calendar/calendar.ts'
import { formatDate, formatInstant } from '../../../kernel/calendar/words.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { each } from '../../../ui/each.ts'
import { Empty } from '../../../ui/empty.tsx'
import { KeyFacts } from '../../../ui/key-facts.tsx'
import { PageHeading, Stack, TextLink } from '../../../ui/page.tsx'
import { Section } from '../../../ui/section.tsx'
import { DataTable } from '../../../ui/table.tsx'
import type { IncidentAnswer } from '../queries-answers.ts'
import { texts } from '../texts.ts'

export const titleOf = ({ source }: IncidentAnswer, locale: Locale): string => {
  const { incident } = texts(locale)
  return source ? incident.title(source.from) : incident.one
}

type ListProps = { readonly answers: readonly IncidentAnswer[]; readonly locale: Locale }
/** Incidents at other organisations that were said not to be ours: also those that are shared no longer. */
export function AnswersPage({ answers, locale }: ListProps) {
  const t = texts(locale).answers
  return (
    <Stack gap="lg">
      <PageHeading title={t.title} lead={t.lead} />
      {answers.length === 0 ? (
        <Empty title={t.none} />
      ) : (
        <DataTable
          caption={t.title}
          rows={answers}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'what',
              label: t.what,
              heading: true,
              cell: (one) => <TextLink href={`/delt/hendelser/${one.id}`}>{titleOf(one, locale)}</TextLink>,
            },
            { key: 'at', label: t.at, figures: true, cell: ({ at }) => formatDate(localDate(at), locale) },
            { key: 'by', label: t.by, cell: ({ by }) => by },
          ]}
        />
      )}
    </Stack>
  )
}

type OneProps = { readonly answer: IncidentAnswer; readonly related: readonly ComponentChildren[]; readonly locale: Locale }
export function AnswerPage({ answer, related, locale }: OneProps) {
  const t = texts(locale).answers
  const { source, toldAt, at, by, reason } = answer
  return (
    <Stack gap="lg">
      <PageHeading title={titleOf(answer, locale)} lead={texts(locale).incident.declined} />
      <KeyFacts
        facts={[
          { label: t.told, value: formatInstant(toldAt, locale) },
          { label: t.at, value: formatInstant(at, locale) },
          { label: t.by, value: by },
        ]}
      />
      <Section title={t.why} locale={locale}>
        <p className="v-prose" data-text="">
          {reason}
        </p>
      </Section>
      <p>{source ? <TextLink href={source.href}>{t.open}</TextLink> : t.gone}</p>
      {each(related, (panel) => panel)}
    </Stack>
  )
}
