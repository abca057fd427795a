import type { Ctx } from '../../../kernel/ctx.ts'
import { type Asked, get, one, page, pageWithErrors, post, preview, type Route, redirect, refusedTo } from '../../../kernel/http.ts'
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
import { beginPasskey, keepPasskey, longestName, mostPasskeys, removePasskey } from './commands.ts'
import type { PasskeyDoor } from './pages/door.tsx'
import { MakePage, PasskeysPage, RemovalPage } from './pages/passkeys.tsx'
import { acceptedOptions, creationOptions, requestOptions } from './passkey.ts'
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
    `${passkeysAt}/ny`,
    'anySession',
    forOwner(async (asked, account) => {
      const { ctx, form, locale } = asked
      const name = one(form, 'name')
      const outcome = await beginPasskey(ctx, account, name, writtenProof(asked), asked)
      if (outcome.ok) return preview(await makePage(asked, account, name))
      return pageWithErrors(statusOf(outcome), texts(locale).passkey.title, await list(asked, account, name, errorsOf(outcome, locale)))
    }),
  ),
  post(
    passkeysAt,
    'anySession',
    forOwner(async (asked, account) => {
      const { ctx, form, locale } = asked
      const made = { sealed: one(form, 'begynt'), written: secretOf(form, 'svar'), name: one(form, 'name') }
      const outcome = await keepPasskey(ctx, account, made, asked)
      if (outcome.ok) return redirect(placeAfter(asked, passkeysAt), texts(locale).passkey.added)
      const errors = errorsOf(outcome, locale)
      // The browser or its person did not: it is asked the same once more, for as long as the password stands for it.
      if (outcome.why === 'noPasskey') return { ...(await makePage(asked, account, made.name, errors, made.sealed)), status: 422 }
      return pageWithErrors(statusOf(outcome), texts(locale).passkey.title, await list(asked, account, made.name, errors))
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
      return pageWithErrors(statusOf(outcome), texts(locale).passkey.title, body)
    }),
  ),
]

const statusOf = ({ why }: GuessRefusal) => (why === 'wait' ? 429 : 422)

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

/** `name`: what it was to be called, where something is to be mended first. */
async function list(asked: Asked, account: OwnAccount, name?: string, errors?: readonly ErrorItem[]) {
  const { ctx, locale } = asked
  const [site, passkeys] = [siteOf(ctx.house.baseUrl), await passkeysOf(ctx.tx, account.id)]
  const props = {
    ...{
      passkeys,
      accepted: site && acceptedOptions(site, ownerMark(ctx.house, account.id), passkeys),
      isPossible: site !== null,
      asksCode: await asksCode(ctx, account),
    },
    ...{ name, errors, locale },
  }
  return <PasskeysPage {...props} {...(await standingOf(asked, account, passkeysAt))} />
}

/** The browser is asked here, of whoever has shown who they are. */
async function makePage(asked: Asked, account: OwnAccount, name: string, errors?: readonly ErrorItem[], begun?: string) {
  const { ctx, locale } = asked
  const site = siteOf(ctx.house.baseUrl)
  if (!site) throw new Error('no passkey can be made at this address')
  const maker = { accountId: account.id, token: asked.token }
  const standing = begun === undefined ? undefined : openAskedOf(ctx, maker, begun)
  const { challenge, sealed } = begun !== undefined && standing !== undefined ? { challenge: standing, sealed: begun } : askedOf(ctx, maker)
  const owner = { mark: ownerMark(ctx.house, account.id), email: account.email }
  const options = creationOptions(site, challenge, owner, await passkeysOf(ctx.tx, account.id))
  const props = { making: { sealed, options, name }, to: placeAfter(asked, passkeysAt), errors, locale }
  return page(texts(locale).passkey.makeTitle, <MakePage {...props} />, [{ href: passkeysAt, label: texts(locale).passkey.title }])
}

async function removal(asked: Asked, account: OwnAccount, passkey: Passkey, errors?: readonly ErrorItem[]) {
  const { ctx, locale } = asked
  const isShut = !(await hasShownEnough(ctx, account, asked))
  return <RemovalPage passkey={passkey} asksCode={await asksCode(ctx, account)} isShut={isShut} errors={errors} locale={locale} />
}

const asksCode = async (ctx: Ctx, { id }: OwnAccount): Promise<boolean> => (await factorOf(ctx, id)) !== undefined
