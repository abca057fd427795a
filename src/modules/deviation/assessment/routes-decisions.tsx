import { parse } from '../../../kernel/fields.ts'
import { type Asked, get, notAllowed, nothing, post, type Route, redirect } from '../../../kernel/http.ts'
import { problemText } from '../../../ui/record-form.tsx'
import type { CaseView } from '../queries.ts'
import type { Gap } from './assessment.ts'
import { decideOnAuthority, decideOnSubjects } from './commands.ts'
import { sameHand } from './consequences.ts'
import { authorityFields, subjectsFields } from './fields.ts'
import { jointAssessment } from './joint.ts'
import { AuthorityPage, type AuthorityPageProps } from './pages/authority.tsx'
import { SubjectsPage, type SubjectsPageProps } from './pages/subjects.tsx'
import { caseErrors, casePage, isStale, openCase, refusalText, seen, versionIn } from './routes-case.tsx'
import { notNotifyGaps } from './rules.ts'
import { assessmentTexts } from './texts.ts'

type Errors = Readonly<Record<string, string>>

export const decisionRoutes: readonly Route[] = [
  get('/avvik/:id/varsling', 'signedIn', async (asked) => {
    const found = await openCase(asked)
    if ('no' in found) return found.no
    const { view } = found
    const closed = closedDoor(view, 'decideAuthority')
    if (closed) return closed
    await seen(asked, view, 'authorityDecision')
    return casePage(asked, view, assessmentTexts(asked.locale).pages.authority.title, <AuthorityPage {...authorityProps(asked, view)} />)
  }),

  post('/avvik/:id/varsling', 'signedIn', async (asked) => {
    const found = await openCase(asked)
    if ('no' in found) return found.no
    const { view } = found
    const { ctx, form, locale } = asked
    const words = assessmentTexts(locale)
    const { authority } = words.pages
    const { values, problems } = parse(authorityFields, form)
    const answer = <S extends 409 | 422>(status: S, more: Partial<AuthorityPageProps>) =>
      caseErrors(status, asked, view, authority.title, <AuthorityPage {...authorityProps(asked, view)} raw={form} {...more} />)

    const errors = errorsOf(problems, words.authorityForm, asked)
    if (values.outcome === null && !errors.outcome) errors.outcome = authority.outcomeMissing
    if (view.actions.includes('decideAuthority') && Object.keys(errors).length > 0)
      return isStale(asked, view) ? answer(409, { stale: true }) : answer(422, { errors })
    const { certainty, reason } = values
    const outcome = await decideOnAuthority(ctx, view.deviation.id, versionIn(asked), values.outcome ?? 'notify', reason, certainty)
    if (outcome.ok)
      return redirect(`/avvik/${view.deviation.id}`, values.outcome === 'notNotify' ? authority.notNotified : authority.notified)
    switch (outcome.why) {
      case 'notFound':
        return nothing
      case 'notAllowed':
        return notAllowed
      case 'stale':
        return answer(409, { stale: true })
      case 'incomplete':
      case 'noticeRequired':
        return answer(422, { errors: gapErrors(notNotifyGaps(view.deviation, reason, certainty, view.profile), asked, outcome.why) })
      case 'signOffsMissing':
        return answer(422, { errors: { outcome: authority.jointFirst } })
      case 'notNow':
        return answer(422, { errors: { outcome: view.deviation.authorityNotifiedAt ? authority.already : refusalText('notNow', asked) } })
      default:
        return answer(422, { errors: { outcome: refusalText(outcome.why, asked) } })
    }
  }),

  get('/avvik/:id/informering', 'signedIn', async (asked) => {
    const found = await openCase(asked)
    if ('no' in found) return found.no
    const { view } = found
    const closed = closedDoor(view, 'decideSubjects')
    if (closed) return closed
    await seen(asked, view, 'subjectsDecision')
    return casePage(asked, view, assessmentTexts(asked.locale).pages.subjects.title, <SubjectsPage {...subjectsProps(asked, view)} />)
  }),

  post('/avvik/:id/informering', 'signedIn', async (asked) => {
    const found = await openCase(asked)
    if ('no' in found) return found.no
    const { view } = found
    const { ctx, form, locale } = asked
    const words = assessmentTexts(locale)
    const { subjects } = words.pages
    const { values, problems } = parse(subjectsFields, form)
    const answer = <S extends 409 | 422>(status: S, more: Partial<SubjectsPageProps>) =>
      caseErrors(status, asked, view, subjects.title, <SubjectsPage {...subjectsProps(asked, view)} raw={form} {...more} />)

    const errors = errorsOf(problems, words.subjectsForm, asked)
    if (values.outcome === null) errors.outcome ??= subjects.outcomeMissing
    if (values.outcome === 'notInform' && values.ground === null) errors.ground ??= subjects.groundMissing
    if (values.reason === null) errors.reason ??= subjects.reasonMissing
    if (view.actions.includes('decideSubjects') && Object.keys(errors).length > 0)
      return isStale(asked, view) ? answer(409, { stale: true }) : answer(422, { errors })
    const { outcome: wish, ground, reason } = values
    const outcome = await decideOnSubjects(ctx, view.deviation.id, versionIn(asked), wish ?? 'inform', ground, reason)
    if (outcome.ok) {
      const told = wish === 'inform' ? subjects.informed : subjects.notInformed
      return redirect(
        `/avvik/${view.deviation.id}`,
        wish === 'notInform' && ground === 'disproportionate' ? `${told} ${subjects.publicInstead}` : told,
      )
    }
    switch (outcome.why) {
      case 'notFound':
        return nothing
      case 'notAllowed':
        return notAllowed
      case 'stale':
        return answer(409, { stale: true })
      case 'noticeRequired':
        return answer(422, { errors: { ground: subjects.lowRiskNotNow } })
      case 'notNow':
        return answer(422, {
          errors: { outcome: view.deviation.subjectsTrack === 'informed' ? subjects.already : refusalText('notNow', asked) },
        })
      default:
        return answer(422, { errors: { outcome: refusalText(outcome.why, asked) } })
    }
  }),
]

/** Those who only read find the decision on the case's own page. */
const closedDoor = (view: CaseView, action: 'decideAuthority' | 'decideSubjects') =>
  view.actions.includes(action)
    ? null
    : view.parts.has(action === 'decideAuthority' ? 'decider' : 'drafter')
      ? redirect(`/avvik/${view.deviation.id}`)
      : notAllowed

function authorityProps({ ctx, locale }: Asked, view: CaseView): AuthorityPageProps {
  const { deviation, profile } = view
  const joint = jointAssessment(profile.assessment.jointly, deviation.signOffs)
  return {
    view,
    now: ctx.now,
    locale,
    // As if everything had been said here: what is left cannot be mended on this page.
    hindrances: deviation.assessedAt === null ? [] : notNotifyGaps(deviation, '…', 'certain', profile),
    joint: joint === null ? 'notNeeded' : joint.notify === 'yes' ? 'saysYes' : joint.notify === 'no' ? 'saysNo' : 'waiting',
    sameHand: sameHand(deviation, ctx.actor.personId, profile),
  }
}

const subjectsProps = ({ ctx, locale }: Asked, view: CaseView): SubjectsPageProps => ({ view, now: ctx.now, locale })

type Problems = ReturnType<typeof parse>['problems']
type Labels = Readonly<Record<string, { readonly label: string }>>

const errorsOf = (problems: Problems, labels: Labels, { locale }: Asked): Record<string, string> =>
  Object.fromEntries(
    problems.map((problem) => [problem.field, problemText(problem, labels[problem.field]?.label ?? problem.field, locale)]),
  )

/** Each gap at the question of this page where it is mended; what cannot be mended here stands at the answer itself. */
function gapErrors(gaps: readonly Gap[], asked: Asked, why: string): Errors {
  const words = assessmentTexts(asked.locale)
  const errors: Record<string, string> = {}
  for (const gap of gaps) {
    const field = gap.field === 'certainty' ? 'certainty' : gap.field === 'certaintyReasons' ? 'reason' : 'outcome'
    errors[field] ??= words.gap[gap.code]
  }
  return Object.keys(errors).length > 0
    ? errors
    : { outcome: why === 'noticeRequired' ? words.pages.authority.jointSaysYes : refusalText(why, asked) }
}
