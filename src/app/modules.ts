import type { Route } from '../kernel/http.ts'
import { auditRoutes } from '../modules/audit/routes.tsx'
import { caseIdsOf, caseNumbersOf } from '../modules/deviation/public.ts'
import { routes as deviation } from '../modules/deviation/routes.tsx'
import { routes as files } from '../modules/files/routes.tsx'
import { routes as identity } from '../modules/identity/routes.tsx'
import { routes as kept } from '../modules/kept/routes.tsx'
import { routes as messages } from '../modules/messages/routes.tsx'
import { routes as notices } from '../modules/notices/routes.tsx'
import { routes as organisation } from '../modules/organisation/routes.tsx'
import { routes as people } from '../modules/people/routes.tsx'
import { routes as systems } from '../modules/systems/routes.tsx'
import { routes as tasks } from '../modules/tasks/routes.tsx'
import { kindGroups, typesOf } from './log-kinds.ts'
import type { ModuleName } from './module-order.ts'

type Module = { readonly name: ModuleName; readonly routes: readonly Route[] }

/** Every module in the order of dependence: the table of contents. `documents` is a service without pages. */
export const modules: readonly Module[] = [
  { name: 'organisation', routes: organisation },
  { name: 'people', routes: people },
  { name: 'kept', routes: kept },
  { name: 'identity', routes: identity },
  { name: 'audit', routes: auditRoutes({ idsOf: caseIdsOf, numbersOf: caseNumbersOf }, { groups: kindGroups, typesOf }) },
  { name: 'tasks', routes: tasks },
  { name: 'messages', routes: messages },
  { name: 'files', routes: files },
  { name: 'systems', routes: systems },
  { name: 'deviation', routes: deviation },
  { name: 'notices', routes: notices },
]
