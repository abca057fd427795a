import { type Actor, hasRole } from '../../kernel/actor.ts'
import { any, has, holds, type Rule, says } from '../../kernel/space.ts'
import type { Recording } from './recording.ts'

/** Those who oversee see that it is there and when it is to be deleted, and so do not stand on each access list. */
const oversees = (actor: Actor): boolean => hasRole(actor, 'dpo', 'ciso')
const statuses = ['kept', 'held', 'handedOver', 'erased'] as const

/**
 * Who may know of a recording, as one rule for the check and for the database (docs/decisions/0020): whoever made it, those of its access
 * list, who leads the unit, the caseworker, whoever reviews a reason of its hold, and those who oversee.
 */
export const readers: Rule<Recording, Actor> = any(
  says({ at: 'r.recorded_by_id', type: 'uuid', of: ({ values }) => values.recordedBy }, ({ personId }) => [personId]),
  says({ at: 'r.unit_id', type: 'uuid', of: ({ values }) => values.unit }, ({ leads }) => leads),
  says({ at: 'r.caseworker_id', type: 'uuid', of: ({ values }) => values.caseworker }, ({ personId }) => [personId]),
  has({ at: 'r.hold_reviewers_ids', type: 'uuid', of: ({ values }) => values.holdReviewers }, ({ personId }) => [personId]),
  has({ at: 'r.access_ids', type: 'uuid', of: ({ values }) => values.access }, ({ personId }) => [personId]),
  says({ at: 'r.status', type: 'text', of: ({ values }) => values.status }, (actor) => (oversees(actor) ? statuses : [])),
)
export const mayRead = (record: Recording, actor: Actor): boolean => holds(readers, record, actor)
