import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { idleBreaks, readBreaks } from './break.ts'
import { type Finding, filesBelow, isTest, lineAt, type Node, readSource, report, type Source, walk } from './source.ts'

// Which test shows which row of docs/requirements. A title says so at its start: 'S1-42 …', 'S1-04, S1-05 …', 'S1-27 to S1-41 …'.
// A table of cases says so in its title by `$row` or `%s`, a loop by `${row}`. A skipped test shows nothing.
// A row has one of three states. Shown: a test names it, and a small change that breaks it stands in test/breaks and was seen failing.
// In part: a test names it, and docs/requirements/in-part.json says what is missing, or no such change is known yet. Open: the rest.

export type Row = { readonly id: string; readonly kind: string; readonly says: string; readonly modules: readonly string[] }
/** What is missing of rows that hold in part only, by row. */
export type Missing = Readonly<Record<string, string>>
export type Standing = { readonly state: 'shown' | 'open' } | { readonly state: 'inPart'; readonly missing: string }
export type Title = { readonly file: string; readonly line: number; readonly text: string; readonly skipped: boolean }

const page = 'docs/generated/requirements.md'
const inPartFile = 'docs/requirements/in-part.json'
const demandedKinds = ['MUST', 'MUST NOT', 'FIELD', 'CRITERION', 'CONTENT', 'EXAMPLE']
const demandedModules = ['M04', 'M05', 'M06']

export function readCatalogue(root: string): readonly Row[] {
  return JSON.parse(readFileSync(join(root, 'docs/requirements/catalogue.json'), 'utf8'))
}

/** Every title of the project's tests, but for those of the gates: they are about rows that do not exist. */
export function readTitles(root: string): readonly Title[] {
  const tests = filesBelow(root).filter((path) => isTest(path) && /^(src|test)\/(?!gates\/)/.test(path))
  return tests.flatMap((path) => titlesIn(readSource(root, path)))
}

/** The titles of one test file, a table of cases giving one title a case. */
export function titlesIn(source: Source): readonly Title[] {
  const { program } = source.parsed
  const titles: Title[] = []
  walk(program, (node, above) => {
    const said = node.type === 'CallExpression' && saidBy(node)
    if (!said) return
    const skipped = [...above, node].some(isSkipped) || (said.groups && !holdsLiveTest(node))
    for (const text of filled(said.title, said.table, above, program))
      titles.push({ file: source.path, line: lineAt(source.text, node.start), text, skipped })
  })
  return titles
}

/** The rows that a title names at its start; a range counts every row of the catalogue between its ends. */
export function rowsNamed(text: string, rows: readonly Row[]): readonly string[] {
  const order = rows.map((row) => row.id)
  const named: string[] = []
  let rest = text
  for (;;) {
    const next =
      named.length === 0
        ? /^\s*(?<id>S\d-\d+)/.exec(rest)
        : /^(?<joint>\s*(?:,|and|&|\+|\/|to|–|—|…|\.{2,3}|-)?\s*)(?<id>S\d-\d+)/.exec(rest)
    const id = next?.groups?.id
    if (!id) return [...new Set(named)]
    const from = order.indexOf(named.at(-1) ?? '')
    const to = order.indexOf(id)
    const isRange = /to|–|—|…|\.{2,3}|-/.test(next.groups?.joint ?? '') && from >= 0 && to > from
    named.push(...(isRange ? order.slice(from + 1, to + 1) : [id]))
    rest = rest.slice(next[0].length)
  }
}

export function shownBy(rows: readonly Row[], titles: readonly Title[]): ReadonlyMap<string, readonly Title[]> {
  const shown = new Map<string, Title[]>()
  for (const title of titles.filter((one) => !one.skipped))
    for (const id of rowsNamed(title.text, rows)) shown.set(id, [...(shown.get(id) ?? []), title])
  return shown
}

/** Where each row stands, in the order of the catalogue. */
export function standings(
  rows: readonly Row[],
  named: ReadonlyMap<string, unknown>,
  missing: Missing,
  broken: ReadonlySet<string>,
): ReadonlyMap<string, Standing> {
  return new Map(
    rows.map(({ id }): [string, Standing] => {
      const why = missing[id] ?? (broken.has(id) ? null : unbroken)
      if (!named.has(id)) return [id, { state: 'open' }]
      return [id, why === null ? { state: 'shown' } : { state: 'inPart', missing: why }]
    }),
  )
}

const unbroken = 'No small change that breaks it has been seen failing yet.'

export function asJson(standing: ReadonlyMap<string, Standing>) {
  const all = [...standing]
  const ids = (state: Standing['state']) => all.flatMap(([id, one]) => (one.state === state ? [id] : []))
  const inPart = all.flatMap(([id, one]) => (one.state === 'inPart' ? [{ id, missing: one.missing }] : []))
  return { rows: all.length, shown: ids('shown'), inPart, open: ids('open') }
}

/** What in-part.json says of rows that no test names, or that the catalogue lacks. */
export function idleWords(missing: Missing, named: ReadonlyMap<string, unknown>): readonly Finding[] {
  return Object.keys(missing)
    .filter((id) => !named.has(id))
    .map((id) => ({ file: inPartFile, line: 1, says: `${id} is named by no test: it is open, so nothing of it is missing in part` }))
}

/** A row named anywhere in a title must be one of the catalogue's: a slip of the pen would show nothing, silently. */
export function unknownRows(rows: readonly Row[], titles: readonly Title[]): readonly Finding[] {
  const known = new Set(rows.map((row) => row.id))
  return titles.flatMap(({ file, line, text }) =>
    (text.match(/\bS\d-\d+/g) ?? [])
      .filter((id) => !known.has(id))
      .map((id) => ({ file, line, says: `"${text}" names ${id}, which is no row of docs/requirements/catalogue.json` })),
  )
}

/** The rows that the main job must show, in whole or in part: what binds, and the parts of its forms and documents. */
export function demanded(rows: readonly Row[], shown: ReadonlyMap<string, unknown>): readonly Finding[] {
  return rows
    .filter((row) => demandedModules.includes(row.modules[0] ?? '') && demandedKinds.includes(row.kind) && !shown.has(row.id))
    .map((row) => ({
      file: 'docs/requirements/catalogue.json',
      line: 1,
      says: `${row.id} (${row.kind}, ${row.modules[0]}) is shown by no test: ${short(row.says)}`,
    }))
}

export function asPage(
  rows: readonly Row[],
  named: ReadonlyMap<string, readonly Title[]>,
  standing: ReadonlyMap<string, Standing>,
  names: ReadonlyMap<string, string>,
): string {
  const leading = Map.groupBy(rows, (row) => row.modules[0] ?? '')
  const modules = [...leading].toSorted(([a], [b]) => (a < b ? -1 : 1))
  const count = (some: readonly Row[], state: Standing['state']) => some.filter((row) => standing.get(row.id)?.state === state).length
  const counts = (some: readonly Row[]) => [some.length, count(some, 'shown'), count(some, 'inPart'), count(some, 'open')]
  const totals = modules.map(([id, own]) => `| ${names.get(id) ?? id} | ${counts(own).join(' | ')} |`)
  const tables = modules.map(([id, own]) =>
    [
      `## ${names.get(id) ?? id}`,
      '',
      '| row | kind | says | state | tests |',
      '|---|---|---|---|---|',
      ...own.map(
        (row) => `| ${row.id} | ${row.kind} | ${cell(short(row.says))} | ${state(standing.get(row.id))} | ${tests(named.get(row.id))} |`,
      ),
    ].join('\n'),
  )
  return `${[
    '# Requirements and the tests that show them',
    'Written by `npm run requirements`; do not edit. A row is shown when a test names it at the start of its title, all that the row’s **Test** asks holds, and a small change that breaks it (test/breaks) was seen failing: `npm run breaks`. What is missing of a row in part stands beside it. Each row stands under the module it leads in; what it says in full is in [../requirements](../requirements/README.md).',
    [
      '| module | rows | shown | in part | open |',
      '|---|---|---|---|---|',
      ...totals,
      `| **All** | ${counts(rows)
        .map((one) => `**${one}**`)
        .join(' | ')} |`,
    ].join('\n'),
    ...tables,
  ].join('\n\n')}\n`
}

function moduleNames(root: string, rows: readonly Row[]): ReadonlyMap<string, string> {
  const ids = new Set(rows.flatMap((row) => row.modules))
  const files = filesBelow(root, 'docs/requirements').filter((path) => ids.has(/M\d\d/.exec(path)?.[0] ?? ''))
  return new Map(
    files.map((path) => [
      /M\d\d/.exec(path)?.[0] ?? '',
      readFileSync(join(root, path), 'utf8')
        .split('\n', 1)[0]
        ?.replace(/^# /, '')
        .replace(/ \([^)]*\)$/, '') ?? '',
    ]),
  )
}

function stale(root: string, text: string): readonly Finding[] {
  const fresh = (() => {
    try {
      return readFileSync(join(root, page), 'utf8') === text
    } catch {
      return false
    }
  })()
  return fresh ? [] : [{ file: page, line: 1, says: 'is not what the tests say now: run `npm run requirements`' }]
}

const state = (one: Standing | undefined) => (one?.state === 'inPart' ? `in part: ${cell(one.missing)}` : (one?.state.toUpperCase() ?? ''))

/** One line a file: the titles of a table of cases would fill the page, so the first stands for the rest. */
function tests(titles: readonly Title[] | undefined): string {
  if (!titles) return ''
  const files = [...Map.groupBy(titles, (title) => title.file)]
  return files
    .map(([file, [first, ...more]]) => `${file}: ${cell(first?.text ?? '')}${more.length > 0 ? ` (+${more.length})` : ''}`)
    .join('<br>')
}

const cell = (text: string) => text.replace(/\|/g, '\\|').replace(/\s+/g, ' ')
const short = (says: string) => (says.length <= 160 ? says : `${says.slice(0, says.lastIndexOf(' ', 157))} …`)

type Call = Extract<Node, { type: 'CallExpression' }>
/** A title as written: what stands in quotation marks, or a template whose first gap is the value of `gap`. */
type Written = { readonly text: string; readonly gap: string | null }
type Said = { readonly title: Written; readonly table: Node | undefined; readonly groups: boolean }

const testWord = /^(test|it|describe)([A-Z]\w*)?$/
const skips = new Set(['skip', 'todo', 'skipIf', 'runIf'])

/** `test('…')`, `it.each(table)('…')`, `describeOnBoth('…')`: the name of the function begins with test, it or describe. */
function saidBy(call: Call): Said | undefined {
  const { words, table } = callee(call.callee)
  const title = call.arguments[0]
  const groups = words[0]?.startsWith('describe') ?? false
  if (!testWord.test(words[0] ?? '') || !title) return undefined
  if (title.type === 'Literal' && typeof title.value === 'string') return { title: { text: title.value, gap: null }, table, groups }
  if (title.type !== 'TemplateLiteral') return undefined
  const parts = title.quasis.map((quasi) => quasi.value.cooked ?? '')
  const gap = parts[0] === '' ? (nameOf(title.expressions[0]) ?? null) : null
  return { title: { text: parts.join('…'), gap }, table, groups }
}

/** A group shows what its title names only as long as a test in it runs. */
function holdsLiveTest(group: Node): boolean {
  let live = false
  walk(group, (node, above) => {
    if (node.type === 'CallExpression' && saidBy(node)?.groups === false && ![...above, node].some(isSkipped)) live = true
  })
  return live
}

function isSkipped(call: Node): boolean {
  if (call.type !== 'CallExpression') return false
  const { words } = callee(call.callee)
  const options = call.arguments[1]
  const byOption =
    options?.type === 'ObjectExpression' && options.properties.some((one) => one.type === 'Property' && skips.has(nameOf(one.key) ?? ''))
  return testWord.test(words[0] ?? '') && (byOption || words.some((word) => skips.has(word)))
}

function callee(node: Node): { readonly words: readonly string[]; readonly table: Node | undefined } {
  if (node.type === 'Identifier') return { words: [node.name], table: undefined }
  if (node.type === 'MemberExpression') {
    const { words, table } = callee(node.object)
    return { words: [...words, nameOf(node.property) ?? ''], table }
  }
  if (node.type === 'CallExpression') return { words: callee(node.callee).words, table: node.arguments[0] }
  return { words: [], table: undefined }
}

/** One title for each case of the table or loop that the title takes its rows from. */
function filled({ text, gap }: Written, table: Node | undefined, above: readonly Node[], program: Node): readonly string[] {
  const dollar = /^\$(\w+)/.exec(text)
  if (dollar && table) return cases(table, program).map((one) => text.replace(dollar[0], valueIn(one, dollar[1] ?? '')))
  if (text.startsWith('%s') && table) return cases(table, program).map((one) => text.replace('%s', valueIn(one, 0)))
  const loop = gap === null ? undefined : above.findLast((node) => node.type === 'ForOfStatement')
  if (!gap || loop?.type !== 'ForOfStatement') return [text]
  return cases(loop.right, program).map((one) => valueIn(one, one.type === 'ArrayExpression' ? 0 : gap) + text)
}

function cases(table: Node, program: Node): readonly Node[] {
  const bare = undressed(table)
  if (bare.type === 'ArrayExpression') return bare.elements.filter((one) => one !== null)
  if (bare.type !== 'Identifier') return []
  const found: Node[] = []
  walk(program, (node) => {
    if (node.type === 'VariableDeclarator' && nameOf(node.id) === bare.name && node.init) found.push(node.init)
  })
  const [only] = found
  return only && found.length === 1 && undressed(only).type === 'ArrayExpression' ? cases(only, program) : []
}

/** The written value of one case: of its property `name`, of its first element, or of itself. */
function valueIn(node: Node, name: string | number): string {
  const one = undressed(node)
  if (one.type === 'Literal') return typeof one.value === 'string' ? one.value : ''
  if (one.type === 'ArrayExpression') return one.elements[0] ? valueIn(one.elements[0], name) : ''
  if (one.type !== 'ObjectExpression') return ''
  const property = one.properties.find((each) => each.type === 'Property' && nameOf(each.key) === name)
  return property?.type === 'Property' ? valueIn(property.value, name) : ''
}

function undressed(node: Node): Node {
  return node.type === 'TSAsExpression' || node.type === 'TSSatisfiesExpression' ? undressed(node.expression) : node
}

/** `row`, `'row'` and `one.row` are all called row. */
function nameOf(node: Node | undefined): string | undefined {
  if (node?.type === 'Identifier') return node.name
  if (node?.type === 'Literal') return String(node.value)
  return node?.type === 'MemberExpression' ? nameOf(node.property) : undefined
}

// At the end, because it runs while the file is read.
if (import.meta.main) {
  const root = process.cwd()
  const flags = new Set(process.argv.slice(2))
  const rows = readCatalogue(root)
  const titles = readTitles(root)
  const shown = shownBy(rows, titles)
  const missing: Missing = JSON.parse(readFileSync(join(root, inPartFile), 'utf8'))
  const breaks = readBreaks(root)
  const standing = standings(rows, shown, missing, new Set(breaks.map((one) => one.row)))
  const text = asPage(rows, shown, standing, moduleNames(root, rows))
  if (flags.has('--json')) console.log(JSON.stringify(asJson(standing)))
  else if (!flags.has('--check')) {
    mkdirSync(dirname(join(root, page)), { recursive: true })
    writeFileSync(join(root, page), text)
  }
  report('requirements', [
    ...unknownRows(rows, titles),
    ...idleWords(missing, shown),
    ...idleBreaks(root, breaks, shown),
    ...(flags.has('--check') ? stale(root, text) : []),
    ...(flags.has('--demand') ? demanded(rows, shown) : []),
  ])
}
