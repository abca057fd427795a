import { moduleRow } from '../../kernel/module.ts'
import { registerFinds } from '../../register/found.ts'
import { registerLog } from '../../register/module.ts'
import { countedViews } from '../../register/overview.ts'
import { filesPanel } from '../files/public.tsx'
import { reviewPanel, yearly } from '../reviews/public.tsx'
import { documentedAgreements } from './commands-documented.ts'
import { sharedAgreement } from './commands-shared.ts'
import { agreementSweep } from './jobs.ts'
import { AgreementsOf, ProcessorsOf } from './pages/of-other.tsx'
import { mayAdd, seesMissing } from './permissions.ts'
import { agreementsWith, findAgreement } from './queries.ts'
import { processedActivities, processedSystems, processingSuppliers } from './queries-coverage.ts'
import { filesOfAgreement, reviewOfAgreement } from './queries-files.ts'
import { plannedInAgreements } from './queries-planned.ts'
import { commented, linked, list, routes, versioned } from './routes.tsx'
import { agreementSteps } from './steps.tsx'
import { texts } from './texts.ts'

const planned = yearly('agreement', 'agreement.ended', 'agreement.replaced')

export const agreements = moduleRow({
  name: 'agreements',
  routes,
  log: registerLog('agreement', '/databehandleravtaler', texts, { kinds: { documentMade: 'apnet' } }),
  places: [
    { errand: 'registers', href: '/databehandleravtaler', label: (locale) => texts(locale).title, may: () => true, stands: 'first' },
  ],
  ways: [
    { href: '/databehandleravtaler/nytt', label: (locale) => texts(locale).add, may: ({ actor }) => mayAdd(actor) },
    { href: '/databehandleravtaler/mangler', label: (locale) => texts(locale).missing.title, may: ({ actor }) => seesMissing(actor) },
  ],
  finds: registerFinds('agreement', '/databehandleravtaler', 'name', (locale) => texts(locale).title),
  overview: async (ctx, locale) => {
    const { drafts } = texts(locale).counted
    return seesMissing(ctx.actor) ? countedViews(list, ctx, [{ label: drafts, filters: { status: 'draft' } }]) : []
  },
  steps: { agreement: agreementSteps },
  panels: {
    agreement: [
      (ctx, id, locale) => reviewPanel(ctx, { type: 'agreement', id }, locale),
      (ctx, id, locale) => filesPanel(ctx, { type: 'agreement', id }, locale),
    ],
    supplier: [
      async (ctx, id, locale) => {
        const lacks = (await processingSuppliers(ctx, id)).find(({ coverage }) => coverage !== 'covered')?.coverage ?? null
        return <AgreementsOf agreements={await agreementsWith(ctx, id)} lacks={lacks} locale={locale} />
      },
    ],
    system: [async (ctx, id, locale) => <ProcessorsOf processed={await processedSystems(ctx, id)} locale={locale} />],
    processing: [async (ctx, id, locale) => <ProcessorsOf processed={await processedActivities(ctx, id)} locale={locale} />],
  },
  links: { agreement: linked },
  marks: [
    { when: 'supplier.edited', fields: ['name', 'country', 'inUse'], marks: 'agreement' },
    { when: 'processing.edited', fields: ['purpose', 'dataSubjects', 'dataKinds', 'transfers', 'processedBy'], marks: 'agreement' },
    { when: 'processing.ended', marks: 'agreement' },
    { when: 'system.edited', fields: ['suppliedBy', 'inUse'], marks: 'agreement' },
    { when: 'agreement.subProcessorSaved', marks: 'processing' },
    { when: 'agreement.ended', fields: ['status'], marks: 'processing' },
    { when: 'agreement.ended', fields: ['status'], marks: 'system' },
  ],
  files: { agreement: filesOfAgreement },
  documented: { agreement: documentedAgreements },
  shared: { agreement: sharedAgreement },
  versions: { agreement: versioned },
  comments: { agreement: commented },
  planned: [plannedInAgreements],
  opens: { agreement: async (ctx, id) => (await findAgreement(ctx, id)) !== undefined },
  named: { agreement: (locale) => texts(locale).one },
  reviewed: { agreement: reviewOfAgreement },
  reactions: planned,
  sweeps: () => [agreementSweep],
})
