import type { Locale } from '../../../../kernel/texts.ts'
import { Empty } from '../../../../ui/empty.tsx'
import { showWhole } from '../../../../ui/format.ts'
import { PageHeading, Stack, TextLink } from '../../../../ui/page.tsx'
import { Section } from '../../../../ui/section.tsx'
import { DataTable } from '../../../../ui/table.tsx'
import { importTexts } from '../../import/texts.ts'
import { listAddress, noFilter } from '../../overview/worklist.ts'
import type { YearSums } from '../register.ts'
import { statisticsTexts } from '../texts.ts'

type Props = { readonly years: readonly YearSums[]; readonly freeText: boolean; readonly mayImport: boolean; readonly locale: Locale }

/** Each year of the register: what it comes to, its cases one press away, and its annual report. */
export function RegisterPage({ years, freeText, mayImport, locale }: Props) {
  const t = statisticsTexts(locale).register
  if (years.length === 0)
    return (
      <>
        <PageHeading title={t.title} lead={t.lead} />
        <Empty title={t.none}>{t.noneText}</Empty>
        {mayImport && <OldCases locale={locale} />}
      </>
    )
  const whole = (number: number) => showWhole(number, locale)
  const hasOld = years.some(({ imported }) => imported > 0)
  const figures = (key: 'closed' | 'imported' | 'notified' | 'inTime' | 'informed') => ({
    key,
    label: t.columns[key],
    figures: true,
    cell: (year: YearSums) => whole(year[key]),
  })
  return (
    <>
      <PageHeading title={t.title} lead={t.lead} />
      <Stack gap="lg">
        <DataTable
          caption={t.table}
          rows={years}
          rowKey={({ year }) => String(year)}
          columns={[
            { key: 'year', label: t.columns.year, heading: true, cell: ({ year }) => String(year) },
            {
              key: 'cases',
              label: t.columns.cases,
              figures: true,
              cell: ({ year, cases }) => <TextLink href={listAddress({ ...noFilter, status: 'all', year })}>{whole(cases)}</TextLink>,
            },
            figures('closed'),
            ...(hasOld ? [figures('imported')] : []),
            figures('notified'),
            figures('inTime'),
            figures('informed'),
            {
              key: 'affected',
              label: t.columns.affected,
              figures: true,
              cell: ({ least, most }) => (least === most ? whole(least) : `${whole(least)}–${whole(most)}`),
            },
            {
              key: 'report',
              label: t.columns.report,
              cell: ({ year }) => (
                <>
                  {(['pdf', 'docx'] as const).map((form) => (
                    <span key={form}>
                      <a
                        className="ds-link"
                        href={`/avvik/register/${year}/${locale}.${form}`}
                        aria-label={`${form.toUpperCase()}: ${t.reportOf(String(year))}`}
                      >
                        {form.toUpperCase()}
                      </a>{' '}
                    </span>
                  ))}
                </>
              ),
            },
          ]}
        />
        <Section title={t.whole} locale={locale}>
          <p>{freeText ? t.wholeFreeText : t.wholeText}</p>
          <p>
            <a className="ds-link" href="/avvik/register/alle.xlsx">
              {t.wholeFile}
            </a>
          </p>
        </Section>
        {mayImport && <OldCases locale={locale} />}
      </Stack>
    </>
  )
}

/** The way for whoever comes with a register of their own (S3-08). */
const OldCases = ({ locale }: Pick<Props, 'locale'>) => {
  const t = importTexts(locale)
  return (
    <Section title={t.way} locale={locale}>
      <p>{t.wayText}</p>
      <p>
        <TextLink href="/avvik/import">{t.way}</TextLink>
      </p>
    </Section>
  )
}
