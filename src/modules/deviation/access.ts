import type { Role } from '../../kernel/actor.ts'
import type { Deviation } from './deviation.ts'
import type { Report } from './fields-report.ts'
import type { Route as CaseRoute, CaseType, Profile } from './profile.ts'

/** What kind of case it is: what was said, but never a privacy deviation where no personal data are involved (S3-13, F46). */
export function caseTypeOf(report: Pick<Report, 'caseType' | 'personalData' | 'categories'>, profile: Profile): CaseType {
  const said = report.caseType ?? (onlyExportControl(report) ? 'securityIncident' : (profile.deviation.caseTypes[0] ?? 'privacyDeviation'))
  return said === 'privacyDeviation' && report.personalData === 'no' ? 'securityIncident' : said
}

/**
 * Where a report goes. What may touch personal data always reaches those who assess it as well: a lost computer is the
 * service desk's to stop, and the data protection officer's to judge (S3-02, S4-081).
 */
export function routeOf(report: Pick<Report, 'caseType' | 'personalData' | 'categories'>, profile: Profile): CaseRoute {
  const { routes } = profile.deviation
  const route = routes[caseTypeOf(report, profile)]
  // Nobody has said that personal data are not affected: the hours run, and those who judge it must know (clock.ts).
  if (report.personalData === 'no' || reachesAssessors(route, profile)) return route
  const { queue, tell, address } = routes.privacyDeviation
  return { queue: unique([...route.queue, ...queue]), tell: unique([...route.tell, ...tell]), address: route.address ?? address }
}

export type Access = Pick<Deviation, 'queueRoles' | 'accessRoles' | 'accessPersons'>

/** Those who answer for the case's system. `technical`: null where IT as a whole does. */
export type People = { readonly systemOwner: string | null; readonly technical?: string | null }

/**
 * Who works the case, and who may see it at all: its access list, kept on the case. Everyone with a part in the process by
 * the profile; and the few people the case itself points at. Nobody else knows that it exists (S3-11, F53).
 */
export function accessOf(deviation: Deviation, profile: Profile, people: People): Access {
  const { report, triage, takenBy, inquiries } = deviation
  const route = routeOf(report, profile)
  const { assessment, authority, subjectMessage, closing } = profile
  const elsewhere = !reachesAssessors(route, profile)
  const process: readonly Role[] = elsewhere
    ? []
    : [
        ...assessment.assessors,
        ...assessment.deciders,
        ...assessment.jointly.filter((role) => role !== 'systemOwner'),
        ...authority.senders,
        ...subjectMessage.drafters,
        ...subjectMessage.signers,
        ...closing.deciders,
        // Involved in all issues of protection of personal data (GDPR art. 38(1)); seeing is not deciding.
        'dpo',
      ]
  const outage = technicalFor(report, people.technical ?? null)
  const joint = !elsewhere && assessment.jointly.includes('systemOwner')
  return {
    queueRoles: route.queue,
    accessRoles: unique([...route.queue, ...route.tell, ...process, ...securityFor(report), ...outage.roles]),
    accessPersons: unique([
      ...outage.persons,
      takenBy,
      profile.deviation.notifyLeader ? report.reporterLeader : null,
      triage === 'internal' ? report.affectedLeader : null,
      joint ? systemOwnerOf(deviation, people.systemOwner) : null,
      ...inquiries.map((inquiry) => (inquiry.toReporter ? null : inquiry.personId)),
    ]),
  }
}

/** Who signs as system owner: the owner of the case's system; where it has none, the leader of the affected unit (S4-100). */
export const systemOwnerOf = (deviation: Deviation, owner: string | null): string | null =>
  deviation.report.system ? owner : deviation.report.affectedLeader

/** A signature key in danger is the information security manager's business at once, whoever works the case (S1-12). */
export const securityFor = (report: Pick<Report, 'categories'>): readonly Role[] =>
  report.categories.includes('SIGNATURE_KEY_COMPROMISE') ? ['ciso'] : []

/** A system that its users cannot get at is the business of whoever is technically responsible for it: IT, unless another is named (S4-105). */
export function technicalFor(
  { system, effects }: Pick<Report, 'system' | 'effects'>,
  technical: string | null,
): { readonly roles: readonly Role[]; readonly persons: readonly string[] } {
  if (system === null || !effects.includes('unavailable')) return { roles: [], persons: [] }
  return technical === null ? { roles: ['itHead'], persons: [] } : { roles: [], persons: [technical] }
}

const reachesAssessors = (route: CaseRoute, { assessment }: Profile) =>
  route.queue.some((role) => [...assessment.assessors, ...assessment.deciders].includes(role))

const unique = <T extends string>(all: readonly (T | null)[]): readonly T[] =>
  [...new Set(all.filter((one): one is T => one !== null))].sort()

const onlyExportControl = (report: Pick<Report, 'categories'>) =>
  report.categories.length === 1 && report.categories[0] === 'EXPORT_CONTROL'
