import { addDays, localDate } from '../../kernel/calendar/calendar.ts'
import { type Asked, download, type GetAnswer, get, nothing, page, pageWithErrors, post, type Route, redirect } from '../../kernel/http.ts'
import { feedKey, makeFeed, readFeed, revokeFeed } from './commands.ts'
import { icalOf } from './ical.ts'
import { FeedPage } from './pages/feed.tsx'
import { MonthPage } from './pages/month.tsx'
import { entriesOf, feedOf, monthEntries, mostShown } from './queries.ts'
import { monthOf, scopesOf, weeksOf } from './rules.ts'
import { texts } from './texts.ts'

const at = '/kalender'

export const routes: readonly Route[] = [
  get(at, 'signedIn', monthPage),
  get(`${at}/abonnement`, 'signedIn', feedPage),
  post(`${at}/abonnement`, 'signedIn', async ({ ctx, locale }) => {
    await makeFeed(ctx)
    return redirect(`${at}/abonnement`, texts(locale).feed.said.made)
  }),
  post(`${at}/abonnement/sletting`, 'signedIn', async ({ ctx, locale }) => {
    await revokeFeed(ctx)
    return redirect(`${at}/abonnement`, texts(locale).feed.said.revoked)
  }),
  // For a calendar program, which signs in nowhere: the address itself is the key.
  get(`${at}/ical/:nokkel`, 'open', feed),
]

async function monthPage({ ctx, query, locale }: Asked): Promise<GetAnswer> {
  const scopes = scopesOf(ctx.actor)
  const shown = {
    month: monthOf(query.get('maned'), ctx.now),
    scope: scopes.find((scope) => scope === query.get('hvem')) ?? 'meg',
    list: query.get('vis') === 'liste',
  }
  const weeks = weeksOf(shown.month)
  const entries = await monthEntries(ctx, shown.scope, weeks, locale)
  return page(texts(locale).title, <MonthPage {...{ shown, scopes, weeks, entries, most: mostShown, now: ctx.now, locale }} />)
}

async function feedPage({ ctx, locale }: Asked): Promise<GetAnswer> {
  const made = await feedOf(ctx)
  const address = made ? `${ctx.house.baseUrl}${at}/ical/${feedKey(ctx, ctx.actor.organisationId, made.id)}.ics` : ''
  const t = texts(locale)
  return page(t.feed.title, <FeedPage feed={made} address={address} locale={locale} />, [{ href: at, label: t.title }])
}

/** A month back and a year ahead, of whoever the address is of. */
async function feed({ ctx, params, locale }: Asked): Promise<GetAnswer> {
  const signed = await readFeed(ctx, (params.nokkel ?? '').replace(/\.ics$/, ''))
  if (!signed) return nothing
  if (signed === 'busy') return pageWithErrors(429, texts(locale).title, <p>{texts(locale).feed.busy}</p>)
  const today = localDate(ctx.now)
  const own = { ...ctx, actor: signed.actor }
  const entries = await entriesOf(own, 'meg', { from: addDays(today, -30), to: addDays(today, 366) }, signed.locale)
  const content = icalOf(entries, { name: texts(signed.locale).feed.name, now: ctx.now, link: ctx.house.baseUrl, locale: signed.locale })
  return download(content, 'text/calendar; charset=utf-8', 'varde.ics')
}
