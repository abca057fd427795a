import { type Actor, hasRole } from '../../../kernel/actor.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { emptyValues } from '../../../kernel/fields.ts'
import { type Asked, askFirst, get, madeId, nothing, page, post, type Route, redirect, refusedTo, versionOf } from '../../../kernel/http.ts'
import { isId, newId } from '../../../kernel/ids.ts'
import { offersIn } from '../../../kernel/reference.ts'
import { again, answered, door } from '../../../kernel/road.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { postedTo } from '../../../ui/posted.tsx'
import { type After, refusedBy } from '../../../ui/refused.ts'
import { uiTexts } from '../../../ui/texts.ts'
import { personReference, personsById } from '../../people/public.ts'
import { secretOf } from '../rules.ts'
import { addProvider, changePasswordRule, editProvider, invite, setSecret, unlink } from './commands-settings.ts'
import { editFields, passwordFields, providerFields } from './fields.ts'
import { InvitePage } from './pages/link.tsx'
import { NewProviderPage, PasswordRulePage, ProviderPage, SecretPage, WaysPage, waysAt } from './pages/settings.tsx'
import type { PasswordRule, Provider, ProviderValues } from './provider.ts'
import { clientOf, findProvider, ownSlug, passwordRule, placeOfProvider, providers } from './queries.ts'
import { openIdTexts } from './texts.ts'

const admin = (actor: Actor) => hasRole(actor, 'admin')
const forProvider = door(async ({ ctx, params }) => (await findProvider(ctx, params.inngang ?? '')) ?? nothing)
const home = (locale: Locale) => ({ href: '/innstillinger', label: openIdTexts(locale).settings })
const crumbs = (locale: Locale) => [home(locale), { href: waysAt, label: openIdTexts(locale).title }]
const refusals = (locale: Locale) => {
  const { lookedBadly: _, ...own } = openIdTexts(locale).refusals
  return { ...uiTexts(locale).refusals, ...own }
}
const labels = (locale: Locale) => openIdTexts(locale).provider.fields

/** How an organisation decides how its people sign in, and who a provider's people are here. */
export const openIdSettingRoutes: readonly Route[] = [
  get(waysAt, admin, waysPage),
  get(`${waysAt}/ny`, admin, (asked) => newPage(asked, newId(asked.ctx.now))),
  post(waysAt, admin, (asked) => added(asked, madeId(asked))),
  get(`${waysAt}/passord`, admin, async (asked) => passwordPage(asked, await passwordRule(asked.ctx))),
  post(`${waysAt}/passord`, admin, async (asked) => passwordSaved(asked, await passwordRule(asked.ctx))),
  get(`${waysAt}/:inngang`, admin, forProvider(providerPage)),
  post(`${waysAt}/:inngang`, admin, (asked) => forProvider(edited)(asked)),
  get(`${waysAt}/:inngang/hemmelighet`, admin, forProvider(secretPage)),
  post(`${waysAt}/:inngang/hemmelighet`, admin, forProvider(postSecret)),
  post(`${waysAt}/:inngang/forbindelse`, admin, forProvider(postLook)),

  get('/personer/:id/kobling', admin, async ({ ctx, params, locale }) => {
    const id = params.id ?? ''
    const token = isId(id) ? await invite(ctx, id) : undefined
    const name = token && (await personsById(ctx, [id])).get(id)?.name
    if (!token || !name || !(await providers(ctx)).some(({ values }) => values.active === 'yes')) return nothing
    const back = `/personer/${id}/innlogging`
    const link = `${ctx.house.baseUrl}/kobling/${await ownSlug(ctx)}/${token}`
    return page(openIdTexts(locale).linking.inviteTitle, <InvitePage {...{ name, link, back, locale }} />, [
      { href: `/personer/${id}`, label: name },
    ])
  }),
  post('/personer/:id/innlogging/:inngang/fjern', admin, async ({ ctx, params, locale }) => {
    const { id = '', inngang = '' } = params
    const outcome = isId(id) ? await unlink(ctx, id, inngang) : null
    return outcome?.ok ? redirect(`/personer/${id}/innlogging`, openIdTexts(locale).linking.unlinked) : nothing
  }),
]

async function waysPage({ ctx, locale }: Asked) {
  const rule = await passwordRule(ctx)
  const { emergency } = rule.values
  const name = emergency && (await personsById(ctx, [emergency])).get(emergency)?.name
  const address = `${ctx.house.baseUrl}/logg-inn/${await ownSlug(ctx)}`
  const props = { providers: await providers(ctx), rule, emergency: name ?? null, address, locale }
  return page(openIdTexts(locale).title, <WaysPage {...props} />, [home(locale)])
}

const blank: ProviderValues = { ...emptyValues(providerFields), linking: 'invitation', active: 'no' }
const newPage = async ({ locale }: Asked, id: string, after: After = {}) =>
  page(openIdTexts(locale).provider.newTitle, <NewProviderPage id={id} values={blank} locale={locale} {...after} />, crumbs(locale))

const added = postedTo<string, typeof providerFields, Provider>({
  fields: providerFields,
  texts: labels,
  refusals,
  whole: true,
  draw: newPage,
  command: ({ ctx }, id, values) => addProvider(ctx, id, values),
  done: ({ locale }, id) => redirect(`${waysAt}/${id}`, openIdTexts(locale).provider.added),
  unchanged: ({ locale }, id) => redirect(`${waysAt}/${id}`, openIdTexts(locale).provider.added),
})

async function providerPage(asked: Asked, provider: Provider, after: After = {}) {
  const { ctx, locale } = asked
  const slug = await ownSlug(ctx)
  const at = `${ctx.house.baseUrl}${placeOfProvider(slug, provider.id)}`
  const addresses = {
    answersTo: `${at}/svar`,
    afterLeaving: `${ctx.house.baseUrl}/logg-inn/${slug}`,
    backChannel: `${at}/utlogging`,
    frontChannel: `${at}/utlogging`,
  }
  const isGiven = await ctx.house.openid.hasSecret(provider.id)
  return page(
    provider.values.name ?? '',
    <ProviderPage provider={provider} addresses={addresses} isGiven={isGiven} locale={locale} {...after} />,
    crumbs(locale),
  )
}

const edited = postedTo<Provider, typeof editFields, Provider>({
  fields: editFields,
  texts: labels,
  refusals,
  whole: true,
  merges: true,
  version: ({ version }) => version,
  stands: ({ values }) => values,
  reload: async ({ ctx }, before) => (await findProvider(ctx, before.id)) ?? before,
  draw: providerPage,
  command: ({ ctx, form }, { id, values }, next) => editProvider(ctx, id, versionOf(form), { ...values, ...next }),
  done: ({ locale }, { id }) => redirect(`${waysAt}/${id}`, openIdTexts(locale).provider.saved),
  unchanged: ({ locale }, { id }) => redirect(`${waysAt}/${id}`, openIdTexts(locale).refusals.nothingChanged),
})

async function secretPage({ locale }: Asked, { id, values }: Provider, after: After = {}) {
  const props = { id, name: values.name ?? '', locale, ...after }
  return page(openIdTexts(locale).provider.setSecret, <SecretPage {...props} />, crumbs(locale))
}

async function postSecret(asked: Asked, provider: Provider) {
  const { ctx, form, locale } = asked
  const outcome = await setSecret(ctx, provider.id, secretOf(form, 'secret').trim())
  return answered(outcome.ok ? { ok: true, next: provider } : outcome, {
    done: ({ id }) => redirect(`${waysAt}/${id}`, openIdTexts(locale).provider.secretSet),
    refused: async (refusal, status) =>
      again(status, await secretPage(asked, provider, { refused: refusedBy(refusal, { form: {}, locale }, refusals, {}) })),
  })
}

/** Asks the provider who it is, and says what is wrong in words for whoever sets it up. */
async function postLook({ ctx, locale }: Asked, provider: Provider) {
  const client = await clientOf(ctx, provider, await ownSlug(ctx))
  const t = openIdTexts(locale)
  return askFirst(
    () => ctx.house.openid.look(client),
    async (_, said) => {
      const to = `${waysAt}/${provider.id}`
      if (said.ok) return redirect(to, t.provider.lookedWell)
      const { lookedBadly } = t.refusals
      return refusedTo(to, said.why === 'unavailable' || said.why === 'setUp' ? lookedBadly[said.why] : lookedBadly.untrusted)
    },
  )
}

const offered = (ctx: Ctx, { values }: PasswordRule, form: Asked['form']) =>
  offersIn<typeof passwordFields>(ctx, { emergency: personReference }, values, form)

async function passwordPage({ ctx, form, locale }: Asked, rule: PasswordRule, after: After = {}) {
  const props = { rule, offers: await offered(ctx, rule, form), locale, ...after }
  return page(openIdTexts(locale).passwords.heading, <PasswordRulePage {...props} />, crumbs(locale))
}

const passwordSaved = postedTo<PasswordRule, typeof passwordFields, PasswordRule>({
  fields: passwordFields,
  texts: (locale) => openIdTexts(locale).passwords.fields,
  refusals,
  whole: true,
  version: ({ version }) => version,
  stands: ({ values }) => values,
  offers: ({ ctx, form }, rule) => offered(ctx, rule, form),
  reload: ({ ctx }) => passwordRule(ctx),
  draw: passwordPage,
  command: ({ ctx, form }, _, values) => changePasswordRule(ctx, versionOf(form), values),
  done: ({ locale }) => redirect(waysAt, openIdTexts(locale).passwords.saved),
  unchanged: ({ locale }) => redirect(waysAt, openIdTexts(locale).refusals.nothingChanged),
})
