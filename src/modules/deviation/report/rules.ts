import type { Role } from '../../../kernel/actor.ts'
import { localDate } from '../../../kernel/calendar/calendar.ts'
import { change, refuse } from '../../../kernel/change.ts'
import { changed, emptyValues, isEmpty, missing, type Problem } from '../../../kernel/fields.ts'
import { type Finding, findPersonalData, maskPersonalData } from '../../../kernel/guard/guard.ts'
import { guardTexts } from '../../../kernel/guard/texts.ts'
import { routeOf } from '../access.ts'
import type { Channel, Deviation, DeviationEvent, Measure } from '../deviation.ts'
import { categories, type RedactionReason, type Report, reportFields } from '../fields-report.ts'
import type { CaseType, Profile } from '../profile.ts'
import { type By, type DeviationOutcome, gate, noDataRefused } from '../rules.ts'
import { derive, settle } from '../settle.ts'
import { timesRefused } from '../times.ts'
import { firstAnswers, followUps, type Question, quickAnswers } from './layout.ts'

/** How a report may come that somebody else than the reporter writes down (S4-130, S1-26, S4-132). */
export const onBehalfChannels = ['oral', 'telephone', 'sms', 'email', 'form', 'ownInitiative'] as const satisfies readonly Channel[]
export type OnBehalfChannel = (typeof onBehalfChannels)[number]

/** Which questions are shown: those of the form, those the categories add, those the profile asks for. Pure, so page and check agree. */
export function shownQuestions(report: Report, profile: Profile): readonly Question[] {
  const extra = new Set(report.categories.flatMap((category) => followUps.categories?.[category] ?? []))
  const aboutPeople = report.personalData !== 'no'
  return (Object.keys(reportFields) as Question[]).filter((question) => {
    const { group } = reportFields[question]
    if (group === 'details') return question === 'system' ? true : extra.has(question)
    if (question === 'caseType') return profile.deviation.caseTypes.length > 1
    if (question === 'externalReference') return profile.deviation.externalSystem !== null
    if (question === 'reporterUnit' || question === 'reporterLeader') return profile.deviation.reporterProtection === 'none'
    return aboutPeople || !onlyForPersonalData.includes(question)
  })
}

/** What a page of the form holds: also what each category asks for, which is seen the moment the category is chosen. */
export const formQuestions = (report: Report, profile: Profile): readonly Question[] => shownQuestions({ ...report, categories }, profile)

/** All there is to ask besides the quick report and what it asks when it is sent. */
export const otherQuestions = (profile: Profile): readonly Question[] =>
  formQuestions(emptyValues(reportFields), profile).filter((question) => !(quickAnswers as readonly Question[]).includes(question))

/** An export-control matter, or a fault without personal data, is sent without these (S1-15, F46). */
const onlyForPersonalData: readonly Question[] = [
  'affectedKnown',
  'affectedCount',
  'affectedMax',
  'dataTypes',
  'dataTypesOther',
  'relation',
  'relationOther',
  'breachKinds',
  'breachManner',
  'effects',
  'consequencesSubjects',
  'informNeeded',
  'informSent',
  'informSentOn',
  'informReason',
]

/**
 * What stands in the way of sending. Empty is allowed almost everywhere: a report must never wait for an answer nobody has
 * (S1-03), and whoever is not directly affected owes nothing but what happened (S1-23).
 */
export function reportProblems(report: Report, now: Date): readonly Problem[] {
  const problems: Problem[] = missing(reportFields, report)
    .filter((field) => report.directlyAffected !== 'no' || field === 'whatHappened')
    .map((field) => ({ field, code: 'missing' }))
  const { discoveredAt, periodFrom, periodTo, affectedCount, affectedMax, informNeeded, informSent, informReason, informSentOn } = report
  if (discoveredAt && discoveredAt > now) problems.push({ field: 'discoveredAt', code: 'future' })
  if (periodFrom && periodFrom > now) problems.push({ field: 'periodFrom', code: 'future' })
  if (periodTo && periodTo > now) problems.push({ field: 'periodTo', code: 'future' })
  if (periodFrom && periodTo && periodTo < periodFrom) problems.push({ field: 'periodTo', code: 'endsBeforeStart' })
  // What is not asked cannot stand in the way, though it was answered before.
  if (report.personalData === 'no') return problems
  if (affectedCount !== null && affectedMax !== null && affectedMax < affectedCount)
    problems.push({ field: 'affectedMax', code: 'tooSmall', limit: affectedCount })
  // S1-41: needed, not sent, and no reason why.
  if (informNeeded === 'yes' && informSent === 'no' && isEmpty(informReason)) problems.push({ field: 'informReason', code: 'missing' })
  if (informSent === 'yes' && isEmpty(informSentOn)) problems.push({ field: 'informSentOn', code: 'missing' })
  if (informSentOn && informSentOn > localDate(now)) problems.push({ field: 'informSentOn', code: 'future' })
  return problems
}

export type Warning = 'discoveredBeforePeriod' | 'longSinceDiscovery'

/** Worth a second look, never a hindrance (S1-33). */
export function reportWarnings(report: Report, now: Date): readonly Warning[] {
  const { discoveredAt, periodFrom } = report
  const warnings: Warning[] = []
  if (discoveredAt && periodFrom && discoveredAt < periodFrom) warnings.push('discoveredBeforePeriod')
  if (discoveredAt && now.getTime() - discoveredAt.getTime() > 72 * 3_600_000) warnings.push('longSinceDiscovery')
  return warnings
}

/** S1-12: a signature key in danger is urgent whatever else is said; so is what the reporter calls serious (S4-129). */
export const isUrgent = (report: Report): boolean => report.categories.includes('SIGNATURE_KEY_COMPROMISE') || report.serious === 'yes'

/** Changes of a report: the reporter's until it is sent, then the handlers'. */
export function editReport(deviation: Deviation, report: Report, measures: readonly Measure[], by: By): DeviationOutcome {
  const draft = deviation.status === 'draft'
  if (draft && !by.parts.has('reporter')) return refuse('notAllowed')
  const refusal = draft ? null : gate(deviation, 'edit', by)
  if (refusal) return refusal
  const fields = changed(reportFields, deviation.report, report)
  const listChanged = JSON.stringify(measures) !== JSON.stringify(deviation.measures)
  if (fields.length === 0 && !listChanged) return refuse('nothingChanged')
  if (!draft) {
    const problems = reportProblems(report, by.now)
    if (problems.length > 0)
      return refuse(
        'incomplete',
        problems.map((problem) => problem.field),
      )
  }
  const edited = { ...deviation, report, measures: listChanged ? measures : deviation.measures }
  const wrong = draft ? null : timesRefused(deviation, edited, by.now)
  if (wrong) return wrong
  const noData = !draft && report.personalData === 'no' && deviation.report.personalData !== 'no' && noDataRefused(deviation, by)
  if (noData) return noData
  const next = draft ? edited : settle({ ...edited, urgent: isUrgent(report) }, by)
  const names = listChanged ? [...fields, 'measures'] : fields
  return change(next, { type: 'deviation.edited', part: 'report', fields: names })
}

/**
 * What the reporter answers when the report is sent: only what nobody has said yet, so that no handler's word is written over. What comes of
 * it comes as if it had been said at once: the queue, the clock, that it is urgent.
 */
export function supplement(deviation: Deviation, answers: Partial<Report>, by: By): DeviationOutcome {
  const refusal = gate(deviation, 'supplement', by)
  if (refusal) return refusal
  const said = (question: Question) => (isEmpty(deviation.report[question]) ? answers[question] : null)
  const chosen = isEmpty(deviation.report.categories) ? (answers.categories ?? []) : deviation.report.categories
  const fields = firstAnswers({ categories: chosen }).filter((question) => !isEmpty(said(question)))
  if (fields.length === 0) return refuse('nothingChanged')
  const report: Report = { ...deviation.report, ...Object.fromEntries(fields.map((question) => [question, said(question)])) }
  const noData = report.personalData === 'no' && deviation.report.personalData !== 'no' && noDataRefused(deviation, by)
  if (noData) return noData
  return change(settle({ ...deviation, report, urgent: deviation.urgent || isUrgent(report) }, by), {
    type: 'deviation.supplemented',
    fields,
  })
}

/** Sends a draft. From here the clock runs, containment and assessment are open, and the reporter follows the case. */
export function submit(
  deviation: Deviation,
  number: { readonly year: number; readonly number: number },
  guard: Readonly<Record<string, number>>,
  by: By,
): DeviationOutcome {
  const refusal = gate(deviation, 'submit', by)
  if (refusal) return refusal
  const problems = reportProblems(deviation.report, by.now)
  if (problems.length > 0)
    return refuse(
      'incomplete',
      problems.map((problem) => problem.field),
    )
  return change(received(deviation, number, by.now, by.profile), ...sent(deviation, guard, by.profile))
}

/** The case as it stands the moment it is received. */
export const received = (
  deviation: Deviation,
  number: { readonly year: number; readonly number: number },
  receivedAt: Date,
  profile: Profile,
): Deviation => derive({ ...deviation, ...number, status: 'received', receivedAt, urgent: isUrgent(deviation.report) }, profile)

/** S1-21: the nearest leader is told at the same time, where the profile says so and nobody is protected. */
export const sent = (
  deviation: Deviation,
  guard: Readonly<Record<string, number>>,
  profile: Profile,
): readonly [DeviationEvent, ...DeviationEvent[]] => [
  { type: 'deviation.submitted', channel: deviation.channel, guard },
  ...(profile.deviation.notifyLeader && deviation.report.reporterLeader ? [{ type: 'deviation.leaderTold' } as const] : []),
]

/** S1-42: a text that should not stand there is taken out; what it said is gone for everyone. The log keeps who, where and why. */
export function redact(deviation: Deviation, field: string, replacement: string, why: RedactionReason | null, by: By): DeviationOutcome {
  const refusal = gate(deviation, 'redact', by, why)
  if (refusal || why === null) return refusal ?? refuse('reasonMissing', ['why'])
  if (textOf(deviation.report, field) === null) return refuse('notAllowed')
  if (isEmpty(replacement)) return refuse('incomplete', ['text'])
  return without(deviation, field, replacement, why)
}

/** The reporter takes identifiers out of their own text, also once it is sent: that never waits for a handler (S1-42). */
export function hide(deviation: Deviation, field: string, by: By): DeviationOutcome {
  if (!by.parts.has('reporter')) return refuse('notAllowed')
  if (deviation.status === 'proposed' || deviation.status === 'closed') return refuse('notNow')
  const text = textOf(deviation.report, field)
  if (text === null) return refuse('notAllowed')
  const masked = maskedText(text, deviation.language, by.profile)
  if (masked === text) return refuse('nothingChanged')
  if (deviation.status !== 'draft') return without(deviation, field, masked, 'identifier')
  const report = { ...deviation.report, [field]: masked }
  return change({ ...deviation, report }, { type: 'deviation.edited', part: 'report', fields: [field] })
}

/** A draft that its reporter does not want to send. */
export const discard = (deviation: Deviation, by: By): DeviationOutcome =>
  deviation.status === 'draft' && by.parts.has('reporter') ? change(deviation, { type: 'deviation.discarded' }) : refuse('notNow')

/** What the guard sees in each text of the report: places and kinds, never values. Fields without findings are left out. */
export function findingsIn(report: Report, profile: Profile): ReadonlyMap<Question, readonly Finding[]> {
  const found = new Map<Question, readonly Finding[]>()
  for (const question of textQuestions) {
    const text = textOf(report, question)
    const findings = text === null ? [] : findPersonalData(text, guardOptions(profile))
    if (findings.length > 0) found.set(question, findings)
  }
  return found
}

/** Identifiers replaced by marks in the case's language. */
export const maskedText = (text: string, language: Deviation['language'], profile: Profile): string =>
  maskPersonalData(text, findPersonalData(text, guardOptions(profile)), guardTexts(language).marks)

export const textQuestions: readonly Question[] = (Object.keys(reportFields) as Question[]).filter(
  (question) => reportFields[question].kind === 'text',
)

/** The text written in a field, or null where it is empty or no text field. */
export function textOf(report: Report, field: string): string | null {
  const question = textQuestions.find((one) => one === field)
  const text = question && report[question]
  return typeof text === 'string' && text !== '' ? text : null
}

/** Those who may write down what others report: the people of the queues, and those who assess (S4-130). */
export const mayRegister = (roles: readonly Role[], profile: Profile): boolean =>
  [...profile.assessment.assessors, ...Object.values(profile.deviation.routes).flatMap((route) => route.queue)].some((role) =>
    roles.includes(role),
  )

export type Receivers = { readonly caseTypes: readonly CaseType[]; readonly roles: readonly Role[]; readonly address: string | null }

/** Who gets a report, told before it is written; kinds that go to the same people stand together. */
export function receiversOf(profile: Profile): readonly Receivers[] {
  const { caseTypes, notifyDpo } = profile.deviation
  const all = caseTypes.map((caseType): Receivers => {
    const personalData = caseType === 'privacyDeviation' ? 'yes' : 'no'
    const { queue, tell, address } = routeOf({ caseType, personalData, categories: [] }, profile)
    const dpo: readonly Role[] = notifyDpo !== 'off' && caseType === 'privacyDeviation' ? ['dpo'] : []
    return { caseTypes: [caseType], roles: [...new Set([...queue, ...tell, ...dpo])], address }
  })
  const alike = Map.groupBy(all, ({ roles, address }) => JSON.stringify([[...roles].sort(), address]))
  return [...alike.values()].flatMap(([first, ...rest]) =>
    first ? [{ ...first, caseTypes: [first, ...rest].flatMap((one) => one.caseTypes) }] : [],
  )
}

function without(deviation: Deviation, field: string, replacement: string, why: RedactionReason): DeviationOutcome {
  if (textOf(deviation.report, field) === replacement) return refuse('nothingChanged')
  const report = { ...deviation.report, [field]: replacement }
  const redactedFields = [...new Set([...deviation.redactedFields, field])]
  return change({ ...deviation, report, redactedFields }, { type: 'deviation.redacted', field, why })
}

export const guardOptions = (profile: Profile) => ({ newNationalIdRule: profile.deviation.newNationalIdRule })
