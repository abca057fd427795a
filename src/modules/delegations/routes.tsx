import {
  type GetAnswer,
  get,
  notAllowed,
  nothing,
  type PostAnswer,
  post,
  type Route,
  redirect,
  refusedTo,
  versionOf,
} from '../../kernel/http.ts'
import { isId } from '../../kernel/ids.ts'
import { answered } from '../../kernel/road.ts'
import { registerPages } from '../../register/pages.tsx'
import { uiTexts } from '../../ui/texts.ts'
import { addDelegation, delegates, editDelegation, giveOwnHand } from './commands.ts'
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
  later: ['inForce'],
  follows: { otherAuthority: { from: 'authority', when: 'other' } },
  find: findDelegation,
  add: addDelegation,
  edit: editDelegation,
  blank: (actor, query) => ({
    delegatedBy: actor.personId,
    unit: actor.unitId,
    inForce: 'yes',
    onward: 'no',
    ...(query?.get('hva') === 'behandling' ? { authority: 'processing' as const } : {}),
    ...(query?.get('hva') === 'utlevering' ? { authority: 'disclosure' as const } : {}),
    ...(isId(query?.get('system')) ? { systems: [query?.get('system') ?? ''] } : {}),
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
  get(`${at}/nytt`, 'signedIn', async (asked): Promise<GetAnswer> => ((await delegates(asked.ctx)) ? pages.blank(asked) : notAllowed)),
  post(`${at}/nytt`, 'signedIn', async (asked): Promise<PostAnswer> => ((await delegates(asked.ctx)) ? pages.added(asked) : notAllowed)),
  get(`${at}/:id`, 'signedIn', pages.show),
  get(`${at}/:id/endring`, 'signedIn', pages.edit),
  post(`${at}/:id/endring`, 'signedIn', pages.edited),
  post(`${at}/:id/egen-hand`, 'signedIn', async ({ ctx, params, form, locale }): Promise<PostAnswer> => {
    const id = isId(params.id) ? params.id : ''
    if (id === '' || !(await findDelegation(ctx, id))) return nothing
    const done = () => redirect(`${at}/${id}`, texts(locale).ownHand.done)
    return answered(await giveOwnHand(ctx, id, versionOf(form)), {
      done,
      nothingChanged: done,
      refused: ({ why }) =>
        refusedTo(`${at}/${id}`, (texts(locale).refusals as Readonly<Record<string, string>>)[why] ?? uiTexts(locale).refusals.stale),
    })
  }),
]
