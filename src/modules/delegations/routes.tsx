import { get, post, type Route } from '../../kernel/http.ts'
import { registerPages } from '../../register/pages.tsx'
import { addDelegation, editDelegation } from './commands.ts'
import { findDelegation, references } from './queries.ts'
import { rules } from './rules.ts'
import { texts } from './texts.ts'

const at = '/delegeringer'
const pages = registerPages({
  at,
  subject: 'delegation',
  rules,
  references,
  texts,
  name: 'name',
  find: findDelegation,
  add: addDelegation,
  edit: editDelegation,
  blank: (actor, query) => ({
    delegatedBy: actor.personId,
    unit: actor.unitId,
    inForce: 'yes',
    onward: 'no',
    ...(query?.get('hva') === 'behandling' ? { authority: 'processing' as const } : {}),
  }),
  list: {
    filters: { authority: 'hva', delegatedBy: 'fra', delegatedTo: 'til', unit: 'enhet', inForce: 'gjelder' },
    ends: { field: 'toDate', key: 'utlop', open: { field: 'inForce', is: 'yes' } },
    sorts: { name: ['sort_key'], inForce: ['in_force', 'sort_key'] },
    columns: ['authority', 'delegatedBy', 'delegatedTo', 'unit', 'fromDate', 'toDate', 'inForce'],
  },
  links: { state: { field: 'inForce', ended: ['no'], silent: ['yes'] }, owner: { field: 'delegatedBy', roles: ['controller'] } },
})
export const { versioned, commented, linked } = pages

export const routes: readonly Route[] = [
  get(at, 'signedIn', pages.list),
  post(`${at}/sok`, 'signedIn', pages.searched),
  get(`${at}/utdrag/:form`, 'signedIn', pages.extract),
  get(`${at}/nytt`, rules.mayAdd, pages.blank),
  post(`${at}/nytt`, rules.mayAdd, pages.added),
  get(`${at}/:id`, 'signedIn', pages.show),
  get(`${at}/:id/endring`, 'signedIn', pages.edit),
  post(`${at}/:id/endring`, 'signedIn', pages.edited),
]
