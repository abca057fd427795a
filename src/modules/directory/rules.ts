import { type Actor, hasRole } from '../../kernel/actor.ts'
import { addDays } from '../../kernel/calendar/calendar.ts'
import { type Refusal, refuse } from '../../kernel/change.ts'
import { defaultGuardOptions, findPersonalData } from '../../kernel/guard/guard.ts'
import { isId } from '../../kernel/ids.ts'
import type { Attributes, DirectoryToken, TokenValues } from './directory.ts'

/** So many may hold at once: one in use, one to change to, and some for other directories. */
export const mostTokens = 5
/** Days a token may hold at most, and those before its end when it is said. */
export const longestDays = 731
export const soonDays = 30
/** Requests a minute by one token. Entra ID asks for 25 a second to be taken. */
export const mostEachMinute = 1500

export const mayConnect = (actor: Actor): boolean => hasRole(actor, 'admin')

export function makeToken(values: TokenValues, standing: number, actor: Actor, today: string): { readonly ok: true } | Refusal {
  if (!mayConnect(actor)) return refuse('notAllowed')
  const { expiresOn } = values
  if (expiresOn === null || expiresOn <= today) return refuse('endsTooEarly', ['expiresOn'])
  if (expiresOn > addDays(today, longestDays)) return refuse('endsTooLate', ['expiresOn'])
  return standing < mostTokens ? { ok: true } : refuse('tooManyTokens')
}

export const holds = ({ expiresOn }: Pick<DirectoryToken, 'expiresOn'>, today: string): boolean => today <= expiresOn
export const endsSoon = (token: Pick<DirectoryToken, 'expiresOn'>, today: string): boolean => token.expiresOn < addDays(today, soonDays)

/** What the person is called here. */
export function nameOf({ displayName, formatted, givenName, familyName, userName }: Attributes): string {
  const parts = [givenName, familyName].filter((one) => one !== null).join(' ')
  return (displayName ?? formatted ?? (parts || userName)).slice(0, 120)
}

/**
 * Whether an id may be trusted to be the same person after the directory has deleted them: one that is made at random, as the object id of
 * Entra ID is. A short name is given to the next who is called the same, and would bring along what the last one had.
 */
export const isLasting = (externalId: string | null): boolean => externalId !== null && isId(externalId.toLowerCase())

/** The first attribute that holds a national identity number (S0-19); null where none does. */
export const withIdentityNumber = (attributes: Attributes): string | null =>
  Object.entries(attributes).find(
    ([, value]) => value !== null && findPersonalData(value, defaultGuardOptions).some(({ kind }) => kind === 'nationalId'),
  )?.[0] ?? null

type Answers = { readonly name: string | null; readonly email: string | null; readonly unit: string | null; readonly leader: string | null }
/** Where the names that the directory uses lead; undefined: no unit of that name, or several. */
export type Places = { readonly unit: string | undefined; readonly leader: string | undefined }

/**
 * What the directory has changed, laid over what stands: what an administrator has written is left alone until the directory says
 * something else. A department that nobody knows moves nobody; a leader that nobody knows is none.
 */
export function followed<V extends Answers>(stands: V, before: Attributes | null, after: Attributes, places: Places): V {
  const isNew = (name: keyof Attributes) => before === null || before[name] !== after[name]
  return {
    ...stands,
    ...((before === null || nameOf(before) !== nameOf(after)) && { name: nameOf(after) }),
    ...(isNew('email') && { email: after.email }),
    ...(isNew('department') && places.unit !== undefined && { unit: places.unit }),
    ...(isNew('manager') && { leader: places.leader ?? null }),
  }
}

export const changedIn = (before: Attributes, after: Attributes): readonly string[] =>
  (Object.keys(after) as (keyof Attributes)[]).filter((name) => before[name] !== after[name])
