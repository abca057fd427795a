import { localDate } from '../../kernel/calendar/calendar.ts'
import { get, type May, post, type Route } from '../../kernel/http.ts'
import { isId } from '../../kernel/ids.ts'
import type { Linked } from '../../kernel/link.ts'
import { registerPages, versionedIn } from '../../register/pages.tsx'
import type { Beside } from '../../register/view.ts'
import {
  addActivity,
  addAudit,
  addDocument,
  addExercise,
  addFinding,
  addInspection,
  addMeeting,
  addObjective,
  addRequirement,
  editActivity,
  editAudit,
  editDocument,
  editExercise,
  editFinding,
  editInspection,
  editMeeting,
  editObjective,
  editRequirement,
} from './commands.ts'
import { documentRecordFields } from './fields.ts'
import type { Audit, GoverningDocument } from './internal-control.ts'
import { AuditStanding, IndependenceNotice } from './pages/audit.tsx'
import {
  activityReferences,
  auditReferences,
  documentRecordReferences,
  documentReferences,
  exerciseReferences,
  findActivity,
  findAudit,
  findDocument,
  findExercise,
  findFinding,
  findInspection,
  findingReferences,
  findingsOf,
  findMeeting,
  findObjective,
  findRequirement,
  inspectionReferences,
  meetingReferences,
  objectiveReferences,
  objectivesSeenBy,
  requirementReferences,
} from './queries.ts'
import { othersFor, tiesOf } from './queries-independence.ts'
import {
  activityRules,
  auditRules,
  documentRules,
  exerciseRules,
  findingRules,
  inspectionRules,
  mayReadFindings,
  meetingRules,
  objectiveRules,
  requirementRules,
} from './rules.ts'
import { tiesSaid } from './rules-independence.ts'
import { texts } from './texts.ts'

/** What a record begins with that is added from the page of another. */
const from = (query: URLSearchParams | undefined, key: string): string | null => {
  const id = query?.get(key)
  return isId(id) ? id : null
}

const everybody = () => true
const lists = {
  requirements: ['/krav', everybody],
  audits: ['/revisjoner', mayReadFindings],
  findings: ['/revisjonsfunn', mayReadFindings],
  inspections: ['/tilsyn', mayReadFindings],
  documents: ['/styringsdokumenter', everybody],
  objectives: ['/sikkerhetsmal', mayReadFindings],
  exercises: ['/ovelser', everybody],
  meetings: ['/enhetsmoter', everybody],
  activities: ['/aktiviteter', everybody],
} as const
/** The lists that one goes on to from another. */
const beside = (...names: readonly (keyof typeof lists)[]): readonly Beside[] =>
  names.map((name) => ({ href: lists[name][0], label: (locale) => texts(locale)[name].title, may: lists[name][1] }))

export const requirements = registerPages({
  at: '/krav',
  subject: 'requirement',
  rules: requirementRules,
  references: requirementReferences,
  texts: (locale) => texts(locale).requirements,
  name: 'name',
  find: findRequirement,
  add: addRequirement,
  edit: editRequirement,
  blank: () => ({ inForce: 'yes' }),
  links: { state: { field: 'inForce', ended: ['no'], silent: ['yes'] }, owner: { field: 'owner', roles: ['ciso', 'dpo'] } },
  list: {
    beside: beside('inspections', 'documents'),
    filters: { source: 'kilde', unit: 'enhet', inForce: 'gjelder' },
    sorts: { name: ['sort_key'] },
    columns: ['source', 'reference', 'owner', 'inForce'],
    needed: ['owner'],
  },
})
export const audits = registerPages({
  at: '/revisjoner',
  subject: 'security_audit',
  rules: auditRules,
  references: auditReferences,
  texts: (locale) => texts(locale).audits,
  name: 'name',
  find: findAudit,
  add: addAudit,
  edit: editAudit,
  instead: async ({ ctx, locale }, values, { problems }) =>
    problems.some(({ field }) => field === 'independence') && (
      <IndependenceNotice ties={await tiesOf(ctx, values)} others={await othersFor(ctx, values)} locale={locale} />
    ),
  standing: async ({ ctx, locale }, record) => (
    <AuditStanding
      audit={record as Audit}
      ties={tiesSaid(record.values, await tiesOf(ctx, record.values))}
      others={await othersFor(ctx, record.values)}
      open={(await findingsOf(ctx, record.id)).filter(({ values }) => values.closedOn === null).length}
      mayEdit={auditRules.mayEdit(record as Audit, ctx.actor)}
      today={localDate(ctx.now)}
      locale={locale}
    />
  ),
  blank: ({ personId, roles }) => ({ kind: 'internal', leader: personId, team: roles.includes('ciso') ? [personId] : [] }),
  list: {
    beside: beside('findings', 'inspections'),
    filters: { kind: 'type' },
    sorts: { plannedOn: ['planned_on'], name: ['sort_key'] },
    columns: ['plannedOn', 'heldOn', 'leader', 'kind'],
  },
})
export const findings = registerPages({
  at: '/revisjonsfunn',
  subject: 'audit_finding',
  rules: findingRules,
  references: findingReferences,
  texts: (locale) => texts(locale).findings,
  name: 'name',
  find: findFinding,
  add: addFinding,
  edit: editFinding,
  blank: (_, query) => ({ audit: from(query, 'revisjon') }),
  list: {
    beside: beside('audits'),
    filters: { audit: 'revisjon', grade: 'alvor', owner: 'eier' },
    sorts: { name: ['sort_key'] },
    columns: ['audit', 'grade', 'owner', 'dueOn', 'closedOn'],
  },
})
export const inspections = registerPages({
  at: '/tilsyn',
  subject: 'inspection',
  rules: inspectionRules,
  references: inspectionReferences,
  texts: (locale) => texts(locale).inspections,
  name: 'name',
  find: findInspection,
  add: addInspection,
  edit: editInspection,
  blank: () => ({ kind: 'public' }),
  list: {
    beside: beside('requirements', 'audits'),
    filters: { kind: 'type', unit: 'enhet' },
    sorts: { heldOn: ['held_on'], name: ['sort_key'] },
    columns: ['kind', 'authority', 'heldOn', 'closedOn'],
  },
})
export const documents = registerPages({
  at: '/styringsdokumenter',
  subject: 'governing_document',
  rules: { ...documentRules, mayEdit: (record, actor) => documentRules.mayEdit(record as GoverningDocument, actor) },
  references: documentReferences,
  texts: (locale) => texts(locale).documents,
  name: 'name',
  find: findDocument,
  add: addDocument,
  edit: editDocument,
  blank: ({ personId }) => ({ inForce: 'yes', owner: personId }),
  list: {
    beside: beside('requirements', 'objectives', 'exercises', 'activities'),
    filters: { kind: 'type', owner: 'eier' },
    sorts: { name: ['sort_key'] },
    columns: ['kind', 'edition', 'owner', 'inForce'],
    needed: ['owner'],
  },
})
export const versionedDocuments = versionedIn({
  at: '/styringsdokumenter',
  subject: 'governing_document',
  fields: documentRecordFields,
  references: documentRecordReferences,
  texts: (locale) => texts(locale).documents,
  name: 'name',
  find: findDocument,
})
export const objectives = registerPages({
  at: '/sikkerhetsmal',
  subject: 'security_objective',
  rules: objectiveRules,
  references: objectiveReferences,
  texts: (locale) => texts(locale).objectives,
  name: 'name',
  find: findObjective,
  add: addObjective,
  edit: editObjective,
  blank: ({ personId }, query) => ({ state: 'notStarted', owner: personId, document: from(query, 'dokument') }),
  links: { state: { field: 'state', ended: ['reached'] }, owner: { field: 'owner', roles: ['ciso', 'dpo'] } },
  list: {
    beside: beside('documents'),
    filters: { document: 'dokument', owner: 'eier', state: 'status' },
    sorts: { name: ['sort_key'] },
    columns: ['document', 'state', 'owner', 'assessedOn'],
    needed: ['owner'],
  },
})
/** What hangs together with a measure tells where we are weak: for those who read findings. */
export const linkedObjectives: Linked = {
  ...objectives.linked,
  seen: objectivesSeenBy,
}
export const exercises = registerPages({
  at: '/ovelser',
  subject: 'plan_exercise',
  rules: exerciseRules,
  references: exerciseReferences,
  texts: (locale) => texts(locale).exercises,
  name: 'name',
  find: findExercise,
  add: addExercise,
  edit: editExercise,
  blank: ({ personId }, query) => ({ plan: from(query, 'plan'), leader: personId }),
  list: { beside: beside('documents'), filters: { plan: 'plan' }, sorts: { name: ['sort_key'] }, columns: ['plan', 'heldOn', 'leader'] },
})
export const meetings = registerPages({
  at: '/enhetsmoter',
  subject: 'unit_meeting',
  rules: meetingRules,
  references: meetingReferences,
  texts: (locale) => texts(locale).meetings,
  name: 'name',
  find: findMeeting,
  add: addMeeting,
  edit: editMeeting,
  blank: ({ leads, unitId }, query) => ({
    unit: from(query, 'enhet') ?? (unitId !== null && leads.includes(unitId) ? unitId : (leads[0] ?? null)),
  }),
  list: {
    filters: { unit: 'enhet' },
    sorts: { heldOn: ['held_on'], name: ['sort_key'] },
    columns: ['unit', 'heldOn'],
    beside: [
      { href: '/enhetsmoter/oversikt', label: (locale) => texts(locale).meetings.overview, may: everybody },
      ...beside('activities'),
    ],
  },
})
export const activities = registerPages({
  at: '/aktiviteter',
  subject: 'control_activity',
  rules: activityRules,
  references: activityReferences,
  texts: (locale) => texts(locale).activities,
  name: 'name',
  find: findActivity,
  add: addActivity,
  edit: editActivity,
  blank: ({ personId }, query) => ({
    every: 'once',
    responsible: personId,
    kind: query?.get('type') === 'questionnaire' ? 'questionnaire' : null,
  }),
  list: {
    beside: beside('meetings'),
    filters: { kind: 'type', responsible: 'ansvarlig' },
    sorts: { dueOn: ['due_on'], name: ['sort_key'] },
    columns: ['kind', 'dueOn', 'responsible', 'doneOn'],
  },
})

/** The topic that is proposed this month: one after the other through the year. */
export const topicOf = (topics: readonly string[], now: Date): string =>
  topics[(Number(localDate(now).slice(5, 7)) - 1) % topics.length] ?? ''

/** What the routes of a register ask of its pages, whatever its records hold. */
type Pages = Pick<typeof requirements, 'list' | 'searched' | 'extract' | 'blank' | 'added' | 'show' | 'edit' | 'edited'>
const routesOf = (at: string, pages: Pages, mayAdd: May, may: May): readonly Route[] => [
  get(at, may, pages.list),
  post(`${at}/sok`, may, pages.searched),
  get(`${at}/utdrag/:form`, may, pages.extract),
  get(`${at}/nytt`, mayAdd, pages.blank),
  post(`${at}/nytt`, mayAdd, pages.added),
  get(`${at}/:id`, 'signedIn', pages.show),
  get(`${at}/:id/endring`, 'signedIn', pages.edit),
  post(`${at}/:id/endring`, 'signedIn', pages.edited),
]

export const registerRoutes: readonly Route[] = [
  ...routesOf('/krav', requirements, requirementRules.mayAdd, 'signedIn'),
  ...routesOf('/revisjoner', audits, auditRules.mayAdd, mayReadFindings),
  ...routesOf('/revisjonsfunn', findings, findingRules.mayAdd, mayReadFindings),
  ...routesOf('/tilsyn', inspections, inspectionRules.mayAdd, mayReadFindings),
  ...routesOf('/styringsdokumenter', documents, documentRules.mayAdd, 'signedIn'),
  ...routesOf('/sikkerhetsmal', objectives, objectiveRules.mayAdd, mayReadFindings),
  ...routesOf('/ovelser', exercises, exerciseRules.mayAdd, 'signedIn'),
  ...routesOf('/enhetsmoter', meetings, meetingRules.mayAdd, 'signedIn'),
  ...routesOf('/aktiviteter', activities, activityRules.mayAdd, 'signedIn'),
]
