import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { gzipSync } from 'node:zlib'
import type { Context } from 'hono'
import { unavailable } from '../db/unavailable.ts'
import { hasRole } from '../kernel/actor.ts'
import type { GetAnswer, Leave, Page, PostAnswer, Redirect } from '../kernel/http.ts'
import { placeInside } from '../kernel/place.ts'
import { sessionCookie } from '../modules/identity/public.ts'
import { writerMark } from '../modules/kept/public.ts'
import { Layout } from '../ui/layout.tsx'
import { renderPage } from '../ui/render.ts'
import { type Fault, FaultPage } from './faults.tsx'
import { pageHeaders } from './headers.ts'
import { navigation } from './navigation.ts'
import { pages } from './pages.ts'
import { keepCookie, localeOf, pageBehind, pathOf, refusedMark, schemeOf, wantsJson } from './request.ts'
import { shellTexts } from './texts.ts'
import { version } from './version.ts'
import type { ServerParts, Visit } from './visit.ts'

// What a module answered, as what a browser is sent; and what went wrong, as a page that says what to do.

export function draw(c: Context, answer: GetAnswer | PostAnswer, visit: Visit, parts: ServerParts): Response | Promise<Response> {
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
          'content-type': withCharset(answer.type),
          'content-disposition': `${answer.inline ? 'inline' : 'attachment'}; ${fileName(answer.name)}`,
          // What somebody sent may hold a script: it runs nowhere, should a browser show it after all.
          ...(answer.inline
            ? {}
            : { 'content-security-policy': "sandbox; default-src 'none'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'" }),
          'cache-control': 'no-store',
        },
      )
    case 'nothing':
      return faultPage(c, 'notFound', visit, parts)
    case 'notAllowed':
      return faultPage(c, 'notAllowed', visit, parts)
  }
}

/** What we write ourselves is UTF-8 and says so; what somebody sent says what it is in its first lines, if at all (ASVS 4.1.1). */
const withCharset = (type: string): string =>
  /^(text\/|application\/(json|xml)\b|[^;]*\+xml\b)/.test(type) && !type.includes('charset=') && type !== 'text/plain'
    ? `${type}; charset=utf-8`
    : type

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
      // An open page is the organisation's for whoever reads it, also for a neighbour's employee.
      theme={page.host?.theme ?? signed?.theme ?? 'varde'}
      organisationName={page.host?.name ?? signed?.organisationName ?? 'Varde'}
      {...(page.host && !signed ? { paths: { home: page.host.href } } : {})}
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
      path={visit.from}
      posted={c.req.method === 'POST'}
      now={parts.clock()}
      sessionEnds={signed && visit.ends ? visit.ends : null}
      writer={signed ? () => writerMark(parts.house.houseKey, signed.actor, visit.from) : null}
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
  // Handed on as bytes: a text would be gone through twice, to count its bytes and to write them.
  if (text.length < 1400 || !/\bgzip\b/.test(c.req.header('accept-encoding') ?? ''))
    return c.body(Buffer.from(text), status as 200, pageHeaders)
  return c.body(gzipSync(text, { level: 4 }) as Uint8Array<ArrayBuffer>, status as 200, {
    ...pageHeaders,
    'content-encoding': 'gzip',
    vary: 'accept-encoding',
  })
}

function sendOn(c: Context, answer: Redirect, parts: ServerParts): Response {
  for (const cookie of answer.cookies) keepCookie(c, parts, cookie.name, cookie.value, cookie.maxAge)
  // Whoever signs out leaves nothing of theirs behind in the browser (ASVS 14.3.1); our cookies are said one by one.
  if (answer.cookies.some(({ name, maxAge }) => name === sessionCookie && maxAge === 0)) c.header('clear-site-data', '"storage"')
  if (answer.said !== null) keepCookie(c, parts, 'sagt', `${answer.refused ? refusedMark : ''}${answer.said}`, 60)
  return c.body(null, 303, { location: placeInside(answer.to), 'cache-control': 'no-store' })
}

/** To another house. Only what a provider says of itself leads here, and never what was asked for. */
function sendAway(c: Context, answer: Leave, parts: ServerParts): Response {
  for (const cookie of answer.cookies) keepCookie(c, parts, cookie.name, cookie.value, cookie.maxAge)
  return c.body(null, 303, { location: answer.to, 'cache-control': 'no-store' })
}

/**
 * Where somebody wanted to go is remembered in the address, and only as a path. `lost`: what is said where the browser must be asked for
 * it again. A browser never keeps which files were chosen, and no page may choose them.
 */
export const signInFirst = (c: Context, lost: string | null = null): Redirect | PostAnswer => {
  if (wantsJson(c) && c.req.method === 'POST')
    return { kind: 'json', status: 401, data: { error: 'signedOut', ...(lost && { message: lost }) } }
  // The page where files are chosen has the address they are sent to.
  const wanted = (c.req.method === 'GET' || lost) && c.req.path !== '/' ? `?til=${encodeURIComponent(pathOf(c))}` : ''
  return { kind: 'redirect', to: `/logg-inn${wanted}`, said: lost, ...(lost !== null && { refused: true }), cookies: [] }
}

/** Outside any route: the frame is drawn without an open transaction, and without the person. */
export const fault = (c: Context, parts: ServerParts, kind: Fault, reference: string | null = null) =>
  faultPage(
    c,
    kind,
    {
      locale: localeOf(c, parts, null),
      scheme: schemeOf(c, parts),
      signed: null,
      path: pathOf(c),
      from: pageBehind(c, pages(), null),
      said: null,
    },
    parts,
    reference,
  )

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
  keyAway: 503,
  failed: 500,
}

export function faultPage(c: Context, kind: Fault, visit: Visit, parts: ServerParts, reference: string | null = null): Response {
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
export function failed(c: Context, parts: ServerParts, error: Error): Response {
  const { kind, reference } = noted(c, parts, error)
  // What is not read ends the connection: whoever sends on it after this would be heard by nobody.
  if (error.name === 'TooMuchAtOnce') c.header('connection', 'close')
  return fault(c, parts, kind, reference)
}

/** What kind of fault it is, written into the log of the process. */
export function noted(c: Context, parts: ServerParts, error: Error): { readonly kind: Fault; readonly reference: string } {
  const kind = faultOf(error)
  const reference = randomUUID().slice(0, 8)
  const { code } = error as { readonly code?: unknown }
  if (error.name === 'TooMuchAtOnce') parts.log.warn({ kind: error.name }, 'more was sent at once than there is room for')
  else if (kind !== 'unreadable' && kind !== 'tooLarge')
    parts.log.error({ reference, kind, code, route: c.req.routePath, message: error.message, stack: error.stack }, 'a request failed')
  return { kind, reference }
}

function faultOf(error: Error): Fault {
  if (error.name === 'UnreadableForm') return 'unreadable'
  if (error.name === 'FormTooLarge') return 'tooLarge'
  if (error.name === 'KeyAway') return 'keyAway'
  if (error.name === 'TooMuchAtOnce') return 'busy'
  const away = unavailable(error)
  return away === null ? 'failed' : away === 'full' ? 'full' : 'busy'
}
