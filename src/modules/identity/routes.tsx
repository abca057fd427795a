import type { ComponentChildren } from 'preact'
import { hasRole } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import {
  type Asked,
  get,
  json,
  nothing,
  one,
  type PostAnswer,
  page,
  pageWithErrors,
  post,
  preview,
  type Route,
  redirect,
  refusedTo,
  type SetCookie,
} from '../../kernel/http.ts'
import { placeInside } from '../../kernel/place.ts'
import { isLocale, type Locale } from '../../kernel/texts.ts'
import { fill } from '../../ui/texts.ts'
import { anyOrganisation, organisationName, profileOf } from '../organisation/public.ts'
import { chooseLocale, personsById, titleOf } from '../people/public.ts'
import { changePassword, cookieSeconds, deviceSeconds, goOn, signIn, signOut, signOutEverywhere, switchOrganisation } from './commands.ts'
import { demoRoutes, isOpen } from './demo/routes.tsx'
import { forgottenRoutes } from './forgotten/routes.tsx'
import type { DoorRefusal, SignedInHere } from './identity.ts'
import { invitationRoutes } from './invitation/routes.tsx'
import { SignInPage } from './openid/pages/sign-in.tsx'
import type { SignInPlace } from './openid/provider.ts'
import { onlyOrganisation, signInPlace, slugOfOrganisation } from './openid/queries.ts'
import { openIdRoutes } from './openid/routes.tsx'
import { openIdSettingRoutes } from './openid/routes-settings.tsx'
import { openIdTexts } from './openid/texts.ts'
import { MyPage } from './pages/me.tsx'
import { PasswordPage } from './pages/password.tsx'
import { signInByPasskey } from './passkey/commands.ts'
import { passkeyDoor, passkeyRoutes } from './passkey/routes.tsx'
import { identityProfile } from './profile.ts'
import { accountOf, memberships, openAddress, openSessions } from './queries.ts'
import { deviceCookie, secretOf, sessionCookie } from './rules.ts'
import { signInByCode } from './second-factor/commands.ts'
import { CodePage } from './second-factor/pages/code.tsx'
import { factorRoutes } from './second-factor/routes.tsx'
import { setUpRoutes } from './setup/routes.tsx'
import type { Holder } from './store-token.ts'
import { texts } from './texts.ts'

const sessionOf = (token: string): SetCookie => ({ name: sessionCookie, value: token, maxAge: cookieSeconds })
const noSession: SetCookie = { name: sessionCookie, value: '', maxAge: 0 }
/** The shell's own cookie of a choice of language: it must not contradict the choice made here. */
const languageCookie = (locale: Locale | null): SetCookie => ({ name: 'sprak', value: locale ?? '', maxAge: locale ? 365 * 24 * 3600 : 0 })

export const routes: readonly Route[] = [
  get('/logg-inn', 'open', async (asked) => {
    const to = placeInside(asked.query.get('til') ?? '/')
    const email = openAddress(asked.ctx, asked.underWay)
    const empty = !(await anyOrganisation(asked.ctx.tx))
    return page(texts(asked.locale).signIn.title, await signInPage(asked, to, { empty, ...(email ? { email } : {}) }))
  }),
  post('/logg-inn', 'open', async (asked) => {
    const { ctx, form, locale } = asked
    const email = one(form, 'email')
    const to = placeInside(one(form, 'til'))
    const said = await signIn(ctx, { email, password: secretOf(form, 'password') }, asked)
    if (!said.ok && said.why === 'code')
      return preview(page(texts(locale).factor.askTitle, <CodePage proof={said.proof} to={to} locale={locale} />))
    const { title, wrong } = texts(locale).signIn
    return atDoor(asked, to, said, { title, wrong, again: (error) => signInPage(asked, to, { email, error }) })
  }),
  post('/logg-inn/kode', 'open', async (asked) => {
    const { ctx, form, locale } = asked
    const to = placeInside(one(form, 'til'))
    const proof = one(form, 'bevis')
    const said = await signInByCode(ctx, proof, one(form, 'code'), asked)
    const { askTitle: title, wrongCode: wrong } = texts(locale).factor
    return atDoor(asked, to, said, {
      ...{ title, wrong },
      again: async (error) => <CodePage proof={proof} to={to} error={error} locale={locale} />,
    })
  }),
  post('/logg-inn/passnokkel', 'open', async (asked) => {
    const { ctx, form, locale } = asked
    const to = placeInside(one(form, 'til'))
    const said = await signInByPasskey(ctx, one(form, 'begynt'), secretOf(form, 'svar'), asked)
    const { title } = texts(locale).signIn
    return atDoor(asked, to, said, { title, wrong: texts(locale).passkey.wrong, again: (error) => signInPage(asked, to, { error }) })
  }),
  // Open, so that somebody whose session has just ended is not asked to sign in before signing out.
  post('/logg-ut', 'open', async ({ ctx, token, locale }) => {
    const closed = token === null ? undefined : await signOut(ctx, token)
    return redirect(await afterSignOut(ctx, closed), texts(locale).signIn.signedOut, [noSession])
  }),
  post('/logg-ut-overalt', 'open', async ({ ctx, token, locale }) => {
    const closed = token === null ? undefined : await signOutEverywhere(ctx, token)
    return redirect(await afterSignOut(ctx, closed), texts(locale).signIn.signedOutEverywhere, [noSession])
  }),

  post('/okt', 'signedIn', async ({ ctx, token }) => {
    const ends = token === null ? undefined : await goOn(ctx, token)
    return ends ? json({ ends: ends.toISOString() }) : nothing
  }),

  get('/min-side', 'signedIn', async ({ ctx, token, locale }) => {
    const { personId, organisationId, roles } = ctx.actor
    const person = (await personsById(ctx, [personId])).get(personId)
    if (!person || token === null) return nothing
    const profile = await profileOf(ctx)
    const props = {
      name: person.name,
      organisation: { id: organisationId, name: await organisationName(ctx) },
      roles: roles.filter((role) => hasRole(ctx.actor, role)).map((role) => titleOf(profile, role, locale)),
      chosen: person.locale,
      memberships: await memberships(ctx, token),
      sessions: await openSessions(ctx, token),
      hasPassword: (await accountOf(ctx, token))?.hasPassword ?? false,
      idleMinutes: identityProfile(profile).idleMinutes,
      related: await ctx.house.related(ctx, { type: 'own_page', id: personId }, locale),
    }
    return page(texts(locale).me.title, <MyPage {...props} locale={locale} />)
  }),
  post('/min-side/sprak', 'signedIn', async ({ ctx, form }) => {
    const chosen = one(form, 'locale')
    const locale = isLocale(chosen) ? chosen : null
    await chooseLocale(ctx, locale)
    const spoken = locale ?? (await profileOf(ctx)).locale
    return redirect('/min-side', texts(spoken).me.languageSaved, [languageCookie(locale)])
  }),
  post('/organisasjon', 'signedIn', async ({ ctx, form, token, locale }) => {
    const chosen = one(form, 'organisation')
    const to = token === null ? undefined : (await memberships(ctx, token)).find((one) => one.organisationId === chosen)
    if (!to || token === null) return nothing
    if (chosen === ctx.actor.organisationId) return redirect('/')
    const said = await switchOrganisation(ctx, token, chosen)
    if (!said.ok) return said.why === 'elsewhere' ? refusedTo('/min-side', openIdTexts(locale).signIn.elsewhere) : nothing
    return redirect('/', fill(texts(locale).me.switched, { organisation: to.organisation }), [sessionOf(said.token)])
  }),

  get('/passord', 'signedIn', async ({ ctx, token, locale }) => {
    const account = token === null ? undefined : await accountOf(ctx, token)
    if (!account?.hasPassword) return nothing
    const { title } = texts(locale).password
    return page(title, <PasswordPage title={title} action="/passord" change locale={locale} />)
  }),
  post('/passord', 'signedIn', async ({ ctx, form, address, token, device, locale }) => {
    const t = texts(locale)
    const [current, next, again] = ['current', 'next', 'again'].map((name) => secretOf(form, name))
    const outcome = await changePassword(ctx, { current: current ?? '', next: next ?? '', again: again ?? '' }, { address, token, device })
    if (outcome.ok) return redirect('/min-side', t.password.saved)
    if (outcome.why === 'notNow') return nothing
    const text = t.problems[outcome.why as keyof typeof t.problems]
    const errors = outcome.fields.map((field) => ({ href: `#${field}`, text }))
    const body = <PasswordPage title={t.password.title} action="/passord" change errors={errors} locale={locale} />
    return pageWithErrors(outcome.why === 'wait' ? 429 : 422, t.password.title, body)
  }),

  ...forgottenRoutes,
  ...invitationRoutes,
  ...openIdRoutes,
  ...factorRoutes,
  ...passkeyRoutes,
  ...openIdSettingRoutes,
  ...setUpRoutes,
  ...demoRoutes,
]

/** The page where people sign in. `more`: what is known of whoever is there, and what was wrong. */
async function signInPage(asked: Asked, to: string, more: { readonly email?: string; readonly error?: string; readonly empty?: boolean }) {
  const { ctx, locale } = asked
  const shown = { to, demo: await isOpen(asked), place: await usualPlace(asked), passkey: passkeyDoor(ctx) }
  return <SignInPage {...shown} {...more} locale={locale} />
}

type Door = {
  readonly title: string
  /** What is said where it did not hold. */
  readonly wrong: string
  readonly again: (error: string) => Promise<ComponentChildren>
}

/** Whoever has shown who they are comes in; to others the same page says why not, whichever way they came. */
async function atDoor(
  { locale }: Asked,
  to: string,
  said: SignedInHere | DoorRefusal | 'late',
  { title, wrong, again }: Door,
): Promise<PostAnswer> {
  const t = texts(locale)
  if (said === 'late') return refusedTo(`/logg-inn?til=${encodeURIComponent(to)}`, t.factor.late)
  if (said.ok) return redirect(to, null, [sessionOf(said.token), { name: deviceCookie, value: said.device, maxAge: deviceSeconds }])
  if (said.why === 'wait') return pageWithErrors(429, title, await again(fill(t.signIn.wait, { time: waitIn(said.seconds, locale) })))
  return pageWithErrors(422, title, await again(said.why === 'elsewhere' ? openIdTexts(locale).signIn.elsewhere : wrong))
}

/** Where this browser's people sign in, or those of the only organisation there is. */
async function usualPlace({ ctx, usualPlace: word }: Asked): Promise<SignInPlace | undefined> {
  const slug = word ?? (await onlyOrganisation(ctx.tx))
  return slug === null ? undefined : signInPlace(ctx, slug)
}

/** Whoever came by a provider may still be signed in there, and is told. */
async function afterSignOut(ctx: Ctx, closed: Holder | undefined): Promise<string> {
  if (!closed?.providerId) return '/logg-inn'
  return `/logg-inn/${await slugOfOrganisation(ctx, closed.organisationId)}?ut=${closed.providerId}`
}

function waitIn(seconds: number, locale: Locale): string {
  const t = texts(locale).signIn
  if (seconds < 60) return fill(t.seconds, { n: seconds })
  const minutes = Math.ceil(seconds / 60)
  return minutes === 1 ? t.oneMinute : fill(t.minutes, { n: minutes })
}
