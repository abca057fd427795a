import { parse } from '../../../kernel/fields.ts'
import { type Asked, get, notAllowed, nothing, one, post, type Route, redirect } from '../../../kernel/http.ts'
import { problemText } from '../../../ui/record-form.tsx'
import { jointRoles } from '../permissions.ts'
import type { CaseView } from '../queries.ts'
import { signJointAssessment } from './commands.ts'
import { jointFields } from './fields.ts'
import { unclearOf } from './joint.ts'
import { JointPage, type JointPageProps } from './pages/joint.tsx'
import { caseErrors, casePage, isStale, openCase, refusalText, seen, versionIn } from './routes-case.tsx'
import { assessmentTexts } from './texts.ts'

export const jointRoute: readonly Route[] = [
  get('/avvik/:id/signering', 'signedIn', async (asked) => {
    const found = await openCase(asked)
    if ('no' in found) return found.no
    const { view } = found
    // Where the assessor is alone there is no such page.
    if (view.profile.assessment.jointly.length === 0) return nothing
    await seen(asked, view, 'jointAssessment')
    return casePage(asked, view, assessmentTexts(asked.locale).pages.joint.title, <JointPage {...propsOf(asked, view)} />)
  }),

  post('/avvik/:id/signering', 'signedIn', async (asked) => {
    const found = await openCase(asked)
    if ('no' in found) return found.no
    const { view } = found
    if (view.profile.assessment.jointly.length === 0) return nothing
    const { ctx, form, locale } = asked
    const { jointForm, pages } = assessmentTexts(locale)
    const props = propsOf(asked, view)
    const { values, problems } = parse(jointFields, form)
    const role = one(form, 'role') || (props.roles.length === 1 ? (props.roles[0] ?? '') : '')
    const answer = <S extends 409 | 422>(status: S, more: Partial<JointPageProps>) =>
      caseErrors(status, asked, view, pages.joint.title, <JointPage {...props} raw={form} {...more} />)

    if (!view.parts.has('coSigner')) return notAllowed
    if (props.roles.length === 0) return answer(422, { refusal: refusalText('notNow', asked) })
    const errors: Record<string, string> = Object.fromEntries(
      problems.map((problem) => [problem.field, problemText(problem, labelOf(jointForm, problem.field), locale)]),
    )
    if (!props.roles.includes(role)) errors.role = pages.joint.roleMissing
    if (Object.keys(errors).length > 0) return isStale(asked, view) ? answer(409, { stale: true }) : answer(422, { errors })
    const outcome = await signJointAssessment(ctx, view.deviation.id, versionIn(asked), role, values)
    if (outcome.ok) return redirect(`/avvik/${view.deviation.id}`, pages.joint.signed)
    switch (outcome.why) {
      case 'notFound':
        return nothing
      case 'notAllowed':
        return notAllowed
      case 'stale':
        return answer(409, { stale: true })
      case 'incomplete':
        return answer(422, {
          errors: Object.fromEntries(
            outcome.fields.map((field) => [field, problemText({ field, code: 'missing' }, labelOf(jointForm, field), locale)]),
          ),
        })
      default:
        // What must come first is said on the page itself, with links to where it is done.
        return answer(422, { refusal: refusalText(outcome.why, asked) })
    }
  }),
]

function propsOf({ ctx, locale }: Asked, view: CaseView): JointPageProps {
  const { deviation, profile, standing } = view
  return {
    view,
    now: ctx.now,
    locale,
    roles: view.actions.includes('signOff') ? jointRoles(ctx.actor, profile, standing) : [],
    unclear: unclearOf(deviation.handling),
  }
}

const labelOf = (words: Readonly<Record<string, { readonly label: string }>>, field: string): string => words[field]?.label ?? field
