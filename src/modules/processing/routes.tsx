import { type Actor, hasRole } from '../../kernel/actor.ts'
import { refuse } from '../../kernel/change.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Values } from '../../kernel/fields.ts'
import { type Asked, get, nothing, page, post, type Route } from '../../kernel/http.ts'
import { registerList } from '../../register/fielded.tsx'
import { registerLinked } from '../../register/links.ts'
import { listRoutes } from '../../register/list.tsx'
import { registerPages, versionedIn } from '../../register/pages.tsx'
import { profileOf } from '../organisation/public.ts'
import { unitAndBelow, unitOptions, units } from '../people/public.ts'
import { mayKeep } from '../work-processes/public.ts'
import { addProcessing, editProcessing } from './commands.ts'
import { partPages, processingFields, recordFields, startFields } from './fields.ts'
import { MissingPage } from './pages/missing.tsx'
import { doesResearch, processingProfile } from './profile.ts'
import { findProcessing, recordReferences, references, runningActivities, systemsWithoutActivity } from './queries.ts'
import { registerForms } from './queries-files.ts'
import { deedRoutes, drawShow, forReaders } from './routes-deeds.tsx'
import { guideRoutes } from './routes-guide.tsx'
import { imports } from './routes-import.tsx'
import { wholeImport } from './routes-import-whole.tsx'
import { openRoutes } from './routes-open.tsx'
import { processingTemplates } from './routes-templates.tsx'
import { mayAdd, mayEdit } from './rules.ts'
import { texts } from './texts.ts'

const at = '/behandlinger'
/** What is asked of research alone. */
const ofResearch = ['kind', 'externalReference', 'externalStatus', 'externalOn'] as const
const researches = async (ctx: Ctx) => doesResearch(await profileOf(ctx))

const table = registerList({
  at,
  subject: 'processing',
  fields: recordFields,
  name: 'name',
  references: recordReferences,
  texts,
  mayAdd,
  list: {
    templates: true,
    filters: {
      unit: 'enhet',
      responsible: 'ansvarlig',
      kind: 'type',
      status: 'status',
      systems: 'system',
      workProcesses: 'arbeidsprosess',
      processedBy: 'databehandler',
    },
    sorts: { name: ['sort_key'], touchedAt: ['touched_at'] },
    columns: ['unit', 'responsible', 'kind', 'status'],
    needed: ['unit', 'responsible'],
    beside: [{ href: `${at}/mangler`, label: (locale) => texts(locale).missing.link, may: seesMissing }],
  },
})
export const list = { ...table, forms: registerForms }
const shared = {
  at,
  subject: 'processing',
  references,
  texts,
  name: 'name',
  parts: { pages: partPages, begins: ['what', 'who'] },
  unasked: async (ctx: Ctx) => ((await researches(ctx)) ? [] : ofResearch),
  blank: (actor: Actor) => ({ kind: 'administrative', ourRole: 'controller', unit: actor.unitId }) as const,
  list: { filters: {}, sorts: { name: ['sort_key'] }, columns: [] },
} as const
const pages = registerPages({
  ...shared,
  rules: { fields: processingFields, mayAdd, mayEdit },
  find: findProcessing,
  add: addProcessing,
  edit: editProcessing,
})
/** The form of a new one alone: what is there already is read and edited by the other. */
const starting = registerPages<typeof startFields>({
  ...shared,
  rules: { fields: startFields, mayAdd, mayEdit: () => false },
  find: async () => undefined,
  add: async (ctx, id, values: Values<typeof startFields>) => {
    const outcome = await addProcessing(ctx, id, values)
    return outcome.ok ? { ...outcome, next: { ...outcome.next, values } } : outcome
  },
  edit: async () => refuse('notAllowed'),
})

/** Its rules ask about fewer fields than its record holds: approvals and permissions are deeds of their own. */
export const versioned = versionedIn({
  at,
  subject: 'processing',
  fields: recordFields,
  references: recordReferences,
  texts,
  name: 'name',
  find: findProcessing,
})

/** Of what hangs together with it: whoever answers for it looks again, and what has ended need not be right. */
export const linked = registerLinked({
  at,
  subject: 'processing',
  fields: recordFields,
  name: 'name',
  references: recordReferences,
  texts,
  filters: { systems: 'system', workProcesses: 'arbeidsprosess', processedBy: 'databehandler' },
  find: findProcessing,
  mayEdit,
  links: { state: { field: 'status', ended: ['ended'] }, owner: { field: 'responsible', roles: ['dpo'] } },
})

/** Those who see to the whole record, and the leaders for what is theirs: nobody is told off here, all may look. */
export function seesMissing(actor: Actor): boolean {
  return mayAdd(actor) || hasRole(actor, 'controller', 'auditor', 'managementGroup')
}

/** Of all, or of one unit and those below it. */
async function missing({ ctx, locale, query }: Asked) {
  const tree = await units(ctx)
  const { chosen, holds } = unitAndBelow(tree, query.get('enhet'))
  const all = Object.keys(recordFields).filter((name) => name !== 'name')
  return page(
    texts(locale).missing.title,
    <MissingPage
      activities={(await runningActivities(ctx)).filter(({ record }) => holds(record.values.unit))}
      systems={chosen ? [] : await systemsWithoutActivity(ctx)}
      units={unitOptions(tree)}
      unit={chosen ?? ''}
      research={await researches(ctx)}
      imports={mayKeep(ctx.actor) && (await researches(ctx))}
      adds={mayAdd(ctx.actor)}
      permits={processingProfile(await profileOf(ctx)).permits}
      files={[
        ...['xlsx', 'csv', 'json'].map((form) => ({ href: `${at}/utdrag/${form}?kolonner=${all.join('.')}`, label: form.toUpperCase() })),
        ...Object.entries(registerForms).map(([form, { label }]) => ({ href: `${at}/utdrag/${form}`, label })),
      ]}
      locale={locale}
      now={ctx.now}
    />,
    [{ href: at, label: texts(locale).title }],
  )
}

/** The list of research projects is nobody's where there is no research. */
const whereResearched = (route: Route): Route =>
  ({ ...route, answer: async (asked: Asked) => ((await researches(asked.ctx)) ? route.answer(asked) : nothing) }) as Route

export const routes: readonly Route[] = [
  ...imports.routes.map(whereResearched),
  ...wholeImport.routes,
  ...openRoutes,
  ...guideRoutes,
  ...listRoutes(list, 'signedIn'),
  get(`${at}/mangler`, seesMissing, missing),
  get(`${at}/nytt`, mayAdd, starting.blank),
  post(`${at}/nytt`, mayAdd, starting.added),
  ...processingTemplates,
  get(`${at}/:id`, 'signedIn', forReaders(drawShow)),
  get(`${at}/:id/endring/:del`, 'signedIn', pages.edit),
  post(`${at}/:id/endring/:del`, 'signedIn', pages.edited),
  ...deedRoutes,
]
