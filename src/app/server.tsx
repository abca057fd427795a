import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { gzipSync } from 'node:zlib'
import { getConnInfo } from '@hono/node-server/conninfo'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { getCookie, setCookie } from 'hono/cookie'
import type { Logger } from 'pino'
import type { Database } from '../db/database.ts'
import { inOrganisations, seeNothing } from '../db/transaction.ts'
import { unavailable } from '../db/unavailable.ts'
import { clockwork, hasRole } from '../kernel/actor.ts'
import { recordLater } from '../kernel/audit-later.ts'
import type { Ctx, House, Tx } from '../kernel/ctx.ts'
import type { Form } from '../kernel/fields.ts'
import {
  type Asked,
  type AskFirst,
  type GetAnswer,
  get,
  type Leave,
  nothing,
  type Page,
  type PostAnswer,
  type Redirect,
  type Route,
} from '../kernel/http.ts'
import { placeInside } from '../kernel/place.ts'
import { hidesReporters } from '../kernel/profile.ts'
import { keepsWhatItReads } from '../kernel/read-once.ts'
import { isLocale, type Locale } from '../kernel/texts.ts'
import { type Received, receive } from '../kernel/upload.ts'
import {
  deviceCookie,
  endedSession,
  exampleRoutes,
  type Holder,
  holderOf,
  type Session,
  sessionFrom,
  underWayCookie,
  usualPlaceCookie,
} from '../modules/identity/public.ts'
import { forgetAt, hasAnswers, keepForm, keptAddress, type Writer, writerMark, writerOf } from '../modules/kept/public.ts'
import { unreadCount } from '../modules/messages/public.ts'
import { profileOf } from '../modules/organisation/public.ts'
import { loadActor } from '../modules/people/public.ts'
import { type ColorScheme, Layout, type Said } from '../ui/layout.tsx'
import { renderPage } from '../ui/render.ts'
import { type Proxies, proxiesOf, visitorAddress } from './address.ts'
import { serveAsset } from './assets.ts'
import { askedFromHere } from './demo-host.ts'
import { type Fault, FaultPage } from './faults.tsx'
import { pageHeaders, securityHeaders } from './headers.ts'
import { modules } from './modules.ts'
import { navigation } from './navigation.ts'
import { fromOurPages } from './same-origin.ts'
import { shellTexts } from './texts.ts'
import { version } from './version.ts'

export type ServerParts = {
  readonly db: Database
  readonly house: House
  /** Fills an empty installation with example data, when somebody chooses that at set-up. */
  readonly example: (ctx: Ctx) => Promise<void>
  readonly clock: () => Date
  readonly log: Logger
  readonly trustedProxies: readonly string[]
  /** Addresses that are us, for the check of Origin. */
  readonly origins: ReadonlySet<string>
}

/** Everything a person may be shown in one page's frame. */
type Signed = NonNullable<Awaited<ReturnType<typeof loadActor>>> & { readonly unread: number }
type Visit = {
  readonly locale: Locale
  readonly scheme: ColorScheme
  readonly signed: Signed | null
  readonly path: string
  readonly said: Said | null
  /** When the session ends, if nothing more is done. */
  readonly ends?: Date
}

const largestForm = 512 * 1024
/** How long a form without files may take to arrive, in milliseconds: a client that dribbles must not hold a place for ever (G-26). */
const slowestForm = 30_000
/** An address that nobody has: answered like a record that is not there, to the same reader. */
const nowhere = get('*', 'open', async () => nothing)

/** The whole web server, without a port: `app.request()` is a real request in a test. */
export function server(parts: ServerParts): Hono {
  const app = new Hono()
  const https = parts.house.baseUrl.startsWith('https:')
  const headers = securityHeaders(https)
  const proxies = proxiesOf(parts.trustedProxies)
  const small = bodyLimit({ maxSize: largestForm, onError: (c) => fault(c, parts, 'tooLarge') })

  app.use(async (c, next) => {
    await next()
    for (const [name, value] of Object.entries(headers)) if (!c.res.headers.has(name)) c.res.headers.set(name, value)
  })
  app.get('/assets/*', (c) => serveAsset(c))
  app.get('/healthz', (c) => c.text('ok'))
  app.get('/readyz', (c) => ready(c, parts))
  app.use(async (c, next) => (parts.house.demo && !askedFromHere(c.req.url, c.req.raw.headers) ? fault(c, parts, 'demoOnlyHere') : next()))
  // Before the check of where a form comes from: what other machines send comes from no page, and has its own proof.
  for (const route of modules.flatMap((module) => module.routes))
    if (route.method === 'POST' && route.machines) app.post(route.path, small, (c) => serve(c, route, parts, proxies))
  app.use(async (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD' || fromOurPages(c.req.raw.headers, parts.origins, parts.house.demo)) return next()
    return fault(c, parts, 'foreignOrigin')
  })

  for (const route of [...exampleRoutes(parts.example), ...modules.flatMap((module) => module.routes)]) {
    // Files are counted as they are read (kernel/upload.ts): bodyLimit would gather them in memory first, a stranger's too.
    if ('uploads' in route && route.uploads) app.post(route.path, (c) => serve(c, route, parts, proxies))
    else app.on(route.method, route.path, small, (c) => serve(c, route, parts, proxies))
  }
  app.post('*', small)
  app.notFound((c) => serve(c, nowhere, parts, proxies))
  app.onError((error, c) => failed(c, parts, error))
  return app
}

/** One request, and its form; files only of somebody signed in, and what the answer did not take is gone after it. */
async function serve(c: Context, route: Route, parts: ServerParts, proxies: Proxies): Promise<Response> {
  const now = parts.clock()
  const token = 'machines' in route && route.machines ? null : (getCookie(c, cookieName(parts, 'varde')) ?? null)
  const came = { now, token, holder: token === null ? undefined : holderOf(parts.house, token) }
  if (route.method === 'GET') return answerTo(c, route, parts, proxies, came, noFiles)
  if (!route.uploads) return answerTo(c, route, parts, proxies, came, { ...noFiles, form: await readForm(c) })
  // What a stranger sends is not even read: their session is looked at before, and once more with the rest.
  const stands = token !== null && (await sessionFrom(parts.db.web, parts.house, token, now)) !== undefined
  if (!stands && (token === null || (await endedSession(parts.db, parts.house, token)) === undefined))
    return answerTo(c, route, parts, proxies, came, noFiles)
  const incoming = parts.house.vault.incoming(randomUUID())
  try {
    const received = await receive(c.req.raw, incoming, parts.house.uploads)
    // Of whoever's session has run out, what was written is kept for them, and no file.
    const written = hasAnswers(received.form) ? { ...noFiles, form: received.form } : noFiles
    return await answerTo(c, route, parts, proxies, came, stands ? received : written)
  } finally {
    await rm(incoming, { recursive: true, force: true })
  }
}

/** `holder`: whose token it says it is, sealed by us. Whether the session stands is read with the rest. */
type Came = { readonly now: Date; readonly token: string | null; readonly holder: Holder | undefined }

/** Transaction, guard, the module's answer; the page is drawn when the transaction is over. */
async function answerTo(
  c: Context,
  route: Route,
  parts: ServerParts,
  proxies: Proxies,
  { now, token, holder }: Came,
  received: Received,
): Promise<Response> {
  const { form } = received
  const outcome = await inOrganisations(parts.db, holder ? [holder.organisationId] : [], async (tx) => {
    if (route.method === 'GET') keepsWhatItReads(tx)
    const { session, signed } = holder && token !== null ? await whoAsks(parts, tx, token, holder, now) : nobodyKnown
    const strayed = route.method === 'POST' && route.may !== 'open' ? strayedFrom(parts, form, session ?? null) : null
    if (strayed) return { strayed, isSignedIn: session !== undefined } as const
    const visit: Visit = {
      locale: localeOf(c, signed),
      scheme: schemeOf(c),
      signed,
      path: pathOf(c),
      said: saidOf(c, parts),
      ...(session && { ends: session.endsAt }),
    }
    const ctx: Ctx = { tx, actor: signed?.actor ?? stranger, now, house: parts.house }
    if (route.may !== 'open' && !signed)
      return { answer: signInFirst(c, 'uploads' in route && route.uploads ? shellTexts(visit.locale).filesAgain : null), visit }
    if (typeof route.may === 'function' && !route.may(ctx.actor)) {
      await recordMiss(ctx, route)
      return { answer: { kind: 'notAllowed' } as const, visit }
    }
    const asked: Asked = {
      ctx,
      locale: visit.locale,
      languageChosen: isLocale(getCookie(c, 'sprak')),
      path: c.req.path,
      params: c.req.param() as Record<string, string>,
      query: new URL(c.req.url).searchParams,
      form,
      uploaded: received,
      address: visitorAddress(peerOf(c), c.req.header('x-forwarded-for'), proxies),
      token,
      device: getCookie(c, cookieName(parts, deviceCookie)) ?? null,
      underWay: getCookie(c, cookieName(parts, underWayCookie)) ?? null,
      usualPlace: getCookie(c, cookieName(parts, usualPlaceCookie)) ?? null,
    }
    const answer: GetAnswer | PostAnswer | AskFirst<GetAnswer | PostAnswer> = await route.answer(asked)
    if (answer.kind === 'askFirst') return { first: answer } as const
    if (signed && answer.kind === 'redirect' && writerOf(parts.house.sealingKey, form))
      await forgetAt(tx, parts.house, signed.actor, addressOf(c))
    if (signed && (answer.kind === 'nothing' || answer.kind === 'notAllowed')) await recordMiss(ctx, route)
    return { answer, visit }
  })
  if (outcome.first) {
    const { ask, next } = outcome.first
    const said = await ask()
    const then = { ...route, answer: (asked: Asked) => next(asked, said) } as Route
    return answerTo(c, then, parts, proxies, { now: parts.clock(), token, holder }, received)
  }
  if (outcome.strayed) {
    const hadFiles = 'uploads' in route && route.uploads === true
    return notTheirs(c, parts, { token, form, now }, outcome.strayed, { isSignedIn: outcome.isSignedIn, hadFiles })
  }
  return draw(c, outcome.answer, outcome.visit, parts)
}

/** Whose form this is, where it is not of whoever is signed in now: their session has ended, or another has signed in with this browser. */
function strayedFrom(parts: ServerParts, form: Form, now: Writer | null): Writer | null {
  const writer = writerOf(parts.house.sealingKey, form)
  const same = writer?.personId === now?.personId && writer?.organisationId === now?.organisationId
  return same ? null : writer
}

/**
 * Nothing is saved as another, and nothing is lost: the form is kept for whoever wrote it. Only from a browser where somebody is signed
 * in, or was until the session ran out: who has signed out has left nothing to keep.
 */
async function notTheirs(
  c: Context,
  parts: ServerParts,
  { token, form, now }: { readonly token: string | null; readonly form: Form; readonly now: Date },
  writer: Writer,
  { isSignedIn, hadFiles }: { readonly isSignedIn: boolean; readonly hadFiles: boolean },
): Promise<Response> {
  const visit: Visit = { locale: localeOf(c, null), scheme: schemeOf(c), signed: null, path: pathOf(c), said: null }
  const known = isSignedIn || (token !== null && (await endedSession(parts.db, parts.house, token)) !== undefined)
  // A draft that saves itself is told, and keeps its text on the page: nobody has pressed anything.
  if (wantsJson(c)) {
    const message = hadFiles && { message: shellTexts(visit.locale).filesAgain }
    return draw(c, { kind: 'json', status: isSignedIn ? 409 : 401, data: { error: 'signedOut', ...message } }, visit, parts)
  }
  if (!known) return draw(c, signInFirst(c), visit, parts)
  await inOrganisations(parts.db, [writer.organisationId], (tx) =>
    keepForm(tx, parts.house, writer, { address: addressOf(c), form, posted: true }, now),
  )
  if (isSignedIn) return faultPage(c, 'otherWriter', visit, parts)
  const said = hadFiles ? { said: shellTexts(visit.locale).filesAgainKept, refused: true as const } : { said: null }
  return draw(c, { kind: 'redirect', to: `/logg-inn?til=${encodeURIComponent(keptAddress)}`, ...said, cookies: [] }, visit, parts)
}

const wantsJson = (c: Context): boolean => c.req.header('accept')?.startsWith('application/json') ?? false

/** Where a form was sent, with what stands behind the question mark: it is part of what it means. */
const addressOf = (c: Context): string => {
  const { pathname, search } = new URL(c.req.url)
  return pathname + search
}

const noFiles: Received = { form: {}, files: [], refused: [] }

const strangersOrganisation = '00000000-0000-0000-0000-000000000000'
const stranger = clockwork(strangersOrganisation, 0)

type Known = { readonly session: Session | undefined; readonly signed: Signed | null }
const nobodyKnown: Known = { session: undefined, signed: null }

/** Whether the session stands, who its person is today, and what waits for them unread: asked together, so that it is one round trip. */
async function whoAsks(parts: ServerParts, tx: Tx, token: string, holder: Holder, now: Date): Promise<Known> {
  const { organisationId, personId } = holder
  const [session, loaded, unread] = await Promise.all([
    sessionFrom(tx, parts.house, token, now),
    loadActor(tx, organisationId, personId, now),
    unreadCount({ tx, actor: holder, house: parts.house }),
  ])
  if (session) return { session, signed: loaded ? { ...loaded, unread } : null }
  // Whoever comes with a session that has ended sees what a stranger sees.
  await seeNothing(tx)
  return nobodyKnown
}

/**
 * A refused or missed address leaves a trace (M23): one line an hour and kind of page, with how many times, so that guessing does not
 * fill the log. One word for both, and never the record: whoever may know of a case but not open the page would stand out. Where
 * reporters are protected, one line a day and no kind of page (S4-131).
 */
async function recordMiss(ctx: Ctx, route: Route): Promise<void> {
  const isProtected = hidesReporters(ctx.house.profileParts, await profileOf(ctx))
  const where = isProtected ? {} : { route: /^\/[^/:]*/.exec(route.path)?.[0] ?? '' }
  await recordLater(ctx, { type: 'access', id: null }, { type: 'access.missed', ...where }, isProtected ? 'day' : 'hour')
}

function draw(c: Context, answer: GetAnswer | PostAnswer, visit: Visit, parts: ServerParts): Response | Promise<Response> {
  if ('retryAfter' in answer && answer.retryAfter !== undefined) c.header('retry-after', String(answer.retryAfter))
  switch (answer.kind) {
    case 'page':
      return html(c, answer, visit, parts)
    case 'redirect':
      return sendOn(c, answer, parts)
    case 'leave':
      return sendAway(c, answer, parts)
    case 'json':
      return c.json(answer.data as object, answer.status as 200, { 'cache-control': 'no-store' })
    case 'download':
      return c.body(
        answer.bytes instanceof Readable ? (Readable.toWeb(answer.bytes) as ReadableStream) : (answer.bytes as Uint8Array<ArrayBuffer>),
        200,
        {
          'content-type': answer.type,
          'content-disposition': `${answer.inline ? 'inline' : 'attachment'}; ${fileName(answer.name)}`,
          // What somebody sent may hold a script: it runs nowhere, should a browser show it after all.
          ...(answer.inline ? {} : { 'content-security-policy': "sandbox; default-src 'none'" }),
          'cache-control': 'no-store',
        },
      )
    case 'nothing':
      return faultPage(c, 'notFound', visit, parts)
    case 'notAllowed':
      return faultPage(c, 'notAllowed', visit, parts)
  }
}

/** In plain letters for old browsers, and whole for the others (RFC 6266). */
const fileName = (name: string) =>
  `filename="${name.replace(/[^\w.-]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, escaped)}`
const escaped = (sign: string) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`

function html(c: Context, page: Page, visit: Visit, parts: ServerParts): Response {
  const { signed, locale } = visit
  if (visit.said !== null) keepCookie(c, parts, 'sagt', '', 0)
  // The report comes again from where it is posted, when something in it must be mended.
  const reporting = visit.path.startsWith('/avvik/ny') || (c.req.method === 'POST' && c.req.path === '/avvik')
  const asking = visit.path.startsWith('/sporsmal/nytt')
  const text = renderPage(
    <Layout
      locale={locale}
      theme={signed?.theme ?? 'varde'}
      organisationName={signed?.organisationName ?? 'Varde'}
      title={page.status === 422 ? `${shellTexts(locale).wrong}${page.title}` : page.title}
      // A case has one address for all who see it; its page says whether it lies under the cases or under one's own.
      nav={signed ? navigation(signed.actor, signed.profile, locale, page.crumbs[0]?.href ?? visit.path) : []}
      person={signed ? { label: signed.name, role: signed.roleTitle(locale) } : null}
      demo={parts.house.demo}
      colorScheme={visit.scheme}
      breadcrumbs={page.crumbs}
      unread={signed?.unread ?? 0}
      report={signed && !reporting ? { href: '/avvik/ny', label: shellTexts(locale).report } : null}
      advice={signed && !asking ? { href: adviceFrom(c, page), label: shellTexts(locale).advice } : null}
      said={visit.said}
      language={page.language}
      refresh={page.refresh}
      path={visit.path}
      now={parts.clock()}
      sessionEnds={signed && visit.ends ? visit.ends : null}
      writer={signed ? writerMark(parts.house.sealingKey, signed.actor) : null}
      version={version}
    >
      {page.body}
    </Layout>,
  )
  return compressed(c, text, page.status)
}

/** The page that one asks from goes along, so that it can be told of; one that a form was posted to is no page to come back to. */
const adviceFrom = (c: Context, page: Page): string =>
  c.req.method === 'GET' && page.status === 200 ? `/sporsmal/nytt?fra=${encodeURIComponent(c.req.path)}` : '/sporsmal/nytt'

/** A page is some tens of kB of much the same words: a tenth on the wire. Small ones are not worth it. */
function compressed(c: Context, text: string, status: number): Response {
  if (text.length < 1400 || !/\bgzip\b/.test(c.req.header('accept-encoding') ?? '')) return c.body(text, status as 200, pageHeaders)
  return c.body(gzipSync(text, { level: 4 }) as Uint8Array<ArrayBuffer>, status as 200, {
    ...pageHeaders,
    'content-encoding': 'gzip',
    vary: 'accept-encoding',
  })
}

function sendOn(c: Context, answer: Redirect, parts: ServerParts): Response {
  for (const cookie of answer.cookies) keepCookie(c, parts, cookie.name, cookie.value, cookie.maxAge)
  if (answer.said !== null) keepCookie(c, parts, 'sagt', `${answer.refused ? refusedMark : ''}${answer.said}`, 60)
  return c.body(null, 303, { location: placeInside(answer.to), 'cache-control': 'no-store' })
}

/** To another house. Only what a provider says of itself leads here, and never what was asked for. */
function sendAway(c: Context, answer: Leave, parts: ServerParts): Response {
  for (const cookie of answer.cookies) keepCookie(c, parts, cookie.name, cookie.value, cookie.maxAge)
  return c.body(null, 303, { location: answer.to, 'cache-control': 'no-store' })
}

/** Where somebody wanted to go is remembered in the address, and only as a path. */
/** `lost`: what is said where the browser must be asked for it again. A browser never keeps which files were chosen, and no page may choose them. */
const signInFirst = (c: Context, lost: string | null = null): Redirect | PostAnswer => {
  if (wantsJson(c) && c.req.method === 'POST')
    return { kind: 'json', status: 401, data: { error: 'signedOut', ...(lost && { message: lost }) } }
  // The page where files are chosen has the address they are sent to.
  const wanted = (c.req.method === 'GET' || lost) && c.req.path !== '/' ? `?til=${encodeURIComponent(pathOf(c))}` : ''
  return { kind: 'redirect', to: `/logg-inn${wanted}`, said: lost, ...(lost !== null && { refused: true }), cookies: [] }
}

/** Outside any route: the frame is drawn without an open transaction, and without the person. */
const fault = (c: Context, parts: ServerParts, kind: Fault, reference: string | null = null) =>
  faultPage(c, kind, { locale: localeOf(c, null), scheme: schemeOf(c), signed: null, path: pathOf(c), said: null }, parts, reference)

const faultStatus: Readonly<Record<Fault, number>> = {
  notFound: 404,
  notAllowed: 403,
  foreignOrigin: 403,
  otherWriter: 409,
  demoOnlyHere: 421,
  tooLarge: 413,
  unreadable: 400,
  busy: 503,
  full: 507,
  failed: 500,
}

function faultPage(c: Context, kind: Fault, visit: Visit, parts: ServerParts, reference: string | null = null): Response {
  const status = faultStatus[kind]
  if (kind === 'busy' || kind === 'full') c.header('retry-after', '5')
  // What is not read ends the connection: whoever sends on it after this would be heard by nobody.
  if (kind === 'tooLarge') c.header('connection', 'close')
  if (wantsJson(c))
    return c.json({ error: kind, message: shellTexts(visit.locale).faults[kind].lead }, status as 400, { 'cache-control': 'no-store' })
  const { title } = shellTexts(visit.locale).faults[kind]
  return html(
    c,
    {
      kind: 'page',
      status,
      title,
      body: (
        <FaultPage
          kind={kind}
          locale={visit.locale}
          reference={reference}
          mayAsk={visit.signed !== null}
          admin={visit.signed !== null && hasRole(visit.signed.actor, 'admin')}
        />
      ),
      crumbs: [],
    },
    visit,
    parts,
  )
}

/** The last resort: a calm page with a reference, and the log has what happened. Nothing of the request's content goes into the log. */
function failed(c: Context, parts: ServerParts, error: Error): Response {
  const kind = faultOf(error)
  const reference = randomUUID().slice(0, 8)
  const { code } = error as { readonly code?: unknown }
  if (kind !== 'unreadable' && kind !== 'tooLarge')
    parts.log.error({ reference, kind, code, route: c.req.routePath, message: error.message, stack: error.stack }, 'a request failed')
  return fault(c, parts, kind, reference)
}

function faultOf(error: Error): Fault {
  if (error.name === 'UnreadableForm') return 'unreadable'
  if (error.name === 'FormTooLarge') return 'tooLarge'
  const away = unavailable(error)
  return away === null ? 'failed' : away === 'full' ? 'full' : 'busy'
}

/** Whether the database answers, and no more: anybody may ask. What waits in the outbox is the administrator's to see. */
async function ready(c: Context, parts: ServerParts): Promise<Response> {
  try {
    await parts.db.web.selectFrom('organisation').select('id').limit(1).execute()
    return c.text('ready')
  } catch {
    return c.text('the database does not answer', 503)
  }
}

async function readForm(c: Context): Promise<Form> {
  const type = c.req.header('content-type') ?? ''
  if (!type.startsWith('application/x-www-form-urlencoded') && !type.startsWith('multipart/form-data')) return {}
  let body: Record<string, unknown>
  try {
    body = await within(slowestForm, c.req.parseBody({ all: true }))
  } catch (cause) {
    throw Object.assign(new Error('The form could not be read', { cause }), { name: 'UnreadableForm' })
  }
  const form: Record<string, string | string[]> = Object.create(null)
  for (const [name, value] of Object.entries(body)) {
    if (typeof value === 'string') form[name] = value
    else if (Array.isArray(value)) form[name] = value.filter((one): one is string => typeof one === 'string')
  }
  return form
}

function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The form came too slowly.')), ms)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}

const pathOf = (c: Context): string => {
  const { pathname, search } = new URL(c.req.url)
  return c.req.method === 'GET' ? pathname + search : pathname
}

const localeOf = (c: Context, signed: { readonly locale: Locale } | null): Locale => {
  const chosen = getCookie(c, 'sprak')
  if (isLocale(chosen)) return chosen
  if (signed) return signed.locale
  const wanted = c.req.header('accept-language')?.toLowerCase() ?? ''
  return /^\s*nn/.test(wanted) ? 'nn' : /^\s*en/.test(wanted) ? 'en' : 'nb'
}

const schemeOf = (c: Context): ColorScheme => {
  const chosen = getCookie(c, 'visning')
  return chosen === 'light' || chosen === 'dark' ? chosen : 'auto'
}

/** First in what is said once, where it is why something was not done. */
const refusedMark = '!'
function saidOf(c: Context, parts: ServerParts): Said | null {
  const kept = c.req.method === 'GET' ? getCookie(c, cookieName(parts, 'sagt')) : undefined
  if (kept === undefined) return null
  return kept.startsWith(refusedMark) ? { text: kept.slice(refusedMark.length), tone: 'danger' } : { text: kept, tone: 'success' }
}

/** `__Host-` ties a cookie to this host over https; a browser refuses it over http, which only loopback uses. */
const cookieName = (parts: ServerParts, name: string) =>
  parts.house.baseUrl.startsWith('https:') && ['varde', 'sagt', deviceCookie, underWayCookie, usualPlaceCookie].includes(name)
    ? `__Host-${name}`
    : name

function keepCookie(c: Context, parts: ServerParts, name: string, value: string, maxAge: number | null): void {
  setCookie(c, cookieName(parts, name), value, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: parts.house.baseUrl.startsWith('https:'),
    ...(maxAge === null ? {} : { maxAge }),
  })
}

/** In process there is no socket: a test asks from loopback. */
function peerOf(c: Context): string {
  try {
    return getConnInfo(c).remote.address ?? '127.0.0.1'
  } catch {
    return '127.0.0.1'
  }
}
