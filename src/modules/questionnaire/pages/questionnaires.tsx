import type { Locale } from '../../../kernel/texts.ts'
import { LinkButton, PostButton } from '../../../ui/button.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { PageHeading } from '../../../ui/page.tsx'
import { StatusTag } from '../../../ui/status-tag.tsx'
import { DataTable } from '../../../ui/table.tsx'
import { numbered } from '../content.ts'
import type { Questionnaire } from '../questionnaire.ts'
import { texts } from '../texts.ts'

export const questionnaireTones = { draft: 'warning', published: 'success', retired: 'neutral' } as const

type QuestionnairesProps = { readonly all: readonly Questionnaire[]; readonly id: string; readonly locale: Locale }

/** Every edition that has been written, the newest first. */
export function QuestionnairesPage({ all, id, locale }: QuestionnairesProps) {
  const t = texts(locale)
  const w = t.writing
  const begin = (
    <>
      <PostButton action="/internkontroll/skjemaer/arlig" hidden={{ id }}>
        {w.standard}
      </PostButton>
      <LinkButton href="/internkontroll/skjemaer/nytt" variant="secondary">
        {w.empty}
      </LinkButton>
    </>
  )
  return (
    <>
      <PageHeading title={w.title} lead={w.lead} actions={begin} />
      {all.length === 0 ? (
        <Empty title={w.none}>{w.noneText}</Empty>
      ) : (
        <DataTable
          caption={w.title}
          rows={all}
          rowKey={(one) => one.id}
          columns={[
            {
              key: 'name',
              label: t.questionnaire.name.label,
              heading: true,
              cell: (one) => (
                <a className="ds-link" href={`/internkontroll/skjemaer/${one.id}`}>
                  {one.values.name}
                </a>
              ),
            },
            { key: 'edition', label: w.edition(0).replace(/\s*0$/, ''), figures: true, cell: ({ edition }) => String(edition) },
            { key: 'count', label: w.question, cell: ({ content }) => w.count(numbered(content).length) },
            {
              key: 'state',
              label: t.list.state,
              cell: ({ status }) => <StatusTag tone={questionnaireTones[status]}>{t.statuses[status]}</StatusTag>,
            },
          ]}
        />
      )}
    </>
  )
}
