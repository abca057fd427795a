import { emptyValues } from '../../kernel/fields.ts'
import { type Asked, get, notAllowed, nothing, one, page, post, type Route, redirect, versionOf } from '../../kernel/http.ts'
import { isId, newId } from '../../kernel/ids.ts'
import { namesIn, offersIn } from '../../kernel/reference.ts'
import { door } from '../../kernel/road.ts'
import type { Locale } from '../../kernel/texts.ts'
import { postedTo } from '../../ui/posted.tsx'
import type { After } from '../../ui/refused.ts'
import { addSystem, editSystem } from './commands.ts'
import { systemFields } from './fields.ts'
import { EditSystem } from './pages/edit.tsx'
import { SystemList } from './pages/list.tsx'
import { ShowSystem } from './pages/show.tsx'
import { findSystem, references, systems } from './queries.ts'
import { mayAdd, mayEdit } from './rules.ts'
import type { System, SystemValues } from './system.ts'
import { texts } from './texts.ts'

const forReaders = door(openSystem)
const forKeepers = door(async (asked) => {
  const system = await openSystem(asked)
  return 'kind' in system || mayEdit(system, asked.ctx.actor) ? system : notAllowed
})

export const routes: readonly Route[] = [
  get('/systemer', 'signedIn', getList),
  get('/systemer/nytt', mayAdd, (asked) => newPage(asked, newId(asked.ctx.now))),
  post('/systemer/nytt', mayAdd, (asked) => added(asked, idIn(asked))),
  get('/systemer/:id', 'signedIn', forReaders(getSystem)),
  get('/systemer/:id/endring', 'signedIn', forKeepers(editPage)),
  post('/systemer/:id/endring', 'signedIn', (asked) => forKeepers(edited)(asked)),
]

async function openSystem({ ctx, params }: Asked) {
  return (isId(params.id) && (await findSystem(ctx, params.id))) || nothing
}

async function getList({ ctx, locale }: Asked) {
  return page(texts(locale).title, <SystemList rows={await systems(ctx)} locale={locale} mayAdd={mayAdd(ctx.actor)} />)
}

async function getSystem({ ctx, locale }: Asked, system: System) {
  const related = await ctx.house.related(ctx, { type: 'system', id: system.id }, locale)
  const offers = await namesIn<typeof systemFields>(ctx, references, system.values)
  const props = { system, offers, locale, related, mayEdit: mayEdit(system, ctx.actor) }
  return page(system.values.name ?? '', <ShowSystem {...props} />, crumbs(locale))
}

/** What the two forms of a system have in common; `standing`: what another has saved meanwhile, beside what was written here. */
const form = {
  fields: systemFields,
  texts: (locale: Locale) => texts(locale).fields,
  refusals: (locale: Locale) => texts(locale).refusals,
}
const said = ({ locale }: Asked, id: string) => redirect(`/systemer/${id}`, texts(locale).saved)

const added = postedTo<string, typeof systemFields, System>({
  ...form,
  draw: newPage,
  command: ({ ctx }, id, values) => addSystem(ctx, id, values),
  done: (asked, id, _, system) => said(asked, system?.id ?? id),
  unchanged: said,
})

const edited = postedTo<System, typeof systemFields, System>({
  ...form,
  merges: true,
  offers: (asked, { values }) => offered(asked, values),
  version: ({ version }) => version,
  stands: ({ values }) => values,
  reload: async ({ ctx }, before) => (await findSystem(ctx, before.id)) ?? before,
  draw: editPage,
  command: ({ ctx, form }, { id }, values) => editSystem(ctx, id, versionOf(form), values),
  done: (asked, { id }) => said(asked, id),
})

/** The page made the id, so that a double press adds once; a form shown again keeps it. */
const idIn = ({ ctx, form }: Asked): string => (isId(one(form, 'id')) ? one(form, 'id') : newId(ctx.now))

async function newPage(asked: Asked, id: string, after: After = {}) {
  const { ctx, locale } = asked
  const title = texts(locale).newTitle
  const values = { ...emptyValues(systemFields), inUse: 'yes' as const, ownerUnit: ctx.actor.unitId }
  const props = { title, id, back: '/systemer', version: null, values, offers: await offered(asked, values), locale }
  return page(title, <EditSystem {...props} {...after} />, crumbs(locale))
}

async function editPage(asked: Asked, system: System, after: After = {}) {
  const { locale } = asked
  const title = texts(locale).editTitle
  const props = { ...system, title, back: `/systemer/${system.id}`, offers: await offered(asked, system.values), locale }
  return page(title, <EditSystem {...props} {...after} />, crumbs(locale, system))
}

const offered = ({ ctx, form }: Asked, values: SystemValues) => offersIn<typeof systemFields>(ctx, references, values, form)

const crumbs = (locale: Locale, system?: System) => [
  { href: '/systemer', label: texts(locale).title },
  ...(system ? [{ href: `/systemer/${system.id}`, label: system.values.name ?? '' }] : []),
]
