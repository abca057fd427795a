import { isEmpty } from '../../../../kernel/fields.ts'
import type { Locale } from '../../../../kernel/texts.ts'
import { Details } from '../../../../ui/details.tsx'
import { RecordView } from '../../../../ui/record-view.tsx'
import { affectedWords } from '../../deed/pages/words.tsx'
import { reportFields } from '../../fields-report.ts'
import type { CaseView } from '../../queries.ts'
import type { Question } from '../../report/layout.ts'
import { texts as reportTexts } from '../../report/texts.ts'
import { assessmentTexts } from '../texts.ts'

type Props = { readonly view: CaseView; readonly locale: Locale }

/** What the judgement rests on: what happened, whose data, which, how many, and what was lost and whether it was encrypted (S1-18). */
const shown: readonly Question[] = [
  'whatHappened',
  'categories',
  'itemTypes',
  'encrypted',
  'dataTypes',
  'dataTypesOther',
  'relation',
  'whereNow',
  'consequencesSubjects',
]

const ReportWords = ({ view, locale }: Props) => {
  const { report } = view.deviation
  return (
    <>
      <p>
        <strong>{affectedLine(view, locale)}</strong>
      </p>
      <RecordView
        fields={reportFields}
        texts={reportTexts(locale).fields}
        values={report}
        locale={locale}
        offers={view.called}
        shown={shown.filter((question) => !isEmpty(report[question]))}
        narrow
      />
    </>
  )
}

/** How many it concerns, in one line; said to be unknown where nobody has answered. */
export const affectedLine = ({ deviation }: Pick<CaseView, 'deviation'>, locale: Locale): string =>
  assessmentTexts(locale).pages.beside.affected(affectedWords(deviation.report, locale) ?? null)

/** At a desk the report stands beside the questions, and has a scroll of its own. */
export const ReportBeside = ({ view, locale }: Props) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached from the keyboard (WCAG 2.1.1)
  <section className="v-beside" aria-labelledby="meldinga" tabIndex={0}>
    <h2 className="ds-heading v-h3" id="meldinga">
      {assessmentTexts(locale).pages.beside.title}
    </h2>
    <ReportWords view={view} locale={locale} />
  </section>
)

/** On a phone it is folded, above the questions. */
export const ReportFolded = ({ view, locale }: Props) => (
  <div className="v-folded">
    <Details summary={assessmentTexts(locale).pages.beside.open} wide>
      <ReportWords view={view} locale={locale} />
    </Details>
  </div>
)
