import { formatShort } from '../../../kernel/calendar/words.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { Empty } from '../../../ui/empty.tsx'
import { type OptionGroup, Select, TextInput } from '../../../ui/field.tsx'
import { Filter, Pager } from '../../../ui/list-page.tsx'
import { PageHeading, TextLink } from '../../../ui/page.tsx'
import { DataTable } from '../../../ui/table.tsx'
import type { LogFilter } from '../audit.ts'
import { filterKeys } from '../rules.ts'
import { texts } from '../texts.ts'

export type LogRow = {
  readonly id: string
  readonly at: Date
  readonly who: string
  readonly personHref: string | null
  readonly what: string
  readonly subject: string
  readonly subjectHref: string | null
}
export type LogPageProps = {
  readonly rows: readonly LogRow[]
  readonly filter: LogFilter
  readonly kinds: readonly OptionGroup[]
  /** The names of those whose ids stand in the filter. */
  readonly personNames: string
  readonly filtered: boolean
  readonly wordsLost: boolean
  readonly nextHref: string | undefined
  readonly firstHref: string | undefined
  readonly csvHref: string
  readonly locale: Locale
}

export function LogPage(props: LogPageProps) {
  const { rows, firstHref, nextHref, csvHref, locale } = props
  const words = texts(locale)
  return (
    <div className="v-list">
      <PageHeading title={words.title} lead={words.lead} />
      <LogFilters {...props} />
      {rows.length === 0 ? <Empty title={words.none}>{words.noneText}</Empty> : <Lines rows={rows} locale={locale} />}
      <Pager links={{ first: firstHref, next: nextHref }} locale={locale} />
      {rows.length > 0 && (
        <p>
          <TextLink href={csvHref}>{words.exportCsv}</TextLink>
        </p>
      )}
    </div>
  )
}

/** Names become ids, and a number that no record has stands sealed: nothing that was written here stands in an address. */
function LogFilters({ filter, kinds, personNames, filtered, wordsLost, locale }: LogPageProps) {
  const { filter: words } = texts(locale)
  return (
    <Filter search={{ action: '/logg/sok', lost: wordsLost }} locale={locale} filtered={filtered ? { clearHref: '/logg' } : undefined}>
      <TextInput name={filterKeys.from} label={words.from} type="date" value={filter.from ?? ''} />
      <TextInput name={filterKeys.to} label={words.to} type="date" value={filter.to ?? ''} />
      <Select name={filterKeys.kind} label={words.kind} empty={words.anyKind} groups={kinds} value={filter.kind ?? ''} />
      <TextInput
        name={filterKeys.subject}
        label={words.subject}
        value={typeof filter.subject === 'string' ? filter.subject : (filter.subject?.words ?? '')}
      />
      <TextInput name="navn" label={words.person} value={personNames} autoComplete="off" />
      <input type="hidden" name="navnVist" value={personNames} />
      <input type="hidden" name={filterKeys.persons} value={filter.persons?.join('.') ?? ''} />
    </Filter>
  )
}

const Lines = ({ rows, locale }: Pick<LogPageProps, 'rows' | 'locale'>) => {
  const { title, columns, onlyThis } = texts(locale)
  return (
    <DataTable
      caption={title}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        { key: 'at', label: columns.at, figures: true, cell: (row) => formatShort(row.at, locale) },
        { key: 'what', label: columns.what, heading: true, cell: (row) => row.what },
        {
          key: 'who',
          label: columns.who,
          cell: (row) => (row.personHref ? <TextLink href={row.personHref}>{row.who}</TextLink> : row.who),
        },
        {
          key: 'subject',
          label: columns.subject,
          cell: (row) =>
            row.subjectHref ? (
              <TextLink href={row.subjectHref}>
                {row.subject}
                <span className="ds-sr-only">: {onlyThis}</span>
              </TextLink>
            ) : (
              row.subject
            ),
        },
      ]}
    />
  )
}
