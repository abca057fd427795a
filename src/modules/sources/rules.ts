import { type Actor, hasRole } from '../../kernel/actor.ts'
import { isAddress } from '../../kernel/address.ts'
import { refuse } from '../../kernel/change.ts'
import { registerRules } from '../../register/rules.ts'
import { sourceFields } from './fields.ts'

export const mayKeep = (actor: Actor): boolean => hasRole(actor, 'admin', 'dpo', 'ciso', 'privacyAdviser', 'gdprUnit', 'privacyContact')

export const rules = registerRules('source', sourceFields, {
  mayAdd: mayKeep,
  mayEdit: (_, actor) => mayKeep(actor),
  refuses: ({ address }) => (address === null || isAddress(address) ? null : refuse('notAnAddress', ['address'])),
})
