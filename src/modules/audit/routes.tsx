import { type Actor, hasRole, roles } from '../../kernel/actor.ts'
import { record } from '../../kernel/audit.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { type Asked, download, get, one, page, post, type Route, redirect } from '../../kernel/http.ts'
import { isId } from '../../kernel/ids.ts'
import { searchedIn, searchFor } from '../../kernel/searched.ts'
import type { Locale } from '../../kernel/texts.ts'
import { profileOf } from '../organisation/public.ts'
import { personsById, personsCalled, titleOf } from '../people/public.ts'
import type { AuditEvent, LogFilter, LogKinds, LogQuery, Subjects, TimelineEntry } from './audit.ts'
import { LogPage, type LogRow } from './pages/log.tsx'
import { searchLog } from './queries.ts'
import { addressOf, csvOf, dayOf, filterKeys, noFilter, periodOf, readFilter, readPlace, usedFilters } from './rules.ts'
import { texts } from './texts.ts'

/** Who may read the whole log: whoever controls, and whoever looks after the installation. It holds no case's content. */
export const mayRead = (actor: Actor): boolean => hasRole(actor, 'auditor', 'admin')

const pageSize = 50
/** More than this is an extract for an archivist, made on the server. */
const mostExported = 10_000

export const auditRoutes = (subjects: Subjects<Ctx>, kinds: LogKinds): readonly Route[] => [
  get('/logg', mayRead, async (asked) => {
    const { ctx, locale } = asked
    const { search, lost } = searchedIn(asked)
    const filter = readFilter(asked.query, isKind(kinds), search)
    const after = readPlace(asked.query.get('etter'))
    const found = await searchLog(ctx, await queryOf(ctx, filter, subjects, kinds), pageSize + 1, after)
    const shown = found.slice(0, pageSize)
    const more = found.length > pageSize
    await recordReading(ctx, { type: 'audit.searched', filters: usedFilters(filter), hits: shown.length, more })
    const last = shown.at(-1)
    const words = texts(locale)
    return page(
      words.title,
      <LogPage
        rows={await rowsOf(asked, shown, subjects)}
        filter={filter}
        kinds={kinds.groups(locale)}
        personNames={await namesIn(ctx, filter)}
        filtered={usedFilters(filter).length > 0}
        wordsLost={lost}
        nextHref={more && last ? addressOf('/logg', filter, last) : undefined}
        firstHref={after ? addressOf('/logg', filter) : undefined}
        csvHref={addressOf('/logg.csv', filter)}
        locale={locale}
      />,
    )
  }),

  post('/logg/sok', mayRead, async ({ ctx, form }) => {
    const text = (name: keyof typeof filterKeys) => one(form, filterKeys[name]).slice(0, 200) || null
    const name = one(form, 'navn')
    // The same name as the page showed means the same people, also those who have left.
    const same = name === one(form, 'navnVist') ? one(form, filterKeys.persons).split('.').filter(isId) : []
    const persons = name === '' ? null : same.length > 0 ? same : await personsCalled(ctx, name, mostPersons)
    const written = text('subject')
    const known = written === null || isId(written) || (await subjects.idsOf(ctx, written)).length > 0
    const subject = known ? written : searchFor(ctx, written)
    return redirect(addressOf('/logg', { from: dayOf(text('from')), to: dayOf(text('to')), kind: text('kind'), subject, persons }))
  }),

  get('/logg.csv', mayRead, async (asked) => {
    const { ctx, locale } = asked
    const filter = readFilter(asked.query, isKind(kinds), searchedIn(asked).search)
    const found = await searchLog(ctx, await queryOf(ctx, filter, subjects, kinds), mostExported + 1, null)
    const rows = found.slice(0, mostExported)
    await recordReading(ctx, { type: 'audit.exported', filters: usedFilters(filter), rows: rows.length, more: found.length > mostExported })
    const names = await namesOf(ctx, rows, locale)
    const { csv } = texts(locale)
    const worded = await wordsFor(ctx, rows, locale)
    const lines = rows.map((entry) => [
      entry.at.toISOString(),
      names(entry),
      entry.actorKind,
      ctx.house.sentence(worded(entry), locale),
      entry.type,
      entry.subjectType,
      entry.subjectId ?? '',
      JSON.stringify(entry.data),
    ])
    return download(csvOf([csv.columns, ...lines]), 'text/csv; charset=utf-8', csv.fileName)
  }),
]

const recordReading = (ctx: Ctx, event: AuditEvent) => record(ctx, { type: 'audit', id: null }, [event])

const isKind = (kinds: LogKinds) => (text: string) => kinds.typesOf(text).length > 0

async function queryOf(ctx: Ctx, filter: LogFilter, subjects: Subjects<Ctx>, kinds: LogKinds): Promise<LogQuery> {
  const { kind, subject, persons } = filter
  return {
    ...periodOf(filter),
    types: kind === null ? null : kinds.typesOf(kind),
    subjectIds: subject === null ? null : typeof subject !== 'string' ? [] : isId(subject) ? [subject] : await subjects.idsOf(ctx, subject),
    actorIds: persons,
  }
}

/** As many ids as an address has room for. */
const mostPersons = 20

const namesIn = async (ctx: Ctx, { persons: ids }: LogFilter): Promise<string> =>
  ids === null ? '' : [...(await personsById(ctx, ids)).values()].map((person) => person.name).join(', ')

async function namesOf(ctx: Ctx, entries: readonly TimelineEntry[], locale: Locale): Promise<(entry: TimelineEntry) => string> {
  const { actors } = texts(locale)
  const known = await personsById(ctx, [...new Set(entries.flatMap((entry) => entry.actorId ?? []))])
  return ({ actorId, actorKind }) => (actorKind === 'person' ? ((actorId && known.get(actorId)?.name) ?? actors.gone) : actors[actorKind])
}

/** Adds what an event of a person's role is told by: the organisation's title of the role, and whose it is. */
async function wordsFor(ctx: Ctx, entries: readonly TimelineEntry[], locale: Locale): Promise<(entry: TimelineEntry) => TimelineEntry> {
  const ofRoles = entries.filter(({ subjectType, data }) => subjectType === 'person' && 'role' in data)
  if (ofRoles.length === 0) return (entry) => entry
  const profile = await profileOf(ctx)
  const known = await personsById(ctx, [...new Set(ofRoles.flatMap(({ subjectId }) => subjectId ?? []))])
  return (entry) => {
    const role = roles.find((one) => one === entry.data.role)
    if (entry.subjectType !== 'person' || !role) return entry
    const whom = entry.subjectId ? known.get(entry.subjectId)?.name : undefined
    return { ...entry, data: { ...entry.data, title: titleOf(profile, role, locale), whom } }
  }
}

async function rowsOf({ ctx, locale }: Asked, entries: readonly TimelineEntry[], subjects: Subjects<Ctx>): Promise<readonly LogRow[]> {
  const names = await namesOf(ctx, entries, locale)
  const numbers = await subjects.numbersOf(ctx, [...new Set(entries.flatMap((entry) => entry.subjectId ?? []))])
  const worded = await wordsFor(ctx, entries, locale)
  const numberOf = ({ subjectId }: TimelineEntry) => numbers.get(subjectId ?? '')
  const kindOf = ({ subjectType }: TimelineEntry) => texts(locale).subjects[subjectType] ?? subjectType
  return entries.map((entry) => ({
    id: entry.id,
    at: entry.at,
    who: names(entry),
    personHref: entry.actorId && addressOf('/logg', { ...noFilter, persons: [entry.actorId] }),
    what: ctx.house.sentence(worded(entry), locale),
    subject: [kindOf(entry), numberOf(entry)].filter(Boolean).join(' '),
    subjectHref: entry.subjectId && addressOf('/logg', { ...noFilter, subject: numberOf(entry) ?? entry.subjectId }),
  }))
}
