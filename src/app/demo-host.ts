import { isLocalHost } from '../modules/identity/public.ts'

/** What a proxy writes of whoever asked. */
const forwarded = ['x-forwarded-for', 'x-forwarded-host', 'x-forwarded-server', 'x-original-host', 'x-real-ip', 'forwarded', 'via'] as const

/**
 * Whether somebody at this machine asks. The demo lets anyone be anyone, so it answers to the names of this machine alone: not
 * to a name that was made to point here (DNS rebinding), not through a proxy, and not to a page from elsewhere.
 */
export function askedFromHere(url: string, headers: Headers): boolean {
  const origin = headers.get('origin')
  return isLocalHost(url) && (origin === null || isLocalHost(origin)) && forwarded.every((name) => headers.get(name) === null)
}
