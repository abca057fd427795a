import type { Locale } from '../../../kernel/texts.ts'
import { Deadline } from '../../../ui/deadline.tsx'
import { PageHeading, Stack } from '../../../ui/page.tsx'
import { StatusTag } from '../../../ui/status-tag.tsx'
import { TaskList } from '../../../ui/task-list.tsx'
import { casefileTexts } from '../casefile/texts.ts'
import { type Inquiry, reference } from '../deviation.ts'
import type { CaseView } from '../queries.ts'

type AskedProps = { readonly view: CaseView; readonly mine: readonly Inquiry[]; readonly locale: Locale; readonly now: Date }

/** For somebody who was asked: the questions and the case's number, nothing of the case (S4-138). */
export function AskedPage({ view, mine, locale, now }: AskedProps) {
  const t = casefileTexts(locale).page
  return (
    <Stack gap="lg">
      <PageHeading kicker={`${t.kind} ${reference(view.deviation)}`} title={t.asked.title} lead={t.asked.lead} />
      <TaskList
        tasks={mine.map((inquiry) => ({
          name: inquiry.question,
          href: inquiry.answeredAt ? undefined : `/avvik/${view.deviation.id}/sporsmal/${inquiry.id}`,
          status: inquiry.answeredAt && (
            <StatusTag tone="success" done>
              {t.asked.answered}
            </StatusTag>
          ),
          deadline: inquiry.dueAt && <Deadline due={inquiry.dueAt} now={now} met={inquiry.answeredAt} locale={locale} compact />,
        }))}
      />
    </Stack>
  )
}
