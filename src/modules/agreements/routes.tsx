import { type Asked, get, page, post, type Route } from '../../kernel/http.ts'
import type { Linked } from '../../kernel/link.ts'
import { registerList } from '../../register/fielded.tsx'
import { registerLinked } from '../../register/links.ts'
import { listRoutes } from '../../register/list.tsx'
import { registerPages, versionedIn } from '../../register/pages.tsx'
import { unitAndBelow, unitOptions, units } from '../people/public.ts'
import { addAgreement, editAgreement } from './commands.ts'
import { agreementFields, partPages, recordFields } from './fields.ts'
import { MissingPage } from './pages/missing.tsx'
import { mayAdd, mayEdit, seesMissing } from './permissions.ts'
import { findAgreement, lateAudits, recordReferences, references, waitingAgreements } from './queries.ts'
import { processedActivities, processedSystems, processingSuppliers } from './queries-coverage.ts'
import { deedRoutes, drawShow, forReaders } from './routes-deeds.tsx'
import { documentRoutes } from './routes-document.tsx'
import { endDays } from './tasks.ts'
import { texts } from './texts.ts'

const at = '/databehandleravtaler'

export const list = registerList({
  at,
  subject: 'agreement',
  fields: recordFields,
  name: 'name',
  references: recordReferences,
  texts,
  mayAdd,
  list: {
    filters: {
      supplier: 'leverandor',
      status: 'status',
      unit: 'enhet',
      responsible: 'ansvarlig',
      ourRole: 'rolle',
      systems: 'system',
      processings: 'behandling',
    },
    ends: { field: 'endsOn', key: 'utlop', open: { field: 'status', is: 'inForce' } },
    sorts: { name: ['sort_key'], status: ['status', 'sort_key'] },
    columns: ['supplier', 'ourRole', 'status', 'endsOn', 'archiveReference'],
    beside: [{ href: `${at}/mangler`, label: (locale) => texts(locale).missing.link, may: seesMissing }],
  },
})
const pages = registerPages({
  at,
  subject: 'agreement',
  rules: { fields: agreementFields, mayAdd, mayEdit },
  references,
  texts,
  name: 'name',
  find: findAgreement,
  add: addAgreement,
  edit: editAgreement,
  parts: { pages: partPages, begins: ['parties'] },
  blank: (actor) => ({ ourRole: 'controller', unit: actor.unitId }),
  list: { filters: {}, sorts: { name: ['sort_key'] }, columns: [] },
})
export const { commented } = pages

/** Its rules ask about fewer fields than its record holds: signatures and what became of it are deeds of their own. */
export const versioned = versionedIn({
  at,
  subject: 'agreement',
  fields: recordFields,
  references: recordReferences,
  texts,
  name: 'name',
  find: findAgreement,
})

/** Of what hangs together with it: whoever follows it up looks again, and what has ended need not be right. */
const plainlyLinked = registerLinked({
  at,
  subject: 'agreement',
  fields: recordFields,
  name: 'name',
  references: recordReferences,
  texts,
  filters: { supplier: 'leverandor', systems: 'system', processings: 'behandling' },
  find: findAgreement,
  mayEdit,
  links: { state: { field: 'status', ended: ['ended'] }, owner: { field: 'responsible', roles: ['gdprUnit', 'dpo'] } },
})
/** The page of a supplier has its agreements with their dates in a panel of their own. */
export const linked: Linked = { ...plainlyLinked, shownOn: ['supplier'] }

/** Of all, or of one unit and those below it. */
async function missing({ ctx, locale, query }: Asked) {
  const tree = await units(ctx)
  const { chosen, holds } = unitAndBelow(tree, query.get('enhet'))
  return page(
    texts(locale).missing.title,
    <MissingPage
      suppliers={await processingSuppliers(ctx)}
      processings={(await processedActivities(ctx)).filter(({ unit }) => holds(unit))}
      systems={(await processedSystems(ctx)).filter(({ unit }) => holds(unit))}
      agreements={await waitingAgreements(ctx, endDays)}
      audits={await lateAudits(ctx)}
      units={unitOptions(tree)}
      unit={chosen ?? ''}
      locale={locale}
    />,
    [{ href: at, label: texts(locale).title }],
  )
}

export const routes: readonly Route[] = [
  ...listRoutes(list, 'signedIn'),
  ...documentRoutes,
  get(`${at}/mangler`, seesMissing, missing),
  get(`${at}/nytt`, mayAdd, pages.blank),
  post(`${at}/nytt`, mayAdd, pages.added),
  get(`${at}/:id`, 'signedIn', forReaders(drawShow)),
  get(`${at}/:id/endring/:del`, 'signedIn', pages.edit),
  post(`${at}/:id/endring/:del`, 'signedIn', pages.edited),
  ...deedRoutes,
]
