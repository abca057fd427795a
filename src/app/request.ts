import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import type { Form } from '../kernel/fields.ts'
import { isLocale, type Locale } from '../kernel/texts.ts'
import type { ColorScheme, Said } from '../ui/layout.tsx'
import type { Pages } from './pages-of.ts'
import type { ServerParts } from './visit.ts'

// What a request says of itself beside its address: its form, its cookies, its language, and who is at the other end.

export const wantsJson = (c: Context): boolean => c.req.header('accept')?.startsWith('application/json') ?? false

export const pathOf = (c: Context): string => {
  const { pathname, search } = new URL(c.req.url)
  return c.req.method === 'GET' ? pathname + search : pathname
}

/** Where a form was sent, with what stands behind the question mark: it is part of what it means. */
export const addressOf = (c: Context): string => {
  const { pathname, search } = new URL(c.req.url)
  return pathname + search
}

/**
 * The page somebody is on: what they asked for; or, where they sent a form, the page it is filled in at: as the form itself says, or the
 * browser, or the nearest page above.
 */
export function pageBehind(c: Context, pages: Pages, said: string | null): string {
  if (c.req.method === 'GET') return pathOf(c)
  const referer = c.req.header('referer') ?? ''
  const { pathname, search } = new URL(URL.canParse(referer) ? referer : c.req.url, c.req.url)
  return [said ?? '', pathname + search].find((one) => one !== '' && isPage(pages, one)) ?? ownPage(c, pages)
}

const isPage = (pages: Pages, address: string): boolean => {
  const path = address.replace(/[?#].*/s, '')
  return pages.pageAt(path) === path
}

const ownPage = (c: Context, pages: Pages): string => {
  const page = pages.pageAt(c.req.path)
  return page === c.req.path ? addressOf(c) : page
}

/** What this browser keeps by this name, as it was set: over https nothing that another host could have set. */
export const kept = (c: Context, parts: ServerParts, name: string): string | undefined => getCookie(c, cookieName(parts, name))

/** The language chosen in this browser. */
export const chosenLocale = (c: Context, parts: ServerParts): Locale | null => {
  const chosen = kept(c, parts, 'sprak')
  return isLocale(chosen) ? chosen : null
}

export const localeOf = (c: Context, parts: ServerParts, signed: { readonly locale: Locale } | null): Locale => {
  const chosen = chosenLocale(c, parts)
  if (chosen) return chosen
  if (signed) return signed.locale
  const wanted = c.req.header('accept-language')?.toLowerCase() ?? ''
  return /^\s*nn/.test(wanted) ? 'nn' : /^\s*en/.test(wanted) ? 'en' : 'nb'
}

export const schemeOf = (c: Context, parts: ServerParts): ColorScheme => {
  const chosen = kept(c, parts, 'visning')
  return chosen === 'light' || chosen === 'dark' ? chosen : 'auto'
}

/** First in what is said once, where it is why something was not done. */
export const refusedMark = '!'

export function saidOf(c: Context, parts: ServerParts): Said | null {
  const said = c.req.method === 'GET' ? kept(c, parts, 'sagt') : undefined
  if (said === undefined) return null
  return said.startsWith(refusedMark) ? { text: said.slice(refusedMark.length), tone: 'danger' } : { text: said, tone: 'success' }
}

/** `__Host-` ties every cookie to this host over https (ASVS 3.3.1, 3.3.3); a browser refuses it over http, which only loopback uses. */
const cookieName = (parts: ServerParts, name: string) => (parts.house.baseUrl.startsWith('https:') ? `__Host-${name}` : name)

export function keepCookie(c: Context, parts: ServerParts, name: string, value: string, maxAge: number | null): void {
  setCookie(c, cookieName(parts, name), value, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: parts.house.baseUrl.startsWith('https:'),
    ...(maxAge === null ? {} : { maxAge }),
  })
}

/** In process there is no socket: a test asks from loopback. */
export function peerOf(c: Context): string {
  try {
    return getConnInfo(c).remote.address ?? '127.0.0.1'
  } catch {
    return '127.0.0.1'
  }
}

/** How long a form without files may take to arrive, in milliseconds: a client that dribbles must not hold a place for ever (G-26). */
const slowestForm = 30_000

export async function readForm(c: Context): Promise<Form> {
  const type = c.req.header('content-type') ?? ''
  if (!type.startsWith('application/x-www-form-urlencoded') && !type.startsWith('multipart/form-data')) return {}
  let body: Record<string, unknown>
  try {
    body = await within(slowestForm, c.req.parseBody({ all: true }))
  } catch (cause) {
    throw unreadable(cause)
  }
  const form: Record<string, string | string[]> = Object.create(null)
  for (const [name, value] of Object.entries(body)) {
    if (typeof value === 'string') form[name] = value
    else if (Array.isArray(value)) form[name] = value.filter((one): one is string => typeof one === 'string')
  }
  return form
}

/** What was sent was broken off, came too slowly or makes no sense: whoever sent it is told, and nothing is wrong here. */
export const unreadable = (cause: unknown): Error =>
  cause instanceof Error && ofOurs.has(cause.name)
    ? cause
    : Object.assign(new Error('The form could not be read', { cause }), { name: 'UnreadableForm' })
/** What we ourselves have broken off has a name of its own. */
const ofOurs: ReadonlySet<string> = new Set(['FormTooLarge', 'TooMuchAtOnce'])

/** Rejects where the work takes longer: whoever dribbles must not hold a place for ever (G-26). */
export function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The form came too slowly.')), ms)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}
