import type { Locale } from '../../../../kernel/texts.ts'
import { Deadline } from '../../../../ui/deadline.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { PageHeading, Stack } from '../../../../ui/page.tsx'
import { DataTable } from '../../../../ui/table.tsx'
import { clockState } from '../../clock.ts'
import { reference } from '../../deviation.ts'
import { metWords } from '../../pages/words.tsx'
import type { CaseView } from '../../queries.ts'
import { texts } from '../../texts.ts'
import { assessmentTexts } from '../texts.ts'

export type CaseHeadingProps = {
  readonly view: CaseView
  readonly now: Date
  readonly locale: Locale
  readonly title: string
  readonly lead: string
}

/** Which case, what to do with it, and how long there is. */
export const CaseHeading = ({ view: { deviation }, now, locale, title, lead }: CaseHeadingProps) => (
  <Stack>
    <PageHeading title={title} kicker={`${texts(locale).title} ${reference(deviation) ?? ''}`} lead={lead} />
    {deviation.notifyBy && clockState(deviation, now) !== 'none' && (
      <p>
        <Deadline
          due={deviation.notifyBy}
          now={now}
          met={deviation.authorityNotifiedAt}
          metWords={metWords(deviation, locale)}
          locale={locale}
          chip
        />
      </p>
    )}
  </Stack>
)

type Row = { readonly question: string; readonly theirs: string | null; readonly yours: string | null }

/** Two have edited at once: both versions, only where they differ; nothing is lost, and nothing overwritten unseen (S4-023). */
export const Conflict = ({ rows, locale }: { readonly rows: readonly Row[]; readonly locale: Locale }) => {
  const { conflict, unanswered } = assessmentTexts(locale).pages
  const different = rows.filter((row) => row.theirs !== row.yours)
  return (
    <Stack>
      <Notice tone="warning" title={conflict.title} locale={locale}>
        <p>{conflict.text}</p>
        {different.length === 0 && <p>{conflict.same}</p>}
      </Notice>
      {different.length > 0 && (
        <DataTable
          caption={conflict.title}
          rows={different}
          rowKey={(row) => row.question}
          columns={[
            { key: 'question', label: conflict.question, heading: true, cell: (row) => row.question },
            { key: 'theirs', label: conflict.theirs, cell: (row) => row.theirs ?? unanswered },
            { key: 'yours', label: conflict.yours, cell: (row) => row.yours ?? unanswered },
          ]}
        />
      )}
    </Stack>
  )
}
