import type { Actor } from '../../../kernel/actor.ts'
import type { Profile } from '../../organisation/public.ts'
import { clockRuns } from '../clock.ts'
import type { Action, Deviation, Part } from '../deviation.ts'
import { jointRoles, type Standing } from '../permissions.ts'

export const stepKinds = [
  'answer',
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
  'decideSubjects',
  'informSubjects',
  'document',
  'propose',
  'close',
] as const
export type StepKind = (typeof stepKinds)[number]
/** `post`: one press does it. */
export type Step = { readonly kind: StepKind; readonly href: string; readonly post?: true }

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
 * work; containment and assessment stand side by side from the first minute (S3-24).
 */
export function nextStep(view: Seen, actor: Actor): NextStep {
  if (view.deviation.status === 'closed') return { kind: 'done' }
  const [step, also] = open(view, actor)
  return step ? { kind: 'step', step, also: step.kind === 'contain' ? (also ?? null) : null } : { kind: 'wait' }
}

function open({ deviation: d, profile, parts, actions, standing }: Seen, actor: Actor): readonly Step[] {
  const may = (action: Action) => actions.includes(action)
  const at = (path: string) => `/avvik/${d.id}/${path}`
  const running = clockRuns(d)
  const assessed = d.assessedAt !== null
  const signed = profile.assessment.jointly.filter((role) => d.signOffs.some((signOff) => signOff.role === role))
  const mine = jointRoles(actor, profile, standing).filter((role) => !signed.includes(role as never))
  const jointDone = signed.length === profile.assessment.jointly.length
  const question = d.inquiries.find((one) => one.answeredAt === null && !one.toReporter && one.personId === actor.personId)
  const unclear = d.handling.reality === null || d.handling.extent === null || d.handling.proposedMeasures === null
  const joint = running && profile.assessment.jointly.length > 0

  const steps: Step[] = []
  const add = (kind: StepKind, href: string, when: boolean, post?: true) => when && steps.push(post ? { kind, href, post } : { kind, href })
  add('answer', at(`sporsmal/${question?.id}`), question !== undefined)
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
  add('supplement', at('datatilsynet'), d.authorityTrack === 'preliminary' && parts.has('sender'))
  if (steps.length > 0 || !settled(d)) return steps

  const undocumented = running && [d.closing.circumstances, d.closing.volume, d.closing.actualEffects, d.closing.correction].includes(null)
  const byMemo = running && profile.closing.memo === 'required'
  // S3-14: what was handed to the leader is the leader's to close.
  const leaders = d.triage === 'internal' && profile.assessment.leaderClosesInternal && !parts.has('leader')
  add('close', at('lukking'), d.status === 'proposed' && may('close'))
  add('document', at('dokumentasjon'), undocumented && may('edit') && !leaders)
  add('propose', at('lukking'), byMemo && may('proposeClosing'))
  add('close', at('lukking'), !byMemo && !leaders && may('close'))
  return steps
}

/** Nothing more is owed to anybody outside. */
const settled = ({ authorityTrack, subjectsTrack }: Deviation): boolean =>
  !['undecided', 'owed', 'preliminary'].includes(authorityTrack) && !['undecided', 'owed'].includes(subjectsTrack)
