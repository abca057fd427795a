import { get, post, type Route } from '../../kernel/http.ts'
import { registerPages } from '../../register/pages.tsx'
import { addSupplier, editSupplier, takeBack } from './commands.ts'
import { findSupplier, references, suppliersNamed } from './queries.ts'
import { rules } from './rules.ts'
import { texts } from './texts.ts'

const pages = registerPages({
  at: '/leverandorer',
  subject: 'supplier',
  rules,
  references,
  texts,
  name: 'name',
  find: findSupplier,
  add: addSupplier,
  edit: editSupplier,
  blank: () => ({ inUse: 'yes' }),
  list: {
    filters: { processesData: 'behandler', inUse: 'i-bruk' },
    ends: { field: 'contractUntil', key: 'utlop', open: { field: 'inUse', is: 'yes' } },
    sorts: { name: ['sort_key'], inUse: ['in_use', 'sort_key'] },
    columns: ['organisationNumber', 'processesData', 'contractOn', 'contractUntil', 'inUse'],
    many: ['processesData', 'inUse'],
    imports: true,
  },
})
export const { versioned, commented, linked } = pages
export const imports = pages.imports({ keyed: suppliersNamed, takeBack })

export const routes: readonly Route[] = [
  ...imports.routes,
  get('/leverandorer', 'signedIn', pages.list),
  post('/leverandorer/sok', 'signedIn', pages.searched),
  get('/leverandorer/utdrag/:form', 'signedIn', pages.extract),
  post('/leverandorer/flere', 'signedIn', pages.many),
  get('/leverandorer/nytt', rules.mayAdd, pages.blank),
  post('/leverandorer/nytt', rules.mayAdd, pages.added),
  post('/leverandorer/nytt/begynt', rules.mayAdd, pages.begun),
  get('/leverandorer/:id', 'signedIn', pages.show),
  get('/leverandorer/:id/endring', 'signedIn', pages.edit),
  post('/leverandorer/:id/endring', 'signedIn', pages.edited),
]
