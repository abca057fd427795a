import { type Role, roles } from '../../kernel/actor.ts'
import { change, type Outcome, refuse } from '../../kernel/change.ts'
import { type Profile, type ProfilePart, wholeProfile } from '../../kernel/profile.ts'
import type { OrganisationEvent } from './organisation.ts'

export type ProfileVersion = { readonly version: number; readonly profile: Profile }

/** A profile is never changed: the next version is added, and running cases keep the one they began with. */
export function saveProfile(
  parts: readonly ProfilePart[],
  before: ProfileVersion,
  profile: Profile,
): Outcome<ProfileVersion, OrganisationEvent> {
  const gaps = gapsOf(parts, profile)
  if (gaps.length > 0) return refuse('profileIncomplete', gaps)
  const keys = changedPlaces(parts, wholeProfile(parts, before.profile), wholeProfile(parts, profile))
  if (keys.length === 0) return refuse('nothingChanged')
  const version = before.version + 1
  return change({ version, profile }, { type: 'organisation.profileChanged', version, keys })
}

/** Which parts differ, by their place: "closing.deciders", "titles.dpo", "deviation.routes.itEquipment". */
function changedPlaces(parts: readonly ProfilePart[], before: Profile, after: Profile): readonly string[] {
  const ends = parts.flatMap(({ whole }) => whole)
  const differ = (a: unknown, b: unknown, at: string): readonly string[] => {
    if (inOrder(a) === inOrder(b)) return []
    if (!isBranch(a) || !isBranch(b) || ends.some((end) => end.test(at))) return [at]
    return [...new Set([...Object.keys(a), ...Object.keys(b)])].flatMap((key) => differ(a[key], b[key], at ? `${at}.${key}` : key))
  }
  return differ(before, after, '')
}
/** The database keeps the keys in an order of its own. */
const inOrder = (value: unknown): string =>
  JSON.stringify(value, (_, one: unknown) =>
    isBranch(one) ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1))) : one,
  )
const isBranch = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
/** Places that would leave work with nobody. */
export const gapsOf = (parts: readonly ProfilePart[], profile: Profile): readonly string[] => parts.flatMap(({ gaps }) => gaps(profile))

/**
 * Every role that some part of the profile sends work to. The controller and the data protection officer always: the law asks for both
 * (Articles 24 and 37(1)(a)).
 */
export const rolesAtWork = (parts: readonly ProfilePart[], profile: Profile): readonly Role[] =>
  // The owner of a case's system signs as its owner: a place in the case, not an office (S4-100).
  [...new Set<Role>(['controller', 'dpo', ...parts.flatMap(({ atWork }) => atWork(profile))])]
    .filter((role) => role !== 'systemOwner')
    .sort()

/** Teams and posts that only some organisations have: shown where the profile sends them work, or where studies are led. */
const someHave: readonly Role[] = ['centralAssessor', 'cert', 'gdprUnit', 'studyHead']

/** The roles that this organisation has a use for: those that any has, and of the others those that its profile has (M02). */
export function rolesInUse(parts: readonly ProfilePart[], profile: Profile): readonly Role[] {
  const atWork = new Set(rolesAtWork(parts, profile))
  return roles.filter((role) => !someHave.includes(role) || atWork.has(role) || (role === 'studyHead' && profile.orgType === 'university'))
}

/** "Sauda kommune" → "sauda-kommune": at most 40 characters; "organisasjon" where no letter is left. */
export function slugOf(name: string): string {
  const plain = name
    .toLowerCase()
    .replace(/[æä]/g, 'ae')
    .replace(/[øö]/g, 'o')
    .replace(/å/g, 'a')
    .normalize('NFD')
    .replace(/[^a-z0-9]+/g, '-')
  return plain.slice(0, 40).replace(/^-+|-+$/g, '') || 'organisasjon'
}
