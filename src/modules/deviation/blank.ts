import { emptyValues } from '../../kernel/fields.ts'
import type { Deviation } from './deviation.ts'
import { assessmentFields } from './fields-assessment.ts'
import { closingFields } from './fields-closing.ts'
import { handlingFields } from './fields-handling.ts'
import { reportFields } from './fields-report.ts'

type Beginning = Pick<Deviation, 'id' | 'organisationId' | 'profileVersion' | 'language' | 'channel' | 'createdAt'>

/** A case before its first word. */
export const blankDeviation = (beginning: Beginning): Deviation => ({
  ...beginning,
  version: 1,
  status: 'draft',
  year: null,
  number: null,
  receivedAt: null,
  urgent: false,
  awareAt: null,
  awareBy: null,
  awareReason: null,
  extentConfirmedAt: null,
  notifyBy: null,
  notifyByAssumed: false,
  regimeDue: null,
  authorityTrack: 'undecided',
  authorityNotifiedAt: null,
  subjectsTrack: 'undecided',
  subjectsInformedAt: null,
  queueRoles: [],
  accessRoles: [],
  accessPersons: [],
  takenBy: null,
  takenAt: null,
  triage: null,
  closedAt: null,
  openOrders: 0,
  breach: null,
  mergedInto: null,
  mergedAt: null,
  mergeUndo: null,
  redactedFields: [],
  report: emptyValues(reportFields),
  handling: emptyValues(handlingFields),
  assessment: emptyValues(assessmentFields),
  assessedBy: null,
  assessedAt: null,
  assessedOn: null,
  reasonFor: null,
  closing: emptyValues(closingFields),
  documentedOn: null,
  memoOn: null,
  ticks: [],
  signOffs: [],
  measures: [],
  inquiries: [],
  decisions: [],
  regimes: [],
})
