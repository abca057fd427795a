import { type Actor, hasRole } from '../../kernel/actor.ts'
import { addMonths, type LocalDate, localDate } from '../../kernel/calendar/calendar.ts'
import { change, type Outcome, type Refusal, refuse } from '../../kernel/change.ts'
import { missing } from '../../kernel/fields.ts'
import { defaultGuardOptions, findPersonalData } from '../../kernel/guard/guard.ts'
import { any, holds, type Rule, says } from '../../kernel/space.ts'
import { goesFrom } from '../../kernel/workflow.ts'
import { deletionFields, proofFields } from './fields.ts'
import type { RetentionProfile } from './profile.ts'
import type { Deletion, DeletionEvent, Due, Proof, Subject, SubjectKind } from './retention.ts'
import { workflow } from './workflow.ts'

type DeletionOutcome = Outcome<Deletion, DeletionEvent>

/** Those who oversee that what should go is gone. */
export const oversees = (actor: Actor): boolean => hasRole(actor, 'dpo', 'ciso', 'controller', 'auditor', 'privacyAdviser', 'gdprUnit')
/** Who reads of a deletion: whose it is, who leads the unit, who carried it out, and those who oversee (docs/decisions/0020). */
export const readers: Rule<Deletion, Actor> = any(
  says({ at: 'r.owner_id', type: 'uuid', of: ({ values }) => values.owner }, ({ personId }) => [personId]),
  says({ at: 'r.unit_id', type: 'uuid', of: ({ values }) => values.unit }, ({ leads }) => leads),
  says({ at: 'r.done_by_id', type: 'uuid', of: ({ values }) => values.doneBy }, ({ personId }) => [personId]),
  says({ at: 'r.second_by_id', type: 'uuid', of: ({ values }) => values.secondBy }, ({ personId }) => [personId]),
  says({ at: 'r.state', type: 'text', of: ({ values }) => values.state }, (actor) => (oversees(actor) ? deletionFields.state.of : [])),
)
export const mayRead = (record: Deletion, actor: Actor): boolean => holds(readers, record, actor)

export const mayCarryOut = ({ values }: Pick<Deletion, 'values'>, actor: Actor): boolean =>
  values.owner === actor.personId || (values.unit !== null && actor.leads.includes(values.unit)) || hasRole(actor, 'controller')
/** Never whoever says that it was done. */
export const mayConfirm = (record: Pick<Deletion, 'values'>, actor: Actor): boolean =>
  record.values.doneBy !== actor.personId && (mayCarryOut(record, actor) || hasRole(actor, 'dpo', 'ciso'))

const noProof = {
  ...{ outcome: null, doneOn: null, what: null, method: null, archive: null, archiveBasis: null, archivePlace: null },
  ...{ doneBy: null, doneAt: null, secondBy: null, secondAt: null },
}

/** A deletion that follows from a record. */
export function planDeletion(
  id: string,
  subject: SubjectKind,
  subjectId: string,
  { name, unit, owner }: Subject,
  due: Due,
): DeletionOutcome {
  const values = { ...noProof, ...due, name, subject, subjectId, unit, owner, state: 'due' as const }
  return change<Deletion, DeletionEvent>({ id, version: 1, values }, { type: 'deletion.added' })
}

/**
 * Its record says something else now: another day, another owner; held; or no longer to be deleted. What somebody has said that they did
 * stays, though nobody has confirmed it: without it nobody would know that the data may be gone.
 */
export function followSubject(record: Deletion, { wanted, name, unit, owner }: Subject): DeletionOutcome {
  const { values } = record
  if (values.state !== 'due' && values.state !== 'confirming') return refuse('notNow')
  if (wanted === 'held') return set(record, { state: 'stopped' }, 'deletion.stopped')
  if (wanted === null) return set(record, { state: 'dropped' }, 'deletion.dropped')
  const next = { ...wanted, name, unit, owner }
  const same = Object.entries(next).every(([key, value]) => values[key as keyof typeof values] === value)
  return same ? refuse('nothingChanged') : set(record, next, 'deletion.moved')
}

/** A proof names nobody: what could tell of whom the data were is refused, and never kept. */
const tells = (proof: Proof): readonly string[] =>
  (['what', 'method', 'archiveBasis', 'archivePlace'] as const).filter((field) =>
    findPersonalData(proof[field] ?? '', defaultGuardOptions).some(({ kind }) => kind !== 'healthWord'),
  )

/**
 * A duty to delete does not by itself allow that what is worth preserving is destroyed (arkivlova § 13): then it is deleted in
 * production and kept in the archive. What is destroyed says what allows it.
 */
function archiveRefused({ archive, archiveBasis, archivePlace, outcome }: Proof): Refusal | null {
  if (archive === 'yes' && outcome !== 'archived') return refuse('archiveDuty', ['outcome'])
  if (archive === 'yes' && archivePlace === null) return refuse('placeMissing', ['archivePlace'])
  if (archive === 'no' && outcome === 'archived') return refuse('nothingToArchive', ['outcome'])
  return archive === 'no' && archiveBasis === null ? refuse('basisMissing', ['archiveBasis']) : null
}

export function carryOut(record: Deletion, proof: Proof, actor: Actor, now: Date, profile: RetentionProfile): DeletionOutcome {
  if (!mayCarryOut(record, actor)) return refuse('notAllowed')
  if (record.values.state === 'stopped') return refuse('isHeld')
  if (!goesFrom(workflow.carryOut, record.values.state)) return refuse('notNow')
  const gaps = missing(proofFields, proof)
  if (gaps.length > 0) return refuse('incomplete', gaps)
  if ((proof.doneOn ?? '') > localDate(now)) return refuse('dayAhead', ['doneOn'])
  const telling = tells(proof)
  if (telling.length > 0) return refuse('personalData', telling)
  if (proof.outcome === 'anonymised' && !profile.anonymise) return refuse('noAnonymising', ['outcome'])
  const refused = archiveRefused(proof)
  if (refused) return refused
  const state = profile.twoPersons ? ('confirming' as const) : ('done' as const)
  return set(record, { ...proof, state, doneBy: actor.personId, doneAt: now }, 'deletion.carriedOut')
}

/** Another has seen that it is so. */
export function confirmDeletion(record: Deletion, actor: Actor, now: Date): DeletionOutcome {
  const { state, doneBy } = record.values
  if (state === 'stopped' && mayConfirm(record, actor)) return refuse('isHeld')
  if (!goesFrom(workflow.confirm, state)) return mayRead(record, actor) ? refuse('notNow') : refuse('notAllowed')
  if (doneBy === actor.personId) return refuse('samePerson')
  if (!mayConfirm(record, actor)) return refuse('notAllowed')
  return set(record, { state: 'done', secondBy: actor.personId, secondAt: now }, 'deletion.confirmed')
}

/** It was not so: whoever owns it does it again. */
export function sendBack(record: Deletion, actor: Actor): DeletionOutcome {
  if (!mayConfirm(record, actor)) return refuse('notAllowed')
  return goesFrom(workflow.sendBack, record.values.state)
    ? set(record, { ...noProof, state: 'due' }, 'deletion.sentBack')
    : refuse('notNow')
}

const set = (record: Deletion, over: Partial<Deletion['values']>, type: DeletionEvent['type']): DeletionOutcome =>
  change<Deletion, DeletionEvent>({ ...record, values: { ...record.values, ...over } }, { type } as DeletionEvent)

export const isLate = ({ values }: Pick<Deletion, 'values'>, today: LocalDate): boolean =>
  (values.state === 'due' || values.state === 'confirming') && (values.dueOn ?? '') < today

/** Until which day Varde's own traces are old, by the profile. */
export const ownLimits = ({ proofYears, traceMonths }: RetentionProfile, today: LocalDate) => ({
  proofs: addMonths(today, -12 * proofYears),
  recordings: addMonths(today, -traceMonths),
})
