import { existsSync } from 'node:fs'
import { posix } from 'node:path'
import { isConcept } from './check-shape.ts'
import { circular, foldersInCircles } from './circles.ts'
import { type File, type House, type Import, moduleOf, orderFile, readHouse } from './house.ts'
import { type Finding, isTest, readSource, report } from './source.ts'
import { tablesOfOthers } from './tables.ts'

// Who may import whom. The map is in README.md, the reasons in docs/decisions/0001 and 0002; each rule is shown to bite
// in test/gates/imports.test.ts.

/** Says what is wrong with one import, or nothing. */
type Rule = (file: File, one: Import, house: House) => string | undefined

export function checkImports(root: string): readonly Finding[] {
  const house = readHouse(root)
  const bad = [...house.files.values()].flatMap((file) =>
    file.imports.flatMap((one) => {
      const says = rules.map((rule) => rule(file, one, house)).find((words) => words !== undefined)
      return says ? [{ file: file.path, line: one.line, says }] : []
    }),
  )
  const sources = [...house.files.keys()].filter((path) => !forTests(path)).map((path) => readSource(root, path))
  const whole = [...impure(house), ...heavy(house), ...circular(house), ...foldersInCircles(house), ...tablesOfOthers(house, sources)]
  return firstOfEach([...unlisted(house), ...bad, ...whole])
}

/** One import is one thing to mend, though it may break two rules. */
const firstOfEach = (findings: readonly Finding[]) =>
  findings.filter((one, at) => findings.findIndex((other) => other.file === one.file && other.line === one.line) === at)

const within = (path: string, ...folders: readonly string[]) => folders.some((folder) => path.startsWith(`src/${folder}/`))
const baseName = (path: string) => posix.basename(path).replace(/\.tsx?$/, '')
/** A factory plays the real steps for tests, so it is a test file by another name. */
const forTests = (path: string) => isTest(path) || baseName(path) === 'factory'

/** A kernel file that asks a database, a disk or another machine, or remembers from one request to the next. Held by test/gates/imports.test.ts. */
export const kernelIo: readonly string[] = [
  ...['audit', 'audit-later', 'ctx', 'deed', 'http', 'imap', 'jobs', 'keys', 'lasting', 'leaked', 'mail-right', 'once', 'openid'],
  ...['outside', 'planned', 'read-once', 'reseal', 'sealed-content', 'space-sql', 'upload', 'vault', 'verify-log', 'words'],
]
/** The rules of plain registers, what figures come to, what a hold is, what a template is and what others call things, are as pure as a module's own. */
const pureRegister = [
  'src/register/rules.ts',
  'src/register/count.ts',
  'src/register/holds/holds.ts',
  'src/register/templates/template.ts',
  'src/register/import/called.ts',
]
// A factory is as pure as what it plays: the walk goes on into it.
const moduleIo = ['store', 'queries', 'commands', 'routes', 'list', 'jobs']
const isKernelIo = (path: string) => kernelIo.includes(/^src\/kernel\/([^/.]+)/.exec(path)?.[1] ?? '')
const isModuleIo = (path: string) =>
  moduleOf(path) !== undefined && !/\/pages\//.test(path) && moduleIo.includes(baseName(path).split('-')[0] ?? '')
const isPublic = (path: string) => /^src\/modules\/[^/]+\/public\.tsx?$/.test(path)
/** What is taken of a public.ts that passes on what reaches outside, or (where a rule takes it) is drawn. */
const reaching = ({ files }: House, one: Import, also: (path: string) => boolean = () => false): string | undefined => {
  const from = isPublic(one.to) ? files.get(one.to)?.from : undefined
  return one.names.find((name) => {
    const path = from?.get(name) ?? ''
    return isModuleIo(path) || also(path)
  })
}
const isPage = (path: string) => /\/pages\//.test(path)
/** The kernel's files that reach outside, but for the words of a request: a page reads what was posted. */
const isDeed = (path: string) =>
  (isKernelIo(path) && path !== 'src/kernel/http.ts') || (within(path, 'register') && !pureRegister.includes(path))

const rules: readonly Rule[] = [
  (file, one) =>
    !one.isPackage && !one.to.startsWith('src/') && !forTests(file.path)
      ? `imports ${one.to}: the product imports nothing from outside src`
      : undefined,

  (file, one) =>
    one.to === 'src/main.ts' || (within(one.to, 'browser') && !within(file.path, 'browser'))
      ? `imports ${one.to}: nobody imports main.ts, and only the browser's own files import src/browser`
      : undefined,

  (file, one) =>
    baseName(one.to) === 'factory' && moduleOf(one.to) && !forTests(file.path) && !within(file.path, 'db/seed')
      ? `imports ${one.to}: a factory makes records for tests and example data only`
      : undefined,

  (file, one) =>
    within(file.path, 'kernel') && !forTests(file.path) && !one.isPackage && !within(one.to, 'kernel') && one.to !== 'src/db/types.ts'
      ? `imports ${one.to}: the kernel knows no module, no shell and no page; it may know src/db/types.ts`
      : undefined,

  (file, one) =>
    within(file.path, 'ui') && !forTests(file.path) && !one.isPackage && !within(one.to, 'ui', 'kernel')
      ? `imports ${one.to}: src/ui knows only itself and the kernel`
      : undefined,

  (file, one) =>
    within(file.path, 'register') &&
    !forTests(file.path) &&
    !one.isPackage &&
    !within(one.to, 'register', 'ui', 'kernel') &&
    one.to !== 'src/db/types.ts'
      ? `imports ${one.to}: src/register is what plain registers have in common; it knows only itself, src/ui, the kernel and src/db/types.ts`
      : undefined,

  (file, one) =>
    within(file.path, 'db') && !within(file.path, 'db/seed') && !forTests(file.path) && !one.isPackage && !within(one.to, 'db', 'kernel')
      ? `imports ${one.to}: src/db knows only itself and the kernel (src/db/seed may ask the modules)`
      : undefined,

  (file, one) =>
    within(file.path, 'browser') && !forTests(file.path) && !one.isPackage && !one.typeOnly && !inBrowser(one.to)
      ? `imports ${one.to}: what runs in the browser may use only src/browser, kernel/guard, kernel/calendar, kernel/texts, src/ui/texts and src/ui/format`
      : undefined,

  (file, one, house) => {
    const from = moduleOf(file.path)
    if (!from || forTests(file.path) || one.isPackage || within(one.to, 'kernel', 'ui', 'register') || one.to === 'src/db/types.ts')
      return undefined
    const to = moduleOf(one.to)
    if (!to)
      return `imports ${one.to}: a module may import the kernel, src/ui, src/register, src/db/types.ts, itself, and public.ts of earlier modules`
    if (to === from) return undefined
    if (house.order.indexOf(to) >= house.order.indexOf(from))
      return `imports ${one.to}: ${to} does not come before ${from} in ${orderFile}. A wish to point backwards is a row in the later one's module.ts (kernel/module.ts)`
    return isPublic(one.to) ? undefined : `imports ${one.to}: of another module only its public.ts may be imported`
  },

  (file, one) =>
    isPage(file.path) &&
    !forTests(file.path) &&
    !one.typeOnly &&
    (isModuleIo(one.to) || within(one.to, 'db') || isDeed(one.to) || isIoPackage(one))
      ? `imports ${one.to}: a page takes props and gives HTML; the route asks and passes on the answer`
      : undefined,

  (file, one, house) => {
    const name = isPage(file.path) && !forTests(file.path) ? reaching(house, one) : undefined
    return name ? `takes ${name} from ${one.to}: a page takes props and gives HTML; the route asks and passes on the answer` : undefined
  },

  (file, one) =>
    (moduleOf(file.path) || within(file.path, 'register')) &&
    !apart.includes(file.path) &&
    !forTests(file.path) &&
    one.isPackage &&
    network.has(one.to) &&
    baseName(file.path).split('-')[0] !== 'jobs'
      ? `imports ${one.to}: another machine is asked by the queue (jobs.ts), never while somebody waits for a page`
      : undefined,

  (file, one) =>
    within(file.path, 'ui') && file.path !== readsBuild && !forTests(file.path) && !one.typeOnly && (isKernelIo(one.to) || isIoPackage(one))
      ? `imports ${one.to}: src/ui takes props and gives HTML; it does not reach outside`
      : undefined,

  (file, one) =>
    baseName(file.path).split('-')[0] === 'routes' &&
    !forTests(file.path) &&
    !one.typeOnly &&
    (baseName(one.to).split('-')[0] === 'store' || one.to === 'kysely')
      ? `imports ${one.to}: a route calls one command or one query; rows are locked and changed by commands only`
      : undefined,
]

/** The names of the built files hold hashes, and are read from disk once. */
const readsBuild = 'src/ui/assets.ts'
const ioPackages = ['kysely', 'pg', 'pg-boss', 'pino', 'nodemailer', '@electric-sql/pglite', '@hono/node-server']
/** Each starts a program of ours apart from this one: for a stranger's file, and for a large document. */
const apart = ['src/register/import/sheet.ts', 'src/modules/documents/render-apart.ts']
const network = new Set([
  'node:http',
  'node:https',
  'node:http2',
  'node:net',
  'node:tls',
  'node:dgram',
  'node:dns',
  'node:child_process',
  'undici',
  'nodemailer',
  'imapflow',
  'openid-client',
])
export const isIoPackage = (one: Pick<Import, 'isPackage' | 'to'>) =>
  one.isPackage && (one.to.startsWith('node:') || ioPackages.includes(one.to))
const inBrowser = (path: string) => /^src\/(browser\/|kernel\/(guard|calendar|texts)[/.]|ui\/(texts|format)[/.])/.test(path)

function unlisted({ files, order }: House): readonly Finding[] {
  const present = new Set([...files.keys()].flatMap((path) => moduleOf(path) ?? []))
  return [...present]
    .filter((name) => !order.includes(name))
    .map((name) => ({ file: orderFile, line: 1, says: `does not list the module ${name}` }))
}

/**
 * Rules, fields, workflows, permissions and a module's own ideas decide without I/O, in milliseconds, and so does every
 * file they reach.
 * The walk stops at another module's public.ts, but for the names that are taken of it: none of them may reach outside either.
 */
function impure(house: House): readonly Finding[] {
  const decides = /^(rules|fields|workflow|permissions)(-|$)/
  const start = [...house.files.keys()].filter(
    (path) => isConcept(path) || (moduleOf(path) && decides.test(baseName(path).replace(/\.test$/, ''))),
  )
  const taints = (one: Import) => reaching(house, one, isPage) !== undefined
  return reached(house, start, (file, one) => isPublic(one.to) || random.has(one.to) || !isPure(file, one)).flatMap(({ file, from }) =>
    file.imports
      .filter((one) => (one.typeOnly ? from === file.path && handsTransaction.has(one.to) : !isPure(file, one) || taints(one)))
      .map((one) => ({
        file: file.path,
        line: one.line,
        says: `imports ${one.to}, and ${from === file.path ? 'it' : from} must be pure: pass what is needed in as an argument`,
      })),
  )
}

/** They take random bytes from the system, which is reaching outside only to the letter. */
const random = new Set(['src/kernel/ids.ts', 'src/kernel/seal.ts'])
/** To be handed a transaction is to reach outside, though nothing but its type is imported. */
const handsTransaction = new Set(['src/kernel/ctx.ts', 'kysely'])

function isPure(file: File, one: Import): boolean {
  if (one.isPackage) return one.to === 'zod' || (isTest(file.path) && ['vitest', 'fast-check'].includes(one.to))
  if (within(one.to, 'register')) return pureRegister.includes(one.to)
  return within(one.to, 'kernel', 'modules') && !isKernelIo(one.to) && !isModuleIo(one.to) && !/\/pages\//.test(one.to)
}

/** What is sent to the browser drags no server along, however many files lie between. */
function heavy(house: House): readonly Finding[] {
  const start = [...house.files.keys()].filter((path) => within(path, 'browser') && !isTest(path))
  return reached(house, start, (file, one) => within(file.path, 'browser') && !inBrowser(one.to)).flatMap(({ file, from }) =>
    file.imports
      .filter((one) => !one.typeOnly && one.isPackage && !one.to.startsWith('@digdir/'))
      .map((one) => ({
        file: file.path,
        line: one.line,
        says: `imports ${one.to}, and ${from} runs in the browser: only the design system's packages are sent there`,
      })),
  )
}

/** Every file that `start` comes to by imports of values, each with the first that led there. */
function reached({ files }: House, start: readonly string[], stopAt: (file: File, one: Import) => boolean) {
  const from = new Map(start.map((path) => [path, path]))
  for (const [path, first] of from) {
    const file = files.get(path)
    for (const one of file?.imports ?? [])
      if (file && !one.typeOnly && !one.isPackage && !stopAt(file, one) && !from.has(one.to)) from.set(one.to, first)
  }
  return [...from].flatMap(([path, first]) => {
    const file = files.get(path)
    return file ? [{ file, from: first }] : []
  })
}

// At the end, because it runs while the file is read.
if (import.meta.main) report('imports', existsSync('src') ? checkImports(process.cwd()) : [{ file: 'src', line: 1, says: 'is missing' }])
