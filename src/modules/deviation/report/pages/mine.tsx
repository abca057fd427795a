import { formatShort } from '../../../../kernel/calendar/words.ts'
import type { Locale } from '../../../../kernel/texts.ts'
import { LinkButton } from '../../../../ui/button.tsx'
import { each } from '../../../../ui/each.ts'
import { Empty } from '../../../../ui/empty.tsx'
import { ListPage } from '../../../../ui/list-page.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { TextLink } from '../../../../ui/page.tsx'
import { StatusTag } from '../../../../ui/status-tag.tsx'
import type { Tone } from '../../../../ui/tag.tsx'
import { reference, type Status } from '../../deviation.ts'
import { texts as caseTexts } from '../../texts.ts'
import type { OwnReport } from '../queries.ts'
import { texts } from '../texts.ts'

export const statusTones: Readonly<Record<Status, Tone>> = {
  draft: 'neutral',
  received: 'info',
  open: 'accent',
  proposed: 'accent',
  closed: 'neutral',
}

/** Own drafts and reports, and what waits for an answer. */
export const MinePage = ({
  reports,
  now,
  locale,
}: {
  readonly reports: readonly OwnReport[]
  readonly now: Date
  readonly locale: Locale
}) => {
  const words = texts(locale).mine
  const { statuses } = caseTexts(locale)
  const waiting = reports.flatMap((report) => report.waiting.map((question) => ({ ...question, report })))
  return (
    <ListPage
      title={words.title}
      lead={words.lead}
      locale={locale}
      notice={
        waiting.length > 0 && (
          <Notice tone="warning" title={words.questions(waiting.length)} locale={locale}>
            <ul>
              {each(waiting, ({ id, report }) => (
                <li>
                  <TextLink href={`/avvik/${report.id}/sporsmal/${id}`}>{`${words.answer} (${reference(report) ?? words.draft})`}</TextLink>
                </li>
              ))}
            </ul>
          </Notice>
        )
      }
      rows={reports}
      rowKey={(report) => report.id}
      columns={[
        {
          key: 'reference',
          label: words.columns.reference,
          heading: true,
          figures: true,
          cell: (report) => <TextLink href={`/avvik/${report.id}`}>{reference(report) ?? words.draft}</TextLink>,
        },
        {
          key: 'what',
          label: words.columns.what,
          cell: (report) => report.excerpt ?? words.noText,
        },
        {
          key: 'status',
          label: words.columns.status,
          cell: (report) => (
            <StatusTag tone={statusTones[report.status]} done={report.status === 'closed'}>
              {statuses[report.status]}
            </StatusTag>
          ),
        },
        {
          key: 'when',
          label: words.columns.when,
          cell: (report) =>
            report.receivedAt ? formatShort(report.receivedAt, locale, now) : words.draftFrom(formatShort(report.createdAt, locale, now)),
        },
      ]}
      empty={
        <Empty title={words.empty} action={<LinkButton href="/avvik/ny">{words.report}</LinkButton>}>
          {words.emptyText}
        </Empty>
      }
    />
  )
}
