import type { LocalDate } from '../../../kernel/calendar/calendar.ts'
import { formatDate } from '../../../kernel/calendar/words.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { Actions, LinkButton } from '../../../ui/button.tsx'
import { TextLink } from '../../../ui/page.tsx'
import { Section } from '../../../ui/section.tsx'
import { DataTable } from '../../../ui/table.tsx'
import type { Access } from '../access.ts'
import { lastDay } from '../rules.ts'
import { texts } from '../texts.ts'
import { StateTag } from './state.tsx'

type Props = {
  readonly lines: readonly { readonly access: Access; readonly name: string; readonly grantedBy: string }[]
  readonly add: string | null
  readonly today: LocalDate
  readonly locale: Locale
}

/** Under a system or a zone: who has access, in which role, why, from whom and from when (S2-54). */
export function AccessPanel({ lines, add, today, locale }: Props) {
  const t = texts(locale)
  return (
    <Section title={t.panel.system} locale={locale}>
      {lines.length === 0 ? (
        <p className="v-soft">{t.panel.none}</p>
      ) : (
        <DataTable
          caption={t.panel.system}
          rows={lines}
          rowKey={({ access }) => access.id}
          columns={[
            {
              key: 'person',
              label: t.columns.person,
              heading: true,
              cell: ({ access, name }) => <TextLink href={`/tilganger/${access.id}`}>{name}</TextLink>,
            },
            { key: 'role', label: t.columns.role, cell: ({ access }) => access.values.role ?? '–' },
            { key: 'reason', label: t.reason, cell: ({ access }) => access.values.reason },
            { key: 'by', label: t.columns.grantedBy, cell: ({ grantedBy }) => grantedBy },
            {
              key: 'from',
              label: t.columns.fromDate,
              figures: true,
              cell: ({ access }) => access.values.fromDate && formatDate(access.values.fromDate, locale),
            },
            {
              key: 'to',
              label: t.columns.lastDay,
              figures: true,
              cell: ({ access }) => {
                const last = lastDay(access)
                return last === null ? t.noEnd : formatDate(last, locale)
              },
            },
            { key: 'state', label: t.columns.state, cell: ({ access }) => <StateTag access={access} today={today} locale={locale} /> },
          ]}
        />
      )}
      {add !== null && (
        <Actions>
          <LinkButton href={add} variant="secondary" icon="plus">
            {t.add}
          </LinkButton>
        </Actions>
      )}
    </Section>
  )
}
