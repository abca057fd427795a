import { formatDate } from '../../../kernel/calendar/words.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { TextLink } from '../../../ui/page.tsx'
import { Section } from '../../../ui/section.tsx'
import { StatusTag } from '../../../ui/status-tag.tsx'
import { TaskList } from '../../../ui/task-list.tsx'
import type { Overviewed } from '../queries.ts'
import { type Duty, type DutyState, dutiesOf } from '../rules.ts'
import { texts } from '../texts.ts'

type Props = { readonly system: Overviewed; readonly today: string; readonly locale: Locale }

/** What the owner of a system answers for, and how each of it stands (S4-101). */
export function Duties({ system, today, locale }: Props) {
  const t = texts(locale).duties
  const on = (day: string | null) => (day === null ? undefined : formatDate(day, locale))
  const hints: Readonly<Record<Duty, string | undefined>> = {
    analysis: on(system.analysedOn),
    review: on(system.reviewDueOn),
    agreement: undefined,
    superUser: system.superUserName ?? undefined,
    logs: undefined,
    changes: undefined,
  }
  return (
    <Section title={t.title} id="systemeier" locale={locale}>
      <p>{system.ownerName === null ? t.nobody : t.lead(system.ownerName)}</p>
      <TaskList
        tasks={dutiesOf(system, today).map(({ duty, state }) => ({
          name: t.duties[duty],
          ...(hints[duty] ? { hint: `${t.hints[duty]} ${hints[duty]}` } : {}),
          status: statusOf(state, locale),
        }))}
      />
      <p className="v-soft">
        {t.source} <TextLink href="/systemoversikt">{texts(locale).overview.title}</TextLink>
      </p>
    </Section>
  )
}

const statusOf = (state: DutyState, locale: Locale) => {
  const said = texts(locale).duties.states[state]
  if (state === 'met') return <StatusTag tone="success">{said}</StatusTag>
  return <span className={state === 'open' ? 'v-unanswered' : 'v-soft'}>{said}</span>
}
