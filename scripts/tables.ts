import { type House, moduleOf, orderFile } from './house.ts'
import { type Finding, lineAt, type Node, type Source, walk } from './source.ts'

// Whose a table is, who reads it and who writes it. An import is not the only way to another module: a statement names its tables by words.

type Named = { readonly table: string; readonly line: number; readonly how: 'written' | 'read' }

/**
 * A module reads the tables of those before it, as it may ask them; of those after it, it knows nothing (docs/decisions/0001). A table is
 * written by its owner alone, who knows its rules and writes its events (docs/decisions/0005). A name that is a variable is not seen.
 */
export function tablesOfOthers({ order }: House, sources: readonly Source[]): readonly Finding[] {
  const named = namedIn(sources)
  const writers = Map.groupBy(
    named.filter(({ how }) => how === 'written'),
    ({ table }) => table,
  )
  /** Where two write one, it is the kernel's or the shell's, or the first module's. */
  const ownerOf = (table: string): string | undefined =>
    (writers.get(table) ?? []).map(({ by }) => by).toSorted((a, b) => order.indexOf(a) - order.indexOf(b))[0]
  return named.flatMap(({ how, table, file, line, by }): readonly Finding[] => {
    const owner = ownerOf(table)
    if (owner === undefined || owner === by) return []
    if (how === 'written') return [{ file, line, says: `writes ${table}, which is of ${owner}: let a command of ${owner} do it` }]
    return order.includes(by) && order.indexOf(owner) > order.indexOf(by)
      ? [{ file, line, says: `reads ${table}, which is of ${owner}: ${owner} does not come before ${by} in ${orderFile}` }]
      : []
  })
}

/** Every table that is named, where, and by which module, or which part of src outside the modules. */
export const namedIn = (sources: readonly Source[]) =>
  sources.flatMap((source) => tablesOf(source).map((one) => ({ ...one, file: source.path, by: ownerAt(source.path) })))
const ownerAt = (path: string) => moduleOf(path) ?? path.split('/')[1] ?? ''

const writing = new Set(['insertInto', 'updateTable', 'deleteFrom', 'mergeInto', 'replaceInto', 'registerStore'])
const reading = new Set(['selectFrom', 'innerJoin', 'leftJoin'])
const readInWords = /\b(?:from|join)\s+([a-z][a-z_]+)\b/g
/** `for update`, and `do update` of an insert, write nothing more. */
export const writtenInWords =
  /\b(?:insert\s+into|delete\s+from|merge\s+into|truncate|(?<!\b(?:for|key|do)\s+)update)\s+(?:only\s+)?([a-z][a-z_]+\b|$)/gi

function tablesOf({ parsed, text }: Source): readonly Named[] {
  const found: Named[] = []
  walk(parsed.program, (node) => {
    const add = (how: Named['how'], table: string) => found.push({ how, table, line: lineAt(text, node.start) })
    if (node.type === 'CallExpression') {
      const called = calledName(node.callee)
      const [first] = node.arguments
      const how = writing.has(called) ? 'written' : reading.has(called) ? 'read' : undefined
      if (how && first?.type === 'Literal') add(how, String(first.value).split(' ')[0] ?? '')
    }
    if (node.type === 'TaggedTemplateExpression' && calledName(node.tag) === 'sql')
      for (const { value } of node.quasi.quasis) {
        for (const [, table] of value.raw.matchAll(writtenInWords)) if (table) add('written', table)
        for (const [, table = ''] of value.raw.matchAll(readInWords)) add('read', table)
      }
  })
  return found
}

function calledName(node: Node): string {
  if (node.type === 'Identifier') return node.name
  return node.type === 'MemberExpression' && node.property.type === 'Identifier' ? node.property.name : ''
}
