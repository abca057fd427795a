import type { ComponentChildren } from 'preact'
import { formatInstant } from '../../../../kernel/calendar/words.ts'
import type { Locale } from '../../../../kernel/texts.ts'
import { Details } from '../../../../ui/details.tsx'
import { DocumentPreview } from '../../../../ui/document-preview.tsx'
import { each } from '../../../../ui/each.ts'
import { Notice } from '../../../../ui/notice.tsx'
import { Heading, Stack } from '../../../../ui/page.tsx'
import { SummaryList } from '../../../../ui/summary-list.tsx'
import { DataTable } from '../../../../ui/table.tsx'
import type { Block, Document } from '../../../documents/public.ts'
import { undrawn } from '../../../documents/public.ts'
import { DeedPage, type DeedPageProps } from '../../deed/pages/deed.tsx'
import type { DocumentKind } from '../allowed.ts'
import { paperTexts } from '../texts.ts'
import { documentHref } from './documents.tsx'

export type DocumentPageProps = Pick<DeedPageProps, 'view' | 'locale' | 'now'> & {
  readonly kind: DocumentKind
  readonly document: Document
  readonly pages: number
  /** The finished edition shown, or null where the document is made of the case as it is now. */
  readonly edition: { readonly number: number; readonly at: Date; readonly sha256: string } | null
}

/** One document as it will be printed, with its file, and its text for whoever cannot see a picture. */
export const DocumentPage = ({ kind, document, pages, edition, ...page }: DocumentPageProps) => {
  const { locale, view } = page
  const t = paperTexts(locale)
  const number = edition?.number ?? null
  const { id } = view.deviation
  const name = t.kinds[kind]
  const title = edition ? t.editionOf(name, edition.number) : name
  const numbered = number === null ? '' : `?utgave=${number}`
  return (
    <DeedPage {...page} title={title}>
      {edition ? (
        <Notice tone="success" locale={locale}>
          <p>{t.finalNotice(formatInstant(edition.at, locale))}</p>
          <p className="v-fingerprint">
            {t.fingerprint}: <code>{edition.sha256}</code>
          </p>
        </Notice>
      ) : (
        document.draft && (
          <Notice tone="warning" locale={locale}>
            {t.draftNotice}
          </Notice>
        )
      )}
      <DocumentPreview
        title={title}
        locale={locale}
        pages={Array.from({ length: pages }, (_, at) => `${documentHref(id, kind, null, `/${at + 1}.svg`)}${numbered}`)}
        downloads={[
          { href: documentHref(id, kind, number, '.pdf'), label: t.download },
          { href: documentHref(id, kind, number, '.docx'), label: t.downloadDocx },
          { href: documentHref(id, kind, number, '.txt'), label: t.downloadText },
        ]}
        undrawn={undrawn(JSON.stringify(document))}
      />
      <Details summary={t.asText}>
        <DocumentText document={document} locale={locale} />
      </Details>
    </DeedPage>
  )
}

/** The document's own words, in its own language. */
const DocumentText = ({ document, locale }: { readonly document: Document; readonly locale: Locale }) => (
  <div lang={document.language}>
    <Stack>
      <SummaryList items={document.summary} locale={locale} />
      {each(document.sections, (section) => (
        <>
          {section.heading && <Heading>{section.heading}</Heading>}
          {each(section.blocks, (block) => blockText(block, locale))}
        </>
      ))}
    </Stack>
  </div>
)

function blockText(block: Block, locale: Locale): ComponentChildren {
  switch (block.kind) {
    case 'text':
    case 'note':
      return <p className="v-answer">{block.text}</p>
    case 'missing':
      return (
        <Notice tone="warning" locale={locale}>
          <p className="v-answer">{block.text}</p>
        </Notice>
      )
    case 'facts':
      return <SummaryList items={block.rows.map((row) => ({ ...row, text: true }))} locale={locale} />
    case 'list':
      return (
        <ul>
          {each(block.items, (item) => (
            <li>{item}</li>
          ))}
        </ul>
      )
    case 'table':
      return (
        <DataTable
          caption={block.caption}
          columns={block.head.map((label, at) => ({ key: String(at), label, cell: (row: readonly string[]) => row[at] ?? '' }))}
          rows={block.rows}
          rowKey={(row) => row.join('|')}
        />
      )
  }
}
