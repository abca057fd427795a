import type { Role } from '../../kernel/actor.ts'
import type { CaseRoute, CaseType, Profile } from '../organisation/public.ts'
import type { Deviation } from './deviation.ts'
import type { Report } from './report/fields.ts'

/** What kind of case it is: what was said, but never a privacy deviation where no personal data are involved (S3-13, F46). */
export function caseTypeOf(report: Pick<Report, 'caseType' | 'personalData' | 'categories'>, profile: Profile): CaseType {
  const said = report.caseType ?? (onlyExportControl(report) ? 'securityIncident' : (profile.deviation.caseTypes[0] ?? 'privacyDeviation'))
  return said === 'privacyDeviation' && report.personalData === 'no' ? 'securityIncident' : said
}

export const routeOf = (report: Report, profile: Profile): CaseRoute => profile.deviation.routes[caseTypeOf(report, profile)]

export type Access = Pick<Deviation, 'queueRoles' | 'accessRoles' | 'accessPersons'>

/**
 * Who works the case, and who may see it at all: its access list, kept on the case. Everyone with a part in the process by
 * the profile; and the few people the case itself points at. Nobody else knows that it exists (S3-11, F53).
 */
export function accessOf(deviation: Deviation, profile: Profile, people: { readonly systemOwner: string | null }): Access {
  const { report, triage, takenBy, inquiries } = deviation
  const route = routeOf(report, profile)
  const { assessment, authority, subjectMessage, closing } = profile
  const elsewhere = !route.queue.some((role) => [...assessment.assessors, ...assessment.deciders].includes(role))
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
        ...(profile.deviation.notifyDpo === 'off' ? [] : (['dpo'] as const)),
      ]
  const joint = !elsewhere && assessment.jointly.includes('systemOwner')
  return {
    queueRoles: route.queue,
    accessRoles: unique([...route.queue, ...route.tell, ...process]),
    accessPersons: unique([
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

const unique = <T extends string>(all: readonly (T | null)[]): readonly T[] =>
  [...new Set(all.filter((one): one is T => one !== null))].sort()

const onlyExportControl = (report: Pick<Report, 'categories'>) =>
  report.categories.length === 1 && report.categories[0] === 'EXPORT_CONTROL'
