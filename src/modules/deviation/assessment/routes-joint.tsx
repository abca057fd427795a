import { refuse } from '../../../kernel/change.ts'
import { parse } from '../../../kernel/fields.ts'
import { type Asked, get, notAllowed, nothing, one, post, type Route, versionOf } from '../../../kernel/http.ts'
import { again, door } from '../../../kernel/road.ts'
import type { Fault } from '../../../ui/record-form.tsx'
import { type After, refusalText, refusedBy } from '../../../ui/refused.ts'
import { recordReading } from '../commands-reading.ts'
import { answeredTo, type CaseForm, casePage, refusals, unreadable, wholeCase } from '../deed/routes-deed.tsx'
import { jointFields } from '../fields-assessment.ts'
import { unclearOf } from '../joint.ts'
import { jointRoles } from '../permissions.ts'
import type { CaseView } from '../queries.ts'
import { standingSignOffs } from '../rests.ts'
import { signJointAssessment } from './commands.ts'
import { JointPage } from './pages/joint.tsx'
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
const joint = (role: string): CaseForm<typeof jointFields> => ({
  fields: jointFields,
  texts: (locale) => assessmentTexts(locale).jointForm,
  draw: jointPage,
  saved: (locale) => assessmentTexts(locale).pages.joint.signed,
  stands: (view, yours) => signedAs(role, view) ?? yours,
  by: (view) => signedAs(role, view)?.by ?? null,
  // What must come first is said on the page itself, with links to where it is done.
  say: ({ locale }, _view, { why, fields }) =>
    why === 'incomplete'
      ? fields.map((field) => ({ field, code: 'missing' }))
      : [{ field: 'innhold', text: refusalText(why, refusals(locale)) }],
})

const signedAs = (role: string, { deviation }: CaseView) => standingSignOffs(deviation).find((signOff) => signOff.role === role)

async function getJoint(asked: Asked, view: CaseView) {
  await recordReading(asked.ctx, view.deviation.id, 'jointAssessment')
  return jointPage(asked, view)
}

async function postJoint(asked: Asked, view: CaseView) {
  const { ctx, form, locale } = asked
  const { pages } = assessmentTexts(locale)
  const roles = rolesOf(asked, view)
  if (!view.parts.has('coSigner')) return notAllowed
  if (roles.length === 0) return again(422, jointPage(asked, view, { refused: refusedBy(refuse('notNow'), asked, refusals) }))
  const { values, problems } = parse(jointFields, form)
  const role = one(form, 'role') || (roles.length === 1 ? (roles[0] ?? '') : '')
  const faults: readonly Fault[] = [...problems, ...(roles.includes(role) ? [] : [{ field: 'role', text: pages.joint.roleMissing }])]
  if (faults.length > 0) return unreadable(asked, view, joint(role), { values, problems: faults })
  const outcome = await signJointAssessment(ctx, view.deviation.id, versionOf(form), role, values)
  return answeredTo(asked, view, joint(role), outcome, values)
}

function jointPage(asked: Asked, view: CaseView, after?: After) {
  const { ctx, locale } = asked
  const unclear = unclearOf(view.deviation.handling)
  const body = <JointPage view={view} now={ctx.now} locale={locale} roles={rolesOf(asked, view)} unclear={unclear} {...after} />
  return casePage(asked, view, assessmentTexts(locale).pages.joint.title, body)
}

/** In which roles this person may sign now. */
const rolesOf = ({ ctx }: Asked, { actions, profile, standing }: CaseView) =>
  actions.includes('signOff') ? jointRoles(ctx.actor, profile, standing) : []
