import { type Actor, hasRole } from '../../kernel/actor.ts'
import type { LocalDate } from '../../kernel/calendar/calendar.ts'
import { type Refusal, refuse } from '../../kernel/change.ts'
import { registerRules } from '../../register/rules.ts'
import type { Delegation, DelegationValues } from './delegation.ts'
import { delegationFields } from './fields.ts'

/** Those who keep the register whole: the controller, and those who keep the record of processing. */
const keepsAll = (actor: Actor): boolean => hasRole(actor, 'admin', 'controller', 'dpo', 'privacyAdviser', 'gdprUnit')
/** Whoever leads or owns systems may delegate, and registers that. */
const mayAdd = (actor: Actor): boolean => keepsAll(actor) || hasRole(actor, 'unitHead', 'systemOwner') || actor.leads.length > 0
export const mayEdit = ({ values }: Pick<Delegation, 'values'>, actor: Actor): boolean =>
  keepsAll(actor) || (mayAdd(actor) && values.delegatedBy === actor.personId)

function refuses({ authority, otherAuthority, delegatedBy, delegatedTo, fromDate, toDate }: DelegationValues): Refusal | null {
  if (authority === 'other' && otherAuthority === null) return refuse('incomplete', ['otherAuthority'])
  if (delegatedBy === delegatedTo) return refuse('toThemselves', ['delegatedTo'])
  return fromDate !== null && toDate !== null && toDate < fromDate ? refuse('endsFirst', ['toDate']) : null
}
export const rules = registerRules('delegation', delegationFields, { mayAdd, mayEdit, refuses })

/** Nobody registers on another's behalf but those who keep it all. */
export const wrongFor = ({ delegatedBy }: DelegationValues, actor: Actor): Refusal | null =>
  keepsAll(actor) || delegatedBy === actor.personId ? null : refuse('notYours', ['delegatedBy'])

/** From its first day through its last, while nobody has withdrawn it. */
export const isInForce = ({ inForce, fromDate, toDate }: DelegationValues, today: LocalDate): boolean =>
  inForce === 'yes' && fromDate !== null && fromDate <= today && (toDate === null || today <= toDate)
