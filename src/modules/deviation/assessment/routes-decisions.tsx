import type { Refusal } from '../../../kernel/change.ts'
import { type Problem, parse, type Values } from '../../../kernel/fields.ts'
import { type Asked, get, notAllowed, post, type Route, redirect, versionOf } from '../../../kernel/http.ts'
import { door } from '../../../kernel/road.ts'
import type { Fault } from '../../../ui/record-form.tsx'
import { type After, refusalText } from '../../../ui/refused.ts'
import { recordReading } from '../commands-reading.ts'
import { answeredTo, type CaseForm, casePage, forHandlers, refusals, unreadable, wholeCase } from '../deed/routes-deed.tsx'
import { authorityFields, subjectsFields } from '../fields-assessment.ts'
import { jointAssessment } from '../joint.ts'
import type { CaseView } from '../queries.ts'
import { lastDecision, standingSignOffs } from '../rests.ts'
import { isTold } from '../rules.ts'
import { workflow } from '../workflow.ts'
import { decideOnAuthority, decideOnSubjects } from './commands.ts'
import { sameHand } from './consequences.ts'
import { AuthorityPage } from './pages/authority.tsx'
import { SubjectsPage } from './pages/subjects.tsx'
import { notNotifyGaps } from './rules.ts'
import { assessmentTexts } from './texts.ts'

type Decision = 'decideAuthority' | 'decideSubjects'

/** The page of a decision, for whoever may make it now. Those who only read find it on the case's own page. */
const forDecision = (deed: Decision) =>
  door(async (asked) => {
    const view = await wholeCase(asked)
    if ('kind' in view || view.actions.includes(deed)) return view
    return workflow[deed].by.some((part) => view.parts.has(part)) ? redirect(`/avvik/${view.deviation.id}`) : notAllowed
  })

const authority: CaseForm<typeof authorityFields> = {
  fields: authorityFields,
  texts: (locale) => assessmentTexts(locale).authorityForm,
  draw: authorityPage,
  saved: (locale, { outcome }) => {
    const { notified, notNotified } = assessmentTexts(locale).pages.authority
    return outcome === 'notNotify' ? notNotified : notified
  },
  stands: (view) => {
    const last = lastOf(view, 'authority')
    const outcome = authorityFields.outcome.of.find((one) => one === last?.outcome) ?? null
    return { outcome, certainty: view.deviation.assessment.certainty, reason: last?.reason ?? null }
  },
  by: (view) => lastOf(view, 'authority')?.by ?? null,
  say: authorityFaults,
}

const subjects: CaseForm<typeof subjectsFields> = {
  fields: subjectsFields,
  texts: (locale) => assessmentTexts(locale).subjectsForm,
  draw: subjectsPage,
  saved: (locale, { outcome, ground }) => {
    const { informed, notInformed, publicInstead } = assessmentTexts(locale).pages.subjects
    if (outcome === 'inform') return informed
    return ground === 'disproportionate' ? `${notInformed} ${publicInstead}` : notInformed
  },
  stands: (view) => {
    const last = lastOf(view, 'subjects')
    const outcome = subjectsFields.outcome.of.find((one) => one === last?.outcome) ?? null
    return { outcome, ground: last?.ground ?? null, reason: last?.reason ?? null }
  },
  by: (view) => lastOf(view, 'subjects')?.by ?? null,
  say: subjectsFaults,
}

export const decisionRoutes: readonly Route[] = [
  get('/avvik/:id/varsling', 'signedIn', forDecision('decideAuthority')(getAuthority)),
  post('/avvik/:id/varsling', 'signedIn', forHandlers(postAuthority)),
  get('/avvik/:id/informering', 'signedIn', forDecision('decideSubjects')(getSubjects)),
  post('/avvik/:id/informering', 'signedIn', forHandlers(postSubjects)),
]

async function getAuthority(asked: Asked, view: CaseView) {
  await recordReading(asked.ctx, view.deviation.id, 'authorityDecision')
  return authorityPage(asked, view)
}

async function postAuthority(asked: Asked, view: CaseView) {
  const { ctx, form, locale } = asked
  const { values, problems } = parse(authorityFields, form)
  const { outcome: wish, certainty, reason } = values
  const { outcomeMissing } = assessmentTexts(locale).pages.authority
  const faults = withMissing(problems, { outcome: wish === null && outcomeMissing })
  if (stops(view, 'decideAuthority', faults)) return unreadable(asked, view, authority, { values, problems: faults })
  const outcome = await decideOnAuthority(ctx, view.deviation.id, versionOf(form), wish ?? 'notify', reason, certainty)
  return answeredTo(asked, view, authority, outcome, values)
}

/** Each gap at the question of this page where it is mended; what cannot be mended here stands at the answer itself. */
function authorityFaults(
  { locale }: Asked,
  { deviation, profile }: CaseView,
  { why }: Refusal,
  { reason, certainty }: Values<typeof authorityFields>,
): readonly Fault[] {
  const words = assessmentTexts(locale)
  const { already, jointFirst, jointSaysYes } = words.pages.authority
  const atOutcome = (text: string): readonly Fault[] => [{ field: 'outcome', text }]
  if (why === 'signOffsMissing') return atOutcome(jointFirst)
  if (why === 'notNow' && isTold(deviation)) return atOutcome(already)
  if (why !== 'incomplete' && why !== 'noticeRequired') return atOutcome(refusalText(why, refusals(locale)))
  const faults = notNotifyGaps(deviation, reason, certainty, profile).map(({ field, code }) => ({
    field: field === 'certainty' ? 'certainty' : field === 'certaintyReasons' ? 'reason' : 'outcome',
    text: words.gap[code],
  }))
  if (faults.length > 0) return faults.filter(({ field }, at) => faults.findIndex((one) => one.field === field) === at)
  return atOutcome(why === 'noticeRequired' ? jointSaysYes : refusalText(why, refusals(locale)))
}

function authorityPage(asked: Asked, view: CaseView, after?: After) {
  const { ctx, locale } = asked
  const { deviation, profile } = view
  const joint = jointAssessment(profile.assessment.jointly, standingSignOffs(deviation))
  const body = (
    <AuthorityPage
      view={view}
      now={ctx.now}
      locale={locale}
      // As if everything had been said here: what is left cannot be mended on this page.
      hindrances={deviation.assessedAt === null ? [] : notNotifyGaps(deviation, '…', 'certain', profile)}
      joint={joint === null ? 'notNeeded' : joint.notify === 'yes' ? 'saysYes' : joint.notify === 'no' ? 'saysNo' : 'waiting'}
      sameHand={sameHand(deviation, ctx.actor.personId, profile)}
      {...after}
    />
  )
  return casePage(asked, view, assessmentTexts(locale).pages.authority.title, body)
}

async function getSubjects(asked: Asked, view: CaseView) {
  await recordReading(asked.ctx, view.deviation.id, 'subjectsDecision')
  return subjectsPage(asked, view)
}

async function postSubjects(asked: Asked, view: CaseView) {
  const { ctx, form, locale } = asked
  const t = assessmentTexts(locale).pages.subjects
  const { values, problems } = parse(subjectsFields, form)
  const { outcome: wish, ground, reason } = values
  const faults = withMissing(problems, {
    outcome: wish === null && t.outcomeMissing,
    ground: wish === 'notInform' && ground === null && t.groundMissing,
    reason: reason === null && t.reasonMissing,
  })
  if (stops(view, 'decideSubjects', faults)) return unreadable(asked, view, subjects, { values, problems: faults })
  const outcome = await decideOnSubjects(ctx, view.deviation.id, versionOf(form), wish ?? 'inform', ground, reason)
  return answeredTo(asked, view, subjects, outcome, values)
}

function subjectsFaults({ locale }: Asked, { deviation }: CaseView, { why }: Refusal): readonly Fault[] {
  const { lowRiskNotNow, already } = assessmentTexts(locale).pages.subjects
  if (why === 'noticeRequired') return [{ field: 'ground', text: lowRiskNotNow }]
  const told = why === 'notNow' && deviation.subjectsTrack === 'informed'
  return [{ field: 'outcome', text: told ? already : refusalText(why, refusals(locale)) }]
}

function subjectsPage(asked: Asked, view: CaseView, after?: After) {
  const { ctx, locale } = asked
  const body = <SubjectsPage view={view} now={ctx.now} locale={locale} {...after} />
  return casePage(asked, view, assessmentTexts(locale).pages.subjects.title, body)
}

/** What is missing, then what could not be read, in words of the page's own; each question once. */
const withMissing = (problems: readonly Problem[], missing: Readonly<Record<string, string | false>>): readonly Fault[] => [
  ...Object.entries(missing).flatMap(([field, text]) => (text && problems.every((one) => one.field !== field) ? [{ field, text }] : [])),
  ...problems,
]

/** Whether what is wrong is said now. Where the deed is not this person's, or not now, the command says so instead. */
const stops = (view: CaseView, deed: Decision, faults: readonly Fault[]): boolean => view.actions.includes(deed) && faults.length > 0

const lastOf = ({ deviation }: CaseView, kind: 'authority' | 'subjects') => lastDecision(deviation, kind)
