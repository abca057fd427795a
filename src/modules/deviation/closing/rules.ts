import type { Actor } from '../../../kernel/actor.ts'
import { change, refuse } from '../../../kernel/change.ts'
import { changed, type Fields, isEmpty, missing, type Values } from '../../../kernel/fields.ts'
import { mayTake } from '../../../kernel/workflow.ts'
import { announcementWaits, isAnnounced } from '../announced.ts'
import { clockRuns } from '../clock.ts'
import type { Deviation, Measure, Part } from '../deviation.ts'
import { type Closing, closingFields, documentationFields, lessonFields, memoFields } from '../fields-closing.ts'
import { jointAssessment } from '../joint.ts'
import type { Standing } from '../permissions.ts'
import type { Profile } from '../profile.ts'
import { theirs } from '../responsible.ts'
import { changedSince, documentationRests, memoRests, standingSignOffs } from '../rests.ts'
import { type By, type DeviationOutcome, decisionOf, gate, memoNeeded } from '../rules.ts'
import { settle } from '../settle.ts'
import { isFutureDay } from '../times.ts'
import { isUnfinished } from '../unfinished.ts'
import { workflow } from '../workflow.ts'

export const checkCodes = [
  'breachUndecided',
  'notAssessed',
  'signOffs',
  'measuresNotEnough',
  'authorityOpen',
  'subjectsOpen',
  'announcementOpen',
  'orders',
  'documentation',
  'documentationOld',
  'lessons',
  'memo',
  'memoOld',
  'notProposed',
] as const
export type CheckCode = (typeof checkCodes)[number]
/** One thing that must be in place before a case is closed; `fields` names the answers that still stand in the way. */
export type ClosingCheck = { readonly code: CheckCode; readonly met: boolean; readonly fields: readonly string[] }

/** Every check that this case is held to, in the order of the work. `proposing`: what a proposal needs; the proposal itself is not among it. */
export function closingChecks(deviation: Deviation, profile: Profile, proposing = false): readonly ClosingCheck[] {
  const { closing, authorityTrack, subjectsTrack } = deviation
  const joint = jointAssessment(profile.assessment.jointly, standingSignOffs(deviation))
  const checks: ClosingCheck[] = []
  const add = (code: CheckCode, met: boolean) => checks.push({ code, met, fields: [] })
  const addAnswers = (code: CheckCode, fields: readonly string[]) => checks.push({ code, met: fields.length === 0, fields })

  if (deviation.report.personalData !== 'no') add('breachUndecided', deviation.breach !== null)
  if (clockRuns(deviation)) {
    add('notAssessed', deviation.assessedAt !== null)
    if (joint) add('signOffs', joint.done)
    if (joint?.done) add('measuresNotEnough', joint.mayProposeClosing)
    add('authorityOpen', !['undecided', 'owed', 'preliminary'].includes(authorityTrack))
    add('subjectsOpen', !['undecided', 'owed'].includes(subjectsTrack))
    // 34(3)(c): the exception holds where the public has been told instead.
    if (isAnnounced(deviation)) add('announcementOpen', !announcementWaits(deviation))
    // 33(5): each and every breach, the small ones too (S3-06, S3-07).
    addAnswers('documentation', unfinished(documentationFields, closing))
    if (isOld(deviation, 'documentation')) add('documentationOld', false)
  } else if (authorityTrack === 'preliminary') add('authorityOpen', false)
  if (deviation.openOrders > 0) add('orders', false)
  addAnswers('lessons', unfinished(lessonFields, closing))
  if (memoNeeded(deviation, profile)) {
    addAnswers('memo', unfinished(memoFields, closing))
    if (isOld(deviation, 'memo')) add('memoOld', false)
    if (!proposing) add('notProposed', deviation.status === 'proposed' || deviation.status === 'closed')
  }
  return checks
}

/** Whether a text was last saved while the case said something else than now of what the text tells: it is read again, and saved. */
export const isOld = (deviation: Deviation, text: 'documentation' | 'memo'): boolean =>
  text === 'memo'
    ? changedSince(deviation.memoOn, memoRests(deviation)).length > 0
    : changedSince(deviation.documentedOn, documentationRests(deviation)).length > 0

/** What stands between a case and its closing. */
export const closingGaps = (deviation: Deviation, profile: Profile, proposing = false): readonly ClosingCheck[] =>
  closingChecks(deviation, profile, proposing).filter((check) => !check.met)

/** Answers that are empty and must not be, and those where a suggestion from the case still says "fill in". */
export const unfinished = <F extends Fields>(fields: F, values: Values<F>): readonly (keyof F & string)[] => {
  const empty = missing(fields, values)
  return (Object.keys(fields) as (keyof F & string)[]).filter((name) => empty.includes(name) || isUnfinished(values[name] as string | null))
}

/** Whether the memo can be read as finished: all six parts are there. */
export const memoIsWhole = ({ closing }: Pick<Deviation, 'closing'>): boolean => unfinished(memoFields, closing).length === 0

/** Those who handle the case; and the leader whom an internal deviation is left to (S3-14). */
export const mayEditClosing = ({ status }: Pick<Deviation, 'status'>, parts: ReadonlySet<Part>): boolean =>
  (status === 'open' && parts.has('leader') && parts.has('closer')) || mayTake(workflow.edit, status, parts)

/** `page`: the answers of the page that was saved. Saved as it stands, a text has been read again after what it tells was changed. */
export function editClosing(deviation: Deviation, closing: Closing, by: By, page: readonly string[] = []): DeviationOutcome {
  const refusal = mayEditClosing(deviation, by.parts) ? null : gate(deviation, 'edit', by)
  if (refusal) return refusal
  const fields: readonly string[] = changed(closingFields, deviation.closing, closing)
  const saved = (text: 'documentation' | 'memo', of: Fields) => {
    const touched = Object.keys(of).some((name) => fields.includes(name))
    return touched || (isOld(deviation, text) && Object.keys(of).some((name) => page.includes(name)))
  }
  const [documented, memo] = [saved('documentation', documentationFields), saved('memo', memoFields)]
  const next = {
    ...deviation,
    closing,
    documentedOn: documented ? documentationRests(deviation) : deviation.documentedOn,
    memoOn: memo ? memoRests(deviation) : deviation.memoOn,
  }
  if (fields.length > 0) return change(next, { type: 'deviation.edited', part: 'closing', fields })
  if (!documented && !memo) return refuse('nothingChanged')
  return change(next, { type: 'deviation.readAgain', part: documented ? 'documentation' : 'memo' })
}

/** Sends the case, with its memo and a word to go with it, to whoever decides (S4-147). */
export function proposeClosing(deviation: Deviation, proposal: string | null, by: By): DeviationOutcome {
  const refusal = gate(deviation, 'proposeClosing', by)
  if (refusal) return refusal
  const gaps = closingGaps(deviation, by.profile, true)
  if (gaps.length > 0) return gapRefusal(gaps)
  const closing = proposal === deviation.closing.proposal ? deviation.closing : { ...deviation.closing, proposal }
  return change({ ...deviation, status: 'proposed', closing }, { type: 'deviation.proposed' })
}

/** Closes, when nothing stands in the way (S1-49, S3-06, S4-148). An internal deviation is closed by its leader (S3-14). */
export function close(deviation: Deviation, reason: string | null, by: By): DeviationOutcome {
  const refusal = gate(deviation, 'close', by)
  if (refusal) return refusal
  const gaps = closingGaps(deviation, by.profile)
  if (gaps.length > 0) return gapRefusal(gaps)
  const decisions = [...deviation.decisions, decisionOf(deviation, 'closing', 'close', reason, null, by)]
  return change({ ...deviation, status: 'closed', closedAt: by.now, decisions }, { type: 'deviation.closed' })
}

/** "No" sends the case back, with the reason (S4-148). */
export function returnToHandling(deviation: Deviation, reason: string | null, by: By): DeviationOutcome {
  const refusal = gate(deviation, 'returnToHandling', by, reason)
  if (refusal) return refusal
  const decisions = [...deviation.decisions, decisionOf(deviation, 'closing', 'notClose', reason, null, by)]
  return change({ ...deviation, status: 'open', decisions }, { type: 'deviation.returned' })
}

export function reopen(deviation: Deviation, reason: string | null, by: By): DeviationOutcome {
  const refusal = gate(deviation, 'reopen', by, reason)
  if (refusal) return refusal
  const decisions = [...deviation.decisions, decisionOf(deviation, 'reopening', 'reopen', reason, null, by)]
  return change(settle({ ...deviation, status: 'open', closedAt: null, decisions }, by), { type: 'deviation.reopened' })
}

/** The measures that somebody may say are done: when the case is left to follow up, all of them for those who have it; else one's own. */
export const followUpOf = (
  deviation: Deviation,
  parts: ReadonlySet<Part>,
  actor: Actor,
  standing: Pick<Standing, 'ownsSystem'>,
): readonly Measure[] => (mayTake(workflow.followUp, deviation.status, parts) ? deviation.measures : theirs(deviation, actor, standing))

/** Whoever only has a measure of a case to do is shown that measure, and the case's number (S4-154). */
export const followsAll = (parts: ReadonlySet<Part>): boolean => workflow.followUp.by.some((part) => parts.has(part))

/** One of them has been done. While a case is handled, those who handle it change its measures in their own list. */
export function followUp(
  deviation: Deviation,
  measureId: string | null,
  doneOn: string | null,
  evidence: string | null,
  ownsSystem: boolean,
  by: By,
): DeviationOutcome {
  const refusal = gate(deviation, 'followUp', by)
  if (refusal && gate(deviation, 'carryOut', by)) return refusal
  const point = followUpOf(deviation, by.parts, by.actor, { ownsSystem }).find((measure) => measure.id === measureId)
  if (point?.state === 'done') return refuse('nothingChanged')
  const empty = [...(point ? [] : ['measure']), ...(doneOn ? [] : ['doneOn'])]
  if (!point || !doneOn) return refuse('incomplete', empty)
  if (isFutureDay(doneOn, by.now)) return refuse('future', ['doneOn'])
  if (isEmpty(evidence)) return refuse('evidenceMissing', ['evidence'])
  const measures = deviation.measures.map((measure) =>
    measure === point ? { ...point, state: 'done' as const, doneOn, evidence } : measure,
  )
  return change({ ...deviation, measures }, { type: 'deviation.followedUp' })
}

const gapRefusal = (gaps: readonly ClosingCheck[]) =>
  refuse(
    'incomplete',
    gaps.flatMap((gap) => (gap.fields.length > 0 ? gap.fields : [gap.code])),
  )
