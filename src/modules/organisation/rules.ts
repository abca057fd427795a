import type { Role } from '../../kernel/actor.ts'
import { change, type Outcome, refuse } from '../../kernel/change.ts'
import type { OrganisationEvent } from './organisation.ts'
import type { Profile } from './profile.ts'

export type ProfileVersion = { readonly version: number; readonly profile: Profile }

/** A profile is never changed: the next version is added, and running cases keep the one they began with. */
export function saveProfile(before: ProfileVersion, profile: Profile): Outcome<ProfileVersion, OrganisationEvent> {
  const gaps = gapsOf(profile)
  if (gaps.length > 0) return refuse('profileIncomplete', gaps)
  const keys = changedParts(before.profile, profile)
  if (keys.length === 0) return refuse('nothingChanged')
  const version = before.version + 1
  return change({ version, profile }, { type: 'organisation.profileChanged', version, keys })
}

/** Which parts differ, by their place: "closing.deciders", "titles.dpo", "deviation.routes.itEquipment". */
function changedParts(before: Profile, after: Profile): readonly string[] {
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
/** What is one part, whatever it holds. */
const ends = [/^titles\.\w+$/, /^deviation\.(routes\.\w+|definition|urgency)$/, /^authority\.instruction$/, /^assessment\.dutyTable$/]

/** Keys that would leave a case with nobody to receive, assess, send, sign or close it. */
export function gapsOf(profile: Profile): readonly string[] {
  const { deviation, assessment, authority, subjectMessage, closing } = profile
  const someone: readonly (readonly [string, readonly unknown[]])[] = [
    ['deviation.caseTypes', deviation.caseTypes],
    ['deviation.dataSubjects', deviation.dataSubjects],
    ...deviation.caseTypes.map((type) => [`deviation.routes.${type}.queue`, deviation.routes[type].queue] as const),
    ['assessment.assessors', assessment.assessors],
    ['assessment.deciders', assessment.deciders],
    ['authority.senders', authority.senders],
    ['subjectMessage.drafters', subjectMessage.drafters],
    ['subjectMessage.signers', subjectMessage.signers],
    ['closing.deciders', closing.deciders],
  ]
  const empty = someone.filter(([, roles]) => roles.length === 0).map(([key]) => key)
  return authority.hours > 0 ? empty : [...empty, 'authority.hours']
}

/**
 * Every role that the profile sends work to: receivers, those told, those who assess, decide, sign, send and close. The controller and
 * the data protection officer always: the law asks for both (Articles 24 and 37(1)(a)).
 */
export function rolesAtWork({ deviation, assessment, authority, subjectMessage, closing }: Profile): readonly Role[] {
  const routes = deviation.caseTypes.map((type) => deviation.routes[type])
  const named = [
    ...routes.flatMap(({ queue, tell }) => [...queue, ...tell]),
    ...[assessment.assessors, assessment.deciders, assessment.jointly, authority.senders].flat(),
    ...[subjectMessage.drafters, subjectMessage.signers, closing.deciders].flat(),
  ]
  // The owner of a case's system signs as its owner: a place in the case, not an office (S4-100).
  return [...new Set<Role>(['controller', 'dpo', ...named])].filter((role) => role !== 'systemOwner').sort()
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
