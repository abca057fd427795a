import type { Fields } from '../../kernel/fields.ts'
import { informationClasses } from '../organisation/public.ts'

/** Where a requirement comes from (S4-015). */
export const sources = ['law', 'contract', 'privacy', 'ethics'] as const
export const documentKinds = ['goals', 'strategy', 'organisation', 'responsibility', 'contingencyPlan', 'other'] as const
export const grades = ['major', 'minor', 'improvement'] as const
export const activityKinds = ['questionnaire', 'training', 'exercise', 'planReview', 'campaign', 'other'] as const
/** What makes an outage a major one (S4-099). */
export const outageCriteria = ['considerableDisturbance', 'consequentialDamage'] as const

export const requirementFields = {
  name: { kind: 'text', max: 160, required: true },
  source: { kind: 'choice', of: sources, required: true },
  reference: { kind: 'text', max: 300 },
  content: { kind: 'text', max: 4000, long: true },
  measures: { kind: 'text', max: 4000, long: true },
  routine: { kind: 'text', max: 1000, long: true },
  evidence: { kind: 'text', max: 2000, long: true },
  systems: { kind: 'references' },
  unit: { kind: 'reference' },
  owner: { kind: 'reference' },
  inForce: { kind: 'choice', of: ['yes', 'no'], required: true },
} as const satisfies Fields

export const auditFields = {
  name: { kind: 'text', max: 160, required: true },
  kind: { kind: 'choice', of: ['internal', 'external'], required: true },
  plannedOn: { kind: 'date', required: true },
  leader: { kind: 'reference' },
  team: { kind: 'references' },
  units: { kind: 'references' },
  independence: { kind: 'text', max: 2000, long: true, guard: true, sometimes: true },
  scope: { kind: 'text', max: 4000, long: true },
  heldOn: { kind: 'date', past: true },
  results: { kind: 'text', max: 8000, long: true, guard: true },
  conclusions: { kind: 'text', max: 4000, long: true, guard: true },
} as const satisfies Fields

/** What must be done, by whom and when: the same questions wherever something is followed up. */
const followUp = {
  action: { kind: 'text', max: 2000, long: true, sometimes: true },
  owner: { kind: 'reference', sometimes: true },
  dueOn: { kind: 'date', sometimes: true },
  closedOn: { kind: 'date', past: true },
  outcome: { kind: 'text', max: 2000, long: true, sometimes: true },
} as const satisfies Fields

export const findingFields = {
  name: { kind: 'text', max: 160, required: true },
  audit: { kind: 'reference', required: true },
  grade: { kind: 'choice', of: grades, required: true },
  found: { kind: 'text', max: 4000, long: true, guard: true },
  action: followUp.action,
  owner: followUp.owner,
  dueOn: followUp.dueOn,
  outcome: followUp.outcome,
  doneOn: { kind: 'date', past: true },
  effect: { kind: 'text', max: 2000, long: true, sometimes: true },
  closedOn: followUp.closedOn,
} as const satisfies Fields

export const inspectionFields = {
  name: { kind: 'text', max: 160, required: true },
  kind: { kind: 'choice', of: ['public', 'internal'], required: true },
  authority: { kind: 'text', max: 160 },
  heldOn: { kind: 'date', past: true, required: true },
  unit: { kind: 'reference' },
  reference: { kind: 'text', max: 120 },
  result: { kind: 'text', max: 8000, long: true, guard: true },
  ...followUp,
} as const satisfies Fields

export const documentFields = {
  name: { kind: 'text', max: 160, required: true },
  kind: { kind: 'choice', of: documentKinds, required: true },
  content: { kind: 'text', max: 20000, long: true, sometimes: true },
  place: { kind: 'text', max: 300 },
  owner: { kind: 'reference' },
  informationClasses: { kind: 'choices', of: informationClasses },
  edition: { kind: 'text', max: 40 },
  inForce: { kind: 'choice', of: ['yes', 'no'], required: true },
} as const satisfies Fields
/** The columns of the table: who approved it is not asked, it follows from the approval. */
export const documentRecordFields = {
  ...documentFields,
  approvedAt: { kind: 'instant' },
  approvedBy: { kind: 'reference' },
} as const satisfies Fields

/** How it goes with an objective: said by whoever owns it, on a day. */
export const objectiveStates = ['notStarted', 'underWay', 'behind', 'reached'] as const
export const objectiveFields = {
  name: { kind: 'text', max: 160, required: true },
  content: { kind: 'text', max: 4000, long: true },
  document: { kind: 'reference' },
  owner: { kind: 'reference' },
  measures: { kind: 'references', sometimes: true },
  activities: { kind: 'references' },
  measured: { kind: 'text', max: 2000, long: true },
  state: { kind: 'choice', of: objectiveStates, required: true },
  assessedOn: { kind: 'date', past: true, sometimes: true },
  assessment: { kind: 'text', max: 4000, long: true, guard: true },
} as const satisfies Fields

export const exerciseFields = {
  name: { kind: 'text', max: 160, required: true },
  plan: { kind: 'reference', required: true },
  heldOn: { kind: 'date', past: true, required: true },
  leader: { kind: 'reference' },
  scenario: { kind: 'text', max: 2000, long: true },
  result: { kind: 'text', max: 4000, long: true, guard: true },
} as const satisfies Fields

export const meetingFields = {
  name: { kind: 'text', max: 160, required: true },
  unit: { kind: 'reference', required: true },
  heldOn: { kind: 'date', past: true, required: true },
  notes: { kind: 'text', max: 4000, long: true, guard: true },
} as const satisfies Fields

export const activityFields = {
  name: { kind: 'text', max: 160, required: true },
  kind: { kind: 'choice', of: activityKinds, required: true },
  dueOn: { kind: 'date', required: true },
  every: { kind: 'choice', of: ['once', '1', '3', '6', '12'], required: true },
  responsible: { kind: 'reference' },
  units: { kind: 'references', sometimes: true },
  description: { kind: 'text', max: 4000, long: true },
  doneOn: { kind: 'date', past: true },
  outcome: { kind: 'text', max: 4000, long: true, guard: true, sometimes: true },
} as const satisfies Fields

export const outageFields = { criteria: { kind: 'choices', of: outageCriteria, required: true } } as const satisfies Fields
