import { parse } from '../../../kernel/fields.ts'
import { type Asked, get, notAllowed, nothing, one, post, type Route, redirect, versionOf } from '../../../kernel/http.ts'
import { again, answered, door } from '../../../kernel/road.ts'
import { recordReading } from '../commands-case.ts'
import { jointRoles } from '../permissions.ts'
import type { CaseView } from '../queries.ts'
import { casePage, wholeCase } from '../routes-deed.tsx'
import { signJointAssessment } from './commands.ts'
import { jointFields } from './fields.ts'
import { unclearOf } from './joint.ts'
import { JointPage } from './pages/joint.tsx'
import { errorsOf, type Refusing, refusalText, refusedTo, type SpokenForm, unreadable } from './routes-refused.tsx'
import { assessmentTexts } from './texts.ts'

/** Where the assessor is alone there is no such page. */
const forJoint = door(async (asked) => {
  const view = await wholeCase(asked)
  return 'kind' in view || view.profile.assessment.jointly.length > 0 ? view : nothing
})

export const jointRoutes: readonly Route[] = [
  get('/avvik/:id/signering', 'signedIn', forJoint(getJoint)),
  post('/avvik/:id/signering', 'signedIn', forJoint(postJoint)),
]

/** Where this role has not signed, nobody has answered before: it is something else in the case that has changed. */
const joint = (role: string): SpokenForm<typeof jointFields> => ({
  fields: jointFields,
  texts: (locale) => assessmentTexts(locale).jointForm,
  draw: jointPage,
  stands: ({ deviation }, yours) => deviation.signOffs.find((signOff) => signOff.role === role) ?? yours,
})

async function getJoint(asked: Asked, view: CaseView) {
  await recordReading(asked.ctx, view.deviation.id, 'jointAssessment')
  return jointPage(asked, view)
}

async function postJoint(asked: Asked, view: CaseView) {
  const { ctx, form, locale } = asked
  const { jointForm, pages } = assessmentTexts(locale)
  const roles = rolesOf(asked, view)
  if (!view.parts.has('coSigner')) return notAllowed
  if (roles.length === 0) return again(422, jointPage(asked, view, { raw: form, refusal: refusalText('notNow', asked) }))
  const { values, problems } = parse(jointFields, form)
  const role = one(form, 'role') || (roles.length === 1 ? (roles[0] ?? '') : '')
  const errors = { ...errorsOf(problems, jointForm, locale), ...(!roles.includes(role) && { role: pages.joint.roleMissing }) }
  if (Object.keys(errors).length > 0) return unreadable(asked, view, joint(role), values, errors)
  const outcome = await signJointAssessment(ctx, view.deviation.id, versionOf(form), role, values)
  return answered(outcome, {
    done: () => redirect(`/avvik/${view.deviation.id}`, pages.joint.signed),
    refused: refusedTo(asked, view, joint(role), values, ({ why, fields }) =>
      why === 'incomplete'
        ? {
            errors: errorsOf(
              fields.map((field) => ({ field, code: 'missing' })),
              jointForm,
              locale,
            ),
          }
        : // What must come first is said on the page itself, with links to where it is done.
          { refusal: refusalText(why, asked) },
    ),
  })
}

function jointPage(asked: Asked, view: CaseView, refusing?: Refusing) {
  const { ctx, locale } = asked
  const unclear = unclearOf(view.deviation.handling)
  const body = <JointPage view={view} now={ctx.now} locale={locale} roles={rolesOf(asked, view)} unclear={unclear} {...refusing} />
  return casePage(asked, view, assessmentTexts(locale).pages.joint.title, body)
}

/** In which roles this person may sign now. */
const rolesOf = ({ ctx }: Asked, { actions, profile, standing }: CaseView) =>
  actions.includes('signOff') ? jointRoles(ctx.actor, profile, standing) : []
