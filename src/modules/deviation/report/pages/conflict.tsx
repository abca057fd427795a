import type { Locale } from '../../../../kernel/texts.ts'
import { Notice } from '../../../../ui/notice.tsx'
import { showValue } from '../../../../ui/record-view.tsx'
import { SummaryList } from '../../../../ui/summary-list.tsx'
import { type Report, reportFields } from '../fields.ts'
import type { Question } from '../layout.ts'
import { texts } from '../texts.ts'

/** One answer that another save has changed: as it is stored, and as this editor wrote it. */
export type Difference = { readonly question: Question; readonly theirs: Report[Question]; readonly yours: Report[Question] }

/** Two have edited the same report: both answers, side by side, and nothing lost. */
export const Conflict = ({ differences, locale }: { readonly differences: readonly Difference[]; readonly locale: Locale }) => {
  if (differences.length === 0) return null
  const { conflict, fields } = texts(locale)
  return (
    <Notice tone="warning" title={conflict.title} locale={locale} live>
      <p>{conflict.text}</p>
      <SummaryList
        locale={locale}
        narrow
        items={differences.map(({ question, theirs, yours }) => ({
          label: fields[question].label,
          value: (
            <>
              {conflict.theirs}: {showValue(reportFields[question], theirs, fields[question], locale) ?? '–'}
              <br />
              {conflict.yours}: {showValue(reportFields[question], yours, fields[question], locale) ?? '–'}
            </>
          ),
        }))}
      />
    </Notice>
  )
}
