import type { Actor } from '../../kernel/actor.ts'
import { addDays, addMonths, type LocalDate, localDate } from '../../kernel/calendar/calendar.ts'
import { change, type Outcome, refuse } from '../../kernel/change.ts'
import { isEmpty } from '../../kernel/fields.ts'
import { goesFrom } from '../../kernel/workflow.ts'
import { riskOf, unexplained } from '../risks/public.ts'
import type { Advice, Assessment, Consultation, Control, Dpia, DpiaEvent, Round, Scenario } from './dpia.ts'
import { namesOf, type Question } from './fields.ts'
import { isWritten, mayAdvise, mayKeep, mayWaive } from './rules.ts'
import { workflow } from './workflow.ts'

type With<T> = Outcome<{ readonly record: Dpia; readonly part: T }, DpiaEvent>

/** A scenario as a risk analysis has it: nobody's consequence but those affected. */
export const asAnalysed = (scenario: Scenario) => ({ ...scenario, touches: [], forOrganisation: null, forOrganisationAfter: null })

/** High risk for people that the measures do not make smaller: Datatilsynet is consulted before the processing begins (Article 36). */
export const isHighAfter = ({ record, scenarios }: Pick<Assessment, 'record' | 'scenarios'>): boolean =>
  scenarios.some((one) => riskOf(record.values.scale ?? '5', asAnalysed(one), 'after') === 'high')

/** What is missing, and what it follows from. */
export type Gap =
  | { readonly what: Question | 'scenarios' | 'advice' | 'answer' | 'consultation' }
  /** It is judged lower after measures, and there is none against it. */
  | { readonly what: 'measures'; readonly scenario: Pick<Scenario, 'id' | 'name'> }

/** What Article 35(7) demands that it says, and is not there. Where none is needed, that the screening says why is enough. */
export function contentGaps({ record, scenarios, measures }: Pick<Assessment, 'record' | 'scenarios' | 'measures'>): readonly Gap[] {
  const { values } = record
  const gap = (what: Question | 'scenarios', isMissing: boolean): readonly Gap[] => (isMissing ? [{ what }] : [])
  const about = values.processings.length + values.systems.length > 0 || values.about !== null
  const first = [
    ...gap('processings', !about),
    ...gap('owner', values.owner === null),
    ...gap('decision', values.decision === null),
    ...gap('decisionReason', values.decisionReason === null),
  ]
  if (values.decision !== 'do') return first
  const whole = ['description', 'necessity', 'rights'].flatMap(namesOf)
  return [
    ...first,
    ...whole.flatMap((name) => gap(name, isEmpty(values[name]))),
    ...gap('viewsSought', values.viewsSought === null),
    ...gap('viewsHow', values.viewsHow === null),
    ...(values.viewsSought === 'yes'
      ? [...gap('viewsSaid', values.viewsSaid === null), ...gap('viewsFollowed', values.viewsFollowed === null)]
      : []),
    ...gap('scenarios', scenarios.length === 0),
    ...unexplained(scenarios.map(asAnalysed), measures).map((scenario) => ({ what: 'measures' as const, scenario })),
  ]
}

/** The data protection officer's advice on what it says now; advice on something else is history. */
export const standingAdvice = ({ rounds, stamp }: Pick<Assessment, 'rounds' | 'stamp'>): Round | null => {
  const [last] = rounds.filter(({ advisedAt }) => advisedAt !== null)
  return last && last.sentFor === stamp && last.verdict !== 'moreWork' ? last : null
}
export const isWaived = ({ record, stamp }: Pick<Assessment, 'record' | 'stamp'>): boolean =>
  record.values.waivedAt !== null && record.values.waivedFor === stamp

/** What the advice asks of whoever owns the processing: to say what was done with it, or why not. */
const asksAnswer = (round: Round, high: boolean): boolean =>
  round.verdict === 'conditions' || round.verdict === 'against' || (round.consult === 'yes' && !high)

/** All that stands between it and a decision. Without advice, or the controller's word that it goes without, nothing is decided (S4-080). */
export function gapsOf(all: Assessment): readonly Gap[] {
  const advice = standingAdvice(all)
  const high = isHighAfter(all)
  const { consultedOn, consultationAnsweredOn } = all.record.values
  return [
    ...contentGaps(all),
    ...(advice || isWaived(all) ? [] : [{ what: 'advice' as const }]),
    ...(advice && asksAnswer(advice, high) && advice.answer === null ? [{ what: 'answer' as const }] : []),
    ...(high && (consultedOn === null || consultationAnsweredOn === null) ? [{ what: 'consultation' as const }] : []),
  ]
}

export type Holder = 'owner' | 'dpo' | 'riskOwner' | 'authority'
/** Whose turn it is, and for what: always one, until it is decided. Null: nobody's. */
export type Turn = {
  readonly who: Holder
  readonly what: 'write' | 'rewrite' | 'answer' | 'consult' | 'await' | 'advise' | 'decide' | 'control'
}

export function turnOf(all: Assessment, today: LocalDate): Turn | null {
  const { status, consultedOn, controlOn } = all.record.values
  if (status === 'ended') return null
  if (status === 'withDpo') return { who: 'dpo', what: 'advise' }
  if (status === 'approved') return controlOn !== null && controlOn <= today ? { who: 'dpo', what: 'control' } : null
  if (isWritten(all.record)) return { who: 'owner', what: status === 'returned' ? 'rewrite' : 'write' }
  const missing = gapsOf(all).map(({ what }) => what)
  if (missing.includes('answer')) return { who: 'owner', what: 'answer' }
  if (missing.length === 1 && missing[0] === 'consultation')
    return consultedOn === null ? { who: 'owner', what: 'consult' } : { who: 'authority', what: 'await' }
  return missing.length > 0 ? { who: 'owner', what: 'write' } : { who: 'riskOwner', what: 'decide' }
}

const opened = (record: Dpia): 'draft' | 'changed' => (record.values.approvedAt ? 'changed' : 'draft')
const withStatus = (record: Dpia, status: Dpia['values']['status'], now: Date): Dpia => ({
  ...record,
  values: { ...record.values, status, touchedAt: now },
})

export function sendDpia(all: Assessment, round: Round, actor: Actor, now: Date): With<Round> {
  const { record } = all
  if (!mayKeep(record, actor)) return refuse('notAllowed')
  if (!goesFrom(workflow.send, record.values.status)) return refuse('notNow')
  if (record.values.decision === null) return refuse('notScreened')
  return change<{ record: Dpia; part: Round }, DpiaEvent>(
    { record: withStatus(record, 'withDpo', now), part: { ...round, sentBy: actor.personId, sentAt: now, sentFor: all.stamp } },
    { type: 'dpia.sent' },
  )
}

const openRound = ({ rounds }: Pick<Assessment, 'rounds'>): Round | undefined =>
  rounds.find(({ advisedAt, takenBackAt }) => advisedAt === null && takenBackAt === null)

/** Whoever sent it takes it home again, to write more. */
export function takeHome(all: Assessment, actor: Actor, now: Date): With<Round> {
  const { record } = all
  const round = openRound(all)
  if (!mayKeep(record, actor)) return refuse('notAllowed')
  if (!goesFrom(workflow.takeHome, record.values.status) || !round) return refuse('notNow')
  const next = { record: withStatus(record, opened(record), now), part: { ...round, takenBackAt: now } }
  return change<{ record: Dpia; part: Round }, DpiaEvent>(next, { type: 'dpia.takenHome' })
}

/** The advice is the data protection officer's own: nobody writes it for them. */
export function adviseDpia(all: Assessment, advice: Advice, actor: Actor, now: Date): With<Round> {
  const { record } = all
  const round = openRound(all)
  if (!mayAdvise(actor)) return refuse('notAllowed')
  if (!goesFrom(workflow.advise, record.values.status) || !round) return refuse('notNow')
  const open = (['verdict', 'advice', 'consult'] as const).filter((name) => advice[name] === null)
  if (open.length > 0) return refuse('incomplete', open)
  if (advice.followOn !== null && advice.followOn <= localDate(now)) return refuse('dayPast', ['followOn'])
  const part = { ...round, ...advice, advisedBy: actor.personId, advisedAt: now }
  const next = { record: withStatus(record, advice.verdict === 'moreWork' ? 'returned' : 'toDecide', now), part }
  return change<{ record: Dpia; part: Round }, DpiaEvent>(next, { type: 'dpia.advised' })
}

/** What was done with the advice, or why it is not followed. */
export function answerAdvice(all: Assessment, answer: string | null, actor: Actor, now: Date): With<Round> {
  const { record, rounds } = all
  const [round] = rounds.filter(({ advisedAt }) => advisedAt !== null)
  if (!mayKeep(record, actor)) return refuse('notAllowed')
  if (!round || !goesFrom(workflow.answer, record.values.status)) return refuse('notNow')
  if (answer === null) return refuse('incomplete', ['answer'])
  if (answer === round.answer) return refuse('nothingChanged')
  const part = { ...round, answer, answeredBy: actor.personId, answeredAt: now }
  return change<{ record: Dpia; part: Round }, DpiaEvent>({ record, part }, { type: 'dpia.answered' })
}

/** The controller decides that it goes on without the advice, and says why (S4-080). It holds for what was read. */
export function waiveAdvice(all: Assessment, reason: string | null, actor: Actor, now: Date): With<Round | null> {
  const { record, stamp } = all
  const { status } = record.values
  if (!mayWaive(actor)) return refuse('notAllowed')
  if (!goesFrom(workflow.waive, status)) return refuse('notNow')
  if (reason === null) return refuse('incomplete', ['reason'])
  if (contentGaps(all).length > 0) return refuse('answersMissing')
  const round = openRound(all)
  const waived = { waivedBy: actor.personId, waivedAt: now, waivedReason: reason, waivedFor: stamp }
  const moved = withStatus(record, 'toDecide', now)
  const next = { record: { ...moved, values: { ...moved.values, ...waived } }, part: round ? { ...round, takenBackAt: now } : null }
  return change<{ record: Dpia; part: Round | null }, DpiaEvent>(next, { type: 'dpia.waived' })
}

/** In how many days Datatilsynet answers: eight weeks, which may become six more (Article 36(2)). */
export const consultationDays = 56
export const answerDueOn = (consultedOn: LocalDate): LocalDate => addDays(consultedOn, consultationDays)

/** Prior consultation: when it was sent, under which number, and what came back (Article 36). */
export function consultAuthority(record: Dpia, given: Consultation, actor: Actor, now: Date): Outcome<Dpia, DpiaEvent> {
  const today = localDate(now)
  const { consultedOn, consultationAnsweredOn: answeredOn, consultationAnswer: answer } = given
  if (!mayKeep(record, actor)) return refuse('notAllowed')
  if (!goesFrom(workflow.consult, record.values.status)) return refuse('notNow')
  if (consultedOn === null) return refuse('incomplete', ['consultedOn'])
  if (consultedOn > today) return refuse('dayAhead', ['consultedOn'])
  if (answeredOn !== null && answeredOn > today) return refuse('dayAhead', ['consultationAnsweredOn'])
  if (answeredOn !== null && answeredOn < consultedOn) return refuse('answerBefore', ['consultationAnsweredOn'])
  if ((answeredOn === null) !== (answer === null))
    return refuse('incomplete', [answeredOn === null ? 'consultationAnsweredOn' : 'consultationAnswer'])
  return change<Dpia, DpiaEvent>({ ...record, values: { ...record.values, ...given } }, { type: 'dpia.consulted' })
}

/** After how many months it is checked again, where nothing else is said: sooner where something was not as described. */
const nextMonths = { asDescribed: 12, deviates: 3 } as const

/** The data protection officer checks that it is carried out. What is not as described opens it again (S4-080). */
export function controlDpia(record: Dpia, control: Control, actor: Actor, now: Date): With<Control> {
  const today = localDate(now)
  const { controlledOn, result, findings, nextOn } = control
  if (!mayAdvise(actor)) return refuse('notAllowed')
  if (!goesFrom(workflow.control, record.values.status)) return refuse('notNow')
  if (controlledOn === null || result === null || findings === null)
    return refuse(
      'incomplete',
      (['controlledOn', 'result', 'findings'] as const).filter((name) => control[name] === null),
    )
  if (controlledOn > today) return refuse('dayAhead', ['controlledOn'])
  if (nextOn !== null && nextOn <= today) return refuse('dayPast', ['nextOn'])
  const controlOn = nextOn ?? addMonths(today, nextMonths[result])
  const status = result === 'deviates' ? 'changed' : record.values.status
  const next = { ...record, values: { ...record.values, controlOn, status } }
  return change<{ record: Dpia; part: Control }, DpiaEvent>(
    { record: next, part: { ...control, by: actor.personId } },
    { type: result === 'deviates' ? 'dpia.deviated' : 'dpia.controlled' },
  )
}
