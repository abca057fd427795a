import { get, post, type Route } from '../../kernel/http.ts'
import { registerPages } from '../../register/pages.tsx'
import { addSystem, editSystem } from './commands.ts'
import { findSystem, references } from './queries.ts'
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
  add: addSystem,
  edit: editSystem,
  blank: (actor) => ({ inUse: 'yes', ownerUnit: actor.unitId }),
  list: {
    filters: { ownerUnit: 'enhet', owner: 'eier', inUse: 'i-bruk' },
    sorts: { name: ['sort_key'], inUse: ['in_use', 'sort_key'] },
    columns: ['ownerUnit', 'owner', 'superUser', 'inUse'],
    needed: ['owner', 'superUser'],
  },
})

export const routes: readonly Route[] = [
  get('/systemer', 'signedIn', pages.list),
  post('/systemer/sok', 'signedIn', pages.searched),
  get('/systemer/utdrag/:form', 'signedIn', pages.extract),
  get('/systemer/nytt', rules.mayAdd, pages.blank),
  post('/systemer/nytt', rules.mayAdd, pages.added),
  get('/systemer/:id', 'signedIn', pages.show),
  get('/systemer/:id/endring', 'signedIn', pages.edit),
  post('/systemer/:id/endring', 'signedIn', pages.edited),
]
