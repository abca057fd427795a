import { newId } from '../../src/kernel/ids.ts'
import { inHours } from './journey.ts'

export type Visit = { readonly status: number; readonly text: string; readonly location: string | null; readonly retryAfter: string | null }

/** Somebody of the demo who asks a running installation over the network, without a browser. */
export type Visitor = {
  /** Null: no answer came at all. */
  readonly get: (path: string) => Promise<Visit | null>
  readonly post: (path: string, form: Readonly<Record<string, string>>) => Promise<Visit | null>
  /** Sends the quick report; the answer is a redirect to it. */
  readonly report: (marker: string) => Promise<Visit | null>
}

/** Signs in as a person of the demo, by slug: `oslomet-ansatt`. Throws where that does not go. */
export async function visitor(url: string, slug: string): Promise<Visitor> {
  const ask = async (path: string, init: RequestInit): Promise<(Visit & { readonly cookies: readonly string[] }) | null> => {
    try {
      const answer = await fetch(`${url}${path}`, { ...init, redirect: 'manual', signal: AbortSignal.timeout(30_000) })
      const { status, headers } = answer
      const cookies = headers.getSetCookie().map((set) => set.split(';')[0] ?? '')
      return { status, text: await answer.text(), location: headers.get('location'), retryAfter: headers.get('retry-after'), cookies }
    } catch {
      return null
    }
  }
  const signedIn = await ask('/demo/logg-inn', { method: 'POST', headers: { origin: url }, body: new URLSearchParams({ person: slug }) })
  if (signedIn?.status !== 303) throw new Error(`${slug} could not sign in: ${signedIn?.status}`)
  const cookie = signedIn.cookies.join('; ')
  const get = (path: string) => ask(path, { headers: { cookie } })
  const post = (path: string, form: Readonly<Record<string, string>>) =>
    ask(path, { method: 'POST', headers: { cookie, origin: url }, body: new URLSearchParams(form) })
  return {
    get,
    post,
    report: async (marker) => {
      const form = await get('/avvik/ny')
      const affectedUnit =
        /<select[^>]*name="affectedUnit"[\s\S]*?<option[^>]*selected[^>]*value="([0-9a-f-]{36})"/.exec(form?.text ?? '')?.[1] ?? ''
      const id = newId(new Date())
      return post('/avvik', { id, personalData: 'yes', whatHappened: marker, affectedUnit, discoveredAt: inHours(-1), knapp: 'send' })
    },
  }
}
