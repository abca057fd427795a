import type { Form } from '../../../kernel/fields.ts'
import { type Finding, findPersonalData } from '../../../kernel/guard/guard.ts'
import { type Held, holdingIn, isHeld } from '../../../kernel/guard/stop.ts'
import type { Deviation, Measure } from '../deviation.ts'
import type { Report } from '../fields-report.ts'
import type { Profile } from '../profile.ts'
import type { Question } from './layout.ts'
import { measureName } from './measures.ts'
import { findingsIn, guardOptions, maskedText, textOf, textQuestions } from './rules.ts'

/**
 * The fields for which a report is held back once, with what was found in them; undefined where it may go. It may go when whoever sends it
 * has chosen, or has had every such number pointed out while writing. Nothing is ever held back for good.
 */
export function stopOf(report: Report, profile: Profile, form: Form, measures: readonly Measure[] = []): Held | undefined {
  const held = holding(report, profile, measures)
  return isHeld(held, form) ? held : undefined
}

/** The fields that hold such numbers, the measures among them: what they say goes as far as the report. */
export const holding = (report: Report, profile: Profile, measures: readonly Measure[]): Held =>
  holdingIn([...findingsIn(report, profile), ...findingsInMeasures(measures, profile)])

const findingsInMeasures = (measures: readonly Measure[], profile: Profile): readonly (readonly [string, readonly Finding[]])[] =>
  measures.map(({ what }, row) => [measureName(row, 'what'), what ? findPersonalData(what, guardOptions(profile)) : []])

/** The report with every identifier replaced by a mark in the case's language. */
export const masked = <R extends Partial<Report>>(report: R, language: Deviation['language'], profile: Profile): R => {
  const texts = textQuestions.flatMap((question) => {
    const text = question in report ? textOf(report as unknown as Report, question) : null
    return text === null ? [] : [[question, maskedText(text, language, profile)] as const]
  })
  return { ...report, ...Object.fromEntries(texts) }
}

/** The measures with every identifier replaced in the same way. */
export const maskedMeasures = (measures: readonly Measure[], language: Deviation['language'], profile: Profile): readonly Measure[] =>
  measures.map((one) => (one.what ? { ...one, what: maskedText(one.what, language, profile) } : one))

/** The report with some questions left empty. */
export const without = (report: Report, questions: readonly Question[]): Report => ({
  ...report,
  ...Object.fromEntries(questions.map((question) => [question, null])),
})
