import type { Form, Problem } from '../../../kernel/fields.ts'
import { parse } from '../../../kernel/fields.ts'
import { type Asked, get, notAllowed, nothing, one, post, preview, type Route, redirect } from '../../../kernel/http.ts'
import { Stack } from '../../../ui/page.tsx'
import type { Tick } from '../deviation.ts'
import type { CaseView } from '../queries.ts'
import type { Criterion } from './assessment.ts'
import { saveAssessment } from './commands.ts'
import { consequencesOf } from './consequences.ts'
import { offScale } from './enisa.ts'
import { type AssessmentAnswers, assessmentForm } from './fields.ts'
import { AssessPage, type AssessPageProps } from './pages/assess.tsx'
import { AllAnswers, AssessmentRead } from './pages/panel.tsx'
import { CaseHeading } from './pages/parts.tsx'
import { suggestFromReport } from './prefill.ts'
import { caseErrors, casePage, isStale, openCase, refusalText, seen, versionIn } from './routes-case.tsx'
import { assessmentTexts } from './texts.ts'

export const assessRoutes: readonly Route[] = [
  get('/avvik/:id/vurdering', 'signedIn', async (asked) => {
    const found = await openCase(asked)
    if ('no' in found) return found.no
    const { view } = found
    const { ctx, locale } = asked
    await seen(asked, view, 'assessment')
    const { assess, panel } = assessmentTexts(locale).pages
    if (view.actions.includes('assess'))
      return casePage(asked, view, assess.title, <AssessPage {...propsOf(asked, view)} {...begun(view)} />)
    // Nobody else's hand comes near it (S3-10): the others read.
    return casePage(
      asked,
      view,
      panel.title,
      <Stack gap="lg">
        <CaseHeading view={view} now={ctx.now} locale={locale} title={panel.title} lead={panel.readOnly} />
        <AssessmentRead view={view} locale={locale} level={2} />
        <AllAnswers view={view} locale={locale} />
      </Stack>,
    )
  }),

  post('/avvik/:id/vurdering', 'signedIn', async (asked) => {
    const found = await openCase(asked)
    if ('no' in found) return found.no
    const { view } = found
    const { ctx, form, locale } = asked
    const { assess } = assessmentTexts(locale).pages
    const { answers, ticked, problems } = read(form)
    const props = { ...propsOf(asked, view), answers, ticked, raw: form, problems }
    const answer = <S extends 409 | 422>(status: S, more: Partial<AssessPageProps> = {}) =>
      caseErrors(status, asked, view, assess.title, <AssessPage {...props} {...more} />)

    const mayAssess = view.actions.includes('assess')
    const wish = one(form, 'gjor')
    if (mayAssess && (problems.length > 0 || wish === 'vis') && isStale(asked, view)) return answer(409, { state: 'stale' })
    if (mayAssess && problems.length > 0) return answer(422)
    if (mayAssess && wish === 'vis') return preview(assess.title, <AssessPage {...props} state="previewed" />)
    const finish = wish === 'fullfor'
    const outcome = await saveAssessment(ctx, view.deviation.id, versionIn(asked), answers, ticked, finish)
    const address = `/avvik/${view.deviation.id}`
    if (outcome.ok) {
      const said = finish ? assess.finished : outcome.next.assessedAt ? assess.savedFinished : assess.saved
      return redirect(finish ? address : `${address}/vurdering`, said)
    }
    switch (outcome.why) {
      case 'notFound':
        return nothing
      case 'notAllowed':
        return notAllowed
      case 'stale':
        return answer(409, { state: 'stale' })
      case 'incomplete':
        return answer(422, { gaps: gapsIn(view, answers, ticked) })
      case 'nothingChanged':
        return redirect(`${address}/vurdering`, assess.nothingChanged)
      default:
        return answer(422, { refusal: refusalText(outcome.why, asked) })
    }
  }),
]

const propsOf = ({ ctx, locale }: Asked, view: CaseView) => ({
  view,
  now: ctx.now,
  locale,
  answers: view.deviation.assessment,
  ticked: view.deviation.ticks.map((tick) => tick.criterion),
})

/** Before anybody has answered, the ticks that the report itself points to; they are the assessor's when saved, not before. */
function begun({ deviation, profile }: CaseView): Partial<AssessPageProps> {
  const answered = deviation.ticks.length > 0 || Object.values(deviation.assessment).some((answer) => answer !== null)
  if (answered) return { suggested: { ticked: [], hints: suggestFromReport(deviation.report, profile.assessment.manyPersons).hints } }
  const suggested = suggestFromReport(deviation.report, profile.assessment.manyPersons)
  return { suggested, ticked: [...new Set(suggested.ticked.map((hint) => hint.criterion))] }
}

type Read = { readonly answers: AssessmentAnswers; readonly ticked: readonly Criterion[]; readonly problems: readonly Problem[] }

function read(form: Form): Read {
  const { values, problems } = parse(assessmentForm, form)
  const { criteria: ticked, ...answers } = values
  const odd = offScale(answers).map((field): Problem => ({ field, code: 'notAChoice' }))
  return { answers, ticked, problems: [...problems, ...odd] }
}

const gapsIn = ({ deviation, profile }: CaseView, answers: AssessmentAnswers, ticked: readonly Criterion[]) => {
  const ticks: readonly Tick[] = ticked.map((criterion) => ({ criterion, by: '', at: deviation.createdAt }))
  return consequencesOf({ ...deviation, assessment: answers, ticks }, profile).gaps
}
