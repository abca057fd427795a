import { expect, test } from 'vitest'
import { checkReach } from '../../scripts/check-reach.ts'
import { planted } from './planted.ts'

const clean = {
  'src/main.ts': 'const now = () => new Date()\nconst port = process.env.PORT',
  'src/db/lock.ts': 'export const mine = process.pid',
  'src/browser/countdown.ts': `export const tick = () => Date.now()\nfetch('/utkast')`,
  'src/kernel/calendar.ts': 'export const later = (now: Date) => new Date(now.getTime() + 1)',
  'src/kernel/calendar.test.ts': 'const now = new Date()',
  'src/kernel/audit.ts': `export const record = (tx: Tx) => tx.insertInto('audit_event')`,
  'src/app/server.ts': 'export const answer = (app: { fetch(r: unknown): unknown }, r: unknown) => app.fetch(r)',
  'src/modules/systems/store-names.ts': `export const rename = (ctx: Ctx) => ctx.tx.updateTable('system')`,
  'src/modules/systems/pages/show.tsx': 'export const Show = ({ t }: Props) => <p title={t.lead}>{t.lead} · 2</p>',
  'src/ui/written.tsx': 'export const Written = (p: P) => <p dangerouslySetInnerHTML={{ __html: p.html }} />',
  'src/modules/systems/factory.ts': `export const who = 'sauda-administrator'`,
  'src/modules/organisation/presets.ts': `export const presets = ['oslomet', 'uio']`,
}

test('a clean tree passes', () => expect(checkReach(planted(clean))).toEqual([]))

test.each([
  ['src/kernel/a.ts', 'export const a = new Date()', 'new Date() reads the clock'],
  ['src/kernel/a.ts', 'export const a = new globalThis.Date()', 'new Date() reads the clock'],
  ['src/kernel/a.ts', 'export const a = Date()', 'Date() reads the clock'],
  ['src/kernel/a.ts', 'export const a = Date.now()', 'Date.now() reads the clock'],
  ['src/kernel/a.ts', 'export const a = () => performance.now()', 'performance.now() reads the clock'],
  ['src/kernel/a.ts', 'export const a = globalThis.Date.now()', 'Date.now() reads the clock'],
  ['src/kernel/a.ts', 'export const a = performance.timeOrigin', 'reads the clock'],
  ['src/kernel/a.ts', 'export const a = process.hrtime()', 'reads the clock'],
  ['src/modules/systems/queries.ts', 'export const a = sql`select 1 from system where day < current_date`', 'the clock of the database'],
  ['src/register/queries.ts', 'export const a = sql`now()`', 'the clock of the database'],
  ['src/app/a.tsx', `new WebSocket('wss://example.org')`, 'reaches another machine'],
  ['src/app/a.tsx', `await fetch('https://example.org')`, 'fetch() reaches another machine'],
  ['src/app/a.tsx', `await globalThis.fetch('https://example.org')`, 'fetch() reaches another machine'],
  ['src/modules/systems/rules.ts', 'export const a = () => Math.random()', 'cannot be told what to answer'],
  ['src/modules/systems/commands.ts', 'export const a = process.env.SECRET', 'main.ts alone'],
  ['src/modules/systems/commands.ts', 'const { env } = process', 'main.ts alone'],
  ['src/modules/systems/commands.ts', `import { env } from 'node:process'`, 'main.ts alone'],
  ['src/modules/systems/jobs.ts', `process.on('SIGTERM', stop)`, 'main.ts alone'],
  ['src/modules/systems/commands.ts', `console.log('saved')`, 'console tells'],
  ['src/modules/systems/queries.ts', `export const a = (ctx: Ctx) => ctx.tx.deleteFrom('system')`, 'changes rows'],
  ['src/modules/systems/routes.tsx', `export const a = (ctx: Ctx) => ctx.tx.updateTable('system')`, 'changes rows'],
  ['src/register/pages.tsx', `export const a = (ctx: Ctx) => ctx.tx.insertInto('system')`, 'changes rows'],
  ['src/modules/systems/queries.ts', 'export const a = (ctx: Ctx) => sql`\n delete from system`.execute(ctx.tx)', 'changes rows'],
  ['src/modules/systems/queries-a.ts', 'export const a = sql<Row>`update system set name = 1`', 'changes rows'],
  ['src/modules/systems/queries.ts', 'export const a = sql`with gone as (delete from system returning 1) select 1`', 'changes rows'],
  ['src/modules/systems/queries.ts', ['export const a = sql`update $', '{table} set name = 1`'].join(''), 'changes rows'],
  ['src/modules/systems/queries.ts', 'export const a = sql`/* x */ delete from system`', 'changes rows'],
  ['src/modules/systems/queries.ts', `export const a = sql.raw('delete from system')`, 'that nobody sees here'],
  ['src/modules/systems/rules.ts', 'export const a = (slug: string) => slug === `sauda`', 'is one organisation'],
  ['src/modules/systems/rules.ts', `export const a = (slug: string) => slug === 'oslomet'`, 'is one organisation'],
  ['src/modules/systems/pages/show.tsx', 'export const Show = () => <p>Systemer</p>', 'a word in one language'],
  ['src/modules/systems/pages/show.tsx', 'export const Show = () => <p aria-label="Systemer" />', 'a word in one language'],
  ['src/modules/systems/pages/show.tsx', 'export const Show = () => <Details summary="Les mer her" />', 'a word in one language'],
  ['src/modules/systems/pages/show.tsx', `export const Show = () => <p>{'Systemer'}</p>`, 'a word in one language'],
  ['src/modules/systems/pages/show.tsx', 'export const Show = (p: P) => <p>{p.a ? `Systemer` : null}</p>', 'a word in one language'],
  ['src/modules/systems/pages/show.tsx', `export const Show = () => <p title={'Systemer'} />`, 'a word in one language'],
  [
    'src/modules/systems/pages/show.tsx',
    'export const Show = (p: P) => <p dangerouslySetInnerHTML={{ __html: p.html }} />',
    'written.tsx alone',
  ],
])('a planted fault is found: %s: %s', (path, text, says) => {
  expect(checkReach(planted({ ...clean, [path]: text }))).toEqual([
    expect.objectContaining({ file: path, says: expect.stringContaining(says) }),
  ])
})
