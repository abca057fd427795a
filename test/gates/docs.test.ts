import { expect, test } from 'vitest'
import { routes, stale } from '../../scripts/docs.ts'
import { planted } from './planted.ts'

test('every route is listed with the guard as it is written', () => {
  const root = planted({
    'src/modules/systems/routes.tsx': `export const routes = [\n  get('/systemer', 'signedIn', list),\n  post('/systemer/:id', (actor) => hasRole(actor, 'admin'), save),\n]`,
    'src/app/shell-routes.tsx': `export const shellRoutes = [get('/personvern', 'open', privacy)]`,
    'src/modules/systems/queries.ts': `cache.get('/systemer', 'x', 'y')`,
  })
  expect(routes(root).split('\n').slice(-4, -1)).toEqual([
    '| GET | /personvern | open | src/app/shell-routes.tsx |',
    '| GET | /systemer | signedIn | src/modules/systems/routes.tsx |',
    "| POST | /systemer/:id | (actor) => hasRole(actor, 'admin') | src/modules/systems/routes.tsx |",
  ])
})

test('a page that is not what the code says now is found', () => {
  const root = planted({ 'docs/generated/routes.md': 'old' })
  expect(stale(root, 'docs/generated/routes.md', 'old')).toEqual([])
  expect(stale(root, 'docs/generated/routes.md', 'new')).toHaveLength(1)
  expect(stale(root, 'docs/generated/workflows.md', 'new')).toHaveLength(1)
})
