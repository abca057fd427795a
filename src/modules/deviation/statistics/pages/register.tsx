import type { Locale } from '../../../../kernel/texts.ts'
import { Empty } from '../../../../ui/empty.tsx'
import { showWhole } from '../../../../ui/format.ts'
import { PageHeading, Stack, TextLink } from '../../../../ui/page.tsx'
import { Section } from '../../../../ui/section.tsx'
import { DataTable } from '../../../../ui/table.tsx'
import { listAddress, noFilter } from '../../overview/worklist.ts'
import type { Year } from '../register.ts'
import { statisticsTexts } from '../texts.ts'

type Props = { readonly years: readonly Year[]; readonly locale: Locale }

/** Each year of the register: what it comes to, its cases one press away, and its annual report. */
export function RegisterPage({ years, locale }: Props) {
  const t = statisticsTexts(locale).register
  if (years.length === 0)
    return (
      <>
        <PageHeading title={t.title} lead={t.lead} />
        <Empty title={t.none}>{t.noneText}</Empty>
      </>
    )
  const whole = (number: number) => showWhole(number, locale)
  const figures = (key: 'closed' | 'notified' | 'inTime' | 'informed') => ({
    key,
    label: t.columns[key],
    figures: true,
    cell: (year: Year) => whole(year[key]),
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
              cell: ({ year, lines }) => (
                <TextLink href={listAddress({ ...noFilter, status: 'all', year })}>{whole(lines.length)}</TextLink>
              ),
            },
            figures('closed'),
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
          <p>{t.wholeText}</p>
          <p>
            <a className="ds-link" href="/avvik/register/alle.xlsx">
              {t.wholeFile}
            </a>
          </p>
        </Section>
      </Stack>
    </>
  )
}
