import { formatShort } from '../../../../kernel/calendar/words.ts'
import type { Locale } from '../../../../kernel/texts.ts'
import { LinkButton } from '../../../../ui/button.tsx'
import { Deadline } from '../../../../ui/deadline.tsx'
import { Empty } from '../../../../ui/empty.tsx'
import { StatusTag } from '../../../../ui/status-tag.tsx'
import { Tag } from '../../../../ui/tag.tsx'
import { metWords, statusTone } from '../../deed/pages/words.tsx'
import { reference } from '../../deviation.ts'
import { firstWords } from '../../first-words.ts'
import { importTexts } from '../../import/texts.ts'
import { texts as reportTexts } from '../../report/texts.ts'
import { texts } from '../../texts.ts'
import { dueOf } from '../due.ts'
import type { ListRow } from '../queries-list.ts'
import { overviewTexts } from '../texts.ts'

// Drawn with as little as will do: these cells are most of the page.

type Props = { readonly row: ListRow; readonly locale: Locale }

/** What it is about is what one looks for; the number tells two alike apart, by the eye and in a list of links. */
export const CaseCell = ({ row, locale }: Props) => (
  <>
    <a className="ds-link" href={`/avvik/${row.id}`}>
      {titleOfRow(row, locale)}
      <small>{reference(row)}</small>
    </a>
    {row.words && <p className="v-first-words">{firstWords(row.words, mostWords).words}</p>}
    {row.urgent && <Tag tone="danger">{overviewTexts(locale).list.urgent}</Tag>}
  </>
)

export const StatusCell = ({ row, locale }: Props) => (
  <>
    <StatusTag tone={statusTone[row.status]} done={row.status === 'closed'}>
      {texts(locale).statuses[row.status]}
    </StatusTag>
    {row.imported && <span className="v-soft v-line">{importTexts(locale).history.mark}</span>}
  </>
)

/** The same in a file. */
export const statusOf = ({ status, imported }: Pick<ListRow, 'status' | 'imported'>, locale: Locale): string =>
  [texts(locale).statuses[status], ...(imported ? [importTexts(locale).history.mark] : [])].join('; ')

export const HolderCell = ({ row, locale }: Props) =>
  row.holder ?? <span className="v-unanswered">{overviewTexts(locale).list.nobody}</span>

/** Enough to tell three letters sent astray from one another. */
const mostWords = 90

/** Its short name, else its first kind; whoever is only asked is told no more than that. */
export const titleOfRow = (row: ListRow, locale: Locale): string =>
  row.reads
    ? (row.shortName ?? firstKind(row, reportTexts(locale).fields.categories.choices, texts(locale).untitled))
    : overviewTexts(locale).page.asked.title

const firstKind = ({ categories }: ListRow, kinds: Readonly<Record<string, string>>, none: string): string => {
  const [first, ...others] = categories
  if (!first) return none
  const words = kinds[first] ?? first
  return others.length > 0 ? `${words} (+${others.length})` : words
}

/** Done late and not done yet are two things; what need not be told has no deadline at all. */
export const DueCell = ({ row, locale, now }: Props & { readonly now: Date }) => {
  const t = overviewTexts(locale).list
  const clock = dueOf(row)
  if (clock?.other) return <Deadline due={clock.due} now={now} locale={locale} of={t.otherRules} compact />
  if (!row.notifyBy) return <span className="v-unanswered">{t.noClock}</span>
  if (clock) return <Deadline due={clock.due} now={now} locale={locale} assumed={row.assumed} compact />
  if (row.authorityNotifiedAt)
    return <Deadline due={row.notifyBy} now={now} met={row.authorityNotifiedAt} metWords={metWords(row, locale)} locale={locale} compact />
  return (
    <span className="v-unanswered" title={formatShort(row.notifyBy, locale)}>
      {t.decidedNot}
    </span>
  )
}

export const TracksCell = ({ row, locale }: Props) => {
  const said = tracksOf(row, locale)
  return said.length === 1 ? <span className="v-unanswered">{said[0]}</span> : said.map((one) => <small key={one}>{one}</small>)
}

/** Who is told: in one word where nothing is decided. */
export function tracksOf({ authorityTrack, subjectsTrack }: ListRow, locale: Locale): readonly string[] {
  const words = texts(locale)
  const { authority, subjects } = overviewTexts(locale).list
  if (authorityTrack === 'undecided' && subjectsTrack === 'undecided') return [words.authorityTrack.undecided]
  return [
    `${authority}: ${words.authorityTrack[authorityTrack].toLowerCase()}`,
    `${subjects}: ${words.subjectsTrack[subjectsTrack].toLowerCase()}`,
  ]
}

/** Why nothing is shown, and the way on from there. `used`: the names of the filters. */
export const Nothing = ({ used, locale }: { readonly used: readonly string[]; readonly locale: Locale }) => {
  const t = overviewTexts(locale).list.empty
  const onlyMine = used.join() === 'waits'
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
