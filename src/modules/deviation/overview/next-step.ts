import type { Actor } from '../../../kernel/actor.ts'
import { hoursAfter } from '../../../kernel/calendar/calendar.ts'
import { announcementWaits } from '../announced.ts'
import { clockBasis, clockRuns } from '../clock.ts'
import { closingGaps, mayEditClosing } from '../closing/rules.ts'
import type { Action, Deviation, Part } from '../deviation.ts'
import { jointRoles, type Standing } from '../permissions.ts'
import type { Profile } from '../profile.ts'
import { nearestClock, type RegimeWait, type RunningClock, regimeWaits } from '../regime-clock.ts'
import { standingSignOffs } from '../rests.ts'

export const stepKinds = [
  'answer',
  'settleData',
  'take',
  'contain',
  'assess',
  'clarify',
  'signOff',
  'decideBreach',
  'triage',
  'decideAuthority',
  'notifyAuthority',
  'supplement',
  'followOrder',
  'decideSubjects',
  'informSubjects',
  'announce',
  'regime',
  'document',
  'memo',
  'propose',
  'close',
] as const
export type StepKind = (typeof stepKinds)[number]
/** `post`: one press does it. `other`: what waits by other rules than the GDPR. */
export type Step = { readonly kind: StepKind; readonly href: string; readonly post?: true; readonly other?: RegimeWait }

/** `wait`: others have it now. `done`: closed. */
export type NextStep =
  | { readonly kind: 'step'; readonly step: Step; readonly also: Step | null }
  | { readonly kind: 'wait' }
  | { readonly kind: 'done' }

type Seen = {
  readonly deviation: Deviation
  readonly profile: Profile
  readonly parts: ReadonlySet<Part>
  readonly actions: readonly Action[]
  readonly standing: Standing
}

/**
 * What this person should do in the case now: one thing, and beside it one that does not wait for it. In the order of the
 * work; containment and assessment stand side by side from the first minute (S3-24). What the nearest clock waits for comes first when it
 * is past its time, whichever rules it is of.
 */
export function nextStep(view: Seen, actor: Actor, now: Date): NextStep {
  const { deviation } = view
  const clock = nearestClock(deviation, view.profile)
  const other = otherStep(view, clock)
  if (deviation.status === 'closed') return other ? { kind: 'step', step: other, also: null } : { kind: 'done' }
  const steps = withOther(open(view, actor), other, clock, now)
  const overdue = isOverdue(view, now)
  const waits = (step: Step) => Number(clock?.other ? step === other : waitedFor(step))
  const [step, also] = overdue ? [...steps].sort((a, b) => waits(b) - waits(a)) : steps
  const beside =
    step?.kind === 'contain' ? also : overdue || step === other ? steps.find((one) => one.kind === 'contain' && one !== step) : undefined
  return step ? { kind: 'step', step, also: beside ?? null } : { kind: 'wait' }
}

/** The nearest of its clocks is past. */
export const isOverdue = ({ deviation, profile }: Pick<Seen, 'deviation' | 'profile'>, now: Date): boolean => {
  const clock = nearestClock(deviation, profile)
  return clock !== null && clock.due < now
}

/** What other rules wait for, where whoever asks may see to it. */
function otherStep({ deviation, profile, actions }: Seen, clock: RunningClock | null): Step | null {
  const other = clock?.other ?? regimeWaits(deviation, profile)[0]
  if (!other || !actions.includes('answerRegime')) return null
  return { kind: 'regime', href: `/avvik/${deviation.id}/regelverk/${other.regime}`, other }
}

/** Days before it is due, what other rules wait for stands in front of the work that has no clock as near; before that, behind it. */
const nearHours = 72
const quick: readonly StepKind[] = ['answer', 'settleData', 'take']

function withOther(steps: readonly Step[], other: Step | null, clock: RunningClock | null, now: Date): readonly Step[] {
  if (!other) return steps
  const near = clock?.other !== undefined && clock.other !== null && clock.due <= hoursAfter(now, nearHours)
  const [first, rest] = [steps.filter(({ kind }) => quick.includes(kind)), steps.filter(({ kind }) => !quick.includes(kind))]
  return near ? [...first, other, ...rest] : [...steps, other]
}

/** What stands between the case and telling Datatilsynet. */
const waitedFor = ({ kind }: Step): boolean => ['answer', 'settleData', 'assess', 'decideAuthority', 'notifyAuthority'].includes(kind)

function open({ deviation: d, profile, parts, actions, standing }: Seen, actor: Actor): readonly Step[] {
  const may = (action: Action) => actions.includes(action)
  const at = (path: string) => `/avvik/${d.id}/${path}`
  const running = clockRuns(d)
  const assessed = d.assessedAt !== null
  const valid = standingSignOffs(d)
  const signed = profile.assessment.jointly.filter((role) => valid.some((signOff) => signOff.role === role))
  const mine = jointRoles(actor, profile, standing).filter((role) => !signed.includes(role as never))
  const jointDone = signed.length === profile.assessment.jointly.length
  const question = d.inquiries.find((one) => one.answeredAt === null && !one.toReporter && one.personId === actor.personId)
  const unclear = d.handling.reality === null || d.handling.extent === null || d.handling.proposedMeasures === null
  const joint = running && profile.assessment.jointly.length > 0

  const steps: Step[] = []
  const add = (kind: StepKind, href: string, when: boolean, post?: true) => when && steps.push(post ? { kind, href, post } : { kind, href })
  add('answer', at(`sporsmal/${question?.id}`), question !== undefined)
  // The one question that settles an assumed clock comes before everything that the clock asks for.
  add('settleData', at('personopplysninger'), clockBasis(d) === 'assumed' && may('edit'))
  add('take', at('behandler'), d.status === 'received' && may('take'), true)
  add('contain', at('behandling/stans'), d.handling.contained === null && may('edit'))
  add('assess', at('vurdering'), running && !assessed && may('assess'))
  add('clarify', at('behandling'), joint && assessed && !jointDone && unclear && may('edit'))
  add('signOff', at('signering'), joint && assessed && !unclear && mine.length > 0 && may('signOff'))
  add('decideBreach', at('brudd'), d.breach === null && d.report.personalData !== 'no' && (assessed || !running) && may('decideBreach'))
  // What must be told to Datatilsynet is not the leader's to close: there is nothing to choose (S3-14).
  const choice = profile.assessment.leaderClosesInternal && d.triage === null && ['undecided', 'notOwed'].includes(d.authorityTrack)
  add('triage', at('veivalg'), choice && (assessed || !running) && may('triage'))
  add(
    'decideAuthority',
    at('varsling'),
    running && assessed && d.authorityTrack === 'undecided' && (!joint || jointDone) && may('decideAuthority'),
  )
  add('notifyAuthority', at('datatilsynet'), d.authorityTrack === 'owed' && parts.has('sender'))
  add('decideSubjects', at('informering'), running && assessed && d.subjectsTrack === 'undecided' && may('decideSubjects'))
  add('informSubjects', at('berorte'), d.subjectsTrack === 'owed' && (parts.has('drafter') || parts.has('signer')))
  add('announce', at('kunngjoring'), announcementWaits(d) && may('edit'))
  add('supplement', at('datatilsynet'), d.authorityTrack === 'preliminary' && parts.has('sender'))
  add('followOrder', at('datatilsynet'), d.openOrders > 0 && (parts.has('sender') || parts.has('assessor') || parts.has('decider')))
  if (steps.length > 0) return steps

  // Nothing says that the case may be closed while something is missing: what is missing is the next step.
  const byMemo = running && profile.closing.memo === 'required'
  // S3-14: what was handed to the leader is the leader's to close.
  const leaders = d.triage === 'internal' && profile.assessment.leaderClosesInternal && !parts.has('leader')
  const gaps = closingGaps(d, profile, d.status !== 'proposed').map((gap) => gap.code)
  const texts = gaps.filter((code) => ['documentation', 'documentationOld', 'lessons'].includes(code))
  const ready = gaps.length === 0
  add('close', at('lukking'), d.status === 'proposed' && ready && may('close'))
  add('document', at('dokumentasjon'), texts.length > 0 && (assessed || !running) && mayEditClosing(d, parts) && !leaders)
  add('memo', at('notat'), texts.length === 0 && gaps.some((code) => code === 'memo' || code === 'memoOld') && may('edit'))
  add('propose', at('lukking'), byMemo && ready && may('proposeClosing'))
  add('close', at('lukking'), !byMemo && ready && !leaders && may('close'))
  return steps
}
