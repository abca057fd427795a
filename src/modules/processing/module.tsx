import { moduleRow } from '../../kernel/module.ts'
import { registerFinds } from '../../register/found.ts'
import { registerLog } from '../../register/module.ts'
import { countedViews } from '../../register/overview.ts'
import { profileOf } from '../organisation/public.ts'
import { offerSuppliers } from '../suppliers/public.tsx'
import { mayKeep } from '../work-processes/public.ts'
import { approvalsOfProcessing } from './commands-approvals.ts'
import { documentedActivities } from './commands-documented.ts'
import { sharedProcessing } from './commands-shared.ts'
import { processingSweep } from './jobs.ts'
import { doesResearch } from './profile.ts'
import { findProcessing } from './queries.ts'
import { linked, list, routes, seesMissing, versioned as versionsOfProcessing } from './routes.tsx'
import { imports } from './routes-import.tsx'
import { wholeImport } from './routes-import-whole.tsx'
import { mayAdd } from './rules.ts'
import { processingPart } from './settings.ts'
import { processingSteps } from './steps.tsx'
import { texts } from './texts.ts'

export const processing = moduleRow({
  name: 'processing',
  routes,
  profile: processingPart,
  log: registerLog('processing', '/behandlinger', texts, { imports: true }),
  imports: { processing: imports.step, processing_whole: wholeImport.step },
  places: [{ errand: 'registers', href: '/behandlinger', label: (locale) => texts(locale).title, may: () => true, stands: 'first' }],
  ways: [
    { href: '/behandlinger/nytt', label: (locale) => texts(locale).add, may: ({ actor }) => mayAdd(actor) },
    { href: '/behandlinger/veiviser', label: (locale) => texts(locale).guide.way, may: ({ actor }) => mayAdd(actor) },
    {
      href: '/behandlinger/import',
      label: (locale) => texts(locale).researchList.way,
      may: async (ctx) => mayKeep(ctx.actor) && doesResearch(await profileOf(ctx)),
    },
    { href: '/behandlinger/protokoll/import', label: (locale) => texts(locale).wholeImport.way, may: ({ actor }) => mayKeep(actor) },
    { href: '/behandlinger/maler', label: (locale) => texts(locale).templates.way, may: ({ actor }) => mayAdd(actor) },
    { href: '/behandlinger/mangler', label: (locale) => texts(locale).missing.title, may: ({ actor }) => seesMissing(actor) },
  ],
  finds: registerFinds('processing', '/behandlinger', 'name', (locale) => texts(locale).title),
  overview: async (ctx, locale) => {
    const { drafts, changed } = texts(locale).counted
    return seesMissing(ctx.actor)
      ? countedViews(list, ctx, [
          { label: drafts, filters: { status: 'draft' } },
          { label: changed, filters: { status: 'changed' } },
        ])
      : []
  },
  ofUnit: (ctx, unit, locale) => {
    const { all, drafts } = texts(locale).counted
    return countedViews(list, ctx, [
      { label: all, filters: { unit } },
      { label: drafts, filters: { unit, status: 'draft' } },
    ])
  },
  steps: { processing: processingSteps },
  panels: {
    processing: [async (ctx, id, locale) => offerSuppliers(ctx, (await findProcessing(ctx, id))?.values.processors ?? null, locale)],
  },
  named: { processing: (locale) => texts(locale).one },
  links: { processing: linked },
  marks: [
    { when: 'system.edited', fields: ['purpose', 'suppliedBy', 'dataKinds', 'inUse'], marks: 'processing' },
    { when: 'work_process.edited', fields: ['purpose', 'inUse'], marks: 'processing' },
    { when: 'supplier.edited', fields: ['country', 'processesData', 'securityRequirements', 'inUse'], marks: 'processing' },
    { when: 'processing.edited', fields: ['dataSubjects', 'dataKinds', 'securityMeasures', 'specialNeeds', 'transfers'], marks: 'system' },
    { when: 'processing.ended', marks: 'system' },
  ],
  documented: { processing: documentedActivities },
  shared: { processing: sharedProcessing },
  versions: { processing: versionsOfProcessing },
  approvals: { processing: approvalsOfProcessing },
  sweeps: () => [processingSweep],
})
