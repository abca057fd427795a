import { type Actor, hasRole, worksAs } from '../../kernel/actor.ts'
import { addDays, addMonths, type LocalDate, localDate } from '../../kernel/calendar/calendar.ts'
import { change, type Outcome, type Refusal, refuse } from '../../kernel/change.ts'
import { drafted, namesDrafter } from '../../kernel/drafted.ts'
import { changed } from '../../kernel/fields.ts'
import { goesFrom } from '../../kernel/workflow.ts'
import { registerRules } from '../../register/rules.ts'
import { recordFields, riskFields, scenarioFields } from './fields.ts'
import { riskOf, unexplained } from './matrix.ts'
import { longestAcceptance, type RiskProfile, reviewDays } from './profile.ts'
import type { Acceptance, Analysis, Answers, Measure, Risk, RiskEvent, Scenario } from './risk.ts'
import { measureRefused, measureWritten, scenarioRefused } from './rules-parts.ts'
import { workflow } from './workflow.ts'

type RiskOutcome = Outcome<Risk, RiskEvent>
type Part<T> = Outcome<{ readonly record: Risk; readonly part: T }, RiskEvent>

/** Those who begin an analysis: leaders (S4-083), system owners and super users (S4-104), and those who keep the registers. */
export const mayAdd = (actor: Actor): boolean =>
  keeps(actor) || hasRole(actor, 'leader', 'unitHead', 'systemOwner', 'superUser') || actor.leads.length > 0
const keeps = (actor: Actor): boolean => hasRole(actor, 'dpo', 'ciso', 'itHead', 'privacyAdviser', 'privacyContact', 'admin')

type Held = {
  readonly values: Pick<Answers, 'owner' | 'riskOwner' | 'author' | 'participants' | 'unit'> & { readonly initiator?: string | null }
}
const takesPart = ({ values }: Held, actor: Actor): boolean =>
  [values.owner, values.riskOwner, values.author, values.initiator ?? null, ...values.participants].includes(actor.personId) ||
  (values.unit !== null && actor.leads.includes(values.unit))
/** Whoever takes part writes in it; the information security manager assists in all of them (S4-089). */
export const mayEdit = (record: Held, actor: Actor): boolean => keeps(actor) || worksAs(actor, 'ciso') || takesPart(record, actor)

/** What an analysis says of weaknesses is not for everybody: for those who work with security, lead, keep a system or take part. */
export const mayReadAll = (actor: Actor): boolean =>
  mayAdd(actor) || worksAs(actor, 'ciso') || hasRole(actor, 'controller', 'managementGroup', 'auditor', 'centralAssessor', 'cert')
export const mayRead = (record: Held, actor: Actor): boolean => mayReadAll(actor) || takesPart(record, actor)

/** The risk owner is the system owner, unless another is named. */
export const riskOwnerOf = ({ values }: Pick<Risk, 'values'>): string | null => values.riskOwner ?? values.owner
type Drafts = { readonly values: Pick<Risk['values'], 'initiator' | 'author'> }
export const draftersOf = ({ values }: Drafts) => [values.initiator, values.author]
/**
 * The owner approves, and the risk owner accepts what is left; never whoever drafted it, unless the register has them as owner (S4-104).
 * `known`: whom the registers have.
 */
export const mayApprove = (record: Risk, known: readonly string[], actor: Actor): boolean =>
  mayDecide(record, record.values.owner, known, actor)
export const mayAccept = (record: Risk, known: readonly string[], actor: Actor): boolean =>
  mayDecide(record, riskOwnerOf(record), known, actor)
const mayDecide = (record: Risk, person: string | null, known: readonly string[], actor: Actor): boolean =>
  person === actor.personId && !drafted({ person, known }, draftersOf(record))
/** Whom the registers have as owner of what an analysis is about: before, and after. */
export type KnownOwners = { readonly before: readonly string[]; readonly after: readonly string[] }
function ownerRefused(before: Risk['values'] | null, after: Risk['values'], known: KnownOwners, actor: Actor): Refusal | null {
  const names = (values: Risk['values'], person: string | null, of: readonly string[]) => ({
    ...{ person, known: of, drafters: draftersOf({ values }) },
  })
  const wrong = (personOf: (values: Risk['values']) => string | null) =>
    namesDrafter(before && names(before, personOf(before), known.before), names(after, personOf(after), known.after), actor.personId)
  if (wrong(({ owner }) => owner)) return refuse('drafterDecides', ['owner'])
  return wrong((values) => riskOwnerOf({ values })) ? refuse('drafterDecides', ['riskOwner']) : null
}
export const mayEnd = (record: Risk, actor: Actor): boolean => record.values.owner === actor.personId || worksAs(actor, 'ciso')

const plain = registerRules('risk', recordFields, { mayAdd, mayEdit })
const ended = ({ values }: Risk): boolean => !goesFrom(workflow.end, values.status)

export function addRisk(
  id: string,
  values: Answers,
  scale: RiskProfile['scale'],
  known: readonly string[],
  actor: Actor,
  now: Date,
): RiskOutcome {
  const standing = { status: 'draft', scale, initiator: actor.personId, begunOn: localDate(now), touchedAt: now } as const
  const next = { ...blankStanding, ...values, ...standing }
  const outcome = plain.add(id, next, actor)
  return (outcome.ok && ownerRefused(null, next, { before: [], after: known }, actor)) || outcome
}
const blankStanding = {
  ...{ approvedAt: null, dpiaBegunAt: null, acceptedBy: null, acceptedAt: null },
  ...{ acceptedUntil: null, acceptedReason: null, acceptedFor: null },
}

/** What was approved is changed when it says something else. */
const touched = (record: Risk, now: Date): Risk => ({
  ...record,
  values: {
    ...record.values,
    status: goesFrom(workflow.editApproved, record.values.status) ? 'changed' : record.values.status,
    touchedAt: now,
  },
})

export function editRisk(record: Risk, values: Answers, known: KnownOwners, actor: Actor, now: Date): RiskOutcome {
  if (ended(record)) return refuse('notNow')
  const fields = changed(riskFields, record.values, values)
  if (fields.length === 0) return refuse('nothingChanged')
  const outcome = plain.edit(record, { ...touched(record, now).values, ...values }, actor)
  if (!outcome.ok) return outcome
  return (
    ownerRefused(record.values, outcome.next.values, known, actor) ?? change<Risk, RiskEvent>(outcome.next, { type: 'risk.edited', fields })
  )
}

const mayWrite = (record: Risk, actor: Actor) => (mayEdit(record, actor) ? (ended(record) ? refuse('notNow') : null) : refuse('notAllowed'))

/** A scenario written, or written anew. */
export function writeScenario(record: Risk, before: Scenario | null, next: Scenario, actor: Actor, now: Date): Part<Scenario> {
  const refused = mayWrite(record, actor) ?? scenarioRefused(scenarioFields, record.values.scale ?? '5', before, next)
  if (refused) return refused
  return change<{ record: Risk; part: Scenario }, RiskEvent>(
    { record: touched(record, now), part: next },
    { type: before ? 'risk.scenarioEdited' : 'risk.scenarioAdded' },
  )
}

/** A measure written. That it has been carried out, with what shows it, changes nothing that was approved (S4-005). */
export function writeMeasure(record: Risk, before: Measure | null, next: Measure, actor: Actor, now: Date): Part<Measure> {
  const { changesPlan, carriedOut } = measureWritten(before, next)
  const carries = before !== null && before.owner === actor.personId
  const stopped = ended(record) ? refuse('notNow') : carries && !changesPlan ? null : mayWrite(record, actor)
  const refused = stopped ?? measureRefused(before, next, now)
  if (refused) return refused
  return change<{ record: Risk; part: Measure }, RiskEvent>(
    { record: changesPlan ? touched(record, now) : record, part: next },
    { type: before === null ? 'risk.measureAdded' : carriedOut ? 'risk.measureDone' : 'risk.measureEdited' },
  )
}

export function removePart(record: Risk, type: 'risk.scenarioRemoved' | 'risk.measureRemoved', actor: Actor, now: Date): RiskOutcome {
  return mayWrite(record, actor) ?? change<Risk, RiskEvent>(touched(record, now), { type })
}

/** What is missing before it can be approved, and where it is written. */
export type Gap =
  | { readonly what: keyof Answers | 'scenarios' | 'acceptance' }
  /** It is judged lower after measures, and there is none against it. */
  | { readonly what: 'measures'; readonly scenario: Scenario }

export function gapsOf({ record, scenarios, measures }: Analysis, acceptedFor: string, today: LocalDate): readonly Gap[] {
  const { values } = record
  const asked = ['purpose', 'dataAccount', 'owner', 'content', 'context', 'dpiaNeeded', 'dpiaReason'] as const
  const about = values.systems.length + values.processings.length + values.zones.length > 0 || values.about !== null
  return [
    ...(about ? [] : [{ what: 'systems' as const }]),
    ...asked.filter((name) => values[name] === null).map((what) => ({ what })),
    ...(scenarios.length > 0 ? [] : [{ what: 'scenarios' as const }]),
    ...unexplained(scenarios, measures).map((scenario) => ({ what: 'measures' as const, scenario })),
    ...(needsAcceptance({ record, scenarios, measures }) && !isAccepted(record, acceptedFor, today)
      ? [{ what: 'acceptance' as const }]
      : []),
  ]
}

/** What is left after the measures is more than the organisation accepts without asking. */
export const needsAcceptance = ({ record, scenarios }: Analysis): boolean =>
  scenarios.some((scenario) => riskOf(record.values.scale ?? '5', scenario, 'after') !== 'low')
/** The risk owner has accepted what is left, as it is, and until a day that has not come. */
export const isAccepted = ({ values }: Pick<Risk, 'values'>, acceptedFor: string, today: LocalDate): boolean =>
  values.acceptedUntil !== null && values.acceptedFor === acceptedFor && values.acceptedUntil >= today

export function acceptRisk(
  analysis: Analysis,
  { until, reason }: Acceptance,
  acceptedFor: string,
  known: readonly string[],
  actor: Actor,
  now: Date,
): RiskOutcome {
  const { record } = analysis
  const today = localDate(now)
  if (!mayAccept(record, known, actor)) return refuse('notAllowed')
  if (ended(record) || !needsAcceptance(analysis)) return refuse('notNow')
  if (until === null || reason === null) return refuse('incomplete', until === null ? ['until'] : ['reason'])
  if (until <= today) return refuse('untilPast', ['until'])
  if (until > addMonths(today, longestAcceptance)) return refuse('untilFar', ['until'])
  const values = {
    ...record.values,
    acceptedBy: actor.personId,
    acceptedAt: now,
    acceptedUntil: until,
    acceptedReason: reason,
    acceptedFor,
  }
  return change<Risk, RiskEvent>({ ...record, values }, { type: 'risk.accepted' })
}

export const waitsForApproval = ({ values }: Pick<Risk, 'values'>): boolean => goesFrom(workflow.approve, values.status)

/** Both have approved: what `approvals` asks before it calls this (S4-117). */
export function approveRisk(analysis: Analysis, acceptedFor: string, now: Date): RiskOutcome {
  const { record } = analysis
  if (!waitsForApproval(record)) return refuse('notNow')
  if (gapsOf(analysis, acceptedFor, localDate(now)).length > 0) return refuse('answersMissing')
  const values = { ...record.values, status: 'approved' as const, approvedAt: now, touchedAt: now }
  return change<Risk, RiskEvent>({ ...record, values }, { type: 'risk.approved' })
}

/** "Still right": what a yearly review asks for where nothing has changed (S4-119). Only what is approved is confirmed. */
export function confirmRisk(record: Risk, actor: Actor, now: Date): RiskOutcome {
  if (!mayEdit(record, actor)) return refuse('notAllowed')
  if (!goesFrom(workflow.confirm, record.values.status)) return refuse('notApproved')
  return change<Risk, RiskEvent>({ ...record, values: { ...record.values, touchedAt: now } }, { type: 'risk.confirmed' })
}

/** The impact assessment that it asks for has begun (S4-118): nobody is asked to begin it any more. */
export const dpiaBegun = (record: Risk, now: Date): RiskOutcome =>
  record.values.dpiaBegunAt === null
    ? change<Risk, RiskEvent>({ ...record, values: { ...record.values, dpiaBegunAt: now } }, { type: 'risk.dpiaBegun' })
    : refuse('nothingChanged')

export function endRisk(record: Risk, actor: Actor, now: Date): RiskOutcome {
  if (!mayEnd(record, actor)) return refuse('notAllowed')
  if (ended(record)) return refuse('nothingChanged')
  return change<Risk, RiskEvent>({ ...record, values: { ...record.values, status: 'ended', touchedAt: now } }, { type: 'risk.ended' })
}

type Looked = { readonly status: Risk['values']['status']; readonly touchedAt: Date | null }

/** A system may be taken into use when one of its analyses is approved as it stands (S4-037). */
export const isAssessed = (analyses: readonly Pick<Looked, 'status'>[]): boolean => analyses.some(({ status }) => status === 'approved')

/** An analysis was updated and approved, or confirmed, as a part of the review that is held now (S4-119). */
export const isLookedAt = (analyses: readonly Looked[], today: LocalDate): boolean =>
  analyses.some(
    ({ status, touchedAt }) => status === 'approved' && touchedAt !== null && localDate(touchedAt) >= addDays(today, -reviewDays),
  )
