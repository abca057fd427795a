import type { Locale } from '../../../kernel/texts.ts'
import { Actions, LinkButton } from '../../../ui/button.tsx'
import { Deadline } from '../../../ui/deadline.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeading, Stack } from '../../../ui/page.tsx'
import { SummaryList } from '../../../ui/summary-list.tsx'
import type { Task } from '../task.ts'
import { texts } from '../texts.ts'

export type TaskPageProps = {
  readonly task: Task
  /** A name, or the titles of the roles. */
  readonly holder: string
  /** Whether the reader may open the record. */
  readonly opens: boolean
  readonly now: Date
  readonly locale: Locale
}

/** One task, for whoever answers for the person who has it: what is due, and nothing of the case. */
export function TaskPage({ task, holder, opens, now, locale }: TaskPageProps) {
  const t = texts(locale).task
  const kicker = task.status !== 'open' ? t.done : task.overdue ? t.late : t.open
  return (
    <Stack>
      <PageHeading title={task.title[locale]} kicker={kicker} lead={task.overdue ? t.lead : undefined} />
      <SummaryList
        locale={locale}
        items={[
          { label: t.holder, value: holder },
          ...(task.dueAt ? [{ label: t.due, value: <Deadline due={task.dueAt} met={task.endedAt} now={now} locale={locale} /> }] : []),
          ...(opens && task.reference ? [{ label: t.reference, value: task.reference }] : []),
        ]}
      />
      {opens ? (
        <Actions>
          <LinkButton href={task.href}>{t.toCase}</LinkButton>
        </Actions>
      ) : (
        <Notice locale={locale}>{t.noCase}</Notice>
      )}
    </Stack>
  )
}
