import { type Form, isEmpty } from '../../../kernel/fields.ts'
import type { Finding } from '../../../kernel/guard/guard.ts'
import type { Profile } from '../../organisation/public.ts'
import type { Deviation } from '../deviation.ts'
import type { Report } from './fields.ts'
import type { Question } from './layout.ts'
import { findingsIn, maskedText, textOf, textQuestions } from './rules.ts'

/** What must be dealt with before anybody receives a report (S0-17). The rest is only pointed out. */
const stopping: readonly string[] = ['nationalId', 'accountNumber']

/** The name of the two buttons under a report that was stopped: take the numbers out, or send it as it is on purpose. */
export const choiceName = 'vakt'
export const choices = { mask: 'skjul', asIs: 'send' } as const

/** Filled in by browser/guard.ts: how many such numbers are pointed out at each text of the page, the moment it is sent. */
const seenName = 'vaktSett'

/**
 * The fields for which a report is held back once, with what was found in them; undefined where it may go. It may go when whoever sends it
 * has chosen, or has had every such number pointed out while writing. Nothing is ever held back for good.
 */
export function stopOf(report: Report, profile: Profile, form: Form): ReadonlyMap<Question, readonly Finding[]> | undefined {
  if (!isEmpty(form[choiceName])) return undefined
  const held = holding(report, profile)
  const count = [...held.values()].flat().filter(({ kind }) => stopping.includes(kind)).length
  const seen = [form[seenName] ?? []].flat().reduce((sum, one) => sum + (Number(one) || 0), 0)
  return count > seen ? held : undefined
}

/** The fields that hold such numbers. */
export const holding = (report: Report, profile: Profile): ReadonlyMap<Question, readonly Finding[]> =>
  new Map([...findingsIn(report, profile)].filter(([, found]) => found.some(({ kind }) => stopping.includes(kind))))

export const wantsMask = (form: Form): boolean => form[choiceName] === choices.mask

/** The report with every identifier replaced by a mark in the case's language. */
export const masked = <R extends Partial<Report>>(report: R, language: Deviation['language'], profile: Profile): R => {
  const texts = textQuestions.flatMap((question) => {
    const text = question in report ? textOf(report as unknown as Report, question) : null
    return text === null ? [] : [[question, maskedText(text, language, profile)] as const]
  })
  return { ...report, ...Object.fromEntries(texts) }
}

/** The report with some questions left empty. */
export const without = (report: Report, questions: readonly Question[]): Report => ({
  ...report,
  ...Object.fromEntries(questions.map((question) => [question, null])),
})
