import { type Actor, hasRole } from '../../kernel/actor.ts'
import { localDate } from '../../kernel/calendar/calendar.ts'
import { type Refusal, refuse } from '../../kernel/change.ts'
import type { DocumentRow } from './archive.ts'

/** Whoever has more than an employee's role has documents to look after; which ones is asked of each. */
export const mayRead = (actor: Actor): boolean => actor.roles.some((role) => role !== 'employee') || actor.leads.length > 0
/** Whoever only controls hands over nothing. */
export const mayFile = (actor: Actor): boolean =>
  actor.leads.length > 0 || actor.roles.some((role) => role !== 'employee' && role !== 'auditor' && role !== 'managementGroup')

/** So many at most in one package: more is more than somebody looks through. */
export const mostInPackage = 100

/** What is wrong with what was picked, or nothing: all of it is there for whoever picks. */
export function wrongPick(picked: readonly string[], found: readonly Pick<DocumentRow, 'id'>[], actor: Actor): Refusal | null {
  if (!mayFile(actor)) return refuse('notAllowed')
  if (picked.length === 0) return refuse('nothingPicked', ['dokument'])
  if (picked.length > mostInPackage) return refuse('tooMany', ['dokument'])
  return picked.every((id) => found.some((one) => one.id === id)) ? null : refuse('goneMeanwhile', ['dokument'])
}

export function wrongReceipt(receivedOn: string | null, madeAt: Date, stands: string | null, actor: Actor, now: Date): Refusal | null {
  if (!mayFile(actor)) return refuse('notAllowed')
  if (stands !== null) return refuse('nothingChanged')
  if ((receivedOn ?? '') > localDate(now)) return refuse('future', ['receivedOn'])
  return (receivedOn ?? '') < localDate(madeAt) ? refuse('beforeMade', ['receivedOn']) : null
}

/** The reports of what is complied with: of the unit by those who lead it, and all of them by those who oversee. */
export const mayShowUnit = (unit: string, actor: Actor): boolean =>
  actor.leads.includes(unit) || hasRole(actor, 'dpo', 'controller', 'ciso', 'auditor', 'managementGroup', 'privacyAdviser', 'gdprUnit')
