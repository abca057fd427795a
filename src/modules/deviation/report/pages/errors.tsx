import type { Problem } from '../../../../kernel/fields.ts'
import type { Locale } from '../../../../kernel/texts.ts'
import { type ErrorItem, ErrorSummary } from '../../../../ui/error-summary.tsx'
import { problemText } from '../../../../ui/record-form.tsx'
import type { measureFields, reportFields } from '../../fields-report.ts'
import { texts } from '../texts.ts'

/** The problems of the report and of its measures as links. `base`: the page they are mended on, where it is another one. */
export const ReportErrors = ({
  problems,
  locale,
  base,
}: {
  readonly problems: readonly Problem[]
  readonly locale: Locale
  readonly base?: (field: string) => string
}) => <ErrorSummary errors={reportErrors(problems, locale, base)} locale={locale} />

export const reportErrors = (problems: readonly Problem[], locale: Locale, base = (_: string) => ''): readonly ErrorItem[] =>
  problems.map((problem) => ({
    href: `${base(problem.field)}#${problem.field}`,
    text: problemText(problem, labelOf(problem.field, locale), locale),
  }))

/** The label of a question, or of one part of one measure: "Tiltak 2: Frist". */
export function labelOf(field: string, locale: Locale): string {
  const { fields, measures, form } = texts(locale)
  const [, row, part] = /^measure(\d+)\.(\w+)$/.exec(field) ?? []
  if (row && part) return `${form.measure(Number(row) + 1)}: ${measures[part as keyof typeof measureFields]?.label ?? part}`
  return fields[field as keyof typeof reportFields]?.label ?? field
}
