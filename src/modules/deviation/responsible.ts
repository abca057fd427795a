import { type Actor, worksAs } from '../../kernel/actor.ts'
import type { Deviation, Measure } from './deviation.ts'

type Owning = { readonly ownsSystem: boolean }

/** Who does a measure (S4-154): a person, a role, or what was written in words before either could be chosen. */
export type Given = Pick<Measure, 'responsiblePerson' | 'responsibleRole'>

export const isGiven = ({ responsiblePerson, responsibleRole }: Given): boolean => responsiblePerson !== null || responsibleRole !== null

/** Whether a measure is this person's to do: by name; else by the role, the leader and the owner being those of the case. */
export function isTheirs(
  { responsiblePerson, responsibleRole }: Given,
  { report }: Pick<Deviation, 'report'>,
  actor: Actor,
  { ownsSystem }: Owning,
): boolean {
  if (responsiblePerson) return responsiblePerson === actor.personId
  if (responsibleRole === 'leader') return report.affectedLeader === actor.personId
  if (responsibleRole === 'systemOwner') return ownsSystem
  return responsibleRole !== null && worksAs(actor, responsibleRole)
}

/** Those of a case that are this person's. None before somebody has taken the case: whoever reports gives nobody work. */
export const theirs = (deviation: Deviation, actor: Actor, standing: Owning): readonly Measure[] =>
  ['open', 'proposed', 'closed'].includes(deviation.status)
    ? deviation.measures.filter((measure) => isTheirs(measure, deviation, actor, standing))
    : []
