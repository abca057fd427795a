import { Fragment } from 'preact'
import { formatShort } from '../../../kernel/calendar/words.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { LinkButton } from '../../../ui/button.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { PageHeading, TextLink } from '../../../ui/page.tsx'
import { Section } from '../../../ui/section.tsx'
import { StatusTag } from '../../../ui/status-tag.tsx'
import { DataTable } from '../../../ui/table.tsx'
import type { DocumentRow } from '../archive.ts'
import { called } from '../called.ts'
import { texts } from '../texts.ts'
import { StateTag } from './words.tsx'

export type Lacking = 'receipt' | 'answer'
type Props = {
  readonly id: string
  readonly name: string
  readonly documents: readonly DocumentRow[]
  /** Of what must come from Datatilsynet, what nobody has added yet; none where nothing is sent. */
  readonly lacks: readonly Lacking[]
  readonly asks: readonly Lacking[]
  readonly mayFile: boolean
  readonly locale: Locale
}

const places = { receipt: 'authority_receipt', answer: 'authority_answer' } as const

/** What is missing from Datatilsynet, each with its way to be added. */
export const LackingTags = ({ lacks, locale }: { readonly lacks: readonly Lacking[]; readonly locale: Locale }) => (
  <>
    {lacks.map((one) => (
      <Fragment key={one}>
        <StatusTag tone="warning">{texts(locale).folder.lacks[one]}</StatusTag>{' '}
      </Fragment>
    ))}
  </>
)

/** The folder of a case (S3-21): its documents in one place, with the receipt and the answer from Datatilsynet. */
export function FolderPage({ id, name, documents, lacks, asks, mayFile, locale }: Props) {
  const { folder: t, columns, package: words } = texts(locale)
  return (
    <>
      <PageHeading
        title={name}
        kicker={t.title}
        lead={t.lead}
        actions={
          documents.length > 0 && (
            <>
              {mayFile && <LinkButton href={`/arkiv/pakker/ny?sak=${id}`}>{words.make}</LinkButton>}
              <LinkButton href={`/avvik/${id}/mappe.zip`} variant="secondary" icon="download" download>
                {t.download}
              </LinkButton>
            </>
          )
        }
      />
      {asks.length > 0 && (
        <Section title={t.fromAuthority} locale={locale}>
          <ul>
            {asks.map((one) => (
              <li key={one}>
                {lacks.includes(one) ? (
                  <>
                    <LackingTags lacks={[one]} locale={locale} /> <TextLink href={`/filer/${places[one]}/${id}/nye`}>{t.add[one]}</TextLink>
                  </>
                ) : (
                  t.has[one]
                )}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {documents.length === 0 ? (
        <Empty title={t.none}>{t.noneText}</Empty>
      ) : (
        <DataTable
          caption={t.title}
          rows={documents}
          rowKey={(one) => one.id}
          columns={[
            {
              key: 'title',
              label: columns.title,
              cell: (one) => <TextLink href={`/arkiv/dokumenter/${one.id}`}>{called(one.kind, one.title, locale)}</TextLink>,
              heading: true,
            },
            { key: 'madeAt', label: columns.madeAt, cell: ({ made_at }) => formatShort(made_at, locale) },
            {
              key: 'state',
              label: columns.state,
              cell: ({ state, reference }) => (state === 'filed' ? reference : <StateTag state={state} locale={locale} />),
            },
          ]}
        />
      )}
    </>
  )
}
