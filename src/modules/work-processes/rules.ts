import { type Actor, hasRole } from '../../kernel/actor.ts'
import { registerRules } from '../../register/rules.ts'
import { workProcessFields } from './fields.ts'

/** Those who keep the record of processing keep the work processes it is kept by. */
export const mayKeep = (actor: Actor): boolean =>
  hasRole(actor, 'admin', 'dpo', 'ciso', 'gdprUnit', 'privacyAdviser', 'privacyContact', 'unitHead')

export const rules = registerRules('work_process', workProcessFields, { mayAdd: mayKeep, mayEdit: (_, actor) => mayKeep(actor) })
