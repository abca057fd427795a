import type { Refusal } from '../../../kernel/change.ts'
import { parse } from '../../../kernel/fields.ts'
import { type Asked, get, notAllowed, post, type Route, redirect, versionOf } from '../../../kernel/http.ts'
import { answered, door } from '../../../kernel/road.ts'
import { recordReading } from '../commands-case.ts'
import type { CaseView } from '../queries.ts'
import { casePage, forHandlers, wholeCase } from '../routes-deed.tsx'
import { workflow } from '../workflow.ts'
import { decideOnAuthority, decideOnSubjects } from './commands.ts'
import { sameHand } from './consequences.ts'
import { authorityFields, subjectsFields } from './fields.ts'
import { jointAssessment } from './joint.ts'
import { AuthorityPage } from './pages/authority.tsx'
import { SubjectsPage } from './pages/subjects.tsx'
import { errorsOf, type Refusing, refusalText, refusedTo, type SpokenForm, unreadable } from './routes-refused.tsx'
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

const authority: SpokenForm<typeof authorityFields> = {
  fields: authorityFields,
  texts: (locale) => assessmentTexts(locale).authorityForm,
  draw: authorityPage,
  stands: ({ deviation }) => {
    const last = deviation.decisions.findLast((decision) => decision.kind === 'authority')
    const outcome = authorityFields.outcome.of.find((one) => one === last?.outcome) ?? null
    return { outcome, certainty: deviation.assessment.certainty, reason: last?.reason ?? null }
  },
}

const subjects: SpokenForm<typeof subjectsFields> = {
  fields: subjectsFields,
  texts: (locale) => assessmentTexts(locale).subjectsForm,
  draw: subjectsPage,
  stands: ({ deviation }) => {
    const last = deviation.decisions.findLast((decision) => decision.kind === 'subjects')
    const outcome = subjectsFields.outcome.of.find((one) => one === last?.outcome) ?? null
    return { outcome, ground: last?.ground ?? null, reason: last?.reason ?? null }
  },
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
  const { authorityForm, pages } = assessmentTexts(locale)
  const { values, problems } = parse(authorityFields, form)
  const { outcome: wish, certainty, reason } = values
  const errors = {
    ...(wish === null && { outcome: pages.authority.outcomeMissing }),
    ...errorsOf(problems, authorityForm, locale),
  }
  if (stops(view, 'decideAuthority', errors)) return unreadable(asked, view, authority, values, errors)
  const outcome = await decideOnAuthority(ctx, view.deviation.id, versionOf(form), wish ?? 'notify', reason, certainty)
  return answered(outcome, {
    done: () => redirect(`/avvik/${view.deviation.id}`, wish === 'notNotify' ? pages.authority.notNotified : pages.authority.notified),
    refused: refusedTo(asked, view, authority, values, (refusal) => ({ errors: authorityErrors(asked, view, refusal, reason, certainty) })),
  })
}

/** Each gap at the question of this page where it is mended; what cannot be mended here stands at the answer itself. */
function authorityErrors(
  asked: Asked,
  { deviation, profile }: CaseView,
  { why }: Refusal,
  ...answers: [reason: string | null, certainty: 'certain' | 'unsure' | 'notCertain' | null]
): Readonly<Record<string, string>> {
  const words = assessmentTexts(asked.locale)
  const { already, jointFirst, jointSaysYes } = words.pages.authority
  if (why === 'signOffsMissing') return { outcome: jointFirst }
  if (why === 'notNow' && deviation.authorityNotifiedAt) return { outcome: already }
  if (why !== 'incomplete' && why !== 'noticeRequired') return { outcome: refusalText(why, asked) }
  const errors: Record<string, string> = {}
  for (const gap of notNotifyGaps(deviation, ...answers, profile)) {
    const field = gap.field === 'certainty' ? 'certainty' : gap.field === 'certaintyReasons' ? 'reason' : 'outcome'
    errors[field] ??= words.gap[gap.code]
  }
  if (Object.keys(errors).length > 0) return errors
  return { outcome: why === 'noticeRequired' ? jointSaysYes : refusalText(why, asked) }
}

function authorityPage(asked: Asked, view: CaseView, refusing?: Refusing) {
  const { ctx, locale } = asked
  const { deviation, profile } = view
  const joint = jointAssessment(profile.assessment.jointly, deviation.signOffs)
  const body = (
    <AuthorityPage
      view={view}
      now={ctx.now}
      locale={locale}
      // As if everything had been said here: what is left cannot be mended on this page.
      hindrances={deviation.assessedAt === null ? [] : notNotifyGaps(deviation, '…', 'certain', profile)}
      joint={joint === null ? 'notNeeded' : joint.notify === 'yes' ? 'saysYes' : joint.notify === 'no' ? 'saysNo' : 'waiting'}
      sameHand={sameHand(deviation, ctx.actor.personId, profile)}
      {...refusing}
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
  const { subjectsForm, pages } = assessmentTexts(locale)
  const t = pages.subjects
  const { values, problems } = parse(subjectsFields, form)
  const { outcome: wish, ground, reason } = values
  const errors = {
    ...(wish === null && { outcome: t.outcomeMissing }),
    ...(wish === 'notInform' && ground === null && { ground: t.groundMissing }),
    ...(reason === null && { reason: t.reasonMissing }),
    ...errorsOf(problems, subjectsForm, locale),
  }
  if (stops(view, 'decideSubjects', errors)) return unreadable(asked, view, subjects, values, errors)
  const outcome = await decideOnSubjects(ctx, view.deviation.id, versionOf(form), wish ?? 'inform', ground, reason)
  const said = wish === 'inform' ? t.informed : t.notInformed
  const inPublic = wish === 'notInform' && ground === 'disproportionate'
  return answered(outcome, {
    done: () => redirect(`/avvik/${view.deviation.id}`, inPublic ? `${said} ${t.publicInstead}` : said),
    refused: refusedTo(asked, view, subjects, values, ({ why }) => {
      if (why === 'noticeRequired') return { errors: { ground: t.lowRiskNotNow } }
      const already = why === 'notNow' && view.deviation.subjectsTrack === 'informed'
      return { errors: { outcome: already ? t.already : refusalText(why, asked) } }
    }),
  })
}

function subjectsPage(asked: Asked, view: CaseView, refusing?: Refusing) {
  const { ctx, locale } = asked
  const body = <SubjectsPage view={view} now={ctx.now} locale={locale} {...refusing} />
  return casePage(asked, view, assessmentTexts(locale).pages.subjects.title, body)
}

/** Whether what is wrong is said now. Where the deed is not this person's, or not now, the command says so instead. */
const stops = (view: CaseView, deed: Decision, errors: object): boolean => view.actions.includes(deed) && Object.keys(errors).length > 0
