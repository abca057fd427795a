import type { Actor } from '../../kernel/actor.ts'
import { addDays, localDate } from '../../kernel/calendar/calendar.ts'
import { carried, carry, type Use } from '../../kernel/carried.ts'
import { type Asked, get, madeId, nothing, one, page, post, type Route, redirect, refusedTo } from '../../kernel/http.ts'
import { isId, newId, newToken } from '../../kernel/ids.ts'
import type { Locale } from '../../kernel/texts.ts'
import { postedTo } from '../../ui/posted.tsx'
import type { After } from '../../ui/refused.ts'
import { uiTexts } from '../../ui/texts.ts'
import { ownSlug } from '../identity/public.ts'
import { connect, endToken, makeToken } from './commands.ts'
import type { TokenValues } from './directory.ts'
import { tokenFields } from './fields.ts'
import { DirectoryPage, directoryAt, TokenPage } from './pages/directory.tsx'
import { everybody, keptCounts, tokens, unplaced, waiting } from './queries.ts'
import { mayConnect } from './rules.ts'
import { texts } from './texts.ts'

const admin = (actor: Actor) => mayConnect(actor)
const home = (locale: Locale) => ({ href: '/innstillinger', label: texts(locale).settings })

/** How an organisation gets its people from its directory. */
export const routes: readonly Route[] = [
  get(directoryAt, admin, directoryPage),
  get(`${directoryAt}/token`, admin, (asked) => tokenPage(asked, newId(asked.ctx.now))),
  post(`${directoryAt}/token`, admin, (asked) => tokenMade(asked, madeId(asked))),
  post(`${directoryAt}/token/:id/trekk-tilbake`, admin, async ({ ctx, params, locale }) => {
    const outcome = isId(params.id) ? await endToken(ctx, params.id) : null
    return outcome?.ok ? redirect(directoryAt, texts(locale).tokens.withdrawn) : nothing
  }),
  post(`${directoryAt}/koble`, admin, async ({ ctx, form, locale }) => {
    const posted = one(form, 'person')
    const all = await waiting(ctx)
    const done = await connect(ctx, posted === everybody(all) ? all.map(({ id }) => id) : [posted])
    const says = texts(locale).waiting.connected(done)
    return done > 0 ? redirect(directoryAt, says) : refusedTo(directoryAt, says)
  }),
]

async function directoryPage({ ctx, locale }: Asked) {
  const all = await waiting(ctx)
  const props = {
    address: `${ctx.house.baseUrl}/scim/${await ownSlug(ctx)}/v2`,
    tokens: await tokens(ctx),
    waiting: all,
    everybody: everybody(all),
    unplaced: await unplaced(ctx),
    kept: await keptCounts(ctx),
    today: localDate(ctx.now),
  }
  return page(texts(locale).title, <DirectoryPage {...props} locale={locale} />, [home(locale)])
}

/** The page shows the token before there is one: what is posted is kept, and nothing is shown after it. An hour is enough to copy it. */
const shown = ({ ctx }: Asked): Use => ({
  name: 'directory token',
  whose: `${ctx.actor.organisationId} ${ctx.actor.personId}`,
  minutes: 60,
})

async function tokenPage(asked: Asked, id: string, after: After = {}) {
  const { ctx, locale, form } = asked
  const token = carried<string>(ctx, shown(asked), one(form, 'vist')) ?? newToken()
  const values: TokenValues = { name: null, expiresOn: addDays(localDate(ctx.now), 365) }
  const props = { id, token, sealed: carry(ctx, shown(asked), token), values, locale }
  return page(texts(locale).tokens.make, <TokenPage {...props} {...after} />, [
    home(locale),
    { href: directoryAt, label: texts(locale).title },
  ])
}

const tokenMade = postedTo<string, typeof tokenFields, TokenValues>({
  fields: tokenFields,
  texts: (locale) => texts(locale).tokens.fields,
  refusals: (locale) => ({ ...uiTexts(locale).refusals, ...texts(locale).refusals }),
  whole: true,
  draw: tokenPage,
  command: async (asked, id, values) => {
    const token = carried<string>(asked.ctx, shown(asked), one(asked.form, 'vist'))
    if (token === undefined) return { ok: false, why: 'tokenTooOld', fields: [] }
    const outcome = await makeToken(asked.ctx, id, token, values)
    return outcome.ok ? { ok: true, next: values, events: [{ type: 'directory.tokenMade' }] } : outcome
  },
  done: ({ locale }) => redirect(directoryAt, texts(locale).tokens.made),
})
