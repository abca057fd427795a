import { get, post, type Route } from '../../kernel/http.ts'
import { registerPages } from '../../register/pages.tsx'
import { addWorkProcess, editWorkProcess, takeBack } from './commands.ts'
import { findWorkProcess, references, workProcessesNamed } from './queries.ts'
import { rules } from './rules.ts'
import { texts } from './texts.ts'

const pages = registerPages({
  at: '/arbeidsprosesser',
  subject: 'work_process',
  rules,
  references,
  texts,
  name: 'name',
  find: findWorkProcess,
  add: addWorkProcess,
  edit: editWorkProcess,
  blank: (actor) => ({ inUse: 'yes', unit: actor.unitId }),
  list: { filters: { unit: 'enhet', inUse: 'i-bruk' }, sorts: { name: ['sort_key'] }, columns: ['unit', 'inUse'], imports: true },
})
export const { versioned, commented, linked } = pages
export const imports = pages.imports({ keyed: workProcessesNamed, takeBack })

export const routes: readonly Route[] = [
  ...imports.routes,
  get('/arbeidsprosesser', 'signedIn', pages.list),
  post('/arbeidsprosesser/sok', 'signedIn', pages.searched),
  get('/arbeidsprosesser/utdrag/:form', 'signedIn', pages.extract),
  get('/arbeidsprosesser/nytt', rules.mayAdd, pages.blank),
  post('/arbeidsprosesser/nytt', rules.mayAdd, pages.added),
  get('/arbeidsprosesser/:id', 'signedIn', pages.show),
  get('/arbeidsprosesser/:id/endring', 'signedIn', pages.edit),
  post('/arbeidsprosesser/:id/endring', 'signedIn', pages.edited),
]
