import { formatShort } from '../../../kernel/calendar/words.ts'
import type { Offers, OffersByName } from '../../../kernel/reference.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { Actions, Button } from '../../../ui/button.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Form } from '../../../ui/form.tsx'
import { PageHeading, TextLink } from '../../../ui/page.tsx'
import { RecordForm } from '../../../ui/record-form.tsx'
import { showValue } from '../../../ui/record-view.tsx'
import type { After } from '../../../ui/refused.ts'
import { Section } from '../../../ui/section.tsx'
import { DataTable } from '../../../ui/table.tsx'
import type { Lending, Loan } from '../card.ts'
import { loanFields } from '../fields.ts'
import { texts } from '../texts.ts'

type Props = {
  readonly id: string
  /** Null: whoever reads is told where to borrow one, and sees nobody's loan. */
  readonly loans: { readonly late: readonly Loan[]; readonly others: readonly Loan[] } | null
  readonly names: OffersByName
  readonly lending: Lending
  readonly offers: Offers<typeof loanFields> | null
  readonly locale: Locale
} & After

export function LoansPage({ id, loans, names, lending, offers, locale, refused }: Props) {
  const { loans: t, loan } = texts(locale)
  const table = (title: string, rows: readonly Loan[]) =>
    rows.length > 0 && (
      <Section title={title} locale={locale}>
        <DataTable
          caption={title}
          rows={rows}
          rowKey={(row) => row.id}
          columns={[
            {
              key: 'number',
              label: t.columns.number,
              cell: ({ id: row, values }) => <TextLink href={`/lanekort/${row}`}>{values.cardNumber}</TextLink>,
              heading: true,
            },
            {
              key: 'holder',
              label: t.columns.holder,
              cell: ({ values }) => showValue(loanFields.holder, values.holder, { label: '' }, locale, names.holder),
            },
            { key: 'lentAt', label: t.columns.lentAt, cell: ({ values }) => values.lentAt && formatShort(values.lentAt, locale) },
            {
              key: 'handedInAt',
              label: t.columns.handedInAt,
              cell: ({ id: row, values }) =>
                values.handedInAt ? (
                  formatShort(values.handedInAt, locale)
                ) : values.lostAt ? (
                  t.isLost(formatShort(values.lostAt, locale))
                ) : offers ? (
                  <Form action={`/lanekort/${row}/innlevering`} unsaved={false}>
                    <Button variant="secondary">
                      {t.handIn}
                      <span className="ds-sr-only"> {values.cardNumber}</span>
                    </Button>
                  </Form>
                ) : (
                  t.out
                ),
            },
          ]}
        />
      </Section>
    )
  return (
    <>
      <ErrorSummary errors={refused?.errors ?? []} locale={locale} />
      <PageHeading title={t.title} lead={t.lead} />
      {loans && table(t.late, loans.late)}
      {offers && (
        <Section title={t.lend} id="utlan" locale={locale}>
          <Form action="/lanekort" hidden={{ id }}>
            <RecordForm
              fields={loanFields}
              texts={loan}
              values={lending}
              offers={offers}
              raw={refused?.raw}
              problems={refused?.problems}
              locale={locale}
            />
            <Actions>
              <Button>{t.lend}</Button>
            </Actions>
          </Form>
        </Section>
      )}
      {loans && loans.late.length + loans.others.length === 0 && <Empty title={t.none}>{t.noneText}</Empty>}
      {loans && table(t.others, loans.others)}
    </>
  )
}
