import { posix } from 'node:path'
import { type Finding, filesBelow, isCode, isTest, lineAt, type Node, readSource, report, type Source, walk } from './source.ts'
import { writtenInWords } from './tables.ts'

// What code in src may not reach for from where it stands: the clock, chance, the environment, another machine, the rows of a table, and
// words that are written in no language. Who may import whom is in check-imports.ts; test/gates/reach.test.ts shows each rule to bite.

/** What is wrong with one node where it stands, or nothing. `text`: the whole file. */
type Rule = (node: Node, path: string, text: string) => string | undefined

export function checkReach(root: string): readonly Finding[] {
  const sources = filesBelow(root, 'src')
    .filter((path) => isCode(path) && !isTest(path) && !path.startsWith('src/browser/'))
    .map((path) => readSource(root, path))
  return sources.flatMap(faultsIn)
}

function faultsIn({ path, text, parsed }: Source): readonly Finding[] {
  const found: Finding[] = []
  walk(parsed.program, (node) => {
    const says = rules.map((rule) => rule(node, path, text)).find((words) => words !== undefined)
    if (says) found.push({ file: path, line: lineAt(text, node.start), says })
  })
  return found
}

/**
 * main.ts hands the time to everyone else; the age of a lock file is between one machine and its own disk, and that of what a provider said
 * of itself, and of the keys that are remembered, between one process and its own memory. How long a turn of work took is no time of day.
 */
const readsClock = new Set([
  ...['src/main.ts', 'src/db/lock.ts', 'src/kernel/jobs.ts', 'src/kernel/keys.ts', 'src/kernel/openid.ts', 'src/kernel/mail-right.ts'],
])
/** A program of its own: Varde, the one that reads a stranger's file apart from it, and the one that an auditor takes away. */
const isProgram = new Set(['src/main.ts', 'src/register/import/reader.ts', 'src/kernel/verify-log.ts'])
/** Somebody waits for the answer, and no transaction is open meanwhile (docs/decisions/0042). */
const asksProviders = 'src/kernel/openid.ts'
/** Where nobody handed over a log, pg-boss complains on the console rather than to nobody. */
const mayComplain = new Set(['src/main.ts', 'src/kernel/jobs.ts'])
/** Rows are changed by what locks them first: a page's question never does, and a route calls a command. */
const changesRows = /^(store|commands|jobs|factory)$/
/** Whose turn it is to sweep is the worker's own, and no record of anybody's. */
const takesTurns = 'src/app/worker.ts'
/** The clock of the database is another than ours, in a zone of its own. */
const clockInWords =
  /\b(now\s*\(\s*\)|clock_timestamp\s*\(|statement_timestamp\s*\(|current_(date|time|timestamp)\b|local(time|timestamp)\b)/i
/** How old a claim is that several processes make is told by the one clock they share. */
const sharesClock = /^src\/(kernel|db|app\/errands)\/|^src\/app\/worker\.ts$|^src\/modules\/messages\/jobs\.ts$/
const writes = new Set(['insertInto', 'updateTable', 'deleteFrom', 'mergeInto', 'replaceInto'])
/** The four whose rules the product began with: organisation/ says what each wants, and nobody else asks who they are. */
const organisations = /^(oslomet|uio|sauda|sandnes)$/i
const namesOrganisations = /^src\/(db|ui|app)\/|^src\/kernel\/profile\.ts$|^src\/modules\/(organisation|identity\/demo)\//
/** The one place that puts a text with tags in it on a page. */
const writesTags = 'src/ui/written.tsx'
/** Called so in every language. */
const kindsOfFile = new Set(['PDF', 'Word', 'XLSX', 'CSV', 'JSON'])
/** Attributes whose text somebody reads, or hears read. */
const readAloud = new Set(['aria-label', 'aria-description', 'title', 'alt', 'placeholder', 'label', 'summary', 'lead', 'hint'])

const rules: readonly Rule[] = [
  (node, path) => {
    if (readsClock.has(path)) return undefined
    const asked = isDate(node, 'NewExpression') && node.arguments.length === 0
    if (asked) return 'new Date() reads the clock: take the time as an argument (ctx.now)'
    if (isDate(node, 'CallExpression')) return 'Date() reads the clock: take the time as an argument (ctx.now)'
    if (isMember(node, 'performance', 'timeOrigin') || isMember(node, 'process', 'hrtime'))
      return 'this reads the clock: take the time as an argument (ctx.now)'
    if (calls(node, 'performance', 'now')) return 'performance.now() reads the clock: take the time as an argument (ctx.now)'
    return calls(node, 'Date', 'now') ? 'Date.now() reads the clock: take the time as an argument (ctx.now)' : undefined
  },

  (node, path) =>
    !sharesClock.test(path) && inStatement(node).some((text) => clockInWords.test(text))
      ? 'this statement reads the clock of the database: hand it the time (ctx.now), and the day as it is here'
      : undefined,

  (node) =>
    node.type === 'NewExpression' && ['WebSocket', 'EventSource', 'XMLHttpRequest'].some((name) => isName(node.callee, name))
      ? 'this reaches another machine from the server: only the queue does, through the kernel'
      : undefined,

  (node, path) =>
    path !== asksProviders && ((node.type === 'CallExpression' && isName(node.callee, 'fetch')) || calls(node, 'globalThis', 'fetch'))
      ? 'fetch() reaches another machine from the server: only the queue does, through the kernel'
      : undefined,

  (node) =>
    calls(node, 'Math', 'random')
      ? 'Math.random() cannot be told what to answer: ids come from kernel/ids.ts, and to a rule as an argument'
      : undefined,

  (node, path) =>
    !isProgram.has(path) && (asksProcess(node) || (node.type === 'ImportDeclaration' && node.source.value === 'node:process'))
      ? 'main.ts alone asks the process, once: settings come through app/config.ts, and a signal through what start() gives back'
      : undefined,

  (node, path) =>
    !mayComplain.has(path) && node.type === 'MemberExpression' && isName(node.object, 'console')
      ? 'console tells whoever watches the process: a line of the log is written by the log that start() was given'
      : undefined,

  (node, path) =>
    /^src\/(modules|register|app|ui)\//.test(path) &&
    !changesRows.test(posix.basename(path).split(/[-.]/)[0] ?? '') &&
    node.type === 'CallExpression' &&
    node.callee.type === 'MemberExpression' &&
    'name' in node.callee.property &&
    writes.has(String(node.callee.property.name))
      ? `${String(node.callee.property.name)} changes rows: a store does, behind a lock and with an event (store.ts, commands.ts, jobs.ts)`
      : undefined,

  (node, path) =>
    /^src\/(modules|register|app|ui)\//.test(path) &&
    path !== takesTurns &&
    !changesRows.test(posix.basename(path).split(/[-.]/)[0] ?? '') &&
    inStatement(node).some((text) => text.search(writtenInWords) >= 0)
      ? 'this statement changes rows: a store does, behind a lock and with an event (store.ts, commands.ts, jobs.ts)'
      : undefined,

  (node, path) =>
    /^src\/(modules|register|ui)\//.test(path) && isMember(node, 'sql', 'raw')
      ? 'sql.raw puts words into a statement that nobody sees here: write the statement, or name a column by sql.ref'
      : undefined,

  (node, path) =>
    !namesOrganisations.test(path) && !path.endsWith('/factory.ts') && writtenIn(node).some((text) => organisations.test(text))
      ? `"${writtenIn(node)[0]}" is one organisation: where they differ, the module's part of the profile has a switch (kernel/profile.ts)`
      : undefined,

  (node, path) =>
    path !== writesTags &&
    node.type === 'JSXAttribute' &&
    node.name.type === 'JSXIdentifier' &&
    node.name.name === 'dangerouslySetInnerHTML'
      ? 'a text with tags in it comes on a page by ui/written.tsx alone, cleaned by ui/markdown.ts'
      : undefined,

  (node) => {
    const word = wordsIn(node)
      .flatMap((text) => text.match(/\p{L}{2,}/gu) ?? [])
      .find((one) => !kindsOfFile.has(one))
    return word ? `"${word}" is a word in one language: texts.nb.ts, texts.nn.ts and texts.en.ts hold what people read` : undefined
  },
]

const isName = (node: { readonly type: string }, name: string) => node.type === 'Identifier' && 'name' in node && node.name === name

/** `Date`, also by way of `globalThis`. */
const isDate = <T extends 'NewExpression' | 'CallExpression'>(node: Node, type: T): node is Extract<Node, { type: T }> =>
  node.type === type && 'callee' in node && (isName(node.callee as Node, 'Date') || isMember(node.callee as Node, 'globalThis', 'Date'))

/** `object.property`, also by way of `globalThis`. */
const isMember = (node: Node, object: string, property: string): boolean =>
  node.type === 'MemberExpression' &&
  isName(node.property, property) &&
  (isName(node.object, object) || (object !== 'globalThis' && isMember(node.object, 'globalThis', object)))
const calls = (node: Node, object: string, property: string) => node.type === 'CallExpression' && isMember(node.callee, object, property)

const asksProcess = (node: Node) =>
  ['env', 'argv', 'on', 'once', 'exit'].some((name) => isMember(node, 'process', name)) ||
  (node.type === 'VariableDeclarator' && node.id.type === 'ObjectPattern' && node.init !== null && isName(node.init, 'process'))

/** What a statement says, as it is written here. */
const inStatement = (node: Node): readonly string[] =>
  node.type === 'TaggedTemplateExpression' && isName(node.tag, 'sql') ? node.quasi.quasis.map(({ value }) => value.raw) : []

/** What stands on the page as it is written here: between the tags, in braces, or in an attribute that is read aloud. */
function wordsIn(node: Node): readonly string[] {
  if (node.type === 'JSXText') return [node.value]
  if (node.type === 'JSXElement' || node.type === 'JSXFragment')
    return node.children.flatMap((child) => (child.type === 'JSXExpressionContainer' ? writtenIn(child.expression) : []))
  if (node.type !== 'JSXAttribute' || node.name.type !== 'JSXIdentifier' || !readAloud.has(node.name.name)) return []
  return node.value?.type === 'JSXExpressionContainer' ? writtenIn(node.value.expression) : writtenIn(node.value)
}
function writtenIn(node: Node | null | undefined): readonly string[] {
  if (node?.type === 'Literal') return typeof node.value === 'string' ? [node.value] : []
  if (node?.type === 'TemplateLiteral') return node.quasis.map(({ value }) => value.raw)
  if (node?.type === 'LogicalExpression') return writtenIn(node.right)
  return node?.type === 'ConditionalExpression' ? [...writtenIn(node.consequent), ...writtenIn(node.alternate)] : []
}

// At the end, because it runs while the file is read.
if (import.meta.main) report('reach', checkReach(process.cwd()))
