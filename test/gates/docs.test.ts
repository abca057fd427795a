import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { authorisation, routes, stale } from '../../scripts/docs.ts'
import { readHouse } from '../../scripts/house.ts'
import { isTest, readSource } from '../../scripts/source.ts'
import { withoutSteps } from '../../scripts/steps.ts'
import { namedIn } from '../../scripts/tables.ts'
import { modules } from '../../src/app/modules.ts'
import { type Actor, hasRole } from '../../src/kernel/actor.ts'
import { get, nothing, post } from '../../src/kernel/http.ts'
import { planted } from './planted.ts'

const rowsOf = (page: string) => page.split('\n').filter((line) => /^\| (GET|POST) /.test(line))

test('every route is listed with its guard, by its name or as it is written', () => {
  const base = '/systemer'
  const mayAdd = (actor: Actor) => hasRole(actor, 'admin')
  const systems = [
    get(base, 'signedIn', async () => nothing),
    post(
      `${base}/:id`,
      (actor) => hasRole(actor, 'dpo'),
      async () => nothing,
    ),
    get(`${base}/nytt`, mayAdd, async () => nothing),
  ]
  const shell = [get('/personvern', 'open', async () => nothing)]
  expect(
    rowsOf(
      routes([
        { name: 'shell', routes: shell },
        { name: 'systems', routes: systems },
      ]),
    ),
  ).toEqual([
    '| GET | /personvern | open | shell |',
    '| GET | /systemer | signedIn | systems |',
    expect.stringMatching(/^\| POST \| \/systemer\/:id \| \(actor\) => .*'?"?dpo.* \| systems \|$/),
    '| GET | /systemer/nytt | mayAdd | systems |',
  ])
})

test('no address of the house is written as it is put together', () => {
  expect(rowsOf(routes(modules)).filter((row) => row.includes('${'))).toEqual([])
  expect(rowsOf(routes(modules))).toHaveLength(modules.flatMap((module) => module.routes).length)
})

test('G-01 the table of every address has each role that its guard lets in, and changes when the guard does', () => {
  const table = (may: (actor: Actor) => boolean) =>
    rowsOf(
      authorisation([
        {
          name: 'systems',
          routes: [
            get('/a', 'open', async () => nothing),
            get('/b', 'signedIn', async () => nothing),
            post('/c', may, async () => nothing),
            get(
              '/d',
              (actor) => actor.leads.length > 0,
              async () => nothing,
            ),
          ],
        },
      ]),
    )
  const mayAdd = (actor: Actor) => hasRole(actor, 'admin', 'dpo')
  expect(table(mayAdd)).toEqual([
    '| GET | /a | *anyone* | systems |',
    '| GET | /b | *everybody* | systems |',
    '| POST | /c | dpo, admin | systems |',
    '| GET | /d | *a leader of a unit* | systems |',
  ])
  const wider = (actor: Actor) => hasRole(actor, 'admin', 'dpo', 'auditor')
  expect(table(wider)[2]).toBe('| POST | /c | dpo, auditor, admin | systems |')
  expect(table((actor) => hasRole(actor, 'employee'))[2]).toBe('| POST | /c | *everybody* | systems |')
  expect(table(() => false)[2]).toBe('| POST | /c | *nobody* | systems |')
})

test('G-01 every address of the house is in the table, and lets somebody in', () => {
  const rows = rowsOf(authorisation(modules))
  expect(rows).toHaveLength(modules.flatMap((module) => module.routes).length)
  expect(rows.filter((row) => row.includes('*nobody*'))).toEqual([])
})

test('a page that is not what the code says now is found', () => {
  const root = planted({ 'docs/generated/routes.md': 'old' })
  expect(stale(root, 'docs/generated/routes.md', 'old')).toEqual([])
  expect(stale(root, 'docs/generated/routes.md', 'new')).toHaveLength(1)
  expect(stale(root, 'docs/generated/workflows.md', 'new')).toHaveLength(1)
})

test('the map in README.md has every module, and none that is gone', () => {
  const map = /## The map.*?```(.*?)```/s.exec(readFileSync('README.md', 'utf8'))?.[1] ?? ''
  const rooms = map.slice(map.indexOf('src/modules/'), map.indexOf('\ntest/')).split('\n').slice(1)
  const named = rooms.flatMap((line) => line.slice(2, 48).trim().split(/\s+/))
  expect(named.toSorted()).toEqual(readdirSync('src/modules').toSorted())
})

test('a module whose records have a status has its steps drawn, or says why not', () => {
  const sources = [...readHouse('.').files.keys()].filter((path) => !isTest(path)).map((path) => readSource('.', path))
  const owners = new Map(namedIn(sources).flatMap(({ how, table, by }) => (how === 'written' ? [[table, by] as const] : [])))
  const tables = readFileSync('src/db/schema.sql', 'utf8')
    .split(/^create table /m)
    .slice(1)
  const moving = tables
    .filter((table) => /CHECK \((status|state|stage) = ANY/.test(table.slice(0, table.indexOf('\n);'))))
    .map((table) => owners.get(/^\w+/.exec(table)?.[0] ?? '') ?? table.slice(0, 40))
  const undrawn = [...new Set(moving)].filter((name) => !existsSync(`src/modules/${name}/workflow.ts`))
  // What is brought in from a file is of no module: src/register has its steps.
  expect(undrawn.filter((name) => name !== 'register').toSorted()).toEqual(Object.keys(withoutSteps).toSorted())
}, 120_000)
