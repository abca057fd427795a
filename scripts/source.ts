import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type ESTree, type ParseResult, parseSync } from 'vite'

/** What a gate found wrong: where, and what to do about it. */
export type Finding = { readonly file: string; readonly line: number; readonly says: string }
export type Node = ESTree.Node

const notOurs = new Set(['node_modules', 'dist', 'data', 'screens', 'coverage', '.git', '.cache'])

/** Every file below `root`, as paths with forward slashes, in one order on every machine. What git ignores is left out. */
export function filesBelow(root: string, folder = ''): readonly string[] {
  const here = readdirSync(join(root, folder), { withFileTypes: true }).toSorted((a, b) => (a.name < b.name ? -1 : 1))
  return here.flatMap((entry) => {
    if (notOurs.has(entry.name) || entry.name.endsWith('.log')) return []
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`
    return entry.isDirectory() ? filesBelow(root, path) : [path]
  })
}

export const isCode = (path: string): boolean => /\.tsx?$/.test(path)
export const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path)

export type Source = { readonly path: string; readonly text: string; readonly parsed: ParseResult }

/** Reads and parses one file with the parser that the build uses. Throws where the file does not parse. */
export function readSource(root: string, path: string): Source {
  const text = readFileSync(join(root, path), 'utf8')
  const parsed = parseSync(path, text)
  const [error] = parsed.errors
  if (error) throw new Error(`${path} does not parse: ${error.message}`)
  return { path, text, parsed }
}

/** Visits a node and everything below it, parents first; `visit` also gets the nodes above, outermost first. */
export function walk(node: Node, visit: (node: Node, above: readonly Node[]) => void, above: readonly Node[] = []): void {
  visit(node, above)
  const below = [...above, node]
  for (const child of Object.values(node).flat()) if (isNode(child)) walk(child, visit, below)
}

export const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length

/** Prints what was found, one a line, and lets the program end with 1 where there is any. */
export function report(gate: string, findings: readonly Finding[]): void {
  for (const { file, line, says } of findings) console.error(`${file}:${line} ${says}`)
  if (findings.length === 0) return
  console.error(`${gate}: ${findings.length} to mend`)
  process.exitCode = 1
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
