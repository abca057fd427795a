import { moduleRow } from '../../kernel/module.ts'
import { registerFinds } from '../../register/found.ts'
import { registerLog } from '../../register/module.ts'
import { countedViews } from '../../register/overview.ts'
import { filesPanel } from '../files/public.tsx'
import { reviewPanel, yearly } from '../reviews/public.tsx'
import { findRisk } from '../risks/public.ts'
import { approvalsOfDpia } from './commands-approvals.ts'
import { documentedDpias } from './commands-documented.ts'
import { sharedDpia } from './commands-shared.ts'
import { dpiaSweep } from './jobs.ts'
import { AssessmentsOf } from './pages/of-other.tsx'
import { assessmentsOf, findDpia, neededFor } from './queries.ts'
import { filesOfDpia, reviewOfDpia } from './queries-files.ts'
import { plannedInDpias } from './queries-planned.ts'
import { commented, linked, list, routes, seesUncovered, versioned } from './routes.tsx'
import { mayAdd, mayRead, mayReadAll } from './rules.ts'
import { texts } from './texts.ts'

const found = registerFinds('dpia', '/dpia', 'name', (locale) => texts(locale).title)

export const dpia = moduleRow({
  name: 'dpia',
  mayBeLeftOut: true,
  routes,
  log: registerLog('dpia', '/dpia', texts, { kinds: { documentMade: 'apnet' } }),
  places: [{ errand: 'control', href: '/dpia', label: (locale) => texts(locale).title, may: mayReadAll }],
  ways: [
    { href: '/dpia/nytt', label: (locale) => texts(locale).add, may: ({ actor }) => mayAdd(actor) },
    { href: '/dpia/mangler', label: (locale) => texts(locale).uncovered.title, may: ({ actor }) => seesUncovered(actor) },
  ],
  finds: { ...found, hits: async (ctx, words, locale, most) => (mayReadAll(ctx.actor) ? found.hits(ctx, words, locale, most) : []) },
  panels: {
    dpia: [
      (ctx, id, locale) => reviewPanel(ctx, { type: 'dpia', id }, locale),
      (ctx, id, locale) => filesPanel(ctx, { type: 'dpia', id }, locale),
    ],
    processing: [
      async (ctx, id, locale) => {
        if (!mayReadAll(ctx.actor)) return null
        const [lines, needed] = await Promise.all([assessmentsOf(ctx, 'processings_ids', id), neededFor(ctx, id)])
        return <AssessmentsOf {...{ lines, needed, locale }} begins={mayAdd(ctx.actor) ? { processings: id } : null} />
      },
    ],
    risk: [
      async (ctx, id, locale) => {
        if (!mayReadAll(ctx.actor)) return null
        const [analysis, lines] = await Promise.all([findRisk(ctx, id), assessmentsOf(ctx, 'risks_ids', id)])
        if (lines.length === 0 && analysis?.values.dpiaNeeded !== 'yes') return null
        return <AssessmentsOf lines={lines} needed="analysis" begins={mayAdd(ctx.actor) ? { risks: id } : null} locale={locale} />
      },
    ],
  },
  files: { dpia: filesOfDpia },
  documented: { dpia: documentedDpias },
  shared: { dpia: sharedDpia },
  versions: { dpia: versioned },
  named: { dpia: (locale) => texts(locale).one },
  reviewed: { dpia: reviewOfDpia },
  approvals: { dpia: approvalsOfDpia },
  comments: { dpia: commented },
  links: { dpia: linked },
  marks: [
    {
      when: 'processing.edited',
      fields: [
        ...['purpose', 'kindsOfUse', 'systems', 'processedBy', 'dataSubjects', 'dataKinds'],
        ...['basis', 'recipients', 'transfers', 'storageTime', 'specialNeeds'],
      ],
      marks: 'dpia',
    },
    { when: 'processing.ended', marks: 'dpia' },
    { when: 'system.edited', fields: ['purpose', 'suppliedBy', 'dataKinds', 'standardMeasures', 'inUse'], marks: 'dpia' },
    { when: 'risk.approved', marks: 'dpia' },
    { when: 'risk.accepted', marks: 'dpia' },
    { when: 'dpia.deviated', marks: 'processing' },
  ],
  planned: [plannedInDpias],
  opens: {
    dpia: async (ctx, id) => {
      const record = await findDpia(ctx, id)
      return record !== undefined && mayRead(record, ctx.actor)
    },
  },
  overview: async (ctx, locale) => {
    const { withDpo, toDecide } = texts(locale).counted
    return mayReadAll(ctx.actor)
      ? countedViews(list, ctx, [
          { label: withDpo, filters: { status: 'withDpo' } },
          { label: toDecide, filters: { status: 'toDecide' } },
        ])
      : []
  },
  reactions: yearly('dpia', 'dpia.ended'),
  sweeps: () => [dpiaSweep],
})
