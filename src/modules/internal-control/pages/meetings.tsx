import type { LocalDate } from '../../../kernel/calendar/calendar.ts'
import { formatDate } from '../../../kernel/calendar/words.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { LinkButton } from '../../../ui/button.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeading, Stack, TextLink } from '../../../ui/page.tsx'
import { StatusTag } from '../../../ui/status-tag.tsx'
import { DataTable } from '../../../ui/table.tsx'
import { meetingMonths } from '../rules.ts'
import { texts } from '../texts.ts'

export type MeetingLine = {
  readonly id: string
  readonly name: string
  readonly leader: string | null
  /** The unit above whose leader answers for it, where it has none itself. */
  readonly follows: string | null
  readonly last: LocalDate | null
  /** The unit that held it. */
  readonly heldIn: string
  readonly due: boolean
}

/** Which units have had security at a meeting of late; those that have not, first. */
export function MeetingsPage({
  lines,
  mayLog,
  locale,
}: {
  readonly lines: readonly MeetingLine[]
  readonly mayLog: boolean
  readonly locale: Locale
}) {
  const { meetings: t } = texts(locale)
  const missing = lines.filter(({ due }) => due).length
  return (
    <Stack>
      <PageHeading
        title={t.overview}
        lead={t.overviewLead(meetingMonths)}
        actions={
          mayLog && (
            <LinkButton href="/enhetsmoter/nytt" icon="plus">
              {t.add}
            </LinkButton>
          )
        }
      />
      {lines.every(({ leader }) => leader === null) ? (
        <Empty title={t.noUnits}>{t.noUnitsText}</Empty>
      ) : (
        <>
          <Notice tone={missing > 0 ? 'warning' : 'success'} locale={locale}>
            {missing > 0 ? t.missing(missing) : t.allHeld}
          </Notice>
          <DataTable
            caption={t.overview}
            rows={lines}
            rowKey={({ id }) => id}
            columns={[
              {
                key: 'unit',
                label: t.unit,
                heading: true,
                cell: ({ name, last, heldIn, follows }) => (
                  <>
                    {last ? <TextLink href={`/enhetsmoter?enhet=${heldIn}`}>{name}</TextLink> : name}
                    {follows && <div className="v-soft">{t.follows(follows)}</div>}
                  </>
                ),
              },
              { key: 'leader', label: t.leader, cell: ({ leader }) => leader ?? '–' },
              { key: 'last', label: t.last, figures: true, cell: ({ last }) => (last ? formatDate(last, locale) : t.never) },
              {
                key: 'status',
                label: t.status,
                cell: ({ due }) => <StatusTag tone={due ? 'danger' : 'success'}>{due ? t.due : t.fine}</StatusTag>,
              },
            ]}
          />
        </>
      )}
    </Stack>
  )
}
