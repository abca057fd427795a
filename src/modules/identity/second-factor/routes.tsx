import type { ReactNode } from 'react'
import { type Asked, get, nothing, one, page, pageWithErrors, post, type Route, redirect } from '../../../kernel/http.ts'
import type { Locale } from '../../../kernel/texts.ts'
import type { GuessRefusal } from '../identity.ts'
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
      const outcome = await turnOn(ctx, account, one(form, 'begynt'), one(form, 'code'), asked)
      const t = texts(locale).factor
      if (outcome.ok) return redirect('/min-side', t.turnedOn)
      // The same secret once more: it stands in the app already.
      const begun = openBegun(ctx, account.id, one(form, 'begynt')) ?? beginFactor()
      return refused(outcome, locale, (error) => body(asked, account, begun, error))
    }),
  ),
  post(
    `${factorAt}/av`,
    'signedIn',
    forOwner(async (asked, account) => {
      const { ctx, form, locale } = asked
      const outcome = await turnOff(ctx, account, one(form, 'code'), asked)
      const t = texts(locale).factor
      if (outcome.ok) return redirect('/min-side', t.turnedOff)
      return refused(outcome, locale, (error) => body(asked, account, beginFactor(), error))
    }),
  ),
]

async function refused(refusal: GuessRefusal, locale: Locale, shown: (error: string) => Promise<ReactNode>) {
  const { factor: t, problems } = texts(locale)
  const error = refusal.why === 'wait' ? problems.wait : refusal.why === 'wrongCode' ? t.wrongCode : t.notNow
  return pageWithErrors(refusal.why === 'wait' ? 429 : 422, t.title, await shown(error))
}

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
