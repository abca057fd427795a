import { type Actor, hasRole } from '../../../kernel/actor.ts'
import { type Asked, get, nothing, one, page, pageWithErrors, post, type Route, redirect } from '../../../kernel/http.ts'
import { isId } from '../../../kernel/ids.ts'
import { again } from '../../../kernel/road.ts'
import { expect } from '../openid/commands-settings.ts'
import { linksOfPerson } from '../openid/queries.ts'
import { openIdTexts } from '../openid/texts.ts'
import { deadLink } from '../pages/dead-link.tsx'
import { PasswordPage } from '../pages/password.tsx'
import { secretOf, underWayCookie } from '../rules.ts'
import { texts } from '../texts.ts'
import { choosePassword, giveSignIn, invite, languageOfLink, linkHolds, readSignIn, resetPassword } from './commands.ts'
import { SignInOfPage } from './pages/sign-in-of.tsx'

const admin = (actor: Actor) => hasRole(actor, 'admin')

/** How an administrator gives somebody a way in without ever knowing the password (ASVS 6.4.6). */
export const invitationRoutes: readonly Route[] = [
  get('/personer/:id/innlogging', admin, async (asked) => (await signInPage(asked)) ?? nothing),
  post('/personer/:id/innlogging', admin, async (asked) => {
    const { ctx, params, locale } = asked
    const t = texts(locale).invitation
    const outcome = isId(params.id) ? await giveSignIn(ctx, params.id) : null
    if (!outcome || (!outcome.ok && outcome.why === 'notFound')) return nothing
    if (outcome.ok) return redirect(`/personer/${params.id}/innlogging`, t.opened)
    const shown = await signInPage(asked, outcome.why === 'addressTaken' ? t.addressTaken : undefined)
    return shown ? again(422, shown) : nothing
  }),
  post('/personer/:id/innlogging/invitasjon', admin, async (asked) => {
    const { ctx, params, locale } = asked
    const t = texts(locale).invitation
    const outcome = isId(params.id) ? await invite(ctx, params.id) : null
    if (!outcome || (!outcome.ok && outcome.why === 'notFound')) return nothing
    if (outcome.ok) return redirect(`/personer/${params.id}/innlogging`, t.invited)
    const shown = await signInPage(asked, outcome.why === 'addressTaken' ? t.addressTaken : t.notInvited)
    return shown ? again(422, shown) : nothing
  }),
  post('/personer/:id/nytt-passord', admin, async ({ ctx, params, locale }) => {
    const outcome = isId(params.id) ? await resetPassword(ctx, params.id) : null
    if (!outcome || (!outcome.ok && outcome.why === 'notFound')) return nothing
    return redirect(`/personer/${params.id}/innlogging`, outcome.ok ? texts(locale).invitation.resetDone : null)
  }),

  // What a provider will say of somebody the first time: on the page of how they sign in.
  post('/personer/:id/innlogging/:inngang/kjennetegn', admin, async (asked) => {
    const { ctx, params, form, locale } = asked
    const { id = '', inngang = '' } = params
    const field = `value-${inngang}`
    const outcome = isId(id) ? await expect(ctx, id, inngang, one(form, field)) : null
    if (!outcome || (!outcome.ok && outcome.why === 'notFound')) return nothing
    const t = openIdTexts(locale)
    if (outcome.ok) return redirect(`/personer/${id}/innlogging`, t.linking.valueSaved)
    const text = t.refusals[outcome.why as 'identityNumber'] ?? t.refusals.notNow
    const shown = await signInPage(asked, undefined, { field, text })
    return shown ? again(422, shown) : nothing
  }),

  // In the language of whoever it is for, until they choose another: a new machine may speak any.
  get('/velg-passord/:nokkel', 'open', async (asked) => {
    const { ctx, params } = asked
    if (!(await linkHolds(ctx, params.nokkel ?? ''))) return deadLink('link', asked.locale)
    const locale = await spokenTo(asked)
    const { choose, chooseLead } = texts(locale).invitation
    const body = <PasswordPage title={choose} lead={chooseLead} action={`/velg-passord/${params.nokkel}`} change={false} locale={locale} />
    return { ...page(choose, body), language: locale }
  }),
  post('/velg-passord/:nokkel', 'open', async (asked) => {
    const { ctx, params, form } = asked
    const locale = await spokenTo(asked)
    const t = texts(locale)
    const outcome = await choosePassword(ctx, params.nokkel ?? '', secretOf(form, 'next'), secretOf(form, 'again'))
    // What was chosen for is filled in on the next page, and stands in no address.
    if (outcome.ok) {
      const value = outcome.filled
      return redirect('/logg-inn', t.invitation.chosen, [{ name: underWayCookie, value, maxAge: null }])
    }
    if (outcome.why === 'notFound') return deadLink('link', locale)
    const text = t.problems[outcome.why as keyof typeof t.problems]
    const errors = outcome.fields.map((field) => ({ href: `#${field}`, text }))
    const props = { title: t.invitation.choose, action: `/velg-passord/${params.nokkel}`, change: false, errors, locale }
    return { ...pageWithErrors(422, t.invitation.choose, <PasswordPage {...props} />), language: locale }
  }),
]

/** The language of whoever the link is for, unless this browser has chosen another. */
const spokenTo = async ({ ctx, params, locale, languageChosen }: Asked) =>
  languageChosen ? locale : ((await languageOfLink(ctx, params.nokkel ?? '')) ?? locale)

/** How one person signs in; `refused` where it could not be given. */
async function signInPage({ ctx, params, locale }: Asked, refused?: string, error?: { readonly field: string; readonly text: string }) {
  const invited = isId(params.id) ? await readSignIn(ctx, params.id) : undefined
  if (!invited) return undefined
  const at = `/personer/${params.id}`
  const link = invited.token && `${ctx.house.baseUrl}/velg-passord/${invited.token}`
  const links = await linksOfPerson(ctx, params.id ?? '')
  const of = { invited, mails: ctx.house.mails, address: `${at}/innlogging`, reset: `${at}/nytt-passord`, link, refused, links, error }
  return page(texts(locale).invitation.title, <SignInOfPage {...of} locale={locale} />, [{ href: at, label: invited.name }])
}
