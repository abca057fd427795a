import { enterFaults } from './enter.ts'

/** One page of an installation, and who may see it. */
export type Place = { readonly person: string | null; readonly path: string }

/** How many pages of the same kind are worth a look: a case in each of its states is one kind, and several pages. */
const perKind = (kind: string): number => (kind === '/avvik/:id' ? 5 : kind.includes('?') ? 1 : 2)

/**
 * Every page that somebody comes to by links alone, one or a few of each kind, in the order found. Reads only; presses nothing.
 * `person`: slug of the demo; null: nobody is signed in.
 */
export async function crawl(url: string, person: string | null, from: readonly string[] = ['/']): Promise<readonly Place[]> {
  const cookie = person === null ? '' : await signIn(url, person)
  const seen = new Set<string>()
  const kinds = new Map<string, number>()
  const places: Place[] = []
  const ahead = [...from]
  for (let path = ahead.shift(); path !== undefined; path = ahead.shift()) {
    const kind = kindOf(path)
    const before = kinds.get(kind) ?? 0
    if (seen.has(path) || before >= perKind(kind)) continue
    seen.add(path)
    const answer = await fetch(`${url}${path}`, { headers: { cookie, 'accept-language': 'nb' }, redirect: 'manual' })
    const html = answer.headers.get('content-type')?.startsWith('text/html') ? await answer.text() : ''
    if (answer.status >= 500) throw new Error(`${person ?? 'nobody'}: ${path} answered ${answer.status}`)
    if (answer.status === 404 || answer.status === 403)
      throw new Error(`${person ?? 'nobody'}: ${path} answered ${answer.status}, and a link leads there`)
    if (answer.status !== 200 || html === '') continue
    const wrong = enterFaults(html)
    if (wrong.length > 0) throw new Error(`${person ?? 'nobody'}: ${path}: ${wrong.join('\n')}`)
    kinds.set(kind, before + 1)
    places.push({ person, path })
    ahead.push(...linksIn(html, path))
  }
  return places
}

/** Signs in as one of the people of the demo; the cookie of the session. */
export async function signIn(url: string, person: string): Promise<string> {
  const answer = await fetch(`${url}/demo/logg-inn`, {
    method: 'POST',
    headers: { origin: url },
    body: new URLSearchParams({ person }),
    redirect: 'manual',
  })
  if (answer.status !== 303) throw new Error(`${person} could not sign in: ${answer.status}`)
  return answer.headers
    .getSetCookie()
    .map((set) => set.split(';', 1)[0])
    .join('; ')
}

/** The page's address without what is this very one's: pages of one kind have one. */
export const kindOf = (path: string): string =>
  path
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')
    .replace(/=[^&#]*/g, '')
    .replace(/#.*/, '')

const linksIn = (html: string, from: string): readonly string[] =>
  [...html.matchAll(/<a\b[^>]*\shref="([^"]+)"/g)]
    .map(([, href = '']) => href.replaceAll('&amp;', '&').replace(/#.*$/, ''))
    .map((href) => (href.startsWith('?') ? from.replace(/\?.*/, '') + href : href))
    .filter((href) => /^\/(?!\/)/.test(href) && !/\.(pdf|svg|txt|json|xlsx|csv)(\?|$)/.test(href))
