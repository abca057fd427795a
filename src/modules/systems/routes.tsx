import { get, post, type Route } from '../../kernel/http.ts'
import { registerPages } from '../../register/pages.tsx'
import { addSystem, beginSystem, editSystem, takeBack } from './commands.ts'
import { findSystem, references, systemsNamed } from './queries.ts'
import { confirmRoute, systemTemplateRoutes } from './routes-templates.tsx'
import { rules } from './rules.ts'
import { texts } from './texts.ts'

const pages = registerPages({
  at: '/systemer',
  subject: 'system',
  rules,
  references,
  texts,
  name: 'name',
  find: findSystem,
  add: beginSystem,
  edit: editSystem,
  blank: (actor) => ({ ownerUnit: actor.unitId }),
  links: { state: { field: 'inUse', ended: ['no'], silent: ['yes'] }, owner: { field: 'owner', roles: ['ciso', 'dpo'] } },
  list: {
    filters: { ownerUnit: 'enhet', owner: 'eier', suppliedBy: 'leverandor', inUse: 'i-bruk' },
    sorts: { name: ['sort_key'], inUse: ['in_use', 'sort_key'] },
    columns: ['ownerUnit', 'owner', 'superUser', 'inUse'],
    needed: ['owner', 'superUser'],
    many: ['owner', 'superUser', 'suppliedBy', 'inUse'],
    imports: true,
    templates: true,
  },
})
export const { versioned, commented, linked, listed } = pages
export const imports = pages.imports({ keyed: systemsNamed, add: addSystem, takeBack })

export const routes: readonly Route[] = [
  ...imports.routes,
  get('/systemer', 'signedIn', pages.list),
  post('/systemer/sok', 'signedIn', pages.searched),
  get('/systemer/utdrag/:form', 'signedIn', pages.extract),
  post('/systemer/flere', 'signedIn', pages.many),
  get('/systemer/nytt', rules.mayAdd, pages.blank),
  post('/systemer/nytt', rules.mayAdd, pages.added),
  ...systemTemplateRoutes,
  confirmRoute,
  get('/systemer/:id', 'signedIn', pages.show),
  get('/systemer/:id/endring', 'signedIn', pages.edit),
  post('/systemer/:id/endring', 'signedIn', pages.edited),
]
