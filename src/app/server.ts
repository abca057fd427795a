import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { sql } from 'kysely'
import { inOrganisations, seeNothing } from '../db/transaction.ts'
import { recordLater } from '../kernel/audit-later.ts'
import type { Ctx, Tx } from '../kernel/ctx.ts'
import type { Form } from '../kernel/fields.ts'
import { type Asked, type AskFirst, type GetAnswer, get, nothing, type PostAnswer, type Route, redirect } from '../kernel/http.ts'
import { hidesReporters } from '../kernel/profile.ts'
import { keepsWhatItReads } from '../kernel/read-once.ts'
import { byLink, type Received, receive } from '../kernel/upload.ts'
import {
  confinedTo,
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
import { forgetAt, hasAnswers, keepForm, keptAddress, pageOf, type Writer, writerOf } from '../modules/kept/public.ts'
import { unreadCount } from '../modules/messages/public.ts'
import { profileOf } from '../modules/organisation/public.ts'
import { loadActor } from '../modules/people/public.ts'
import { type Proxies, proxiesOf, visitorAddress } from './address.ts'
import { draw, failed, fault, faultPage, signInFirst } from './answer.tsx'
import { serveAsset } from './assets.ts'
import { askedFromHere } from './demo-host.ts'
import { securityHeaders } from './headers.ts'
import { openMachineRoads } from './machines.ts'
import { modules } from './modules.ts'
import { pages } from './pages.ts'
import { addressOf, chosenLocale, kept, localeOf, pageBehind, pathOf, peerOf, readForm, saidOf, schemeOf, wantsJson } from './request.ts'
import { fromOurPages } from './same-origin.ts'
import { stranger } from './stranger.ts'
import { shellTexts } from './texts.ts'
import { underWay } from './under-way.ts'
import type { ServerParts, Signed, Visit } from './visit.ts'

const largestForm = 512 * 1024
/** What all forms together may hold while they are read and answered: some hundred that are full of words, or fifty of the largest. */
const mostUnderWay = 24 * 1024 * 1024

/** An address that nobody has: answered like a record that is not there, to the same reader. */
const nowhere = get('*', 'open', async () => nothing)

/** The whole web server, without a port: `app.request()` is a real request in a test. */
export function server(parts: ServerParts): Hono {
  const app = new Hono()
  const https = parts.house.baseUrl.startsWith('https:')
  const headers = securityHeaders(https)
  const proxies = proxiesOf(parts.trustedProxies)
  const counted = underWay(mostUnderWay)
  const small = bodyLimit({ maxSize: largestForm, onError: (c) => fault(c, parts, 'tooLarge') })

  app.use(async (c, next) => {
    await next()
    for (const [name, value] of Object.entries(headers)) if (!c.res.headers.has(name)) c.res.headers.set(name, value)
  })
  app.get('/assets/*', (c) => serveAsset(c))
  app.get('/healthz', (c) => c.text('ok'))
  app.get('/readyz', (c) => ready(c, parts))
  app.use(async (c, next) => (parts.house.demo && !askedFromHere(c.req.url, c.req.raw.headers) ? fault(c, parts, 'demoOnlyHere') : next()))
  openMachineRoads(app, parts, proxies, counted)
  // Before the check of where a form comes from: what other machines send comes from no page, and has its own proof.
  for (const route of modules.flatMap((module) => module.routes))
    if (route.method === 'POST' && route.machines) app.post(route.path, counted, small, (c) => serve(c, route, parts, proxies))
  app.use(async (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD' || fromOurPages(c.req.raw.headers, parts.origins, parts.house.demo)) return next()
    // Nothing of who sent it, and nothing that they wrote.
    parts.log.warn({ kind: 'foreignOrigin' }, 'a form that came from no page of ours was refused')
    return fault(c, parts, 'foreignOrigin')
  })

  for (const route of [...exampleRoutes(parts.example), ...modules.flatMap((module) => module.routes)]) {
    // Files are counted as they are read (kernel/upload.ts): bodyLimit would gather them in memory first, a stranger's too.
    if ('uploads' in route && route.uploads) app.post(route.path, (c) => serve(c, route, parts, proxies))
    else if (route.method === 'POST') app.post(route.path, counted, small, (c) => serve(c, route, parts, proxies))
    else app.get(route.path, (c) => serve(c, route, parts, proxies))
  }
  app.post('*', counted, small)
  app.notFound((c) => serve(c, nowhere, parts, proxies))
  app.onError((error, c) => failed(c, parts, error))
  return app
}

/** One request, and its form; files only of somebody signed in, and what the answer did not take is gone after it. */
async function serve(c: Context, route: Route, parts: ServerParts, proxies: Proxies): Promise<Response> {
  const now = parts.clock()
  const token = 'machines' in route && route.machines ? null : (kept(c, parts, 'varde') ?? null)
  const came = { now, token, holder: token === null ? undefined : holderOf(parts.house, token) }
  if (route.method === 'GET') return answerTo(c, route, parts, proxies, came, noFiles)
  if (!route.uploads) return answerTo(c, route, parts, proxies, came, { ...noFiles, form: await readForm(c) })
  if (route.admits) return servedByLink(c, route, route.admits, parts, proxies, came)
  // What a stranger sends is not even read: their session is looked at before, and once more with the rest.
  const stands = token !== null && (await sessionFrom(parts.db.web, parts.house, token, now))?.confined === false
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

/** Files of somebody who has been sent the link. Where it does not hold, no file is read, and no more than of any form. */
async function servedByLink(
  c: Context,
  route: Route,
  admits: NonNullable<PostRoute['admits']>,
  parts: ServerParts,
  proxies: Proxies,
  came: Came,
) {
  const { db, house } = parts
  const admitted = await inOrganisations(db, [], (tx) => admits({ tx, house, now: came.now }, c.req.param()))
  const incoming = house.vault.incoming(randomUUID())
  try {
    const received = await receive(c.req.raw, incoming, admitted ? byLink(house.uploads) : { bytes: 0, files: 0 })
    return await answerTo(c, route, parts, proxies, came, received)
  } finally {
    await rm(incoming, { recursive: true, force: true })
  }
}
type PostRoute = Extract<Route, { readonly method: 'POST' }>

/** To a page that saves by itself: its text stays where it is. */
const signedOut = { kind: 'json', status: 401, data: { error: 'signedOut' } } as const

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
    const known = holder && token !== null ? await whoAsks(parts, tx, token, holder, now) : nobodyKnown
    const { session } = known
    // Who has shown less than is asked for is nobody yet, but where they get it.
    const confined = known.session?.confined === true && route.may !== 'anySession'
    const signed = confined ? null : known.signed
    const nobodyYet = session === undefined || confined
    const strayed = route.method === 'POST' && route.may !== 'open' ? strayedFrom(parts, form, nobodyYet ? null : session) : null
    if (strayed) return { strayed, isSignedIn: !nobodyYet, confined } as const
    const visit: Visit = {
      locale: localeOf(c, parts, signed),
      scheme: schemeOf(c, parts),
      signed: session?.confined ? null : signed,
      path: pathOf(c),
      from: pageBehind(c, pages(), pageOf(parts.house.houseKey, form)),
      said: saidOf(c, parts),
      ...(session && { ends: session.endsAt }),
    }
    const ctx: Ctx = { tx, actor: signed?.actor ?? stranger, now, house: parts.house }
    if (confined && route.may !== 'open')
      return { answer: wantsJson(c) ? signedOut : confinedTo(visit.locale, c.req.method === 'GET' ? pathOf(c) : '/'), visit }
    if (route.may !== 'open' && !signed)
      return { answer: signInFirst(c, 'uploads' in route && route.uploads ? shellTexts(visit.locale).filesAgain : null), visit }
    if (typeof route.may === 'function' && !route.may(ctx.actor)) {
      await recordMiss(ctx, route)
      return { answer: { kind: 'notAllowed' } as const, visit }
    }
    const asked: Asked = {
      ctx,
      locale: visit.locale,
      languageChosen: chosenLocale(c, parts) !== null,
      path: c.req.path,
      params: c.req.param() as Record<string, string>,
      query: new URL(c.req.url).searchParams,
      form,
      uploaded: received,
      address: visitorAddress(peerOf(c), c.req.header('x-forwarded-for'), proxies),
      token,
      device: kept(c, parts, deviceCookie) ?? null,
      underWay: kept(c, parts, underWayCookie) ?? null,
      usualPlace: kept(c, parts, usualPlaceCookie) ?? null,
    }
    const answer: GetAnswer | PostAnswer | AskFirst<GetAnswer | PostAnswer> = await route.answer(asked)
    if (answer.kind === 'askFirst') return { first: answer } as const
    if (signed && answer.kind === 'redirect' && writerOf(parts.house.houseKey, form))
      await forgetAt(tx, parts.house, signed.actor, addressOf(c))
    // An address that only forms are sent to, written into the address line or opened by a reload: the page above it is what was meant.
    if (route.method === 'GET' && answer.kind === 'nothing' && pages().isForForms(c.req.path))
      return { answer: redirect(pages().pageAt(c.req.path)), visit }
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
    const { isSignedIn, confined } = outcome
    return notTheirs(c, parts, { token, form, now }, outcome.strayed, { isSignedIn, confined, hadFiles })
  }
  return draw(c, outcome.answer, outcome.visit, parts)
}

/** Whose form this is, where it is not of whoever is signed in now: their session has ended, or another has signed in with this browser. */
function strayedFrom(parts: ServerParts, form: Form, now: Writer | null): Writer | null {
  const writer = writerOf(parts.house.houseKey, form)
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
  { isSignedIn, confined, hadFiles }: { readonly isSignedIn: boolean; readonly confined: boolean; readonly hadFiles: boolean },
): Promise<Response> {
  const from = pageBehind(c, pages(), pageOf(parts.house.houseKey, form))
  const visit: Visit = { locale: localeOf(c, parts, null), scheme: schemeOf(c, parts), signed: null, path: pathOf(c), from, said: null }
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
  if (confined) return draw(c, confinedTo(visit.locale, keptAddress), visit, parts)
  const said = hadFiles ? { said: shellTexts(visit.locale).filesAgainKept, refused: true as const } : { said: null }
  return draw(c, { kind: 'redirect', to: `/logg-inn?til=${encodeURIComponent(keptAddress)}`, ...said, cookies: [] }, visit, parts)
}

const noFiles: Received = { form: {}, files: [], refused: [] }

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

/** Whether the database answers, and no more: anybody may ask. What waits in the outbox is the administrator's to see. */
async function ready(c: Context, parts: ServerParts): Promise<Response> {
  try {
    const { rows } = await sql<{ read_only: boolean }>`
      select current_setting('transaction_read_only')::boolean as read_only, exists (select from organisation) as answers`.execute(
      parts.db.web,
    )
    // Every page writes: a standby, or a primary that came back as one, serves nobody.
    return rows[0]?.read_only ? c.text('the database can only be read', 503) : c.text('ready')
  } catch {
    return c.text('the database does not answer', 503)
  }
}
