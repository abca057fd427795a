import type { ComponentChildren } from 'preact'
import { type Asked, get, nothing, one, page, pageWithErrors, post, type Route, redirect } from '../../../kernel/http.ts'
import type { Locale } from '../../../kernel/texts.ts'
import type { ErrorItem } from '../../../ui/error-summary.tsx'
import { factorAt } from '../addresses.ts'
import type { GuessRefusal } from '../identity.ts'
import type { OwnAccount } from '../queries.ts'
import { siteOf } from '../site.ts'
import { texts } from '../texts.ts'
import { addressOf, inGroups, pictureOf } from './code.ts'
import { beginFactor, renewCodes, turnOff, turnOn } from './commands.ts'
import { CodesPage } from './pages/codes.tsx'
import { FactorPage } from './pages/factor.tsx'
import { type Begun, factorOf, openBegun, sealBegun } from './queries.ts'
import { forOwner, placeAfter, standingOf, writtenProof } from './routes-owner.tsx'

const codesAt = `${factorAt}/koder`

export const factorRoutes: readonly Route[] = [
  get(
    factorAt,
    'anySession',
    forOwner(async (asked, account) => page(texts(asked.locale).factor.title, await body(asked, account, beginFactor()))),
  ),
  post(
    factorAt,
    'anySession',
    forOwner(async (asked, account) => {
      const { ctx, form, locale } = asked
      const outcome = await turnOn(ctx, account, one(form, 'begynt'), writtenProof(asked), asked)
      if (outcome.ok) return redirect(placeAfter(asked, '/min-side'), texts(locale).factor.turnedOn)
      // The same secret once more: it stands in the app already.
      const begun = openBegun(ctx, account.id, one(form, 'begynt')) ?? beginFactor()
      return refused(outcome, locale, (errors) => body(asked, account, begun, errors))
    }),
  ),
  post(
    `${factorAt}/av`,
    'signedIn',
    forOwner(async (asked, account) => {
      const { ctx, locale } = asked
      const outcome = await turnOff(ctx, account, writtenProof(asked), asked)
      if (outcome.ok) return redirect('/min-side', texts(locale).factor.turnedOff)
      return refused(outcome, locale, (errors) => body(asked, account, beginFactor(), errors))
    }),
  ),
  get(
    codesAt,
    'signedIn',
    forOwner(async (asked, account) =>
      (await factorOf(asked.ctx, account.id)) ? page(texts(asked.locale).factor.newCodes, codes(asked, account, beginFactor())) : nothing,
    ),
  ),
  post(
    codesAt,
    'signedIn',
    forOwner(async (asked, account) => {
      const { ctx, form, locale } = asked
      const outcome = await renewCodes(ctx, account, one(form, 'begynt'), writtenProof(asked), asked)
      if (outcome.ok) return redirect(factorAt, texts(locale).factor.codesRenewed)
      // The same codes once more: they are written down already.
      const begun = openBegun(ctx, account.id, one(form, 'begynt')) ?? beginFactor()
      return refused(outcome, locale, async (errors) => codes(asked, account, begun, errors))
    }),
  ),
]

async function refused(refusal: GuessRefusal, locale: Locale, shown: (errors: readonly ErrorItem[]) => Promise<ComponentChildren>) {
  const { factor: t, problems } = texts(locale)
  const { passkeyFirst } = texts(locale).passkey
  const text = { wait: problems.wait, wrongCode: t.wrongCode, wrongPassword: problems.wrongPassword, passkeyFirst }[refusal.why] ?? t.notNow
  const errors = [{ href: `#${refusal.fields[0] ?? 'code'}`, text }]
  return pageWithErrors(refusal.why === 'wait' ? 429 : 422, t.title, await shown(errors))
}

async function body(asked: Asked, account: OwnAccount, begun: Begun, errors?: readonly ErrorItem[]) {
  const { ctx, locale } = asked
  const { id, email } = account
  const on = (await factorOf(ctx, id)) ?? null
  const standing = await standingOf(asked, account, '/min-side')
  const shown = {
    sealed: sealBegun(ctx, id, begun),
    secret: inGroups(begun.secret),
    picture: pictureOf(begun.secret, email),
    address: addressOf(begun.secret, email),
    codes: begun.codes,
  }
  return (
    <FactorPage
      on={on}
      begun={on ? null : shown}
      {...standing}
      mayMakePasskey={siteOf(ctx.house.baseUrl) !== null}
      renew={codesAt}
      errors={errors}
      locale={locale}
    />
  )
}

const codes = ({ ctx, locale }: Asked, { id }: OwnAccount, begun: Begun, errors?: readonly ErrorItem[]) => (
  <CodesPage action={codesAt} sealed={sealBegun(ctx, id, begun)} codes={begun.codes} errors={errors} locale={locale} />
)
