import type { File, House } from './house.ts'
import { type Finding, isTest } from './source.ts'

// Ways by imports that lead back to where they began: between files, and between the folders of one module.

/**
 * Files that need each other can only be read, moved and taken out together. Imports of types count too: a type that points
 * back says just as plainly that it lies in the wrong file.
 */
export function circular(house: House): readonly Finding[] {
  const said = new Set<string>()
  return [...house.files.values()].flatMap((file) => {
    const circle = said.has(file.path) ? undefined : circleFrom(house, file)
    for (const path of circle ?? []) said.add(path)
    const [first = ''] = circle ?? []
    const line = file.imports.find((one) => one.to === first)?.line ?? 1
    return circle ? [{ file: file.path, line, says: `imports ${first}, which leads back in a circle: ${circle.join(' → ')}` }] : []
  })
}

/** The shortest way by imports from a file back to itself. */
function circleFrom({ files }: House, start: File): readonly string[] | undefined {
  const ways = new Map<string, readonly string[]>(start.imports.map((one) => [one.to, [one.to]]))
  for (const [path, way] of ways) {
    if (path === start.path) return way
    for (const one of files.get(path)?.imports ?? []) if (!ways.has(one.to)) ways.set(one.to, [...way, one.to])
  }
  return undefined
}

/**
 * The folders of a module lie in layers (docs/decisions/0026): one may ask those below it and none above. What lies beside the folders is
 * the record itself and lowest, but for the files that show the module to the house, which lie highest.
 */
export function foldersInCircles({ files }: House): readonly Finding[] {
  const said = new Set<string>()
  return [...files.values()].flatMap((file) =>
    file.imports.flatMap((one) => {
      const [from, to] = [layerOf(files, file.path), layerOf(files, one.to)]
      if (!from || !to || from === to || said.has(`${from} ${to}`)) return []
      const back = wayBetween(files, to, from)
      if (!back) return []
      said.add(`${from} ${to}`)
      const way = [from, ...back].map((layer) => layer.slice(layer.lastIndexOf('/') + 1)).join(' → ')
      return [{ file: file.path, line: one.line, says: `imports ${one.to}: its folder leads back in a circle: ${way}. ${cure}` }]
    }),
  )
}

const cure = 'What both need lies in the lower one, or beside the folders'

/**
 * A folder of a module, `(record)` for what lies beside them, `(module)` for its row, its routes, its list and its public.ts. Documents
 * without pages of their own are what the record says, and no folder of it.
 */
function layerOf(files: House['files'], path: string): string | undefined {
  const [, module, below = ''] = /^src\/modules\/([^/]+)\/(.+)$/.exec(path) ?? []
  if (!module || isTest(path) || /(^|\/)factory\.ts$/.test(below)) return undefined
  const [folder = ''] = below.split('/', 1)
  const isLayer = folder !== below && (folder !== 'documents' || files.has(`src/modules/${module}/documents/routes.tsx`))
  if (isLayer) return `${module}/${folder}`
  return `${module}/${/^(module|public|list|routes(-[a-z]+)*)\.tsx?$/.test(below) ? '(module)' : '(record)'}`
}

/** The shortest way by imports from one layer to another of the same module. */
function wayBetween(files: House['files'], start: string, end: string): readonly string[] | undefined {
  const ways = new Map<string, readonly string[]>([[start, [start]]])
  const below = layersBelow(files)
  for (const [layer, way] of ways) {
    if (layer === end) return way
    for (const next of below.get(layer) ?? []) if (!ways.has(next)) ways.set(next, [...way, next])
  }
  return undefined
}

const known = new WeakMap<House['files'], ReadonlyMap<string, ReadonlySet<string>>>()
/** Which layers each layer asks. */
function layersBelow(files: House['files']): ReadonlyMap<string, ReadonlySet<string>> {
  const found = known.get(files)
  if (found) return found
  const below = new Map<string, Set<string>>()
  for (const { path, imports } of files.values())
    for (const one of imports) {
      const [from, to] = [layerOf(files, path), layerOf(files, one.to)]
      if (from && to && from !== to && from.split('/', 1)[0] === to.split('/', 1)[0])
        below.set(from, (below.get(from) ?? new Set()).add(to))
    }
  known.set(files, below)
  return below
}
