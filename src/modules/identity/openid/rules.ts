import { type Actor, hasRole } from '../../../kernel/actor.ts'
import { change, type Outcome, type Refusal, refuse } from '../../../kernel/change.ts'
import { changed } from '../../../kernel/fields.ts'
import { editFields, passwordFields } from './fields.ts'
import type { PasswordRule, PasswordRuleEvent, Provider, ProviderEvent, ProviderValues } from './provider.ts'

/** Minutes that somebody may take with the provider. */
export const underWayMinutes = 15
/** Hours that a link to be linked by works, as one to a first password. */
export const linkingHours = 48

/** Names of claims that hold a national identity number: Varde asks for none (S0-19). */
const identityNumbers = /^(pid|nin|ssn|fnr|fodselsnummer|national_?id.*|.*norEduPersonNIN|personidentifier|.*[_:]nin)$/i
const claimName = /^[\w:./-]{1,60}$/
const levelName = /^[\w:./-]{1,120}$/
const scopeName = /^[\w:./-]+$/

/** What is asked for: who it is, and what the administrator has added. */
export const scopesOf = ({ scopes }: Pick<ProviderValues, 'scopes'>): string =>
  [...new Set(['openid', ...(scopes ?? '').split(/\s+/).filter(Boolean)])].join(' ')
export const levelsOf = ({ levels }: Pick<ProviderValues, 'levels'>): readonly string[] => (levels ?? '').split(/\s+/).filter(Boolean)
/** The claim that decides who somebody is the first time, and no time after. */
export const wantedOf = ({ linking, claim }: Pick<ProviderValues, 'linking' | 'claim'>): string | null =>
  linking === 'email' ? 'email' : linking === 'claim' ? claim : null

/** One with a tenant of its own. By an address for all tenants, anybody with any account at Microsoft would get in (`common`, `organizations`, `consumers`). */
const sharedIssuer = /^https:\/\/login\.microsoftonline\.com\/(common|organizations|consumers)(\/|$)/i

/** Why an issuer cannot be asked; null where it can. `asks`: whether this installation asks that host. */
export function wrongIssuer(issuer: string, asks: (address: string) => boolean): 'notAnIssuer' | 'sharedIssuer' | 'unknownHost' | null {
  if (!URL.canParse(issuer)) return 'notAnIssuer'
  const { username, password } = new URL(issuer)
  if (username !== '' || password !== '' || /[?#\s]/.test(issuer)) return 'notAnIssuer'
  if (sharedIssuer.test(issuer)) return 'sharedIssuer'
  return asks(issuer) ? null : 'unknownHost'
}

type Around = {
  readonly asks: (address: string) => boolean
  /** Another of this organisation has the issuer. */
  readonly taken: boolean
}

export function addProvider(id: string, values: ProviderValues, by: Actor, { asks, taken }: Around): Outcome<Provider, ProviderEvent> {
  if (!hasRole(by, 'admin')) return refuse('notAllowed')
  const wrong = wrongIssuer(values.issuer ?? '', asks)
  if (wrong) return refuse(wrong, ['issuer'])
  if (taken) return refuse('taken', ['issuer'])
  return wrongValues(values) ?? change({ id, version: 1, values, secretAt: null }, { type: 'openidProvider.added' })
}

/** `lastWay`: it is the only one in use, and passwords are for emergencies. */
export function editProvider(before: Provider, values: ProviderValues, by: Actor, lastWay: boolean): Outcome<Provider, ProviderEvent> {
  if (!hasRole(by, 'admin')) return refuse('notAllowed')
  const { kind, issuer } = before.values
  const next = { ...values, kind, issuer }
  const fields = changed(editFields, before.values, next)
  if (fields.length === 0) return refuse('nothingChanged')
  if (lastWay && next.active === 'no') return refuse('lastWay', ['active'])
  return wrongValues(next) ?? change({ ...before, values: next }, { type: 'openidProvider.edited', fields })
}

function wrongValues(values: ProviderValues): Refusal | null {
  const claim = values.claim ?? ''
  if (values.linking === 'claim' && claim === '') return refuse('noClaim', ['claim'])
  if (claim !== '' && !claimName.test(claim)) return refuse('notAClaim', ['claim'])
  if (identityNumbers.test(claim)) return refuse('identityNumber', ['claim'])
  if (
    scopesOf(values)
      .split(' ')
      .some((one) => !scopeName.test(one) || one === 'offline_access')
  )
    return refuse('notAScope', ['scopes'])
  return levelsOf(values).every((level) => levelName.test(level)) ? null : refuse('notALevel', ['levels'])
}

/** `others`: whether anybody else can come in by a provider; `has`: whether the one for emergencies is an administrator with a password. */
export function changePasswordRule(
  before: PasswordRule,
  values: PasswordRule['values'],
  by: Actor,
  { ways, has }: { readonly ways: boolean; readonly has: boolean },
): Outcome<PasswordRule, PasswordRuleEvent> {
  if (!hasRole(by, 'admin')) return refuse('notAllowed')
  const { passwords } = values
  if (passwords === null) return refuse('incomplete', ['passwords'])
  if (changed(passwordFields, before.values, values).length === 0) return refuse('nothingChanged')
  if (passwords === 'emergency') {
    if (!ways) return refuse('noWay', ['passwords'])
    if (values.emergency === null) return refuse('noEmergency', ['emergency'])
    if (!has) return refuse('emergencyWithout', ['emergency'])
  }
  return change({ ...before, values }, { type: 'passwordRule.edited', passwords })
}

/** The address that a provider vouches for, or none: what it does not say is verified anybody may have written (nOAuth). */
export const verifiedEmail = (claims: Readonly<Record<string, unknown>>): string | null =>
  claims.email_verified === true && typeof claims.email === 'string' && claims.email !== '' ? claims.email : null

/** What a claim says, where it says one thing. */
export function claimValue(claims: Readonly<Record<string, unknown>>, name: string): string | null {
  const value = Object.hasOwn(claims, name) ? claims[name] : undefined
  const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : ''
  return text === '' || text.length > 255 ? null : text
}
