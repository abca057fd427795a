import type { Locale } from '../../../kernel/texts.ts'
import { LinkButton } from '../../../ui/button.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { PageHeading } from '../../../ui/page.tsx'
import { DataTable } from '../../../ui/table.tsx'
import type { Figure } from '../queries.ts'
import { texts } from '../texts.ts'

export function FiguresPage({ figures, locale }: { readonly figures: readonly Figure[]; readonly locale: Locale }) {
  const t = texts(locale)
  return (
    <>
      <PageHeading title={t.figuresTitle} lead={t.figuresLead} />
      {figures.length === 0 ? (
        <Empty
          title={t.noFigures}
          action={
            <LinkButton href="/forskningsetikk" variant="secondary">
              {t.title}
            </LinkButton>
          }
        >
          {t.noFiguresText}
        </Empty>
      ) : (
        <DataTable
          caption={t.figuresTitle}
          rows={figures}
          rowKey={({ year, personGroup }) => `${year} ${personGroup}`}
          columns={[
            { key: 'year', label: t.figures.year, cell: ({ year }) => String(year), heading: true },
            { key: 'group', label: t.figures.group, cell: ({ personGroup }) => t.ask.personGroup.choices[personGroup] },
            { key: 'sent', label: t.figures.sent, cell: ({ sent }) => sent, figures: true, align: 'end' },
            { key: 'closed', label: t.figures.closed, cell: ({ closed }) => closed, figures: true, align: 'end' },
          ]}
        />
      )}
    </>
  )
}
