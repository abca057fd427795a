import { type House, moduleOf, orderFile } from './house.ts'
import { type Finding, lineAt, type Node, type Source, walk } from './source.ts'

// Whose a table is, and who reads it. An import is not the only way to another module: a statement names its tables by words.

type Named = { readonly table: string; readonly line: number }

/** A module reads the tables of those before it, as it may ask them; of those after it, it knows nothing (docs/decisions/0001). */
export function readBackwards({ order }: House, sources: readonly Source[]): readonly Finding[] {
  const inModules = sources.flatMap((source) => {
    const module = moduleOf(source.path)
    return module ? [{ source, module }] : []
  })
  const writers = Map.groupBy(
    inModules.flatMap(({ source, module }) => tablesOf(source, 'written').map(({ table }) => ({ table, module }))),
    ({ table }) => table,
  )
  /** Where two write one, it is the first one's. */
  const ownerOf = (table: string): string | undefined =>
    order.find((name) => (writers.get(table) ?? []).some(({ module }) => module === name))
  return inModules.flatMap(({ source, module }) =>
    tablesOf(source, 'read').flatMap(({ table, line }): readonly Finding[] => {
      const owner = ownerOf(table)
      if (owner === undefined || order.indexOf(owner) <= order.indexOf(module)) return []
      const says = `reads ${table}, which is of ${owner}: ${owner} does not come before ${module} in ${orderFile}`
      return [{ file: source.path, line, says }]
    }),
  )
}

const writing = new Set(['insertInto', 'updateTable', 'deleteFrom', 'registerStore'])
const reading = new Set(['selectFrom', 'innerJoin', 'leftJoin'])
const readInWords = /\b(?:from|join)\s+([a-z][a-z_]+)\b/g

function tablesOf({ parsed, text }: Source, how: 'written' | 'read'): readonly Named[] {
  const found: Named[] = []
  const add = (node: Node, table: string) => found.push({ table, line: lineAt(text, node.start) })
  walk(parsed.program, (node) => {
    if (node.type === 'CallExpression') {
      const called = calledName(node.callee)
      const [first] = node.arguments
      if (first?.type === 'Literal' && (how === 'written' ? writing : reading).has(called))
        add(node, String(first.value).split(' ')[0] ?? '')
    }
    if (how === 'read' && node.type === 'TaggedTemplateExpression' && calledName(node.tag) === 'sql')
      for (const { value } of node.quasi.quasis) for (const [, table = ''] of value.raw.matchAll(readInWords)) add(node, table)
  })
  return found
}

function calledName(node: Node): string {
  if (node.type === 'Identifier') return node.name
  return node.type === 'MemberExpression' && node.property.type === 'Identifier' ? node.property.name : ''
}
