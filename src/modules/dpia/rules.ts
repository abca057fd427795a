import { type Actor, hasRole, worksAs } from '../../kernel/actor.ts'
import { addMonths, type LocalDate, localDate } from '../../kernel/calendar/calendar.ts'
import { change, type Outcome, type Refusal, refuse } from '../../kernel/change.ts'
import { drafted, namesDrafter } from '../../kernel/drafted.ts'
import { changed } from '../../kernel/fields.ts'
import { goesFrom } from '../../kernel/workflow.ts'
import { registerRules } from '../../register/rules.ts'
import { mayReadAll as mayReadAnalyses } from '../risks/public.ts'
import type { Answers, Assessment, Dpia, DpiaEvent } from './dpia.ts'
import { dpiaFields, recordFields } from './fields.ts'
import { mayLeave, screen } from './screening.ts'
import { workflow } from './workflow.ts'

export type DpiaOutcome = Outcome<Dpia, DpiaEvent>

/** Those who begin one: who leads, owns a system, puts up cameras or keeps the registers. The data protection officer advises, and writes none (Article 38(6)). */
export const mayAdd = (actor: Actor): boolean =>
  keeps(actor) || hasRole(actor, 'leader', 'unitHead', 'systemOwner', 'superUser', 'property') || actor.leads.length > 0
const keeps = (actor: Actor): boolean => hasRole(actor, 'ciso', 'itHead', 'privacyAdviser', 'privacyContact', 'admin')

type Held = {
  readonly values: Pick<Answers, 'owner' | 'riskOwner' | 'author' | 'participants' | 'unit'> & { readonly initiator?: string | null }
}
const takesPart = ({ values }: Held, actor: Actor): boolean =>
  [values.owner, values.riskOwner, values.author, values.initiator ?? null, ...values.participants].includes(actor.personId) ||
  (values.unit !== null && actor.leads.includes(values.unit))
export const mayEdit = (record: Held, actor: Actor): boolean => keeps(actor) || takesPart(record, actor)

/** Those who read risk analyses read these too: they say the same of weaknesses. */
export const mayReadAll = (actor: Actor): boolean => mayAdd(actor) || mayReadAnalyses(actor)
export const mayRead = (record: Held, actor: Actor): boolean => mayReadAll(actor) || takesPart(record, actor)

/** Whoever owns the processing sends it to the data protection officer, answers the advice and consults Datatilsynet. */
export const mayKeep = ({ values }: Held, actor: Actor): boolean => [values.owner, values.author].includes(actor.personId) || keeps(actor)
export const mayAdvise = (actor: Actor): boolean => worksAs(actor, 'dpo')
export const mayWaive = (actor: Actor): boolean => worksAs(actor, 'controller')
/** The risk owner decides: whoever owns the processing, unless another is named. */
export const riskOwnerOf = ({ values }: Pick<Dpia, 'values'>): string | null => values.riskOwner ?? values.owner
type Drafts = { readonly values: Pick<Dpia['values'], 'initiator' | 'author'> }
export const draftersOf = ({ values }: Drafts) => [values.initiator, values.author]
/** Never whoever drafted it, unless the registers have them as owner of what it is about (S4-104). `known`: whom they have. */
export const mayApprove = (record: Dpia, known: readonly string[], actor: Actor): boolean =>
  riskOwnerOf(record) === actor.personId && !drafted({ person: actor.personId, known }, draftersOf(record))
/** Whom the registers have as owner of what an assessment is about: before, and after. */
type KnownOwners = { readonly before: readonly string[]; readonly after: readonly string[] }
function ownerRefused(before: Dpia['values'] | null, after: Dpia['values'], known: KnownOwners, actor: Actor): Refusal | null {
  const named = (values: Dpia['values'], of: readonly string[]) => ({
    ...{ person: riskOwnerOf({ values }), known: of, drafters: draftersOf({ values }) },
  })
  return namesDrafter(before && named(before, known.before), named(after, known.after), actor.personId)
    ? refuse('drafterDecides', [after.riskOwner === null ? 'owner' : 'riskOwner'])
    : null
}
export const mayEnd = (record: Dpia, actor: Actor): boolean => record.values.owner === actor.personId || keeps(actor)

const plain = registerRules('dpia', recordFields, { mayAdd, mayEdit })
const blankStanding = {
  ...{ approvedAt: null, waivedBy: null, waivedAt: null, waivedReason: null, waivedFor: null },
  ...{ consultedOn: null, consultationReference: null, consultationAnsweredOn: null, consultationAnswer: null, controlOn: null },
}

type Given = { readonly likeApproved: boolean; readonly known: KnownOwners }

export function addDpia(
  id: string,
  values: Answers,
  scale: '4' | '5',
  { likeApproved, known }: Given,
  actor: Actor,
  now: Date,
): DpiaOutcome {
  const standing = { status: 'draft', scale, edition: 0, initiator: actor.personId, begunOn: localDate(now), touchedAt: now } as const
  const next = { ...blankStanding, ...values, ...standing }
  const outcome = decisionRefused(values, likeApproved) ?? plain.add(id, next, actor)
  return (outcome.ok && ownerRefused(null, next, known, actor)) || outcome
}

/** It is being written: nobody has it, or it has come back. */
export const isWritten = ({ values }: Pick<Dpia, 'values'>): boolean => goesFrom(workflow.edit, values.status)

/** While the data protection officer has it, it is theirs to read as it is; what has ended is not written in. */
export function notWritten({ values }: Dpia): Refusal | null {
  if (values.status === 'withDpo') return refuse('isWithDpo')
  return values.status === 'ended' ? refuse('notNow') : null
}
export const mayWrite = (record: Dpia, actor: Actor): Refusal | null => (mayEdit(record, actor) ? notWritten(record) : refuse('notAllowed'))

/** What was advised on or approved is being written again, once it says something else. */
export function touched(record: Dpia, now: Date): Dpia {
  const { status, approvedAt } = record.values
  const written = approvedAt || goesFrom(workflow.editApproved, status) ? 'changed' : 'draft'
  const falls = goesFrom(workflow.editApproved, status) || goesFrom(workflow.editAdvised, status)
  const next = falls ? written : status
  return { ...record, values: { ...record.values, status: next, touchedAt: now } }
}

/** "No" where an assessment is required, or where that is not known, is not an answer that can be kept. */
function decisionRefused(values: Answers, likeApproved: boolean): Refusal | null {
  if (values.decision !== 'dont') return null
  const { outcome } = screen(values, likeApproved)
  if (!mayLeave({ outcome })) return refuse(outcome === 'required' ? 'isRequired' : 'isUndetermined', ['decision'])
  return values.decisionReason === null ? refuse('reasonMissing', ['decisionReason']) : null
}

export function editDpia(record: Dpia, values: Answers, { likeApproved, known }: Given, actor: Actor, now: Date): DpiaOutcome {
  const stopped = mayWrite(record, actor)
  if (stopped) return stopped
  const fields = changed(dpiaFields, record.values, values)
  if (fields.length === 0) return refuse('nothingChanged')
  if (values.like === record.id) return refuse('likeItself', ['like'])
  // What is decided is asked about where it is decided: another part can be saved while the answers are still being worked on.
  const decides = fields.some((name) => dpiaFields[name].group === 'screening')
  const refused = decides ? decisionRefused(values, likeApproved) : null
  if (refused) return refused
  const outcome = plain.edit(record, { ...touched(record, now).values, ...values }, actor)
  if (!outcome.ok) return outcome
  return (
    ownerRefused(record.values, outcome.next.values, known, actor) ?? change<Dpia, DpiaEvent>(outcome.next, { type: 'dpia.edited', fields })
  )
}

export function endDpia(record: Dpia, actor: Actor, now: Date): DpiaOutcome {
  if (!mayEnd(record, actor)) return refuse('notAllowed')
  if (!goesFrom(workflow.end, record.values.status)) return refuse('nothingChanged')
  return change<Dpia, DpiaEvent>({ ...record, values: { ...record.values, status: 'ended', touchedAt: now } }, { type: 'dpia.ended' })
}

/** A new version of what is approved: since the processing, a system or the risk has changed (Article 35(11)). */
export function reopenDpia(record: Dpia, actor: Actor, now: Date): DpiaOutcome {
  if (!mayKeep(record, actor)) return refuse('notAllowed')
  if (!goesFrom(workflow.reopen, record.values.status)) return refuse('notNow')
  return change<Dpia, DpiaEvent>(touched(record, now), { type: 'dpia.reopened' })
}

/** The risk owner sends it back: it is being written again. */
export function returnDpia(record: Dpia, now: Date): DpiaOutcome {
  if (!goesFrom(workflow.sendBack, record.values.status)) return refuse('notNow')
  return change<Dpia, DpiaEvent>({ ...record, values: { ...record.values, status: 'returned', touchedAt: now } }, { type: 'dpia.returned' })
}

/** After how many months the data protection officer checks what was decided, where the advice says no day. */
export const controlMonths = 6

/** The risk owner has decided: what `approvals` asks before it calls this. */
export function approveDpia({ rounds }: Pick<Assessment, 'rounds'>, record: Dpia, missing: number, now: Date): DpiaOutcome {
  if (!goesFrom(workflow.approve, record.values.status)) return refuse('notNow')
  if (missing > 0) return refuse('answersMissing')
  const followOn = rounds.find(({ advisedAt }) => advisedAt !== null)?.followOn ?? null
  const today = localDate(now)
  const controlOn: LocalDate = followOn !== null && followOn > today ? followOn : addMonths(today, controlMonths)
  const values = {
    ...record.values,
    status: 'approved' as const,
    approvedAt: now,
    touchedAt: now,
    edition: (record.values.edition ?? 0) + 1,
    controlOn,
  }
  return change<Dpia, DpiaEvent>({ ...record, values }, { type: 'dpia.approved' })
}
