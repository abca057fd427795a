import { type Actor, hasRole, worksAs } from '../../kernel/actor.ts'
import { change, type Outcome, type Refusal, refuse } from '../../kernel/change.ts'
import { namesDrafter } from '../../kernel/drafted.ts'
import { changed, isEmpty } from '../../kernel/fields.ts'
import { registerRules } from '../../register/rules.ts'
import { changeFields, recordFields } from './fields.ts'
import type { Answers, SystemChange, SystemChangeEvent } from './system-change.ts'

export type ChangeOutcome = Outcome<SystemChange, SystemChangeEvent>

/** Leaders, those who own or know a system, and those who keep the register. */
export const mayAdd = (actor: Actor): boolean =>
  keeps(actor) || hasRole(actor, 'leader', 'unitHead', 'systemOwner', 'superUser', 'procurement') || actor.leads.length > 0
const keeps = (actor: Actor): boolean => hasRole(actor, 'admin', 'dpo', 'ciso', 'itHead')

type Held = { readonly values: Pick<SystemChange['values'], 'owner' | 'superUser' | 'technical'> & Partial<SystemChange['values']> }
const takesPart = ({ values }: Held, { personId }: Actor): boolean =>
  [values.owner, values.superUser, values.technical, values.registeredBy].includes(personId)
/** What is decided stands as it was decided (S4-005). */
export const mayEdit = (record: Held, actor: Actor): boolean =>
  (record.values.status ?? 'open') === 'open' && (keeps(actor) || takesPart(record, actor))
/** Its owner; where it has none, those who look after security for all, but for whoever registered it (S4-104). */
export const mayDecide = ({ values: { status, owner, registeredBy } }: SystemChange, actor: Actor): boolean =>
  status === 'open' && (owner === null ? decidesForNone(actor) && registeredBy !== actor.personId : owner === actor.personId)
const decidesForNone = (actor: Actor): boolean => worksAs(actor, 'ciso') || hasRole(actor, 'admin')

const plain = registerRules('system_change', recordFields, { mayAdd, mayEdit })
const undecided = { decidedBy: null, decidedAt: null, reason: null } as const

type Named = { readonly owner: string | null; readonly registeredBy: string | null }
/** The owner decides: nobody names themselves, or whoever registered it, but where the system has them as owner (S4-104). `known`: who that is. */
function ownerRefused(before: Named | null, after: Named, known: KnownOwner, actor: Actor): Refusal | null {
  const named = ({ owner, registeredBy }: Named, of: string | null) => ({
    ...{ person: owner, known: of === null ? [] : [of], drafters: [registeredBy] },
  })
  return namesDrafter(before && named(before, known.before), named(after, known.after), actor.personId)
    ? refuse('drafterDecides', ['owner'])
    : null
}
/** Whom the register has as owner of the system, before and after. */
type KnownOwner = { readonly before: string | null; readonly after: string | null }

export function addChange(id: string, values: Answers, known: string | null, actor: Actor, now: Date): ChangeOutcome {
  const next = { ...values, ...undecided, status: 'open' as const, registeredBy: actor.personId, sizedAt: now }
  const outcome = plain.add(id, next, actor)
  return (outcome.ok && ownerRefused(null, next, { before: null, after: known }, actor)) || outcome
}

/** A change of another size, or of another system, is another change: what was assessed before knew nothing of it. */
export function editChange(record: SystemChange, values: Answers, known: KnownOwner, actor: Actor, now: Date): ChangeOutcome {
  if (record.values.status !== 'open') return refuse('notNow')
  const fields = changed(changeFields, record.values, values)
  if (fields.length === 0) return refuse('nothingChanged')
  const sizedAt = fields.includes('size') || fields.includes('system') ? now : record.values.sizedAt
  const outcome = plain.edit(record, { ...record.values, ...values, sizedAt }, actor)
  if (!outcome.ok) return outcome
  const refused = ownerRefused(record.values, outcome.next.values, known, actor)
  return refused ?? change<SystemChange, SystemChangeEvent>(outcome.next, { type: 'system_change.edited', fields })
}

/** A large change and a new system have their risks assessed (S4-054). */
export const asksForAnalysis = ({ size }: Pick<Answers, 'size'>): boolean => size === 'large' || size === 'new'

/** `assessed`: an analysis of the system was approved after the change had this size. */
export function approveChange(record: SystemChange, assessed: boolean, actor: Actor, now: Date): ChangeOutcome {
  if (record.values.status !== 'open') return refuse('notNow')
  if (!mayDecide(record, actor)) return refuse('notAllowed')
  if (asksForAnalysis(record.values) && !assessed) return refuse('notAssessed')
  return decided(record, 'approved', null, actor, now)
}

export function withdrawChange(record: SystemChange, reason: string | null, actor: Actor, now: Date): ChangeOutcome {
  if (record.values.status !== 'open') return refuse('notNow')
  if (!mayDecide(record, actor) && record.values.registeredBy !== actor.personId) return refuse('notAllowed')
  return isEmpty(reason) ? refuse('incomplete', ['reason']) : decided(record, 'withdrawn', reason, actor, now)
}

function decided(record: SystemChange, status: 'approved' | 'withdrawn', reason: string | null, actor: Actor, now: Date): ChangeOutcome {
  const values = { ...record.values, status, reason, decidedBy: actor.personId, decidedAt: now }
  return change<SystemChange, SystemChangeEvent>({ ...record, values }, { type: `system_change.${status}` })
}
