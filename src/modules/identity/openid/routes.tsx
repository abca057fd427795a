import {
  type Asked,
  askFirst,
  fromMachines,
  get,
  json,
  leave,
  nothing,
  one,
  page,
  type Route,
  redirect,
  type SetCookie,
} from '../../../kernel/http.ts'
import { placeInside } from '../../../kernel/place.ts'
import { fill } from '../../../ui/texts.ts'
import { cookieSeconds } from '../commands.ts'
import { deadLink } from '../pages/dead-link.tsx'
import { sessionCookie, underWayCookie, usualPlaceCookie } from '../rules.ts'
import { texts } from '../texts.ts'
import { comeBack, endElsewhere, endSessions, keepUnderWay, recordRefused, takeUnderWay } from './commands.ts'
import { FaultOfSignIn } from './pages/fault.tsx'
import { LinkPage } from './pages/link.tsx'
import { SignInPage } from './pages/sign-in.tsx'
import type { ComeBackFault, Provider } from './provider.ts'
import { clientOf, invitedBy, placeOfProvider, signInPlace } from './queries.ts'
import { openIdTexts } from './texts.ts'

const year = 365 * 24 * 3600
const notUnderWay: SetCookie = { name: underWayCookie, value: '', maxAge: 0 }

type Place = NonNullable<Awaited<ReturnType<typeof signInPlace>>>
type Entrance = { readonly place: Place; readonly provider: Provider }

/** The way in by one provider of one organisation; for one that is not there the answer is as for an organisation that is not. */
async function entranceOf({ ctx, params }: Asked): Promise<Entrance | undefined> {
  const place = await signInPlace(ctx, params.virksomhet ?? '')
  const provider = place?.providers.find(({ id }) => id === params.inngang)
  return place && provider && { place, provider }
}

const at = '/logg-inn/:virksomhet/:inngang'

/** Sign-in with OpenID Connect. The provider is asked between two transactions, and never within one. */
export const openIdRoutes: readonly Route[] = [
  get('/logg-inn/:virksomhet', 'open', async (asked) => {
    const { ctx, params, query, locale } = asked
    const place = await signInPlace(ctx, params.virksomhet ?? '')
    if (!place) return nothing
    const left = place.providers.find(({ id }) => id === query.get('ut'))
    const props = { to: placeInside(query.get('til') ?? '/'), demo: false, place, left }
    return page(texts(locale).signIn.title, <SignInPage {...props} locale={locale} />)
  }),

  // By a link, and not by a form: where a form may lead is bound by our own policy (CSP form-action), and what it starts changes nothing here.
  get(at, 'open', async (asked) => {
    const { ctx, query, locale } = asked
    const entrance = await entranceOf(asked)
    if (!entrance) return nothing
    const { place, provider } = entrance
    const client = await clientOf(place.ctx, provider, place.slug)
    const link = query.get('kobling')
    if (link !== null && !(await invitedBy(place.ctx, link))) return deadLink('link', locale)
    return askFirst(
      () => ctx.house.openid.begin(client, locale),
      async (next, said) => {
        if (!said.ok) {
          const now = await entranceOf(next)
          return now ? faultPage(next, now, said.why) : nothing
        }
        const value = keepUnderWay(place.ctx, provider, said.begun, placeInside(query.get('til') ?? '/'), link)
        return leave(said.to, [{ name: underWayCookie, value, maxAge: null }])
      },
    )
  }),

  get(`${at}/svar`, 'open', async (asked) => {
    const { ctx, query, token } = asked
    const entrance = await entranceOf(asked)
    if (!entrance) return nothing
    const { place, provider } = entrance
    const underWay = await takeUnderWay(place.ctx, provider, asked.underWay, query.get('state'))
    if (!underWay) return faultPage(asked, entrance, 'again')
    const client = await clientOf(place.ctx, provider, place.slug)
    const answer = new URL(`${client.answersTo}?${query}`)
    return askFirst(
      () => ctx.house.openid.finish(client, answer, underWay, ctx.now),
      async (next, said) => {
        // As it is now: a provider may have been taken out of use while it was asked.
        const now = await entranceOf(next)
        if (!now) return nothing
        const outcome = said.ok ? await comeBack(now.place.ctx, now.provider, said.vouched, underWay.link, token) : said
        if (!outcome.ok) return faultPage(next, now, outcome.why)
        return redirect(underWay.to, null, [
          { name: sessionCookie, value: outcome.token, maxAge: cookieSeconds },
          { name: usualPlaceCookie, value: place.slug, maxAge: year },
          notUnderWay,
        ])
      },
    )
  }),

  get(`${at}/ut`, 'open', async (asked) => {
    const { ctx, locale } = asked
    const entrance = await entranceOf(asked)
    if (!entrance) return nothing
    const { place, provider } = entrance
    const client = await clientOf(place.ctx, provider, place.slug)
    const back = `/logg-inn/${place.slug}`
    return askFirst(
      () => ctx.house.openid.leave(client, `${ctx.house.baseUrl}${back}`),
      async (_, to) =>
        to === null ? redirect(back, fill(openIdTexts(locale).signIn.cannotLeave, { name: provider.values.name ?? '' })) : leave(to),
    )
  }),

  // Said by the provider's server (OpenID Connect Back-Channel Logout 1.0): signed, so that it needs no cookie and no page of ours.
  fromMachines(`${at}/utlogging`, async (asked) => {
    const { ctx, form } = asked
    const entrance = await entranceOf(asked)
    if (!entrance) return nothing
    const { place, provider } = entrance
    const client = await clientOf(place.ctx, provider, place.slug)
    return askFirst(
      () => ctx.house.openid.ended(client, one(form, 'logout_token'), ctx.now),
      async (next, said) => {
        const now = await entranceOf(next)
        if (!now) return nothing
        if (!said.ok) return json({ error: said.why === 'unavailable' ? 'server_error' : 'invalid_request' }, 400)
        const ended = await endElsewhere(now.place.ctx, now.provider, said.ended)
        return ended === undefined ? json({ error: 'invalid_request' }, 400) : json({}, 200)
      },
    )
  }),

  // Said by the provider in the person's own browser (Front-Channel Logout 1.0), as ID-porten does. Nobody guesses the name of a session
  // there; whoever knows it may end it, and learns nothing by the answer.
  get(`${at}/utlogging`, 'open', async (asked) => {
    const entrance = await entranceOf(asked)
    if (!entrance) return nothing
    const { place, provider } = entrance
    const [issuer, session] = [asked.query.get('iss'), asked.query.get('sid')]
    if (issuer === provider.values.issuer && session) await endSessions(place.ctx, provider, null, session)
    return json({})
  }),

  get('/kobling/:virksomhet/:nokkel', 'open', async (asked) => {
    const { ctx, params, locale } = asked
    const place = await signInPlace(ctx, params.virksomhet ?? '')
    const person = place && (await invitedBy(place.ctx, params.nokkel ?? ''))
    if (!place || !person) return deadLink('link', locale)
    const ways = place.providers.map(({ id, values }) => ({
      href: `${placeOfProvider(place.slug, id)}?kobling=${encodeURIComponent(params.nokkel ?? '')}`,
      name: values.name ?? '',
    }))
    const { title } = openIdTexts(locale).linking
    return page(title, <LinkPage name={person.name} organisation={place.organisation} ways={ways} locale={locale} />)
  }),
]

const statusOf: Readonly<Partial<Record<ComeBackFault, number>>> = { unavailable: 503, setUp: 503, again: 410, deadLink: 410 }

async function faultPage({ locale }: Asked, { place, provider }: Entrance, why: ComeBackFault) {
  await recordRefused(place.ctx, provider, why)
  const name = provider.values.name ?? ''
  const props = { why, name, organisation: place.organisation, back: `/logg-inn/${place.slug}`, locale }
  return { ...page(fill(openIdTexts(locale).faults[why].title, { name }), <FaultOfSignIn {...props} />), status: statusOf[why] ?? 403 }
}
