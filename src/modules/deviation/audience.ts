import { type Actor, worksAs } from '../../kernel/actor.ts'
import type { Deviation, Part } from './deviation.ts'
import type { Profile } from './profile.ts'

/**
 * How much of a case somebody is shown. `full`: those who take part in the process. `told`: the leader who was told, or who
 * closes an internal deviation: the report and where it stands, not the assessment. `asked`: the question, or the measure that is theirs
 * to do, and nothing else (S4-138, S4-154). `reporter`: one's own report.
 */
export type Audience = 'full' | 'told' | 'asked' | 'reporter'

type Seen = { readonly deviation: Deviation; readonly profile: Profile; readonly parts: ReadonlySet<Part> }

export function audienceOf({ deviation, profile, parts }: Seen, actor: Actor): Audience {
  const byRole = worksAs(actor, ...deviation.accessRoles)
  if (deviation.status !== 'draft' && (byRole || working.some((part) => parts.has(part)))) return 'full'
  const { reporterLeader, affectedLeader } = deviation.report
  const told = profile.deviation.notifyLeader && reporterLeader === actor.personId
  const closes = deviation.triage === 'internal' && affectedLeader === actor.personId
  if (deviation.accessPersons.includes(actor.personId) && (told || closes)) return 'told'
  if (parts.has('asked')) return 'asked'
  return parts.has('reporter') ? 'reporter' : parts.has('responsible') ? 'asked' : 'told'
}

const working: readonly Part[] = ['handler', 'assessor', 'decider', 'coSigner', 'sender', 'drafter', 'signer']
