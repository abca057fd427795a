import { type Actor, hasRole, worksAs } from '../../kernel/actor.ts'
import { localDate } from '../../kernel/calendar/calendar.ts'
import { change, type Outcome, refuse } from '../../kernel/change.ts'
import { emptyValues, missing } from '../../kernel/fields.ts'
import { goesFrom } from '../../kernel/workflow.ts'
import { registerRules } from '../../register/rules.ts'
import type { Asking, Decision, Deletion, Disclosure, DisclosureEvent, RuleValues } from './disclosure.ts'
import {
  approverFields,
  askFields,
  decisionFields,
  deletionFields,
  extractFields,
  type recipients,
  recordFields,
  ruleFields,
} from './fields.ts'
import type { DisclosureProfile } from './profile.ts'
import { workflow } from './workflow.ts'

export type DisclosureOutcome = Outcome<Disclosure, DisclosureEvent>

/** Export is all giving out but to the house's own, to the person, or to whoever receives for the person (S2-38). */
export const isExport = (recipient: (typeof recipients)[number]): boolean => recipient === 'other'

/** What is known of a system's owners. `approvers`: those whom its unit has named; `leader`: of its unit. */
export type Owners = { readonly owner: string | null; readonly approvers: readonly string[]; readonly leader: string | null }

/**
 * Only the system's owner decides, or whoever the owner has named (S2-34). A unit that owns systems has named its approvers, and where it
 * has not, its leader decides (S2-39). Nobody: then nobody may decide before the system has an owner.
 */
export function decidersOf({ owner, approvers, leader }: Owners, { decides }: DisclosureProfile): readonly string[] {
  const unit = approvers.length > 0 ? approvers : leader === null ? [] : [leader]
  const person = owner === null ? [] : [owner]
  const [first, second] = decides === 'unit' ? [unit, person] : [person, unit]
  return first.length > 0 ? first : second
}
/** Of those who decide, whoever may delegate it: the owner or the leader. Those whom a unit has named were named to decide themselves. */
export const mayDelegate = (deciders: readonly string[], { approvers }: Owners): readonly string[] =>
  deciders.filter((one) => !approvers.includes(one))
export const mayDecide = (deciders: readonly string[], actor: Actor): boolean => deciders.includes(actor.personId)
export const mayState = (actor: Actor, { representative }: DisclosureProfile): boolean => worksAs(actor, ...representative)

/** Those who have a part in it add files to it, and take them away: whoever asked, decides or is heard. Everybody else reads. */
export const mayAttach = (
  { values }: Pick<Disclosure, 'values'>,
  deciders: readonly string[],
  actor: Actor,
  profile: DisclosureProfile,
): boolean => values.askedBy === actor.personId || mayDecide(deciders, actor) || mayState(actor, profile)

/** What the owner lets out as routine covers all of it: the kinds of data, the purpose and the recipient, in one rule (S2-36). */
export const isInside = (asking: Asking, rules: readonly RuleValues[]): boolean =>
  rules.some(
    (rule) =>
      rule.inForce === 'yes' &&
      rule.system === asking.system &&
      asking.dataKinds.every((kind) => rule.dataKinds.includes(kind)) &&
      rule.purposes.some((purpose) => purpose === asking.purposeKind) &&
      rule.recipients.some((recipient) => recipient === asking.recipientKind),
  )

export function askDisclosure(id: string, asking: Asking, inside: boolean, actor: Actor, now: Date): DisclosureOutcome {
  const gaps = missing(askFields, asking)
  if (gaps.length > 0) return refuse('incomplete', gaps)
  if (asking.until !== null && asking.until <= localDate(now)) return refuse('untilPassed', ['until'])
  // Outside the routine there is doubt from the first moment: the representative is asked at once (S2-37).
  const consulting = inside ? {} : { status: 'consulting' as const, consultedAt: now }
  const values = {
    ...emptyValues(recordFields),
    ...asking,
    ...{ status: 'asked' as const, routine: inside ? ('inside' as const) : ('outside' as const), askedBy: actor.personId, askedAt: now },
    ...consulting,
  }
  return change<Disclosure, DisclosureEvent>(
    { id, version: 1, values },
    { type: 'disclosure.asked' },
    ...(inside ? [] : [{ type: 'disclosure.consulted' } as const]),
  )
}

const next = (record: Disclosure, values: Partial<Disclosure['values']>, type: DisclosureEvent['type']): DisclosureOutcome =>
  change<Disclosure, DisclosureEvent>({ ...record, values: { ...record.values, ...values } }, { type })

/** The owner is in doubt: the controller's representative considers it together with them (S2-37). */
export function consultRepresentative(
  record: Disclosure,
  doubt: string | null,
  deciders: readonly string[],
  actor: Actor,
  now: Date,
): DisclosureOutcome {
  if (!mayDecide(deciders, actor)) return refuse('notAllowed')
  if (!goesFrom(workflow.consult, record.values.status))
    return refuse(record.values.status === 'consulting' ? 'nothingChanged' : 'decidedAlready')
  if (doubt === null) return refuse('incomplete', ['doubt'])
  return next(
    record,
    { status: 'consulting', doubt, consultedAt: now, statement: null, statedAt: null, statedBy: null },
    'disclosure.consulted',
  )
}

export function giveStatement(
  record: Disclosure,
  statement: string | null,
  actor: Actor,
  now: Date,
  profile: DisclosureProfile,
): DisclosureOutcome {
  if (!mayState(actor, profile)) return refuse('notAllowed')
  if (!goesFrom(workflow.state, record.values.status)) return refuse('notNow')
  if (statement === null) return refuse('incomplete', ['statement'])
  return next(record, { status: 'asked', statement, statedAt: now, statedBy: actor.personId }, 'disclosure.stated')
}

/** By the owner alone, and not while the representative is thinking about it. */
export function decideDisclosure(
  record: Disclosure,
  given: Decision,
  deciders: readonly string[],
  actor: Actor,
  now: Date,
): DisclosureOutcome {
  if (!mayDecide(deciders, actor)) return refuse('notAllowed')
  const { status, decision, decidedBy, reason } = record.values
  if (decision !== null)
    return refuse(
      decision === given.decision && reason === given.reason && decidedBy === actor.personId ? 'nothingChanged' : 'decidedAlready',
    )
  const gaps = missing(decisionFields, given)
  if (gaps.length > 0) return refuse('incomplete', gaps)
  if (!goesFrom(workflow.decide, status)) return refuse('waitsForStatement', ['decision'])
  const approved = given.decision === 'approved'
  const decided = { ...given, status: approved ? ('approved' as const) : ('refused' as const), decidedBy: actor.personId, decidedAt: now }
  return next(record, decided, approved ? 'disclosure.approved' : 'disclosure.declined')
}

/** The recipient has deleted what it was given, and has said how that is known. Whoever asked sees to it. */
export function endDisclosure(
  record: Disclosure,
  given: Deletion,
  deciders: readonly string[],
  actor: Actor,
  now: Date,
): DisclosureOutcome {
  if (record.values.askedBy !== actor.personId && !mayDecide(deciders, actor)) return refuse('notAllowed')
  if (record.values.status === 'ended') return refuse('nothingChanged')
  if (!goesFrom(workflow.end, record.values.status)) return refuse('notNow')
  const gaps = missing(deletionFields, given)
  if (gaps.length > 0) return refuse('incomplete', gaps)
  if (given.deletedOn !== null && given.deletedOn > localDate(now)) return refuse('deletedInFuture', ['deletedOn'])
  return next(record, { ...given, status: 'ended' }, 'disclosure.ended')
}

const keeps = (actor: Actor): boolean => hasRole(actor, 'admin', 'dpo', 'ciso', 'itHead', 'systemOwner', 'superUser')
export const ruleRules = registerRules('disclosure_rule', ruleFields, { mayAdd: keeps, mayEdit: (_, actor) => keeps(actor) })
const names = (actor: Actor): boolean => hasRole(actor, 'admin', 'dpo', 'controller', 'unitHead')
export const approverRules = registerRules('disclosure_approver', approverFields, { mayAdd: names, mayEdit: (_, actor) => names(actor) })
/** Whoever made one writes it down; so that it is done, anybody may. */
export const extractRules = registerRules('data_extract', extractFields, { mayAdd: () => true, mayEdit: () => true })
