import { join } from 'node:path'
import { expect, test } from 'vitest'
import { checkImports, isIoPackage, kernelIo } from '../../scripts/check-imports.ts'
import { readHouse } from '../../scripts/house.ts'
import { planted } from './planted.ts'

const house = {
  'src/main.ts': `import './app/server.ts'`,
  'src/app/server.ts': `import { routes } from '../modules/deviation/routes.tsx'\nimport { Page } from '../ui/page.tsx'`,
  'src/app/texts.ts': `export const shellTexts = 1`,
  'src/app/modules.ts': [
    ...['people', 'systems', 'deviation'].map((name) => `import { ${name} } from '../modules/${name}/module.ts'`),
    'const table: readonly Module[] = [people, systems(1), deviation]',
  ].join('\n'),
  'src/modules/people/module.ts': `export const people = 1`,
  'src/modules/systems/module.ts': `import { routes } from './routes.tsx'\nexport const systems = routes`,
  'src/modules/deviation/module.ts': `export const deviation = 1`,
  'src/kernel/change.ts': `export const change = 1`,
  'src/kernel/keys.ts': `export const sealAt = 1`,
  'src/kernel/ids.ts': `import { randomBytes } from 'node:crypto'`,
  'src/kernel/ctx.ts': `import type { Schema } from '../db/types.ts'`,
  'src/kernel/audit.ts': `export const record = 1`,
  'src/kernel/guard/guard.ts': `export const guard = 1`,
  'src/db/types.ts': `export type Schema = object`,
  'src/db/pool.ts': `import pg from 'pg'\nimport { newId } from '../kernel/ids.ts'`,
  'src/ui/page.tsx': `import type { Route } from '../kernel/http.ts'\nexport const Page = 1`,
  'src/ui/texts.ts': `export const texts = 1`,
  'src/register/rules.ts': `import { change } from '../kernel/change.ts'`,
  'src/register/store.ts': `import { sql } from 'kysely'\nimport { record } from '../kernel/audit.ts'\nimport type { Schema } from '../db/types.ts'`,
  'src/register/pages.tsx': `import { Page } from '../ui/page.tsx'`,
  'src/browser/guard.ts': `import { guard } from '../kernel/guard/guard.ts'\nimport '@digdir/designsystemet-web'`,
  'src/modules/people/public.ts': `export { personName } from './queries.ts'`,
  'src/modules/people/queries.ts': `import { sql } from 'kysely'\nexport const personName = sql`,
  'src/modules/systems/public.ts': `export { addSystem } from './commands.ts'\nexport { Name } from './pages/name.tsx'\nexport { systemName } from './system.ts'`,
  'src/modules/systems/system.ts': `export const systemName = 1`,
  'src/modules/systems/commands.ts': `import { rules } from './rules.ts'`,
  'src/modules/systems/pages/name.tsx': `import { Page } from '../../../ui/page.tsx'`,
  'src/modules/systems/rules.ts': `import { registerRules } from '../../register/rules.ts'`,
  'src/modules/systems/routes.tsx': `import { registerPages } from '../../register/pages.tsx'`,
  'src/modules/deviation/deviation.ts': `export type Deviation = object`,
  'src/modules/deviation/level.ts': `export const level = 1`,
  'src/modules/deviation/rules.ts': `import { change } from '../../kernel/change.ts'\nimport { newId } from '../../kernel/ids.ts'\nimport { level } from './level.ts'\nimport type { Db } from './store.ts'`,
  'src/modules/deviation/rules.test.ts': `import { test } from 'vitest'\nimport { change } from './rules.ts'`,
  'src/modules/deviation/store.ts': `import { sql } from 'kysely'\nimport type { Schema } from '../../db/types.ts'`,
  'src/modules/deviation/commands.ts': `import { personName } from '../people/public.ts'\nimport * as store from './store.ts'`,
  'src/modules/deviation/commands.test.ts': `import { make } from '../systems/factory.ts'\nimport { onBoth } from '../../../test/support/database.ts'`,
  'src/modules/deviation/routes.tsx': `import { close } from './commands.ts'\nexport const routes = 1`,
  'src/modules/deviation/pages/show.tsx': `import { Page } from '../../../ui/page.tsx'\nimport { one } from '../../../kernel/http.ts'\nimport { Name, systemName } from '../../systems/public.ts'\nimport type { Shown } from '../queries.ts'`,
  'src/kernel/http.ts': `import { Readable } from 'node:stream'`,
  'src/modules/deviation/public.ts': `export const deviationsOf = 1`,
}

test('each kernel file that reaches outside is known to, and each that is named is a file', () => {
  const { files } = readHouse(join(import.meta.dirname, '../..'))
  const kernel = [...files.values()].flatMap((file) => {
    const name = /^src\/kernel\/([^/.]+)\.ts$/.exec(file.path)?.[1]
    return name ? [{ name, reaches: file.imports.some((one) => !one.typeOnly && one.to !== 'node:crypto' && isIoPackage(one)) }] : []
  })
  expect(kernelIo.filter((name) => !kernel.some((file) => file.name === name))).toEqual([])
  expect(kernel.filter(({ name, reaches }) => reaches && !kernelIo.includes(name)).map(({ name }) => name)).toEqual([])
}, 120_000)

test('a house in order passes', () => expect(checkImports(planted(house))).toEqual([]))

test.each([
  ['a page to the keys', 'src/modules/deviation/pages/show.tsx', `import { sealAt } from '../../../kernel/keys.ts'`, 'a page takes props'],
  ['outside src', 'src/app/server.ts', `import { x } from '../../scripts/check.ts'`, 'nothing from outside src'],
  ['main', 'src/app/texts.ts', `import '../main.ts'`, 'nobody imports main.ts'],
  ['browser files on the server', 'src/app/server.ts', `import '../browser/guard.ts'`, 'only the browser'],
  ['kernel to module', 'src/kernel/change.ts', `import { a } from '../modules/people/public.ts'`, 'the kernel knows no module'],
  [
    'kernel to module, by type',
    'src/kernel/change.ts',
    `import type { A } from '../modules/people/public.ts'`,
    'the kernel knows no module',
  ],
  [
    'kernel to module, inline',
    'src/kernel/change.ts',
    `export type A = import('../modules/people/public.ts').A`,
    'the kernel knows no module',
  ],
  ['kernel to module, dynamic', 'src/kernel/change.ts', `await import('../modules/people/public.ts')`, 'the kernel knows no module'],
  ['kernel to module, passed on', 'src/kernel/change.ts', `export * from '../modules/people/public.ts'`, 'the kernel knows no module'],
  ['kernel to shell', 'src/kernel/change.ts', `import { a } from '../app/modules.ts'`, 'the kernel knows no module'],
  ['kernel to ui', 'src/kernel/change.ts', `import { Page } from '../ui/page.tsx'`, 'the kernel knows no module'],
  ['ui to module', 'src/ui/page.tsx', `import { a } from '../modules/people/public.ts'`, 'src/ui knows only'],
  ['ui to shell', 'src/ui/page.tsx', `import { a } from '../app/texts.ts'`, 'src/ui knows only'],
  ['ui to the log', 'src/ui/page.tsx', `import { record } from '../kernel/audit.ts'`, 'does not reach outside'],
  ['what registers share to a module', 'src/register/store.ts', `import { a } from '../modules/people/public.ts'`, 'in common'],
  ['what registers share to the shell', 'src/register/pages.tsx', `import { a } from '../app/texts.ts'`, 'in common'],
  ['ui to what registers share', 'src/ui/page.tsx', `import { a } from '../register/rules.ts'`, 'src/ui knows only'],
  ['a register’s rule to its store', 'src/modules/systems/rules.ts', `import { a } from '../../register/store.ts'`, 'must be pure'],
  ['a shared rule to the database', 'src/register/rules.ts', `import { sql } from 'kysely'`, 'must be pure'],
  ['ui to files', 'src/ui/page.tsx', `import { readFileSync } from 'node:fs'`, 'does not reach outside'],
  ['db to module', 'src/db/pool.ts', `import { a } from '../modules/people/public.ts'`, 'src/db knows only'],
  ['browser to kernel', 'src/browser/guard.ts', `import { record } from '../kernel/audit.ts'`, 'what runs in the browser'],
  ['browser to module', 'src/browser/guard.ts', `import { a } from '../modules/people/public.ts'`, 'what runs in the browser'],
  ['browser to node, through another file', 'src/kernel/guard/guard.ts', `import { x } from '../ids.ts'`, 'runs in the browser'],
  ['browser to a package', 'src/browser/guard.ts', `import pg from 'pg'`, 'runs in the browser'],
  ['module to a later module', 'src/modules/people/queries.ts', `import { a } from '../deviation/public.ts'`, 'does not come before'],
  [
    'module to a later module, by type',
    'src/modules/people/queries.ts',
    `import type { A } from '../deviation/public.ts'`,
    'does not come before',
  ],
  ['module to what is not public', 'src/modules/deviation/commands.ts', `import { a } from '../people/queries.ts'`, 'only its public.ts'],
  ['module to the shell', 'src/modules/deviation/commands.ts', `import { a } from '../../app/modules.ts'`, 'a module may import'],
  ['module to the pool', 'src/modules/deviation/commands.ts', `import { a } from '../../db/pool.ts'`, 'a module may import'],
  ['a factory in the product', 'src/modules/deviation/commands.ts', `import { a } from './factory.ts'`, 'for tests and example data'],
  ['a rule to the database', 'src/modules/deviation/rules.ts', `import { sql } from 'kysely'`, 'must be pure'],
  ['a rule to node', 'src/modules/deviation/rules.ts', `import { readFileSync } from 'node:fs'`, 'must be pure'],
  ['a module’s own idea to node', 'src/modules/deviation/level.ts', `import { readFileSync } from 'node:fs'`, 'must be pure'],
  [
    'a rule to the transaction, by type',
    'src/modules/deviation/rules.ts',
    `import type { Ctx } from '../../kernel/ctx.ts'`,
    'must be pure',
  ],
  ['a rule to hono', 'src/modules/deviation/rules-level.ts', `import { Hono } from 'hono'`, 'must be pure'],
  ['a rule to what draws', 'src/modules/deviation/rules.ts', `import { h } from 'preact'`, 'must be pure'],
  ['a rule to the store', 'src/modules/deviation/rules.ts', `import * as store from './store.ts'`, 'must be pure'],
  ['a rule to the log', 'src/modules/deviation/rules.ts', `import { record } from '../../kernel/audit.ts'`, 'must be pure'],
  [
    'a rule to I/O through another file',
    'src/kernel/change.ts',
    `import { readFileSync } from 'node:fs'`,
    'src/modules/deviation/rules.ts must be pure',
  ],
  [
    'a test of rules to the database',
    'src/modules/deviation/rules.test.ts',
    `import { onBoth } from '../../../test/support/database.ts'`,
    'must be pure',
  ],
  ['a workflow to a page', 'src/modules/systems/workflow.ts', `import { Name } from './pages/name.tsx'`, 'must be pure'],
  ['a page to a command', 'src/modules/deviation/pages/show.tsx', `import { close } from '../commands.ts'`, 'a page takes props'],
  ['a page to a query', 'src/modules/deviation/pages/show.tsx', `import { list } from '../queries.ts'`, 'a page takes props'],
  ['a page to the store', 'src/modules/deviation/pages/show.tsx', `import * as store from '../store.ts'`, 'a page takes props'],
  ['a page to SQL', 'src/modules/deviation/pages/show.tsx', `import { sql } from 'kysely'`, 'a page takes props'],
  ['a page to the log', 'src/modules/deviation/pages/show.tsx', `import { record } from '../../../kernel/audit.ts'`, 'a page takes props'],
  [
    'a page to a register’s store',
    'src/modules/deviation/pages/show.tsx',
    `import { registerStore } from '../../../register/store.ts'`,
    'a page takes props',
  ],
  [
    'a page to another module’s command',
    'src/modules/deviation/pages/show.tsx',
    `import { addSystem, Name } from '../../systems/public.ts'`,
    'takes addSystem',
  ],
  [
    'a rule to another module’s command',
    'src/modules/deviation/rules.ts',
    `import { addSystem } from '../systems/public.ts'`,
    'must be pure',
  ],
  ['a rule to another module’s page', 'src/modules/deviation/rules.ts', `import { Name } from '../systems/public.ts'`, 'must be pure'],
  ['a command to another machine', 'src/modules/deviation/commands.ts', `import { request } from 'node:https'`, 'by the queue'],
  ['what registers have in common, to another machine', 'src/register/pages.tsx', `import { request } from 'node:https'`, 'by the queue'],
  ['an import called in a template', 'src/modules/deviation/commands.ts', 'export const a = () => import(`node:https`)', 'by the queue'],
  ['a route to the store', 'src/modules/deviation/routes.tsx', `import * as store from './store.ts'`, 'one command or one query'],
  ['a module left out of the order', 'src/modules/cards/cards.ts', 'export const a = 1', 'does not list the module cards'],
])('a planted fault is found: %s', (_what, path, source, says) => {
  const found = checkImports(planted({ ...house, [path]: source }))
  expect(found.map((one) => one.says)).toEqual([expect.stringContaining(says)])
})

test.each([
  ['two files', [], `import { rules } from './rules.ts'\nexport const level = 1`],
  ['two files, by type', [], `import type { Rule } from './rules.ts'\nexport const level = 1`],
  ['three files', ['src/modules/deviation/clock.ts'], `import { clock } from './clock.ts'\nexport const level = 1`],
])('a planted circle is found: %s', (_what, between, source) => {
  const clock = { 'src/modules/deviation/clock.ts': `import { rules } from './rules.ts'` }
  const found = checkImports(planted({ ...house, ...(between.length > 0 ? clock : {}), 'src/modules/deviation/level.ts': source }))
  expect(found).toHaveLength(1)
  expect(found[0]?.says).toContain('a circle')
  for (const path of ['level.ts', 'rules.ts', ...between]) expect(found[0]?.says).toContain(path)
})

test('folders of a module that need each other are found, though no file leads back to itself', () => {
  const folders = {
    'src/modules/deviation/report/layout.ts': `import type { Deviation } from '../deviation.ts'`,
    'src/modules/deviation/report/form.ts': `import { gaps } from '../closing/gaps.ts'`,
    'src/modules/deviation/closing/gaps.ts': `export const gaps = 1`,
    'src/modules/deviation/closing/memo.ts': `import { layout } from '../report/layout.ts'`,
  }
  const found = checkImports(planted({ ...house, ...folders }))
  expect(found.map(({ file }) => file)).toEqual(['src/modules/deviation/closing/memo.ts', 'src/modules/deviation/report/form.ts'])
  expect(found[1]?.says).toContain('report → closing → report')
})

test('the record lies below its folders, and what shows it to the house above them', () => {
  const below = { 'src/modules/deviation/closing/gaps.ts': `import type { Deviation } from '../deviation.ts'\nexport const gaps = 1` }
  const row = { 'src/modules/deviation/module.ts': `import { gaps } from './closing/gaps.ts'\nexport const deviation = gaps` }
  expect(checkImports(planted({ ...house, ...below, ...row }))).toEqual([])
  const record = { 'src/modules/deviation/clock.ts': `import { gaps } from './closing/gaps.ts'` }
  const found = checkImports(planted({ ...house, ...below, ...record }))
  expect(found.map(({ says }) => /in a circle: (.*?)\./.exec(says)?.[1])).toEqual([
    '(record) → closing → (record)',
    'closing → (record) → closing',
  ])
})

test('a test that knows its module closes no circle', () =>
  expect(checkImports(planted({ ...house, 'src/modules/deviation/level.test.ts': `import { level } from './level.ts'` }))).toEqual([]))

test('where it stands is said by file and line', () => {
  const root = planted({ ...house, 'src/kernel/change.ts': `export const a = 1\n\nimport { b } from '../app/modules.ts'` })
  expect(checkImports(root)).toMatchObject([{ file: 'src/kernel/change.ts', line: 3 }])
})

test.each([
  ['in a statement', 'export const a = sql<Row>`select 1 from person p left join system s on true`'],
  ['in words of Kysely', `export const a = (ctx: Ctx) => ctx.tx.selectFrom('system as s')`],
])('a module that reads the table of a later one is found: %s', (_what, text) => {
  const store = `export const store = registerStore<F, E>('system', fields, { unique: 'name' })`
  const backwards = planted({ ...house, 'src/modules/systems/store.ts': store, 'src/modules/people/queries-a.ts': text })
  expect(checkImports(backwards).map(({ file, says }) => [file, says])).toEqual([
    ['src/modules/people/queries-a.ts', 'reads system, which is of systems: systems does not come before people in src/app/modules.ts'],
  ])
  const forwards = { ...house, 'src/modules/systems/store.ts': store, 'src/modules/deviation/queries-a.ts': text }
  expect(checkImports(planted(forwards))).toEqual([])
})

test.each([
  ['in words of Kysely', `export const a = (ctx: Ctx) => ctx.tx.updateTable('system as s')`],
  ['in a statement', 'export const a = sql`insert into system (name) values (1)`'],
  ['beside a question', 'export const a = sql`with gone as (delete from system returning 1) select 1 from gone`'],
  ['of the kernel', `export const a = (ctx: Ctx) => ctx.tx.insertInto('audit_event')`],
])('a module that writes the table of another is found: %s', (_what, text) => {
  const owners = {
    'src/kernel/audit.ts': `export const record = (tx: Tx) => tx.insertInto('audit_event')`,
    'src/modules/systems/store.ts': `export const store = registerStore<F, E>('system', fields, { unique: 'name' })`,
  }
  const found = checkImports(planted({ ...house, ...owners, 'src/modules/deviation/store-a.ts': text }))
  expect(found.map(({ file, says }) => [file, says])).toEqual([
    [
      'src/modules/deviation/store-a.ts',
      expect.stringMatching(/^writes (system, which is of systems|audit_event, which is of kernel): let/),
    ],
  ])
  const locked = 'export const a = sql`select 1 from system for no key update of system skip locked`'
  expect(checkImports(planted({ ...house, ...owners, 'src/modules/deviation/store-a.ts': locked }))).toEqual([])
})
