import { type Actor, worksAs } from '../../kernel/actor.ts'
import { holds } from '../../kernel/space.ts'
import type { Deviation, Part } from './deviation.ts'
import type { Profile } from './profile.ts'
import { theirs } from './responsible.ts'
import { isSeen, type Standing } from './space.ts'

export type { Standing } from './space.ts'

/**
 * The parts an actor plays in a case. The profile names the roles; the case says which leader, which system, whose report.
 * Used for the button and for the guard alike, and for the generated page docs/generated/permissions.md.
 */
export function partsOf(deviation: Deviation, actor: Actor, profile: Profile, standing: Standing): ReadonlySet<Part> {
  const parts = new Set<Part>()
  const give = (part: Part, when: boolean) => when && parts.add(part)
  const { assessment, authority, subjectMessage, closing } = profile

  give('reporter', standing.isReporter)
  if (deviation.status === 'draft') return parts

  const inQueue = worksAs(actor, ...deviation.queueRoles)
  // What is not about personal data goes to another queue, and that queue does all of it (S3-13, S4-039).
  const elsewhere = !assessment.assessors.some((role) => deviation.accessRoles.includes(role))
  const leads = leadsAffectedUnit(deviation, actor)
  // The history of an older register is read, and what has no place there is taken out; nothing is done in it any more (S3-08).
  if (deviation.channel === 'imported') {
    give('handler', inQueue || worksAs(actor, ...assessment.assessors))
    return parts
  }
  const mayClose = worksAs(actor, ...closing.deciders) || (elsewhere && inQueue)

  give('handler', inQueue || deviation.takenBy === actor.personId)
  give('assessor', elsewhere ? inQueue : worksAs(actor, ...assessment.assessors))
  give('decider', elsewhere ? inQueue : worksAs(actor, ...assessment.deciders))
  give('coSigner', !elsewhere && jointRoles(actor, profile, standing).length > 0)
  give('sender', !elsewhere && worksAs(actor, ...authority.senders))
  give('drafter', !elsewhere && worksAs(actor, ...subjectMessage.drafters))
  give('signer', !elsewhere && worksAs(actor, ...subjectMessage.signers))
  give('leader', leads)
  give('closer', mayClose || (leads && deviation.triage === 'internal' && assessment.leaderClosesInternal))
  give(
    'asked',
    deviation.inquiries.some((inquiry) => inquiry.personId === actor.personId && !inquiry.toReporter),
  )
  give('responsible', theirs(deviation, actor, standing).length > 0)
  return parts
}

/** The roles in which this actor may sign the joint assessment (S4-139): the owner of the case's own system, no other. */
export const jointRoles = (actor: Actor, profile: Profile, standing: Standing): readonly string[] =>
  profile.assessment.jointly.filter((role) => (role === 'systemOwner' ? standing.ownsSystem : worksAs(actor, role)))

/** Whether the case exists for this actor at all: what you may not see is not there. */
export const maySee = (deviation: Deviation, actor: Actor, standing: Standing): boolean => holds(isSeen, { deviation, standing }, actor)

const leadsAffectedUnit = (deviation: Deviation, actor: Actor): boolean =>
  deviation.report.affectedLeader === actor.personId ||
  (deviation.report.affectedUnit !== null && actor.leads.includes(deviation.report.affectedUnit))
