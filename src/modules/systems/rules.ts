import { type Actor, hasRole } from '../../kernel/actor.ts'
import { refuse } from '../../kernel/change.ts'
import { type RegisterRules, registerRules } from '../../register/rules.ts'
import { systemFields } from './fields.ts'
import type { System } from './system.ts'

/** Those who keep the register; and the owner and the super user, each for their own system (S4-104, F54). */
export const mayAdd = (actor: Actor): boolean => hasRole(actor, 'admin', 'dpo', 'ciso', 'itHead', 'systemOwner', 'superUser')
const keeps = (actor: Actor): boolean => hasRole(actor, 'admin', 'dpo', 'ciso', 'itHead')
export const mayEdit = (system: System, actor: Actor): boolean =>
  keeps(actor) || [system.values.owner, system.values.superUser].includes(actor.personId)

/**
 * Who owns a system approves its analyses, and signs: whoever drafts those never makes themselves the owner (S4-104). Those who keep the
 * register name the owner, and so does today's owner; of a new system it is the head of its unit, or somebody who owns systems.
 */
const mayOwnNew = ({ ownerUnit }: System['values'], actor: Actor): boolean =>
  keeps(actor) || hasRole(actor, 'systemOwner') || (ownerUnit !== null && actor.leads.includes(ownerUnit))
const mayNameOwner = ({ values }: System, actor: Actor): boolean => keeps(actor) || values.owner === actor.personId

const plain = registerRules('system', systemFields, { mayAdd, mayEdit })
export const rules: RegisterRules<typeof systemFields, 'system'> = {
  ...plain,
  add: (id, values, actor) => {
    const outcome = plain.add(id, values, actor)
    return outcome.ok && values.owner === actor.personId && !mayOwnNew(values, actor) ? refuse('ownsSelf', ['owner']) : outcome
  },
  edit: (record, values, actor) => {
    const outcome = plain.edit(record, values, actor)
    return outcome.ok && values.owner !== record.values.owner && !mayNameOwner(record, actor) ? refuse('ownerNamed', ['owner']) : outcome
  },
}
