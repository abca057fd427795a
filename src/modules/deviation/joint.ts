import { isBlank } from './assessed.ts'
import type { SignOff } from './deviation.ts'
import type { Handling } from './fields-handling.ts'

export type JointAssessment = {
  /** Roles that have not signed; a deputy signs in the role. */
  readonly waitingFor: readonly string[]
  readonly done: boolean
  /** S4-140. One "yes" is enough and need not wait for the others: the 72 hours run. "no" is said by all. */
  readonly notify: 'yes' | 'no' | 'undecided'
  /** S4-141. Only when all have signed and all find the measures good enough. */
  readonly mayProposeClosing: boolean
}

/** What must be described before those who assess together sit down: whether it is real, how far it goes, what is proposed (S4-138). */
export const clarityFields = ['reality', 'extent', 'proposedMeasures'] as const

export const unclearOf = (handling: Pick<Handling, (typeof clarityFields)[number]>) =>
  clarityFields.filter((name) => isBlank(handling[name]))

/** Where the joint assessment stands (S4-139), or null in an organisation whose assessor is alone. Sign-offs by other roles do not count. */
export function jointAssessment(
  roles: readonly string[],
  signOffs: readonly Pick<SignOff, 'role' | 'notify' | 'enough'>[],
): JointAssessment | null {
  if (roles.length === 0) return null
  const signed = signOffs.filter((s) => roles.includes(s.role))
  const waitingFor = roles.filter((role) => !signed.some((s) => s.role === role))
  const done = waitingFor.length === 0
  const notify = signed.some((s) => s.notify === 'yes') ? 'yes' : done ? 'no' : 'undecided'
  return { waitingFor, done, notify, mayProposeClosing: done && signed.every((s) => s.enough === 'yes') }
}
