import { isEmpty } from '../../../kernel/fields.ts'
import { capital } from '../../../kernel/texts.ts'
import { assessmentTexts } from '../assessment/texts.ts'
import type { Measure } from '../deviation.ts'
import { levelOf } from '../documents/assessment.ts'
import { trackOf } from '../documents/breach.ts'
import type { Material } from '../documents/material.ts'
import {
  affectedOf,
  caseTime,
  categoriesOf,
  dataTypesOf,
  inWords,
  measureDate,
  periodOf,
  relationOf,
  small,
  titlesOf,
  whoInDocument,
} from '../documents/rows.ts'
import { type CaseLanguage, words } from '../documents/words.ts'
import { duties } from '../duties.ts'
import type { Closing, documentationFields, lessonFields, memoFields } from '../fields-closing.ts'
import type { Report } from '../fields-report.ts'
import { jointAssessment } from '../joint.ts'
import { standingSignOffs } from '../rests.ts'
import { assessmentOf, dutyRulesOf } from '../risk-answers.ts'
import { fillIn } from '../unfinished.ts'

export type DocumentationDraft = { readonly [N in keyof typeof documentationFields | keyof typeof lessonFields]: string | null }
export type MemoDraft = { readonly [N in keyof typeof memoFields]: string | null }

/**
 * What the case already says of the four parts and of what was learnt, for somebody to read, correct and save: a suggestion,
 * never an answer. Null where the case says nothing (S3-06, S4-125).
 */
export function documentationDraft(material: Material): DocumentationDraft {
  const { deviation } = material
  const { report, handling, assessment, measures, language } = deviation
  const w = words(language).draft
  const period = timeOf(report, language)
  const discovered = caseTime(deviation, report.discoveredAt, language)
  const dataTypes = dataTypesOf(report, language)
  const prevent = measures.filter((measure) => measure.purpose === 'prevent')
  return {
    circumstances: paragraphs(
      report.whatHappened,
      lines(discovered && `${w.discovered}: ${small(discovered)}.`, period && `${w.happened}: ${small(period)}.`),
      lines(report.processElement && w.element(report.processElement), report.mainCause && w.cause(report.mainCause)),
      handling.reality && w.reality(handling.reality),
    ),
    volume: paragraphs(
      lines(concerned(material), dataTypes && w.dataTypes(small(dataTypes))),
      handling.extent && w.extent(handling.extent),
    ),
    actualEffects: paragraphs(
      effectSentence(material),
      lines(
        report.whereNow && w.whereNow(report.whereNow),
        report.deletionConfirmed === 'yes' ? w.deletionConfirmed : null,
        assessment.dataEncrypted === 'yes' ? w.encrypted : null,
      ),
      report.consequencesSubjects && w.possible(report.consequencesSubjects),
    ),
    correction: paragraphs(handling.containment && w.contained(handling.containment), measureLists(measures, material)),
    lessons: paragraphs(report.mainCause && w.cause(report.mainCause), report.processElement && w.element(report.processElement)),
    routineChange: paragraphs(measureLists(prevent, material)),
    newSolution: null,
  }
}

/** The memo in six parts as far as the case can write it; what only a person can say is left empty (S4-149 to S4-154). */
export function memoDraft(material: Material): MemoDraft {
  return {
    memoBriefing: briefing(material),
    memoIncident: incident(material),
    memoRules: rules(material),
    memoDiscussion: discussion(material),
    memoAssessment: assessmentPart(material),
    memoConclusion: conclusion(material),
  }
}

/** The stored answers with suggestions in the empty places, and which those are. */
export function filled(stored: Partial<Closing>, draft: Partial<Closing>) {
  const names = Object.keys(draft) as (keyof Closing)[]
  const suggested = names.filter((name) => isEmpty(stored[name]) && !isEmpty(draft[name]))
  const values: Partial<Closing> = Object.fromEntries(
    names.map((name) => [name, (suggested.includes(name) ? draft : stored)[name] ?? null]),
  )
  return { values, suggested }
}

function briefing(material: Material): string | null {
  const { deviation, organisation, units, system } = material
  const { report, language, receivedAt, channel } = deviation
  const w = words(language).draft
  const received = caseTime(deviation, receivedAt, language)
  const kinds = categoriesOf(report, language)
  const unit = report.affectedUnit && units.get(report.affectedUnit)
  const level = levelOf(material)
  const begun = channel === 'ownInitiative' ? w.ownInitiative : w.received
  return paragraphs(
    lines(
      received && begun(organisation, received),
      kinds && w.kind(small(kinds)),
      unit ? w.unit(unit) : null,
      system && w.system(system),
      concerned(material),
    ),
    lines(
      level && w.level(small(level)),
      w.authority(small(trackOf(material, 'authority'))),
      w.subjects(small(trackOf(material, 'subjects'))),
    ),
  )
}

/** S4-150: five parts, each under its name; the one the case cannot fill is marked. */
function incident(material: Material): string {
  const { deviation } = material
  const { report, handling, language } = deviation
  const w = words(language).draft
  const dataTypes = dataTypesOf(report, language)
  const other = lines(
    dataTypes && w.dataTypes(small(dataTypes)),
    report.whereNow && w.whereNow(report.whereNow),
    report.mainCause && w.cause(report.mainCause),
    handling.extent && w.extent(handling.extent),
  )
  const part = (name: string, text: string | null) => `${name}: ${text ?? fillIn}`
  return [
    part(w.what, report.whatHappened),
    part(w.discovered, caseTime(deviation, report.discoveredAt, language)),
    part(w.happened, timeOf(report, language)),
    part(w.who, involved(material)),
    part(w.other, other),
  ].join('\n\n')
}

/** Roles and not names (S4-150): the free text says roles, and what the case adds are roles. Never the reporter. */
function involved(material: Material): string | null {
  const { deviation, profile, units } = material
  const { report, handling, language, takenBy } = deviation
  const w = words(language).draft
  if (isEmpty(handling.involved)) return null
  const unit = report.affectedUnit ? units.get(report.affectedUnit) : undefined
  return lines(
    handling.involved,
    unit && report.affectedLeader ? `${capital(w.leaderOf(unit))}.` : null,
    takenBy ? `${w.taken(titlesOf(material, profile.assessment.assessors))}.` : null,
  )
}

function rules({ deviation, profile }: Material): string {
  const { language, report } = deviation
  const { rules: w } = words(language).draft
  const { subjects, authority } = duties(assessmentOf(deviation), dutyRulesOf(profile))
  return lines(
    ...[
      w.authority,
      w.documentation,
      subjects.required === 'yes' ? w.subjects : null,
      w.security,
      w.act,
      authority.because.some((why) => why.startsWith('effect')) || profile.assessment.jointly.length > 0 ? w.routine : null,
      report.ruleBroken && w.broken(report.ruleBroken),
    ].map((rule) => rule && `– ${rule}`),
  ) as string
}

/** What those who assessed have said; the weighing itself is for the one who writes. */
function discussion(material: Material): string | null {
  const { deviation } = material
  const { handling, assessment, language } = deviation
  const w = words(language).draft
  const { jointForm } = assessmentTexts(language)
  const said = (name: 'extent' | 'severity' | 'measures', text: string) => `${jointForm[name].label}: ${text}`
  const yesNo = (name: 'notify' | 'enough', answer: 'yes' | 'no', why: string) =>
    `${jointForm[name].label} ${jointForm[name].choices[answer]}. ${why}`
  return paragraphs(
    handling.reality && w.reality(handling.reality),
    assessment.certaintyReasons,
    ...standingSignOffs(deviation).map((one) =>
      lines(
        `${capitalTitle(material, one.role)}:`,
        said('extent', one.extent),
        said('severity', one.severity),
        said('measures', one.measures),
        yesNo('notify', one.notify, one.notifyReason),
        yesNo('enough', one.enough, one.enoughReason),
      ),
    ),
  )
}

/** S4-153: three parts. */
function assessmentPart(material: Material): string {
  const { deviation, profile } = material
  const { handling, assessment, measures, language } = deviation
  const signOffs = standingSignOffs(deviation)
  const w = words(language).draft
  const level = levelOf(material)
  const joint = jointAssessment(profile.assessment.jointly, signOffs)
  const judged = lines(
    joint?.done ? (joint.mayProposeClosing ? w.enough : w.notEnough) : null,
    ...signOffs.map((one) => w.says(capitalTitle(material, one.role), `${words(language).yesNo[one.enough]}. ${one.enoughReason}`)),
  )
  const part = (name: string, text: string | null) => `${name}: ${text ?? fillIn}`
  return [
    part(w.assessmentOf, lines(level && w.level(small(level)), assessment.levelReason)),
    part(w.proposed, paragraphs(handling.proposedMeasures, measureLists(measures, material))),
    part(w.ofMeasures, judged),
  ].join('\n\n')
}

/** S4-154: what is proposed, and the points to follow up with who and when. */
function conclusion(material: Material): string {
  const { deviation, profile } = material
  const { language, measures, openOrders } = deviation
  const signOffs = standingSignOffs(deviation)
  const w = words(language).draft
  const joint = jointAssessment(profile.assessment.jointly, signOffs)
  const planned = measures.filter((measure) => measure.state === 'planned')
  const unsure = signOffs.filter((one) => one.enough === 'no').map((one) => one.role)
  const missing = [
    ...(joint && joint.waitingFor.length > 0 ? [w.notSigned(titlesOf(material, joint.waitingFor))] : []),
    ...(joint && unsure.length > 0 ? [w.notEnoughBy(titlesOf(material, unsure))] : []),
    ...(openOrders > 0 ? [w.ordersOpen] : []),
  ]
  // What is missing is said where it is said that something is.
  return [
    missing.length > 0 ? [w.notYet, ...missing.map((what) => `– ${what}`)].join('\n') : w.conclusion,
    planned.length > 0
      ? [w.followUp, ...planned.map((measure) => point(measure, material))].join('\n')
      : missing.length > 0
        ? null
        : `${w.followUp} ${w.noFollowUp}`,
  ]
    .filter((part) => part !== null)
    .join('\n\n')
}

/** When it happened, where somebody has said a time: that it is over is no answer to when. */
const timeOf = (report: Report, language: CaseLanguage): string | null =>
  report.periodFrom || report.periodTo ? periodOf(report, language) : null

const concerned = ({ deviation: { report, language } }: Material): string | null => {
  const w = words(language)
  const who = relationOf(report, language)
  const count = affectedOf(report, language)
  if (who === null) return count && w.draft.countOnly(small(count))
  return w.draft.concerns(small(who), small(count ?? w.unknown))
}

function effectSentence({ deviation: { report, assessment, language } }: Material): string | null {
  const w = words(language).draft
  const judged = { astray: assessment.effectAstray, changed: assessment.effectChanged, lost: assessment.effectLost }
  const happened = (['astray', 'changed', 'lost'] as const).filter(
    (effect) => judged[effect] === 'yes' || (judged[effect] === null && report.effects.includes(effect)),
  )
  if (happened.length > 0)
    return w.effects(
      inWords(
        happened.map((effect) => w.effectWords[effect]),
        language,
      ),
    )
  return Object.values(judged).every((answer) => answer === 'no') ? w.noEffects : null
}

const measureLists = (measures: readonly Measure[], material: Material): string | null => {
  const w = words(material.deviation.language).draft
  const list = (heading: string, state: 'done' | 'planned') => {
    const some = measures.filter((measure) => measure.state === state)
    return some.length === 0 ? null : [heading, ...some.map((measure) => point(measure, material))].join('\n')
  }
  return paragraphs(list(w.done, 'done'), list(w.planned, 'planned'))
}

const point = (measure: Measure, material: Material): string => {
  const { language } = material.deviation
  const w = words(language).draft
  const who = whoInDocument(material, measure)
  const besides = [who && w.responsible(who), measureDate(measure, language)].filter((one) => one)
  return `– ${measure.what}${besides.length > 0 ? ` (${besides.join(', ')})` : ''}`
}

const capitalTitle = (material: Material, role: string): string => capital(titlesOf(material, [role]))

const joined = (parts: readonly (string | null | undefined | false)[], by: string): string | null => {
  const some = parts.filter((part): part is string => typeof part === 'string' && part !== '')
  return some.length === 0 ? null : some.join(by)
}
const lines = (...parts: readonly (string | null | undefined | false)[]) => joined(parts, '\n')
const paragraphs = (...parts: readonly (string | null | undefined | false)[]) => joined(parts, '\n\n')
