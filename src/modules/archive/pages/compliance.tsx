import type { Locale } from '../../../kernel/texts.ts'
import { LinkButton } from '../../../ui/button.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { PageHeading, TextLink } from '../../../ui/page.tsx'
import { Section } from '../../../ui/section.tsx'
import { StatusTag } from '../../../ui/status-tag.tsx'
import { SummaryList } from '../../../ui/summary-list.tsx'
import { DataTable } from '../../../ui/table.tsx'
import type { Block, Document } from '../../documents/public.ts'
import { texts } from '../texts.ts'

type Props = { readonly made: Document; readonly at: string; readonly locale: Locale }

/** The report on the page: the same as in its files, drawn of the same data. */
export function CompliancePage({ made, at, locale }: Props) {
  const { compliance: t } = texts(locale)
  return (
    <>
      <PageHeading
        title={made.title}
        kicker={made.reference}
        lead={t.lead}
        actions={
          <>
            <LinkButton href={`${at}/etterlevelse-${locale}.pdf`} variant="secondary" icon="download" download>
              {t.pdf}
            </LinkButton>
            <LinkButton href={`${at}/etterlevelse-${locale}.docx`} variant="secondary" icon="download" download>
              {t.docx}
            </LinkButton>
          </>
        }
      />
      <SummaryList items={made.summary} locale={locale} />
      {made.sections.map(({ heading, blocks }) => (
        <Section key={heading} title={heading} locale={locale}>
          {blocks.map((block) => (
            <Drawn key={heading} block={block} locale={locale} />
          ))}
        </Section>
      ))}
    </>
  )
}

type TableRow = { readonly cells: readonly string[]; readonly at: number }

function Drawn({ block, locale }: { readonly block: Block; readonly locale: Locale }) {
  if (block.kind === 'facts') return <SummaryList items={block.rows} locale={locale} />
  if (block.kind === 'list')
    return (
      <ul>
        {block.items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    )
  if (block.kind === 'table')
    return (
      <DataTable
        caption={block.caption}
        rows={block.rows.map((cells, at): TableRow => ({ cells, at }))}
        rowKey={(row) => String(row.at)}
        columns={block.head.map((label, at) => ({
          key: String(at),
          label,
          cell: (row: TableRow) => row.cells[at] ?? '',
          heading: at === 0,
        }))}
      />
    )
  return block.kind === 'missing' ? (
    <p>
      <StatusTag tone="warning">{block.text}</StatusTag>
    </p>
  ) : (
    <p>{block.text}</p>
  )
}

type Units = {
  readonly units: readonly { readonly id: string; readonly name: string; readonly path: readonly string[] }[]
  readonly locale: Locale
}

/** The units that whoever reads may show the report of. */
export function UnitsPage({ units, locale }: Units) {
  const { compliance: t } = texts(locale)
  if (units.length === 0)
    return (
      <>
        <PageHeading title={t.title} />
        <Empty title={t.noUnits}>{t.noUnitsText}</Empty>
      </>
    )
  return (
    <>
      <PageHeading title={t.title} lead={t.chooseLead} />
      <Section title={t.choose} locale={locale}>
        <ul>
          {units.map(({ id, name }) => (
            <li key={id}>
              <TextLink href={`/arkiv/etterlevelse/enhet/${id}`}>{name}</TextLink>
            </li>
          ))}
        </ul>
      </Section>
    </>
  )
}
