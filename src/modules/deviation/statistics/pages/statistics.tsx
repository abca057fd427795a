import { formatMonth } from '../../../../kernel/calendar/words.ts'
import type { Locale } from '../../../../kernel/texts.ts'
import { Empty } from '../../../../ui/empty.tsx'
import { type Option, Select, TextInput } from '../../../../ui/field.tsx'
import { type FigureRow, Figures } from '../../../../ui/figures.tsx'
import { showTenths, showWhole } from '../../../../ui/format.ts'
import { type KeyFact, KeyFacts } from '../../../../ui/key-facts.tsx'
import { Filter, FilterSelect, Views } from '../../../../ui/list-page.tsx'
import { PageHeading, Stack, TextLink } from '../../../../ui/page.tsx'
import { Section } from '../../../../ui/section.tsx'
import { answerOptions } from '../../overview/facet-words.ts'
import { overviewTexts } from '../../overview/texts.ts'
import { filterKeys, type ListFilter, listAddress } from '../../overview/worklist.ts'
import { countedAddress, spans } from '../rules.ts'
import type { Counted, Line, Sum, Table } from '../tables.ts'
import { statisticsTexts } from '../texts.ts'

export type StatisticsProps = {
  readonly counted: Counted
  readonly filter: ListFilter
  readonly tables: readonly Table[]
  readonly choices: { readonly units: readonly Option[]; readonly caseTypes: readonly Option[] }
  readonly now: Date
  readonly locale: Locale
}

/** Figures of deviations, each with the list behind it. */
export function StatisticsPage(props: StatisticsProps) {
  const { counted, filter, tables, now, locale } = props
  const t = statisticsTexts(locale)
  const here = countedAddress(filter)
  const named = Object.entries(spans(now)).map(([name, span]) => ({
    href: countedAddress({ ...filter, ...span }),
    label: t.spans[name as keyof typeof t.spans],
  }))
  // In December the last twelve months are this year: one choice, by its first name.
  const views = named
    .filter(({ href }, at) => named.findIndex((one) => one.href === href) === at)
    .map((one) => ({ ...one, current: one.href === here }))
  return (
    <div className="v-list">
      <PageHeading title={t.title} lead={t.lead} />
      <Views views={views} locale={locale} />
      <Filters {...props} />
      {tables.length > 0 && (
        <nav aria-label={t.places}>
          <ul className="v-export">
            {tables.map(({ id }) => (
              <li key={id}>
                <a className="ds-link" href={`#${id}`}>
                  {t.tables[id]}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {counted.total === 0 ? (
        <Empty title={t.none}>{t.noneText}</Empty>
      ) : (
        <Stack gap="lg">
          <KeyFacts facts={factsOf(props)} />
          {tables.map((table, at) => (
            <OneTable key={table.id} table={table} plain={at === 0} {...props} />
          ))}
          <Files filter={filter} locale={locale} />
        </Stack>
      )}
    </div>
  )
}

/** The list of exactly what is counted. An open beginning is written out, so that the list too counts only what may be read. */
const listOf = ({ counted, filter }: Pick<StatisticsProps, 'counted' | 'filter'>, narrowed: Partial<ListFilter> = {}): string => {
  const first = [...counted.months.keys()].sort()[0]
  return listAddress({ ...filter, from: filter.from ?? (first ? `${first}-01` : null), ...narrowed })
}

function factsOf({ counted, filter, locale }: StatisticsProps): readonly KeyFact[] {
  const t = statisticsTexts(locale).facts
  const { total, all, by } = counted
  const [met, late, overdue] = ['met', 'late', 'overdue'].map((state) => by.notified.get(state) ?? 0) as [number, number, number]
  const due = met + late + overdue
  return [
    { label: t.cases, value: <TextLink href={listOf({ counted, filter })}>{showWhole(total, locale)}</TextLink> },
    { label: t.hours, value: all.hours === null ? t.noHours : t.median(showTenths(all.hours, locale)), open: all.hours === null },
    { label: t.affected, value: affectedWords(all, locale), open: all.unknown === all.count },
    { label: t.inTime, value: due === 0 ? t.noneDue : t.of(showWhole(met, locale), showWhole(due, locale)), open: due === 0 },
  ]
}

/** "1 234", "100–150", and in how many cases nobody knows. */
function affectedWords({ least, most, unknown, count }: Sum, locale: Locale): string {
  const t = statisticsTexts(locale).facts
  const number = least === most ? showWhole(least, locale) : `${showWhole(least, locale)}–${showWhole(most, locale)}`
  const also = unknown === 0 ? [] : [unknown === 1 ? t.unknownInOne : t.unknownIn(showWhole(unknown, locale))]
  return [...(unknown === count ? [] : [number]), ...also].join(', ')
}

function Filters({ filter, choices, locale }: StatisticsProps) {
  const t = overviewTexts(locale).list
  const labels = overviewTexts(locale).facets.labels
  return (
    <Filter locale={locale}>
      <TextInput type="date" name={filterKeys.from} label={t.filters.from} value={filter.from ?? ''} />
      <TextInput type="date" name={filterKeys.to} label={t.filters.to} value={filter.to ?? ''} />
      <FilterSelect name={filterKeys.unit} label={t.filters.unit} value={filter.unit ?? ''} empty={t.any} options={choices.units} />
      <FilterSelect
        name={filterKeys.caseType}
        label={t.filters.caseType}
        value={filter.caseType ?? ''}
        empty={t.any}
        options={choices.caseTypes}
      />
      <Select
        name={filterKeys.category}
        label={labels.category}
        value={filter.category ?? ''}
        empty={t.any}
        options={answerOptions('category', locale)}
      />
    </Filter>
  )
}

function OneTable({ table, plain, ...props }: StatisticsProps & { readonly table: Table; readonly plain: boolean }) {
  const { filter, counted, locale } = props
  const t = statisticsTexts(locale)
  const overTime = table.id === 'months' || table.id === 'years'
  const units = table.id === 'units'
  const first = units ? t.columns.unit : table.id === 'months' ? t.columns.month : table.id === 'years' ? t.columns.year : t.columns.answer
  const rows = table.lines.map(({ key, label, depth, count, sum, narrowed }): FigureRow => {
    const number = { text: showWhole(count, locale), href: count > 0 ? listOf(props, narrowed) : undefined }
    const more = sum ? [{ text: sum.hours === null ? '–' : showTenths(sum.hours, locale) }, { text: affectedShort(sum, locale) }] : []
    const href = units && key !== filter.unit ? countedAddress({ ...filter, ...narrowed }) : undefined
    return { key, label, depth, href, figures: [number, ...more] }
  })
  const levels = [...counted.by.level.values()].reduce((sum, one) => sum + one, 0)
  const lead = units
    ? t.leads.units
    : table.many
      ? t.leads.many
      : table.id === 'level' && levels < counted.total
        ? t.leads.level
        : undefined
  return (
    <Figures
      id={table.id}
      title={t.tables[table.id]}
      lead={lead}
      columns={[first, t.columns.count, ...(units ? [t.columns.hours, t.columns.affected] : [])]}
      rows={rows}
      plain={plain}
      chart={{ kind: overTime ? 'over' : 'among', figures: chartedOf(table, locale) }}
      locale={locale}
    />
  )
}

const affectedShort = ({ least, most, unknown, count }: Sum, locale: Locale): string =>
  unknown === count ? '–' : least === most ? showWhole(least, locale) : `${showWhole(least, locale)}–${showWhole(most, locale)}`

/** One level of lines: the first where there is something to compare. */
function chartedOf({ id, lines }: Table, locale: Locale) {
  const oneYear = new Set(lines.map(({ key }) => key.slice(0, 4))).size === 1
  const called = ({ key, label }: Line) =>
    id !== 'months' ? label : `${formatMonth(key, locale, true)}${oneYear ? '' : ` ${key.slice(2, 4)}`}`
  const level = [0, 1, 2].map((depth) => lines.filter((line) => line.depth === depth)).find((some) => some.length > 1) ?? []
  const among = id === 'units' ? level : lines.filter(({ depth }) => depth === 0)
  return among.map((line) => ({ label: called(line), value: line.count }))
}

function Files({ filter, locale }: Pick<StatisticsProps, 'filter' | 'locale'>) {
  const t = statisticsTexts(locale).files
  const links = (['xlsx', 'csv'] as const).flatMap((form) =>
    ([false, true] as const).map((forOthers) => ({
      href: countedAddress(filter, `/avvik/statistikk/${form}${forOthers ? '/deling' : ''}`),
      label: `${form.toUpperCase()} · ${forOthers ? t.shared : t.exact}`,
    })),
  )
  return (
    <Section title={t.title} id="filer" locale={locale}>
      <p className="v-soft">{t.lead}</p>
      <ul className="v-export">
        {links.map(({ href, label }) => (
          <li key={href}>
            <a className="ds-link" href={href} download>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </Section>
  )
}
