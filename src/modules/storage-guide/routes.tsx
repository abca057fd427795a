import { get, post, type Route, redirect } from '../../kernel/http.ts'
import { registerPages } from '../../register/pages.tsx'
import { fill } from '../../ui/texts.ts'
import { addPlace, editPlace, fetchPlaces, takeBack } from './commands.ts'
import { findPlace, placesNamed, references } from './queries.ts'
import { guideRoutes } from './routes-guide.tsx'
import { mayKeep, rules } from './rules.ts'
import { texts } from './texts.ts'

const at = '/lagringssteder'
const pages = registerPages({
  at,
  subject: 'storage_place',
  rules,
  references,
  texts,
  name: 'name',
  find: findPlace,
  add: addPlace,
  edit: editPlace,
  blank: () => ({ inUse: 'yes' }),
  list: {
    filters: { inUse: 'i-bruk', units: 'enhet' },
    sorts: { name: ['sort_key'] },
    columns: ['internal', 'exempt', 'personal', 'sensitive'],
    imports: true,
    ready: { action: `${at}/ferdige`, label: (locale) => texts(locale).guide.fetch, may: mayKeep },
  },
})
export const { versioned, commented, linked } = pages
export const imports = pages.imports({ keyed: placesNamed, takeBack })

export const routes: readonly Route[] = [
  ...guideRoutes,
  ...imports.routes,
  get(at, 'signedIn', pages.list),
  post(`${at}/sok`, 'signedIn', pages.searched),
  get(`${at}/utdrag/:form`, 'signedIn', pages.extract),
  post(`${at}/ferdige`, mayKeep, async ({ ctx, locale }) =>
    redirect('/lagringsguide', fill(texts(locale).guide.fetched, { count: await fetchPlaces(ctx) })),
  ),
  get(`${at}/nytt`, mayKeep, pages.blank),
  post(`${at}/nytt`, mayKeep, pages.added),
  get(`${at}/:id`, 'signedIn', pages.show),
  get(`${at}/:id/endring`, 'signedIn', pages.edit),
  post(`${at}/:id/endring`, 'signedIn', pages.edited),
]
