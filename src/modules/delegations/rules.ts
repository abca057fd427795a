import { type Actor, hasRole } from '../../kernel/actor.ts'
import { change, type Outcome, type Refusal, refuse } from '../../kernel/change.ts'
import { registerRules } from '../../register/rules.ts'
import type { Delegation, DelegationEvent, DelegationValues } from './delegation.ts'
import { delegationFields } from './fields.ts'

/** Those who keep the register whole: the controller, and those who keep the record of processing. */
const keepsAll = (actor: Actor): boolean => hasRole(actor, 'admin', 'controller', 'dpo', 'privacyAdviser', 'gdprUnit')
/** Whoever leads or owns systems may delegate, and registers that. */
const mayAdd = (actor: Actor): boolean => keepsAll(actor) || hasRole(actor, 'unitHead', 'systemOwner') || actor.leads.length > 0
/** Whoever delegated it, whatever they have become since, and those who keep it all. */
export const mayEdit = ({ values }: Pick<Delegation, 'values'>, actor: Actor): boolean =>
  keepsAll(actor) || values.delegatedBy === actor.personId
/** `owns`: some system is theirs. Its owner delegates without any role; to withdraw what one gave, nothing is needed. */
export const mayDelegate = (actor: Actor, owns: boolean): boolean => mayAdd(actor) || owns

function refuses({ authority, otherAuthority, delegatedBy, delegatedTo, fromDate, toDate }: DelegationValues): Refusal | null {
  if (authority === 'other' && otherAuthority === null) return refuse('incomplete', ['otherAuthority'])
  if (delegatedBy === delegatedTo) return refuse('toThemselves', ['delegatedTo'])
  return fromDate !== null && toDate !== null && toDate < fromDate ? refuse('endsFirst', ['toDate']) : null
}
export const rules = registerRules('delegation', delegationFields, { mayAdd, mayEdit, refuses })
/** The same for the deeds, which ask besides whether whoever acts owns a system. */
export const deedRules = registerRules('delegation', delegationFields, { mayAdd: () => true, mayEdit, refuses })

/**
 * Nobody registers on another's behalf but those who keep it all. Neither do they what they are given themselves, nor what gives somebody
 * power in Varde: that of deciding on disclosure is given by whoever has it, with their own hand.
 */
export function wrongFor({ authority, delegatedBy, delegatedTo }: DelegationValues, actor: Actor): Refusal | null {
  if (delegatedBy === actor.personId) return null
  if (!keepsAll(actor)) return refuse('notYours', ['delegatedBy'])
  if (delegatedTo === actor.personId) return refuse('receives', ['delegatedTo'])
  return authority === 'disclosure' ? refuse('giverAlone', ['delegatedBy']) : null
}
/** To withdraw takes power from somebody and gives it to nobody: those who keep it all may, of any. */
export const wrongToEdit = (values: DelegationValues, actor: Actor): Refusal | null =>
  values.inForce === 'no' && keepsAll(actor) ? null : wrongFor(values, actor)

/** To decide on disclosure is power in Varde: it is there when its giver has given it, and not before. */
export const waitsForGiver = ({ authority, inForce }: DelegationValues, ownHand: boolean): boolean =>
  authority === 'disclosure' && inForce === 'yes' && !ownHand

export function giveOwnHand(record: Delegation, ownHand: boolean, actor: Actor): Outcome<Delegation, DelegationEvent> {
  if (record.values.delegatedBy !== actor.personId) return refuse('notYours')
  return waitsForGiver(record.values, ownHand)
    ? change<Delegation, DelegationEvent>(record, { type: 'delegation.given' })
    : refuse('nothingChanged')
}

/** Those in whose name it was registered or altered by somebody else, who are told. */
export const toldOf = (givers: readonly (string | null | undefined)[], actor: Actor): readonly string[] => [
  ...new Set(givers.flatMap((giver) => (giver && giver !== actor.personId ? [giver] : []))),
]
