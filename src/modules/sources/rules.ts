import { type Actor, hasRole } from '../../kernel/actor.ts'
import { refuse } from '../../kernel/change.ts'
import { registerRules } from '../../register/rules.ts'
import { sourceFields } from './fields.ts'

export const mayKeep = (actor: Actor): boolean => hasRole(actor, 'admin', 'dpo', 'ciso', 'privacyAdviser', 'gdprUnit', 'privacyContact')

/** A page elsewhere, or one of our own: nothing that a browser would run. */
export function isAddress(text: string): boolean {
  if (/^\/[a-z0-9]/i.test(text)) return true
  if (!URL.canParse(text)) return false
  const { protocol, username } = new URL(text)
  return (protocol === 'https:' || protocol === 'http:') && username === ''
}

export const rules = registerRules('source', sourceFields, {
  mayAdd: mayKeep,
  mayEdit: (_, actor) => mayKeep(actor),
  refuses: ({ address }) => (address === null || isAddress(address) ? null : refuse('notAnAddress', ['address'])),
})
