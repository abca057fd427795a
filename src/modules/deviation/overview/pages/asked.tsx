import type { Locale } from '../../../../kernel/texts.ts'
import { Deadline } from '../../../../ui/deadline.tsx'
import { PageHeading, Stack } from '../../../../ui/page.tsx'
import { StatusTag } from '../../../../ui/status-tag.tsx'
import { TaskList } from '../../../../ui/task-list.tsx'
import { texts as closingTexts } from '../../closing/texts.ts'
import { type Inquiry, type Measure, reference } from '../../deviation.ts'
import type { CaseView } from '../../queries.ts'
import { texts as reportTexts } from '../../report/texts.ts'
import { texts as caseTexts } from '../../texts.ts'
import { overviewTexts } from '../texts.ts'

type AskedProps = {
  readonly view: CaseView
  readonly mine: readonly Inquiry[]
  readonly measures: readonly Measure[]
  readonly locale: Locale
  readonly now: Date
}

/** For somebody who was asked, or has a measure to do: that and the case's number, nothing of the case (S4-138, S4-154). */
export function AskedPage({ view, mine, measures, locale, now }: AskedProps) {
  const t = overviewTexts(locale).page
  const { followUp } = closingTexts(locale)
  return (
    <Stack gap="lg">
      <PageHeading
        kicker={`${caseTexts(locale).kind} ${reference(view.deviation)}`}
        title={mine.length > 0 ? t.asked.title : followUp.title}
        lead={mine.length > 0 ? t.asked.lead : followUp.yours}
      />
      <TaskList
        tasks={[
          ...measures.map((measure) => measureRow(measure, view, locale)),
          ...mine.map((inquiry) => ({
            name: inquiry.question,
            href: inquiry.answeredAt ? undefined : `/avvik/${view.deviation.id}/sporsmal/${inquiry.id}`,
            status: inquiry.answeredAt && (
              <StatusTag tone="success" done>
                {t.asked.answered}
              </StatusTag>
            ),
            deadline: inquiry.dueAt && <Deadline due={inquiry.dueAt} now={now} met={inquiry.answeredAt} locale={locale} compact />,
          })),
        ]}
      />
    </Stack>
  )
}

const measureRow = ({ what, state }: Measure, { deviation: { id } }: CaseView, locale: Locale) => {
  const { choices } = reportTexts(locale).measures.state
  const done = state === 'done' && (
    <StatusTag tone="success" done>
      {choices.done}
    </StatusTag>
  )
  return { name: what ?? '', href: state === 'done' ? undefined : `/avvik/${id}/oppfolging`, status: done }
}
