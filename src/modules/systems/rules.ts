import { type Actor, hasRole } from '../../kernel/actor.ts'
import { change, type Outcome, refuse } from '../../kernel/change.ts'
import { changed, missing } from '../../kernel/fields.ts'
import { systemFields } from './fields.ts'
import type { System, SystemEvent, SystemValues } from './system.ts'

type SystemOutcome = Outcome<System, SystemEvent>

/** Those who keep the register; and the owner and the super user, each for their own system (S4-104, F54). */
export const mayAdd = (actor: Actor): boolean => hasRole(actor, 'admin', 'dpo', 'ciso', 'itHead', 'systemOwner', 'superUser')
export const mayEdit = (system: System, actor: Actor): boolean =>
  hasRole(actor, 'admin', 'dpo', 'ciso', 'itHead') || [system.values.owner, system.values.superUser].includes(actor.personId)

export function addSystem(id: string, values: SystemValues, actor: Actor): SystemOutcome {
  if (!mayAdd(actor)) return refuse('notAllowed')
  const gaps = missing(systemFields, values)
  return gaps.length > 0 ? refuse('incomplete', gaps) : change({ id, version: 1, values }, { type: 'system.added' })
}

export function editSystem(system: System, values: SystemValues, actor: Actor): SystemOutcome {
  if (!mayEdit(system, actor)) return refuse('notAllowed')
  const gaps = missing(systemFields, values)
  if (gaps.length > 0) return refuse('incomplete', gaps)
  const names = changed(systemFields, system.values, values)
  return names.length === 0 ? refuse('nothingChanged') : change({ ...system, values }, { type: 'system.edited', fields: names })
}
