import type { Ctx } from '../../../kernel/ctx.ts'
import { type Asked, get, one, page, pageWithErrors, post, type Route, redirect, refusedTo } from '../../../kernel/http.ts'
import type { Locale } from '../../../kernel/texts.ts'
import type { ErrorItem } from '../../../ui/error-summary.tsx'
import { fill } from '../../../ui/texts.ts'
import { passkeysAt } from '../addresses.ts'
import { hasShownEnough } from '../commands-proof.ts'
import type { GuessRefusal } from '../identity.ts'
import type { OwnAccount } from '../queries.ts'
import { secretOf } from '../rules.ts'
import { factorOf } from '../second-factor/queries.ts'
import { forOwner, placeAfter, standingOf, writtenProof } from '../second-factor/routes-owner.tsx'
import { siteOf } from '../site.ts'
import { texts } from '../texts.ts'
import { keepPasskey, longestName, mostPasskeys, removePasskey } from './commands.ts'
import type { PasskeyDoor } from './pages/door.tsx'
import { type Making, PasskeysPage, RemovalPage } from './pages/passkeys.tsx'
import { creationOptions, requestOptions } from './passkey.ts'
import { askedAtDoor, askedOf, openAskedOf, ownerMark, type Passkey, passkeysOf } from './queries.ts'

/** What the page of sign-in asks of a passkey. Nothing where there can be none. */
export function passkeyDoor(ctx: Pick<Ctx, 'house' | 'now'>): PasskeyDoor | undefined {
  const site = siteOf(ctx.house.baseUrl)
  if (!site) return undefined
  const { challenge, sealed } = askedAtDoor(ctx)
  return { sealed, options: requestOptions(site, challenge) }
}

export const passkeyRoutes: readonly Route[] = [
  get(
    passkeysAt,
    'anySession',
    forOwner(async (asked, account) => page(texts(asked.locale).passkey.title, await list(asked, account))),
  ),
  post(
    passkeysAt,
    'anySession',
    forOwner(async (asked, account) => {
      const { ctx, form, locale } = asked
      const made = { sealed: one(form, 'begynt'), written: secretOf(form, 'svar'), name: one(form, 'name') }
      const outcome = await keepPasskey(ctx, account, made, writtenProof(asked), asked)
      if (outcome.ok) return redirect(placeAfter(asked, passkeysAt), texts(locale).passkey.added)
      // What the browser has made stands: only what was wrong beside it is asked for again.
      const again = outcome.why === 'noPasskey' || openAskedOf(ctx, account.id, made.sealed) === undefined ? { name: made.name } : made
      const errors = errorsOf(outcome, locale)
      return pageWithErrors(outcome.why === 'wait' ? 429 : 422, texts(locale).passkey.title, await list(asked, account, again, errors))
    }),
  ),
  get(
    `${passkeysAt}/:id`,
    'signedIn',
    forOwner(async (asked, account) => {
      const passkey = await passkeyOf(asked, account)
      if (!passkey) return refusedTo(passkeysAt, texts(asked.locale).passkey.gone)
      return page(texts(asked.locale).passkey.title, await removal(asked, account, passkey))
    }),
  ),
  post(
    `${passkeysAt}/:id/fjern`,
    'signedIn',
    forOwner(async (asked, account) => {
      const { ctx, locale } = asked
      const passkey = await passkeyOf(asked, account)
      if (!passkey) return refusedTo(passkeysAt, texts(locale).passkey.gone)
      const outcome = await removePasskey(ctx, account, passkey.id, writtenProof(asked), asked)
      if (outcome.ok) return redirect(passkeysAt, texts(locale).passkey.removed)
      const body = await removal(asked, account, passkey, errorsOf(outcome, locale))
      return pageWithErrors(outcome.why === 'wait' ? 429 : 422, texts(locale).passkey.title, body)
    }),
  ),
]

const passkeyOf = async ({ ctx, params }: Asked, account: OwnAccount): Promise<Passkey | undefined> =>
  (await passkeysOf(ctx.tx, account.id)).find(({ id }) => id === params.id)

function errorsOf(refusal: GuessRefusal, locale: Locale): readonly ErrorItem[] {
  const { passkey: t, factor, problems } = texts(locale)
  const words: Readonly<Record<string, string>> = {
    wait: problems.wait,
    wrongPassword: problems.wrongPassword,
    wrongCode: factor.wrongCode,
    passkeyName: fill(t.passkeyName, { most: longestName }),
    passkeysFull: fill(t.passkeysFull, { most: mostPasskeys }),
    noPasskey: t.noPasskey,
    passkeyFirst: t.passkeyFirst,
  }
  return [{ href: `#${refusal.fields[0] ?? 'name'}`, text: words[refusal.why] ?? t.tooOld }]
}

/** `again`: what was sent, with what is still to be mended. */
async function list(asked: Asked, account: OwnAccount, again: Partial<Making> = {}, errors?: readonly ErrorItem[]) {
  const { ctx, locale } = asked
  const passkeys = await passkeysOf(ctx.tx, account.id)
  const site = siteOf(ctx.house.baseUrl)
  const { challenge, sealed } = askedOf(ctx, account.id)
  const owner = { mark: ownerMark(ctx.house, account.id), email: account.email }
  const standing = await standingOf(asked, account, passkeysAt)
  const making = site && { sealed, options: creationOptions(site, challenge, owner, passkeys), ...again }
  return (
    <PasskeysPage
      passkeys={passkeys}
      making={making}
      asksCode={await asksCode(ctx, account)}
      {...standing}
      errors={errors}
      locale={locale}
    />
  )
}

async function removal(asked: Asked, account: OwnAccount, passkey: Passkey, errors?: readonly ErrorItem[]) {
  const { ctx, locale } = asked
  const isShut = !(await hasShownEnough(ctx, account, asked))
  return <RemovalPage passkey={passkey} asksCode={await asksCode(ctx, account)} isShut={isShut} errors={errors} locale={locale} />
}

const asksCode = async (ctx: Ctx, { id }: OwnAccount): Promise<boolean> => (await factorOf(ctx, id)) !== undefined
