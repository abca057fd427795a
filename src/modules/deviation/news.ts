import type { Role } from '../../kernel/actor.ts'
import { inAll, type Localised } from '../../kernel/texts.ts'
import type { Receivers } from '../messages/public.ts'
import { routeOf, securityFor, technicalFor } from './access.ts'
import type { Deviation, DeviationEvent } from './deviation.ts'
import type { Profile } from './profile.ts'
import type { Texts } from './texts.nb.ts'
import { texts } from './texts.ts'

type NewsKind = keyof Texts['news']
export type News = {
  readonly kind: `deviation.${NewsKind}`
  readonly title: Localised
  readonly to: Receivers
  readonly address?: string
  /** Told without the case's number: the receiver is a protected reporter (S4-131). */
  readonly aside?: true
}

/**
 * Who is told of what has happened. The message holds a case number and a link, never what the case says (S0-17). `technical`: who is
 * technically responsible for the case's system, where somebody is named.
 */
export const newsOf = (
  event: DeviationEvent,
  deviation: Deviation,
  profile: Profile,
  reporter: string | null,
  technical: string | null = null,
): readonly News[] => [...mainNewsOf(event, deviation, profile, reporter), ...outageNewsOf(event, deviation, technical)]

/** IT is told when it is first said which system is not available, by whoever says it and at whatever step (S4-105). */
function outageNewsOf(event: DeviationEvent, { report, status }: Deviation, technical: string | null): readonly News[] {
  const says =
    event.type === 'deviation.submitted' ||
    (status !== 'draft' &&
      (event.type === 'deviation.supplemented' || (event.type === 'deviation.edited' && event.part === 'report')) &&
      event.fields.some((field) => field === 'system' || field === 'effects'))
  const { roles, persons } = technicalFor(report, technical)
  return says && roles.length + persons.length > 0 ? [{ ...news('unavailable'), to: { roles, persons, instead: ['itHead'] } }] : []
}

function mainNewsOf(event: DeviationEvent, deviation: Deviation, profile: Profile, reporter: string | null): readonly News[] {
  switch (event.type) {
    case 'deviation.submitted': {
      const { tell, address } = routeOf(deviation.report, profile)
      return [
        {
          ...news('received'),
          to: { roles: unique([...tell, ...dpoFor(deviation, profile), ...securityFor(deviation.report)]) },
          ...(address ? { address } : {}),
        },
      ]
    }
    case 'deviation.edited': {
      const { serious } = deviation.report
      const { severity } = deviation.handling
      const found =
        (event.part === 'report' && event.fields.includes('serious') && serious === 'yes') ||
        (event.part === 'handling' && event.fields.includes('severity') && (severity === 'serious' || severity === 'critical'))
      return found && deviation.status !== 'draft' && profile.deviation.notifyDpo === 'serious' && deviation.accessRoles.includes('dpo')
        ? [{ ...news('serious'), to: { roles: ['dpo'] } }]
        : []
    }
    case 'deviation.supplemented': {
      // Whoever it concerns now, and did not when it was sent, is among them.
      if (!event.fields.some((field) => reroutes.includes(field))) return []
      const { queue, tell, address } = routeOf(deviation.report, profile)
      const roles = unique([...queue, ...tell, ...dpoFor(deviation, profile), ...securityFor(deviation.report)])
      return [{ ...news('supplemented'), to: { roles }, ...(address && event.fields.includes('caseType') ? { address } : {}) }]
    }
    case 'deviation.leaderTold':
      return toPerson('leaderTold', deviation.report.reporterLeader)
    case 'deviation.asked': {
      const inquiry = deviation.inquiries.find((one) => one.id === event.inquiry)
      if (!inquiry) return []
      if (!inquiry.toReporter) return toPerson('asked', inquiry.personId)
      return reporter ? [{ ...news('reporterAsked'), to: { persons: [reporter] }, aside: true }] : []
    }
    case 'deviation.answered':
      // Whoever handles the case that goes on is told of it there (commands.ts).
      if (deviation.mergedInto !== null) return []
      return toPerson('answered', deviation.inquiries.find((one) => one.id === event.inquiry)?.askedBy ?? null, deviation.queueRoles)
    case 'deviation.internalHandedOver':
      return toPerson('handedOver', deviation.report.affectedLeader, profile.assessment.assessors)
    case 'deviation.authorityTrack':
      return event.track === 'owed' ? [{ ...news('authorityOwed'), to: { roles: profile.authority.senders } }] : []
    case 'deviation.subjectsTrack':
      return event.track === 'owed' ? [{ ...news('subjectsOwed'), to: { roles: profile.subjectMessage.drafters } }] : []
    case 'deviation.proposed':
      return [{ ...news('proposed'), to: { roles: profile.closing.deciders } }]
    case 'deviation.returned':
      return [
        {
          ...news('returned'),
          to: { roles: profile.assessment.assessors, ...(deviation.takenBy ? { persons: [deviation.takenBy] } : {}) },
        },
      ]
    case 'deviation.closed':
      return reporter ? [{ ...news('closedForReporter'), to: { persons: [reporter] }, aside: true }] : []
    case 'deviation.reopened':
      return [{ ...news('reopened'), to: { roles: profile.assessment.assessors } }]
    default:
      return []
  }
}

/** In the case that goes on: somebody has answered in one that was merged into it. */
export const answeredElsewhere = ({ takenBy, queueRoles }: Deviation): News => ({
  ...news('answered'),
  to: takenBy ? { persons: [takenBy], instead: queueRoles as readonly Role[] } : { roles: queueRoles as readonly Role[] },
})

/** The answers that decide who a report concerns. */
const reroutes: readonly string[] = ['personalData', 'caseType', 'categories', 'serious']

/** F1: told of all reports, or of the serious ones only; of those also when somebody who handles the case finds it serious (S4-129). */
const dpoFor = (deviation: Deviation, profile: Profile): readonly Role[] => {
  const { notifyDpo } = profile.deviation
  const serious = deviation.report.serious === 'yes' || deviation.urgent
  return deviation.accessRoles.includes('dpo') && (notifyDpo === 'all' || (notifyDpo === 'serious' && serious)) ? ['dpo'] : []
}

/** `instead`: who works the case, and is told where the person has left. */
const toPerson = (kind: NewsKind, person: string | null, instead: readonly string[] = []): readonly News[] =>
  person ? [{ ...news(kind), to: { persons: [person], instead: instead as readonly Role[] } }] : []
const news = (kind: NewsKind) => ({
  kind: `deviation.${kind}` as const,
  title: inAll((locale) => texts(locale).news[kind]),
})
const unique = <T>(all: readonly T[]): readonly T[] => [...new Set(all)]
