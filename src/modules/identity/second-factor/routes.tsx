import { type Asked, get, nothing, one, page, pageWithErrors, post, type Route, redirect } from '../../../kernel/http.ts'
import { accountOf, type OwnAccount } from '../queries.ts'
import { texts } from '../texts.ts'
import { inGroups, pictureOf } from './code.ts'
import { beginFactor, turnOff, turnOn } from './commands.ts'
import { FactorPage, factorAt } from './pages/factor.tsx'
import { type Begun, factorOf, openBegun, sealBegun } from './queries.ts'

/** Only whoever signs in with a password here has a second factor here; a provider has its own. */
const forOwner =
  <A,>(answer: (asked: Asked, account: OwnAccount) => Promise<A>) =>
  async (asked: Asked): Promise<A | typeof nothing> => {
    const account = asked.token === null ? undefined : await accountOf(asked.ctx, asked.token)
    return account?.hasPassword ? answer(asked, account) : nothing
  }

export const factorRoutes: readonly Route[] = [
  get(
    factorAt,
    'signedIn',
    forOwner(async (asked, account) => page(texts(asked.locale).factor.title, await body(asked, account, beginFactor()))),
  ),
  post(
    factorAt,
    'signedIn',
    forOwner(async (asked, account) => {
      const { ctx, form, locale } = asked
      const outcome = await turnOn(ctx, account.id, one(form, 'begynt'), one(form, 'code'))
      const t = texts(locale).factor
      if (outcome.ok) return redirect('/min-side', t.turnedOn)
      // The same secret once more: it stands in the app already.
      const begun = openBegun(ctx, account.id, one(form, 'begynt')) ?? beginFactor()
      return pageWithErrors(422, t.title, await body(asked, account, begun, outcome.why === 'wrongCode' ? t.wrongCode : t.notNow))
    }),
  ),
  post(
    `${factorAt}/av`,
    'signedIn',
    forOwner(async (asked, account) => {
      const { ctx, form, locale } = asked
      const outcome = await turnOff(ctx, account.id, one(form, 'code'))
      const t = texts(locale).factor
      if (outcome.ok) return redirect('/min-side', t.turnedOff)
      return pageWithErrors(422, t.title, await body(asked, account, beginFactor(), outcome.why === 'wrongCode' ? t.wrongCode : t.notNow))
    }),
  ),
]

async function body({ ctx, locale }: Asked, { id, email }: OwnAccount, begun: Begun, error?: string) {
  const on = (await factorOf(ctx, id)) ?? null
  const shown = {
    sealed: sealBegun(ctx, id, begun),
    secret: inGroups(begun.secret),
    picture: pictureOf(begun.secret, email),
    codes: begun.codes,
  }
  return <FactorPage on={on} begun={on ? null : shown} error={error} locale={locale} />
}
