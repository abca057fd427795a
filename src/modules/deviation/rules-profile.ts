import type { Role } from '../../kernel/actor.ts'
import type { CasePart, Profile } from './profile.ts'

/** Nobody but the data protection officer may learn who reported (S4-131). */
export const protectsReporters = ({ deviation }: Pick<Profile, 'deviation'>): boolean => deviation.reporterProtection === 'dpoOnly'

/** Places that would leave a case with nobody to receive, assess, send, sign or close it. */
export function gapsOf({ deviation, assessment, authority, subjectMessage, closing }: CasePart): readonly string[] {
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

/** Receivers, those told, those who assess, decide, sign, send and close. */
export function atWork({ deviation, assessment, authority, subjectMessage, closing }: CasePart): readonly Role[] {
  const routes = deviation.caseTypes.map((type) => deviation.routes[type])
  return [
    ...routes.flatMap(({ queue, tell }) => [...queue, ...tell]),
    ...[assessment.assessors, assessment.deciders, assessment.jointly, authority.senders].flat(),
    ...[subjectMessage.drafters, subjectMessage.signers, closing.deciders].flat(),
  ]
}
