import { hoursAfter } from '../../../kernel/calendar/calendar.ts'
import { change, refuse } from '../../../kernel/change.ts'
import { changed, isEmpty } from '../../../kernel/fields.ts'
import { isMailbox } from '../../../kernel/mailbox.ts'
import { isAnnounced } from '../announced.ts'
import { clockRuns } from '../clock.ts'
import type { Deviation, DeviationEvent, Inquiry, Measure } from '../deviation.ts'
import { type Announcement, type Containment, type Handling, handlingFields } from '../fields-handling.ts'
import { lastDecision } from '../rests.ts'
import { type By, type DeviationOutcome, decisionOf, gate } from '../rules.ts'
import { settle } from '../settle.ts'
import type { Reporter } from '../store-reporter.ts'
import { isFutureDay, timesRefused } from '../times.ts'
import { workflow } from '../workflow.ts'

/**
 * Changes what is written of the handling. The way forward is chosen when severity and number are known, or known to be
 * unknown (S3-19).
 */
export function editHandling(deviation: Deviation, handling: Handling, by: By): DeviationOutcome {
  const refusal = gate(deviation, 'edit', by)
  if (refusal) return refusal
  const fields = changed(handlingFields, deviation.handling, handling)
  if (fields.length === 0) return refuse('nothingChanged')
  const edited = { ...deviation, handling }
  const wrong = timesRefused(deviation, edited, by.now)
  if (wrong) return wrong
  const unweighed = unweighedFields(edited)
  if (fields.includes('approach') && !isEmpty(handling.approach) && unweighed.length > 0) return refuse('weighFirst', unweighed)
  return change(settle(edited, by), { type: 'deviation.edited', part: 'handling', fields })
}

/** Stops and limits the damage; open from the first minute, whatever else is undone (S3-24). A time is set where none was given. */
export function contain(deviation: Deviation, { contained, containedAt, containment }: Containment, by: By): DeviationOutcome {
  if (contained === null) return refuse('incomplete', ['contained'])
  const since = deviation.handling.contained === contained ? deviation.handling.containedAt : by.now
  const at = contained === 'no' ? null : (containedAt ?? since)
  return editHandling(deviation, { ...deviation.handling, contained, containment, containedAt: at }, by)
}

/** The words of the announcement, and that it has been published: whole, and with when and where. */
export function announce(deviation: Deviation, given: Announcement, by: By): DeviationOutcome {
  const refusal = gate(deviation, 'edit', by)
  if (refusal) return refusal
  if (!isAnnounced(deviation)) return refuse('notNow')
  const { announcedOn, announcedWhere } = given
  if (isFutureDay(announcedOn, by.now)) return refuse('future', ['announcedOn'])
  if (announcedOn !== null && isEmpty(announcedWhere)) return refuse('incomplete', ['announcedWhere'])
  if (announcedOn === null && !isEmpty(announcedWhere)) return refuse('incomplete', ['announcedOn'])
  const unwritten = announcedWords.filter((name) => isEmpty(given[name]))
  if (announcedOn !== null && unwritten.length > 0) return refuse('incomplete', unwritten)
  return editHandling(deviation, { ...deviation.handling, ...given }, by)
}
const announcedWords = ['announceHappened', 'announceConsequences', 'announceMeasures', 'announceContact'] as const

export function setMeasures(deviation: Deviation, measures: readonly Measure[], by: By): DeviationOutcome {
  const refusal = gate(deviation, 'edit', by)
  if (refusal) return refusal
  if (JSON.stringify(measures) === JSON.stringify(deviation.measures)) return refuse('nothingChanged')
  const unfinished = measures.findIndex((measure) => isEmpty(measure.what) || measure.purpose === null || measure.state === null)
  if (unfinished >= 0) return refuse('incomplete', [`measure.${unfinished}.what`])
  const future = measures.findIndex((measure) => measure.state === 'done' && isFutureDay(measure.doneOn, by.now))
  if (future >= 0) return refuse('future', [`measure.${future}.doneOn`])
  // What a reporter says was done at once is taken as it is said; whoever handles the case says what shows it (S4-005).
  const unshown = measures.findIndex((measure) => measure.state === 'done' && isEmpty(measure.evidence) && !wasDone(deviation, measure))
  if (unshown >= 0) return refuse('evidenceMissing', [`measure${unshown}.evidence`])
  return change(settle({ ...deviation, measures }, by), { type: 'deviation.edited', part: 'measures', fields: ['measures'] })
}

const wasDone = ({ measures }: Deviation, { id }: Measure): boolean =>
  measures.some((measure) => measure.id === id && measure.state === 'done' && isEmpty(measure.evidence))

/** S3-19: what must be weighed before the way forward is chosen. "Unknown" is an answer. */
export const unweighedFields = ({ handling, report }: Pick<Deviation, 'handling' | 'report'>): readonly string[] => [
  ...(handling.severity === null ? ['severity'] : []),
  ...(report.personalData !== 'no' && report.affectedCount === null && report.affectedKnown !== 'unknown' ? ['affectedCount'] : []),
]

export type Asking = Pick<Inquiry, 'id' | 'personId' | 'resourceRole' | 'question'> & {
  readonly toReporter: boolean
  /** The address of somebody without an account. */
  readonly outside?: string | null
  readonly dueAt: Date
}

/**
 * Asks for more: the reporter (S1-46, S3-10) or somebody who knows (S4-138). While the 72 hours run, the answer is wanted
 * within them. `id` is made by the page, so that a double click asks once.
 */
export function ask(deviation: Deviation, { outside = null, ...asking }: Asking, reporter: Reporter, by: By): DeviationOutcome {
  const refusal = mayAskMerged(deviation, asking.toReporter, by.parts) ? null : gate(deviation, 'ask', by)
  if (refusal) return refusal
  if (deviation.inquiries.some((inquiry) => inquiry.id === asking.id)) return refuse('alreadyAsked')
  if (isEmpty(asking.question)) return refuse('incomplete', ['question'])
  if (asking.dueAt <= by.now) return refuse('duePassed', ['dueAt'])
  const { notifyBy } = deviation
  if (notifyBy && stillRunning(deviation, by.now) && asking.dueAt > notifyBy) return refuse('dueAfterClock', ['dueAt'])
  const personId = asking.toReporter ? reachable(reporter) : asking.personId
  if (asking.toReporter && !canBeAsked(reporter)) return refuse('noReporter', ['to'])
  if (outside !== null && !isMailbox(outside)) return refuse('notAnAddress', ['address'])
  if (!asking.toReporter && outside === null && personId === null) return refuse('incomplete', ['person'])
  const inquiry: Inquiry = {
    ...asking,
    personId,
    outside: outside !== null,
    askedBy: by.actor.personId,
    askedAt: by.now,
    answer: null,
    answeredAt: null,
  }
  return change(
    { ...deviation, inquiries: [...deviation.inquiries, inquiry] },
    { type: 'deviation.asked', inquiry: inquiry.id, toReporter: inquiry.toReporter },
  )
}

/** Whoever reported a case that was merged into another knows as much as before, and is asked where they can answer: in their own. */
export const mayAskMerged = ({ mergedInto }: Deviation, toReporter: boolean, parts: By['parts']): boolean =>
  mergedInto !== null && toReporter && workflow.ask.by.some((part) => parts.has(part))

/** A case that is closed takes no answers; one that goes on in another does. */
export const takesAnswers = ({ status, mergedInto }: Pick<Deviation, 'status' | 'mergedInto'>): boolean =>
  status !== 'closed' || mergedInto !== null

/** Whoever has an account here, or the code of their case. */
export const canBeAsked = ({ kind }: Reporter): boolean => kind === 'person' || kind === 'protected' || kind === 'code'

/** A protected reporter is asked on the reporter's own page, and no name goes into the question (S4-131). */
const reachable = (reporter: Reporter): string | null => (reporter.kind === 'person' ? reporter.personId : null)

/** A day from now, but never after the 72 hours where they still run (S1-46). */
export const usualDue = (deviation: Pick<Deviation, 'notifyBy' | 'authorityTrack' | 'authorityNotifiedAt'>, now: Date): Date => {
  const tomorrow = hoursAfter(now, 24)
  const { notifyBy } = deviation
  return notifyBy && stillRunning(deviation, now) && notifyBy < tomorrow ? notifyBy : tomorrow
}

const stillRunning = (
  { notifyBy, authorityTrack, authorityNotifiedAt }: Pick<Deviation, 'notifyBy' | 'authorityTrack' | 'authorityNotifiedAt'>,
  now: Date,
): boolean => notifyBy !== null && notifyBy > now && authorityNotifiedAt === null && authorityTrack !== 'notOwed'

/** Answers a question: whoever was asked, or the handler who got the answer by word and writes it down. */
export function answer(deviation: Deviation, inquiryId: string, text: string | null, by: By): DeviationOutcome {
  const inquiry = deviation.inquiries.find((one) => one.id === inquiryId)
  if (!inquiry) return refuse('notFound')
  if (!mayAnswer(inquiry, by.parts, by.actor.personId)) return refuse('notAllowed')
  if (inquiry.answeredAt !== null) return refuse('alreadyAnswered')
  if (!takesAnswers(deviation)) return refuse('closedToAnswers', ['answer'])
  if (isEmpty(text)) return refuse('incomplete', ['answer'])
  const answered = { ...inquiry, answer: text, answeredAt: by.now }
  return change(
    { ...deviation, inquiries: deviation.inquiries.map((one) => (one.id === inquiryId ? answered : one)) },
    { type: 'deviation.answered', inquiry: inquiryId, toReporter: inquiry.toReporter },
  )
}

/** By whoever has the link, once, and of nothing but this question. */
export function answerOutside(deviation: Deviation, inquiryId: string, text: string | null, by: By): DeviationOutcome {
  const asked = deviation.inquiries.some((one) => one.id === inquiryId && one.outside)
  return asked ? answer(deviation, inquiryId, text, { ...by, parts: new Set(['handler']) }) : refuse('notFound')
}

export const mayAnswer = (inquiry: Inquiry, parts: By['parts'], personId: string): boolean =>
  isAsked(inquiry, parts, personId) || parts.has('handler') || parts.has('assessor')

export const isAsked = (inquiry: Inquiry, parts: By['parts'], personId: string): boolean =>
  inquiry.toReporter ? parts.has('reporter') : inquiry.personId === personId

/** What is still not known: the questions without an answer (S1-46). */
export const unanswered = ({ inquiries }: Pick<Deviation, 'inquiries'>): readonly Inquiry[] =>
  inquiries.filter((inquiry) => inquiry.answeredAt === null)

/**
 * S3-14: an internal deviation is handed to the leader, who closes it; or a report is to be made to Datatilsynet. Decided on
 * the risk (S3-15), the severity and the number affected (S3-19).
 */
export function triage(deviation: Deviation, outcome: 'internal' | 'authority', by: By): DeviationOutcome {
  const refusal = gate(deviation, 'triage', by)
  if (refusal) return refusal
  if (!by.profile.assessment.leaderClosesInternal) return refuse('notNow')
  if (deviation.triage === outcome && lastDecision(deviation, 'triage')) return refuse('nothingChanged')
  if (clockRuns(deviation) && deviation.assessedAt === null) return refuse('assessFirst')
  const unweighed = unweighedFields(deviation)
  if (unweighed.length > 0) return refuse('weighFirst', unweighed)
  if (outcome === 'internal' && ['owed', 'preliminary', 'notified'].includes(deviation.authorityTrack)) return refuse('noticeRequired')
  if (outcome === 'internal' && deviation.report.affectedLeader === null) return refuse('leaderMissing', ['affectedLeader'])
  const decisions = [...deviation.decisions, decisionOf(deviation, 'triage', outcome, null, null, by)]
  const next = settle({ ...deviation, triage: outcome, decisions }, by)
  const triaged: DeviationEvent = { type: 'deviation.triaged', triage: outcome }
  const handedOver: DeviationEvent = { type: 'deviation.internalHandedOver' }
  return outcome === 'internal' ? change<Deviation, DeviationEvent>(next, triaged, handedOver) : change(next, triaged)
}
