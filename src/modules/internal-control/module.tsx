import type { Actor } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { moduleRow } from '../../kernel/module.ts'
import type { Locale } from '../../kernel/texts.ts'
import { type Named, registerFinds } from '../../register/found.ts'
import { registerLog } from '../../register/module.ts'
import { TextLink } from '../../ui/page.tsx'
import { filesPanel } from '../files/public.tsx'
import { reviewPanel, yearly } from '../reviews/public.tsx'
import { meetingSweep } from './jobs.ts'
import { findAudit, findFinding, findInspection, findObjective } from './queries.ts'
import {
  filesOfAudit,
  filesOfDocument,
  filesOfInspection,
  filesOfObjective,
  reviewOfDocument,
  reviewOfRequirement,
} from './queries-files.ts'
import { plannedInControl } from './queries-planned.ts'
import { documentPanel, findingsPanel, objectivePanel, objectivesPanel, outagePanel, routes, unitsPanel } from './routes.tsx'
import {
  activities,
  audits,
  documents,
  exercises,
  findings,
  inspections,
  linkedObjectives,
  meetings,
  objectives,
  requirements,
  versionedDocuments,
} from './routes-registers.tsx'
import {
  activityRules,
  auditRules,
  documentRules,
  exerciseRules,
  findingRules,
  hasUnits,
  inspectionRules,
  mayLogMeeting,
  mayReadFindings,
  objectiveRules,
  requirementRules,
} from './rules.ts'
import { controlPart } from './settings.ts'
import { texts } from './texts.ts'

type Registers =
  | 'requirements'
  | 'audits'
  | 'findings'
  | 'inspections'
  | 'documents'
  | 'objectives'
  | 'exercises'
  | 'meetings'
  | 'activities'
const logOf = (subject: string, at: `/${string}`, name: Registers) => registerLog(subject, at, (locale) => texts(locale)[name])
const logs = [
  logOf('requirement', '/krav', 'requirements'),
  logOf('security_audit', '/revisjoner', 'audits'),
  logOf('audit_finding', '/revisjonsfunn', 'findings'),
  logOf('inspection', '/tilsyn', 'inspections'),
  logOf('governing_document', '/styringsdokumenter', 'documents'),
  logOf('security_objective', '/sikkerhetsmal', 'objectives'),
  logOf('plan_exercise', '/ovelser', 'exercises'),
  logOf('unit_meeting', '/enhetsmoter', 'meetings'),
  logOf('control_activity', '/aktiviteter', 'activities'),
]
const everybody = () => true
const foundIn = (table: Named, at: `/${string}`, may: (actor: Actor) => boolean) => ({
  may,
  ...registerFinds(table, at, 'name', () => ''),
})
const found = [
  foundIn('requirement', '/krav', everybody),
  foundIn('governing_document', '/styringsdokumenter', everybody),
  foundIn('control_activity', '/aktiviteter', everybody),
  foundIn('unit_meeting', '/enhetsmoter', everybody),
  foundIn('plan_exercise', '/ovelser', everybody),
  foundIn('security_audit', '/revisjoner', mayReadFindings),
  foundIn('audit_finding', '/revisjonsfunn', mayReadFindings),
  foundIn('inspection', '/tilsyn', mayReadFindings),
  foundIn('security_objective', '/sikkerhetsmal', mayReadFindings),
]
const backToAudit = async (ctx: Ctx, id: string, locale: Locale) => {
  const audit = (await findFinding(ctx, id))?.values.audit
  return audit ? (
    <p>
      <TextLink href={`/revisjoner/${audit}`}>{texts(locale).findings.back}</TextLink>
    </p>
  ) : null
}
const ways: readonly (readonly [`/${string}`, (locale: Locale) => string, (ctx: Ctx) => boolean])[] = [
  ['/krav', (locale) => texts(locale).requirements.title, () => true],
  ['/krav/nytt', (locale) => texts(locale).requirements.add, ({ actor }) => requirementRules.mayAdd(actor)],
  ['/revisjoner', (locale) => texts(locale).audits.title, ({ actor }) => mayReadFindings(actor)],
  ['/revisjoner/nytt', (locale) => texts(locale).audits.add, ({ actor }) => auditRules.mayAdd(actor)],
  ['/revisjonsfunn', (locale) => texts(locale).findings.title, ({ actor }) => mayReadFindings(actor)],
  ['/tilsyn', (locale) => texts(locale).inspections.title, ({ actor }) => mayReadFindings(actor)],
  ['/styringsdokumenter', (locale) => texts(locale).documents.title, ({ actor }) => mayReadFindings(actor)],
  ['/sikkerhetsmal', (locale) => texts(locale).objectives.title, ({ actor }) => mayReadFindings(actor)],
  ['/sikkerhetsmal/nytt', (locale) => texts(locale).objectives.add, ({ actor }) => objectiveRules.mayAdd(actor)],
  ['/ovelser', (locale) => texts(locale).exercises.title, () => true],
  ['/enhetsmoter', (locale) => texts(locale).meetings.title, () => true],
  ['/enhetsmoter/nytt', (locale) => texts(locale).meetings.add, ({ actor }) => mayLogMeeting(actor)],
  ['/enhetsmoter/oversikt', (locale) => texts(locale).meetings.overview, () => true],
  ['/aktiviteter', (locale) => texts(locale).activities.title, () => true],
  ['/aktiviteter/nytt', (locale) => texts(locale).activities.add, ({ actor }) => activityRules.mayAdd(actor)],
  ['/revisjonsfunn/nytt', (locale) => texts(locale).findings.add, ({ actor }) => findingRules.mayAdd(actor)],
  ['/tilsyn/nytt', (locale) => texts(locale).inspections.add, ({ actor }) => inspectionRules.mayAdd(actor)],
  ['/styringsdokumenter/nytt', (locale) => texts(locale).documents.add, ({ actor }) => documentRules.mayAdd(actor)],
  ['/ovelser/nytt', (locale) => texts(locale).exercises.add, ({ actor }) => exerciseRules.mayAdd(actor)],
]

export const internalControl = moduleRow({
  name: 'internal-control',
  profile: controlPart,
  routes,
  log: {
    words: (locale) => ({
      events: Object.assign({}, ...logs.map(({ words }) => words(locale).events), {
        'deviation.majorOutage': () => texts(locale).outage.event,
      }),
    }),
    kinds: Object.assign({}, ...logs.map(({ kinds }) => kinds), { 'deviation.majorOutage': 'behandlet' }),
    own: { key: 'krav-og-revisjoner', label: (locale) => texts(locale).title },
  },
  places: [
    // What everybody follows; those who read findings have it with the rest of the year.
    {
      errand: 'guidance',
      href: '/styringsdokumenter',
      label: (locale) => texts(locale).documents.title,
      may: (actor) => !mayReadFindings(actor),
      stands: 'last',
    },
    {
      errand: 'control',
      href: '/leder',
      label: (locale) => texts(locale).leader.title,
      may: hasUnits,
    },
  ],
  ways: ways.map(([href, label, may]) => ({ href, label, may })),
  finds: {
    label: (locale) => texts(locale).title,
    hits: async (ctx, words, locale, most) => {
      const all = []
      for (const one of found) if (one.may(ctx.actor)) all.push(...(await one.hits(ctx, words, locale, most)))
      return all.slice(0, most)
    },
    list: () => null,
  },
  panels: {
    requirement: [(ctx, id, locale) => reviewPanel(ctx, { type: 'requirement', id }, locale)],
    security_audit: [findingsPanel, (ctx, id, locale) => filesPanel(ctx, { type: 'security_audit', id }, locale)],
    audit_finding: [backToAudit],
    inspection: [(ctx, id, locale) => filesPanel(ctx, { type: 'inspection', id }, locale)],
    governing_document: [
      documentPanel,
      objectivesPanel,
      (ctx, id, locale) => reviewPanel(ctx, { type: 'governing_document', id }, locale),
      (ctx, id, locale) => filesPanel(ctx, { type: 'governing_document', id }, locale),
    ],
    security_objective: [objectivePanel, (ctx, id, locale) => filesPanel(ctx, { type: 'security_objective', id }, locale)],
    control_activity: [unitsPanel],
    deviation: [outagePanel],
  },
  files: {
    security_audit: filesOfAudit,
    inspection: filesOfInspection,
    governing_document: filesOfDocument,
    security_objective: filesOfObjective,
  },
  versions: {
    requirement: requirements.versioned,
    security_audit: audits.versioned,
    audit_finding: findings.versioned,
    inspection: inspections.versioned,
    governing_document: versionedDocuments,
    security_objective: objectives.versioned,
    plan_exercise: exercises.versioned,
    unit_meeting: meetings.versioned,
    control_activity: activities.versioned,
  },
  named: { requirement: (locale) => texts(locale).requirements.one, governing_document: (locale) => texts(locale).documents.one },
  reviewed: { requirement: reviewOfRequirement, governing_document: reviewOfDocument },
  reactions: { ...yearly('requirement'), ...yearly('governing_document') },
  comments: {
    requirement: requirements.commented,
    governing_document: documents.commented,
    security_objective: objectives.commented,
    control_activity: activities.commented,
  },
  links: { requirement: requirements.linked, security_objective: linkedObjectives },
  planned: plannedInControl,
  opens: {
    security_audit: async (ctx, id) => (await findAudit(ctx, id)) !== undefined,
    audit_finding: async (ctx, id) => (await findFinding(ctx, id)) !== undefined,
    inspection: async (ctx, id) => (await findInspection(ctx, id)) !== undefined,
    governing_document: async () => true,
    security_objective: async (ctx, id) => (await findObjective(ctx, id)) !== undefined,
    control_activity: async () => true,
    unit: async () => true,
  },
  sweeps: () => [meetingSweep],
})
