import { get, post, type Route } from '../../kernel/http.ts'
import { registerPages } from '../../register/pages.tsx'
import { addSystem, editSystem } from './commands.ts'
import { findSystem, references, systems } from './queries.ts'
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
})
const columns = ['ownerUnit', { name: 'owner', needed: true }, { name: 'superUser', needed: true }, 'inUse'] as const

export const routes: readonly Route[] = [
  get('/systemer', 'signedIn', async (asked) => pages.list(asked, await systems(asked.ctx), columns)),
  get('/systemer/nytt', rules.mayAdd, pages.blank),
  post('/systemer/nytt', rules.mayAdd, pages.added),
  get('/systemer/:id', 'signedIn', pages.show),
  get('/systemer/:id/endring', 'signedIn', pages.edit),
  post('/systemer/:id/endring', 'signedIn', pages.edited),
]
