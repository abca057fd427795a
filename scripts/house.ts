import { posix } from 'node:path'
import { filesBelow, isCode, lineAt, type Node, readSource, type Source, walk } from './source.ts'

// Which file imports what, read from the code itself. What is wrong with it is said by check-imports.ts.

/**
 * One import as written. `to` is a file of the project, or a package where `isPackage`; `names` are the values it takes, by the names
 * they are exported under.
 */
export type Import = {
  readonly to: string
  readonly isPackage: boolean
  readonly typeOnly: boolean
  readonly names: readonly string[]
  readonly line: number
}
/** `from`: where each name that it passes on comes from. */
export type File = { readonly path: string; readonly imports: readonly Import[]; readonly from: ReadonlyMap<string, string> }
export type House = { readonly files: ReadonlyMap<string, File>; readonly order: readonly string[] }

export const orderFile = 'src/app/modules.ts'
export const moduleOf = (path: string) => /^src\/modules\/([^/]+)\//.exec(path)?.[1]

export function readHouse(root: string): House {
  const sources = filesBelow(root, 'src')
    .filter(isCode)
    .map((path) => readSource(root, path))
  const order = sources.find((source) => source.path === orderFile)
  if (!order) throw new Error(`${orderFile} is missing: it lists the modules in the order of dependence`)
  const read = (source: Source): File => ({ path: source.path, imports: importsOf(source), from: passedOn(source) })
  return { files: new Map(sources.map((source) => [source.path, read(source)])), order: listed(order) }
}

type Written = { readonly specifier: string; readonly typeOnly: boolean; readonly names: readonly string[]; readonly at: number }

/** Static, re-exported, dynamic and type imports alike; `import { type A }` counts as an import of types. */
function importsOf(source: Source): readonly Import[] {
  const { module, program } = source.parsed
  const found: Written[] = []
  for (const one of module.staticImports)
    found.push({
      specifier: one.moduleRequest.value,
      typeOnly: one.entries.length > 0 && one.entries.every((entry) => entry.isType),
      names: one.entries.flatMap((entry) => (entry.isType ? [] : (entry.importName.name ?? []))),
      at: one.start,
    })
  for (const one of module.staticExports) {
    const specifier = one.entries.find((entry) => entry.moduleRequest)?.moduleRequest?.value
    const names = one.entries.flatMap((entry) => (entry.isType ? [] : (entry.importName.name ?? [])))
    if (specifier) found.push({ specifier, typeOnly: one.entries.every((entry) => entry.isType), names, at: one.start })
  }
  walk(program, (node) => {
    if (node.type === 'TSImportType') found.push({ specifier: String(node.source.value), typeOnly: true, names: [], at: node.start })
    const called = node.type === 'ImportExpression' ? specifierIn(node.source) : undefined
    if (called !== undefined) found.push({ specifier: called, typeOnly: false, names: [], at: node.start })
  })
  return found.map(({ specifier, at, ...one }) => ({ ...resolve(source.path, specifier), ...one, line: lineAt(source.text, at) }))
}

const specifierIn = (node: Node): string | undefined =>
  node.type === 'Literal' ? String(node.value) : node.type === 'TemplateLiteral' ? node.quasis[0]?.value.raw : undefined

const passedOn = ({ path, parsed }: Source): ReadonlyMap<string, string> =>
  new Map(
    parsed.module.staticExports.flatMap((one) =>
      one.entries.flatMap(({ exportName, moduleRequest }) =>
        exportName.name && moduleRequest ? [[exportName.name, resolve(path, moduleRequest.value).to] as const] : [],
      ),
    ),
  )

function resolve(from: string, specifier: string): Pick<Import, 'to' | 'isPackage'> {
  if (specifier.startsWith('.')) return { to: posix.join(posix.dirname(from), specifier.replace(/\?.*$/, '')), isPackage: false }
  const parts = specifier.split('/')
  return { to: specifier.startsWith('node:') ? specifier : parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/'), isPackage: true }
}

/** The modules whose rows stand in `export const modules = […]`, in that order: by where each row is imported from. */
function listed(source: Source): readonly string[] {
  const { module, program } = source.parsed
  const from = new Map(
    module.staticImports.flatMap((one) => {
      const name = moduleOf(posix.join(posix.dirname(source.path), one.moduleRequest.value))
      return name ? one.entries.map((entry) => [entry.localName.value, name] as const) : []
    }),
  )
  const names: string[] = []
  walk(program, (node) => {
    const list = node.type === 'VariableDeclarator' && node.id.type === 'Identifier' && node.id.name === 'table' ? node.init : null
    if (list?.type !== 'ArrayExpression') return
    for (const one of list.elements) {
      // A row that the shell hands something in is called with it.
      const row = one?.type === 'CallExpression' ? one.callee : one
      const name = row?.type === 'Identifier' ? from.get(row.name) : undefined
      if (name) names.push(name)
    }
  })
  return names
}
