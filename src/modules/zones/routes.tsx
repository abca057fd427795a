import { get, post, type Route } from '../../kernel/http.ts'
import { registerPages } from '../../register/pages.tsx'
import { addZone, editZone, takeBack } from './commands.ts'
import { findZone, references, zonesNamed } from './queries.ts'
import { rules } from './rules.ts'
import { texts } from './texts.ts'

const pages = registerPages({
  at: '/soner',
  subject: 'premises_zone',
  rules,
  references,
  texts,
  name: 'name',
  find: findZone,
  add: addZone,
  edit: editZone,
  blank: (actor) => ({ inUse: 'yes', unit: actor.unitId }),
  links: { owner: { field: 'responsible', roles: ['ciso'] } },
  list: {
    filters: { unit: 'enhet', protection: 'vern', inUse: 'i-bruk' },
    sorts: { name: ['sort_key'] },
    columns: ['unit', 'protection', 'responsible', 'inUse'],
    imports: true,
  },
})
export const { versioned, commented, linked } = pages
export const imports = pages.imports({ keyed: zonesNamed, takeBack })

export const routes: readonly Route[] = [
  ...imports.routes,
  get('/soner', 'signedIn', pages.list),
  post('/soner/sok', 'signedIn', pages.searched),
  get('/soner/utdrag/:form', 'signedIn', pages.extract),
  get('/soner/nytt', rules.mayAdd, pages.blank),
  post('/soner/nytt', rules.mayAdd, pages.added),
  get('/soner/:id', 'signedIn', pages.show),
  get('/soner/:id/endring', 'signedIn', pages.edit),
  post('/soner/:id/endring', 'signedIn', pages.edited),
]
