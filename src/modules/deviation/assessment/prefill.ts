import type { Report } from '../report/fields.ts'
import { type Category, specialDataTypes } from '../report/fields.ts'
import type { Criterion } from './assessment.ts'

export type Hint = { readonly criterion: Criterion; readonly because: 'category' | 'dataTypes' | 'affectedCount' }

/**
 * What the report already says about the risk: ticks to begin with (S1-04, S1-36), which the assessor may take away again, and hints that
 * tick nothing (S3-37). `manyPersons` is the organisation's figure. A criterion may come twice, once for each reason.
 */
export function suggestFromReport(
  report: Pick<Report, 'categories' | 'dataTypes' | 'affectedCount' | 'affectedMax'>,
  manyPersons: number,
): { readonly ticked: readonly Hint[]; readonly hints: readonly Hint[] } {
  const ticked: Hint[] = []
  if (report.categories.some((c) => SENSITIVE_CATEGORIES.includes(c))) ticked.push({ criterion: 'M2', because: 'category' })
  if (report.dataTypes.some((t) => specialDataTypes.some((s) => s === t))) ticked.push({ criterion: 'M2', because: 'dataTypes' })
  const affected = Math.max(report.affectedCount ?? 0, report.affectedMax ?? 0)
  return { ticked, hints: affected > manyPersons ? [{ criterion: 'M5', because: 'affectedCount' }] : [] }
}

/** The categories that say in their own name that the data are sensitive. */
const SENSITIVE_CATEGORIES: readonly Category[] = ['SENSITIVE_ASTRAY', 'UNENCRYPTED_SENSITIVE_EMAIL', 'RECEIVED_OTHERS_SENSITIVE']
