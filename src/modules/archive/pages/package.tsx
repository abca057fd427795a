import { formatDate, formatShort } from '../../../kernel/calendar/words.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { Actions, Button, LinkButton } from '../../../ui/button.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Checkboxes } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { FormFrame } from '../../../ui/form-frame.tsx'
import { PageHeading, Stack, TextLink } from '../../../ui/page.tsx'
import { RecordForm } from '../../../ui/record-form.tsx'
import { type After, errorAt } from '../../../ui/refused.ts'
import { Section } from '../../../ui/section.tsx'
import { SummaryList } from '../../../ui/summary-list.tsx'
import { DataTable } from '../../../ui/table.tsx'
import { uiTexts } from '../../../ui/texts.ts'
import type { DocumentRow, Filing, Package } from '../archive.ts'
import { called } from '../called.ts'
import { receiptFields } from '../fields.ts'
import { mostInPackage } from '../rules.ts'
import { texts } from '../texts.ts'

type NewProps = {
  readonly id: string
  readonly documents: readonly DocumentRow[]
  readonly picked: readonly string[]
  readonly folders: ReadonlyMap<string, string>
  readonly record: string | null
  readonly locale: Locale
} & After

/** What is handed over: those that the archive has not, all of them unless some are left out. */
export function NewPackage({ id, documents, picked, folders, record, locale, refused }: NewProps) {
  const { package: t } = texts(locale)
  if (documents.length === 0)
    return (
      <Stack gap="lg">
        <PageHeading title={t.make} />
        <Empty title={t.nothing}>{t.nothingText}</Empty>
      </Stack>
    )
  return (
    <Stack gap="lg">
      <ErrorSummary errors={refused?.errors ?? []} locale={locale} />
      <PageHeading title={t.make} lead={t.makeLead} />
      <Form action="/arkiv/pakker/ny" hidden={{ id, ...(record === null ? {} : { sak: record }) }}>
        <Checkboxes
          name="dokument"
          label={t.pick}
          hint={documents.length === mostInPackage ? t.most(mostInPackage) : undefined}
          error={errorAt(refused, 'dokument')}
          values={picked}
          options={documents.map((one) => ({
            value: one.id,
            label: called(one.kind, one.title, locale),
            hint: [formatShort(one.made_at, locale), folders.get(one.id)].filter(Boolean).join(' · '),
          }))}
        />
        <Actions>
          <Button>{t.makeButton}</Button>
          <LinkButton href="/arkiv" variant="tertiary">
            {uiTexts(locale).cancel}
          </LinkButton>
        </Actions>
      </Form>
    </Stack>
  )
}

type ShowProps = {
  readonly made: Package
  readonly by: string | null
  /** Null: there are documents in it that the reader may not open. */
  readonly filings: readonly Filing[] | null
  readonly mayReceive: boolean
  readonly help: string
  readonly link: string | null
  readonly locale: Locale
}

/** One package: what is in it, the file to hand over, and the receipt that closes it. */
export function ShowPackage({ made, by, filings, mayReceive, help, link, locale }: ShowProps) {
  const { package: t, accesses } = texts(locale)
  const at = `/arkiv/pakker/${made.id}`
  return (
    <>
      <PageHeading
        title={t.of(formatShort(made.madeAt, locale))}
        kicker={t.one}
        lead={
          made.reference === null
            ? t.waits
            : t.received(made.reference, made.receivedOn ? formatDate(made.receivedOn as never, locale) : '')
        }
        actions={
          filings && (
            <>
              {made.reference === null && mayReceive && <LinkButton href={`${at}/kvittering`}>{t.receipt}</LinkButton>}
              <LinkButton
                href={`${at}/arkivpakke.zip`}
                variant={made.reference === null ? 'secondary' : 'primary'}
                icon="download"
                download
              >
                {t.download}
              </LinkButton>
            </>
          )
        }
      />
      <SummaryList
        locale={locale}
        items={[
          { label: t.documents, value: String(made.documents) },
          ...(by === null ? [] : [{ label: t.by, value: by }]),
          ...(help ? [{ label: t.help, value: link ? <TextLink href={link}>{help}</TextLink> : help }] : []),
        ]}
      />
      {filings ? (
        <Section title={t.content} locale={locale}>
          <DataTable
            caption={t.content}
            rows={filings}
            rowKey={({ id }) => id}
            columns={[
              { key: 'file', label: t.file, cell: ({ folder, fileName }) => `${folder}/${fileName}`, heading: true },
              { key: 'document', label: t.document, cell: ({ kind, title }) => called(kind, title, locale) },
              { key: 'access', label: t.access, cell: ({ access, ground }) => [accesses[access], ground].filter(Boolean).join(', ') },
              { key: 'reference', label: t.reference, cell: ({ reference }) => reference ?? '–' },
            ]}
          />
        </Section>
      ) : (
        <p>{t.notAll}</p>
      )}
    </>
  )
}

type ListProps = { readonly packages: readonly Package[]; readonly locale: Locale }

export function PackagesPage({ packages, locale }: ListProps) {
  const { package: t } = texts(locale)
  return (
    <>
      <PageHeading title={t.title} lead={t.lead} />
      {packages.length === 0 ? (
        <Empty title={t.none}>{t.noneText}</Empty>
      ) : (
        <DataTable
          caption={t.title}
          rows={packages}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'made',
              label: t.made,
              cell: ({ id, madeAt }) => <TextLink href={`/arkiv/pakker/${id}`}>{formatShort(madeAt, locale)}</TextLink>,
              heading: true,
            },
            { key: 'documents', label: t.documents, cell: ({ documents }) => String(documents) },
            { key: 'reference', label: t.reference, cell: ({ reference }) => reference ?? t.noReceipt },
          ]}
        />
      )}
    </>
  )
}

type ReceiptProps = { readonly made: Package; readonly today: string; readonly locale: Locale } & After

export function ReceiptPage({ made, today, locale, ...after }: ReceiptProps) {
  const { package: t, receipt } = texts(locale)
  return (
    <FormFrame
      title={t.receipt}
      kicker={t.of(formatShort(made.madeAt, locale))}
      lead={t.receiptLead}
      back={`/arkiv/pakker/${made.id}`}
      version={made.version}
      locale={locale}
      {...after}
    >
      <RecordForm
        fields={receiptFields}
        texts={receipt}
        values={{ reference: null, receivedOn: today as never }}
        raw={after.refused?.raw}
        problems={after.refused?.problems}
        locale={locale}
      />
    </FormFrame>
  )
}
