import { type Actor, hasRole, worksAs } from '../../kernel/actor.ts'
import { localDate } from '../../kernel/calendar/calendar.ts'
import { change, type Outcome, type Refusal, refuse } from '../../kernel/change.ts'
import { changed, isEmpty } from '../../kernel/fields.ts'
import { goesFrom, openActions, plays } from '../../kernel/workflow.ts'
import { registerRules } from '../../register/rules.ts'
import type { Answers, Camera, CameraEvent, Deed, Gap, Part, Status } from './camera.ts'
import { cameraFields, namesOf, type Question, recordFields } from './fields.ts'
import type { CameraProfile } from './profile.ts'
import { editWorkflow, workflow } from './workflow.ts'

type CameraOutcome = Outcome<Camera, CameraEvent>

/** Those who register some camera: one that is to be put up, or one that others have put up and that has been found. */
export const mayAdd = (actor: Actor): boolean =>
  actor.leads.length > 0 || hasRole(actor, 'property', 'unitHead', 'leader', 'itHead', 'ciso', 'dpo', 'privacyContact', 'admin')

/** A head or a leader does it for the own units; the others for all. */
export const mayRegister = ({ unit }: Pick<Answers, 'unit'>, actor: Actor, { registrars }: CameraProfile): boolean =>
  registrars.some((role) =>
    role === 'unitHead' || role === 'leader' ? hasRole(actor, role) && unit !== null && actor.leads.includes(unit) : worksAs(actor, role),
  )
/** What was found is everybody's to correct who may register one; the others are those of whoever puts cameras up. */
export const mayEdit = ({ values }: Pick<Camera, 'values'>, actor: Actor, profile: CameraProfile): boolean =>
  values.status === 'unauthorised' ? mayAdd(actor) : mayRegister(values, actor, profile)
export const mayApprove = ({ unit }: Pick<Answers, 'unit'>, actor: Actor, { approvers }: CameraProfile): boolean =>
  approvers.some((role) =>
    role === 'unitHead' ? hasRole(actor, role) && unit !== null && actor.leads.includes(unit) : worksAs(actor, role),
  )

/** A camera has a purpose, said in words where it is another (S4-186); one that was found has its owner's, which nobody here knows. */
export function wrongIn({ origin, purposes, otherPurpose }: Answers): Refusal | null {
  if (origin === 'ours' && purposes.length === 0) return refuse('purposeMissing', ['purposes'])
  return purposes.includes('other') && otherPurpose === null ? refuse('otherMissing', ['otherPurpose']) : null
}
const plain = registerRules('camera', recordFields, { mayAdd, mayEdit: () => true, refuses: wrongIn })

const nothingDecided = { approvedAt: null, approvedBy: null, decision: null, activeOn: null, removedOn: null, reportedOn: null }

/** What is to be put up is registered by those whom the profile lets; what others have put up, by whoever found it (S2-66). */
export function addCamera(id: string, values: Answers, actor: Actor, profile: CameraProfile): CameraOutcome {
  const isFound = values.origin === 'found'
  if (mayAdd(actor) && !isFound && !mayRegister(values, actor, profile)) return refuse('onlyRegistrars', ['origin'])
  return plain.add(id, { ...nothingDecided, ...values, status: isFound ? 'unauthorised' : 'planned' }, actor)
}

/** A decision rests on these: said otherwise, it must be approved again. */
const restsOn: readonly Question[] = [
  ...(['unit', 'area', 'kind', 'purposes', 'otherPurpose', ...namesOf('alternatives'), 'justification', 'basis', 'lawReference'] as const),
  ...(['recognisable', 'systematic', 'largeScale', 'publicPlace', 'workplace'] as const),
  ...(['mode', 'sound', 'soundReason', 'hours', 'masked', 'retentionDays', 'retentionReason', 'erase'] as const),
]
const falls = (status: Status | null) => Object.values(editWorkflow).find((step) => goesFrom<Status, Part>(step, status))?.to

export function editCamera(record: Camera, values: Answers, actor: Actor, profile: CameraProfile): CameraOutcome {
  if (!mayEdit(record, actor, profile)) return refuse('notAllowed')
  const { status } = record.values
  if (status === 'removed') return refuse('notNow')
  if (status === 'unauthorised' && values.origin !== 'found') return refuse('adoptInstead', ['origin'])
  if (status !== 'unauthorised' && values.origin !== 'ours') return refuse('oursAlready', ['origin'])
  // Another unit's camera is not taken over by whoever leads this one.
  if (status !== 'unauthorised' && !mayRegister(values, actor, profile)) return refuse('onlyRegistrars', ['unit'])
  const fields = changed(cameraFields, record.values, values)
  if (fields.length === 0) return refuse('nothingChanged')
  const isOther = fields.some((name) => restsOn.includes(name))
  const next = (isOther && falls(status)) || status
  const outcome = plain.edit(record, { ...record.values, ...values, status: next }, actor)
  return outcome.ok ? change<Camera, CameraEvent>(outcome.next, { type: 'camera.edited', fields }) : outcome
}

/** Systematic surveillance of a publicly accessible area on a large scale (Article 35(3)(c); S4-187, and criterion H3 of S3-30). */
export const needsDpia = ({ systematic, largeScale, publicPlace }: Pick<Answers, 'systematic' | 'largeScale' | 'publicPlace'>): boolean =>
  systematic === 'yes' && largeScale === 'yes' && publicPlace === 'yes'

/** Kept longer than the norm: then there is a reason for just this camera. */
export const isBeyondNorm = ({ retentionDays }: Pick<Answers, 'retentionDays'>, { normDays }: CameraProfile): boolean =>
  retentionDays !== null && retentionDays > normDays

/**
 * What is missing, in the order of the questions. `dpiaApproved`: the assessment it names is carried out and approved. A dummy comes under
 * the same rules (popplyl. § 31), but keeps nothing and shows nobody anything.
 */
export function gapsOf(values: Answers, profile: CameraProfile, dpiaApproved: boolean): readonly Gap[] {
  const isReal = values.kind !== 'dummy'
  const keeps = isReal && values.mode !== 'live'
  const tried = namesOf('alternatives').filter((name) => name !== 'alternativesWhy')
  const missing = (field: Question, when = true, before: Gap['before'] = 'approval'): readonly Gap[] =>
    when && isEmpty(values[field]) ? [{ field, because: 'missing', before }] : []
  return [
    ...[...missing('area'), ...missing('kind'), ...missing('recognisable'), ...missing('systematic')],
    ...[...missing('largeScale'), ...missing('publicPlace'), ...missing('workplace')],
    ...(!needsDpia(values) || dpiaApproved
      ? []
      : ([{ field: 'dpia', because: values.dpia === null ? 'dpia' : 'dpiaOpen', before: 'use' }] as const)),
    ...(tried.every((name) => values[name] === null)
      ? ([{ field: 'altLighting', because: 'alternatives', before: 'approval' }] as const)
      : []),
    ...tried.flatMap((field): readonly Gap[] => (values[field] === 'enough' ? [{ field, because: 'enough', before: 'approval' }] : [])),
    ...[...missing('alternativesWhy'), ...missing('justification'), ...missing('basis')],
    ...missing('lawReference', values.basis === 'publicTask' || values.basis === 'legalObligation'),
    ...missing('consultedOn', values.workplace === 'yes', 'use'),
    ...[...missing('mode', isReal), ...missing('sound', isReal), ...missing('soundReason', isReal && values.sound === 'yes')],
    ...[...missing('retentionDays', keeps), ...missing('erase', keeps)],
    ...(keeps && isBeyondNorm(values, profile) && values.retentionReason === null
      ? ([{ field: 'retentionReason', because: 'retention', before: 'approval' }] as const)
      : []),
    ...(isReal && values.viewers.length === 0 ? missing('viewersText') : []),
    ...missing('signOn', true, 'use'),
  ]
}

/** Which deeds whoever asks may do now: the same answer shows the button. */
export const openDeeds = ({ values }: Pick<Camera, 'values'>, actor: Actor, profile: CameraProfile): readonly Deed[] =>
  values.status === null ? [] : openActions(workflow, values.status, partsOf(values, actor, profile))

function partsOf(values: Camera['values'], actor: Actor, profile: CameraProfile): ReadonlySet<Part> {
  const leads = values.unit !== null && actor.leads.includes(values.unit)
  return new Set<Part>([
    ...(mayApprove(values, actor, profile) ? (['approver'] as const) : []),
    ...(mayRegister(values, actor, profile) ? (['registrar'] as const) : []),
    // Whoever answers for the area takes down what nobody has allowed.
    ...(leads && values.status === 'unauthorised' ? (['areaLeader'] as const) : []),
  ])
}
const gate = ({ values }: Camera, deed: Deed, actor: Actor, profile: CameraProfile): Refusal | null => {
  if (!plays(workflow[deed], partsOf(values, actor, profile))) return refuse('notAllowed')
  return goesFrom(workflow[deed], values.status) ? null : refuse('notNow')
}

/** What stops an approval, or the use; the worst first. */
function stops(gaps: readonly Gap[], before: readonly Gap['before'][]): Refusal | null {
  const open = gaps.filter((gap) => before.includes(gap.before))
  const [first] = open
  if (!first) return null
  if (open.some(({ because }) => because === 'enough')) return refuse('alternativeEnough')
  if (open.some(({ because }) => because === 'alternatives')) return refuse('alternativesMissing')
  if (open.some(({ because }) => because === 'dpia' || because === 'dpiaOpen')) return refuse('dpiaMissing')
  return refuse('answersMissing')
}

/** Decided by whoever the profile says. One that films already goes on once it is approved again. */
export function approveCamera(
  record: Camera,
  gaps: readonly Gap[],
  decision: string,
  by: Actor,
  now: Date,
  profile: CameraProfile,
): CameraOutcome {
  const isRunning = record.values.status === 'changed'
  const stopped = gate(record, 'approve', by, profile) ?? stops(gaps, isRunning ? ['approval', 'use'] : ['approval'])
  if (stopped) return stopped
  const status = isRunning ? ('active' as const) : ('approved' as const)
  const values = { ...record.values, status, approvedAt: now, approvedBy: by.personId, decision }
  return change<Camera, CameraEvent>({ ...record, values }, { type: 'camera.approved' })
}

export function activateCamera(record: Camera, gaps: readonly Gap[], actor: Actor, now: Date, profile: CameraProfile): CameraOutcome {
  const stopped = gate(record, 'activate', actor, profile) ?? stops(gaps, ['approval', 'use'])
  if (stopped) return stopped
  const values = { ...record.values, status: 'active' as const, activeOn: localDate(now) }
  return change<Camera, CameraEvent>({ ...record, values }, { type: 'camera.activated' })
}

export function turnOffCamera(record: Camera, actor: Actor, profile: CameraProfile): CameraOutcome {
  const stopped = gate(record, 'turnOff', actor, profile)
  if (stopped) return stopped
  // What was changed while it filmed has not been approved.
  const status = record.values.status === 'changed' ? ('planned' as const) : ('off' as const)
  return change<Camera, CameraEvent>({ ...record, values: { ...record.values, status } }, { type: 'camera.turnedOff' })
}

export function removeCamera(record: Camera, actor: Actor, now: Date, profile: CameraProfile): CameraOutcome {
  const stopped = gate(record, 'remove', actor, profile)
  if (stopped) return stopped
  const values = { ...record.values, status: 'removed' as const, removedOn: localDate(now) }
  return change<Camera, CameraEvent>({ ...record, values }, { type: 'camera.removed' })
}

/** One that was found is to stay: it becomes planned, and is judged as any other. */
export function adoptCamera(record: Camera, actor: Actor, profile: CameraProfile): CameraOutcome {
  const stopped = gate(record, 'adopt', actor, profile)
  if (stopped) return stopped
  const values = { ...record.values, origin: 'ours' as const, status: 'planned' as const }
  return wrongIn(values) ?? change<Camera, CameraEvent>({ ...record, values }, { type: 'camera.adopted' })
}

/** A report of the deviation has been begun: that a camera hangs there which nobody may put up (S2-66). */
export function reportCamera(record: Camera, actor: Actor, now: Date): CameraOutcome {
  if (!mayAdd(actor)) return refuse('notAllowed')
  if (record.values.status !== 'unauthorised') return refuse('notNow')
  if (record.values.reportedOn !== null) return refuse('nothingChanged')
  return change<Camera, CameraEvent>({ ...record, values: { ...record.values, reportedOn: localDate(now) } }, { type: 'camera.reported' })
}
