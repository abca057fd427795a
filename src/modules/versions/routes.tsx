import { parseDate } from '../../kernel/calendar/calendar.ts'
import { type Asked, type GetAnswer, get, nothing, page, pageWithErrors, type Route } from '../../kernel/http.ts'
import { isId, type RecordKey } from '../../kernel/ids.ts'
import { namesIn, type OffersByName } from '../../kernel/reference.ts'
import { door } from '../../kernel/road.ts'
import type { Versioned, VersionedOf } from '../../kernel/version.ts'
import { personsById } from '../people/public.ts'
import { ComparePage } from './pages/compare.tsx'
import { HistoryPage, StoodPage } from './pages/history.tsx'
import { findVersion, namedVersions, standingOn, versionsOf } from './queries.ts'
import { answersOf, firstCompared } from './rules.ts'
import { texts } from './texts.ts'
import type { Version } from './version.ts'

type Held = { readonly place: RecordKey; readonly of: Versioned }

export function routesOf(versionedOf: (type: string) => VersionedOf | undefined): readonly Route[] {
  const forReaders = door(async ({ ctx, params, locale }: Asked) => {
    const place = { type: params.type ?? '', id: params.id ?? '' }
    const of = isId(place.id) ? await versionedOf(place.type)?.(ctx, place.id, locale) : undefined
    return of ? { place, of } : nothing
  })
  return [get('/historikk/:type/:id', 'signedIn', forReaders(history))]
}

/** How many edits a page shows. */
const most = 30

async function history(asked: Asked, { place, of }: Held): Promise<GetAnswer> {
  const { ctx, locale, query } = asked
  const t = texts(locale)
  const crumbs = [{ href: of.page, label: of.name }]
  if (query.has('fra') || query.has('til')) return compared(asked, { place, of })
  const written = (query.get('dato') ?? '').trim()
  const read = written === '' ? null : parseDate(written)
  const version = numberIn(query.get('versjon'))
  if (read?.ok || (written === '' && version !== null)) {
    const stood = read?.ok ? await standingOn(ctx, place, read.date) : await findVersion(ctx, place, version ?? 0)
    if (!stood && !read?.ok) return nothing
    const drawn = <StoodPage {...(await around(asked, of, stood ? [stood] : []))} version={stood} date={read?.ok ? read.date : null} />
    return page(t.title, drawn, [...crumbs, { href: asked.path, label: t.title }])
  }
  const found = await versionsOf(ctx, place, most + 1, numberIn(query.get('eldre')))
  const shared = await around(asked, of, found)
  const wrong = read ? { written, error: t.badDate } : undefined
  const body = <HistoryPage {...shared} versions={found} hasOlder={found.length > most} asked={wrong} />
  return wrong ? pageWithErrors(422, t.title, body, crumbs) : page(t.title, body, crumbs)
}

/** Any two versions beside each other, the older first whichever was chosen as which. */
async function compared(asked: Asked, { place, of }: Held): Promise<GetAnswer> {
  const { ctx, locale, query, path } = asked
  const t = texts(locale)
  const all = await namedVersions(ctx, place)
  const begins = firstCompared(all)
  const chosen = [numberIn(query.get('fra')) ?? begins?.from ?? 0, numberIn(query.get('til')) ?? begins?.to ?? 0]
  const [from = 0, to = 0] = chosen.sort((a, b) => a - b)
  const [before, after] = await Promise.all([findVersion(ctx, place, from), findVersion(ctx, place, to)])
  const shown = [before, after].flatMap((one) => one ?? [])
  const [shared, people] = [await around(asked, of, shown), await personsById(ctx, [...new Set(all.flatMap(({ byId }) => byId ?? []))])]
  const names = new Map([...people].map(([id, { name }]) => [id, name]))
  return page(t.compare.title, <ComparePage {...shared} names={names} all={all} from={from} to={to} before={before} after={after} />, [
    { href: of.page, label: of.name },
    { href: path, label: t.title },
  ])
}

const numberIn = (raw: string | null): number | null => (raw !== null && /^\d{1,9}$/.test(raw) ? Number(raw) : null)

/** What the page calls those who saved, and the records that were pointed at: each kind once for each part. */
async function around({ ctx, path, locale }: Asked, of: Versioned, versions: readonly Version[]) {
  const ids = versions.flatMap(({ byId }) => (byId === null ? [] : [byId]))
  const people = await personsById(ctx, [...new Set(ids)])
  const offers: Record<string, OffersByName> = {}
  for (const key of new Set(versions.flatMap(({ content }) => Object.keys(content)))) {
    const part = of.part(key)
    if (!part) continue
    const said = versions.map(({ content }) => answersOf(part.fields, content[key]))
    offers[key] = await namesIn<Record<string, never>>(ctx, part.references as never, ...(said as never[]))
  }
  return { of, here: path, offers, names: new Map([...people].map(([id, { name }]) => [id, name])), locale }
}
