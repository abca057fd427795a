import { commonRefusals } from '../src/kernel/change.ts'
import { type Finding, filesBelow, isCode, isTest, lineAt, type Node, readSource, type Source, walk } from './source.ts'

// Every refusal that the code can give, read from the code itself. One without words is shown as "not now", which is seldom why:
// test/gates/refusals.test.ts holds each to have them.

/** The codes given to `refuse(…)` that no text of their module, nor any that all modules share (the interface's, the register floor's), has words for. */
export function wordlessRefusals(root: string): readonly Finding[] {
  const sources = filesBelow(root, 'src')
    .filter((path) => isCode(path) && !isTest(path) && !path.endsWith('/factory.ts'))
    .map((path) => readSource(root, path))
  const worded = Map.groupBy(sources.filter(isTexts), ({ path }) => placeOf(path))
  const has = (place: string, code: string) => (worded.get(place) ?? []).some((source) => keysIn(source).has(code))
  return sources.flatMap((source) =>
    refusedIn(source)
      .filter(({ code }) => !common.has(code) && !['ui', 'register', placeOf(source.path)].some((place) => has(place, code)))
      .map(({ code, at }) => ({
        file: source.path,
        line: lineAt(source.text, at),
        says: `refuses with "${code}", and no text of ${placeOf(source.path)} says what that is: whoever is refused would read "not now"`,
      })),
  )
}

/** The shell has pages for these. */
const common: ReadonlySet<string> = new Set(commonRefusals)
const isTexts = ({ path }: Source) => /(^|\/)texts\.nb\.ts$/.test(path)
const placeOf = (path: string) => /^src\/(?:modules\/)?([^/]+)/.exec(path)?.[1] ?? ''

function refusedIn({ parsed }: Source): readonly { readonly code: string; readonly at: number }[] {
  const found: { readonly code: string; readonly at: number }[] = []
  walk(parsed.program, (node) => {
    if (node.type !== 'CallExpression' || node.callee.type !== 'Identifier') return
    if (node.callee.name === 'registerStore') found.push(...takenIn(node).map((code) => ({ code, at: node.start })))
    if (node.callee.name === 'refuse') found.push(...said(node.arguments[0]).map((code) => ({ code, at: node.start })))
  })
  return found
}

/** `registerStore('card', fields, { unique: 'number' })` refuses a number that is taken (register/store.ts). */
function takenIn(call: Node): readonly string[] {
  const found: string[] = []
  walk(call, (node) => {
    if (
      node.type === 'Property' &&
      node.key.type === 'Identifier' &&
      node.key.name === 'unique' &&
      node.value.type === 'Literal' &&
      node.value.value
    )
      found.push(`${String(node.value.value)}Taken`)
  })
  return found
}

/** `refuse(late ? 'tooLate' : 'tooEarly')` names two. */
const said = (node: Node | undefined): readonly string[] =>
  node?.type === 'Literal'
    ? [String(node.value)]
    : node?.type === 'ConditionalExpression'
      ? [...said(node.consequent), ...said(node.alternate)]
      : []

const keys = new Map<Source, ReadonlySet<string>>()
function keysIn(source: Source): ReadonlySet<string> {
  const known = keys.get(source)
  if (known) return known
  const found = new Set<string>()
  walk(source.parsed.program, (node) => {
    if (node.type === 'Property' && node.key.type === 'Identifier') found.add(node.key.name)
  })
  keys.set(source, found)
  return found
}

/**
 * Questions that a rule refuses when they are empty (`refuse('purposeMissing', ['purposes'])`), and that the form would call optional: neither
 * `required` nor `sometimes` stands by them in the fields of their module.
 */
export function calledOptional(root: string): readonly Finding[] {
  const sources = filesBelow(root, 'src/modules')
    .filter((path) => isCode(path) && !isTest(path))
    .map((path) => readSource(root, path))
  const asked = new Set(sources.flatMap((source) => missedIn(source).map((name) => `${placeOf(source.path)} ${name}`)))
  return sources.filter(({ path }) => /(^|\/)fields(-[a-z-]+)?\.ts$/.test(path)).flatMap((source) => optionalIn(source, asked))
}

function missedIn({ parsed }: Source): readonly string[] {
  const found: string[] = []
  walk(parsed.program, (node) => {
    if (node.type !== 'CallExpression' || node.callee.type !== 'Identifier' || node.callee.name !== 'refuse') return
    const [code, fields] = node.arguments
    if (!said(code).some((one) => one.endsWith('Missing')) || fields?.type !== 'ArrayExpression') return
    found.push(...(fields.elements as Node[]).flatMap(said))
  })
  return found
}

function optionalIn({ path, text, parsed }: Source, asked: ReadonlySet<string>): readonly Finding[] {
  const found: Finding[] = []
  walk(parsed.program, (node) => {
    if (node.type !== 'Property' || node.key.type !== 'Identifier' || node.value.type !== 'ObjectExpression') return
    const name = String(node.key.name)
    const says = (node.value.properties as Node[]).map((one) =>
      one.type === 'Property' && one.key.type === 'Identifier' ? String(one.key.name) : '...',
    )
    if (!asked.has(`${placeOf(path)} ${name}`) || !(says.includes('kind') || says.includes('...'))) return
    if (says.includes('required') || says.includes('sometimes')) return
    found.push({
      file: path,
      line: lineAt(text, node.start),
      says: `"${name}" is refused when it is empty, and its form calls it optional: add sometimes: true, and say when in its hint`,
    })
  })
  return found
}
