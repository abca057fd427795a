import type { Actor } from '../../kernel/actor.ts'
import { change, type Outcome, type Refusal, refuse } from '../../kernel/change.ts'
import { isEmpty, type Values } from '../../kernel/fields.ts'
import { askedOf, type Content, hasFallen, isBad, optionOf, questionIn } from './content.ts'
import type { doneFields } from './fields.ts'
import { mayAnswer, mayHandOver, mayRun } from './permissions.ts'
import type { Answer, Answers, Campaign, CampaignUnit, CampaignUnitEvent, Forward } from './questionnaire.ts'

export const noAnswer: Answer = {
  ...({ option: null, comment: null, reason: null, follow: null, action: null } as const),
  ...({ owner: null, dueOn: null, doneOn: null, doneNote: null } as const),
}
/** What a unit is asked of one question; how an action went is a deed of its own. */
export const asked = ['option', 'comment', 'reason', 'follow', 'action', 'owner', 'dueOn'] as const
export type AskedName = (typeof asked)[number]

/** A unit with all that decides what may be done with it. */
export type Answering = {
  readonly campaign: Pick<Campaign, 'status' | 'administrator'>
  readonly content: Content
  readonly unit: CampaignUnit
  readonly answers: Answers
}
type Done<T> = Outcome<T, CampaignUnitEvent>

const shut = ({ campaign, unit }: Answering): Refusal | null =>
  campaign.status !== 'open' ? refuse('closed') : unit.status === 'sent' ? refuse('sent') : null

/** What is written of some questions, whole or half: a draft may be half. Keys and options that the edition does not have are nobody's. */
export function answer(at: Answering, given: Answers, actor: Actor): Done<Answers> {
  if (!mayAnswer(at.unit, actor)) return refuse('notAllowed')
  return shut(at) ?? written(at, given)
}

function written({ content, answers }: Answering, given: Answers): Done<Answers> {
  const odd = [...given].flatMap(([key, { option }]) => {
    const question = questionIn(content, key)
    return question && (option === null || optionOf(content, question, option)) ? [] : [`${key}_option`]
  })
  if (odd.length > 0) return refuse('notAChoice', odd)
  const moved = [...given].filter(([key, next]) => differs(answers.get(key) ?? noAnswer, next))
  if (moved.length === 0) return refuse('nothingChanged')
  return change<Answers, CampaignUnitEvent>(new Map(moved), { type: 'campaign_unit.answered', questions: moved.map(([key]) => key) })
}
const differs = (before: Answer, after: Answer) => asked.some((name) => before[name] !== after[name])

/** What is missing before the answers can be sent: the question, and which of its fields. */
export type Want = { readonly question: string; readonly field: AskedName }

export function wantsOf(content: Content, answers: Answers): readonly Want[] {
  return askedOf(content, answers).flatMap((question) => {
    const given = answers.get(question.key) ?? noAnswer
    const want = (...fields: readonly AskedName[]): readonly Want[] =>
      fields.filter((name) => isEmpty(given[name])).map((field) => ({ question: question.key, field }))
    if (given.option === null) return want('option')
    // A yes to what is only asked for information says which (3.3).
    if (question.scoring === 'neutral') return optionOf(content, question, given.option)?.meaning === 'yes' ? want('comment') : []
    if (!isBad(content, question, given.option)) return []
    // What has not been reported is reported: the report has its own actions (8.2).
    if (question.scoring === 'reversed') return want('comment')
    return given.follow === 'action' ? want('reason', 'action', 'owner', 'dueOn') : want('reason', 'follow')
  })
}

/** The questions that still want something, a comment too: what is counted as answered can be sent (S2-24). */
export const unanswered = (content: Content, answers: Answers): ReadonlySet<string> =>
  new Set(wantsOf(content, answers).map(({ question }) => question))

/** `unit`: what the respondent says they belong to (S2-05): without it nothing is sent. */
export function send(at: Answering, unit: string | null, actor: Actor, now: Date): Done<CampaignUnit> {
  if (!mayAnswer(at.unit, actor)) return refuse('notAllowed')
  const refused = shut(at)
  if (refused) return refused.why === 'sent' ? refuse('nothingChanged') : refused
  if (unit === null) return refuse('unitMissing', ['unit'])
  if (unit !== at.unit.unitId) return refuse('otherUnit', ['unit'])
  const wants = wantsOf(at.content, at.answers)
  if (wants.length > 0)
    return refuse(
      'notAnswered',
      wants.map(({ question, field }) => `${question}_${field}`),
    )
  return change<CampaignUnit, CampaignUnitEvent>({ ...at.unit, status: 'sent', sentAt: now }, { type: 'campaign_unit.sent' })
}

/** What was sent is taken up again, as long as the round is open. */
export function reopen(at: Answering, actor: Actor): Done<CampaignUnit> {
  if (!mayAnswer(at.unit, actor) && !mayRun(actor)) return refuse('notAllowed')
  if (at.campaign.status !== 'open') return refuse('closed')
  if (at.unit.status === 'open') return refuse('nothingChanged')
  return change<CampaignUnit, CampaignUnitEvent>({ ...at.unit, status: 'open' }, { type: 'campaign_unit.reopened' })
}

/** Nobody: it is the leader's again. */
export function handOver(at: Answering, to: string | null, actor: Actor): Done<CampaignUnit> {
  if (!mayHandOver(at.unit, actor)) return refuse('notAllowed')
  if (at.campaign.status !== 'open') return refuse('closed')
  if (to === at.unit.delegate) return refuse('nothingChanged')
  return change<CampaignUnit, CampaignUnitEvent>({ ...at.unit, delegate: to }, { type: 'campaign_unit.handedOver' })
}

export function moveDue(at: Answering, dueOn: string | null, actor: Actor): Done<CampaignUnit> {
  if (!mayRun(actor)) return refuse('notAllowed')
  if (at.campaign.status !== 'open') return refuse('closed')
  if (dueOn === null) return refuse('incomplete', ['dueOn'])
  if (dueOn === at.unit.dueOn) return refuse('nothingChanged')
  return change<CampaignUnit, CampaignUnitEvent>({ ...at.unit, dueOn }, { type: 'campaign_unit.moved' })
}

/** A question is sent on to whoever knows; it stays the unit's own to answer (S2-55). */
export function forward(
  at: Answering,
  next: Omit<Forward, 'status' | 'askedAt' | 'askedBy'>,
  open: readonly Forward[],
  actor: Actor,
  now: Date,
): Done<Forward> {
  if (!mayAnswer(at.unit, actor)) return refuse('notAllowed')
  const refused = shut(at)
  if (refused) return refused
  if (!questionIn(at.content, next.question)) return refuse('notFound')
  if (next.asked === actor.personId) return refuse('toOneself', ['asked'])
  if (open.some((one) => one.question === next.question && one.asked === next.asked)) return refuse('nothingChanged')
  return change<Forward, CampaignUnitEvent>(
    { ...next, askedBy: actor.personId, askedAt: now, status: 'open' },
    { type: 'campaign_unit.forwarded', question: next.question },
  )
}

/** Whoever knows answers, and the answer goes back in. */
export function know(at: Answering, asking: Forward, given: Pick<Answer, 'option' | 'comment'>, actor: Actor): Done<Answers> {
  if (asking.asked !== actor.personId) return refuse('notAllowed')
  if (asking.status === 'answered') return refuse('nothingChanged')
  const refused = asking.status === 'withdrawn' ? refuse('withdrawn') : shut(at)
  if (refused) return refused
  const question = questionIn(at.content, asking.question)
  if (given.option === null || !question || !optionOf(at.content, question, given.option)) return refuse('incomplete', ['option'])
  const before = at.answers.get(asking.question) ?? noAnswer
  return change<Answers, CampaignUnitEvent>(new Map([[asking.question, { ...before, ...given }]]), {
    type: 'campaign_unit.knew',
    question: asking.question,
  })
}

/** An action is done by whoever owns it, or by the unit. It is done on a day that has been. */
export function finishAction(at: Answering, key: string, done: Values<typeof doneFields>, actor: Actor, today: string): Done<Answers> {
  const before = at.answers.get(key)
  if (before?.follow !== 'action') return refuse('notFound')
  if (before.owner !== actor.personId && !mayAnswer(at.unit, actor)) return refuse('notAllowed')
  if (before.doneOn === null && hasFallen(at.content, at.answers, key)) return refuse('actionFallen')
  if (done.doneOn === null) return refuse('incomplete', ['doneOn'])
  if (done.doneOn > today) return refuse('future', ['doneOn'])
  if (before.doneOn === done.doneOn && before.doneNote === done.doneNote) return refuse('nothingChanged')
  return change<Answers, CampaignUnitEvent>(new Map([[key, { ...before, ...done }]]), { type: 'campaign_unit.actionDone', question: key })
}
