import { get, post, type Route } from '../../kernel/http.ts'
import { registerPages } from '../../register/pages.tsx'
import { addSource, editSource, takeBack } from './commands.ts'
import { findSource, sourcesNamed } from './queries.ts'
import { rules } from './rules.ts'
import { texts } from './texts.ts'

const pages = registerPages({
  at: '/regelverk',
  subject: 'source',
  rules,
  references: {},
  texts,
  name: 'name',
  find: findSource,
  add: addSource,
  edit: editSource,
  blank: () => ({ inUse: 'yes' }),
  list: {
    filters: { level: 'niva', inUse: 'i-bruk' },
    sorts: { name: ['sort_key'] },
    columns: ['level', 'chapter', 'checkedOn'],
    needed: ['checkedOn'],
    imports: true,
  },
})
export const { versioned, commented, linked } = pages
export const imports = pages.imports({ keyed: sourcesNamed, takeBack })

export const routes: readonly Route[] = [
  ...imports.routes,
  get('/regelverk', 'signedIn', pages.list),
  post('/regelverk/sok', 'signedIn', pages.searched),
  get('/regelverk/utdrag/:form', 'signedIn', pages.extract),
  get('/regelverk/nytt', rules.mayAdd, pages.blank),
  post('/regelverk/nytt', rules.mayAdd, pages.added),
  get('/regelverk/:id', 'signedIn', pages.show),
  get('/regelverk/:id/endring', 'signedIn', pages.edit),
  post('/regelverk/:id/endring', 'signedIn', pages.edited),
]
