import { formatShort } from '../../../kernel/calendar/words.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { LinkButton } from '../../../ui/button.tsx'
import { Deadline } from '../../../ui/deadline.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { type Option, Select, TextInput } from '../../../ui/field.tsx'
import { ListPage } from '../../../ui/list-page.tsx'
import { StatusTag } from '../../../ui/status-tag.tsx'
import type { Column } from '../../../ui/table.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { type CasefileTexts, casefileTexts } from '../casefile/texts.ts'
import {
  filterKeys,
  isNarrow,
  type ListFilter,
  listAddress,
  listStatuses,
  noFilter,
  statusWord,
  usedFilters,
} from '../casefile/worklist.ts'
import { reference } from '../deviation.ts'
import { firstWords } from '../first-words.ts'
import type { ListPart, ListRow } from '../queries-list.ts'
import { texts as reportTexts } from '../report/texts.ts'
import type { Texts } from '../texts.nb.ts'
import { texts } from '../texts.ts'
import { metWords, statusTone } from './words.tsx'

export type DeviationListProps = {
  readonly locale: Locale
  readonly now: Date
  readonly filter: ListFilter
  readonly part: ListPart
  /** No further than this is counted. */
  readonly countedTo: number
  /** The reader did not begin at the first page. */
  readonly further: boolean
  /** There were words in the address that this reader may not search by: see kernel/searched.ts. */
  readonly wordsLost: boolean
  /** Offered where the rarer filters are open; absent, they are not asked for. */
  readonly choices: { readonly units: readonly Option[]; readonly caseTypes: readonly Option[]; readonly years: readonly number[] } | null
}

/** The worklist: what is nearest its deadline stands first. */
export function DeviationList({ locale, now, filter, part, countedTo, further, wordsLost, choices }: DeviationListProps) {
  const t = casefileTexts(locale).list
  const used = usedFilters(filter)
  return (
    <ListPage
      title={t.title}
      locale={locale}
      count={part.count > countedTo ? t.more1000 : part.count}
      views={viewsOf(filter, t)}
      search={{ action: '/avvik/sok', lost: wordsLost }}
      filter={<Filters locale={locale} filter={filter} choices={choices} />}
      moreFilters={choices ? undefined : { href: moreHref(filter), label: t.more }}
      filtered={used.length > 0 ? { clearHref: '/avvik' } : undefined}
      columns={columnsOf(locale, now)}
      rows={part.rows}
      rowKey={(row) => row.id}
      empty={<Nothing filter={filter} locale={locale} />}
      pager={{ first: further ? listAddress(filter) : undefined, next: part.next ? listAddress(filter, part.next) : undefined }}
    />
  )
}

function viewsOf(filter: ListFilter, t: CasefileTexts['list']) {
  const views: readonly (readonly [string, ListFilter])[] = [
    [t.views.deadline, noFilter],
    [t.views.mine, { ...noFilter, waits: true }],
    [t.views.overdue, { ...noFilter, overdue: true }],
    [t.views.urgent, { ...noFilter, urgent: true }],
    [t.views.closed, { ...noFilter, status: 'closed' }],
  ]
  const here = listAddress(filter)
  return views.map(([label, view]) => {
    const href = listAddress(view)
    return { href, label, current: href === here }
  })
}

/** Drawn with as little as will do: these cells are most of the page. */
function columnsOf(locale: Locale, now: Date): readonly Column<ListRow>[] {
  const t = casefileTexts(locale).list
  const words = texts(locale)
  return [
    {
      key: 'case',
      label: t.columns.reference,
      heading: true,
      // What it is about is what one looks for; the number tells two alike apart, by the eye and in a list of links.
      cell: (row) => (
        <>
          <a className="ds-link" href={`/avvik/${row.id}`}>
            {titleOfRow(row, locale)}
            <small>{reference(row)}</small>
          </a>
          {row.words && <p className="v-first-words">{firstWords(row.words, mostWords).words}</p>}
          {row.urgent && <Tag tone="danger">{t.urgent}</Tag>}
        </>
      ),
    },
    { key: 'unit', label: t.columns.unit, cell: (row) => row.unit },
    {
      key: 'status',
      label: t.columns.status,
      cell: (row) => (
        <StatusTag tone={statusTone[row.status]} done={row.status === 'closed'}>
          {words.statuses[row.status]}
        </StatusTag>
      ),
    },
    { key: 'deadline', label: t.columns.deadline, cell: (row) => <Due row={row} now={now} locale={locale} words={t} /> },
    { key: 'tracks', label: t.columns.tracks, cell: (row) => <TrackWords row={row} words={words} t={t} /> },
    { key: 'holder', label: t.columns.holder, cell: (row) => row.holder ?? <span className="v-unanswered">{t.nobody}</span> },
  ]
}

/** Enough to tell three letters sent astray from one another. */
const mostWords = 90

/** Its short name, else its first kind; whoever is only asked is told no more than that. */
export const titleOfRow = (row: ListRow, locale: Locale): string =>
  row.reads
    ? (row.shortName ?? firstKind(row, reportTexts(locale).fields.categories.choices, casefileTexts(locale).list.unnamed))
    : casefileTexts(locale).page.asked.title

const firstKind = ({ categories }: ListRow, kinds: Readonly<Record<string, string>>, none: string): string => {
  const [first, ...others] = categories
  if (!first) return none
  const words = kinds[first] ?? first
  return others.length > 0 ? `${words} (+${others.length})` : words
}

/** Done late and not done yet are two things; what need not be told has no deadline at all. */
const Due = ({
  row,
  now,
  locale,
  words,
}: {
  readonly row: ListRow
  readonly now: Date
  readonly locale: Locale
  readonly words: CasefileTexts['list']
}) => {
  if (!row.notifyBy) return <span className="v-unanswered">{words.noClock}</span>
  if (row.running) return <Deadline due={row.notifyBy} now={now} locale={locale} assumed={row.assumed} compact />
  if (row.authorityNotifiedAt)
    return <Deadline due={row.notifyBy} now={now} met={row.authorityNotifiedAt} metWords={metWords(row, locale)} locale={locale} compact />
  return (
    <span className="v-unanswered" title={formatShort(row.notifyBy, locale)}>
      {words.decidedNot}
    </span>
  )
}

const TrackWords = ({ row, words, t }: { readonly row: ListRow; readonly words: Texts; readonly t: CasefileTexts['list'] }) =>
  row.authorityTrack === 'undecided' && row.subjectsTrack === 'undecided' ? (
    <span className="v-unanswered">{words.authorityTrack.undecided}</span>
  ) : (
    <>
      <small>
        {t.authority}: {words.authorityTrack[row.authorityTrack].toLowerCase()}
      </small>
      <small>
        {t.subjects}: {words.subjectsTrack[row.subjectsTrack].toLowerCase()}
      </small>
    </>
  )

function Filters({ locale, filter, choices }: Pick<DeviationListProps, 'locale' | 'filter' | 'choices'>) {
  const t = casefileTexts(locale).list
  const search = <TextInput type="search" name={filterKeys.search} label={t.search} value={filter.search?.words ?? ''} />
  if (!choices) {
    return (
      <>
        {search}
        <Kept filter={filter} />
      </>
    )
  }
  const kinds = reportTexts(locale).fields.categories.choices
  const optionsOf = (all: Readonly<Record<string, string>>): readonly Option[] =>
    Object.entries(all).map(([value, label]) => ({ value, label }))
  return (
    <>
      {search}
      <input type="hidden" name="filtre" value="flere" />
      <Select
        name={filterKeys.status}
        label={t.filters.status}
        value={filter.status ? statusWord(filter.status) : ''}
        empty={t.any}
        options={listStatuses.filter((one) => one !== 'all').map((one) => ({ value: statusWord(one), label: t.statuses[one] }))}
      />
      <Select
        name={filterKeys.waits}
        label={t.filters.waits}
        value={filter.waits ? 'meg' : ''}
        empty={t.waits.everyone}
        options={[{ value: 'meg', label: t.waits.me }]}
      />
      <Select name={filterKeys.unit} label={t.filters.unit} value={filter.unit ?? ''} empty={t.any} options={choices.units} />
      <Select
        name={filterKeys.category}
        label={t.filters.category}
        value={filter.category ?? ''}
        empty={t.any}
        options={optionsOf(kinds)}
      />
      <Select
        name={filterKeys.caseType}
        label={t.filters.caseType}
        value={filter.caseType ?? ''}
        empty={t.any}
        options={choices.caseTypes}
      />
      <Select
        name={filterKeys.year}
        label={t.filters.year}
        value={filter.year === null ? '' : String(filter.year)}
        empty={t.any}
        options={choices.years.map((year) => ({ value: String(year), label: String(year) }))}
      />
      {filter.overdue && <input type="hidden" name={filterKeys.overdue} value="over" />}
      {filter.urgent && <input type="hidden" name={filterKeys.urgent} value="ja" />}
    </>
  )
}

export const moreHref = (filter: ListFilter): string => {
  const here = listAddress(filter)
  return `${here}${here.includes('?') ? '&' : '?'}filtre=flere`
}

/** A search inside a view stays inside it. */
const Kept = ({ filter }: { readonly filter: ListFilter }) => (
  <>
    {filter.status && <input type="hidden" name={filterKeys.status} value={statusWord(filter.status)} />}
    {filter.waits && <input type="hidden" name={filterKeys.waits} value="meg" />}
    {filter.overdue && <input type="hidden" name={filterKeys.overdue} value="over" />}
    {filter.urgent && <input type="hidden" name={filterKeys.urgent} value="ja" />}
  </>
)

const Nothing = ({ filter, locale }: { readonly filter: ListFilter; readonly locale: Locale }) => {
  const t = casefileTexts(locale).list.empty
  const used = usedFilters(filter)
  const onlyMine = used.length === 1 && filter.waits
  const [title, text] = onlyMine ? [t.mine, t.mineText] : used.length > 0 ? [t.filtered, t.filteredText] : [t.title, t.text]
  const action =
    used.length > 0 ? (
      <LinkButton href="/avvik" variant="secondary">
        {t.clear}
      </LinkButton>
    ) : (
      <LinkButton href="/avvik/ny" icon="plus">
        {t.report}
      </LinkButton>
    )
  return (
    <Empty title={title} action={action}>
      {text}
    </Empty>
  )
}

/** Whether the rarer filters stand open: asked for, or in use. */
export const narrowOpen = (filter: ListFilter, asked: string | null): boolean => asked === 'flere' || isNarrow(filter)
