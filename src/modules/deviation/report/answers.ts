import { type Fields, type Form, type Problem, parse } from '../../../kernel/fields.ts'
import type { Asked } from '../../../kernel/http.ts'
import { merge, versionOf } from '../../../kernel/merge.ts'
import type { Report } from '../fields-report.ts'
import type { Profile } from '../profile.ts'
import type { CaseView } from '../queries.ts'
import { fieldsOf, type Question } from './layout.ts'

/** Reads the answers that one page asked for; what it did not ask stands as it was. */
export function readAnswers(
  profile: Profile,
  asked: readonly Question[],
  form: Form,
): { readonly answers: Partial<Report>; readonly problems: readonly Problem[] } {
  const all: Fields = fieldsOf(profile)
  const fields = Object.fromEntries(Object.entries(all).filter(([name]) => (asked as readonly string[]).includes(name)))
  const { values, problems } = parse(fields, form)
  return { answers: values as Partial<Report>, problems }
}

/**
 * What was posted, with what only another has changed put in. Where both have changed the same, it is asked about; else it is as if
 * the page had been opened now.
 */
export function meet(asked: Asked, { deviation, profile }: CaseView): Asked & { readonly both: readonly string[] } {
  // What this page has saved by itself meanwhile is its own, and not another's.
  const moved = versionOf(asked.form) !== deviation.version
  const merged = moved ? merge(fieldsOf(profile), asked.form, deviation.report) : null
  return merged ? { ...asked, form: { ...merged.form, version: String(deviation.version) }, both: merged.both } : { ...asked, both: [] }
}

/** One problem a question: the first that was found. */
export const onceEach = (problems: readonly Problem[]): readonly Problem[] =>
  problems.filter((problem, at) => problems.findIndex((other) => other.field === problem.field) === at)
