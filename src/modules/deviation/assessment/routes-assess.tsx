import { refuse } from '../../../kernel/change.ts'
import { type Form, type Problem, parse } from '../../../kernel/fields.ts'
import { type Asked, get, one, post, preview, type Route, redirect, versionOf } from '../../../kernel/http.ts'
import { merge } from '../../../kernel/merge.ts'
import { again, answered } from '../../../kernel/road.ts'
import type { Locale } from '../../../kernel/texts.ts'
import type { Fault } from '../../../ui/record-form.tsx'
import { type Refused, refusedBy, unread } from '../../../ui/refused.ts'
import type { Criterion } from '../assessed.ts'
import { recordReading } from '../commands-reading.ts'
import { DeedPage } from '../deed/pages/deed.tsx'
import { casePage, forHandlers, refusals } from '../deed/routes-deed.tsx'
import type { Tick } from '../deviation.ts'
import { offScale } from '../enisa.ts'
import { type AssessmentAnswers, assessmentForm } from '../fields-assessment.ts'
import type { CaseView } from '../queries.ts'
import { saveAssessment } from './commands.ts'
import { consequencesOf, isUntouched } from './consequences.ts'
import { AssessPage, type AssessPageProps } from './pages/assess.tsx'
import { AllAnswers, AssessmentRead } from './pages/panel.tsx'
import { answersFromReport, suggestFromReport } from './prefill.ts'
import { standingAnswers } from './standing.ts'
import { assessmentTexts } from './texts.ts'

export const assessRoutes: readonly Route[] = [
  get('/avvik/:id/vurdering', 'signedIn', forHandlers(getAssessment)),
  post('/avvik/:id/vurdering', 'signedIn', forHandlers(postAssessment)),
]

async function getAssessment(asked: Asked, view: CaseView) {
  await recordReading(asked.ctx, view.deviation.id, 'assessment')
  return view.actions.includes('assess') ? assessPage(asked, view, begun(view)) : readPage(asked, view)
}

/** Each answer stands for itself; what the level is set to is looked at once more where the answers below it were changed by another. */
async function postAssessment(posted: Asked, view: CaseView) {
  const merged = merge(assessmentForm, posted.form, standingAnswers(view))
  const isMoved = merged !== null && versionOf(posted.form) !== view.deviation.version
  const seenAgain = merged !== null && merged.both.length === 0 && (merged.theirs.length === 0 || one(posted.form, 'gjor') !== 'fullfor')
  const asked =
    merged && isMoved
      ? { ...posted, form: { ...merged.form, version: seenAgain ? String(view.deviation.version) : posted.form.version } }
      : posted
  const { ctx, form, locale } = asked
  const { assess } = assessmentTexts(locale).pages
  const { answers, ticked, problems } = read(form)
  const faulty = (faults: readonly Fault[]) => unread(asked, faults, assessmentTexts(locale).fields)
  const draw = (refused: Refused, state?: AssessPageProps['state']) => assessPage(asked, view, { answers, ticked, refused, state })
  const stale = () => again(409, draw(refusedBy(refuse('stale'), asked, refusals), 'stale'))
  const wish = one(form, 'gjor')
  if (view.actions.includes('assess') && (problems.length > 0 || wish === 'vis')) {
    if (versionOf(form) !== view.deviation.version) return stale()
    return problems.length > 0 ? again(422, draw(faulty(inWords(problems, locale)))) : preview(draw(faulty([]), 'previewed'))
  }
  const finish = wish === 'fullfor'
  const here = `/avvik/${view.deviation.id}/vurdering`
  const outcome = await saveAssessment(ctx, view.deviation.id, versionOf(form), answers, ticked, finish)
  return answered(outcome, {
    done: ({ assessedAt }) =>
      finish ? redirect(`/avvik/${view.deviation.id}`, assess.finished) : redirect(here, assessedAt ? assess.savedFinished : assess.saved),
    nothingChanged: () => redirect(here, assess.nothingChanged),
    refused: (refusal, status) => {
      if (status === 409) return stale()
      const gaps = refusal.why === 'incomplete' && faulty(gapsIn(view, answers, ticked, locale))
      return again(422, draw(gaps || refusedBy({ ...refusal, fields: [] }, asked, refusals)))
    },
  })
}

function assessPage(asked: Asked, view: CaseView, more: Partial<AssessPageProps>) {
  const { ctx, locale } = asked
  const ticked = view.deviation.ticks.map((tick) => tick.criterion)
  const body = <AssessPage view={view} now={ctx.now} locale={locale} answers={view.deviation.assessment} ticked={ticked} {...more} />
  return casePage(asked, view, assessmentTexts(locale).pages.assess.title, body)
}

/** Nobody else's hand comes near it (S3-10): the others read. */
function readPage(asked: Asked, view: CaseView) {
  const { ctx, locale } = asked
  const { panel } = assessmentTexts(locale).pages
  return casePage(
    asked,
    view,
    panel.title,
    <DeedPage view={view} now={ctx.now} locale={locale} title={panel.title} lead={panel.readOnly}>
      <AssessmentRead view={view} locale={locale} level={2} />
      <AllAnswers view={view} locale={locale} />
    </DeedPage>,
  )
}

/** Before anybody has answered, the ticks that the report itself points to; they are the assessor's when saved, not before. */
function begun({ deviation, profile }: CaseView): Partial<AssessPageProps> {
  const suggested = suggestFromReport(deviation.report, profile.assessment.manyPersons)
  const answers = answersFromReport(deviation.assessment, deviation.report)
  // What was offered and not taken still says why it was offered.
  if (!isUntouched(deviation)) return { answers, suggested: { ticked: [], hints: [...suggested.ticked, ...suggested.hints] } }
  return { answers, suggested, ticked: [...new Set(suggested.ticked.map((hint) => hint.criterion))] }
}

type Read = { readonly answers: AssessmentAnswers; readonly ticked: readonly Criterion[]; readonly problems: readonly Problem[] }

function read(form: Form): Read {
  const { values, problems } = parse(assessmentForm, form)
  const { criteria: ticked, ...answers } = values
  const odd = offScale(answers).map((field): Problem => ({ field, code: 'notAChoice' }))
  return { answers, ticked, problems: [...problems, ...odd] }
}

/** The criteria are no field that has a label. */
const inWords = (problems: readonly Problem[], locale: Locale): readonly Fault[] =>
  problems.map((problem) =>
    problem.field === 'criteria' ? { field: 'criteria', text: assessmentTexts(locale).pages.assess.criteriaWrong } : problem,
  )

/** What stands in the way of finishing. */
function gapsIn(
  { deviation, profile }: CaseView,
  answers: AssessmentAnswers,
  ticked: readonly Criterion[],
  locale: Locale,
): readonly Fault[] {
  const ticks: readonly Tick[] = ticked.map((criterion) => ({ criterion, by: '', at: deviation.createdAt }))
  const { gaps } = consequencesOf({ ...deviation, assessment: answers, ticks }, profile, deviation)
  return gaps.map(({ field, code }) => ({ field, text: assessmentTexts(locale).gap[code] }))
}
