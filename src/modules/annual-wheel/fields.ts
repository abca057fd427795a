import type { Fields } from '../../kernel/fields.ts'

/** The ten items of management's review, in the order of the agenda (S4-176 to S4-185). */
export const agenda = [
  'audits',
  'deviations',
  'inspections',
  'laws',
  'data',
  'threats',
  'incidents',
  'organisation',
  'buildings',
  'plans',
] as const

const note = { kind: 'text', max: 4000, long: true, guard: true, group: 'agenda' } as const
const part = { kind: 'text', max: 6000, long: true, guard: true, group: 'minutes' } as const
const decision = { kind: 'choice', of: ['keep', 'change'], group: 'minutes' } as const
const reason = { kind: 'text', max: 1000, long: true, group: 'minutes' } as const

export const reviewFields = {
  name: { kind: 'text', max: 160, required: true, group: 'plan' },
  heldOn: { kind: 'date', required: true, group: 'plan' },
  periodFrom: { kind: 'date', required: true, group: 'plan' },
  periodTo: { kind: 'date', required: true, group: 'plan' },
  place: { kind: 'text', max: 160, group: 'plan' },
  participants: { kind: 'references', group: 'plan' },
  auditsNote: note,
  deviationsNote: note,
  inspectionsNote: note,
  lawsNote: note,
  dataNote: note,
  threatsNote: note,
  incidentsNote: note,
  organisationNote: note,
  buildingsNote: note,
  plansNote: note,
  statusSummary: part,
  securityJudgement: part,
  furtherMeasures: part,
  goalsDecision: decision,
  goalsReason: reason,
  strategyDecision: decision,
  strategyReason: reason,
  organisationDecision: decision,
  organisationReason: reason,
} as const satisfies Fields
/** The columns of the table: what follows from its deeds is not asked. */
export const reviewRecordFields = {
  ...reviewFields,
  state: { kind: 'choice', of: ['planned', 'approved'] },
  frozenAt: { kind: 'instant' },
  approvedAt: { kind: 'instant' },
  approvedBy: { kind: 'reference' },
} as const satisfies Fields

/** What minutes must say: the three parts (S4-174), and a decision on each of the three documents (S4-175). */
export const threeParts = ['statusSummary', 'securityJudgement', 'furtherMeasures'] as const
export const threeDecisions = ['goalsDecision', 'strategyDecision', 'organisationDecision'] as const

/** The pages of a review by the last word of their address. */
export const partPages = { plan: 'plan', merknader: 'agenda', referat: 'minutes' } as const

export const itemFields = {
  name: { kind: 'text', max: 160, required: true },
  review: { kind: 'reference', required: true },
  content: { kind: 'text', max: 6000, long: true, guard: true },
} as const satisfies Fields

export const decisionFields = {
  name: { kind: 'text', max: 300, required: true },
  review: { kind: 'reference', required: true },
  owner: { kind: 'reference', required: true },
  dueOn: { kind: 'date', required: true },
  closedOn: { kind: 'date', past: true },
  outcome: { kind: 'text', max: 2000, long: true, sometimes: true },
} as const satisfies Fields

export const dpoReportFields = {
  name: { kind: 'text', max: 160, required: true },
  periodFrom: { kind: 'date', required: true },
  periodTo: { kind: 'date', required: true },
  summary: { kind: 'text', max: 8000, long: true, guard: true, sometimes: true },
  advice: { kind: 'text', max: 8000, long: true, guard: true },
} as const satisfies Fields
export const dpoReportRecordFields = { ...dpoReportFields, deliveredOn: { kind: 'date', past: true } } as const satisfies Fields
