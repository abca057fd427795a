import { get, post, type Route } from '../../kernel/http.ts'
import { registerPages } from '../../register/pages.tsx'
import { addSystem, editSystem } from './commands.ts'
import { systemFields } from './fields.ts'
import { findSystem, references, systems } from './queries.ts'
import { mayAdd, mayEdit } from './rules.ts'
import { texts } from './texts.ts'

const pages = registerPages({
  at: '/systemer',
  subject: 'system',
  fields: systemFields,
  references,
  texts,
  name: 'name',
  find: findSystem,
  mayAdd,
  mayEdit,
  add: addSystem,
  edit: editSystem,
  blank: (actor) => ({ inUse: 'yes', ownerUnit: actor.unitId }),
})
const columns = ['ownerUnit', { name: 'owner', needed: true }, { name: 'superUser', needed: true }, 'inUse'] as const

export const routes: readonly Route[] = [
  get('/systemer', 'signedIn', async (asked) => pages.list(asked, await systems(asked.ctx), columns)),
  get('/systemer/nytt', mayAdd, pages.blank),
  post('/systemer/nytt', mayAdd, pages.added),
  get('/systemer/:id', 'signedIn', pages.show),
  get('/systemer/:id/endring', 'signedIn', pages.edit),
  post('/systemer/:id/endring', 'signedIn', pages.edited),
]
