import { type Actor, hasRole } from '../../kernel/actor.ts'
import { registerRules } from '../../register/rules.ts'
import { systemFields } from './fields.ts'
import type { System } from './system.ts'

/** Those who keep the register; and the owner and the super user, each for their own system (S4-104, F54). */
export const mayAdd = (actor: Actor): boolean => hasRole(actor, 'admin', 'dpo', 'ciso', 'itHead', 'systemOwner', 'superUser')
export const mayEdit = (system: System, actor: Actor): boolean =>
  hasRole(actor, 'admin', 'dpo', 'ciso', 'itHead') || [system.values.owner, system.values.superUser].includes(actor.personId)

export const rules = registerRules('system', systemFields, { mayAdd, mayEdit })
