import { type Actor, hasRole } from '../../kernel/actor.ts'
import { registerRules } from '../../register/rules.ts'
import { zoneFields } from './fields.ts'

/** Those who answer for premises: each leader, and those who look after security for all (S4-050). */
export const mayKeep = (actor: Actor): boolean => hasRole(actor, 'admin', 'ciso', 'leader', 'unitHead')

export const rules = registerRules('premises_zone', zoneFields, { mayAdd: mayKeep, mayEdit: (_, actor) => mayKeep(actor) })
