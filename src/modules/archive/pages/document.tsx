import { formatShort } from '../../../kernel/calendar/words.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { Actions, Button, LinkButton } from '../../../ui/button.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Form } from '../../../ui/form.tsx'
import { PageHeading, TextLink } from '../../../ui/page.tsx'
import { RecordForm } from '../../../ui/record-form.tsx'
import type { After } from '../../../ui/refused.ts'
import { Section } from '../../../ui/section.tsx'
import { SummaryList } from '../../../ui/summary-list.tsx'
import { DataTable } from '../../../ui/table.tsx'
import type { DocumentRow, Filing } from '../archive.ts'
import { called } from '../called.ts'
import { referenceFields } from '../fields.ts'
import type { Planned } from '../profile.ts'
import { texts } from '../texts.ts'
import { StateTag } from './words.tsx'

type Props = {
  readonly document: DocumentRow
  readonly href: string
  readonly folder: string
  readonly access: Pick<Planned, 'access' | 'ground'>
  readonly filings: readonly Filing[]
  readonly mayRefer: boolean
  readonly locale: Locale
} & After

/** One document: what it is, where the plan puts it, and what the archive has answered. */
export function DocumentPage({ document, href, folder, access, filings, mayRefer, locale, refused }: Props) {
  const t = texts(locale)
  const { one, accesses, classes, columns } = t
  return (
    <>
      <ErrorSummary errors={refused?.errors ?? []} locale={locale} />
      <PageHeading
        title={called(document.kind, document.title, locale)}
        kicker={one.kicker}
        actions={
          <LinkButton href={href} variant="secondary">
            {one.open}
          </LinkButton>
        }
      />
      <SummaryList
        locale={locale}
        items={[
          { label: columns.class, value: classes[document.class] },
          { label: columns.madeAt, value: formatShort(document.made_at, locale) },
          ...(document.edition === null ? [] : [{ label: columns.edition, value: String(document.edition) }]),
          { label: one.folder, value: folder },
          { label: one.access, value: [accesses[access.access], access.ground].filter(Boolean).join(', ') },
          { label: columns.state, value: <StateTag state={document.state} locale={locale} /> },
          ...(document.reference === null ? [] : [{ label: one.reference, value: document.reference }]),
        ]}
      />
      {filings.length > 0 && (
        <Section title={one.history} locale={locale}>
          <DataTable
            caption={one.history}
            rows={filings}
            rowKey={({ id }) => id}
            columns={[
              { key: 'at', label: one.filedAt, cell: ({ filedAt }) => formatShort(filedAt, locale), heading: true },
              { key: 'file', label: t.package.file, cell: ({ fileName }) => fileName ?? one.byHand },
              { key: 'reference', label: one.reference, cell: ({ reference }) => reference ?? t.package.noReceipt },
            ]}
          />
        </Section>
      )}
      {mayRefer && (
        <Section title={one.refer} id="referanse" locale={locale}>
          <Form>
            <RecordForm
              fields={referenceFields}
              texts={{ reference: t.receipt.reference }}
              values={{ reference: document.reference }}
              raw={refused?.raw}
              problems={refused?.problems}
              locale={locale}
            />
            <Actions>
              <Button>{one.save}</Button>
            </Actions>
          </Form>
          <p>
            <TextLink href="/arkiv/pakker/ny">{t.package.make}</TextLink>
          </p>
        </Section>
      )}
    </>
  )
}
