import type { Role } from '../../kernel/actor.ts'
import type { Form } from '../../kernel/fields.ts'
import type { Demand } from './identity.ts'

/**
 * Lifetimes of a session. NIST SP 800-63B-4 § 2.2.3 (AAL2): no more than one hour idle and 24 hours in all. A working day is
 * enough here, and a machine left in an open office is the likelier misuse (ASVS 7.1.1, S0-22).
 */
export const longestIdle = 60
/** Shorter than this a session could end in the middle of a page: it is written to each five minutes and not at every one. */
export const shortestIdle = 10
export const absoluteHours = 12
/** A page does not write to the session each time; therefore a session may end up to this much before its time is out. */
export const seenEveryMinutes = 5

/** Hours that a session is remembered after its end: a page left open overnight still knows whose it was, so that its text is kept for them. */
export const rememberedHours = 24

const minute = 60_000
export const expiresAt = (now: Date): Date => new Date(now.getTime() + absoluteHours * 60 * minute)
/** When a session ends, if its person does nothing more. `idleMinutes`: what the organisation had set when it began. */
export const endOf = (seenAt: Date, expiresAt: Date, idleMinutes: number): Date =>
  new Date(Math.min(seenAt.getTime() + idleMinutes * minute, expiresAt.getTime()))
export const rememberedSince = (now: Date): Date => new Date(now.getTime() - rememberedHours * 60 * minute)
export const seenBefore = (now: Date): Date => new Date(now.getTime() - seenEveryMinutes * minute)

/** E-mail addresses are compared in lower case; the part before @ may by the letter differ in case, and nowhere does. */
export const plainAddress = (email: string): string => email.trim().toLowerCase().normalize('NFC').slice(0, 254)

/** Whether a password lets this person in here. */
export const passwordOpens = (
  rule: { readonly passwords: string; readonly emergency: string | null } | undefined,
  personId: string,
): boolean => rule === undefined || rule.passwords !== 'emergency' || rule.emergency === personId

/** Whether more than a password is asked of somebody with these roles. Everybody is an employee, which is no role of anybody's. */
export const asksMore = (demand: Demand, roles: readonly Role[]): boolean =>
  demand === 'everybody' || (demand === 'roles' && roles.some((role) => role !== 'employee'))

/** The demo opens for this machine alone: whoever asks is here, and the server says it is here. */
export const isLoopback = (address: string): boolean => /^(127(\.\d{1,3}){3}|::1|::ffff:127(\.\d{1,3}){3})$/i.test(address)
export const isLocalHost = (baseUrl: string): boolean => {
  if (!URL.canParse(baseUrl)) return false
  const { hostname } = new URL(baseUrl)
  return hostname === 'localhost' || isLoopback(hostname.replace(/^\[|\]$/g, ''))
}

/** The shell adds `__Host-` and Secure where the address is https (docs/decisions and README). */
export const sessionCookie = 'varde'
/** While somebody is with a provider of sign-in; and where this browser's people sign in, by the word of their organisation. */
export const underWayCookie = 'underveis'
export const usualPlaceCookie = 'inngang'
/** What a browser keeps after a sign-in, so that others who guess from the same network do not slow its person down (OWASP: device cookies). */
export const deviceCookie = 'kjent'

/** A password as it was typed: spaces at its ends are part of it, so it is never trimmed (NIST SP 800-63B-4 § 3.1.1.2). */
export const secretOf = (form: Form, name: string): string => {
  const written = form[name]
  return typeof written === 'string' ? written : (written?.[0] ?? '')
}
