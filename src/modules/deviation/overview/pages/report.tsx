import { formatDate } from '../../../../kernel/calendar/words.ts'
import { isEmpty } from '../../../../kernel/fields.ts'
import type { Locale } from '../../../../kernel/texts.ts'
import { Details } from '../../../../ui/details.tsx'
import { each } from '../../../../ui/each.ts'
import { Notice } from '../../../../ui/notice.tsx'
import { Heading, TextLink } from '../../../../ui/page.tsx'
import { RecordView } from '../../../../ui/record-view.tsx'
import { Section } from '../../../../ui/section.tsx'
import { StatusTag } from '../../../../ui/status-tag.tsx'
import { TaskList } from '../../../../ui/task-list.tsx'
import type { Measure } from '../../deviation.ts'
import { type Report, reportFields } from '../../fields-report.ts'
import { firstWords } from '../../first-words.ts'
import type { CaseView } from '../../queries.ts'
import { layout, type Question } from '../../report/layout.ts'
import { whoDoes } from '../../report/pages/measures.tsx'
import { shownQuestions } from '../../report/rules.ts'
import { texts as reportTexts } from '../../report/texts.ts'
import { overviewTexts } from '../texts.ts'

/** What a reader needs to judge the case; the rest of the answers lie a press away once somebody has taken it. */
const foremost: readonly Question[] = [
  'whatHappened',
  'categories',
  'system',
  'dataTypes',
  'dataTypesOther',
  'whereNow',
  'consequencesSubjects',
]

type ReportProps = { readonly view: CaseView; readonly locale: Locale }

/** The report under its own heading, for a page that is about little else. */
export const ReportSection = ({ view, locale }: ReportProps) => {
  const t = overviewTexts(locale).page.report
  return (
    <Section title={t.title} id="melding" locale={locale}>
      <ReportRead view={view} locale={locale} />
    </Section>
  )
}

/** The report as it stands: what was answered, what was not, and the measures. What the page's head has said whole is not said again. */
export function ReportRead({ view, locale }: ReportProps) {
  const { deviation, profile, actions } = view
  const { report, id } = deviation
  const t = overviewTexts(locale).page.report
  const words = reportTexts(locale)
  const said = saidInHead(report)
  const asked = shownQuestions(report, profile)
  const inOrder: readonly Question[] = ['whatHappened', 'categories', ...layout.flatMap((laid) => laid.questions)]
  const questions = [...new Set(inOrder)].filter((question) => asked.includes(question))
  const open = questions.filter((question) => isEmpty(report[question]))
  const answered = questions.filter((question) => !open.includes(question) && !(question === 'whatHappened' && said))
  const more = answered.filter((question) => !foremost.includes(question))
  const answers = (shown: readonly Question[]) => (
    <RecordView fields={reportFields} texts={words.fields} values={report} locale={locale} offers={view.called} shown={shown} />
  )
  return (
    <>
      {deviation.redactedFields.length > 0 && <Notice locale={locale}>{t.redacted}</Notice>}
      {answers(answered.filter((question) => foremost.includes(question)))}
      {more.length > 0 && (
        <Details summary={t.more(more.length)} wide>
          {answers(more)}
        </Details>
      )}
      {open.length > 0 && (
        <div className="v-unasked">
          <Details summary={t.unanswered(open.length)}>
            <ul>
              {each(open, (question) => (
                <li>{words.fields[question].label}</li>
              ))}
            </ul>
          </Details>
        </div>
      )}
      <Heading level={3}>{t.measures}</Heading>
      <Measures view={view} locale={locale} />
      {(actions.includes('edit') || actions.includes('redact')) && (
        <p className="v-row v-deeds">
          {actions.includes('edit') && <TextLink href={`/avvik/${id}/melding`}>{t.edit}</TextLink>}
          {actions.includes('edit') && <TextLink href={`/avvik/${id}/tiltak`}>{t.editMeasures}</TextLink>}
          {actions.includes('redact') && <TextLink href={`/avvik/${id}/sladding`}>{t.redact}</TextLink>}
        </p>
      )}
    </>
  )
}

/** Two lines at the desk, four on a phone. */
const mostInHead = 170
export const headWords = ({ whatHappened }: Report) => firstWords(whatHappened, mostInHead)
const saidInHead = (report: Report): boolean => headWords(report).whole

export function Measures({ view, locale }: ReportProps) {
  const { profile, names } = view
  const { measures } = view.deviation
  const t = overviewTexts(locale).page.report
  const words = reportTexts(locale).measures
  if (measures.length === 0) return <p className="v-soft">{t.noMeasures}</p>
  return (
    <TaskList
      tasks={measures.map((measure) => ({
        name: measure.what ?? '',
        hint: [
          measure.purpose ? words.purpose.choices[measure.purpose] : reportTexts(locale).form.noPurpose,
          whoDoes(measure, profile, locale, names),
          whenOf(measure, locale),
          measure.evidence && `${words.evidence.label} ${measure.evidence}`,
        ]
          .filter(Boolean)
          .join(' · '),
        status: measure.state && (
          <StatusTag tone={measure.state === 'done' ? 'success' : 'neutral'} done={measure.state === 'done'}>
            {words.state.choices[measure.state]}
          </StatusTag>
        ),
      }))}
    />
  )
}

const whenOf = ({ doneOn, dueOn }: Measure, locale: Locale): string | null => {
  const date = doneOn ?? dueOn
  return date && formatDate(date, locale)
}
