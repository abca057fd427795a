import { sql } from 'kysely'
import { answersForUnit } from '../../../kernel/actor.ts'
import { yearIn } from '../../../kernel/calendar/calendar.ts'
import { formatShort } from '../../../kernel/calendar/words.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { type Filter, type List, usedFilters, type View } from '../../../register/view.ts'
import { personFilter, unitChoices } from '../../people/public.ts'
import { reference } from '../deviation.ts'
import { profileOf } from '../queries-profile.ts'
import { texts as reportTexts } from '../report/texts.ts'
import { texts } from '../texts.ts'
import { whenShort } from '../when.ts'
import { dueOf } from './due.ts'
import { answerOptions } from './facet-words.ts'
import { type Facet, facetNames, shapeOf } from './facets.ts'
import { CaseCell, DueCell, HolderCell, Nothing, StatusCell, statusOf, TracksCell, tracksOf } from './pages/list.tsx'
import { casesOfUnits, type ListRow, listedCases } from './queries-list.ts'
import { overviewTexts } from './texts.ts'
import { byDeadline, filterKeys, type ListFilter, listStatuses, readListFilter, statusWord } from './worklist.ts'

type Name = Exclude<keyof ListFilter, 'search'>
type Choice = Extract<Filter, { readonly kind: 'choice' }>

const t = (locale: Locale) => overviewTexts(locale).list
/** The filter of a view, for the questions that are asked of cases. */
const asked = ({ filters, search }: Pick<View, 'filters' | 'search'>): ListFilter =>
  readListFilter(new URLSearchParams(Object.entries(filters).map(([name, value]) => [filterKeys[name as Name], value])), search)
/** Nothing is asked: known without reading the filter, for it is asked of each address on the page. */
const isBare = ({ filters, search }: Pick<View, 'filters' | 'search'>): boolean => search === null && Object.keys(filters).length === 0
const isRead = (name: Name) => (value: string) => Boolean(readListFilter(new URLSearchParams({ [filterKeys[name]]: value }))[name])

/** What is chosen among a few answers, behind "more filters": the list begins with what is due. */
const choice = (name: Name, label: Filter['label'], options: Choice['options'], more: Pick<Choice, 'any' | 'asked'> = {}): Choice => ({
  ...{ kind: 'choice', key: filterKeys[name], label, is: isRead(name), options, rare: true },
  ...more,
})
const labelled = (name: keyof ReturnType<typeof t>['filters']) => (locale: Locale) => t(locale).filters[name]
const day = (name: 'from' | 'to'): Filter => ({ kind: 'day', key: filterKeys[name], label: labelled(name), rare: true })
const mark = (name: 'overdue' | 'urgent'): Filter => ({
  kind: 'mark',
  key: filterKeys[name],
  label: (l) => t(l).views[name],
  is: isRead(name),
})

/** What one category asks for is asked where that category is chosen. */
const facet = (name: Facet): Choice => {
  const { below } = shapeOf(name)
  const more = below ? { asked: ({ filters }: View) => filters.category === below || name in filters } : {}
  return choice(
    name,
    (locale) => overviewTexts(locale).facets.labels[name],
    ({ locale }) => answerOptions(name, locale),
    more,
  )
}

/** The cases that whoever asks may see: what is nearest its deadline stands first. */
export const list: List<ListRow> = {
  at: '/avvik',
  subject: 'deviation',
  logged: { when: 'narrowed', type: 'deviation.listed' },
  exported: { type: 'deviation.exported' },
  rows: (ctx, view) => listedCases(ctx, asked(view)),
  whole: (ctx, view) => {
    const filter = asked(view)
    const more = usedFilters(view).some((name) => name !== 'unit' && name !== 'overdue')
    return filter.unit !== null && !more && answersForUnit(ctx.actor, filter.unit) ? casesOfUnits(ctx, filter) : null
  },
  // A file holds no word that somebody wrote of what happened (S3-11).
  columns: {
    case: {
      label: (locale) => t(locale).columns.reference,
      cell: (row, { locale }) => <CaseCell row={row} locale={locale} />,
      plain: (row) => reference(row),
    },
    unit: { label: (locale) => t(locale).columns.unit, cell: ({ unit }) => unit },
    status: {
      label: (locale) => t(locale).columns.status,
      cell: (row, { locale }) => <StatusCell row={row} locale={locale} />,
      plain: (row, { locale }) => statusOf(row, locale),
    },
    deadline: {
      label: (locale) => t(locale).columns.deadline,
      cell: (row, { locale, now }) => <DueCell row={row} locale={locale} now={now} />,
      plain: (row, { locale }) => {
        const due = dueOf(row)?.due ?? row.notifyBy
        return due && formatShort(due, locale)
      },
    },
    tracks: {
      label: (locale) => t(locale).columns.tracks,
      cell: (row, { locale }) => <TracksCell row={row} locale={locale} />,
      plain: (row, { locale }) => tracksOf(row, locale).join('; '),
    },
    holder: {
      label: (locale) => t(locale).columns.holder,
      cell: (row, { locale }) => <HolderCell row={row} locale={locale} />,
      plain: ({ holder }) => holder,
    },
    categories: {
      label: (locale) => overviewTexts(locale).facets.labels.category,
      cell: ({ categories }, { locale }) => categories.map((one) => reportTexts(locale).fields.categories.choices[one]).join(', '),
    },
    received: {
      label: (locale) => t(locale).columns.received,
      cell: (row, { locale }) => row.receivedAt && whenShort(row, row.receivedAt, locale),
      figures: true,
    },
  },
  begins: ['unit', 'status', 'deadline', 'tracks', 'holder'],
  filters: {
    status: choice('status', labelled('status'), ({ locale }) =>
      listStatuses.filter((one) => one !== 'all').map((one) => ({ value: statusWord(one), label: t(locale).statuses[one] })),
    ),
    waits: choice(
      'waits',
      labelled('waits'),
      ({ locale }) => [
        { value: 'meg', label: t(locale).waits.me },
        { value: 'ingen', label: t(locale).waits.nobody },
      ],
      { any: (locale) => t(locale).waits.everyone },
    ),
    holder: personFilter('behandler', (locale) => t(locale).columns.holder, sql`d.taken_by`, { rare: true }),
    unit: choice('unit', labelled('unit'), ({ ctx }) => unitChoices(ctx)),
    caseType: choice('caseType', labelled('caseType'), async ({ ctx, locale }) =>
      (await profileOf(ctx)).deviation.caseTypes.map((type) => ({ value: type, label: texts(locale).caseTypes[type] })),
    ),
    year: choice('year', labelled('year'), ({ ctx }) =>
      [0, 1, 2, 3, 4, 5].map((back) => String(yearIn(ctx.now) - back)).map((year) => ({ value: year, label: year })),
    ),
    from: day('from'),
    to: day('to'),
    ...Object.fromEntries(facetNames.map((name) => [name, facet(name)])),
    overdue: mark('overdue'),
    urgent: mark('urgent'),
  },
  sorts: { deadline: ['deadline_order'], case: ['year', 'number'] },
  opensBy: (view) => (isBare(view) || byDeadline(asked(view)) ? { sort: 'deadline', falling: false } : { sort: 'case', falling: true }),
  search: { label: (locale) => t(locale).search },
  views: [
    { label: (locale) => t(locale).views.deadline, filters: {} },
    { label: (locale) => t(locale).views.mine, filters: { waits: 'meg' } },
    { label: (locale) => t(locale).views.overdue, filters: { overdue: 'over' } },
    { label: (locale) => t(locale).views.urgent, filters: { urgent: 'ja' } },
    { label: (locale) => t(locale).views.closed, filters: { status: statusWord('closed') } },
  ],
  texts: (locale) => ({ title: t(locale).title, none: t(locale).empty.title, noneText: t(locale).empty.text }),
  empty: ({ locale }, view) => <Nothing used={usedFilters(view)} locale={locale} />,
}
