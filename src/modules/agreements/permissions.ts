import { type Actor, hasRole } from '../../kernel/actor.ts'
import { mayKeep } from '../work-processes/public.ts'
import type { Agreement, Part } from './agreement.ts'

type Held = {
  readonly values: Pick<Agreement['values'], 'responsible' | 'unit'> & Partial<Pick<Agreement['values'], 'status' | 'registeredBy'>>
}

const keepsAll = (actor: Actor): boolean => mayKeep(actor) || hasRole(actor, 'controller', 'procurement')

export const mayAdd = (actor: Actor): boolean => keepsAll(actor) || hasRole(actor, 'leader', 'systemOwner') || actor.leads.length > 0

/**
 * Whoever answers for the agreement, the head of its unit, and those who keep the record, Procurement and the controller; a draft whoever
 * registered it, whatever unit they have put it in.
 */
export const mayEdit = ({ values }: Held, actor: Actor): boolean =>
  keepsAll(actor) ||
  values.responsible === actor.personId ||
  (values.unit !== null && actor.leads.includes(values.unit)) ||
  (values.status === 'draft' && values.registeredBy === actor.personId)

export const partsIn = (record: Held, actor: Actor): ReadonlySet<Part> => new Set<Part>(mayEdit(record, actor) ? ['keeper'] : [])

/** Those who see to the whole, and the leaders for what is theirs: all may look at each record, and the overview is work. */
export const seesMissing = (actor: Actor): boolean => mayAdd(actor) || hasRole(actor, 'auditor', 'managementGroup')
