import { localDate } from '../../kernel/calendar/calendar.ts'
import { moduleRow, type Panel } from '../../kernel/module.ts'
import { registerFinds } from '../../register/found.ts'
import { registerLog } from '../../register/module.ts'
import { countedViews } from '../../register/overview.ts'
import { filesPanel } from '../files/public.tsx'
import { personsById } from '../people/public.ts'
import { adviserPanel } from '../questions/public.tsx'
import { reviewPanel, yearly } from '../reviews/public.tsx'
import { demandsOfSystem } from './commands.ts'
import { approvalsOfRisk } from './commands-approvals.ts'
import { documentedRisks } from './commands-documented.ts'
import { sharedRisk } from './commands-shared.ts'
import { riskSweep } from './jobs.ts'
import { AnalysisOf, MeasuresOfZone } from './pages/of-other.tsx'
import { findRisk, risksOf } from './queries.ts'
import { filesOfRisk, reviewOfRisk } from './queries-files.ts'
import { measuresOfZone } from './queries-measures.ts'
import { plannedInRisks } from './queries-planned.ts'
import { commented, linked, list, routes, versioned } from './routes.tsx'
import { mayAdd, mayRead, mayReadAll } from './rules.ts'
import { riskPart } from './settings.ts'
import { riskSteps } from './steps.tsx'
import { texts } from './texts.ts'

const found = registerFinds('risk', '/ros', 'name', (locale) => texts(locale).title)

/** Under a zone: what the analyses of it do about what may happen there (S4-025). */
const zonePanel: Panel = async (ctx, id, locale) => {
  if (!mayReadAll(ctx.actor)) return null
  const lines = await measuresOfZone(ctx, id)
  const names = await personsById(ctx, [...new Set(lines.flatMap(({ owner }) => owner ?? []))])
  return <MeasuresOfZone {...{ lines, names, locale }} begins={mayAdd(ctx.actor) ? { zones: id } : null} today={localDate(ctx.now)} />
}

export const risks = moduleRow({
  name: 'risks',
  mayBeLeftOut: true,
  routes,
  profile: riskPart,
  log: registerLog('risk', '/ros', texts),
  places: [{ errand: 'control', href: '/ros', label: (locale) => texts(locale).title, may: mayReadAll }],
  ways: [{ href: '/ros/nytt', label: (locale) => texts(locale).add, may: ({ actor }) => mayAdd(actor) }],
  finds: { ...found, hits: async (ctx, words, locale, most) => (mayReadAll(ctx.actor) ? found.hits(ctx, words, locale, most) : []) },
  steps: { risk: riskSteps },
  panels: {
    risk: [
      (ctx, id, locale) => reviewPanel(ctx, { type: 'risk', id }, locale),
      (ctx, id, locale) => filesPanel(ctx, { type: 'risk', id }, locale),
      (ctx, id, locale) => adviserPanel(ctx, `/ros/${id}`, locale),
    ],
    system: [
      async (ctx, id, locale) =>
        mayReadAll(ctx.actor) ? (
          <AnalysisOf lines={await risksOf(ctx, 'systems_ids', id)} begins={mayAdd(ctx.actor) ? { systems: id } : null} locale={locale} />
        ) : null,
    ],
    premises_zone: [zonePanel],
  },
  files: { risk: filesOfRisk },
  documented: { risk: documentedRisks },
  shared: { risk: sharedRisk },
  versions: { risk: versioned },
  named: { risk: (locale) => texts(locale).one },
  reviewed: { risk: reviewOfRisk },
  approvals: { risk: approvalsOfRisk },
  demands: {
    system: async (ctx, id, deed) =>
      deed === 'outOfUse' || deed === 'access' ? null : demandsOfSystem(ctx, await risksOf(ctx, 'systems_ids', id), deed),
  },
  comments: { risk: commented },
  links: { risk: linked },
  marks: [
    { when: 'system.edited', fields: ['purpose', 'suppliedBy', 'dataKinds', 'standardMeasures'], marks: 'risk' },
    { when: 'processing.edited', fields: ['purpose', 'dataSubjects', 'dataKinds', 'transfers', 'securityMeasures'], marks: 'risk' },
    { when: 'risk.accepted', marks: 'system' },
  ],
  planned: [plannedInRisks],
  opens: {
    risk: async (ctx, id) => {
      const record = await findRisk(ctx, id)
      return record !== undefined && mayRead(record, ctx.actor)
    },
  },
  overview: async (ctx, locale) => {
    const { drafts, changed } = texts(locale).counted
    return mayReadAll(ctx.actor)
      ? countedViews(list, ctx, [
          { label: drafts, filters: { status: 'draft' } },
          { label: changed, filters: { status: 'changed' } },
        ])
      : []
  },
  ofUnit: async (ctx, unit, locale) => {
    const { all, drafts } = texts(locale).counted
    return mayReadAll(ctx.actor)
      ? countedViews(list, ctx, [
          { label: all, filters: { unit } },
          { label: drafts, filters: { unit, status: 'draft' } },
        ])
      : []
  },
  reactions: yearly('risk', 'risk.ended'),
  sweeps: () => [riskSweep],
})
