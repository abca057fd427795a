import type { Texts } from './texts.nb.ts'

export const en: Texts = {
  title: 'Action plan',
  lead: 'All measures in one place: from deviations, risk analyses, DPIAs, agreements, audits, inspections, internal control and management’s decisions. You see those of the records that you may open. Change and close a measure where it belongs.',
  none: 'No measures to show',
  noneText: 'What somebody enters in a deviation, a risk analysis or another register comes here by itself.',
  columns: {
    what: 'Measure',
    about: 'Concerns',
    source: 'Comes from',
    owner: 'Responsible',
    unit: 'Unit',
    due: 'Due',
    state: 'Status',
    decidedBy: 'Decided by',
    decidedOn: 'Decided on',
    evidence: 'What shows that it is done',
  },
  states: { open: 'Not done', late: 'Overdue', done: 'Done', notDone: 'Not done (overdue as well)' },
  views: { all: 'All measures', late: 'Overdue', own: 'Mine' },
  until: 'Due by',
  search: 'Words from the measure, or what it concerns',
  nobody: 'Nobody',
  noDay: 'No day',
  inRecord: 'Stands in the case',
  events: { 'actionPlan.listed': () => 'Action plan shown', 'actionPlan.exported': () => 'Action plan downloaded' },
}
